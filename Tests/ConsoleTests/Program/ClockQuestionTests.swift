import Console
import Procedure
import Terminal
import Testing

@testable import Store

/// The question whether the machine's clock is right, before an act long after the last one (T1).
@Suite("A jump of the clock is asked about, and nothing typed is lost over it")
struct ClockQuestionTests {
  /// A form filled in and sent, on a store whose last entry is more than a day old.
  private func asked() throws -> Rig {
    let rig = try Rig(.application)
    rig.backstage.store.clockRule = ClockRule()
    try rig.signIn("zhaoyi")
    rig.press(.function(2))
    rig.type("监督组")
    rig.press(.enter)
    rig.press(.tab, .tab)
    rig.type("评语与材料对不上")
    rig.press(.function(5))
    // What cannot be taken back is asked first; the answer is not on Enter.
    rig.press(.function(8))
    return rig
  }

  private func entries(_ rig: Rig) throws -> Int { try rig.backstage.store.check().entries }

  @Test("T1: both times are shown; back leads to the form with what was typed, nothing was written")
  func back() throws {
    let rig = try asked()
    let before = try entries(rig)
    #expect(rig.text.contains("时钟对吗？"))
    #expect(rig.text.contains("本机时钟：2026-09-10 14:30:00"))
    rig.press(.escape)
    #expect(rig.text.contains("评语与材料对不上"))
    #expect(try entries(rig) == before)
  }

  @Test("T1: who says that the clock is right has the act done, and is not asked again")
  func goesOn() throws {
    let rig = try asked()
    let before = try entries(rig)
    rig.press(.function(8))
    #expect(try entries(rig) > before)
    #expect(!rig.text.contains("时钟对吗？") && !rig.text.contains("评语与材料对不上"))
  }

  @Test("what others did is shown and verified though keys wait for the answer")
  func verifies() throws {
    let rig = try Rig(.consensus, verifying: .atOnce)
    rig.backstage.store.clockRule = ClockRule()
    try rig.signIn("chenmi")
    #expect(!rig.text.contains("核验中"))
  }
}
