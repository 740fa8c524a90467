import Criteria
import Procedure

/// Worlds whose first case stands at a stage, in every way that matters there.
enum Situations {
  typealias Change = @Sendable (inout World) throws -> Void

  /// The steps of each stage, and what may have happened at them.
  private static let ways: [Stage: [(World.Step, Change)]] = [
    .registered: [(.registered, still), (.complete, still)],
    .districtCheck: [(.checking, still), (.checking, closed)],
    .qualification: [
      (.recommended, still), (.recommended, asked(.qualification)), (.examined, still),
      (.qualified, still),
    ],
    .qualificationNotice: notice(.noticed),
    .independentReview: [
      (.inReview, still), (.assigned, still), (.declared, still), (.designated, still),
      (.started, still), (.handedIn, still), (.asked, still), (.released, still),
    ],
    .consensus: [(.opened, still), (.attended, still), (.settled, still)],
    .leadersMeeting: [(.finished, still), (.reported, still), (.admitted, still)],
    .onSiteNotice: notice(.announced),
    .onSiteReview: [
      (.entered, still), (.entered, arranged), (.visiting, still), (.ticked, still),
    ],
    .settlement: [(.submitted, listable)],
    .opinions: [(.proposed, still), (.proposed, asked(.opinion)), (.consulted, still)],
    .proposalNotice: notice(.proposalNoticed),
    .approval: [(.cleared, still), (.approved, still)],
    .terminated: [(.proposalNoticed, endedWithObjection)],
    .cultivation: [
      (.listed, still), (.listed, granted), (.listed, reporting), (.listed, overdue),
    ],
  ]

  private static let still: Change = { _ in }
  /// The day after the call.
  private static let closed: Change = { $0.wait(until: World.call.until.adding(days: 1)) }
  /// The next year, before the report about this one is due.
  private static let reporting: Change = { $0.wait(until: Day("2027-03-01")!) }
  private static let objected: Change = {
    try $0.on(.receiveObjection(Papers.objection), as: Cast.office)
  }

  private static let endedWithObjection: Change = {
    try objected(&$0)
    try $0.on(.end(.withdrawn, complaint: nil, reason: "自愿退出"), as: Cast.office)
  }

  /// A notice: running, with an objection open, with one found right, past its last day.
  private static func notice(_ step: World.Step) -> [(World.Step, Change)] {
    [
      (step, still), (step, objected),
      (
        step,
        {
          try objected(&$0)
          try $0.on(.answerObjection("o1", isUpheld: true, answer: "属实"), as: Cast.office)
        }
      ), (step, { $0.outlastNotice() }),
    ]
  }

  private static func asked(_ purpose: InquiryPurpose) -> Change {
    { try $0.on(.inquire(purpose, department: "市税务局", question: "信用"), as: Cast.office) }
  }

  private static let arranged: Change = {
    let day = $0.now.day.adding(days: 10)
    try $0.on(.arrangeVisit("s1", from: day, until: day), as: Cast.office)
  }

  /// The cached world after the visit has a low total; here it is one that can be proposed.
  private static let listable: Change = { world in
    world = .founded
    try world.bring(World.first, to: .submitted, siteMarks: World.listable)
  }

  private static let granted: Change = {
    try $0.on(.payGrant(Payment(amount: 500_000, day: $0.now.day)), as: Cast.office)
  }

  private static let overdue: Change = { $0.wait(until: Day("2027-06-01")!) }

  /// The worlds of a stage, each with its meetings held and a fraud established.
  static func worlds(at stage: Stage) throws -> [World] {
    var ways = Self.ways[stage, default: []]
    ways += Ends.all.filter { $0.stage == stage }.map { ($0.step, $0.finish) }
    return try ways.map { step, change in
      var world = try World.at(step)
      try change(&world)
      try prepare(&world)
      return world
    }
  }

  /// The world before the case is registered.
  static func unregistered() throws -> [World] {
    var world = World.founded
    try prepare(&world)
    return [world]
  }

  private static func prepare(_ world: inout World) throws {
    for kind in Meeting.Kind.allCases {
      let id = MeetingID("b-\(kind.rawValue)")
      try world.run(.hold(Papers.meeting(id, kind, on: world.now.day)))
    }
    try world.establish("k1", dossier: World.first)
    try world.establish("k2", person: Cast.retired)
    try world.supervise(.lodge(Papers.complaint("k3")))
  }
}
