import Criteria
import Procedure

/// How a case comes to each of the ends.
struct Ends: Sendable {
  let stage: Stage
  /// The letter that the end asks for.
  let letter: LetterKind?
  let step: World.Step
  let finish: @Sendable (inout World) throws -> Void

  static let all: [Ends] = [
    Ends(stage: .returned, letter: nil, step: .checking) {
      try $0.on(.returnApplication(reason: "材料不全"), as: Cast.officer)
    },
    Ends(stage: .notQualified, letter: .notQualified, step: .recommended) {
      try $0.on(.qualify(false, reason: "近三年有事故"), as: Cast.office)
    },
    Ends(stage: .notEntered, letter: .notEntered, step: .reported) {
      try $0.on(
        .decideEntry($0.meet(.leaders), enters: false, reason: "行业名额"), as: Cast.office)
    },
    Ends(stage: .notProposed, letter: nil, step: .submitted) {
      try $0.on(
        .decideProposal($0.meet(.settlement), isProposed: false, reason: ""), as: Cast.office)
    },
    Ends(stage: .terminated, letter: nil, step: .visiting) {
      try $0.on(.end(.withdrawn, complaint: nil, reason: "自愿退出"), as: Cast.office)
    },
    Ends(stage: .revoked, letter: .revoked, step: .listed) {
      try $0.on(.payGrant(Payment(amount: 500_000, day: $0.now.day)), as: Cast.office)
      try $0.on(.revoke(reason: "重大安全事故"), as: Cast.office)
    },
  ]

  /// A world whose first case ended so.
  func world() throws -> World {
    var world = try World.at(step)
    try finish(&world)
    return world
  }
}
