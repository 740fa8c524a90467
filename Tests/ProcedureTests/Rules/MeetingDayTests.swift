import Criteria
import Procedure
import Testing

/// What comes first comes first: meetings after what they decide on, money after what it is for.
@Suite("R7, S6, V4: the order of days")
struct MeetingDayTests {
  @Test("R7: a leaders' meeting from before the consensus was finished decides nothing")
  func leaders() throws {
    var world = try World.at(.reported)
    let finished = try #require(world.dossier.finishedAt).day
    let before = world.now.day.adding(days: -30)
    try world.run(.hold(Papers.meeting("early", .leaders, on: before)))
    #expect(
      world.refusal(.decideEntry("early", enters: true, reason: ""), as: Cast.office)
        == Refusal(.R7, .badDates(.before(finished, .consensus))))
  }

  @Test("S5, S6: a settlement from before the visit was handed over proposes nothing")
  func settlement() throws {
    var world = try World.at(.submitted)
    let submitted = try #require(world.dossier.submittedAt).day
    let before = world.now.day.adding(days: -30)
    try world.run(.hold(Papers.meeting("early", .settlement, on: before)))
    #expect(
      world.refusal(.decideProposal("early", isProposed: false, reason: "名额"), as: Cast.office)
        == Refusal(.S6, .badDates(.before(submitted, .visit))))
  }

  @Test("V4: fraud takes a grant back that was kept when the place was lost for a late report")
  func grantAfterLoss() throws {
    var world = try World.at(.listed)
    try world.on(.payGrant(Payment(amount: 500_000, day: world.now.day)), as: Cast.office)
    world.wait(until: Day("2027-06-01")!)
    try world.on(.losePlace(reason: "未按期提交"), as: Cast.office)
    #expect(world.dossier.cultivation?.refundDue == nil)
    try world.establish(dossier: World.first)
    try world.on(
      .end(.fraud, complaint: "k1", reason: "材料造假"), as: Cast.supervisor)
    #expect(world.dossier.stage == .revoked)
    #expect(world.dossier.cultivation?.refundDue == Day("2027-09-01"))
    #expect(
      world.refusal(.end(.fraud, complaint: "k1", reason: "再次"), as: Cast.supervisor)
        == Refusal(.V4, .wrongStage(.revoked)))
  }

  @Test("P1: an opinion against it lets the bureau take the proposal back, with its reason")
  func adverseOpinion() throws {
    var world = try World.at(.proposed)
    let meeting = try world.meet(.settlement)
    #expect(
      world.refusal(.decideProposal(meeting, isProposed: false, reason: ""), as: Cast.office)
        == Refusal(.S6, .blank(.reason), ours: true))
    try world.on(
      .decideProposal(meeting, isProposed: false, reason: "部门意见不利"), as: Cast.office)
    #expect(world.dossier.stage == .notProposed)
  }
}
