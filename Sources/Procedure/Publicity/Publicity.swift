import Foundation

/// The public notices of the procedure.
public enum NoticeKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// 资格公示 (Q3).
  case qualification
  /// 现场名单公示 (R8).
  case onSite
  /// 拟纳入公示 (P2).
  case proposal

  /// The rule that asks for it.
  public var rule: Rule {
    switch self {
    case .qualification: .Q3
    case .onSite: .R8
    case .proposal: .P2
    }
  }

  /// Its length in working days.
  public func days(_ parameters: Parameters) -> Int {
    switch self {
    case .qualification: parameters.qualificationNoticeDays
    case .onSite: parameters.onSiteNoticeDays
    case .proposal: parameters.proposalNoticeDays
    }
  }

  /// The stage of a case that is on notice.
  public var stage: Stage {
    switch self {
    case .qualification: .qualificationNotice
    case .onSite: .onSiteNotice
    case .proposal: .proposalNotice
    }
  }
}

/// A public notice on which an organisation stands.
public struct PublicNotice: Codable, Sendable, Hashable {
  public var kind: NoticeKind
  /// The number under which it was published; all organisations on it share it.
  public var number: String
  public var published: Day
  /// Its last day as it was computed at publication.
  public var last: Day
  /// Whether it ran into a year whose holidays were not published then.
  public var provisional: Bool
  /// Its length, working days.
  public var days: Int
  /// Whether what follows waits for its end; a parameter lets material review begin at once.
  public var holds: Bool
  /// The day it was closed, once it was.
  public var closed: Day?

  /// A notice just published.
  public init(
    kind: NoticeKind, number: String, published: Day, last: Day, provisional: Bool, days: Int,
    holds: Bool = true
  ) {
    (self.kind, self.number, self.published, self.last) = (kind, number, published, last)
    (self.provisional, self.days, self.holds, closed) = (provisional, days, holds, nil)
  }

  /// The term as it stands: what was provisional is computed anew, and never becomes shorter (W).
  public func term(_ calendar: WorkingCalendar, firstDayCounts: Bool) -> Term {
    guard provisional else { return Term(last: last, provisional: false) }
    let anew = calendar.term(days: days, after: published, countFirst: firstDayCounts)
    return Term(last: max(last, anew.last), provisional: anew.provisional)
  }
}

/// An objection to a list on notice (P3).
public struct Objection: Codable, Sendable, Hashable {
  /// Who objects, as they gave their name.
  public var objector: String
  public var facts: String
  public var reasons: String
  public var evidence: String
  /// The unit or identity of who objects, and how they are reached.
  @Added<NoWords> public var unit: String
  @Added<NoWords> public var telephone: String
  /// The answer, once given.
  public var answer: String?

  /// An objection as it came in.
  public init(
    objector: String, unit: String = "", telephone: String = "", facts: String, reasons: String,
    evidence: String
  ) {
    (self.objector, self.facts, self.reasons) = (objector, facts, reasons)
    (self.evidence, answer) = (evidence, nil)
    (self.unit, self.telephone) = (unit, telephone)
  }
}

/// How an answer reached who objects (送达), and when (P3).
public struct Delivery: Codable, Sendable, Hashable {
  /// The way it went.
  public enum Means: String, Codable, Sendable, CaseIterable {
    case inPerson, post, electronic, announcement
  }

  public var means: Means
  public var day: Day

  /// A delivery.
  public init(_ means: Means, on day: Day) { (self.means, self.day) = (means, day) }
}

/// What everybody may know of an objection: that it is there, and until when it is answered.
public struct ObjectionRecord: Sendable, Hashable {
  public var received: Day
  public var due: Term
  public var answered: Day?
  /// Whether it was found to be right.
  public var isUpheld: Bool
  /// The running number in the case, 1 for the first, for people to see.
  public let ordinal: Int
  /// Whether what it says was recorded with it; without that there is no objection.
  var isRecorded = false
  /// What it says, where the reader may know it.
  public var content: Objection?
  /// How the answer reached them, where the reader may know it.
  public var delivery: Delivery?

  /// The term as it stands: what was provisional is computed anew, and never becomes shorter (W).
  public func term(_ calendar: WorkingCalendar, _ parameters: Parameters) -> Term {
    guard due.provisional else { return due }
    let anew = calendar.term(
      days: parameters.objectionDays, after: received, countFirst: parameters.firstDayCounts)
    return Term(last: max(due.last, anew.last), provisional: anew.provisional)
  }
}

/// Letters that the procedure asks for.
public enum LetterKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// Not qualified (Q3).
  case notQualified
  /// Not entering on-site review (R9).
  case notEntered
  /// An objection answered (P3).
  case objection
  /// A place lost or revoked (C3, C4).
  case revoked

  /// The rule that asks for it.
  public var rule: Rule {
    switch self {
    case .notQualified: .Q3
    case .notEntered: .R9
    case .objection: .P3
    case .revoked: .C4
    }
  }
}

/// A letter that went out.
public struct LetterRecord: Codable, Sendable, Hashable {
  public var kind: LetterKind
  public var number: String
  public var sent: Day

  /// A letter.
  public init(kind: LetterKind, number: String, sent: Day) {
    (self.kind, self.number, self.sent) = (kind, number, sent)
  }
}

/// Notices, objections and letters of a case (Q3, R8, R9, P2, P3).
public struct Publicity: Sendable, Hashable {
  public internal(set) var notices: [PublicNotice] = []
  public internal(set) var objections: [ObjectionID: ObjectionRecord] = [:]
  public internal(set) var letters: [LetterRecord] = []
  /// What was corrected in papers that went out, in their order.
  public internal(set) var corrections: [CorrectionRecord] = []

  /// The notice of a kind in force: the last that was published.
  public func notice(_ kind: NoticeKind) -> PublicNotice? { notices.last { $0.kind == kind } }

  /// The notice that is running.
  public var open: PublicNotice? { notices.last { $0.closed == nil } }

  /// The objections, in the order in which they were received.
  public var listedObjections: [(id: ObjectionID, record: ObjectionRecord)] {
    objections.filter(\.value.isRecorded).sorted { $0.value.ordinal < $1.value.ordinal }
      .map { ($0.key, $0.value) }
  }

  /// The objections that nobody has answered, in the order in which they were received.
  public var openObjections: [ObjectionID] {
    listedObjections.filter { $0.record.answered == nil }.map(\.id)
  }

  /// Whether a letter of a kind went out.
  public func sent(_ kind: LetterKind) -> Bool { letters.contains { $0.kind == kind } }
}

/// What was not asked for before, left empty.
public enum NoWords: AddedDefault { public static let value = "" }

/// Names that were not asked for before.
public enum NoNames: AddedDefault { public static let value: [String] = [] }

/// A meeting at which the bureau decides (R7, S6, P4).
public struct Meeting: Codable, Sendable, Hashable {
  /// What it decides.
  public enum Kind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// The leaders' meeting after material review (R7).
    case leaders
    /// The bureau's own 合议 after the visits (S6).
    case settlement
    /// The bureau's director meeting (P4).
    case directors

    /// The rule that asks for it.
    public var rule: Rule {
      switch self {
      case .leaders: .R7
      case .settlement: .S6
      case .directors: .P4
      }
    }
  }

  public var id: MeetingID
  public var kind: Kind
  public var day: Day
  /// Who of the people in the store was there.
  public var present: [PersonID]
  /// The number of its minutes; empty where they have none.
  @Added<NoWords> public var number: String
  @Added<NoWords> public var place: String
  /// Who chaired it and who wrote the minutes, by name.
  @Added<NoWords> public var chair: String
  @Added<NoWords> public var recorder: String
  /// Who else was there: people without a place in the store.
  @Added<NoNames> public var guests: [String]

  /// A meeting.
  public init(id: MeetingID, kind: Kind, day: Day, present: [PersonID]) {
    (self.id, self.kind, self.day, self.present) = (id, kind, day, present)
    (number, place, chair, recorder, guests) = ("", "", "", "", [])
  }
}

/// What a note in the bureau's own room is about.
public enum NoteKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// The district's opinion (Q1).
  case recommendation
  /// Why it was returned (Q1).
  case returned
  case qualification
  case entry
  case proposal
  case approval
  case ending
  case lost
  case revocation
}

/// A text of the bureau or district on a case, with who and when.
public struct Note: Codable, Sendable, Hashable {
  public var text: String
  public var by: PersonID
  public var at: Moment
}
