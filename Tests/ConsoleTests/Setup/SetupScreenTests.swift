import Criteria
import Demo
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

@Suite("The set-up")
struct SetupScreenTests {
  static let fingerprint = "5488 4256 4471 4397 0417 7798 1538 3058"

  static func account(_ id: PersonID, _ standing: Standing, active: Bool = true) -> Account {
    Account(
      person: Person(id: id, name: "吴六", roles: [.expert], active: active), standing: standing,
      fingerprint: standing == .invited ? nil : fingerprint)
  }

  @Test("the cycle is opened with the parameters that are shown")
  func opensCycle() {
    var cycle = CycleState()
    cycle.apply(.personInvited(person: Person(id: "p1", name: "陈秘", roles: [.secretariat])))
    cycle.apply(.personJoined(person: "p1", fingerprint: "f"))
    cycle.apply(.personConfirmed(person: "p1", fingerprint: "f"))
    var world = SetupWorld(.cycle, cycle: cycle)
    let opened = world.begin("enter")
    #expect(
      world.fill(opened) { $0.type("２０２６", into: "year") } == [
        .perform(
          [
            .cycle(
              .openCycle(
                year: 2026, title: "2026 年度培育", parameters: .hangzhou, edition: nil))
          ], ticket: "cycle")
      ])
    #expect(SetupWorld.errors(world.fill(opened) { $0.type("今年", into: "year") })?["year"] != nil)
  }

  @Test("an open cycle is not opened again, and the reason stands at the action")
  func cycleIsOpen() {
    let world = SetupWorld(.cycle)
    let action = world.screen.offers(world.context).first { $0.id == "enter" }
    #expect(action?.availability == .disabled(Phrase("年度已开启", "a cycle is open already")))
  }

  @Test("a new person is invited as the form says")
  func invites() {
    var world = SetupWorld(.people)
    let opened = world.begin("add")
    let effects = world.fill(opened) {
      $0.type("wuliu", into: "id")
      $0.type("吴六", into: "name")
      $0.type("钱江精密", into: "employer")
      $0.type("甲公司、乙公司，丙公司", into: "consultancies")
    }
    let person = Person(
      id: "wuliu", name: "吴六", roles: [.expert], employer: "钱江精密",
      consultancies: ["甲公司", "乙公司", "丙公司"])
    #expect(effects == [.invite(person, ticket: "invite")])
  }

  @Test("M7: a district officer without a district is refused at that field")
  func officerWithoutDistrict() {
    var world = SetupWorld(.people)
    let opened = world.begin("add")
    let effects = world.fill(opened) {
      $0.type("shen", into: "id")
      $0.type("沈滨", into: "name")
      $0.take([1], of: "roles")
    }
    #expect(SetupWorld.errors(effects)?["district"] != nil)
  }

  @Test("the invitation is shown once, in a question with one answer")
  func invitationOnce() {
    var world = SetupWorld(.people)
    let effects = world.send(.loaded(.invitation("p5", code: "ABCD-EFGH-JKLM-NPQR")))
    guard case .ask(let question)? = effects.first else {
      Issue.record("the code is not shown")
      return
    }
    #expect(question.choices.map(\.id) == ["noted"])
    #expect(question.lines.contains { $0.zh.contains("A B C D   -   E F G H") })
    #expect(question.lines.contains { $0.zh.contains("只显示这一次") })
    #expect(!world.text.contains("A B C D"))
  }

  @Test("habit 4: who waits to be compared stands first; all eight groups are shown")
  func comparesFingerprint() throws {
    var world = SetupWorld(.people)
    world.people([
      Self.account("a", .confirmed), Self.account("b", .invited), Self.account("c", .joined),
    ])
    #expect(world.screen.people.people.rows.map(\.id) == ["c", "b", "a"])
    let asked = world.begin("enter")
    let question = try #require(SetupWorld.question(asked))
    let shown = question.lines.map(\.zh).joined(separator: " ")
    for group in Self.fingerprint.split(separator: " ") { #expect(shown.contains(group)) }
    #expect(
      world.answer(asked) == [
        .perform(
          [.cycle(.confirm("c", fingerprint: Self.fingerprint))], ticket: "confirm"),
        .sayWhenDone(.Setup.peopleConfirmed(["吴六"]), ticket: "confirm"),
      ])
  }

  @Test("the marked people are confirmed with one question that shows all their groups")
  func comparesSeveral() throws {
    var world = SetupWorld(.people)
    world.people([
      Self.account("a", .confirmed), Self.account("c", .joined), Self.account("d", .joined),
    ])
    #expect(world.refuses(.function(5)) == true)
    world.press(.character(" "), .character(" "))
    // Who is confirmed already is not marked.
    #expect(world.refuses(.character(" ")) == true)
    let asked = world.press(.function(5))
    let question = try #require(SetupWorld.question(asked))
    #expect(question.lines.map(\.zh).filter { $0.contains("5488") }.count == 2)
    #expect(
      world.answer(asked) == [
        .perform(
          ["c", "d"].map { .cycle(.confirm($0, fingerprint: Self.fingerprint)) },
          ticket: "confirm"),
        .sayWhenDone(.Setup.peopleConfirmed(["吴六", "吴六"]), ticket: "confirm"),
      ])
    world.send(.done("confirm", []))
    #expect(world.screen.people.marks.isEmpty)
  }

  @Test("somebody who has not joined is invited again, after a question")
  func invitesAgain() {
    var world = SetupWorld(.people)
    world.people([Self.account("b", .invited)])
    #expect(world.answer(world.begin("enter")) == [.inviteAgain("b", ticket: "invite")])
  }

  @Test("a person is deactivated by a change of nothing else")
  func deactivates() {
    var world = SetupWorld(.people)
    world.people([Self.account("p5", .confirmed)])
    #expect(
      world.answer(world.begin("toggle")) == [
        .perform(
          [.cycle(.change(Person(id: "p5", name: "吴六", roles: [.expert], active: false)))],
          ticket: "change")
      ])
  }

  @Test("who is deactivated is named with their panels; the last of the secretariat stays")
  func deactivatesLeader() {
    var world = SetupWorld(.people)
    world.people([Self.account("p2", .confirmed)])
    guard case .ask(let question)? = world.begin("toggle").first else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.lines.map(\.zh).contains("第一评审组：组长"))
    world.people([
      Account(
        person: Person(id: "p1", name: "陈秘", roles: [.secretariat]), standing: .confirmed,
        fingerprint: Self.fingerprint)
    ])
    guard case .say(let notice)? = world.begin("toggle").first else {
      Issue.record("the last of the secretariat can be deactivated")
      return
    }
    #expect(notice.text.zh.contains("只剩这一人"))
  }

  @Test("R1: a panel is formed of the experts that were taken; refusals name their field")
  func formsPanel() {
    var world = SetupWorld(.panels)
    let opened = world.begin("add")
    func fill(_ world: inout SetupWorld, leader: Int, members: Set<Int>) -> [Effect] {
      world.fill(opened) {
        $0.type("m2", into: "id")
        $0.type("第二评审组", into: "name")
        $0.take(members, of: "members")
        $0.choose(leader, of: "leader")
        $0.choose(2, of: "deputy")
      }
    }
    #expect(
      fill(&world, leader: 0, members: [0, 1, 3]) == [
        .perform(
          [
            .cycle(
              .formPanel(
                Panel(
                  id: "m2", name: "第二评审组", stage: .material, leader: "p2", deputy: "p3",
                  members: ["p2", "p3", "p5"])))
          ], ticket: "panel")
      ])
    #expect(
      SetupWorld.errors(fill(&world, leader: 2, members: [0, 1, 3]))?["leader"]?.contains("组长")
        == true)
    #expect(
      SetupWorld.errors(fill(&world, leader: 0, members: [0, 1]))?["members"]?.contains("3–7 人")
        == true)
  }

  /// The form of an application with a credit code.
  private func register(_ world: inout SetupWorld, code: String) -> [Effect] {
    world.fill(world.begin("add")) {
      $0.type("HZ26-0050", into: "id")
      $0.type("西溪生物", into: "name")
      $0.type(code, into: "creditCode")
      $0.choose(3, of: "district")
      $0.type("生命健康", into: "industry")
      $0.choose(2, of: "sector")
      $0.take([0, 4], of: "encouraged")
      $0.type("４１２", into: "staff")
      $0.type("2009", into: "founded")
      $0.type("甲、乙", into: "controlled")
    }
  }

  @Test("M1: an application is registered as the form says")
  func registers() {
    var world = SetupWorld(.cases)
    let application = Application(
      id: "HZ26-0050", name: "西溪生物", creditCode: "91330108MA0000015G", district: "330108",
      industry: "生命健康", exemptSector: .lifeHealth,
      encouraged: [.strategicEmerging, .brandMark], staff: 412, founded: 2009,
      controlled: ["甲", "乙"])
    #expect(
      register(&world, code: "91330108MA0000015G")
        == [.perform([.dossier("HZ26-0050", .register(application))], ticket: "register")])
  }

  @Test("a code that fails its check is asked about once and then taken as it stands")
  func wrongCodeWarns() {
    var world = SetupWorld(.cases)
    let wrong = "91330108MA0000015H"
    let asked = register(&world, code: wrong)
    #expect(SetupWorld.question(asked)?.lines.contains { $0.zh.contains("校验位") } == true)
    guard case .perform(let commands, _)? = world.answer(asked).first,
      case .dossier(_, .register(let application))? = commands.first
    else {
      Issue.record("the code blocks")
      return
    }
    #expect(application.creditCode == wrong)
  }

  @Test("an import is tried without a question and done after one")
  func imports() {
    var world = SetupWorld(.importing)
    let tried = world.begin("enter")
    #expect(
      world.fill(tried) { $0.type("~/a.json", into: "path") }
        == [.importFile(path: "~/a.json", isDryRun: true, ticket: "import")])
    let opened = world.begin("import")
    #expect(
      world.answer(world.fill(opened) { _ in })
        == [.importFile(path: "~/a.json", isDryRun: false, ticket: "import")])
  }

  @Test("the codes of an import stay until somebody says that they may go, whatever comes between")
  func importCodes() {
    let code = "ABCD-EFGH-JKLM-NPQR"
    var world = SetupWorld(.importing)
    #expect(world.screen.parting(then: []) == nil)
    let report = ImportReport(invitations: [("p5", code)], people: 1, panels: 0, cases: 2)
    world.send(.loaded(.imported(report, isDryRun: false)))
    #expect(world.text.contains(code))
    for message in [
      ScreenMessage.leaving, .opened, .storeChanged, .loaded(.fileFaults([.plain("误")])),
    ] {
      world.send(message)
      #expect(world.text.contains(code), "\(message)")
    }
    world.begin("nextPart")
    #expect(!world.text.contains(code))
    world.begin("toCodes")
    #expect(world.text.contains(code))
    // F7 saves them as a table.
    let saving = world.fill(world.press(.function(7))) { $0.type("codes.csv", into: "path") }
    let order = ListOrder.invitations([IssuedCode(person: "p5", code: code)])
    #expect(
      saving == [.writeList(order, path: "codes.csv", replaces: false, ticket: Printing.ticket)])
    world.begin("forgetCodes")
    #expect(!world.text.contains(code) && world.screen.parting(then: []) == nil)
  }

  @Test("who leaves while codes are shown is asked first: to another screen, back, and out")
  func leavingCodes() throws {
    let rig = try Rig(.fresh)
    try rig.signIn("chenmi")
    rig.go(.setup, nil)
    let code = "ABCD-EFGH-JKLM-NPQR"
    let report = ImportReport(invitations: [("weishi", code)], people: 1, panels: 0, cases: 0)
    rig.backstage.take(.screen(.loaded(.imported(report, isDryRun: false))))
    for key in [Key.alt("1"), .function(10)] {
      rig.press(key)
      #expect(rig.backstage.console.focusName == "question/codes", "\(key)")
      #expect(rig.text.contains("1 个邀请码"))
      rig.press(.escape)
      #expect(rig.backstage.console.current == .setup && !rig.backstage.console.isFinished)
    }
    // A lock in between takes nothing away.
    rig.press(.function(12))
    rig.type(Demo.passphrase)
    rig.press(.enter, .alt("1"), .function(7))
    #expect(rig.backstage.console.focusName == "form/printList")
    rig.press(.control("u"))
    rig.type("codes.csv")
    rig.press(.function(5))
    let written = try String(
      contentsOf: rig.home.appendingPathComponent("codes.csv"), encoding: .utf8)
    #expect(written.contains(code) && written.contains("weishi"))
    #expect(rig.text.contains(code))
    rig.press(.alt("1"), .function(8))
    #expect(rig.backstage.console.current == .queue)
    rig.go(.setup, nil)
    #expect(!rig.text.contains(code))
    rig.press(.function(10))
    #expect(rig.backstage.console.focusName == "question/quit")
  }

  @Test("every part can be reached by Tab and paints at any size")
  func parts() {
    var world = SetupWorld(.cycle)
    var seen: Set<String> = []
    for _ in SetupScreen.Part.allCases {
      seen.insert(world.screen.focusName)
      for (width, height) in [(1, 1), (60, 16), (80, 24), (200, 60)] {
        world.context.size = Size(width: width, height: height)
        #expect(world.text.split(separator: "\n").count <= height)
      }
      world.context.size = Size(width: 80, height: 24)
      #expect(world.text.contains("年度"))
      world.begin("nextPart")
    }
    #expect(seen.count == SetupScreen.Part.allCases.count)
  }
}
