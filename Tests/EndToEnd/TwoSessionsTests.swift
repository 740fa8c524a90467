import Testing

/// Several people on one store: what one does stands on the others' screens without a key.
extension AtTheTerminal.TwoSessionsTests {
  @Test("an item that the leader settles appears on a member's screen by itself")
  func settledItem() throws {
    let store = try DemoStore.consensus()
    let desks = try ["zhaoyi", "qianer"].map { person in
      let desk = try Desk.loggedIn(store.path, as: person)
      try desk.choose("HZ26-0007")
      try desk.go(to: "合议")
      try desk.see("已定 14/23")
      return desk
    }
    let (leader, member) = (desks[0], desks[1])
    try leader.session.press(.enter)
    try leader.see("讨论记录 · 4.7.4")
    try leader.session.type("复核证据后一致。")
    try leader.session.press(.f(5))
    try leader.seeNoMore("讨论意见")
    try leader.settle(50, count: 15)
    let screen = try member.see("已定 15/23")
    #expect(screen.row(containing: "4.7.4")?.contains("50") == true)
  }

  @Test("others see how many items carry a mark, and never the mark")
  func progress() throws {
    let store = try DemoStore.reviewed()
    let leader = try Desk.loggedIn(store.path, as: "zhaoyi")
    try leader.choose(DemoStore.number)
    try leader.go(to: "合议")
    try leader.see("12/23")
    let reviewer = try store.reviewing(as: "qianer")
    try reviewer.session.press(.end)
    try reviewer.see("▸ ○ 4.7.7")
    try reviewer.session.type("95\r")
    try reviewer.session.waitFor("the mark, saved") { screen in
      screen.row(containing: "▸ ✓ 4.7.7")?.contains("95%") == true
        && screen.rows[0].contains("✓ 已保存")
    }
    try leader.see("13/23")
    #expect(try !leader.session.screen.contains("95"))
  }
}
