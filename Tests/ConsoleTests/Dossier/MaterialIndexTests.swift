import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// 附材料 and the index of the material, with the keys that people press.
@Suite("The dossier: files of the material")
struct MaterialIndexTests {
  private static let id: CaseID = "HZ26-0010"

  /// The secretariat before a case that is open still, two files of evidence beside it.
  private func opened(
    at now: Moment = Rig.open, size: Size = Size(width: 120, height: 36)
  ) throws -> Rig {
    let rig = try Rig(.application, at: now, size: size)
    for (name, text) in [("执照.txt", "执照正本"), ("纪要.txt", "董事会会议纪要")] {
      try Data(text.utf8).write(to: rig.home.appendingPathComponent(name))
    }
    try rig.signIn("chenmi")
    rig.go(.dossier, Self.id)
    return rig
  }

  private func begin(_ rig: Rig, _ action: String) {
    rig.press(.function(2))
    rig.type(action)
    rig.press(.enter)
  }

  /// Fills in the form of a file: evidence, with its path, title, number and items.
  private func attach(
    _ rig: Rig, _ path: String, title: String = "", number: String = "", items: String = ""
  ) {
    begin(rig, "附材料")
    rig.press(.right, .right, .right, .right)
    for text in [path, title, number, items] {
      rig.press(.tab)
      rig.type(text)
    }
    rig.press(.function(5))
  }

  private func dossier(_ rig: Rig) throws -> CaseState {
    try rig.backstage.store.dossier(Self.id, by: #require(rig.backstage.session))
  }

  private func evidence(_ rig: Rig) throws -> [Document] {
    try dossier(rig).documents.filter { $0.kind == .evidence && $0.original != nil }
  }

  @Test("a file comes in with its kind, number, title and the items it proves")
  func attaches() throws {
    let rig = try opened()
    attach(rig, "~/执照.txt", title: "营业执照", number: "7", items: "4.1.2、4.1.3")
    let document = try #require(try evidence(rig).first { $0.ordinal == 7 }, "\(rig.text)")
    #expect(document.title == "营业执照" && document.items == ["4.1.2", "4.1.3"])
    #expect(document.original?.name == "执照.txt" && document.hasText)
    attach(rig, "~/纪要.txt")
    #expect(try evidence(rig).first { $0.ordinal == 8 }?.title == "纪要", "\(rig.text)")
  }

  @Test("a number that is taken, an item that is none and a folder are sentences in the form")
  func refused() throws {
    let rig = try opened()
    attach(rig, "~/执照.txt", number: "7")
    let before = try evidence(rig)
    attach(rig, "~/纪要.txt", number: "7")
    #expect(rig.text.contains("证实性材料 7 已有材料"), "\(rig.text)")
    rig.press(.escape, .escape)
    attach(rig, "~/纪要.txt", items: "9.9.9")
    #expect(rig.text.contains("不认识的条款：9.9.9"), "\(rig.text)")
    rig.press(.escape, .escape)
    attach(rig, "~")
    #expect(rig.text.contains("是文件夹"), "\(rig.text)")
    #expect(try evidence(rig) == before)
  }

  @Test("the index shows, writes out and views an original; its copy goes with the lock")
  func shows() throws {
    let rig = try opened()
    attach(rig, "~/执照.txt", title: "营业执照", number: "7", items: "4.1.2")
    rig.press(.function(6), .end)
    #expect(rig.backstage.console.focusName == "dossier/index")
    #expect(rig.text.contains("证实性材料 7") && rig.text.contains("执照.txt"), "\(rig.text)")
    rig.press(.enter)
    #expect(rig.text.contains("执照正本"), "\(rig.text)")
    rig.press(.escape, .function(6))
    #expect(rig.backstage.console.focusName.hasPrefix("form"), "\(rig.text)")
    rig.press(.function(5))
    let out = rig.home.appendingPathComponent("执照.txt")
    #expect(rig.text.contains("已存在"), "\(rig.text)")
    #expect(try String(contentsOf: out, encoding: .utf8) == "执照正本")
    rig.press(.escape)
    var seen: [URL] = []
    rig.backstage.onView = { url in
      seen.append(url)
      return true
    }
    rig.press(.function(7))
    let copy = try #require(seen.first, "\(rig.text)")
    #expect(try String(contentsOf: copy, encoding: .utf8) == "执照正本")
    #expect(copy.lastPathComponent == "执照.txt")
    rig.press(.function(12))
    #expect(!FileManager.default.fileExists(atPath: copy.path))
  }

  @Test(
    "M7: removed before the closing day, the history keeps it; afterwards the rule stands there")
  func removes() throws {
    let rig = try opened()
    attach(rig, "~/执照.txt", title: "营业执照", number: "7")
    rig.press(.function(6), .end, .function(8))
    #expect(rig.backstage.console.focusName == "question/remove")
    rig.press(.function(8))
    #expect(try !evidence(rig).contains { $0.ordinal == 7 })
    #expect(rig.text.contains("撤下"), "\(rig.text)")
    #expect(try dossier(rig).material.former.count == 1)
    // What stands no more is read, and nothing else.
    rig.press(.end, .function(4))
    #expect(rig.text.contains("已被替换或撤下"), "\(rig.text)")
    let late = try opened(at: Self.late)
    late.press(.function(6), .function(8))
    #expect(late.text.contains("M7"), "\(late.text)")
    #expect(late.backstage.console.focusName == "dossier/index")
  }

  @Test("M7: another file takes the place of one, the old one stays in the history")
  func replaces() throws {
    let rig = try opened()
    attach(rig, "~/执照.txt", title: "营业执照", number: "7")
    rig.press(.function(6), .end)
    begin(rig, "替换")
    rig.type("~/纪要.txt")
    rig.press(.function(5))
    let document = try #require(try evidence(rig).first { $0.ordinal == 7 })
    #expect(document.title == "营业执照" && document.original?.name == "纪要.txt", "\(rig.text)")
    #expect(try dossier(rig).material.former.map(\.isReplaced) == [true])
  }

  /// After the closing day.
  private static let late = Moment(day: Day("2026-08-03")!, hour: 10)

  @Test("M7: after the closing day a file comes with the day and the person of its receipt")
  func late() throws {
    let rig = try opened(at: Self.late)
    attach(rig, "~/执照.txt", title: "营业执照", number: "7")
    #expect(rig.backstage.console.focusName.hasPrefix("form"), "\(rig.text)")
    rig.press(.escape, .escape)
    begin(rig, "附材料")
    rig.press(.right, .right, .right, .right, .tab)
    rig.type("~/执照.txt")
    rig.press(.tab, .tab, .tab, .tab)
    for _ in 0..<10 { rig.press(.backspace) }
    rig.type("2026-06-10")
    rig.press(.tab)
    rig.type("王平")
    rig.press(.function(5))
    let document = try #require(try evidence(rig).last, "\(rig.text)")
    #expect(
      try dossier(rig).material.receipts[document.id]
        == LateReceipt(on: Day("2026-06-10")!, by: "王平"))
  }

  @Test("a folder is taken for the case alone, after it was seen")
  func folder() throws {
    let rig = try opened()
    try TakePageTests.stick(in: rig.home)
    let before = try dossier(rig).documents.count
    rig.press(.function(8))
    rig.type("~/U盘")
    rig.press(.function(5))
    #expect(rig.backstage.console.focusName == "dossier/taking")
    #expect(rig.text.contains("待取入 6 个文件"), "\(rig.text)")
    rig.press(.escape)
    #expect(rig.backstage.stick == nil)
    rig.press(.function(8))
    rig.type("~/U盘")
    rig.press(.function(5), .function(8), .function(8))
    #expect(try dossier(rig).documents.count == before + 6, "\(rig.text)")
  }

  @Test("the index as a person sees it")
  func snapshot() throws {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      let rig = try opened(size: size)
      attach(rig, "~/执照.txt", title: "营业执照", number: "7", items: "4.1.2")
      attach(rig, "~/纪要.txt", title: "第四届董事会会议纪要", items: "4.1.3 4.2.2")
      rig.press(.function(6), .end, .function(8), .function(8), .end, .up)
      Snapshots.expect(
        rig.canvas, focus: rig.backstage.console.focusName, theme: .dark,
        is: "dossier-index-\(size.width)x\(size.height)-dark")
    }
  }
}
