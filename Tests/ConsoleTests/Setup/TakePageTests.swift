import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// 设置 → 导入: a stick is looked into, then taken, with the keys that people press.
@Suite("The set-up: material from a stick")
struct TakePageTests {
  /// A stick with the folder of an application that is open still, and what sticks have besides.
  static func stick(in home: URL) throws {
    func put(_ path: String, _ text: String) throws {
      let url = home.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    let own = "U盘/HZ26-0010 材料"
    try put("\(own)/自评报告.txt", "4.1.2 高层领导的作用\r\n董事长每季度主持一次评审。\r\n4.1.3 组织治理\r\n设监事会。\r\n")
    try put("\(own)/申报表.txt", "申报单位：某某有限公司\n联系电话：0571-1\n")
    try put("\(own)/证实材料/附件1：营业执照.txt", "执照")
    try put("\(own)/证实材料/附件2：4.1.2 会议纪要.txt", "纪要")
    try put("\(own)/说明.dat", "\u{1}\u{2}\u{0}")
    try put("\(own)/~$自评报告.docx", "x")
    try put("U盘/别处/合同.pdf", "不是哪一家的")
  }

  /// The secretariat on the page, the stick beside it, looked into.
  static func looked(size: Size = Size(width: 120, height: 36)) throws -> Rig {
    let rig = try Rig(.application, at: Rig.open, size: size)
    try stick(in: rig.home)
    try rig.signIn("chenmi")
    rig.go(.setup, nil)
    rig.press(.backTab, .backTab, .backTab, .backTab, .function(7))
    rig.type("~/U盘")
    rig.press(.function(5))
    return rig
  }

  private func documents(_ rig: Rig) throws -> [Document] {
    let session = try #require(rig.backstage.session)
    return try rig.backstage.store.dossier("HZ26-0010", by: session).documents
  }

  @Test("doubts stand first, what is left aside is named, and nothing is taken before F8")
  func looks() throws {
    let rig = try Self.looked()
    let rows = rig.text.split(separator: "\n").map(String.init)
    func row(_ words: String) -> Int? { rows.firstIndex { $0.contains(words) } }
    let doubt = try #require(row("名称看不出种类"))
    #expect(doubt < (row("营业执照") ?? 0), "\(rig.text)")
    for words in ["1 份申报，待取入 5 个文件", "自评报告缺条款：4.1.4", "看不出属于哪份申报，未取：别处/合同.pdf", "程序遗留，未取"] {
      #expect(row(words) != nil, "\(words): \(rig.text)")
    }
    let before = try documents(rig)
    rig.press(.function(8))
    #expect(rig.backstage.console.focusName == "question/take")
    #expect(try documents(rig) == before)
    rig.press(.escape)
    #expect(try documents(rig) == before)
  }

  @Test("a stick that is plugged in is offered: not a letter is typed; what is typed replaces it")
  func pluggedIn() throws {
    let rig = try Rig(.application, at: Rig.open)
    try Self.stick(in: rig.home.appendingPathComponent("media"))
    try rig.signIn("chenmi")
    rig.go(.setup, nil)
    rig.press(.backTab, .backTab, .backTab, .backTab, .function(7))
    #expect(rig.text.contains("media/U盘"), "\(rig.text)")
    rig.press(.function(5))
    #expect(rig.text.contains("1 份申报，待取入 5 个文件"), "\(rig.text)")
    rig.press(.function(8), .function(8))
    #expect(rig.text.contains("HZ26-0010  已取入 5 份材料"), "\(rig.text)")
    rig.press(.function(7))
    rig.type("~/别处")
    #expect(!rig.text.contains("media/U盘"), "\(rig.text)")
    for _ in 0..<8 { rig.press(.backspace) }
    #expect(!rig.text.contains("media/U盘"), "\(rig.text)")
  }

  @Test("one confirmation takes an application whole; once more finds it there")
  func takes() throws {
    let rig = try Self.looked()
    let before = try documents(rig).count
    rig.press(.function(8), .function(8))
    #expect(rig.text.contains("HZ26-0010  已取入 5 份材料"), "\(rig.text)")
    #expect(try documents(rig).count == before + 5)
    rig.press(.function(7))
    rig.type("~/U盘")
    rig.press(.function(5))
    #expect(rig.text.contains("待取入 0 个"), "\(rig.text)")
  }

  @Test("habit 8: Esc at the bar leaves the application under way as it was")
  func stops() throws {
    let rig = try Self.looked()
    let before = try documents(rig)
    var steps = 0
    rig.backstage.onWork = { _, _, _, _ in
      steps += 1
      return steps < 4
    }
    rig.press(.function(8), .function(8))
    #expect(try documents(rig) == before)
    #expect(rig.text.contains("已停止"), "\(rig.text)")
    rig.backstage.onWork = { _, _, _, _ in false }
    rig.press(.function(7))
    rig.type("~/U盘")
    rig.press(.function(5))
    #expect(rig.text.contains("已停止"), "\(rig.text)")
  }

  @Test("what was read of a stick goes with the keys: nothing is taken after the lock")
  func locked() throws {
    let rig = try Self.looked()
    rig.press(.function(12))
    #expect(rig.backstage.stick == nil)
    rig.type("demo")
    rig.press(.enter)
    #expect(!rig.text.contains("待取入"), "\(rig.text)")
    rig.press(.function(8))
    #expect(rig.text.contains("先看文件夹或压缩包里有什么"), "\(rig.text)")
  }

  @Test("what cannot be looked into is a sentence")
  func absent() throws {
    let rig = try Self.looked()
    rig.press(.function(7))
    rig.type("不在")
    rig.press(.function(5))
    #expect(rig.text.contains("不能读取"), "\(rig.text)")
  }

  @Test("what a stick holds, as a person sees it before it is taken")
  func snapshot() throws {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      let rig = try Self.looked(size: size)
      Snapshots.expect(
        rig.canvas, focus: rig.backstage.console.focusName, theme: .dark,
        is: "setup-take-\(size.width)x\(size.height)-dark")
    }
  }
}
