import Procedure

/// What raw values of the log mean, by the field in which they stand.
enum EntryWords {
  /// The words of a value; nil where the value speaks for itself.
  ///
  /// - Parameter parent: The field that the value's object stands in; empty at the top.
  static func phrase(_ raw: String, of field: String, in parent: String) -> Phrase? {
    switch field {
    case "topic": SupervisionTopic(rawValue: raw).map(Phrase.topic)
    case "source": ComplaintSource(rawValue: raw).map(Phrase.source)
    case "outcome" where parent == "finding":
      CheckOutcome(rawValue: raw).map(Phrase.OnSite.outcome)
    case "outcome": Procedure.Outcome(rawValue: raw).map(Phrase.outcome)
    case "measure": Measure(rawValue: raw).map(Phrase.measure)
    case "sanction": Sanction(rawValue: raw).map(Phrase.sanction)
    case "direction": Assessment.Direction(rawValue: raw).map(Phrase.assessment)
    case "by": Ending(rawValue: raw).map(Phrase.ending)
    case "about": NoteKind(rawValue: raw).map(Phrase.note)
    case "purpose": InquiryPurpose(rawValue: raw).map(Phrase.purpose)
    case "notice": NoticeKind(rawValue: raw).map(Phrase.notice)
    case "ground": InterestGround(rawValue: raw).map(Phrase.ground)
    case "roles": Procedure.Role(rawValue: raw).map(Phrase.role)
    case "size": SizeClass(rawValue: raw).map(Phrase.size)
    case "kind": kind(raw, of: parent)
    default: nil
    }
  }

  /// The words of a kind, which each object has its own of.
  private static func kind(_ raw: String, of object: String) -> Phrase? {
    switch object {
    case "notice": NoticeKind(rawValue: raw).map(Phrase.notice)
    case "letter": LetterKind(rawValue: raw).map(Phrase.letter)
    case "meeting": Meeting.Kind(rawValue: raw).map(Phrase.meeting)
    case "activity": ActivityKind(rawValue: raw).map(Phrase.activity)
    case "report": ChangeReport.Kind(rawValue: raw).map(Phrase.change)
    case "form": OrganisationKind(rawValue: raw).map(Phrase.organisation)
    case "document": DocumentKind(rawValue: raw).map(Phrase.document)
    default: nil
    }
  }

  /// The words of a field's name where it is itself a value: of grades, declarations, copies.
  static func field(_ name: String) -> Phrase? {
    SupervisionTopic(rawValue: name).map(Phrase.topic)
      ?? DocumentKind(rawValue: name).map(Phrase.document)
      ?? Declaration(rawValue: name).map(Phrase.declaration)
  }

  /// The fields that say yes or no, which the log's text tells from numbers only by their names.
  static let truths: Set = [
    "active", "done", "enters", "holds", "isAdverse", "isApproved", "isMet", "isProposed",
    "isQualified", "isUpheld", "provisional", "used",
  ]
}
