import Foundation
import Procedure

/// A list of applications as a table: the first row names the columns, in any order.
struct ApplicationList {
  /// The columns, under the names that JSON has for them and under Chinese ones.
  enum Column: String, CaseIterable {
    case id, name, creditCode, district, industry, exemptSector, encouraged, staff, founded
    case modelSince, controlled

    var chinese: String {
      switch self {
      case .id: "编号"
      case .name: "组织名称"
      case .creditCode: "统一社会信用代码"
      case .district: "区县"
      case .industry: "行业"
      case .exemptSector: "豁免行业"
      case .encouraged: "鼓励标记"
      case .staff: "人数"
      case .founded: "成立年份"
      case .modelSince: "导入年份"
      case .controlled: "控股组织"
      }
    }

    /// Whether every row must have it, and so the table.
    var isRequired: Bool { [.id, .name, .district, .industry].contains(self) }

    init?(header: String) {
      let name = header.precomposedStringWithCompatibilityMapping.lowercased()
        .filter { !$0.isWhitespace }
      guard
        let found = Self.allCases.first(where: {
          $0.rawValue.lowercased() == name || $0.chinese == name
        })
      else { return nil }
      self = found
    }
  }

  /// Characters of a cell at most.
  static let longestCell = 2_000

  private let districts: [District]
  private var places: [Column: Int] = [:]
  /// The columns as the first row calls them; those that it lacks in the language that it has.
  private var headers: [Column: String] = [:]
  private var width = 0
  private(set) var cases: [ImportedCase] = []
  private(set) var faults: [ImportFault] = []
  private var seen: [Column: Set<String>] = [:]

  /// What the first row calls the columns, by the names that JSON has.
  var names: [String: String] {
    Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0.rawValue, name(of: $0)) })
  }

  private func name(of column: Column) -> String {
    if let header = headers[column] { return header }
    let isChinese = headers.values.contains { !$0.allSatisfy(\.isASCII) }
    return isChinese ? column.chinese : column.rawValue
  }

  /// Reads a table; every line at fault is named.
  init(_ table: TableText, districts: [District]) {
    self.districts = districts
    guard let header = table.records.first else {
      faults = [ImportFault(.file, .missing)]
      return
    }
    readHeader(header)
    // Under columns that are not understood no row can be.
    guard faults.isEmpty else { return }
    for record in table.records.dropFirst() { read(record) }
  }

  private mutating func readHeader(_ header: TableText.Record) {
    width = header.cells.count
    if header.isBroken { faults.append(ImportFault(line: header.line, nil, .quotes)) }
    for (index, cell) in header.cells.enumerated() {
      let name = cell.trimmingCharacters(in: .whitespacesAndNewlines)
      // Spreadsheets leave empty columns behind.
      if name.isEmpty { continue }
      guard let column = Column(header: name) else {
        faults.append(ImportFault(line: header.line, String(name.prefix(40)), .unknownColumn))
        continue
      }
      if places.updateValue(index, forKey: column) != nil {
        faults.append(ImportFault(line: header.line, name, .repeatedColumn))
      }
      headers[column] = name
    }
    for column in Column.allCases where column.isRequired && places[column] == nil {
      faults.append(ImportFault(line: header.line, name(of: column), .missingColumn))
    }
  }

  private mutating func read(_ record: TableText.Record) {
    if record.isBroken { return faults.append(ImportFault(line: record.line, nil, .quotes)) }
    let surplus = record.cells.dropFirst(width).contains { !$0.isBlank }
    if record.cells.count < width || surplus {
      return faults.append(
        ImportFault(
          line: record.line, nil, .cellCount(found: record.cells.count, wanted: width)))
    }
    var row = Row(record: record, places: places, names: names)
    let id = row.text(.id)
    let district = row.required(.district) { text in
      districts.first { [$0.code.rawValue, $0.name.zh, $0.name.en].contains(text) }?.code
    }
    let application = Application(
      id: CaseID(id), name: row.text(.name), creditCode: row.text(.creditCode),
      district: district ?? "", industry: row.text(.industry),
      exemptSector: row.optional(.exemptSector, ExemptSector.init(listed:)),
      encouraged: row.list(.encouraged, Encouragement.init(listed:)), staff: row.number(.staff),
      founded: row.number(.founded), modelSince: row.number(.modelSince),
      controlled: row.list(.controlled) { $0 })
    for (column, value) in [(Column.id, id), (.creditCode, application.creditCode)]
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

  let record: TableText.Record
  let places: [Column: Int]
  let names: [String: String]
  private(set) var faults: [ImportFault] = []

  init(record: TableText.Record, places: [Column: Int], names: [String: String]) {
    (self.record, self.places, self.names) = (record, places, names)
  }

  mutating func fail(_ column: Column, _ reason: ImportFault.Reason) {
    faults.append(ImportFault(line: record.line, names[column.rawValue], reason))
  }

  /// The cell, trimmed; missing where the column is required and nothing stands there.
  mutating func text(_ column: Column) -> String {
    let text = raw(column)
    if text.isEmpty, column.isRequired { fail(column, .missing) }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private mutating func raw(_ column: Column) -> String {
    guard let place = places[column] else { return "" }
    let text = record.cells[place].trimmingCharacters(in: .whitespacesAndNewlines)
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

  /// A whole number that is not negative; full-width digits are understood.
  mutating func number(_ column: Column) -> Int? {
    required(column) { text in
      let plain = text.precomposedStringWithCompatibilityMapping
      guard plain.allSatisfy({ $0.isASCII && $0.isNumber }), plain.count < 10 else { return nil }
      return Int(plain)
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
