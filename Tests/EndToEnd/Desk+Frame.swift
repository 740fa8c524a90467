/// What district, secretariat and leader do by keys around the review (E, M, Q, R7, S6, P, C).
extension Desk {
  /// Opens the form of an act of the open case, fills it in and ends it.
  ///
  /// - Parameters:
  ///   - sign: Words that only the form shows.
  ///   - isConfirmed: Whether the act asks once more.
  func fill(
    _ name: String, sign: String, isConfirmed: Bool = false,
    _ keys: (TerminalSession) throws -> Void
  ) throws {
    try act(name)
    try see(["换字段", sign])
    try keys(session)
    try session.press(.f(5))
    if isConfirmed {
      try confirm("办理后不能撤销")
    } else {
      try seeNoMore("换字段")
    }
  }

  /// Does an act that is only confirmed.
  func confirmAct(_ name: String, _ question: String) throws {
    try act(name)
    try confirm(question)
  }

  /// Closes the notice on which the open case stands, after its last day.
  func closeNotice(_ current: String, then stage: String) throws {
    try see(current)
    try act("结束公示")
    try see(["公示 演示", "F8"])
    try session.press(.f(8))
    try seeStage(stage)
  }

  /// Publishes the next notice of the open case under a number.
  func publishNotice(_ number: String, stage: String) throws {
    try fill("发布公示", sign: "公示（公告）编号", isConfirmed: true) { try $0.type(number) }
    try seeStage(stage)
  }

  /// Asks every department and records that nothing speaks against the applicant.
  func askAndAnswer(_ act: String) throws {
    try fill(act, sign: "征询内容", isConfirmed: true) { _ in }
    try fill("登记答复", sign: "无不利情况", isConfirmed: true) {
      try $0.press(.tab, .tab)
      try $0.type("未发现不良记录")
    }
  }

  /// Records a meeting of the bureau with the leader there: the form begins with the kind that the open
  /// case waits for.
  func hold(_ id: String, _ kind: String) throws {
    try go(to: "期限")
    try see("申报受理")
    try session.press(.right, .right)
    try session.waitFor("a case that waits for \(kind)") { screen in
      screen.rows.contains { $0.contains(kind) && $0.contains("尚未召开") && $0.contains("1") }
    }
    try session.press(.f(4))
    try see(["换字段", "到会", "‹ \(kind) ›"])
    try session.press(.tab)
    try session.type(id)
    try session.press(.tab, .tab, .space)
    try session.press(.f(5))
    try see(["\(id)  2026", "F8"])
    try session.press(.f(8))
    try seeNoMore("F8 登记会议")
    try go(to: "案卷")
    try see("办理")
  }

  /// Decides at the meeting of the open case: yes, without a reason.
  func decide(_ act: String, stage: String) throws {
    try fill(act, sign: "会议", isConfirmed: true) { _ in }
    try seeStage(stage)
  }
}
