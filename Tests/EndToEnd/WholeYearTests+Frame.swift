import Foundation
import Testing

/// The frame around the review: how the application comes in, and how it is listed and revoked.
extension AtTheTerminal.WholeYearTests {
  /// The district's officer registers, fills in the form and hands in; then recommends (M, Q1).
  func apply(_ officer: Desk, _ folder: TemporaryDirectory) throws {
    try officer.session.press(.f(8))
    try officer.see(["换字段", "登记申报"])
    try officer.session.type(MainJob.number)
    try officer.session.press(.tab)
    try officer.session.type(MainJob.organisation)
    try officer.session.press(.tab, .tab, .tab)
    try officer.session.type("装备制造")
    try officer.session.press(.f(5))
    try officer.seeNoMore("换字段")
    try officer.openCase()
    try fillForm(officer)
    try officer.fill("填三年指标", sign: "行业位次") { _ in }
    try attach(officer, folder)
    try officer.fill("清点份数", sign: "两个数") { session in
      for copies in ["1 3", "1 3", "1 3", "1 3", "1 1"] {
        try session.type(copies)
        try session.press(.tab)
      }
    }
    // Within the call and complete: to the district's own check.
    try officer.confirmAct("提交申报", "提交后材料不再增补")
    try officer.seeStage("区县初审")
    try officer.fill("推荐", sign: "盖章日期", isConfirmed: true) {
      try $0.type("材料完整，信用良好，同意推荐。")
    }
    try officer.seeStage("资格审查")
  }

  private func fillForm(_ officer: Desk) throws {
    try officer.fill("填申报表", sign: "法定代表人") { session in
      for text in ["滨江区演示路 1 号", "周总", "吴质", "任字 1 号", "冯联 0571", "3453"] {
        try session.press(.tab)
        try session.type(text)
      }
      try session.press(.tab, .tab)
      try session.type("2019-05")
      try session.press(.tab, .tab, .tab)
      // Every declaration from «not answered» to «yes».
      for _ in 0..<9 { try session.press(.tab, .right) }
      try officer.see("无其他严重违法违规")
    }
  }

  /// The first part by its own form, the others as they came: in a folder with what else lay there,
  /// which is looked into before anything of it is taken (M1–M6).
  private func attach(_ officer: Desk, _ folder: TemporaryDirectory) throws {
    let (first, others) = (MainJob.texts[0], MainJob.texts.dropFirst())
    let path = folder.path("\(first.0).md")
    try Data(first.1.utf8).write(to: URL(fileURLWithPath: path))
    try officer.fill("附材料", sign: "文件路径") { session in
      try session.press(.right, .tab)
      try session.paste(path)
    }
    let stick = folder.path("U 盘")
    let names = ["自评报告.md", "工作总结.txt", "证实材料/附件1：任命文件.txt", "Thumbs.db"]
    for (name, text) in zip(names, others.map(\.1) + ["x"]) {
      let url = URL(fileURLWithPath: "\(stick)/\(MainJob.number) 申报材料/\(name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try officer.fill("取入材料", sign: "先看有什么") { try $0.paste(stick) }
    try officer.see(["待取入 3 个文件", "自评报告", "工作总结", "任命文件"])
    try officer.session.press(.f(8))
    try officer.confirm("取入 1 份申报的 3 个文件")
    try officer.see("已取入 3 份材料")
    try officer.session.press(.esc)
    try officer.see("办理")
  }

  /// The city asks, decides every condition and puts the organisation on notice (Q2, Q3).
  func qualify(_ secretary: Desk) throws {
    try secretary.openCase()
    try secretary.askAndAnswer("征询部门")
    for _ in 0..<5 {
      try secretary.fill("判定条件", sign: "‹ 符合 ›") { session in
        try session.press(.tab, .tab)
        try session.type("已核实")
      }
    }
    try secretary.fill("资格审查决定", sign: "批准进入材料评审", isConfirmed: true) { _ in }
    try secretary.publishNotice("演示1号", stage: "资格公示")
    // Nobody cuts a term short.
    try secretary.act("结束公示")
    try secretary.see("公示到 2026-03-09 24 时为止")
    try secretary.session.press(.esc)
  }

  /// The leaders' meeting: the leader reports, the secretariat decides and publishes (R7, R8).
  func decideEntry(_ leader: Desk, _ secretary: Desk) throws {
    try leader.go(to: "案卷")
    try leader.seeStage("组长会议")
    try leader.fill("向组长会议汇报", sign: "汇报") {
      try $0.type("方法系统，结果良好，得分说明见合议报告。")
    }
    try secretary.hold("Z1", "组长会议")
    try secretary.fill("决定进入现场", sign: "会议", isConfirmed: true) { _ in }
    try secretary.publishNotice("演示2号", stage: "现场公示")
  }

  /// The bureau settles the list, asks for opinions and puts it on notice; one objects (S6, P1–P3).
  func propose(_ secretary: Desk) throws {
    try secretary.hold("H1", "市局合议")
    try secretary.decide("决定列入名单", stage: "征求意见")
    try secretary.askAndAnswer("征求部门意见")
    try secretary.publishNotice("演示3号", stage: "拟纳入公示")
    try secretary.fill("登记异议", sign: "异议人", isConfirmed: true) { session in
      try session.type("某同行")
      // Unit, telephone and the day are left as they are.
      try session.press(.tab, .tab, .tab)
      for text in ["市场份额口径有误", "与协会数据不符", "协会年报复印件"] {
        try session.press(.tab)
        try session.type(text)
      }
    }
    try secretary.see("答复异议…")
    try secretary.fill("答复异议", sign: "异议不成立", isConfirmed: true) { session in
      try session.press(.tab, .tab)
      try session.type("经核查，口径已注明来源。")
    }
  }

  // MARK: 1 April: approval, publication, and a place revoked (P4, C)

  func list(_ store: String) throws {
    let now = "2026-04-01T09:00"
    let secretary = try desk(store, "chenmi", at: now)
    try secretary.openCase()
    try secretary.closeNotice("拟纳入公示", then: "审定")
    try secretary.hold("J1", "局长办公会")
    try secretary.fill("审定", sign: "审定通过", isConfirmed: true) { _ in }
    try secretary.fill("公布名单", sign: "公布文号", isConfirmed: true) { try $0.type("演示4号") }
    try secretary.seeStage("培育")
    try secretary.fill("发放资助", sign: "发放日期", isConfirmed: true) { try $0.type("500000") }
    try secretary.fill("撤销培育资格", sign: "理由", isConfirmed: true) {
      try $0.type("发生重大安全事故")
    }
    try secretary.seeStage("取消资格")
    try secretary.fill("公告取消", sign: "公示（公告）编号", isConfirmed: true) {
      try $0.type("演示5号")
    }
    try secretary.fill("发函", sign: "函件编号", isConfirmed: true) { try $0.type("演示函1号") }
    let terms = try runCommand(
      ["terms", store, "--as", "chenmi", "--json"],
      env: ["PINGSHEN_PASSPHRASE": Self.passphrase, "PINGSHEN_NOW": now])
    #expect(terms.stdout.contains("\"refund\"") && terms.stdout.contains("2026-07-01"))
    try secretary.quit()
  }

  // MARK: Supervision reads everything and registers a complaint (V)

  func supervise(_ store: String) throws {
    let supervisor = try desk(store, "hejian", at: "2026-04-02T09:00")
    try supervisor.choose(MainJob.number)
    try supervisor.see(["取消资格", MainJob.organisation])
    try supervisor.go(to: "监督")
    try supervisor.see("登记…")
    try supervisor.session.press(.f(4))
    try supervisor.see("换字段")
    try supervisor.session.press(.tab, .tab)
    try supervisor.session.type(MainJob.number)
    try supervisor.session.press(.tab, .tab)
    try supervisor.session.type("来电反映评审期间有人索要费用。")
    try supervisor.session.press(.f(5))
    try supervisor.see(["待查处", "来电反映"])
    try supervisor.session.press(.enter)
    try supervisor.see("换字段")
    try supervisor.session.type("已调取通话记录。")
    try supervisor.session.press(.f(5))
    try supervisor.see(["查处中", "已调取通话记录"])
    try supervisor.go(to: "历史")
    try supervisor.see("取消培育资格")
    try supervisor.quit()
  }
}
