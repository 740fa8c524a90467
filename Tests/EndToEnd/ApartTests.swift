import Foundation
import Testing

/// One year's panel apart, by keys: five copies, a stick between them, and nobody at another's laptop.
extension AtTheTerminal.ApartTests {
  /// Where everybody works: the office's store, and what was made of it to take along.
  private struct Places {
    let year: ApartYear
    let stick: String

    init() throws {
      year = try ApartYear()
      stick = year.folder.path("U 盘/交换")
      try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    }

    func path(_ person: String) -> String {
      person == "chenmi" ? year.path : year.folder.path(person) + "/store"
    }

    /// A copy for somebody, by the command line.
    func copy(for person: String) throws {
      let run = try runCommand(
        ["copy", year.path, year.folder.path(person), "--for", person])
      #expect(run.status == .code(0), "\(run)")
    }

    func desk(_ person: String) throws -> Desk { try Desk.loggedIn(path(person), as: person) }

    func run(_ command: String, _ more: String..., as person: String) throws -> CommandRun {
      try runCommand(
        [command, path(person)] + more + ["--as", person], env: ["PINGSHEN_PASSPHRASE": "demo"])
    }

    func exchange(_ people: String...) throws {
      for person in people {
        let run = try run("exchange", stick, as: person)
        #expect(run.status == .code(0), "\(person): \(run)")
      }
    }
  }

  private static let experts = ["zhaoyi", "qianer", "sunsan", "lisi"]

  @Test("a panel apart: reviewed at home, handed in by stick, opened, settled, two on a visit")
  func panel() throws {
    let places = try Places()
    for person in Self.experts { try places.copy(for: person) }
    try review(places)
    try settle(places)
    try visit(places)
    // Everybody meets: one head, nothing wrong anywhere, nothing left to settle.
    try places.exchange("zhaoyi", "qianer", "sunsan", "lisi", "chenmi")
    try places.exchange("zhaoyi", "qianer", "sunsan", "lisi", "chenmi")
    let heads = try (Self.experts + ["chenmi"]).map { person in
      let check = try runCommand(["check", places.path(person)])
      #expect(check.status == .code(0), "\(person): \(check)")
      return check.stdout.firstMatch(of: #/头摘要 ([0-9a-f]{64})/#).map { String($0.1) }
    }
    #expect(heads[0] != nil && Set(heads).count == 1)
    let meetings = try places.run("meetings", "--json", as: "chenmi")
    #expect(meetings.stdout.filter { !$0.isWhitespace } == "[]", "\(meetings)")
  }

  /// Each at home, without any other copy; the first hands in by keys, the others by a command.
  private func review(_ places: Places) throws {
    for person in Self.experts.dropFirst() {
      let desk = try places.desk(person)
      try desk.openCase()
      try desk.startReview()
      try desk.mark(Array(repeating: 60, count: 23))
      try desk.answerFindings()
      try desk.handIn()
      if person == "qianer" { try desk.exchange(places.stick, isFirst: true) }
      try desk.quit()
      if person != "qianer" { try places.exchange(person) }
    }
  }

  /// The leader asks, the office releases, the leader opens and settles, each on their own copy.
  private func settle(_ places: Places) throws {
    try places.exchange("chenmi")
    let leader = try places.desk("zhaoyi")
    try leader.exchange(places.stick, isFirst: true)
    try leader.openCase()
    try leader.go(to: "合议")
    try leader.see("启封之前")
    try leader.session.press(.f(5))
    try leader.confirm("F8 申请启封")
    try leader.exchange(places.stick)
    try places.exchange("chenmi")
    let office = try places.desk("chenmi")
    try office.openCase()
    try office.go(to: "合议")
    try office.see("F5 交出启封钥匙")
    try office.session.press(.f(5))
    try office.confirm("F8 交出启封钥匙")
    try office.quit()
    try places.exchange("chenmi")
    try leader.exchange(places.stick)
    try leader.go(to: "合议")
    try leader.see("F5 开启合议")
    try leader.session.press(.f(5))
    try leader.confirm("F8 开启合议")
    try leader.see("已定 0/23")
    try leader.session.press(.f(4))
    try leader.fillIn("到会成员")
    try leader.see("到会 4/4")
    for count in 1...23 {
      try leader.settle(60, count: count)
      try leader.session.press(.down)
    }
    try leader.session.press(.f(5))
    try leader.see("合议总分 600")
    try leader.session.type("方法系统，结果良好，同意进入现场评审。")
    try leader.session.press(.f(5))
    try leader.confirm("完成合议？")
    try leader.see("✓ 合议完成")
    try leader.exchange(places.stick)
    try leader.quit()
    try places.exchange("chenmi")
  }

  /// Two examiners on two laptops: one check each, and one that both tick without knowing it.
  private func visit(_ places: Places) throws {
    try places.year.arrangeVisit()
    try places.exchange("chenmi", "qianer", "sunsan")
    for (place, person) in ["qianer", "sunsan"].enumerated() {
      let desk = try places.desk(person)
      try desk.openCase()
      try desk.go(to: "现场")
      try desk.see("核查 0/")
      try desk.tick("\(person) 看到的与报告不同", place: "二号车间", asked: "班组长")
      try desk.see("核查 1/")
      for _ in 0...place { try desk.session.press(.down) }
      try desk.tick("\(person) 核对一致", place: "一号车间", asked: "班组长")
      try desk.see("核查 2/")
      try desk.quit()
    }
    // What both ticked has met, and is said to whoever can see it.
    try places.exchange("qianer", "sunsan", "qianer")
    let meetings = try places.run("meetings", as: "sunsan")
    #expect(meetings.stdout.contains(MainJob.number), "\(meetings)")
    let desk = try places.desk("sunsan")
    try desk.openCase()
    try desk.go(to: "现场")
    try desk.tick("当面核对，以此为准", place: "二号车间", asked: "班组长")
    try desk.exchange(places.stick)
    try desk.quit()
    let settled = try places.run("meetings", as: "sunsan")
    #expect(!settled.stdout.contains(MainJob.number), "\(settled)")
  }
}

extension Desk {
  /// Exchanges by F2 and the form of the page: the post is typed once, and stands there afterwards.
  fileprivate func exchange(_ post: String, isFirst: Bool = false) throws {
    // On the page itself the action of that name is the form.
    try go(to: "队列")
    try see(MainJob.number)
    try act("交换…")
    try see("建副本…")
    try session.press(.f(4))
    try see("rclone:名称:路径")
    if isFirst { try session.type(post) }
    try session.press(.f(5))
    try see(["已交换：", "头摘要"])
  }
}
