import Demo
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("Terms on a store")
struct TermsFlowTests {
  @Test(
    "a notice that several go on together is refused as a whole, and names who stands in the way")
  func namesTheRefused() throws {
    let rig = try Rig(.qualification)
    try rig.signIn("chenmi")
    let store = rig.backstage.store
    let session = try #require(rig.backstage.session)
    func cases(where isWanted: (DutyKind) -> Bool) throws -> [CaseID] {
      try store.queue(
        .init(scope: .stage(.qualification), order: .number), limit: 100, by: session
      ).filter { $0.duties.contains(where: isWanted) }.map(\.application.id)
    }
    let ready = try cases { $0 == .publishNotice }
    let undecided = try #require(try cases { $0 == .qualify }.first)
    let commands = (ready + [undecided]).map {
      Command.dossier($0, .publishNotice(.qualification, number: "1号"))
    }
    #expect {
      try rig.backstage.performTogether(commands, by: session)
    } throws: { error in
      (error as? BatchRefusal)?.dossier == undecided
    }
    #expect(try cases { $0 == .publishNotice } == ready)
  }

  @Test("Q3: publishing by the keys puts all that are ready on one notice")
  func publishes() throws {
    let rig = try Rig(.qualification)
    try rig.signIn("chenmi")
    rig.go(.terms, nil)
    rig.press(.tab, .function(5))
    rig.type("杭公示1号")
    rig.press(.function(5))
    #expect(rig.text.contains("F8 发布"))
    rig.press(.function(8))
    #expect(rig.text.contains("杭公示1号"))
    #expect(rig.text.contains("公示中"))
  }

  @Test("P2: a notice is printed; the second time asks before replacing")
  func prints() throws {
    let rig = try Rig(.proposed)
    try rig.signIn("chenmi")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-paper-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    rig.go(.terms, nil)
    rig.press(.tab, .end)
    while !rig.text.contains("▸ 公示中") { rig.press(.up) }
    func print() {
      rig.press(.function(7), .tab, .tab, .control("u"))
      rig.type(folder.appendingPathComponent("gs").path)
      rig.press(.function(5))
    }
    print()
    #expect(rig.text.contains("已写成"))
    let text = try String(contentsOf: folder.appendingPathComponent("gs.txt"), encoding: .utf8)
    #expect(text.contains("拟纳入培育组织名单公示"))
    print()
    #expect(rig.text.contains("替换文件"))
    rig.press(.function(8))
    #expect(rig.text.contains("已写成"))
  }
}
