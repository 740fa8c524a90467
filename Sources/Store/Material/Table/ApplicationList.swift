import Foundation
import Procedure

/// A list of applications as a table: the first row names the columns, in any order.
struct ApplicationList {
  /// The columns, under the names that JSON has for them and under Chinese ones.
  enum Column: String, TableColumn {
    case id, name, creditCode, district, industry, exemptSector, encouraged, staff, founded
    case modelSince, controlled

    var titles: [String] { [rawValue] + chinese }

    private var chinese: [String] {
      switch self {
      case .id: ["编号", "申报编号", "受理编号"]
      case .name: ["组织名称", "单位名称", "企业名称", "申报单位", "申报组织"]
      case .creditCode: ["统一社会信用代码", "社会信用代码", "信用代码"]
      case .district: ["区县", "所属区县", "所在区县"]
      case .industry: ["行业", "所属行业"]
      case .exemptSector: ["豁免行业"]
      case .encouraged: ["鼓励标记"]
      case .staff: ["人数", "职工人数", "员工人数", "从业人数"]
      case .founded: ["成立年份"]
      case .modelSince: ["导入年份"]
      case .controlled: ["控股组织"]
      }
    }

    var isRequired: Bool { [.id, .name, .district, .industry].contains(self) }
  }

  /// Characters of a cell at most.
  static let longestCell = 2_000

  private let districts: [District]
  private var head: TableHead<Column>?
  private(set) var cases: [ImportedCase] = []
  private(set) var faults: [ImportFault] = []
  private var seen: [Column: Set<String>] = [:]

  /// What the first row calls the columns, by the names that JSON has.
  var names: [String: String] {
    guard let head else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: Column.allCases.map { ($0.rawValue, head.title(of: $0)) })
  }

  /// The headings under which nothing was read.
  var spare: [String] { head?.spare ?? [] }

  /// Reads a table; every line at fault is named.
  init(_ table: TextTable, districts: [District]) {
    self.districts = districts
    guard let first = table.records.first else {
      faults = [ImportFault(.file, .missing)]
      return
    }
    let head = TableHead<Column>(first)
    self.head = head
    faults = Self.faults(of: head, first)
    // Under columns that are not understood no row can be.
    guard faults.isEmpty else { return }
    for record in table.records.dropFirst() { read(record, under: head) }
  }

  private static func faults(
    of head: TableHead<Column>, _ record: TextTable.Record
  ) -> [ImportFault] {
    let fault = { ImportFault(line: record.line, $0, $1) }
    // A heading that was meant for one that is missing is among those that are not known.
    let strangers = head.missing.isEmpty ? [] : head.spare
    return (record.isBroken ? [fault(nil, .quotes)] : [])
      + strangers.map { fault($0, .unknownColumn) }
      + head.repeated.map { fault($0, .repeatedColumn) }
      + head.missing.map { fault(head.title(of: $0), .missingColumn) }
  }

  private mutating func read(_ record: TextTable.Record, under head: TableHead<Column>) {
    if record.isBroken { return faults.append(ImportFault(line: record.line, nil, .quotes)) }
    guard head.fits(record) else {
      return faults.append(
        ImportFault(
          line: record.line, nil, .cellCount(found: record.cells.count, wanted: head.width)))
    }
    var row = Row(record: record, head: head)
    let id = row.text(.id)
    let district = row.required(.district) { text in
      districts.first { [$0.code.rawValue, $0.name.zh, $0.name.en].contains(text) }?.code
    }
    let code = CreditCode(row.text(.creditCode))
    let application = Application(
      id: CaseID(id), name: row.text(.name), creditCode: code.text,
      district: district ?? "", industry: row.text(.industry),
      exemptSector: row.optional(.exemptSector, ExemptSector.init(listed:)),
      encouraged: row.list(.encouraged, Encouragement.init(listed:)),
      staff: row.number(.staff, in: .people),
      founded: row.number(.founded, in: .year), modelSince: row.number(.modelSince, in: .year),
      controlled: row.list(.controlled) { $0 })
    for column in [Column.id, .creditCode] where CreditCode(row.text(column)).isRounded {
      row.fail(column, .rounded(row.text(column)))
    }
    for (column, value) in [(Column.id, id), (.creditCode, code.text)]
    where !value.isEmpty && !seen[column, default: []].insert(value).inserted {
      row.fail(column, .repeated)
    }
    faults += row.faults
    if row.faults.isEmpty { cases.append(ImportedCase(application, line: record.line)) }
  }
}

/// One row, read cell by cell; what is wrong is collected.
private struct Row {
  typealias Column = ApplicationList.Column

  let record: TextTable.Record
  let head: TableHead<Column>
  private(set) var faults: [ImportFault] = []

  init(record: TextTable.Record, head: TableHead<Column>) {
    (self.record, self.head) = (record, head)
  }

  /// Notes what is wrong with a cell; of one cell it is noted once.
  mutating func fail(_ column: Column, _ reason: ImportFault.Reason) {
    let fault = ImportFault(line: record.line, head.title(of: column), reason)
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// The cell on one line, trimmed; missing where the column is required and nothing stands there.
  mutating func text(_ column: Column) -> String {
    let text = raw(column)
    if text.isEmpty, column.isRequired { fail(column, .missing) }
    return text.lines.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func raw(_ column: Column) -> String {
    let text = head.cell(column, of: record)
    guard text.count <= ApplicationList.longestCell else {
      fail(column, .tooLarge(limit: ApplicationList.longestCell))
      return ""
    }
    return text
  }

  mutating func required<T>(_ column: Column, _ value: (String) -> T?) -> T? {
    let text = text(column)
    if text.isEmpty { return nil }
    if let value = value(text) { return value }
    fail(column, .unknownValue(text))
    return nil
  }

  mutating func optional<T>(_ column: Column, _ value: (String) -> T?) -> T? {
    required(column, value)
  }

  /// Several values, apart by 、 or ; or on lines of their own.
  mutating func list<T>(_ column: Column, _ value: (String) -> T?) -> [T] {
    let parts = raw(column).split { "、;；".contains($0) || $0.isNewline }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    var values: [T] = []
    for part in parts {
      if let value = value(part) { values.append(value) } else { fail(column, .unknownValue(part)) }
    }
    return values
  }

  /// A whole number as in every field, which the rules judge.
  mutating func number(_ column: Column, in unit: TypedNumber.Unit) -> Int? {
    required(column) { text in
      (try? TypedNumber.whole(text, in: unit)).flatMap { $0.magnitude < 1_000_000_000 ? $0 : nil }
    }
  }
}

extension ExemptSector {
  /// Under the name that JSON has for it, or a Chinese one.
  fileprivate init?(listed text: String) {
    switch text {
    case "数字经济", "数字经济新兴产业": self = .digitalEconomy
    case "生命健康", "生命健康产业": self = .lifeHealth
    case "农业": self = .agriculture
    default: self.init(rawValue: text)
    }
  }
}

extension Encouragement {
  /// Under the name that JSON has for it, or a Chinese one.
  fileprivate init?(listed text: String) {
    switch text {
    case "战略性新兴产业": self = .strategicEmerging
    case "未来产业": self = .futureIndustry
    case "传统优势产业": self = .traditionalAdvantage
    case "成长型中小企业": self = .growingSmall
    case "品字标", "浙江精品", "品字标/浙江精品": self = .brandMark
    default: self.init(rawValue: text)
    }
  }
}
