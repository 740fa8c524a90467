import Criteria
import Demo
import Foundation
import GRDB
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

/// What another window wrote while one is asked whether to hand in, or before one looks.
extension TwoWindowsTests {
  @Test("R4: what was confirmed is sealed, not what another window wrote meanwhile")
  func sealsWhatWasConfirmed() throws {
    let windows = try Windows(TheReview.complete)
    let other = windows.other
    other.press(.function(5))
    #expect(other.backstage.console.focusName == "question/handIn")
    mark("65", in: windows.one)
    other.backstage.storeChanged()
    other.press(.function(8))
    #expect(isAsked(other))
    #expect(other.text.contains("评审表未提交"))
    #expect(other.text.contains("已存：65%") && other.text.contains("此处：50%"))
    let session = try #require(other.backstage.session)
    let state = try other.backstage.store.dossier(Self.dossier, by: session)
    #expect(state.sheets[Self.me]?.state == .started)
    // One chooses, confirms what is then on the screen, and that is sealed.
    other.press(.function(8))
    #expect(try storedMark("4.1.2", windows.one) == 50)
    other.press(.function(5), .function(8))
    let sealed = try other.backstage.store.dossier(Self.dossier, by: session)
    #expect(sealed.sheets[Self.me]?.state == .handedIn)
    #expect(sealed.contents[Self.me]?[1]?.items["4.1.2"]?.mark == .percentage(.middle))
  }

  @Test("R4: whoever goes back from the question to hand in sees what was written meanwhile")
  func followsAfterTheQuestion() throws {
    let windows = try Windows(TheReview.complete)
    windows.other.press(.function(5))
    mark("65", in: windows.one)
    windows.other.backstage.storeChanged()
    #expect(try mark(of: "4.1.2", in: windows.other) == 50)
    windows.other.press(.escape)
    #expect(try mark(of: "4.1.2", in: windows.other) == 65)
  }

  // MARK: Turned back

  @Test("a draft that was turned back is said")
  func turnedBack() throws {
    let windows = try Windows(TheReview.complete)
    let one = windows.one
    try one.tamper("CREATE TABLE kept AS SELECT * FROM draft")
    mark("65", in: one)
    #expect(!one.text.contains("换回旧版"))
    try one.tamper("DELETE FROM draft; INSERT INTO draft SELECT * FROM kept; DROP TABLE kept")
    one.backstage.storeChanged()
    #expect(one.text.contains("草稿不是上次保存的样子"))
    #expect(try mark(of: "4.1.2", in: one) == 50)
  }
}
