import Criteria
import Foundation
import Procedure

/// What the marks of a visit come to, and how far that is from the tiers (S4, S6).
struct SiteScore: Sendable, Hashable {
  /// Settled where settled, else the material percentage; nil where an item has neither.
  let running: Points?
  /// The total of settled percentages once all items are settled.
  let exact: Points?
  /// The items that are not settled, in the edition's order.
  let open: [ItemID]
  /// The tiers from the highest down; none while they are not to be seen.
  let tiers: [Tier]
  /// The tier that the running total reaches.
  let reached: Tier?

  /// The score of a visit as it stands.
  init(_ visit: Visit, edition: Edition, parameters: Parameters) {
    let settled = visit.percentages
    running = Scorecard(visit.material.merging(settled) { $1 }, edition: edition).total
    exact = Scorecard(settled, edition: edition).total
    open = edition.items.map(\.id).filter { settled[$0] == nil }
    tiers = Self.tiers(of: visit, parameters)
    reached = tiers.isEmpty ? nil : running.flatMap { parameters.tier(of: $0) }
  }

  /// The tiers that are shown: until the visit is submitted they may not be seen (S4).
  static func tiers(of visit: Visit?, _ parameters: Parameters) -> [Tier] {
    visit?.submitted != true && parameters.keeps(.lineHidden) ? [] : parameters.tiers
  }

  /// How far the running total lies over a tier; negative below it.
  func margin(to tier: Tier) -> Points? { running.map { $0 - tier.from } }
}
