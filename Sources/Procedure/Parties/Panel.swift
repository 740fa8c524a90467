import Foundation

/// Which review a panel is formed for; on-site panels are formed anew (S1).
public enum PanelStage: String, Codable, Sendable, CaseIterable {
  case material
  case onSite
}

/// A panel of experts with a leader and a deputy (R1, S1).
public struct Panel: Codable, Sendable, Hashable {
  /// The name in the log.
  public var id: PanelID
  /// The name on screen, such as 第一评审组.
  public var name: String
  /// Material review or on-site review.
  public var stage: PanelStage
  /// Who leads; is one of the members.
  public var leader: PersonID
  /// Who takes over where the leader recuses; is one of the members, not the leader.
  public var deputy: PersonID?
  /// All members, leader and deputy included, in the order they were named.
  public var members: [PersonID]

  /// A panel as named.
  public init(
    id: PanelID, name: String, stage: PanelStage, leader: PersonID, deputy: PersonID?,
    members: [PersonID]
  ) {
    self.id = id
    self.name = name
    self.stage = stage
    self.leader = leader
    self.deputy = deputy
    self.members = members
  }
}
