import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("A window over a list")
struct WindowTests {
  struct Row: Identifiable, Sendable {
    let id: Int
  }

  private func rows(_ ids: some Sequence<Int>) -> [Row] { ids.map { Row(id: $0) } }

  private let asking: Window<Row>.Asking = { .letters(offset: $0, limit: $1) }

  private func window(_ ids: some Sequence<Int>, of total: Int) -> Window<Row> {
    var window = Window<Row>()
    window.take(rows(ids), at: 0, of: total, shown: 10)
    return window
  }

  @Test(
    "the row under the hand stays selected wherever it stands, one that is gone leaves its place")
  func held() {
    var window = window([1, 2, 3, 4], of: 4)
    _ = window.handle(.down, shown: 10)
    window.take(rows([9, 8, 1, 2, 3]), at: 0, of: 5, shown: 10)
    #expect(window.selected?.id == 2)
    window.take(rows([9, 8, 1, 3]), at: 0, of: 4, shown: 10)
    #expect(window.selected?.id == 3)
    // It comes back: one goes on from where one is by now.
    window.take(rows([9, 8, 1, 2, 3]), at: 0, of: 5, shown: 10)
    #expect(window.selected?.id == 3)
    window.take([], at: 0, of: 0, shown: 10)
    #expect(window.selected == nil && window.state.selection == -1)
    window.take(rows([5]), at: 0, of: 1, shown: 10)
    #expect(window.selected?.id == 5)
  }

  @Test("the first row is under the hand too, though no key was pressed")
  func first() {
    var window = window([1, 2], of: 2)
    window.take(rows([9, 1, 2]), at: 0, of: 3, shown: 10)
    #expect(window.selected?.id == 1)
  }

  @Test("a list that comes piece by piece begins at its top, unless a row was chosen by hand")
  func pieces() {
    var window = Window<Row>()
    window.hold(rows([5]), shown: 10, isWhole: false)
    window.hold(rows([1, 5]), shown: 10)
    #expect(window.selected?.id == 1)
    window.select(1, shown: 10)
    window.hold(rows([5]), shown: 10, isWhole: false)
    window.hold(rows([1, 3, 5]), shown: 10)
    #expect(window.selected?.id == 5)
  }

  @Test("rows are asked for around the selected one, once, and stand where they stood until then")
  func around() {
    var window = window(0..<100, of: 300)
    window.select(99, shown: 10)
    #expect(window.readAround(asking).isEmpty)
    _ = window.handle(.down, shown: 10)
    #expect(window.readAround(asking) == [.load(.letters(offset: 76, limit: 40))])
    #expect(window.readAround(asking).isEmpty)
    #expect(window[0]?.id == 0 && window.selected == nil)
    // Others' commit in between asks for the same part.
    #expect(window.read(asking) == [.load(.letters(offset: 76, limit: 40))])
    // What was asked for before that comes late.
    window.take(rows(0..<100), at: 0, of: 300, shown: 10)
    #expect(window.selected == nil)
    window.take(rows(76..<116), at: 76, of: 300, shown: 10)
    #expect(window.selected?.id == 100 && window[0] == nil && window[115]?.id == 115)
  }

  @Test("a list that ends before where one was is read where it ends")
  func shorter() {
    var window = window(0..<100, of: 300)
    window.select(299, shown: 10)
    _ = window.readAround(asking)
    window.take([], at: 260, of: 120, shown: 10)
    #expect(window.readAround(asking) == [.load(.letters(offset: 80, limit: 40))])
    // An answer without the rows it promised is not asked for again and again.
    window.take([], at: 80, of: 120, shown: 10)
    #expect(window.readAround(asking).isEmpty)
  }

  @Test("another list begins at its top; rows that cannot be selected are passed over")
  func restarts() {
    var window = window(0..<3, of: 3)
    window.select(2, shown: 10)
    #expect(window.restart(asking) == [.load(.letters(offset: 0, limit: 40))])
    window.take(rows([1, 2]), at: 0, of: 2, shown: 10)
    #expect(window.selected?.id == 1)
    #expect(window.choose(2, shown: 10) && window.selected?.id == 2)
    #expect(!window.choose(7, shown: 10) && window.selected?.id == 2)
    var headed = Window<Row> { $0.id < 100 }
    headed.hold(rows([100, 1, 101, 2]), shown: 10)
    #expect(headed.selected?.id == 1)
    headed.handle(.down, shown: 10)
    #expect(headed.selected?.id == 2)
  }
}
