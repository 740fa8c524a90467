import Procedure
import Testing

/// Who may hold a room's key, room by room and phase by phase.
@Suite("Readers")
struct ReaderTests {
  private static let office: Set<Reader> = [.recovery, .group(.secretariat)]
  private static let district = Reader.group(.district("330106"))

  private func readers(_ room: RoomID, _ world: World) -> Set<Reader> {
    Procedure.readers(of: room, cycle: world.cycle, dossier: world.dossiers[World.first])
  }

  private func persons(_ people: [PersonID]) -> Set<Reader> { Set(people.map(Reader.person)) }

  @Test("R5: supervision reads the material from qualification on, a reviewer once declared")
  func material() throws {
    let room = RoomID.material(World.first)
    #expect(readers(room, try World.at(.registered)) == Self.office.union([Self.district]))
    var returned = try World.at(.checking)
    #expect(!readers(room, returned).contains(.group(.supervision)))
    try returned.on(.returnApplication(reason: "材料不全"), as: Cast.officer)
    #expect(readers(room, returned) == Self.office.union([Self.district]))
    let all = Self.office.union([Self.district, .group(.supervision)])
    #expect(readers(room, try World.at(.recommended)) == all)

    var world = try World.at(.assigned)
    #expect(readers(room, world) == all)
    try world.on(.declare(nil), as: Cast.third)
    try world.on(.declare(Interest(ground: .kinship)), as: Cast.fourth)
    #expect(readers(room, world) == all.union(persons([Cast.third])))
    try world.on(.recuse(Interest(ground: .trading)), as: Cast.third)
    #expect(readers(room, world) == all)
    #expect(
      readers(room, try World.at(.visiting))
        == all.union(persons(Cast.reviewers + Cast.examiners)))
  }

  @Test("R4: nobody else is given a reviewer's sheet, and a draft is its reviewer's alone")
  func sheet() throws {
    for step in [World.Step.started, .handedIn, .released, .opened, .submitted] {
      let world = try World.at(step)
      #expect(
        readers(.sheet(World.first, Cast.third, revision: 1), world)
          == [.recovery, .person(Cast.third)])
      #expect(
        readers(.draft(World.first, Cast.third), world) == [.recovery, .person(Cast.third)])
    }
  }

  @Test("R6: the consensus is its panel's, the secretariat's and supervision's")
  func consensus() throws {
    let room = RoomID.consensus(World.first)
    let both = Self.office.union([.group(.supervision)])
    #expect(readers(room, try World.at(.assigned)) == both)
    #expect(readers(room, try World.at(.opened)) == both.union(persons(Cast.reviewers)))
    #expect(readers(room, try World.at(.visiting)) == both.union(persons(Cast.reviewers)))
  }

  @Test("S5: supervision reads the visit once it is handed over")
  func onSite() throws {
    let room = RoomID.onSite(World.first)
    let panel = Self.office.union(persons(Cast.examiners))
    #expect(readers(room, try World.at(.entered)) == Self.office)
    #expect(readers(room, try World.at(.visiting)) == panel)
    #expect(readers(room, try World.at(.submitted)) == panel.union([.group(.supervision)]))
  }

  @Test("S4: what an examiner proposes is theirs and the acting leader's")
  func proposals() throws {
    let room = RoomID.proposal(World.first, Cast.examiner)
    let world = try World.at(.visiting)
    #expect(
      readers(room, world) == [.recovery, .person(Cast.examiner), .person(Cast.siteLeader)])
    #expect(readers(room, try World.at(.entered)) == [.recovery, .person(Cast.examiner)])
    #expect(RoomID(rawValue: room.rawValue) == room)
  }

  @Test("R7: totals are the results group's")
  func results() throws {
    let world = try World.at(.submitted)
    let expected: Set<Reader> = [.recovery, .group(.results(year: 2026))]
    #expect(readers(.result(year: 2026), world) == expected)
    #expect(
      Procedure.readers(of: .result(year: 2026), cycle: world.cycle, dossier: nil) == expected)
    #expect(
      Procedure.readers(of: .material("HZ26-0404"), cycle: world.cycle, dossier: nil)
        == [.recovery])
  }

  @Test("P3, V3: the office's room is the bureau's and supervision's, the letter box supervision's")
  func officeAndSupervision() throws {
    for step in [World.Step.registered, .noticed, .visiting, .listed] {
      let world = try World.at(step)
      #expect(
        readers(.office(World.first), world) == Self.office.union([.group(.supervision)]))
      #expect(readers(.supervision, world) == [.recovery, .group(.supervision)])
    }
  }

  @Test("a list shows a case to its panels, its district, the secretariat and supervision")
  func lists() throws {
    let world = try World.at(.visiting)
    for person in Cast.reviewers + Cast.examiners
      + [Cast.office, Cast.officer, Cast.supervisor, Cast.both]
    {
      #expect(sees(person, world.dossier, cycle: world.cycle), "\(person)")
    }
    for person in [Cast.spare, Cast.farOfficer, Cast.invited, Cast.stranger] {
      #expect(!sees(person, world.dossier, cycle: world.cycle), "\(person)")
    }
  }
}
