import Office
import Procedure

/// The application that a paper of the review is about, as its first lines name it.
public struct PaperCase: Sendable, Hashable {
  /// The number of the application.
  public var number: String
  /// The organisation, by its name and its unified social credit code.
  public var name: String
  public var creditCode: String
  /// The district it is registered in, and its trade.
  public var district: String
  public var industry: String
  /// The city, such as 杭州市, and the year of the cycle.
  public var city: String
  public var year: Int
  /// The day of the paper.
  public var date: Day
  /// What stands at the head and foot of a paper that goes out.
  public var head: Letterhead

  /// An application; what nobody knows of it stays empty.
  public init(
    number: String, name: String, creditCode: String, district: String, industry: String,
    city: String, year: Int, date: Day, head: Letterhead
  ) {
    (self.number, self.name, self.creditCode) = (number, name, creditCode)
    (self.district, self.industry) = (district, industry)
    (self.city, self.year, self.date, self.head) = (city, year, date, head)
  }

  /// With nothing left out; openly made up.
  public static let sample = PaperCase(
    number: "0", name: "示例组织", creditCode: "000000000000000000", district: "示例区", industry: "示例",
    city: "示例市", year: 2026, date: Day(daysSinceEpoch: 20_713), head: .sample)

  /// What every paper of an application may name; «date» is the paper's day.
  func fill(_ words: [String: String], _ blocks: [String: [Composition.Block]]) -> PaperFill {
    let own = [
      "case": number, "name": name, "creditCode": creditCode, "district": district,
      "industry": industry, "city": city, "year": "\(year)", "date": PaperFill.written(date),
    ]
    let values = own.merging(words) { $1 }.mapValues(FieldValue.text)
    return PaperFill(
      head.values(in: city).merging(values) { $1 },
      blocks: [
        "subject": subject, "signature": head.signature(date),
        "imprint": head.imprint(date, isCopied: false),
      ].merging(blocks) { $1 })
  }

  /// Who it is, as a table over everything else.
  private var subject: [Composition.Block] {
    let rows: [[Table.Cell]] = [
      ["申报编号", Table.Cell(Words(number)), "年度", "\(year)"],
      ["组织名称", Table.Cell(Words(name), columns: 3, alignment: .left)],
      ["统一社会信用代码", Table.Cell(Words(creditCode), columns: 3, alignment: .left)],
      ["所属区县", Table.Cell(Words(district)), "行业", Table.Cell(Words(industry))],
    ]
    return [
      .table(Table([.init(5, .centre), .init(6), .init(3, .centre), .init(5)], rows: rows))
    ]
  }
}

/// Somebody who takes part, as a paper names them.
public struct PaperPerson: Sendable, Hashable {
  /// What they are called, whose they are, and what they are here.
  public var name: String
  public var unit: String
  public var post: String
  /// What they declared of interests (R5).
  public var declared: String
  /// Whether they stepped back: then they sign nothing (R5).
  public var stepsBack = false

  /// Somebody; what nobody knows stays empty.
  public init(name: String, unit: String = "", post: String = "", declared: String = "") {
    (self.name, self.unit, self.post, self.declared) = (name, unit, post, declared)
  }

  static let sample = PaperPerson(name: "示例", unit: "示例单位", post: "组长", declared: "无应当回避的情形")
}

extension Composition {
  /// Lines with their numbers before them; a sentence where there is none.
  static func numbered(_ lines: [String], none: String = "（无）") -> [Block] {
    lines.isEmpty
      ? [.paragraph(Words(none))]
      : lines.enumerated().map { .paragraph(Words("\($0 + 1). \(Markup.line($1))")) }
  }

  /// What somebody typed, or a sentence where nobody typed anything.
  static func said(_ text: String?, none: String = "（无）") -> [Block] {
    let found = paragraphs(text ?? "")
    return found.isEmpty ? [.paragraph(Words(none))] : found
  }
}

extension Table.Cell {
  /// Lines one under the other with their numbers; a word where there is none.
  init(numbered lines: [String], none: String = "—") {
    self.init(
      Words(
        lines.isEmpty
          ? none
          : lines.count == 1
            ? lines[0] : lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")),
      alignment: .left)
  }

  /// Bold words of a head.
  init(head text: String, columns: Int = 1) {
    self.init(.bold(text), columns: columns, alignment: .centre)
  }
}
