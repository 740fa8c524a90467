import Criteria
import Procedure
import Testing

/// The consensus session (R6).
@Suite("R6: consensus")
struct ConsensusRuleTests {
  private static func percentage(_ value: Int) -> Percentage { Percentage(value)! }

  static let refused: [Attempt] = [
    Attempt(
      "no session yet", at: .handedIn, .discuss("4.1.2", text: "议"), by: Cast.leader,
      Refusal(.R6, .wrongStage(.independentReview))),
    Attempt(
      "discussion by a member", at: .opened, .discuss("4.1.2", text: "议"), by: Cast.third,
      Refusal(.R6, .needsLeader(Cast.leader))),
    Attempt(
      "discussion without words", at: .opened, .discuss("4.1.2", text: " "), by: Cast.leader,
      Refusal(.R6, .blank(.text))),
    Attempt(
      "an unknown item", at: .opened, .discuss("4.1.1", text: "议"), by: Cast.leader,
      Refusal(.R6, .unknownItem)),
    Attempt(
      "an absence without reason", at: .opened,
      .recordAttendance(
        present: [Cast.leader, Cast.deputy, Cast.third], absences: [Cast.fourth: "出差"]),
      by: Cast.leader, Refusal(.R6, .absenceWithoutReason([Cast.fifth]))),
    Attempt(
      "a stranger present", at: .opened,
      .recordAttendance(present: Cast.reviewers + [Cast.spare], absences: [:]), by: Cast.leader,
      Refusal(.R6, .unknownPerson(Cast.spare))),
    Attempt(
      "range over 20 undiscussed", at: .opened, .settle("4.7.4", percentage(50), reason: "合议"),
      by: Cast.leader,
      Refusal(.R6, .discussionNeeded("4.7.4", range: 45, limit: 20, bands: 2), ours: true)),
    Attempt(
      "two bands apart undiscussed", at: .opened, .settle("4.4.4", percentage(60), reason: "合议"),
      by: Cast.leader,
      Refusal(.R6, .discussionNeeded("4.4.4", range: 40, limit: 20, bands: 2), ours: true)),
    Attempt(
      "outside the marks without reason", at: .opened, .settle("4.1.2", percentage(75), reason: ""),
      by: Cast.leader,
      Refusal(
        .R6, .reasonOutsideRange(low: percentage(55), high: percentage(70)), ours: true)),
    Attempt(
      "corrected without reason", at: .settled, .settle("4.1.2", percentage(65), reason: ""),
      by: Cast.leader, Refusal(.R6, .reasonForCorrection, ours: true)),
    Attempt(
      "an item nobody marked, without reason", at: .started,
      .settle("4.1.3", percentage(50), reason: ""), by: Cast.leader,
      Refusal(.R6, .reasonWithoutMarks, ours: true)
    ) { try $0.openWithoutMarks(on: "4.1.3") },
    Attempt(
      "a dissent for somebody else by a member", at: .settled,
      .dissent("4.1.2", person: Cast.fourth, text: "偏高"), by: Cast.third,
      Refusal(.R6, .needsLeader(Cast.leader))),
    Attempt(
      "a dissent of somebody outside", at: .settled,
      .dissent("4.1.2", person: Cast.spare, text: "偏高"), by: Cast.leader,
      Refusal(.R6, .unknownPerson(Cast.spare))),
    Attempt(
      "a dissent from outside", at: .settled,
      .dissent("4.1.2", person: Cast.spare, text: "偏高"), by: Cast.spare,
      Refusal(.R6, .needsMembership)),
    Attempt(
      "a dissent by somebody recused", at: .settled,
      .dissent("4.1.2", person: Cast.third, text: "偏高"), by: Cast.third,
      Refusal(.R5, .alreadyRecused)
    ) { try $0.on(.recuse(Interest(ground: .trading)), as: Cast.third) },
    Attempt(
      "a dissent without words", at: .settled,
      .dissent("4.1.2", person: Cast.third, text: ""), by: Cast.third,
      Refusal(.R6, .blank(.text))),
    Attempt(
      "finished unsettled", at: .attended, .finishConsensus(conclusion: "结论"), by: Cast.leader,
      Refusal(.R6, .unsettled(Edition.shipped.items.map(\.id)))),
    Attempt(
      "finished without a conclusion", at: .settled, .finishConsensus(conclusion: ""),
      by: Cast.leader, Refusal(.R6, .blank(.conclusion))),
    Attempt(
      "settled after finishing", at: .finished, .settle("4.1.2", percentage(60), reason: "改"),
      by: Cast.leader, Refusal(.R6, .consensusFinished)),
    Attempt(
      "reopened while open", at: .settled, .reopenConsensus(reason: "补"), by: Cast.leader,
      Refusal(.R6, .consensusNotFinished)),
    Attempt(
      "reopened without reason", at: .finished, .reopenConsensus(reason: ""), by: Cast.leader,
      Refusal(.R6, .blank(.reason))),
    Attempt(
      "reopened after the leaders' meeting", at: .entered, .reopenConsensus(reason: "补"),
      by: Cast.leader, Refusal(.R6, .wrongStage(.onSiteReview))),
  ]

  @Test("R6: what a session must not do is refused", arguments: refused)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("R6: finishing asks for the attendance first")
  func attendanceMissing() throws {
    var world = try World.at(.opened)
    for item in Edition.shipped.items {
      try world.on(.discuss(item.id, text: "议"), as: Cast.leader)
      try world.on(.settle(item.id, PanelFive.medians[item.id]!, reason: ""), as: Cast.leader)
    }
    #expect(
      world.refusal(.finishConsensus(conclusion: "结论"), as: Cast.leader)
        == Refusal(.R6, .attendanceMissing))
  }

  @Test("R6: a merge keeps authors and loses nothing, comments and points alike")
  func merges() throws {
    var world = try World.at(.opened)
    let original = try #require(world.dossier.consensus?.merge(of: "4.1.2"))
    #expect(original.comments.count == 5 && original.points.count == 1)
    var merged = original
    for index in merged.comments.indices { merged.comments[index].used = false }
    merged.comments.append(
      MergedComment(Comment(.strength, "合并后的一句"), authors: Cast.reviewers, used: true))
    try world.on(.merge("4.1.2", merged), as: Cast.leader)
    #expect(world.dossier.consensus?.merge(of: "4.1.2") == merged)
    func reason(_ change: (inout Merge) -> Void) -> Refusal? {
      var next = merged
      change(&next)
      return world.refusal(.merge("4.1.2", next), as: Cast.leader)
    }
    #expect(reason { $0.comments.remove(at: 1) } == Refusal(.R6, .commentLost, ours: true))
    #expect(reason { $0.points.removeAll() } == Refusal(.R6, .commentLost, ours: true))
    #expect(
      reason { merge in
        merge.comments = merge.comments.map { MergedComment($0.comment, authors: [], used: true) }
      } == Refusal(.R6, .authorsChanged, ours: true))
    #expect(reason { $0.comments[0].comment.text = "改了措辞" } == nil)
  }

  @Test("R6: absences with reason, corrections with reason and dissents are kept with who and when")
  func records() throws {
    var world = try World.at(.settled)
    try world.on(
      .recordAttendance(
        present: Array(Cast.reviewers.dropLast()),
        absences: [Cast.fifth: "病假", Cast.leader: "到会者的理由不留"]), as: Cast.leader)
    try world.on(.settle("4.1.2", Self.percentage(65), reason: "补看证据"), as: Cast.leader)
    try world.on(.dissent("4.1.2", person: Cast.third, text: "仍嫌偏高"), as: Cast.third)
    try world.on(.dissent("4.1.2", person: Cast.fourth, text: "同上"), as: Cast.leader)
    let session = try #require(world.dossier.consensus)
    #expect(session.absences == [Cast.fifth: "病假"])
    #expect(session.settlements["4.1.2"]?.map(\.percentage.value) == [60, 65])
    #expect(session.settled("4.1.2")?.by == Cast.leader)
    #expect(session.dissents["4.1.2"]?.map(\.person) == [Cast.third, Cast.fourth])
  }

  @Test("R6: two thirds of those who may take part are there at a consensus, with who leads")
  func quorum() throws {
    func refusal(_ present: [PersonID], _ world: World) throws -> Refusal? {
      var world = world
      let absent = Cast.reviewers.filter { !present.contains($0) }
      try world.on(
        .recordAttendance(
          present: present, absences: Dictionary(uniqueKeysWithValues: absent.map { ($0, "出差") })),
        as: Cast.leader)
      return world.refusal(.finishConsensus(conclusion: "结论"), as: Cast.leader)
    }
    let world = try World.at(.settled)
    let (leader, deputy, third) = (Cast.leader, Cast.deputy, Cast.third)
    let (fourth, fifth) = (Cast.fourth, Cast.fifth)
    #expect(
      try refusal([leader], world) == Refusal(.R6, .noQuorum(1, needed: 4), ours: true))
    #expect(
      try refusal([leader, deputy, third], world)
        == Refusal(.R6, .noQuorum(3, needed: 4), ours: true))
    #expect(try refusal([leader, third, fourth, fifth], world) == nil)
    #expect(try refusal([deputy, third, fourth, fifth], world) == nil)
    var (fewer, parameters) = (world, Parameters.hangzhou)
    parameters.quorum = Share(1, of: 2)
    fewer.pretend(parameters)
    #expect(try refusal([leader, third, fourth], fewer) == nil)
    #expect(
      try refusal([third, fourth, fifth], fewer) == Refusal(.R6, .nobodyLeads, ours: true))
  }

  @Test("R6: reopening makes a new revision with its reason; the old session stays as it was")
  func reopens() throws {
    var world = try World.at(.finished)
    let finished = try #require(world.dossier.consensus)
    try world.on(.reopenConsensus(reason: "组长会议要求复核 4.7.4"), as: Cast.leader)
    #expect(world.dossier.earlierSessions == [finished])
    #expect(world.dossier.stage == .consensus && world.dossier.materialTotal == nil)
    #expect(world.dossier.results.isEmpty)
    try world.on(.settle("4.7.4", Self.percentage(55), reason: "复核"), as: Cast.leader)
    let events = try world.on(.finishConsensus(conclusion: "复核后"), as: Cast.leader)
    #expect(events.contains(.consensusFinished(revision: 2)))
    #expect(world.dossier.materialTotal == Points(hundredths: 55_675))
  }

  @Test("R6: the safeguards of ours can be switched off")
  func switchedOff() throws {
    var parameters = Parameters.hangzhou
    parameters.switchedOff = [.discussion, .reasonOutsideRange]
    var world = World.founded
    world.pretend(parameters)
    try world.bring(World.first, to: .opened)
    try world.on(.settle("4.7.4", Self.percentage(95), reason: ""), as: Cast.leader)
    #expect(world.dossier.consensus?.settled("4.7.4")?.percentage.value == 95)
  }
}

extension World {
  /// Hands in and opens sheets in which everybody abstains from an item.
  fileprivate mutating func openWithoutMarks(on item: ItemID) throws {
    for (index, person) in Cast.reviewers.enumerated() {
      var sheet = PanelFive.sheet(index)
      sheet.items[item]?.mark = .abstained(reason: "材料缺失，无法判断")
      try on(.handIn(sheet), as: person)
    }
    try on(.askOpening, as: Cast.leader)
    try on(.releaseOpening, as: Cast.office)
    try on(.openConsensus, as: Cast.leader)
  }
}
