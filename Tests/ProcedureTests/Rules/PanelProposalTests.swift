import Criteria
import Procedure
import Testing

/// Which panel an application is proposed for (R1, R5).
@Suite("R1: proposing panels")
struct PanelProposalTests {
  private static let names = (1...12).map { PersonID("x\($0)") }

  private static func people(_ change: (inout [PersonID: Person]) -> Void = { _ in })
    -> [PersonID: Person]
  {
    var people = Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, Person(id: $0, name: "专家", roles: [.expert]))
      })
    change(&people)
    return people
  }

  private static func panel(_ id: PanelID, _ members: ArraySlice<PersonID>) -> Panel {
    Panel(
      id: id, name: "组", stage: .material, leader: members.first!, deputy: nil,
      members: Array(members))
  }

  private static let panels = [
    panel("a", names[0..<4]), panel("b", names[4..<8]), panel("c", names[8..<12]),
  ]

  private static func application(_ number: Int, industry: String = "通用设备制造") -> Application {
    Application(
      id: CaseID("HZ26-\(100 + number)"), name: "企业\(number)", district: "330106",
      industry: industry)
  }

  private func propose(
    _ applications: [Application], panels: [Panel] = PanelProposalTests.panels,
    people: [PersonID: Person] = PanelProposalTests.people(), load: [PanelID: Int] = [:]
  ) -> PanelProposal {
    PanelProposal(
      for: applications, panels: panels, people: people, parameters: .hangzhou, load: load)
  }

  @Test("R5: a panel whose leader is in conflict is never proposed")
  func leaderInConflict() {
    let people = Self.people { $0["x1"]?.employer = "企业1" }
    let lines = propose([Self.application(1)], people: people).lines
    #expect(lines.map(\.panel) == ["b"])
  }

  @Test("R5: a panel with too few left to review is never proposed; with three left it may be")
  func tooFew() {
    let two = Self.people {
      $0["x2"]?.employer = "企业1"
      $0["x3"]?.consultancies = ["企业1"]
    }
    #expect(
      propose([Self.application(1)], panels: [Self.panels[0]], people: two).lines[0].panel == nil)
    let one = Self.people { $0["x2"]?.employer = "企业1" }
    let line = propose([Self.application(1)], panels: [Self.panels[0]], people: one).lines[0]
    #expect(line.panel == "a" && line.conflicts == 1)
    let inactive = Self.people {
      $0["x2"]?.active = false
      $0["x3"]?.active = false
    }
    #expect(
      propose([Self.application(1)], panels: [Self.panels[0]], people: inactive).lines[0].panel
        == nil)
  }

  @Test("R1: where every panel is in conflict the application has none, and is still listed")
  func none() {
    let people = Self.people { people in
      for leader in ["x1", "x5", "x9"] as [PersonID] { people[leader]?.employer = "企业1" }
    }
    let proposal = propose([Self.application(1), Self.application(2)], people: people)
    #expect(proposal.lines.map(\.dossier) == ["HZ26-101", "HZ26-102"])
    #expect(proposal.lines[0].panel == nil && proposal.lines[1].panel != nil)
    #expect(propose([Self.application(1)], panels: []).lines.map(\.panel) == [nil])
    #expect(propose([]).lines.isEmpty)
  }

  @Test("R1: who knows the trade goes before, and fewer conflicts before more")
  func expertise() {
    let people = Self.people {
      $0["x6"]?.expertise = ["设备制造"]
      $0["x9"]?.expertise = ["软件"]
    }
    let line = propose([Self.application(1)], people: people).lines[0]
    #expect(line.panel == "b" && line.experts == 1)
    #expect(propose([Self.application(1, industry: "软件业")], people: people).lines[0].panel == "c")
    let conflicted = Self.people { $0["x2"]?.employer = "企业1" }
    #expect(propose([Self.application(1)], people: conflicted).lines[0].panel == "b")
  }

  @Test("R1: a trade left blank is nobody's expertise")
  func blankExpertise() {
    let people = Self.people { $0["x9"]?.expertise = ["", " "] }
    #expect(propose([Self.application(1)], people: people).lines[0].experts == 0)
  }

  @Test("R1: no panel has more than its share, those it had before included")
  func balance() {
    let expert = Self.people { $0["x1"]?.expertise = ["通用设备制造"] }
    for count in 1...13 {
      let proposal = propose((1...count).map { Self.application($0) }, people: expert)
      #expect(proposal.load.values.reduce(0, +) == count)
      #expect((proposal.load.values.max() ?? 0) <= (count + 2) / 3, "\(count)")
    }
    let before = propose((1...4).map { Self.application($0) }, load: ["a": 5])
    #expect(before.load == ["a": 5, "b": 2, "c": 2])
  }

  @Test("R1: who has the fewest panels to go to chooses first")
  func fewestFirst() {
    // 企业2 can go to c alone; 企业1 would prefer c for its expert.
    let people = Self.people {
      $0["x10"]?.expertise = ["通用设备制造"]
      for leader in ["x1", "x5"] as [PersonID] { $0[leader]?.employer = "企业2" }
    }
    let proposal = propose([Self.application(1), Self.application(2)], people: people)
    #expect(proposal.lines[1].panel == "c" && proposal.lines[0].panel != "c")
  }

  @Test("R1: the same proposal whatever the order of applications and panels")
  func order() {
    var chance = SplitMix(seed: 7)
    let trades = ["通用设备制造", "软件业", "食品制造", "医院"]
    let people = Self.people { people in
      for (index, name) in Self.names.enumerated() {
        people[name]?.expertise = [trades[index % 3]]
        people[name]?.employer = index % 5 == 0 ? "企业\(index + 1)" : ""
      }
    }
    let applications = (1...20).map { Self.application($0, industry: trades[$0 % 4]) }
    let expected = propose(applications, people: people)
    for _ in 0..<20 {
      let shuffled = applications.shuffled(using: &chance)
      #expect(
        propose(shuffled, panels: Self.panels.shuffled(using: &chance), people: people)
          == expected)
    }
  }

  @Test("R1, R5: what is proposed can be assigned")
  func assignable() throws {
    var world = try World.at(.inReview)
    try world.employ(Cast.leader, by: Cast.application().name)
    let proposal = PanelProposal(
      for: [Cast.application()], panels: [Cast.material, Cast.second],
      people: world.cycle.people, parameters: .hangzhou)
    #expect(proposal.lines.map(\.panel) == ["m2"])
    #expect(world.refusal(.assignPanel("m1"), as: Cast.office)?.rule == .R5)
    try world.on(.assignPanel("m2"), as: Cast.office)
    #expect(world.dossier.panel == "m2")
  }
}
