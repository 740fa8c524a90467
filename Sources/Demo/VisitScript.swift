import Criteria
import Foundation
import Procedure

/// The visits: `visits.json`.
struct VisitsScript: Decodable {
  var visits: [CaseID: VisitScript]
  /// Per item what is found where, drawn on by every visit.
  var findings: [ItemID: FindingScript]
}

/// One visit.
struct VisitScript: Decodable {
  var panel: PanelID
  var from: Day
  var until: Day
  /// Items whose percentage changes, with the reason.
  var changes: [ItemID: Change]
  /// How many checks are ticked, of all where none is given.
  var ticked: Int?
  /// How many lines of the agenda are done, all where none is given.
  var held: Int?
  /// Who proposes which change, where the visit is still under way.
  var proposals: [ItemID: PersonID]?
  /// The panel's opinion, where it has submitted.
  var opinion: String?
  /// The opinion of a visit that is under way for long and submitted in stage `proposed`.
  var finish: String?

  /// A change from the material percentage.
  struct Change: Decodable {
    var percentage: Percentage
    var reason: String
  }
}

/// What is found on an item's checks.
struct FindingScript: Decodable {
  var evidence: String
  var place: String
  var asked: String
}
