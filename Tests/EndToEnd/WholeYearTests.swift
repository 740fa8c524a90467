import Foundation
import Testing

/// One whole year, from an empty directory to a place revoked: the real program in real terminals,
/// every act by keys, each person at their own terminal.
extension AtTheTerminal.WholeYearTests {
  static let passphrase = "西湖边的长口令 2026"

  @Test("one whole year by keys: call, application, review, visit, list, objection, revocation")
  func wholeYear() throws {
    let folder = try TemporaryDirectory()
    let store = folder.path("2026")
    try found(store)
    try receive(store, folder)
    try reviewMaterial(store)
    try visit(store)
    try list(store)
    try supervise(store)
    let check = try runCommand(["check", store])
    #expect(check.status == .code(0), "\(check.stdout)\(check.stderr)")
  }

  /// A person at their terminal at a time of the rehearsal.
  func desk(_ store: String, _ person: String, at now: String) throws -> Desk {
    try Desk.loggedIn(
      store, as: person, passphrase: Self.passphrase, env: ["PINGSHEN_NOW": now])
  }

  // MARK: 2 March: the year is set up, the application comes in (M, Q)

  private func receive(_ store: String, _ folder: TemporaryDirectory) throws {
    let now = "2026-03-02T09:30"
    let secretary = try desk(store, "chenmi", at: now)
    let codes = try setUp(secretary, folder)
    var desks: [String: Desk] = [:]
    for person in ["zhaoyi", "qianer", "sunsan", "shenbin", "hejian"] {
      let desk = try Desk(store, as: person, env: ["PINGSHEN_NOW": now])
      try desk.join(invitation: try #require(codes[person]), passphrase: Self.passphrase)
      desks[person] = desk
    }
    try confirmEverybody(store, secretary)
    let officer = try #require(desks["shenbin"])
    try apply(officer, folder)
    try qualify(secretary)
    for desk in desks.values { try desk.quit() }
    try secretary.quit()
  }

  // MARK: 10 March: after the notice, the material review (R)

  private func reviewMaterial(_ store: String) throws {
    let now = "2026-03-10T09:00"
    let secretary = try desk(store, "chenmi", at: now)
    try secretary.openCase()
    try secretary.closeNotice("资格公示", then: "独立评审")
    try secretary.act("分配评审组")
    try secretary.see(["换字段", "第一评审组（赵一）"])
    try secretary.session.press(.f(5))
    try secretary.seeNoMore("换字段")
    let reviewers = try ["zhaoyi", "qianer", "sunsan"].map { try desk(store, $0, at: now) }
    try designate(reviewers)
    try review(reviewers)
    try open(reviewers[0], secretary)
    try holdConsensus(reviewers[0], beside: reviewers[1])
    try #expect(shown(store, as: "chenmi").matches(MainJob.settled, isOnSite: false))
    try decideEntry(reviewers[0], secretary)
    for desk in reviewers + [secretary] { try desk.quit() }
  }

  // MARK: 20 March: after the second notice, the visit (S)

  private func visit(_ store: String) throws {
    let now = "2026-03-20T09:00"
    let secretary = try desk(store, "chenmi", at: now)
    try secretary.openCase()
    try secretary.closeNotice("现场公示", then: "现场评审")
    try secretary.act("安排现场评审")
    try secretary.see(["换字段", "现场一组（赵一）"])
    // A panel of three that is done within a day: it is handed in on its last day.
    for day in ["2026-03-20", "2026-03-20"] {
      try secretary.session.press(.tab, .ctrl("u"))
      try secretary.session.type(day)
    }
    try secretary.session.press(.f(5))
    try secretary.seeNoMore("换字段")
    let examiners = try ["zhaoyi", "qianer", "sunsan"].map { try desk(store, $0, at: now) }
    try holdVisit(examiners)
    let result = try shown(store, as: "chenmi")
    #expect(result.matches(MainJob.onSite, isOnSite: true))
    #expect(result.materialTotal == MainJob.total(MainJob.settled) && result.tier == 1)
    try propose(secretary)
    for desk in examiners + [secretary] { try desk.quit() }
  }

  // MARK: Founding and setting up

  /// `init` at the terminal: the questions, then one recovery half after the other.
  private func found(_ store: String) throws {
    let session = try TerminalSession(
      ["init", "--rehearsal", store], env: ["PINGSHEN_NOW": "2026-03-02T09:00"])
    for (question, answer) in [
      ("评审库名称", "2026 年度培育"), ("你的编号", "chenmi"), ("你的姓名", "陈秘"),
      ("新口令", Self.passphrase), ("再输一次", Self.passphrase),
    ] {
      try session.waitFor("the question «\(question)»") { $0.cursorRow.contains(question) }
      try session.type("\(answer)\r")
    }
    // The prompt comes after the half: what stands over it is whole then.
    let first = try session.waitFor("the first half") {
      $0.contains("甲半（") && $0.contains("抄好后按 Enter")
    }
    #expect(!first.contains("乙半（") && !first.contains(Self.passphrase))
    let half = try #require(first.rows.first { $0.hasPrefix("  ") && $0.count > 20 })
    try session.press(.enter)
    let second = try session.waitFor("the second half") {
      $0.contains("乙半（") && $0.contains("抄好后按 Enter")
    }
    #expect(!second.text.contains(half.trimmingCharacters(in: .whitespaces)))
    let other = try #require(second.rows.first { $0.hasPrefix("  ") && $0.count > 20 })
    try session.press(.enter)
    let last = try session.waitFor(text: "已建立评审库")
    #expect(!last.text.contains(other.trimmingCharacters(in: .whitespaces)))
    #expect(try session.waitForExit() == .code(0))
  }

  /// One person and one panel by keys, the rest from a file; every code is read from the screen.
  private func setUp(
    _ secretary: Desk, _ folder: TemporaryDirectory
  ) throws -> [String: String] {
    try secretary.openCycle()
    try secretary.announceCall()
    var codes = ["zhaoyi": try secretary.invite("zhaoyi", "赵一")]
    let file = folder.path("year.json")
    try Data(MainJob.importFile.utf8).write(to: URL(fileURLWithPath: file))
    codes.merge(try secretary.importFile(file, people: 4)) { $1 }
    try secretary.formPanel("m1", "第一评审组")
    return codes
  }

  /// The secretariat sees who has joined by itself, compares and confirms one after the other.
  private func confirmEverybody(_ store: String, _ secretary: Desk) throws {
    try secretary.session.press(.left)
    var fingerprints: Set<String> = []
    for waiting in [5, 4, 3, 2, 1] {
      try secretary.see("\(waiting) 人待核对")
      fingerprints.insert(try secretary.confirmNext())
    }
    try secretary.seeNoMore("待核对指纹")
    let people = try runCommand(["people", store])
    #expect(fingerprints.count == 5 && fingerprints.allSatisfy(people.stdout.contains))
  }

  // MARK: Independent review (R1–R4)

  private func designate(_ reviewers: [Desk]) throws {
    let leader = reviewers[0]
    try leader.openCase()
    try leader.declare()
    try leader.act("指定评审员")
    try leader.see(["换字段", "期限"])
    try leader.session.press(.f(5))
    try leader.seeNoMore("换字段")
    for desk in reviewers.dropFirst() {
      try desk.openCase()
      try desk.declare()
    }
  }

  private func review(_ reviewers: [Desk]) throws {
    for (place, desk) in reviewers.enumerated() {
      try desk.startReview()
      try desk.session.press(.f(5))
      try desk.see(["提交前检查", "缺 26"])
      try desk.session.press(.esc)
      try desk.see("0–9 得分率")
      if place == 0 {
        try desk.write("战略研讨机制系统，每年八月启动，七个专业组参加。")
        try desk.write("核实二号车间看板的一次合格率", under: 3)
      }
      try desk.mark(MainJob.sheet(place))
      try desk.see(MainJob.total(MainJob.sheet(place)).replacing(/\.?0+$/, with: ""))
      try desk.answerFindings()
      try desk.handIn()
    }
  }

  // MARK: Consensus (R4, R6)

  private func open(_ leader: Desk, _ secretary: Desk) throws {
    try leader.go(to: "合议")
    try leader.see("启封之前")
    try leader.session.press(.f(5))
    try leader.confirm("F8 申请启封")
    try secretary.go(to: "合议")
    try secretary.see("F5 交出启封钥匙")
    try secretary.session.press(.f(5))
    try secretary.confirm("F8 交出启封钥匙")
    // What the secretariat did reaches the leader's screen without a key.
    try leader.see("F5 开启合议")
    try leader.session.press(.f(5))
    try leader.confirm("F8 开启合议")
    try leader.see("已定 0/23")
  }

  private func holdConsensus(_ leader: Desk, beside member: Desk) throws {
    try member.go(to: "合议")
    try member.see("已定 0/23")
    try leader.session.press(.f(4))
    try leader.fillIn("到会成员")
    try leader.see("到会 3/3")
    // The most disputed item stands first and wants its discussion before it is settled.
    try leader.session.press(.enter)
    try leader.see(["讨论记录 · 4.2.3", "极差 35"])
    try leader.session.type("对季度回顾的理解不同，复核证据后一致。")
    try leader.session.press(.f(5))
    try leader.seeNoMore("讨论意见")
    try leader.settle(MainJob.settled[MainJob.disputed], count: 1)
    try member.see("已定 1/23")
    try leader.session.press(.f(6))
    try leader.see("按条款号排序")
    try leader.session.press(.home)
    var count = 1
    for item in MainJob.items.indices {
      if item != MainJob.disputed {
        count += 1
        try leader.settle(MainJob.settled[item], count: count)
      }
      try leader.session.press(.down)
    }
    try leader.session.press(.f(5))
    try leader.see("合议总分 \(MainJob.total(MainJob.settled))")
    try leader.session.type("方法系统，结果良好，同意进入现场评审。")
    try leader.session.press(.f(5))
    try leader.confirm("完成合议？")
    try leader.see("✓ 合议完成")
    try member.see("✓ 合议完成")
  }

  // MARK: On site (S1–S6)

  private func holdVisit(_ examiners: [Desk]) throws {
    let leader = examiners[0]
    for (place, examiner) in examiners.enumerated() {
      try examiner.choose(MainJob.number)
      try examiner.go(to: "现场")
      if place == 0 { continue }
      try examiner.see("核查 \(place - 1)/24")
      try examiner.tick("第 \(place) 项与报告一致", place: "二号车间", asked: "班组长")
      try examiner.see("核查 \(place)/24")
    }
    for _ in 1..<examiners.count { try leader.session.press(.down) }
    for check in examiners.count...24 {
      let isFirst = check == examiners.count
      try leader.tick(
        "第 \(check) 项与报告一致", place: isFirst ? "二号车间" : nil, asked: isFirst ? "班组长" : nil)
      try leader.see("核查 \(check)/24")
      try leader.session.press(.down)
    }
    try leader.session.press(.backTab)
    for line in 1...5 {
      try leader.session.press(.space)
      try leader.session.waitFor("\(line) lines held") { screen in
        screen.rows.count { $0.prefix(3).contains("✓") } >= line
      }
      try leader.session.press(.down)
    }
    try leader.session.press(.f(8))
    try leader.see("已定 0/23")
    for _ in 0..<MainJob.firstResult { try leader.session.press(.down) }
    for item in MainJob.firstResult..<MainJob.items.count {
      try leader.settleOnSite(70, reason: "现场核实 \(MainJob.items[item].id) 的三年数据")
    }
    try leader.session.press(.f(7))
    try leader.see("将有 \(MainJob.firstResult) 个未定条款")
    try leader.confirm("其余条款按材料评审分定？")
    try leader.see("已定 23/23")
    try leader.session.press(.f(5))
    try leader.see(MainJob.total(MainJob.onSite))
    try leader.session.type("现场与报告一致，结果数据可追溯。")
    try leader.session.press(.f(5))
    try leader.confirm("提交现场评审？")
    try leader.see("✓ 已提交")
  }

  // MARK: The command line's word

  func shown(_ store: String, as person: String) throws -> ShownCase {
    let run = try runCommand(
      ["show", store, MainJob.number, "--as", person, "--json"],
      env: ["PINGSHEN_PASSPHRASE": Self.passphrase])
    return try JSONDecoder().decode(ShownCase.self, from: Data(run.stdout.utf8))
  }
}
