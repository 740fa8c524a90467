import Foundation
import Procedure
import Terminal

/// The papers' head (文头): who issues and signs, whom a citizen asks, what the method is called.
struct LetterheadPage: TextPage {
  static let part = SetupScreen.Part.letterhead
  var pane = PageText()

  /// A line of the head with its place in a letterhead.
  private static let rows:
    [(field: Refusal.Field, path: WritableKeyPath<Letterhead, String> & Sendable)] = [
      (.issuer, \.issuer), (.signer, \.signer), (.prefix, \.prefix), (.contact, \.contact),
      (.telephone, \.telephone), (.address, \.address), (.postcode, \.postcode),
      (.mailbox, \.mailbox), (.printer, \.printer), (.refundAccount, \.refundAccount),
      (.method, \.methodName),
    ]

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    [
      ScreenAction(
        "letterhead", .Setup.setLetterhead, keys: [.function(4)], shown: .plain("F4"),
        help: .Setup.setLetterheadHelp, importance: 9
      ) { page, context in page.open("letterhead", context) }
    ]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard name == "letterhead" else { return nil }
    let head = context.cycle.letterhead
    let lines: [ActField<Patch<Letterhead>>] = Self.rows.map { row in
      .set(
        row.path,
        .text(
          row.field.rawValue, .field(row.field), head[keyPath: row.path], isRequired: false,
          help: Self.help(of: row.field, context),
          refused: row.field == .prefix ? Self.prefixRefused : .about(row.field)))
    }
    let lists: [ActField<Patch<Letterhead>>] = [
      .set(\.copiesTo, .list("copies", .field(.copies), head.copiesTo, refused: .about(.copies))),
      .set(\.clauses, .clauses(head.clauses)),
    ]
    let asks = Asks(
      ActField.record(head, lines + lists), lines: [.Setup.letterheadMeans]
    ) { Intent(.cycle(.setLetterhead($0))) }
    return ScreenForm(name, .Setup.setLetterhead, asks, context)
  }

  private static let prefixRefused = Refused { reason in
    reason == .badPrefix || reason.field?.name == .prefix
  }

  private static func help(of field: Refusal.Field, _ context: Context) -> Phrase {
    switch field {
    case .issuer: .Setup.issuerHelp(context.parameters.city)
    case .prefix: .Setup.prefixHelp(context.now.day.year)
    case .mailbox: .Setup.mailboxHelp
    case .refundAccount: .Setup.refundAccountHelp
    case .method: .Setup.methodHelp(Letterhead().methodTitle(in: context.parameters.city))
    default: .plain("")
    }
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    let head = context.cycle.letterhead
    func row(_ label: Phrase, _ text: String) -> [Line] {
      FactLines.lines(
        label, text.isEmpty ? context.line(.none, .dim) : Line(text), width: width,
        labelWidth: 26, context)
    }
    var lines = head == Letterhead() ? [context.line(.Setup.noLetterhead, .warning), Line("")] : []
    for place in Self.rows where place.field != .method {
      lines += row(.field(place.field), head[keyPath: place.path])
    }
    lines += row(.field(.copies), head.copiesTo.joined(separator: "、"))
    lines += row(.field(.method), head.methodTitle(in: context.parameters.city))
    let own = Rule.allCases.filter { head.clauses[$0.rawValue] != nil }
    return lines
      + row(
        .field(.clauses),
        own.isEmpty
          ? context.say(.Setup.shippedClauses)
          : own.map { "\($0.rawValue) \(head.clauses[$0.rawValue] ?? "")" }.joined(separator: "；"))
      + [Line("")] + context.line(.Setup.letterheadMeans, .dim).wrapped(to: width)
  }
}

extension ActField where Value == [String: String] {
  /// The method's clauses by the ids of rules, one in a line.
  fileprivate static func clauses(_ clauses: [String: String]) -> ActField {
    .line(
      Refusal.Field.clauses.rawValue, .field(.clauses),
      clauses.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n"),
      rows: 3, help: .Setup.clausesHelp, probes: [clauses],
      refused: Refused { reason in
        if case .badClause = reason { true } else { reason.field?.name == .clauses }
      }
    ) { text throws(Wrong) in
      var read: [String: String] = [:]
      for line in text.lines.map(String.init) where !line.isBlank {
        let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 2, read[Form.plain(words[0]).uppercased()] == nil else {
          throw Wrong(why: .Setup.noClause(line))
        }
        read[Form.plain(words[0]).uppercased()] = words[1]
      }
      return read
    }
  }
}
