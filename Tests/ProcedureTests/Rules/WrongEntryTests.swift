import Criteria
import Procedure
import Testing

/// Entries that a changed program may write in its own user's name: right person, wrong entry.
@Suite("V5: what does not stand")
struct WrongEntryTests {
  private static let blocks =
    [WhoMayWhat.beside, WhoMayWhat.before] + Stage.allCases.map(\.rawValue)

  @Test("V5: with one thing wrong in it, no entry stands, whoever writes it", arguments: blocks)
  func wrongFigure(_ block: String) throws {
    for entry in try WhoMayWrite.standing()[block, default: []] {
      let (ready, sample) = (entry.ready, entry.sample)
      for event in sample.event.wrong where event != sample.event {
        #expect(ready.writing(event, as: entry.author) != nil, "\(sample.name): \(event)")
      }
    }
  }

  @Test("V5: a second half without the first does not stand", arguments: blocks)
  func alone(_ block: String) throws {
    for entry in try WhoMayWrite.standing()[block, default: []] {
      let sample = entry.sample
      // A reason that nobody asks for may be left away.
      let isOptional = [.entryDecided, .proposalDecided].contains(sample.event.kind)
      if sample.before.isEmpty || isOptional { continue }
      #expect(entry.world.writing(sample.event, as: entry.author) != nil, "\(sample.name)")
    }
  }

  @Test("V5: sealed to another room, in the clear or in another stream, no entry stands")
  func place() throws {
    for entry in try WhoMayWrite.standing().values.joined() {
      let (ready, sample) = (entry.ready, entry.sample)
      let (event, kind) = (sample.event, sample.event.kind)
      let dossier = kind.stream == .dossier ? ready.dossiers[World.first] : nil
      let desk = Desk(cycle: ready.cycle, dossier: dossier, actor: entry.author, now: ready.now)
      let other: RoomID = kind.placement == .office ? .consensus(World.first) : .office("HZ26-9")
      var shown: [Shown] = [.sealed(kind, in: other)]
      if kind.placement != .clear { shown.append(.clear(event)) }
      for shown in shown {
        #expect(throws: Refusal.self, "\(sample.name)") { try admit(shown, on: desk) }
      }
    }
    let world = try World.at(.registered)
    let desk = Desk(cycle: world.cycle, dossier: world.dossier, actor: Cast.office, now: world.now)
    #expect(
      throws: Refusal(.K, .wrongStream(.cycleClosed))
    ) { try admit(.clear(.cycleClosed(year: 2026)), on: desk) }
  }

  @Test("every kind stands somewhere, and is refused with something wrong in it")
  func all() throws {
    var (kinds, wronged): (Set<EventKind>, Set<EventKind>) = ([], [])
    for entry in try WhoMayWrite.standing().values.joined() {
      kinds.insert(entry.sample.event.kind)
      if !entry.sample.event.wrong.isEmpty { wronged.insert(entry.sample.event.kind) }
    }
    #expect(Set(EventKind.allCases).subtracting(kinds) == [.personJoined, .contentsDestroyed])
    #expect(
      kinds.subtracting(wronged) == [
        .parametersAdopted, .formFilled, .applicationReturned, .applicationResumed,
        .qualificationDecided, .meetingReportGiven, .assessmentGiven, .openingAsked,
        .openingReleased, .visitSubmitted,
      ])
  }

  // MARK: The holes this closes

  @Test("S4: a result of 999.99 in the on-site leader's own hand is not taken up")
  func inventedResult() throws {
    let world = try World.at(.listed)
    let result = Event.siteResult(
      total: Points(hundredths: 99_999), tier: 1, percentages: World.listable)
    #expect(world.writing(result, as: Cast.siteLeader)?.rule == .S5)
    let submitted = try World.at(.submitted)
    #expect(
      submitted.writing(result, as: Cast.siteLeader)?.reason
        == .outOfOrder(.siteResult, after: [.visitSubmitted]))
  }

  @Test("R6: a consensus that was never opened, or not settled, is not finished")
  func inventedFinish() throws {
    let early = try World.at(.handedIn)
    let finished = Event.consensusFinished(revision: 1)
    #expect(early.writing(finished, as: Cast.leader)?.reason == .wrongStage(.independentReview))
    var open = try World.at(.attended)
    open.take(
      .consensusConcluded(total: Points(whole: 700), conclusion: "x"), in: World.first,
      by: Cast.leader)
    #expect(
      open.writing(finished, as: Cast.leader)?.reason
        == .tooFew(.itemSettled, found: 0, needed: 23))
  }

  @Test("W: what is done today bears no other day")
  func otherDay() throws {
    let world = try World.at(.checking)
    var other = try World.at(.complete)
    other.wait(until: other.now.day.adding(days: 1))
    let today = other.now.day
    #expect(
      other.writing(.applicationSubmitted(on: world.now.day), as: Cast.officer)?.reason
        == .wrongDay(expected: today, found: world.now.day))
  }

  @Test("R5: nobody signs in somebody else's name")
  func anothersName() throws {
    let world = try World.at(.assigned)
    #expect(
      world.writing(.declarationSigned(person: Cast.fourth, interest: nil), as: Cast.third)
        == Refusal(.R5, .inAnothersName(Cast.fourth)))
  }

  @Test("R6: a figure that does not follow is named with the one that does")
  func figures() throws {
    let world = try World.at(.released)
    #expect(
      world.writing(.consensusOpened(revision: 1, threshold: 100), as: Cast.leader)
        == Refusal(.R6, .wrongFigure(expected: "20", found: "100")))
  }

  @Test("R4: a sheet handed in without its content is still outstanding, and can be mended")
  func halfASheet() throws {
    var world = try World.at(.started)
    for (index, person) in Cast.reviewers.dropLast().enumerated() {
      try world.on(.handIn(PanelFive.sheet(index)), as: person)
    }
    world.take(
      .sheetHandedIn(reviewer: Cast.fifth, revision: 1), in: World.first, by: Cast.fifth)
    #expect(world.dossier.outstanding == [Cast.fifth])
    #expect(world.refusal(.askOpening, as: Cast.leader)?.reason == .outstanding([Cast.fifth]))
    try world.on(.withdraw(reason: "未封存"), as: Cast.fifth)
    try world.on(.startReview, as: Cast.fifth)
    try world.on(.handIn(PanelFive.sheet(4)), as: Cast.fifth)
    try world.on(.askOpening, as: Cast.leader)
  }

  @Test("a first half alone changes nothing that anybody sees")
  func firstHalves() throws {
    for entry in try WhoMayWrite.standing().values.joined() {
      guard let first = entry.sample.before.first else { continue }
      var world = entry.world
      let before = world.dossier
      world.take(first, in: World.first, by: entry.author)
      let (begun, name) = (world.dossier, entry.sample.name)
      #expect(begun.stage == before.stage, "\(name)")
      #expect(begun.notes == before.notes, "\(name)")
      #expect(begun.materialTotal == before.materialTotal, "\(name)")
      #expect(begun.siteTotal == before.siteTotal, "\(name)")
      #expect(begun.visit?.opinion == before.visit?.opinion, "\(name)")
      #expect(begun.hasReported == before.hasReported, "\(name)")
      #expect(begun.outstanding == before.outstanding, "\(name)")
      if first.kind != .objectionAnswered {
        #expect(begun.publicity.openObjections == before.publicity.openObjections, "\(name)")
      }
    }
  }
}
