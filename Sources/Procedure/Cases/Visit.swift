import Criteria
import Foundation

/// How a point was looked into on site (S3).
public enum CheckMethod: String, Codable, Sendable, CaseIterable {
  /// 查阅资料
  case documents
  /// 查看现场
  case viewing
  /// 深度质询
  case inquiry
}

/// What a check came to.
public enum CheckOutcome: String, Codable, Sendable, CaseIterable {
  case met
  case partly
  case unmet
  case notApplicable
}

/// Where a check came from (S3).
public enum CheckOrigin: String, Codable, Sendable {
  /// From the points to verify of the consensus.
  case consensus
  /// From the template per item.
  case template
  /// Added by an examiner on site.
  case examiner
}

/// One point to look into, before it has a name (S3).
public struct CheckPoint: Codable, Sendable, Hashable {
  public var item: ItemID
  public var text: String
  /// The method that offers itself.
  public var method: CheckMethod
  public var origin: CheckOrigin

  /// A point to look into.
  public init(item: ItemID, text: String, method: CheckMethod, origin: CheckOrigin) {
    (self.item, self.text, self.method, self.origin) = (item, text, method, origin)
  }
}

/// One point of the checklist (S3).
public struct Check: Sendable, Hashable {
  /// The name of the entry that made it, with the place in it where it made several.
  public let id: CheckID
  /// The running number in the case, 1 for the first, for people to see.
  public let ordinal: Int
  public var item: ItemID
  public var text: String
  /// The method that offers itself.
  public var method: CheckMethod
  public var origin: CheckOrigin

  /// A point that has its name.
  public init(id: CheckID, ordinal: Int, point: CheckPoint) {
    (self.id, self.ordinal, item, text) = (id, ordinal, point.item, point.text)
    (method, origin) = (point.method, point.origin)
  }
}

/// What was found on a check, before who and when are added (S3).
public struct CheckFinding: Codable, Sendable, Hashable {
  public var outcome: CheckOutcome
  public var method: CheckMethod
  /// What was seen or heard.
  public var evidence: String
  public var place: String
  /// Who was asked.
  public var asked: String

  /// A finding.
  public init(
    outcome: CheckOutcome, method: CheckMethod, evidence: String, place: String, asked: String
  ) {
    self.outcome = outcome
    self.method = method
    self.evidence = evidence
    self.place = place
    self.asked = asked
  }
}

/// A finding with who made it and when (S3).
public struct Tick: Codable, Sendable, Hashable {
  public var finding: CheckFinding
  public var by: PersonID
  public var at: Moment
}

/// The kinds of meeting and work that a visit consists of (S2).
public enum AgendaKind: String, Codable, Sendable, CaseIterable {
  case openingMeeting
  case presentation
  case investigation
  case panelMeeting
  case closingMeeting
}

/// One line of the agenda (S2).
public struct AgendaLine: Codable, Sendable, Hashable {
  public var kind: AgendaKind
  public var day: Day
  /// The time of day as «HH:MM».
  public var time: String
  public var title: String
  public var done: Bool
  /// The department that is visited, where, and who accompanies the panel (added in version 2).
  @Added<NoWords> public var department: String
  @Added<NoWords> public var place: String
  @Added<NoWords> public var escort: String

  /// A line of the agenda, not yet held.
  public init(
    kind: AgendaKind, day: Day, time: String, title: String, done: Bool = false,
    department: String = "", place: String = "", escort: String = ""
  ) {
    self.kind = kind
    self.day = day
    self.time = time
    self.title = title
    self.done = done
    (self.department, self.place, self.escort) = (department, place, escort)
  }
}

/// A percentage for an item on site, proposed by an examiner or settled by the leader (S4).
public struct SiteMark: Codable, Sendable, Hashable {
  public var percentage: Percentage
  /// Why it differs from the material percentage.
  public var reason: String
  public var by: PersonID
  public var at: Moment
}

/// The on-site review of a case (S1–S5).
public struct Visit: Sendable, Hashable {
  public var panel: PanelID
  /// First day on site.
  public var from: Day
  /// Last day on site.
  public var until: Day
  /// The percentages settled in consensus, carried over.
  public var material: [ItemID: Percentage]
  public var checks: [Check]
  public var ticks: [CheckID: [Tick]]
  public var agenda: [AgendaLine]
  public var proposals: [ItemID: [PersonID: SiteMark]]
  public var settlements: [ItemID: [SiteMark]]
  /// The panel's opinion (S5), once given.
  public var opinion: String?
  public var submitted: Bool

  /// A visit just arranged.
  public init(panel: PanelID, from: Day, until: Day) {
    (self.panel, self.from, self.until) = (panel, from, until)
    (material, checks, ticks, agenda) = ([:], [], [:], [])
    (proposals, settlements, opinion, submitted) = ([:], [:], nil, false)
  }

  /// The finding in force on a check.
  public func tick(_ check: CheckID) -> Tick? { ticks[check]?.last }

  /// The percentage in force for an item.
  public func settled(_ item: ItemID) -> SiteMark? { settlements[item]?.last }

  /// The percentages in force.
  public var percentages: [ItemID: Percentage] {
    settlements.compactMapValues { $0.last?.percentage }
  }

  /// The checks nobody has looked into yet.
  public var unticked: [Check] { checks.filter { tick($0.id) == nil } }
}
