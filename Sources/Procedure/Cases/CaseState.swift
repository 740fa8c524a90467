import Criteria
import Foundation

/// A sheet as everybody may know it: that it exists and how far it is, not what it says.
public struct SheetRecord: Sendable, Hashable {
  /// How far a sheet is.
  public enum State: String, Codable, Sendable {
    case started
    case handedIn
    case withdrawn
  }

  public var state: State
  /// The revision handed in last, 0 before the first.
  public var revision: Int
  /// Reasons of the withdrawals, by revision.
  public var withdrawals: [Int: String]
  public var startedAt: Moment
  public var handedInAt: Moment?
  /// Whether the sealed sheet of this revision is in the log (R4).
  public internal(set) var isRecorded = false

  /// Whether it was handed in, and the sealed sheet with it.
  var isIn: Bool { state == .handedIn && isRecorded }
}

/// The way from «all sheets are in» to their opening (R4).
public enum Opening: String, Codable, Sendable {
  case closed
  /// The leader asked.
  case asked
  /// The secretariat released its half.
  case released
  /// The leader opened.
  case opened
}

/// One application, as far as the one who replays it may read.
public struct CaseState: Sendable, Hashable {
  public let id: CaseID
  /// The entry that registered it.
  public let stream: EntryName
  public internal(set) var application: Application
  public internal(set) var stage: Stage
  public internal(set) var registeredAt: Moment
  /// The year of the cycle it was registered in: its parameters and criteria hold.
  public let year: Int
  public internal(set) var admission = Admission()
  public internal(set) var publicity = Publicity()
  /// Texts of the bureau and the district, by what they are about, the latest last.
  public internal(set) var notes: [NoteKind: [Note]] = [:]
  /// Acts that met and that nobody has settled, as far as everybody sees them.
  public internal(set) var clashes: [Clash] = []
  /// Acts that met in what this reader can open.
  public internal(set) var sealedClashes: [Clash] = []
  /// Entries that are held until somebody accepts them.
  public internal(set) var held: [EntryName] = []
  /// What the last entry began: it belongs to the case with the entry that finishes it.
  var begun: Begun?
  /// What the headers of the entries say.
  public internal(set) var trace = Trace()
  /// The circles of which an entry could not be read: what rests on them is not judged.
  public internal(set) var unread: Set<Placement> = []
  /// The leader's report to the leaders' meeting (R7), where the reader may know it.
  public internal(set) var meetingReport: Note?
  /// The decision of R7, once made.
  public internal(set) var enters: Bool?
  /// The decision of S6, once made.
  public internal(set) var isProposed: Bool?
  /// The decision of P4, once made.
  public internal(set) var isApproved: Bool?
  /// The place, once the list is published (P4).
  public internal(set) var cultivation: Cultivation?
  /// How it ended, where it ended before its time.
  public internal(set) var ending: Ending?
  /// The day on which what need be kept no longer was destroyed.
  public internal(set) var destroyed: Day?
  /// Who assessed whom after the visit (V3).
  public internal(set) var assessed: Set<Assessment.Direction> = []
  /// The assessments, where the reader may know them.
  public internal(set) var assessments: [Assessment.Direction: Assessment] = [:]
  public internal(set) var documents: [Document]
  /// What became of documents: replaced, removed, entered late, split otherwise.
  public internal(set) var material = MaterialRecord()
  public internal(set) var panel: PanelID?
  public internal(set) var onSitePanel: PanelID?
  public internal(set) var designated: [PersonID]
  /// The last day of what is under way, where there is one.
  public internal(set) var due: Day?
  /// The day on which the leader designated last, and the last day set then (R2).
  public internal(set) var designatedOn: Day?
  public internal(set) var reviewDue: Day?
  /// When the consensus in force was opened and finished.
  public internal(set) var openedAt: Moment?
  public internal(set) var finishedAt: Moment?
  /// When the visit was submitted (S5).
  public internal(set) var submittedAt: Moment?
  /// Signed declarations; the value is the interest declared, if any.
  public internal(set) var declarations: [PersonID: Interest?]
  public internal(set) var recusals: [PersonID: Interest]
  public internal(set) var sheets: [PersonID: SheetRecord]
  public internal(set) var opening: Opening
  /// Who asked for the opening last.
  public internal(set) var asker: PersonID?
  /// The contents of sheets that could be read, by reviewer and revision.
  public internal(set) var contents: [PersonID: [Int: Sheet]]
  public internal(set) var consensus: Consensus?
  /// Earlier sessions, kept as they were when they were reopened.
  public internal(set) var earlierSessions: [Consensus]
  /// Whether the consensus in force is finished.
  public internal(set) var consensusFinished: Bool
  /// The material total, where the reader may know it.
  public internal(set) var materialTotal: Points?
  public internal(set) var visit: Visit?
  public internal(set) var siteTotal: Points?
  /// The percentages of the results that were opened from the result room.
  public internal(set) var results: [ItemID: Percentage]

  /// A first half of an act, which changes nothing alone.
  enum Begun: Sendable, Hashable {
    /// A note that is the reason of a decision.
    case reason(NoteKind, Note)
    /// The total and the words of a consensus or a visit that is about to be finished.
    case conclusion(Points, String)
  }

  /// A case from its first event; nil where that event registers nothing.
  ///
  /// - Parameters:
  ///   - event: The registration.
  ///   - moment: When, by the author's claim.
  ///   - name: The entry's name, which is that of the case's stream.
  public init?(_ event: Event, at moment: Moment, named name: EntryName) {
    guard case .caseRegistered(let application, let year) = event else { return nil }
    id = application.id
    stream = name
    self.year = year
    self.application = application
    registeredAt = moment
    (stage, documents, panel, onSitePanel) = (.registered, [], nil, nil)
    (designated, due, declarations, recusals, sheets) = ([], nil, [:], [:], [:])
    (opening, contents, consensus, earlierSessions) = (.closed, [:], nil, [])
    (consensusFinished, materialTotal, visit, siteTotal, results) = (false, nil, nil, nil, [:])
  }

  /// The reviewers whose sheets count: designated, neither recused nor with an interest (R4, R5).
  public var assigned: [PersonID] { designated.filter { !stepsBack($0) } }

  /// The assigned reviewers whose sheet is not in.
  public var outstanding: [PersonID] { assigned.filter { sheets[$0]?.isIn != true } }

  /// Whether the leader reported to the leaders' meeting (R7).
  public var hasReported: Bool { trace.count(of: .meetingReported) > 0 }

  /// Whether the person signed that they have no interest, and has not recused since (R5).
  public func isCleared(_ person: PersonID) -> Bool {
    guard let interest = declarations[person] else { return false }
    return interest == nil && recusals[person] == nil
  }

  /// Who leads the panel here: the leader, or the deputy where the leader stepped back (R5) or may
  /// work no more (V4).
  public func actingLeader(of panel: Panel, in cycle: CycleState) -> PersonID? {
    [panel.leader, panel.deputy].compactMap { $0 }.first {
      !stepsBack($0) && cycle.people[$0]?.active != false
    }
  }

  /// How far the opening has come under somebody who leads: who takes over asks anew (R4).
  public func opening(under leader: PersonID?) -> Opening {
    [.asked, .released].contains(opening) && asker != leader ? .closed : opening
  }

  /// The members who may take part here.
  public func members(of panel: Panel) -> [PersonID] {
    panel.members.filter { !stepsBack($0) }
  }

  /// Whether a person declared an interest or recused.
  public func stepsBack(_ person: PersonID) -> Bool {
    recusals[person] != nil || (declarations[person] ?? nil) != nil
  }
}
