import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Printing from the screens of a case")
struct CasePrintingTests {
  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-papers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("F7 in the dossier writes the chosen paper into a folder, called by its name")
  func dossier() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rig = try Rig(.scored, at: Rig.lastDay)
    try rig.signIn("chenmi")
    rig.go(.dossier, "HZ26-0002")
    rig.press(.function(7))
    #expect(rig.backstage.console.focusName == "form/print")
    rig.press(.tab, .tab, .tab, .tab, .tab, .control("u"))
    rig.type("\(folder.path)/")
    rig.press(.function(5))
    #expect(rig.text.contains("已写成"), "\(rig.text)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files == ["docx", "html", "txt"].map { "申报材料接收单-HZ26-0002.\($0)" })
  }

  @Test(
    "Ctrl-P prints on the screens whose F7 does something else",
    arguments: [
      (DemoStage.scored, PersonID("chenmi"), ScreenID.consensus, CaseID("HZ26-0002")),
      (.scored, "chenmi", .onSite, "HZ26-0002"), (.fresh, "zhaoyi", .review, "HZ26-0031"),
    ])
  func elsewhere(
    _ stage: DemoStage, _ person: PersonID, _ screen: ScreenID, _ dossier: CaseID
  ) throws {
    let rig = try Rig(stage, at: stage == .scored ? Rig.lastDay : Rig.now)
    try rig.signIn(person)
    rig.go(screen, dossier)
    rig.press(.control("p"))
    #expect(rig.backstage.console.focusName == "form/print", "\(rig.text)")
  }

  @Test("V3: supervision prints a complaint, and nobody else can")
  func complaint() throws {
    let rig = try Rig(.scored, at: Rig.lastDay)
    try rig.signIn("hejian")
    rig.go(.supervision, nil)
    rig.press(.control("p"))
    #expect(rig.backstage.console.focusName == "form/print", "\(rig.text)")
    let store = rig.backstage.store
    let office = try store.signIn("chenmi", passphrase: Demo.passphrase)
    var order = PaperOrder(.complaintRecord, of: [])
    order.complaint = "c1"
    #expect(throws: PaperFault.self) { try PaperPress(store, by: office).printed(order) }
  }
}
