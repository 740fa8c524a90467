import Criteria
import Procedure
import Testing

/// What replay asks of entries that a changed program may have written (V4, V5).
@Suite("V5: who is entitled to an entry")
struct AuthorityTests {
  @Test("M7: an amendment moves a case to no other district and no other number")
  func amendment() throws {
    let world = try World.at(.registered)
    var moved = world.file.application
    moved.district = "330108"
    var renumbered = world.file.application
    renumbered.id = World.second
    for (application, actor) in [
      (moved, Cast.farOfficer), (moved, Cast.office), (renumbered, Cast.officer),
    ] {
      #expect(
        !isEntitled(
          actor, to: .applicationAmended(application: application), cycle: world.cycle,
          file: world.file))
    }
    #expect(
      isEntitled(
        Cast.officer, to: .applicationAmended(application: world.file.application),
        cycle: world.cycle, file: world.file))
  }

  @Test("V4: who lost an office gives it back to themself by no entry of their own")
  func lostOffice() throws {
    var world = World.founded
    var demoted = try #require(world.cycle.people[Cast.both])
    let was = demoted
    demoted.roles = [.expert]
    try world.run(.change(demoted))
    #expect(
      !isEntitled(Cast.both, to: .personChanged(person: was), cycle: world.cycle, file: nil))
    #expect(
      !isEntitled(
        Cast.both, to: .callAnnounced(from: World.call.from, until: World.call.until),
        cycle: world.cycle, file: nil))
  }

  @Test("V5: what somebody did in a case while they held the office stays done, and no more")
  func earlierActs() throws {
    var world = try World.at(.checking)
    let before = world.cycle.acts
    var moved = try #require(world.cycle.people[Cast.officer])
    moved.roles = [.expert]
    moved.district = nil
    try world.run(.change(moved))
    let event = Event.applicationRecommended(sealedOn: world.now.day)
    func isEntitled(after acts: Int) -> Bool {
      Procedure.isEntitled(
        Cast.officer, to: event, cycle: world.cycle, file: world.file, after: acts)
    }
    #expect(isEntitled(after: before))
    #expect(!isEntitled(after: world.cycle.acts))
  }

  @Test("V5: an office that came later entitles to nothing before it")
  func laterOffice() throws {
    var world = try World.at(.checking)
    let before = world.cycle.acts
    var promoted = try #require(world.cycle.people[Cast.third])
    promoted.roles.append(.secretariat)
    try world.run(.change(promoted))
    let event = Event.qualificationDecided(isQualified: true)
    func isEntitled(after acts: Int) -> Bool {
      Procedure.isEntitled(Cast.third, to: event, cycle: world.cycle, file: world.file, after: acts)
    }
    #expect(!isEntitled(after: before))
    #expect(isEntitled(after: world.cycle.acts))
  }

  @Test("V4: supervision writes the reason of an ending and no other note of the bureau")
  func notes() throws {
    let world = try World.at(.visiting)
    for kind in NoteKind.allCases {
      #expect(
        isEntitled(
          Cast.supervisor, to: .officeNoted(about: kind, text: "说明"), cycle: world.cycle,
          file: world.file) == (kind == .ending), "\(kind)")
    }
  }
}
