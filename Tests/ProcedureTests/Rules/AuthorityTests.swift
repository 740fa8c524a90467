import Criteria
import Procedure
import Testing

/// What replay asks of entries that a changed program may have written (V4, V5).
@Suite("V5: who may write an entry")
struct AuthorityTests {
  @Test("M7: an amendment moves a case to no other number, into a district by its own alone")
  func amendment() throws {
    let world = try World.at(.registered)
    var moved = world.dossier.application
    moved.district = "330108"
    var renumbered = world.dossier.application
    renumbered.id = World.second
    var nowhere = moved
    nowhere.district = "999999"
    for (application, actor) in [
      (moved, Cast.farOfficer), (nowhere, Cast.office), (renumbered, Cast.officer),
    ] {
      #expect(world.writing(.applicationAmended(application: application), as: actor) != nil)
    }
    for actor in [Cast.officer, Cast.office] {
      #expect(world.writing(.applicationAmended(application: moved), as: actor) == nil)
    }
    let same = Event.applicationAmended(application: world.dossier.application)
    #expect(world.writing(same, as: Cast.officer) == nil)
  }

  @Test("V4: who lost an office gives it back to themself by no entry of their own")
  func lostOffice() throws {
    var world = World.founded
    var demoted = try #require(world.cycle.people[Cast.both])
    let was = demoted
    demoted.roles = [.expert]
    try world.run(.change(demoted))
    let call = Event.callAnnounced(from: World.call.from, until: World.call.until)
    for event in [.personChanged(person: was), call] {
      #expect(world.writing(event, as: Cast.both)?.reason == .needsRole(.secretariat))
    }
  }

  @Test("V5: an entry is judged by the cycle before it: an office lost later takes nothing from it")
  func earlierActs() throws {
    var world = try World.at(.recommended)
    let before = world.dossier
    var moved = try #require(world.cycle.people[Cast.officer])
    moved.roles = [.expert]
    moved.district = nil
    try world.run(.change(moved))
    #expect(world.replay() == before)
    var report = Papers.copies
    report[.evidence] = CopyCount(electronic: 2, paper: 1)
    let now = try World.at(.checking)
    #expect(now.writing(.copiesCounted(copies: report), as: Cast.officer) == nil)
    #expect(world.writing(.copiesCounted(copies: report), as: Cast.officer)?.rule == .M6)
  }

  @Test("V5: an office that came later entitles to nothing before it")
  func laterOffice() throws {
    var world = try World.at(.recommended)
    let event = Event.inquirySent(purpose: .qualification, on: world.now.day)
    #expect(world.writing(event, as: Cast.third)?.reason == .needsRole(.secretariat))
    world.take(event, in: World.first, by: Cast.third)
    var promoted = try #require(world.cycle.people[Cast.third])
    promoted.roles.append(.secretariat)
    try world.run(.change(promoted))
    #expect(world.writing(event, as: Cast.third) == nil)
    #expect(world.replay()?.admission.inquiries.isEmpty == true)
  }

  @Test("V4: supervision writes the reason of an ending and no other note of the bureau")
  func notes() throws {
    let world = try World.at(.visiting)
    for kind in NoteKind.allCases {
      let refusal = world.writing(.officeNoted(about: kind, text: "说明"), as: Cast.supervisor)
      #expect((refusal == nil) == (kind == .ending), "\(kind)")
    }
  }
}
