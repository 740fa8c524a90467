import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// The console as sshd starts it for one person.
@Suite("At the gate a person has the console, two boxes, and nothing else of the host")
struct GateTests {
  private func open(_ person: PersonID = "chenmi", _ screen: ScreenID? = nil) throws -> Rig {
    let rig = try Rig(.listed, gate: person)
    try rig.signIn(person)
    if let screen { rig.go(screen, nil) }
    return rig
  }

  private func bring(_ name: String, _ text: String, to rig: Rig) throws {
    try rig.boxes?.open(.inbox).write(Data(text.utf8), as: BoxName(name), replaces: true)
  }

  private func written(_ rig: Rig) throws -> [String] {
    try rig.boxes?.open(.outbox).entries().map(\.shown) ?? []
  }

  /// The set-up's page of imports with its form open.
  private func importForm() throws -> Rig {
    let rig = try open("chenmi", .setup)
    rig.press(.backTab, .backTab, .backTab, .backTab, .enter)
    #expect(rig.backstage.console.focusName == "form/tryImport", "\(rig.text)")
    return rig
  }

  @Test("the login screen names that person alone, and no key names another")
  func login() throws {
    let rig = try Rig(.listed, gate: "qianer")
    let others = try rig.backstage.store.accounts().map(\.person).filter { $0.id != "qianer" }
    #expect(others.count > 10)
    for key in [Key.up, .escape, .down, .enter, .tab, .escape, .home, .end] {
      rig.press(key)
      #expect(rig.text.contains("钱二"))
      #expect(others.filter { rig.text.contains($0.name) } == [])
    }
  }

  @Test("nobody is promised a way back to a shell")
  func noSuspending() throws {
    let shell = try Rig(.listed)
    try shell.signIn("qianer")
    let rig = try open("qianer")
    for (rig, isThere) in [(shell, true), (rig, false)] {
      rig.press(.function(2))
      rig.type("挂起")
      #expect(rig.text.contains("▸ 挂起") == isThere, "\(rig.text)")
    }
  }

  @Test("a form that takes a file offers what lies in the inbox, also what is brought meanwhile")
  func choosing() throws {
    let rig = try importForm()
    #expect(rig.text.contains("收件箱是空的") && rig.text.contains("ssh … put"))
    rig.press(.function(5))
    #expect(rig.text.contains("必填") || rig.text.contains("请填"), "\(rig.text)")
    try bring("名单.json", #"{"people": []}"#, to: rig)
    rig.press(.right)
    #expect(rig.text.contains("‹ 名单.json ›"), "\(rig.text)")
    try bring("another.json", "{}", to: rig)
    rig.press(.function(1), .escape)
    #expect(rig.text.contains("‹ 名单.json ›"), "what was chosen stays chosen")
    rig.press(.function(5))
    #expect(!rig.backstage.console.focusName.hasPrefix("form/"), "\(rig.text)")
  }

  @Test("nothing typed or pasted becomes a file's name where files are read")
  func noTyping() throws {
    let rig = try importForm()
    try bring("a.json", "{}", to: rig)
    rig.type("/etc/passwd")
    rig.backstage.take(.input(.paste("/etc/passwd")))
    #expect(!rig.text.contains("passwd"))
  }

  @Test("what is no plain file is not offered")
  func links() throws {
    let rig = try importForm()
    try bring("a.json", "{}", to: rig)
    let inbox = rig.backstage.store.directory.appendingPathComponent("gate/chenmi/in")
    try FileManager.default.createSymbolicLink(
      at: inbox.appendingPathComponent("link.json"),
      withDestinationURL: URL(fileURLWithPath: "/etc/passwd"))
    for _ in 0..<3 {
      rig.press(.right)
      #expect(!rig.text.contains("link.json"))
    }
  }

  @Test(
    "an import's texts lie in the inbox too; a path in it leads nowhere",
    arguments: [
      ("/etc/passwd", true), ("../../../log.sqlite", true), ("../out/x", true), ("正文.txt", false),
    ])
  func importedPaths(path: String, isOutside: Bool) throws {
    let rig = try importForm()
    try bring("正文.txt", "正文", to: rig)
    try bring(
      "清单.json",
      """
      {"cases": [{"id": "X1", "name": "甲", "district": "binjiang", "industry": "仪表",
        "documents": [{"kind": "profile", "title": "简介", "file": "\(path)"}]}]}
      """, to: rig)
    // The one that was brought last comes first.
    rig.press(.right)
    #expect(rig.text.contains("‹ 清单.json ›"), "\(rig.text)")
    rig.press(.function(5))
    #expect(rig.text.contains("不在 JSON 所在目录内") == isOutside, "\(rig.text)")
  }

  @Test("what is written goes to the outbox under a plain name, and it is said how to fetch it")
  func exports() throws {
    let rig = try open("chenmi", .board)
    rig.press(.right, .right, .function(7))
    #expect(rig.text.contains("名单-2026.xlsx") && !rig.text.contains("~/"))
    rig.press(.function(5))
    #expect(rig.text.contains("ssh … get 名单-2026.xlsx"), "\(rig.text)")
    #expect(try written(rig) == ["名单-2026.xlsx"])
    rig.press(.function(7), .function(5))
    #expect(rig.backstage.console.focusName == "question/replace")
    rig.press(.function(8))
    #expect(try written(rig) == ["名单-2026.xlsx"])
  }

  @Test(
    "a path is no plain name: nothing is written, and what was typed stays",
    arguments: ["/tmp/pingshen-gate.csv", "../in/x", "~/x", ".ssh", "-x"])
  func exportsNoPath(path: String) throws {
    let rig = try open("chenmi", .board)
    rig.press(.right, .right, .function(7), .control("u"))
    rig.type(path)
    rig.press(.function(5))
    #expect(rig.text.contains("不是单纯的文件名") && rig.text.contains(path), "\(rig.text)")
    #expect(try written(rig) == [])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/pingshen-gate.csv"))
  }

  @Test("papers go there as well, in every form")
  func papers() throws {
    let rig = try open("chenmi", .terms)
    rig.press(.tab, .end)
    rig.press(.function(7))
    #expect(rig.backstage.console.focusName == "form/print", "\(rig.text)")
    #expect(!rig.text.contains("~/"))
    rig.press(.function(5))
    let names = try written(rig)
    #expect(Set(names.map { ($0 as NSString).pathExtension }) == ["docx", "html", "txt"])
    #expect(rig.text.contains("ssh … get "), "\(rig.text)")
  }

  @Test("directories of the host are the administrator's: no second place, no restoring")
  func noDirectories() throws {
    let rig = try open("chenmi", .setup)
    rig.press(.backTab, .function(4))
    for key in [Key.function(6), .function(7)] {
      rig.press(key)
      #expect(!rig.backstage.console.focusName.hasPrefix("form/"))
      #expect(rig.text.contains("由管理员在主机上用命令办理"), "\(rig.text)")
    }
    let boxes = try #require(rig.boxes)
    for path in ["/srv", "~", "x", ""] {
      #expect(throws: GateFault.noPaths) { try Folders(boxes).path(path) }
    }
  }
}
