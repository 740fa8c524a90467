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
  private func body(_ lines: [Splitting.Line], isPrinted: Bool = false) throws -> String {
    let manuscript = Manuscript(lines: lines, encoding: "docx", isPrinted: isPrinted)
    let text = String(decoding: try JSONEncoder().encode(manuscript), as: UTF8.self)
    let parts = AttachedText.parts(of: text, nil, for: .shipped, note: .plain("")) { $0.zh }
    return try #require(parts.part("4.1.2")).body
  }

  @Test("S12: paragraphs can be quoted one by one, by their point or by the table's name")
  func places() throws {
    let body = try body([
      Splitting.Line("4.1.2 高层领导的作用", level: 2), Splitting.Line("4.1.2.1 使命愿景"),
      Splitting.Line("公司每年讲课。"), Splitting.Line("每季度评审一次。"),
      Splitting.Line("表 4.1-1 沟通渠道"),
      Splitting.Line("渠道 次数", kind: .table, cells: ["渠道", "次数"]),
      Splitting.Line("午餐会 12", kind: .table, cells: ["午餐|会", "12"]),
      Splitting.Line("以上为渠道。"),
    ])
    let blocks = MaterialBlock.blocks(of: body, place: "4.1.2")
    #expect(
      blocks.map(\.evidence) == [nil, "¶4.1.2.1", "¶4.1.2.1", "表 4.1-1", "¶4.1.2.1"], "\(body)")
    #expect(
      blocks[3].kind == .table([["渠道", "次数"], ["午餐｜会", "12"]], caption: "表 4.1-1 沟通渠道"))
  }

  @Test("printed lines that a page broke are one paragraph, a blank line parts two")
  func printed() throws {
    let body = try body(
      ["4.1.2 高层领导的作用", "公司每年", "讲课。", "", "每季度评审一次。"].map { Splitting.Line($0) },
      isPrinted: true)
    #expect(
      MaterialBlock.blocks(of: body, place: "4.1.2").map(\.text) == ["公司每年\n讲课。", "每季度评审一次。"])
  }
}
