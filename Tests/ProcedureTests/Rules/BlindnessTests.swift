import Procedure
import Testing

/// What a replay without the keys of the sheets can know (R4).
@Suite("R4: blind until opened")
struct BlindnessTests {
  @Test("R4: without the sheets' keys a case shows who started and handed in, and nothing else")
  func clearOnly() throws {
    let world = try World.at(.handedIn)
    let seen = try #require(world.replay(reads: { $0.kind.placement == .clear }))
    #expect(seen.sheets.keys.sorted() == Cast.reviewers.sorted())
    #expect(seen.sheets.values.allSatisfy { $0.state == .handedIn && $0.revision == 1 })
    #expect(seen.contents.isEmpty && seen.consensus == nil && seen.results.isEmpty)
    #expect(seen.materialTotal == nil)
    // Other marks, the same view: two worlds that differ in sealed marks alone.
    var other = try World.at(.started)
    for person in Cast.reviewers {
      try other.on(.handIn(PanelFive.sheet(3, comment: "别的话")), as: person)
    }
    #expect(other.replay(reads: { $0.kind.placement == .clear }) == seen)
    #expect(other.dossier.contents != world.dossier.contents)
  }

  @Test("R4: one reviewer's keys open that reviewer's sheet and no other")
  func ownSheet() throws {
    let world = try World.at(.handedIn)
    let seen = try #require(
      world.replay(reads: { event in
        guard case .sheetRecorded(let reviewer, _, _) = event else {
          return event.kind.placement == .clear
        }
        return reviewer == Cast.third
      }))
    #expect(seen.contents == [Cast.third: [1: PanelFive.sheet(2)]])
  }

  @Test("R4: before opening a sheet is withdrawn with its reason, and both versions stay")
  func withdrawal() throws {
    var world = try World.at(.asked)
    try world.on(.withdraw(reason: "4.7.4 看错年份"), as: Cast.third)
    #expect(world.dossier.opening == .closed)
    #expect(world.dossier.outstanding == [Cast.third])
    #expect(world.refusal(.releaseOpening, as: Cast.office)?.reason == .outstanding([Cast.third]))
    try world.on(.startReview, as: Cast.third)
    #expect(world.dossier.sheets[Cast.third]?.revision == 1)
    try world.on(.handIn(PanelFive.sheet(1)), as: Cast.third)
    let record = try #require(world.dossier.sheets[Cast.third])
    #expect(record.revision == 2 && record.withdrawals == [1: "4.7.4 看错年份"])
    #expect(
      world.dossier.contents[Cast.third] == [1: PanelFive.sheet(2), 2: PanelFive.sheet(1)])
    try world.on(.askOpening, as: Cast.leader)
    try world.on(.releaseOpening, as: Cast.office)
    try world.on(.openConsensus, as: Cast.leader)
    #expect(world.dossier.consensus?.sheets[Cast.third] == PanelFive.sheet(1))
  }

  @Test("R4: sheets that arrive readable only after opening come before the panel then")
  func sheetsLater() throws {
    let world = try World.at(.opened)
    let blind = try #require(world.replay(reads: { $0.kind != .sheetRecorded }))
    #expect(blind.consensus?.sheets.isEmpty == true)
    var reader = world
    reader.see(blind)
    #expect(
      reader.refusal(.settle("4.1.2", PanelFive.medians["4.1.2"]!, reason: "x"), as: Cast.leader)
        == Refusal(.R4, .sheetsUnread(Cast.reviewers)))
    #expect(blind.unread == [.sheet])
    #expect(world.replay() == world.dossier)
  }
}
