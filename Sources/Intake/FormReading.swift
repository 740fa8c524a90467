import Foundation
import Procedure
import Splitting

/// A field of the application form, as its printed forms label it (M1).
public enum FormLabel: String, Sendable, Hashable, CaseIterable {
  case name, creditCode, kind, address, legalRepresentative, qualityOfficer, appointment
  case contact, telephone, industry, industryCode, size, staff, founded, modelSince, group
  case systems, awards

  /// What forms call it, as ``Names/key(_:)`` has it; the longest that fits decides.
  var words: [String] {
    switch self {
    case .name: ["单位名称", "组织名称", "企业名称", "申报单位", "申报组织", "申报单位名称", "申报组织名称", "单位全称"]
    case .creditCode: ["统一社会信用代码", "社会信用代码", "信用代码", "组织机构代码"]
    case .kind: ["单位性质", "组织类型", "组织性质", "单位类型", "组织类别"]
    case .address: ["单位地址", "注册地址", "通讯地址", "通信地址", "详细地址", "组织地址", "地址", "住所"]
    case .legalRepresentative: ["法定代表人", "法人代表", "法定代表人姓名", "法人", "负责人"]
    case .qualityOfficer: ["首席质量官", "首席质量官姓名"]
    case .appointment: ["任命文号", "首席质量官任命文号", "任命文件号", "聘任文号", "首席质量官聘任文号"]
    case .contact: ["联系人", "联系人姓名"]
    case .telephone: ["联系电话", "电话", "手机", "联系方式", "联系人电话"]
    case .industry: ["所属行业", "行业", "行业名称", "行业类别"]
    case .industryCode: ["行业代码", "国民经济行业代码", "所属行业代码", "行业分类代码"]
    case .size: ["企业规模", "单位规模", "组织规模", "规模"]
    case .staff: ["职工人数", "员工人数", "从业人数", "职工总数", "员工总数", "从业人员", "从业人员数", "人数"]
    case .founded: ["成立时间", "成立日期", "成立年份", "注册时间", "创立时间"]
    case .modelSince:
      ["导入卓越绩效模式时间", "导入时间", "导入年月", "卓越绩效模式导入时间", "导入卓越绩效管理模式时间", "实施卓越绩效模式时间"]
    case .group: ["集团名称", "所属集团", "集团全称"]
    case .systems: ["管理体系认证", "体系认证", "通过的管理体系认证", "管理体系认证情况", "体系认证情况"]
    case .awards: ["主要荣誉", "获奖情况", "所获荣誉", "获得荣誉", "荣誉", "主要奖项", "质量奖励"]
    }
  }

  /// The label that a cell is, whatever its numbers, blanks and remarks in brackets.
  static func of(_ cell: String) -> FormLabel? {
    let plain = cell.precomposedStringWithCompatibilityMapping
    let bare = plain.prefix { $0 != "(" }
    let key = Names.key(String(bare.isEmpty ? plain[...] : bare)).drop { $0.isNumber }
    return labels[String(key)]
  }

  private static let labels: [String: FormLabel] = {
    var labels: [String: FormLabel] = [:]
    for label in allCases { for word in label.words { labels[Names.key(word)] = label } }
    return labels
  }()
}

/// A figure of a year, as forms label it (M1).
public enum FigureLabel: String, Sendable, Hashable, CaseIterable {
  case revenue, profit, tax, assets, productivity, researchShare, rank

  /// Words that stand in its label; the first figure with one of them in a label is meant.
  var words: [String] {
    switch self {
    case .productivity: ["劳动生产率"]
    case .researchShare: ["研发投入", "研发费用", "研究开发", "研发经费", "rd"]
    case .rank: ["排名", "位次", "名次"]
    case .revenue: ["营业收入", "主营业务收入", "销售收入", "销售额", "业务收入", "总收入"]
    case .profit: ["利润"]
    case .tax: ["纳税", "税金", "税收", "上缴税", "利税"]
    case .assets: ["资产"]
    }
  }

  /// The figure that a cell labels.
  static func of(_ cell: String) -> FigureLabel? {
    let key = Names.key(cell)
    guard key.count <= 30 else { return nil }
    let order: [FigureLabel] = [
      .productivity, .researchShare, .rank, .revenue, .profit, .tax, .assets,
    ]
    return order.first { label in label.words.contains { key.contains($0) } }
  }
}

/// What stands behind a form's labels, as written: a person looks at it before it counts.
public struct FormReading: Sendable, Hashable {
  /// A value, and where it stands.
  public struct Found: Sendable, Hashable {
    public var text: String
    /// The line of the document, counted from 0.
    public var line: Int
    /// The page, where pages are known.
    public var page: Int?
  }

  /// What was found for each label; the first place counts.
  public private(set) var fields: [FormLabel: Found] = [:]
  /// The figures of each year, in ten thousand yuan where the label names another unit of money.
  public private(set) var years: [Int: [FigureLabel: Found]] = [:]
  /// Labels that stand in several places with different values.
  public private(set) var contradictions: Set<FormLabel> = []

  /// Reads a document: rows of tables, and lines «label：value».
  public init(_ manuscript: Manuscript) {
    var table = YearTable()
    for (index, line) in manuscript.lines.enumerated() {
      func found(_ text: String) -> Found { Found(text: text, line: index, page: line.page) }
      if let cells = line.cells {
        if let figures = table.take(cells) {
          for (year, label, text) in figures { years[year, default: [:]][label] = found(text) }
          continue
        }
        for (label, value) in Self.pairs(cells) { note(label, found(value)) }
      } else {
        table = YearTable()
        for (label, value) in Self.pairs(inLine: line.text) { note(label, found(value)) }
      }
    }
  }

  private mutating func note(_ label: FormLabel, _ found: Found) {
    guard let first = fields[label] else {
      fields[label] = found
      return
    }
    if Names.key(first.text) != Names.key(found.text) { contradictions.insert(label) }
  }

  /// The pairs of a row: behind each label the next cell that is none.
  private static func pairs(_ cells: [String]) -> [(FormLabel, String)] {
    var pairs: [(FormLabel, String)] = []
    var label: FormLabel?
    for cell in cells {
      let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
      if let next = FormLabel.of(text) {
        label = next
      } else if let known = label, !text.isEmpty {
        pairs.append((known, text))
        label = nil
      } else if label == nil {
        pairs += Self.pairs(inLine: text)
      }
    }
    return pairs
  }

  /// «联系人：张三　联系电话：0571-…»: labels with colons in a line of text.
  private static func pairs(inLine text: String) -> [(FormLabel, String)] {
    let plain = text.precomposedStringWithCompatibilityMapping
    guard plain.contains(":"), plain.count <= 400 else { return [] }
    var pairs: [(FormLabel, String)] = []
    var label: FormLabel?
    var value: [Substring] = []
    func close() {
      let text = value.joined(separator: " ").trimmingCharacters(in: .whitespaces)
      if let label, !text.isEmpty { pairs.append((label, text)) }
      value = []
    }
    for word in plain.split(whereSeparator: \.isWhitespace) {
      guard let colon = word.firstIndex(of: ":"),
        let next = FormLabel.of(String(word[..<colon]))
      else {
        value.append(word)
        continue
      }
      close()
      label = next
      let rest = word[word.index(after: colon)...]
      if !rest.isEmpty { value.append(rest) }
    }
    close()
    return pairs
  }
}
