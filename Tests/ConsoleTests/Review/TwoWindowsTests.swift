import Criteria
import Demo
import Foundation
import GRDB
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

/// Two windows of one person on one draft: nothing is written over or sealed unseen.
@Suite("Two windows on one draft")
struct TwoWindowsTests {
  static let me: PersonID = "qianer"
  static let dossier: CaseID = "HZ26-0031"

  /// Two windows of one reviewer at the same draft.
  struct Windows {
    let one: Rig
    let other: Rig

    init(_ sheet: Sheet? = nil) throws {
      one = try Rig(.reviewed)
      if let sheet {
        let store = one.backstage.store
        let session = try store.signIn(me, passphrase: Demo.passphrase)
        let before = try store.draft(of: dossier, by: session).sheet
        let slots = Edition.shipped.items.map { DraftSlot.item($0.id) } + [.head]
        try store.save(Set(slots), of: sheet, over: before, in: dossier, by: session)
      }
      other = try Rig(beside: one)
      for window in [one, other] {
        try window.signIn(me)
        window.go(.review, dossier)
      }
    }
  }

  /// Marks the selected item, stores it, and leaves the item selected.
  func mark(_ digits: String, in window: Rig) {
    window.type(digits)
    window.press(.enter, .up)
    window.pass(milliseconds: 400)
  }

  func screen(_ window: Rig) throws -> ReviewScreen {
    try #require(window.backstage.console.screens[.review] as? ReviewScreen)
  }

  func mark(of item: ItemID, in window: Rig) throws -> Int? {
    try screen(window).editor.review(item).mark?.percentage?.value
  }

  /// What the store has, read by nobody's window.
  func stored(_ window: Rig) throws -> Sheet {
    let store = window.backstage.store
    let session = try store.signIn(Self.me, passphrase: Demo.passphrase)
    return try store.draft(of: Self.dossier, by: session).sheet
  }

  func storedMark(_ item: ItemID, _ window: Rig) throws -> Int? {
    try stored(window).items[item]?.mark?.percentage?.value
  }

  func isAsked(_ window: Rig) -> Bool {
    window.backstage.console.focusName == "question/conflict"
  }

  /// Both windows mark the first item, neither knowing of the other.
  func disagreement() throws -> Windows {
    let windows = try Windows()
    mark("65", in: windows.one)
    windows.other.type("40")
    windows.other.press(.enter, .up)
    return windows
  }

  // MARK: Following

  @Test("what one window saves the other shows at once where it has nothing unsaved")
  func follows() throws {
    let windows = try Windows()
    mark("65", in: windows.one)
    #expect(try mark(of: "4.1.2", in: windows.other) != 65)
    windows.other.backstage.storeChanged()
    #expect(try mark(of: "4.1.2", in: windows.other) == 65)
    #expect(windows.other.text.contains("65%") && !windows.other.text.contains("未保存"))
    // On what was followed one goes on without a question.
    mark("70", in: windows.other)
    #expect(!isAsked(windows.other))
    #expect(try storedMark("4.1.2", windows.one) == 70)
  }

  @Test("what is unsaved stays while the rest follows, and is saved without a question")
  func keepsUnsaved() throws {
    let windows = try Windows()
    mark("65", in: windows.one)
    windows.other.press(.down)
    windows.other.type("40")
    windows.other.backstage.storeChanged()
    #expect(try mark(of: "4.1.2", in: windows.other) == 65)
    #expect(try mark(of: "4.1.3", in: windows.other) == 40)
    windows.other.pass(milliseconds: 400)
    #expect(!isAsked(windows.other))
    let sheet = try stored(windows.one)
    #expect(sheet.items["4.1.2"]?.mark == .percentage(Percentage(65)!))
    #expect(sheet.items["4.1.3"]?.mark == .percentage(Percentage(40)!))
  }

  @Test("a comment that is open where another window wrote is closed, and writes over nothing")
  func closesEntry() throws {
    let windows = try Windows(TheReview.complete)
    let other = windows.other
    other.press(.enter, .down, .enter)
    #expect(other.backstage.console.focusName == "review/entry")
    windows.one.press(.enter, .enter)
    windows.one.type("先写的一条")
    windows.one.press(.enter)
    windows.one.pass(milliseconds: 400)
    other.backstage.storeChanged()
    #expect(other.backstage.console.focusName != "review/entry")
    let texts = try stored(other).items["4.1.2"]?.comments.map(\.text) ?? []
    #expect(texts.contains("先写的一条") && texts.contains("有据"))
  }

  @Test("undo takes back one's own slot alone, and nothing that another window wrote")
  func undoesOwn() throws {
    let windows = try Windows(TheReview.complete)
    let other = windows.other
    mark("65", in: windows.one)
    other.press(.down)
    mark("40", in: other)
    #expect(try mark(of: "4.1.2", in: other) == 65)
    windows.one.backstage.storeChanged()
    mark("70", in: windows.one)
    other.backstage.storeChanged()
    other.press(.function(9))
    other.pass(milliseconds: 400)
    #expect(!isAsked(other))
    #expect(try mark(of: "4.1.3", in: other) == 50)
    #expect(try storedMark("4.1.2", other) == 70)
    // What this window wrote before the other one did is no step back any more.
    windows.one.backstage.storeChanged()
    other.press(.up)
    mark("30", in: other)
    windows.one.backstage.storeChanged()
    windows.one.press(.function(9))
    windows.one.pass(milliseconds: 400)
    #expect(try storedMark("4.1.2", other) == 30)
  }

  // MARK: The question

  @Test("a save over what another window changed asks and shows both; nothing is written")
  func asks() throws {
    let windows = try disagreement()
    windows.other.pass(milliseconds: 400)
    #expect(isAsked(windows.other))
    let text = windows.other.text
    #expect(text.contains("别处改过这里") && text.contains("未保存"))
    #expect(text.contains("4.1.2 高层领导的作用"))
    #expect(text.contains("已存：65%") && text.contains("此处：40%"))
    #expect(try storedMark("4.1.2", windows.one) == 65)
    // Enter chooses nothing that writes.
    windows.other.press(.tab, .enter)
    #expect(isAsked(windows.other))
  }

  @Test("what differs is what is shown: words of comments, bands, the overall part")
  func showsDifferences() {
    var (one, other) = (TheReview.complete, TheReview.complete)
    let context = ScreenWorld.review().context
    func words(_ slot: DraftSlot) -> [String] {
      let (first, second) = SlotWords.pair(of: slot, one, other, context)
      return [first.zh, second.zh]
    }
    let long = String(repeating: "高层领导每年到车间讲课", count: 4)
    one.items["4.1.2"]?.comments = [Comment(.strength, long + "十次")]
    other.items["4.1.2"]?.comments = [Comment(.strength, long + "八次"), Comment(.strength, "二")]
    #expect(
      words(.item("4.1.2")) == [
        "50%，意见 1 条：…导每年到车间讲课十次",
        "50%，意见 2 条：…导每年到车间讲课八次",
      ])
    other.items["4.1.3"]?.comments[0].kind = .opportunity
    #expect(words(.item("4.1.3")) == ["50%，意见 1 条：+ 有据", "50%，意见 1 条：− 有据"])
    other.items["4.1.4"]?.bands[.approach] = .from70
    #expect(words(.item("4.1.4")) == ["50%，方法 –", "50%，方法 70–85"])
    other.items["4.2.2"]?.sitePoints = [SitePoint(.verify, "看记录")]
    #expect(words(.item("4.2.2")) == ["50%，现场核实 0 点", "50%，现场核实 1 点：核实 看记录"])
    one.items["4.2.3"]?.mark = .abstained(reason: "不熟悉")
    #expect(words(.item("4.2.3")) == ["弃权：不熟悉", "50%"])
    other.head.hours = 3
    #expect(words(.head) == ["用时（小时）：—", "用时（小时）：3"])
    one.head.findings[FindingKind.allCases[0]] = nil
    #expect(words(.head).first?.hasSuffix("：—") == true)
    one.head.overall = ""
    #expect(words(.head) == ["总体意见：—", "总体意见：整体较好"])
  }

  @Test("«用已存的» takes what is stored")
  func takesStored() throws {
    let windows = try disagreement()
    windows.other.pass(milliseconds: 400)
    windows.other.press(.function(6))
    #expect(try mark(of: "4.1.2", in: windows.other) == 65)
    #expect(try storedMark("4.1.2", windows.one) == 65)
    // Nothing is left to be asked about.
    mark("70", in: windows.other)
    #expect(!isAsked(windows.other))
    #expect(try storedMark("4.1.2", windows.one) == 70)
  }

  @Test("«用此处的» writes what is here")
  func keepsOwn() throws {
    let windows = try disagreement()
    windows.other.pass(milliseconds: 400)
    windows.other.press(.function(8))
    #expect(try storedMark("4.1.2", windows.one) == 40)
    #expect(windows.other.text.contains("✓ 已保存"))
    windows.one.backstage.storeChanged()
    #expect(try mark(of: "4.1.2", in: windows.one) == 40)
  }

  @Test("Esc leaves it unsaved, and the next save asks again")
  func asksAgain() throws {
    let windows = try disagreement()
    windows.other.pass(milliseconds: 400)
    windows.other.press(.escape)
    #expect(!isAsked(windows.other) && windows.other.text.contains("未保存"))
    #expect(try mark(of: "4.1.2", in: windows.other) == 40)
    windows.other.pass(milliseconds: ReviewScreen.patience)
    #expect(isAsked(windows.other))
    #expect(try storedMark("4.1.2", windows.one) == 65)
    // What was stored in the meantime is what is shown and taken.
    mark("75", in: windows.one)
    windows.other.press(.function(6))
    #expect(try mark(of: "4.1.2", in: windows.other) == 75)
  }

  // MARK: Leaving

  @Test("whoever leaves with a change that meets another is asked before anything else")
  func asksOnLeaving() throws {
    let windows = try disagreement()
    windows.other.press(.alt("1"))
    #expect(isAsked(windows.other) && windows.other.backstage.console.current == .review)
    windows.other.press(.function(8))
    #expect(try storedMark("4.1.2", windows.one) == 40)
    windows.other.press(.alt("1"))
    #expect(windows.other.backstage.console.current == .queue)
  }

  @Test("what was saved on leaving is known when one comes back: no question about one's own")
  func knowsWhatWasSaved() throws {
    let windows = try Windows()
    let one = windows.one
    one.type("65")
    one.press(.enter, .up, .alt("1"))
    #expect(try storedMark("4.1.2", one) == 65)
    one.press(.alt("2"))
    mark("70", in: one)
    #expect(!isAsked(one))
    #expect(try storedMark("4.1.2", one) == 70)
  }

  @Test("no question uncovers the lock: it is asked once the passphrase was typed")
  func asksAfterTheLock() throws {
    let windows = try disagreement()
    let other = windows.other
    other.press(.function(12))
    #expect(other.backstage.console.isLocked && other.backstage.session == nil)
    other.type(Demo.passphrase)
    other.press(.enter)
    #expect(try mark(of: "4.1.2", in: other) == 40)
    other.pass(milliseconds: ReviewScreen.patience)
    #expect(isAsked(other))
  }

  // MARK: Handing in
}
