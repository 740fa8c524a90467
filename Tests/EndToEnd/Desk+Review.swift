/// What reviewers and their leader do by keys, up to the sealed sheet (R2–R5).
extension Desk {
  /// Signs the declaration of interests in the open case (R5).
  func declare() throws {
    try act("签署回避声明")
    try confirm("签署：无利害关系")
  }

  /// Starts the review of the open case, as soon as its material has been opened.
  func startReview() throws {
    try go(to: "独立评审")
    try see("Enter 开始评审")
    try session.press(.enter)
    try see(["我的评审", "0/23"])
  }

  /// Types the percentages of all items, from the first one down.
  func mark(_ percentages: [Int]) throws {
    for percentage in percentages { try session.type("\(percentage)\r") }
    try see("23/23")
  }

  /// Writes an entry under a heading of the selected item and leaves it again.
  func write(_ text: String, under heading: Int = 0) throws {
    try session.press(.enter)
    for _ in 0..<heading { try session.press(.down) }
    try session.press(.enter)
    try session.type(text)
    try see(String(text.prefix(12)))
    try session.press(.enter)
    try see("Enter 修改")
    try leaveToItems()
  }

  /// Esc to the list of items; the program has to have taken it before the next key, as ESC and a
  /// digit at once are Alt and the digit.
  private func leaveToItems() throws {
    try session.press(.esc)
    try see("0–9 得分率")
  }

  /// Answers the three questions of R3 on the overall part.
  func answerFindings() throws {
    try session.press(.f(6))
    try see("基本条件")
    for _ in 0..<3 { try session.press(.right, .tab, .tab) }
    try session.waitFor("three answers") { screen in
      ["基本条件", "材料翔实完整", "体现准则"].allSatisfy { name in
        screen.row(containing: name)?.contains("是") == true && !screen.contains("未填")
      }
    }
    try session.press(.f(6))
    try see("0–9 得分率")
  }

  /// Hands the sheet in over its check list.
  func handIn() throws {
    try session.press(.f(5))
    try see(["提交前检查", "缺 0"])
    try session.press(.f(5))
    try confirm("提交评审表？")
    try see("已提交，封存")
  }
}
