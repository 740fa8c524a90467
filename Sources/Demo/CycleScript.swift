import Foundation
import Procedure

/// People, panels and applications of the demo: `cycle.json`.
struct CycleScript: Decodable {
  /// The store's name on the login screen.
  var store: String
  var year: Int
  var title: String
  /// Titles of the material's texts.
  var titles: [DocumentKind: String]
  /// The founder first.
  var people: [Person]
  var panels: [Panel]
  var dates: [DatedAct: Day]
  var dossiers: [DossierScript]

  /// One application, as far as it is handed in and reviewed; the rest are acts.
  struct DossierScript: Decodable {
    var application: Application
    /// The day it is entered, with its material.
    var registered: Day
    /// The day it is handed in to the district's check; none where it never is.
    var submitted: Day?
    /// Headings and items that its generated texts leave out.
    var omitted: [String]?
    /// Words of the templates that are others in its trade.
    var words: [String: String]?
    /// Bound copies of the profile, where too few came in.
    var paper: Int?
    /// The panel of the material review, where it comes to that.
    var panel: PanelID?
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
    /// Where the stage `application` stops, in the middle of the call.
    case midCall
    case founding, panels, independentReview, designation
    case reviewsBegin, opening, moreTime, consensus, visit
  }
}
