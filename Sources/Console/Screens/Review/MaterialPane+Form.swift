import Criteria
import Foundation
import Intake
import Procedure
import Splitting
import Terminal

/// The application form: what was filled in, beside what its document says.
extension MaterialPane {
  /// The form's fields and the figures of its years, each with what was read of the document.
  func formBlocks(_ context: Context) -> [MaterialBlock] {
    guard let form else { return [] }
    let read = readForm
    return fields(of: form, read, context) + figures(of: form, read, context)
      + form.controlled.map {
        MaterialBlock(
          kind: .entry(sign: context.say(.Case.controlled)), text: ControlledLine.text($0))
      }
  }

  /// What the form's documents say behind its labels; nil where none was read.
  private var readForm: Intake.FormReading? {
    let blocks = documents(of: .applicationForm).compactMap { texts[$0.id] }
      .flatMap(\.parts).flatMap { MaterialBlock.blocks(of: $0.body, cited: Citation(document: "")) }
    guard !blocks.isEmpty else { return nil }
    let lines = blocks.flatMap { block -> [Splitting.Line] in
      guard case .table(let rows, _) = block.kind else {
        return block.text.lines.map { Splitting.Line(String($0)) }
      }
      return rows.map { Splitting.Line($0.joined(separator: " "), kind: .table, cells: $0) }
    }
    return Intake.FormReading(Manuscript(lines: lines, encoding: ""))
  }

  private static func cited(_ section: Phrase) -> Citation {
    Citation(document: Phrase.document(.applicationForm).zh, section: section.zh)
  }

  // MARK: Fields

  private func fields(
    of form: ApplicationForm, _ read: Intake.FormReading?, _ context: Context
  ) -> [MaterialBlock] {
    var left = read?.fields ?? [:]
    var blocks = FrameFacts.facts(of: form, context).compactMap { fact -> MaterialBlock? in
      let found = fact.labels.compactMap { label in
        left.removeValue(forKey: label).map { (label, $0.text) }
      }
      if fact.text.isBlank, found.isEmpty { return nil }
      return entry(fact.label, fact.text, beside: found, context)
    }
    if let application {
      let known: [(FormLabel, String)] = [
        (.name, application.name), (.creditCode, application.creditCode),
        (.industry, application.industry), (.staff, application.staff?.description ?? ""),
        (.founded, application.founded?.description ?? ""),
      ]
      // Only where the document says something: the rest stands in the head of the case.
      blocks =
        known.compactMap { label, text in
          left.removeValue(forKey: label).map {
            entry(.formLabel(label), text, beside: [(label, $0.text)], context)
          }
        } + blocks
    }
    return blocks
      + FormLabel.allCases.compactMap { label in
        left[label].map { entry(.formLabel(label), "", beside: [(label, $0.text)], context) }
      }
  }

  /// A field with what the document says of it: that it is the same, or what else.
  private func entry(
    _ label: Phrase, _ text: String, beside found: [(label: FormLabel, text: String)],
    _ context: Context
  ) -> MaterialBlock {
    var words = text.isBlank ? context.say(.Review.notFilledIn) : text
    if !found.isEmpty {
      let others = found.filter { !Self.isSame($0.text, as: text, $0.label) }
      let read = others.map(\.text).joined(separator: "、")
      words +=
        "  " + context.say(others.isEmpty ? .Review.sameAsDocument : .Review.documentSays(read))
    }
    return MaterialBlock(
      kind: .entry(sign: context.say(label)), text: words, citation: Self.cited(label))
  }

  /// Whether both mean the same: neither blanks, width nor marks count, and of dates the numbers.
  private static func isSame(_ a: String, as b: String, _ label: FormLabel) -> Bool {
    if label == .modelSince || label == .founded {
      let numbers = [a, b].map { text in
        text.precomposedStringWithCompatibilityMapping.split { !$0.isNumber }.compactMap { Int($0) }
      }
      return zip(numbers[0], numbers[1]).allSatisfy(==) && numbers.allSatisfy { !$0.isEmpty }
    }
    let (one, other) = (Names.key(a), Names.key(b))
    return !one.isEmpty && !other.isEmpty && (one.contains(other) || other.contains(one))
  }

  // MARK: Figures

  /// The years beside one another; under a figure what the document says, where that is another.
  private func figures(
    of form: ApplicationForm, _ read: Intake.FormReading?, _ context: Context
  ) -> [MaterialBlock] {
    let filled = Dictionary(form.years.map { ($0.year, $0) }, uniquingKeysWith: { a, _ in a })
    let years = Set(filled.keys).union(read?.years.keys.map { $0 } ?? []).sorted()
    let rows = YearFigure.allCases.flatMap { figure -> [[String]] in
      let texts = years.map { filled[$0].map(figure.text(of:)) ?? "" }
      let found = years.map { year in
        FigureLabel(rawValue: figure.rawValue).flatMap { read?.years[year]?[$0]?.text } ?? ""
      }
      guard (texts + found).contains(where: { !$0.isEmpty }) else { return [] }
      let unit = figure.unit == .tenThousandYuan ? Phrase.tenThousandYuan : .plain("")
      let row = [context.say(.Act.figure(figure) + unit)] + texts.map { $0.isEmpty ? "–" : $0 }
      let others = zip(texts, found).map { text, found in
        found.isEmpty || Self.isSame(found, as: text, in: figure.unit) ? "" : found
      }
      return others.contains { !$0.isEmpty }
        ? [row, [context.say(.Review.inDocument)] + others] : [row]
    }
    guard !rows.isEmpty else { return [] }
    let caption = context.say(.Review.figures)
    let table = [[""] + years.map { "\($0)" }] + rows
    return [
      MaterialBlock(
        kind: .table(table, caption: caption),
        text: ([caption] + table.map { $0.joined(separator: " ") }).joined(separator: "\n"),
        citation: Self.cited(.Review.figures))
    ]
  }

  private static func isSame(_ a: String, as b: String, in unit: TypedNumber.Unit) -> Bool {
    let numbers = [a, b].map { text in
      try? TypedNumber.read(text, in: unit)
    }
    return numbers[0] != nil && numbers[0] == numbers[1]
  }
}
