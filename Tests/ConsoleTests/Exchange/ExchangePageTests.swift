import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// The page on which copies meet, with real copies under it.
@Suite("交换")
struct ExchangePageTests {
  /// Somebody on the screen of exchanges, led there by the list of actions.
  private func open(_ person: PersonID = "zhaoyi", gate: PersonID? = nil) throws -> Rig {
    let rig = try Rig(.application, gate: gate)
    rig.backstage.program = try file(rig, "program", "the program")
    try rig.signIn(person)
    rig.press(.function(2))
    rig.type("Exchange")
    rig.press(.enter)
    #expect(rig.backstage.console.focusName == "exchange/posts", "\(rig.text)")
    return rig
  }

  private func file(_ rig: Rig, _ name: String, _ text: String) throws -> URL {
    let url = rig.home.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url
  }

  private func folder(_ rig: Rig, _ name: String) throws -> URL {
    let url = rig.home.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// F4, a post, F5.
  private func meet(_ rig: Rig, _ post: String) {
    rig.press(.function(4))
    rig.type(post)
    rig.press(.function(5))
  }

  @Test("everybody exchanges: F4 asks for the post, ~ works; the report stands on the screen")
  func exchanges() throws {
    let rig = try open()
    #expect(rig.text.contains("还没有别的份"))
    meet(rig, "~/stick")
    #expect(rig.text.contains("没有目录") && rig.text.contains("~/stick"), "\(rig.text)")
    let stick = try folder(rig, "stick")
    rig.press(.function(5))
    #expect(rig.text.contains("已交换：\(stick.path)"), "\(rig.text)")
    #expect(rig.text.contains("取入 0 条，写出 ") && rig.text.contains("头摘要"), "\(rig.text)")
    // The last one is filled in the next time.
    rig.press(.function(4))
    #expect(rig.backstage.console.openForm?.form.text("path") == stick.path)
  }

  @Test(
    "another copy: who used it, what it has and lacks; Enter on a post exchanges again, once asked")
  func others() throws {
    let rig = try open("chenmi")
    let stick = try folder(rig, "stick")
    let folder = rig.home.appendingPathComponent("other")
    _ = try rig.backstage.store.copy(to: folder)
    let other = try Store(opening: folder, clock: Clock { Rig.now })
    let session = try other.signIn("zhaoyi", passphrase: Demo.passphrase)
    meet(rig, "~/stick")
    _ = try other.exchange(at: .folder(stick.path), by: session)
    rig.press(.enter)
    #expect(rig.backstage.console.focusName == "question/meet", "\(rig.text)")
    rig.press(.function(8))
    let device = try rig.backstage.store.copiesState().copies.first { $0.person == "zhaoyi" }?
      .device
    let name = try #require(device).prefix(4).uppercased()
    let row = rig.text.split(separator: "\n").first { $0.contains(" \(name) ") } ?? ""
    #expect(row.contains("赵一") && row.contains("2026-09-10 14:30"), "\(rig.text)")
  }

  @Test("a long exchange shows its bar and is stopped by it; nothing is remembered then")
  func stopped() throws {
    let rig = try open()
    let stick = try folder(rig, "stick")
    meet(rig, "~/stick")
    let share = rig.home.appendingPathComponent("share")
    try FileManager.default.copyItem(at: stick, to: share)
    var named: Set<String> = []
    rig.backstage.onWork = { name, _, _, _ in
      named.insert(name.zh)
      return false
    }
    meet(rig, "~/share")
    #expect(rig.text.contains("已停止") && named == ["交换"], "\(rig.text)")
    #expect(rig.backstage.store.knownPosts.map(\.address) == [stick.path])
  }

  @Test("F6 makes what pingshen copy makes, named for those it is for; not twice in one place")
  func copies() throws {
    let rig = try open()
    rig.press(.function(6))
    rig.type("~/along")
    rig.press(.tab)
    rig.type("赵一、无此人")
    rig.press(.function(5))
    #expect(rig.text.contains("没有此人：无此人"), "\(rig.text)")
    for _ in "无此人" { rig.press(.backspace) }
    rig.type("qianer")
    rig.press(.function(5))
    #expect(rig.text.contains("已另建一份"), "\(rig.text)")
    let along = rig.home.appendingPathComponent("along")
    let page = try String(contentsOf: along.appendingPathComponent("开始.txt"), encoding: .utf8)
    #expect(page.contains("赵一（zhaoyi）、钱二（qianer）"))
    let program = try String(contentsOf: along.appendingPathComponent("pingshen"), encoding: .utf8)
    #expect(program == "the program")
    let store = try Store(opening: along.appendingPathComponent("store"))
    #expect(try store.check().isSound)
    #expect(try store.copiesState().device != rig.backstage.store.copiesState().device)
    rig.press(.function(6))
    rig.type("~/along")
    rig.press(.function(5))
    #expect(rig.text.contains("不为空"), "\(rig.text)")
  }

  @Test("from the gate there is no post: the host's folders are not anybody's")
  func gate() throws {
    let rig = try open("zhaoyi", gate: "zhaoyi")
    for key in [Key.enter, .function(4), .function(6)] {
      rig.press(key)
      #expect(rig.text.contains("从门进来不能指定主机目录"), "\(rig.text)")
      #expect(rig.backstage.console.focusName == "exchange/posts")
    }
    rig.backstage.exchange("/tmp", ticket: "")
    #expect(rig.text.contains("主机上的路径不可用"), "\(rig.text)")
  }

  @Test("F10 offers the exchange where something was given nowhere yet, and not after it")
  func leaving() throws {
    let rig = try open("chenmi")
    _ = try folder(rig, "stick")
    rig.press(.function(10))
    #expect(!rig.text.contains("先交换"), "no post is remembered: \(rig.text)")
    rig.press(.escape)
    meet(rig, "~/stick")
    rig.press(.function(10))
    #expect(!rig.text.contains("先交换"), "\(rig.text)")
    rig.press(.escape)
    let session = try #require(rig.backstage.session)
    _ = try rig.backstage.store.invite(
      Person(id: "new", name: "新人", roles: [.supervisor]), by: session)
    rig.go(.queue, nil)
    rig.press(.function(10))
    #expect(rig.text.contains("条记录还没有交换出去") && rig.text.contains("先交换"), "\(rig.text)")
    rig.press(.function(4))
    #expect(rig.backstage.console.focusName == "exchange/posts")
    #expect(rig.text.contains("已交换") && !rig.backstage.console.isFinished, "\(rig.text)")
    rig.press(.function(10))
    #expect(!rig.text.contains("先交换"), "\(rig.text)")
    rig.press(.enter)
    #expect(rig.backstage.console.isFinished)
  }

  @Test("F10 offers the exchange where drafts alone have changed since the last one")
  func leavingDrafts() throws {
    let rig = try open("zhaoyi")
    _ = try folder(rig, "stick")
    meet(rig, "~/stick")
    rig.press(.function(10))
    #expect(!rig.text.contains("先交换"), "\(rig.text)")
    rig.press(.escape)
    rig.backstage.take(.draft(.done("save", [])))
    rig.press(.function(10))
    #expect(rig.text.contains("评审草稿改过") && rig.text.contains("先交换"), "\(rig.text)")
    rig.press(.function(4), .function(10))
    #expect(!rig.text.contains("先交换"), "\(rig.text)")
  }

  @Test("F10 over a form that is open offers nothing: the form would lie over another screen")
  func leavingAForm() throws {
    let rig = try open("chenmi")
    _ = try folder(rig, "stick")
    meet(rig, "~/stick")
    let session = try #require(rig.backstage.session)
    _ = try rig.backstage.store.invite(
      Person(id: "new", name: "新人", roles: [.supervisor]), by: session)
    rig.press(.function(6), .function(10))
    #expect(rig.backstage.console.focusName == "question/quit" && !rig.text.contains("先交换"))
  }
}
