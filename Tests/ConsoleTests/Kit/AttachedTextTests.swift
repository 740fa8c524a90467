import Criteria
import Foundation
import Procedure
import Splitting
import Store
import Testing

@testable import Console

/// What came in as a file, as it is read beside the review.
@Suite("The text of a file that is attached")
struct AttachedTextTests {
  private func part(
    _ lines: [Splitting.Line], isPrinted: Bool = false
  ) throws -> MaterialText.Part {
    let manuscript = Manuscript(lines: lines, encoding: "docx", isPrinted: isPrinted)
    let text = String(decoding: try JSONEncoder().encode(manuscript), as: UTF8.self)
    let parts = AttachedText.parts(of: text, nil, for: .shipped, note: .plain("")) { $0.zh }
    return try #require(parts.part("4.1.2"))
  }

  @Test("S12: paragraphs can be quoted one by one, by their point or by the table's name")
  func places() throws {
    let part = try part([
      Splitting.Line("4.1.2 高层领导的作用", level: 2), Splitting.Line("4.1.2.1 使命愿景"),
      Splitting.Line("公司每年讲课。"), Splitting.Line("每季度评审一次。"),
      Splitting.Line("表 4.1-1 沟通渠道"),
      Splitting.Line("渠道 次数", kind: .table, cells: ["渠道", "次数"]),
      Splitting.Line("午餐会 12", kind: .table, cells: ["午餐|会", "12"]),
      Splitting.Line("以上为渠道。"),
    ])
    let blocks = Self.blocks(of: part)
    #expect(
      blocks.map(\.evidence) == [
        nil, "自评报告 4.1.2.1，第 1 段", "自评报告 4.1.2.1，第 2 段", "自评报告 4.1.2.1，表 4.1-1",
        "自评报告 4.1.2.1，第 4 段",
      ], "\(part.body)")
    #expect(
      blocks[3].kind == .table([["渠道", "次数"], ["午餐｜会", "12"]], caption: "表 4.1-1 沟通渠道"))
  }

  @Test("printed lines that a page broke are one paragraph, a blank line parts two")
  func printed() throws {
    let part = try part(
      ["4.1.2 高层领导的作用", "公司每年", "讲课。", "", "每季度评审一次。"].map { Splitting.Line($0) },
      isPrinted: true)
    #expect(Self.blocks(of: part).map(\.text) == ["公司每年\n讲课。", "每季度评审一次。"])
  }

  private static func blocks(of part: MaterialText.Part) -> [MaterialBlock] {
    MaterialBlock.blocks(
      of: part.body, cited: Citation(document: "自评报告", section: "4.1.2"), places: part.places)
  }

  @Test("where pages are known a passage is cited by its page and the paragraph on it, as on paper")
  func pages() throws {
    let lines = [
      ("自评报告", 11), ("4.1.2 高层领导的作用", 11), ("", 11), ("公司每年", 11), ("讲课。", 11), ("", 11),
      ("自评报告", 12), ("每季度评审一次。", 12), ("", 12), ("表 4.1-1 沟通渠道", 12),
    ].map { Splitting.Line($0.0, page: $0.1) }
    let cells = ["渠道", "次数"]
    let table = Splitting.Line("渠道 次数", page: 12, kind: .table, cells: cells)
    let last = [Splitting.Line("", page: 12), Splitting.Line("以上。", page: 12)]
    let part = try part(lines + [table] + last, isPrinted: true)
    #expect(
      Self.blocks(of: part).compactMap(\.evidence).suffix(4) == [
        "自评报告 4.1.2，第 11 页第 2 段", "自评报告 4.1.2，第 12 页第 1 段",
        "自评报告 4.1.2，第 12 页表 4.1-1", "自评报告 4.1.2，第 12 页第 4 段",
      ], "\(part)")
  }
}
