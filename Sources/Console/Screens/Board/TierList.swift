import Criteria
import Procedure
import Store

/// The organisations with an on-site score by tier (S6), and apart from them the others.
struct TierList: Sendable, Hashable {
  /// Where an organisation stands in the list.
  enum Group: Sendable, Hashable {
    /// Proposed, listed or waiting for the settlement, in a tier of this rank.
    case tier(Int)
    case belowTiers
    /// Reaches a tier and was left out of the proposal, or not approved.
    case leftOut
    /// Ended, or lost its place.
    case ended
    /// There is a score, but it is not open to the reader.
    case closed
  }

  /// A heading with how many stand under it, or an organisation.
  enum Entry: Sendable, Hashable, Identifiable {
    case heading(Group, count: Int)
    case row(ScoreRow, Group)

    /// The organisation; nil for a heading.
    var dossier: CaseID? { if case .row(let row, _) = self { row.dossier } else { nil } }

    var id: String {
      switch self {
      case .heading(let group, _): "\(group)"
      case .row(let row, _): row.dossier.rawValue
      }
    }
  }

  let entries: [Entry]

  /// The list of what the reader may know; within a group by total, then by number.
  init(_ rows: [ScoreRow], _ parameters: Parameters) {
    var groups: [Group: [ScoreRow]] = [:]
    for row in rows {
      if let group = Self.group(of: row, parameters) { groups[group, default: []].append(row) }
    }
    let order =
      parameters.tiers.map { Group.tier($0.rank) } + [.belowTiers, .leftOut, .ended, .closed]
    entries = order.flatMap { group -> [Entry] in
      guard let members = groups[group] else { return [] }
      let sorted = members.sorted {
        $0.onSite == $1.onSite
          ? $0.dossier < $1.dossier : ($1.onSite ?? .zero) < ($0.onSite ?? .zero)
      }
      return [.heading(group, count: members.count)] + sorted.map { .row($0, group) }
    }
  }

  /// The organisations without the headings.
  var rows: [(row: ScoreRow, group: Group)] {
    entries.compactMap { if case .row(let row, let group) = $0 { (row, group) } else { nil } }
  }

  private static func group(of row: ScoreRow, _ parameters: Parameters) -> Group? {
    guard let total = row.onSite else { return row.hasScore(.onSite) ? .closed : nil }
    switch row.stage {
    case .terminated, .revoked: return .ended
    default: break
    }
    guard let tier = parameters.tier(of: total) else { return .belowTiers }
    return row.stage == .notProposed ? .leftOut : .tier(tier.rank)
  }
}

extension ScoreRow {
  /// The total of a review.
  func total(_ stage: PanelStage) -> Points? {
    switch stage {
    case .material: material
    case .onSite: onSite
    }
  }

  /// Whether the case is so far that it must have a total, known to the reader or not.
  func hasScore(_ stage: PanelStage) -> Bool {
    switch self.stage {
    case .returned, .notQualified, .terminated: return false
    case .notEntered: return stage == .material
    default: return self.stage > (stage == .material ? .consensus : .onSiteReview)
    }
  }
}
