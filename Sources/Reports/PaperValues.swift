import Foundation
import Mustache
import Procedure

/// A block that a template names alone on a line: set in plain text, an element in HTML.
enum PaperBlock: String, CaseIterable {
  /// Who signs, title, number and cycle.
  case heading
  /// The organisations as a table.
  case list
  /// Who signs, and the day.
  case signature

  /// What stands for it between template and page: no text that people typed can hold it.
  var mark: String {
    switch self {
    case .heading: "\u{1}"
    case .list: "\u{2}"
    case .signature: "\u{3}"
    }
  }

  init?(mark: Substring) {
    guard let block = Self.allCases.first(where: { $0.mark == mark }) else { return nil }
    self = block
  }
}

/// The values that a template can name, for one paper.
struct PaperValues {
  /// What the paper is called.
  let title: String
  /// The paper's number.
  let number: String
  /// The authority and the day, the last lines of the text.
  let signature: [String]
  /// The line under the paper by which it is checked against the log.
  let foot: String
  /// The values by name; one that the paper lacks is not there.
  private(set) var named: [String: any Sendable] = [:]

  private let body: String
  private let cycle: String

  /// Every name that a template may use outside the rows.
  static let names: Set<String> = [
    "title", "rule", "city", "year", "cycle", "number", "date", "last", "days", "count", "hasRows",
    "rows", "recipient", "recommender", "reason", "answer", "outcome", "total", "line", "below",
    "reached",
    "lapsed", "fraud", "refundMonths", "refundDue", "refund", "body", "head", "position", "printed",
    "heading",
    "list", "signature",
  ]

  /// What marks a last day that may still move (W).
  static let provisionalMark = "（暂定：该年度节假日安排尚未公布）"

  init(_ paper: Paper, _ content: PaperContent) {
    let rule = paper.rule(content)
    title = paper.title.zh
    number = PlainText.line(content.number)
    body = PlainText.line(content.body)
    cycle = PlainText.line(content.cycle)
    signature = [body, Self.written(content.date)].filter { !$0.isEmpty }
    let basis = rule.map { "规则 \($0.rawValue) · \($0.clause.zh) · " } ?? ""
    let head = PlainText.line(content.head)
    let printed = PlainText.line(content.printed)
    foot = "\(basis)日志指纹 \(head) · 第 \(content.position) 条 · 打印 \(printed)"
    for (name, text) in [
      ("title", title), ("rule", rule?.rawValue ?? ""), ("number", number), ("body", body),
      ("city", PlainText.line(content.city)), ("cycle", cycle), ("head", head),
      ("recipient", PlainText.line(content.recipient)), ("printed", printed),
      ("recommender", PlainText.line(content.recommender)),
      ("reason", PlainText.paragraphs(content.reason)),
      ("answer", PlainText.paragraphs(content.answer)),
      ("total", content.total?.description ?? ""), ("line", content.line?.description ?? ""),
      ("date", Self.written(content.date)), ("last", Self.last(content)),
      ("refundDue", content.refundDue.map(Self.written) ?? ""),
      ("refund", content.refund?.grouped ?? ""),
    ] where !text.isEmpty {
      named[name] = text
    }
    for (name, figure) in [
      ("year", content.year), ("days", content.days), ("count", content.rows.count),
      ("refundMonths", content.refundMonths), ("position", content.position),
    ] {
      if let figure { named[name] = figure }
    }
    if let total = content.total, let line = content.line {
      if total < line { named["below"] = (line - total).description }
      named["reached"] = total >= line
    }
    named["lapsed"] = content.isLapsed
    named["fraud"] = content.isFraud
    if let isUpheld = content.isUpheld { named["outcome"] = isUpheld ? "异议成立" : "异议不成立" }
    named["hasRows"] = !content.rows.isEmpty
    named["rows"] = content.rows.enumerated().map { Self.row($1, at: $0) }
  }

  /// The lines of the heading: who signs, the title, then number and cycle.
  var heading: (above: [String], title: String, below: [String]) {
    ([body].filter { !$0.isEmpty }, title, [number, cycle].filter { !$0.isEmpty })
  }

  /// The values for a template whose blocks become marks, as the page wants them.
  var marked: [String: any Sendable] {
    with { "\n\($0.mark)\n" }
  }

  /// The values for a template whose blocks are set in plain text.
  func set(_ table: PaperTable) -> [String: any Sendable] {
    with { block in
      switch block {
      case .heading:
        (heading.above + [heading.title] + heading.below).map(PlainText.centred)
          .joined(separator: "\n")
      case .list: table.text
      case .signature:
        signature.map { PlainText.padded($0, to: PlainText.columns, isFigure: true) }
          .joined(separator: "\n")
      }
    }
  }

  private func with(_ block: (PaperBlock) -> String) -> [String: any Sendable] {
    var all = named
    for each in PaperBlock.allCases { all[each.rawValue] = block(each) }
    return all
  }

  /// A day as official papers write it.
  static func written(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.day)日" }

  private static func last(_ content: PaperContent) -> String {
    guard let last = content.last else { return "" }
    return written(last) + (content.isProvisional ? provisionalMark : "")
  }

  /// A row's values; those it lacks are there as nothing, so that the paper's own do not show.
  static func row(_ row: PaperRow, at index: Int) -> [String: any Sendable] {
    func orNothing(_ text: String?) -> any Sendable {
      let line = PlainText.line(text ?? "")
      return line.isEmpty ? Nothing() : line
    }
    return [
      "index": index + 1, "number": orNothing(row.number), "name": orNothing(row.name),
      "district": orNothing(row.district), "industry": orNothing(row.industry),
      "tier": orNothing(row.tier), "total": orNothing(row.total?.fixed),
    ]
  }

  /// A value that shows nothing and opens no section.
  private struct Nothing: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
  }
}
