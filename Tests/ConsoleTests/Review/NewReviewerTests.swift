import Criteria
import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// Who never saw the program does a reviewer's work by what the bottom line says: arrows, Enter, Esc,
/// Tab, digits and function keys; letters are those of the texts alone.
@Suite("A new reviewer's way, by keys")
struct NewReviewerTests {
  private static let id: CaseID = "HZ26-0044"

  private func expect(_ rig: Rig, _ words: String...) {
    for word in words { #expect(rig.text.contains(word), "\(word): \(rig.text)") }
  }

  @Test("from the queue to the declaration, and on to the review")
  func declares() throws {
    let rig = try Rig(.scored)
    try rig.signIn("lisi")
    expect(rig, "我的待办 2", "HZ26-0044", "Enter 打开")
    rig.press(.down, .enter)
    expect(rig, "签署回避声明…", "Enter 签署回避声明…")
    rig.press(.enter)
    expect(rig, "F8 签署：无利害关系")
    rig.press(.function(8))
    expect(rig, "Enter 到独立评审")
    rig.press(.enter)
    #expect(rig.backstage.console.current == .review)
    expect(rig, "Enter 开始评审")
  }

  @Test("from the queue to the sealed sheet: read, marked, quoted, gone back to, handed in")
  func handsIn() throws {
    let rig = try Rig(.scored)
    try rig.signIn("zhaoyi")
    expect(rig, "我的待办", "Enter 打开")
    rig.press(.enter)
    expect(rig, "Enter 开始评审")
    rig.press(.enter)
    expect(rig, "0/23", "0–9 得分率")
    // Reading: a bookmark, a passage quoted, and from the comment back to the passage.
    rig.press(.tab, .down, .character(" "))
    expect(rig, "书签")
    rig.press(.function(7))
    rig.type("高层用四个月组织座谈，听取各方意见。")
    rig.press(.enter)
    expect(rig, "（自评报告 4.1.2.1", "Ctrl-G 看原文")
    rig.press(.control("g"))
    #expect(rig.backstage.console.focusName == "review/text")
    rig.press(.escape, .escape)
    // Marking: digits and Enter, item by item.
    for _ in Edition.shipped.items {
      rig.type("50")
      rig.press(.enter)
    }
    expect(rig, "23/23")
    rig.press(.function(6))
    expect(rig, "基本条件")
    for _ in FindingKind.allCases { rig.press(.right, .tab, .tab) }
    rig.press(.function(6))
    // Left for the day, and gone on where one was.
    rig.press(.function(12))
    rig.type("demo")
    rig.press(.enter)
    expect(rig, "23/23")
    rig.press(.function(5))
    expect(rig, "提交前检查", "缺 0")
    rig.press(.function(5))
    expect(rig, "提交评审表？")
    rig.press(.function(8))
    expect(rig, "已提交，封存")
    // What is over is offered no more; F2 alone keeps it, with its reason.
    let line = rig.canvas.rows.last ?? ""
    for words in ["0–9", "F5 ", "F7 ", "F9 "] { #expect(!line.contains(words), "\(line)") }
    #expect(line.contains("撤回"), "\(line)")
    let session = try #require(rig.backstage.session)
    let dossier = try rig.backstage.store.dossier(Self.id, by: session)
    #expect(dossier.sheets["zhaoyi"]?.state == .handedIn)
    // What was read is still known, and leads there from another login.
    rig.press(.escape)
    let reading = try rig.backstage.store.reading(of: Self.id, by: session)
    #expect(reading.bookmarks.count == 1 && reading.until != nil)
  }
}
