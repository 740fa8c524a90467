import Foundation
import Procedure

/// People, panels and applications of the demo: `cycle.json`.
struct CycleScript: Decodable {
  /// The store's name on the login screen.
  var store: String
  var year: Int
  var title: String
  /// The founder first.
  var people: [Person]
  var panels: [Panel]
  var dates: [DatedAct: Day]
  var files: [FileScript]

  /// One application and how far it goes.
  struct FileScript: Decodable {
    var application: Application
    /// The panel of the material review, where it comes to that.
    var panel: PanelID?
    /// The stage it reaches in the end.
    var reach: Stage
    /// Why it ends where it ends.
    var note: String?
    /// The last day of the independent review, where the leader set one.
    var due: Day?
    /// A later last day that the leader sets when the first has nearly come.
    var extended: Day?
    /// Interests declared instead of a clear declaration.
    var interests: [PersonID: Interest]?
    /// Members who have not declared yet.
    var undeclared: [PersonID]?
    /// Whether the three texts of the material are compiled in.
    var hasMaterial: Bool?
    /// How far the opening of the sheets comes before the sessions begin.
    var opening: Opening?
  }

  /// Acts with a date of their own.
  enum DatedAct: String, Decodable, CodingKeyRepresentable {
    case founding, panels, designation
    case registration, districtCheck, qualification, qualificationNotice, independentReview
    case reviewsBegin, moreTime, opening, consensus
    case onSiteNotice, onSiteReview, visit, opinions, proposalNotice, approval
    case cultivation
  }
}
