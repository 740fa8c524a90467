import Criteria
import Procedure
import Testing

/// What people put in: judged when it is written, never when it is read.
@Suite("K: what people put in")
struct FitTests {
  private static func register(_ change: (inout Application) -> Void) -> CaseCommand {
    var application = Cast.application()
    change(&application)
    return .register(application)
  }

  private static func invite(_ change: (inout Person) -> Void) -> Command {
    var person = Person(id: "p50", name: "何六", roles: [.expert])
    change(&person)
    return .cycle(.invite(person))
  }

  private static func fill(_ change: (inout ApplicationForm) -> Void) -> CaseCommand {
    var form = ApplicationForm()
    change(&form)
    return .fillForm(form)
  }

  private static func figures(_ change: (inout YearFigures) -> Void) -> CaseCommand {
    fill { form in
      form.years = [YearFigures(year: 2025)]
      change(&form.years[0])
    }
  }

  private static let long = String(repeating: "长", count: 121)
  private static let year = World.call.until.year

  static let people: [(String, Command, Refusal.Reason)] = [
    ("an escape", invite { $0.name = "何\u{1B}[31m六" }, .unseen(.name, sign: 0x1B)),
    ("two lines", invite { $0.name = "何\n六" }, .unseen(.name, sign: 0x0A)),
    ("an override", invite { $0.name = "何\u{202E}六" }, .unseen(.name, sign: 0x202E)),
    ("no width", invite { $0.name = "何\u{200B}六" }, .unseen(.name, sign: 0x200B)),
    ("too long", invite { $0.name = long }, .tooLong(.name, limit: 120)),
    ("the employer", invite { $0.employer = "甲\u{9B}" }, .unseen(.employer, sign: 0x9B)),
    ("advised", invite { $0.consultancies = [long] }, .tooLong(.consultancies, limit: 120)),
    ("a trade", invite { $0.expertise = ["\u{FEFF}"] }, .unseen(.expertise, sign: 0xFEFF)),
    ("no role", invite { $0.roles = [] }, .blank(.roles)),
  ]

  static let cases: [(String, CaseCommand, Refusal.Reason)] = [
    ("an escape", register { $0.name = "甲\u{1B}" }, .unseen(.name, sign: 0x1B)),
    ("the trade", register { $0.industry = long }, .tooLong(.industry, limit: 120)),
    ("a part", register { $0.controlled = ["乙\u{7F}"] }, .unseen(.controlled, sign: 0x7F)),
    ("staff below none", register { $0.staff = -5 }, .outside(.staff, of: nil, 1...9_999_999)),
    ("founded 3000", register { $0.founded = 3000 }, .outside(.founded, of: nil, 1000...year)),
    ("founded 999", register { $0.founded = 999 }, .outside(.founded, of: nil, 1000...year)),
    (
      "introduced next year", register { $0.modelSince = year + 1 },
      .outside(.modelSince, of: nil, 1900...year)
    ),
  ]

  static let forms: [(String, CaseCommand, Refusal.Reason)] = [
    ("the address", fill { $0.address = "滨江\r区" }, .unseen(.address, sign: 0x0D)),
    ("an award", fill { $0.awards = [long] }, .tooLong(.awards, limit: 120)),
    ("rank 0", figures { $0.rank = 0 }, .outside(.rank, of: 2025, 1...1_000_000)),
    (
      "research over all", figures { $0.researchShare = Amount(hundredths: 10_001) },
      .outside(.researchShare, of: 2025, 0...100)
    ),
    (
      "a loss nobody could have", figures { $0.profit = Amount(whole: -2_000_000_000_000) },
      .outside(.profit, of: 2025, -1_000_000_000_000...1_000_000_000_000)
    ),
    (
      "productivity over all", figures { $0.productivity = Amount(whole: 2_000_000_000_000) },
      .outside(.productivity, of: 2025, -1_000_000_000_000...1_000_000_000_000)
    ),
    (
      "revenue below none", figures { $0.revenue = Amount(hundredths: -1) },
      .outside(.revenue, of: 2025, 0...1_000_000_000_000)
    ),
  ]

  private func verify(
    _ name: String, at step: World.Step, _ command: Command, _ actor: PersonID,
    _ reason: Refusal.Reason
  ) throws {
    var world = try World.at(step)
    let before = (world.cycle, world.dossiers)
    #expect(throws: Refusal(.K, reason), "\(name)") { try world.perform(command, as: actor) }
    #expect(world.cycle == before.0 && world.dossiers == before.1, "\(name)")
  }

  @Test("of a person, names hold nothing unseen and have an end; somebody is something")
  func person() throws {
    for (name, command, reason) in Self.people {
      try verify(name, at: .founded, command, Cast.office, reason)
    }
    #expect(throws: Refusal(.M7, .blank(.district))) {
      var world = try World.at(.founded)
      try world.perform(Self.invite { $0.roles = [.districtOfficer] }, as: Cast.office)
    }
  }

  @Test("of an application, impossible facts are refused, whoever registers it")
  func registration() throws {
    for (name, command, reason) in Self.cases {
      for actor in [Cast.office, Cast.officer] {
        try verify(name, at: .founded, .dossier(World.first, command), actor, reason)
      }
    }
  }

  @Test("of a form, the fields and the figures of each year")
  func form() throws {
    for (name, command, reason) in Self.forms {
      try verify(name, at: .registered, .dossier(World.first, command), Cast.office, reason)
    }
  }

  @Test("a text may run over lines, and turns nothing around")
  func texts() throws {
    var world = try World.at(.inReview)
    let today = world.now.day
    func report(_ text: String) -> Command {
      .dossier(
        World.first,
        .reportChange(
          ChangeReport(kind: .condition, occurred: today, reported: today, text: text)))
    }
    #expect(throws: Refusal(.K, .unseen(.text, sign: 0x202E))) {
      try world.perform(report("甲\u{202E}乙"), as: Cast.office)
    }
    try world.perform(report("甲\r\n\t乙 👨‍👩‍👧"), as: Cast.office)
  }

  @Test("V5: what was written before stays: replay asks none of this")
  func replay() throws {
    let world = try World.at(.founded)
    let desk = Desk(cycle: world.cycle, dossier: nil, actor: Cast.office, now: world.now)
    var application = Cast.application()
    (application.name, application.founded) = ("甲\u{1B}[31m", 3000)
    let person = Person(id: "p50", name: Self.long, roles: [])
    for event in [
      Event.caseRegistered(application: application, year: world.cycle.year ?? 0),
      .personInvited(person: person),
    ] {
      try admit(.clear(event), on: desk)
      try examine(event, on: desk)
    }
  }
}
