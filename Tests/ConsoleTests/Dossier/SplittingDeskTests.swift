import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// S13 by keys: a part is assigned, cut, joined, taken back, and handed over as one entry.
@Suite("The dossier: how a document falls into items is corrected")
struct SplittingDeskTests {
  private static let id: CaseID = "HZ26-0010"
  private static let text = """
    4.1.2 高层领导的作用
    董事长每季度主持一次评审。
    公司的社会责任由工会牵头。
    我们怎样看待客户
    每年访问一百家客户。
    4.1.3 组织治理
    设监事会。
    """

  /// The district before a case of its own, a self-evaluation attached, the desk open on it.
  private func desk(
    as person: PersonID = "shenbin", size: Size = Size(width: 120, height: 36)
  ) throws -> Rig {
    let rig = try Rig(.application, at: Rig.open, size: size)
    try Data(Self.text.utf8).write(to: rig.home.appendingPathComponent("自评.txt"))
    try rig.signIn("chenmi")
    let session = try #require(rig.backstage.session)
    let rows = try rig.backstage.store.queue(
      QueueQuery(scope: .all, order: .number), offset: 0, limit: 500, by: session)
    try #require(rows.contains { $0.id == Self.id })
    rig.backstage.carryOut([
      .attachFile(
        Self.id, FileToAttach(path: "~/自评.txt", kind: .selfEvaluation), ticket: "act")
    ])
    if person != "chenmi" { try rig.signIn(person) }
    rig.go(.dossier, Self.id)
    rig.press(.function(6))
    while !rig.text.contains("▸ 自评报告 1") { rig.press(.down) }
    rig.press(.function(4))
    return rig
  }

  private func officer() throws -> PersonID {
    let rig = try Rig(.application, at: Rig.open)
    try rig.signIn("chenmi")
    let session = try #require(rig.backstage.session)
    let district = try rig.backstage.store.dossier(Self.id, by: session).application.district
    let cycle = try rig.backstage.store.cycle()
    return try #require(
      cycle.people.values.first { $0.roles.contains(.districtOfficer) && $0.district == district }?
        .id)
  }

  private func record(_ rig: Rig) throws -> SplittingRecord? {
    try rig.backstage.store.dossier(Self.id, by: #require(rig.backstage.session)).material
      .splittings["selfEvaluation-1"]
  }

  private func sections(_ rig: Rig) throws -> [String]? {
    try rig.backstage.store.dossier(Self.id, by: #require(rig.backstage.session)).documents
      .first { $0.id == "selfEvaluation-1" }?.sections
  }

  @Test("cut at a paragraph, assigned to two items, taken back, handed over; readers see when")
  func corrects() throws {
    let rig = try desk(as: officer())
    #expect(rig.backstage.console.focusName == "dossier/desk", "\(rig.text)")
    // The third paragraph begins another part.
    rig.press(.home, .tab, .down, .down, .down, .function(6))
    #expect(rig.text.contains("未归入"), "\(rig.text)")
    rig.press(.function(9))
    #expect(!rig.text.contains("未归入"), "\(rig.text)")
    rig.press(.home, .down, .down, .down, .function(6), .enter)
    #expect(rig.backstage.console.focusName == "form/assign", "\(rig.text)")
    // 4.3.2 and 4.3.3, by their places in the list of items.
    let items = Edition.shipped.items.map(\.id)
    for item in ["4.3.2", "4.3.3"] as [ItemID] {
      for _ in 0..<(items.firstIndex(of: item) ?? 0) { rig.press(.right) }
      rig.press(.character(" "))
      for _ in 0..<(items.firstIndex(of: item) ?? 0) { rig.press(.left) }
    }
    rig.press(.function(5))
    #expect(rig.text.contains("4.3.2、4.3.3（合写）"), "\(rig.text)")
    #expect(try record(rig) == nil)
    rig.press(.function(5))
    #expect(rig.backstage.console.focusName == "question/handOver")
    rig.press(.function(8))
    #expect(
      try record(rig)?.corrections == [
        .cut(line: 3), .assign(line: 3, items: ["4.3.2", "4.3.3"]),
      ], "\(rig.text)")
    #expect(try sections(rig) == ["4.1.2", "4.1.3", "4.3.2", "4.3.3"])
    #expect(rig.backstage.console.focusName == "dossier/index")
    rig.press(.enter)
    var seen = rig.text
    for _ in 0..<4 {
      rig.press(.right)
      seen += rig.text
    }
    #expect(seen.contains("更正划分〕") && seen.contains("（合写）"), "\(seen)")
  }

  @Test("joined with the part before; what is not handed over is asked about")
  func joins() throws {
    let rig = try desk(as: officer())
    rig.press(.home, .down, .function(7))
    #expect(!rig.text.contains("4.1.3 组织治理  ") || rig.text.contains("设监事会"), "\(rig.text)")
    rig.press(.escape)
    #expect(rig.backstage.console.focusName == "question/dropDesk")
    rig.press(.escape)
    #expect(rig.backstage.console.focusName == "dossier/desk")
    rig.press(.function(5), .function(8))
    #expect(try record(rig)?.corrections == [.join(line: 5)])
    #expect(try sections(rig) == ["4.1.2"])
    rig.press(.function(4), .function(9), .function(5), .function(8))
    #expect(try record(rig)?.corrections == [])
    #expect(try sections(rig) == ["4.1.2", "4.1.3"])
  }

  @Test("M7: before the recommendation the district corrects, the secretariat is told so")
  func whose() throws {
    let rig = try desk(as: "chenmi")
    #expect(rig.backstage.console.focusName == "dossier/index")
    #expect(rig.text.contains("M7") || rig.text.contains("区县"), "\(rig.text)")
  }

  @Test("the desk as a person sees it")
  func snapshot() throws {
    let person = try officer()
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      let rig = try desk(as: person, size: size)
      rig.press(.home, .tab, .down, .down, .down, .function(6))
      for (name, keys) in [("text", [Key]()), ("parts", [.tab])] {
        for key in keys { rig.press(key) }
        Snapshots.expect(
          rig.canvas, focus: rig.backstage.console.focusName, theme: .dark,
          is: "dossier-desk-\(name)-\(size.width)x\(size.height)-dark")
      }
    }
  }
}
