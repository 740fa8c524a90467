import Criteria
import Procedure
import Store

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
    case "stage": PanelStage(rawValue: raw).map(Phrase.Case.stage)
    case "verdict": Verdict(rawValue: raw).map(Phrase.Review.verdict)
    case "dimension": Criteria.Dimension(rawValue: raw).map(Phrase.dimension)
    case "method": CheckMethod(rawValue: raw).map(Phrase.OnSite.methodInFull)
    case "origin": CheckOrigin(rawValue: raw).map(Phrase.OnSite.originInFull)
    case "exemptSector": ExemptSector(rawValue: raw).map(Phrase.sector)
    case "encouraged": Encouragement(rawValue: raw).map(Phrase.encouragement)
    case "part": PaperCorrection.Part(rawValue: raw).map(Phrase.Act.part)
    case "means": Delivery.Means(rawValue: raw).map(Phrase.Act.means)
    case "kind": kind(raw, of: parent)
    default: nil
    }
  }

  /// The words of a value that names something else: a panel, a meeting, an inquiry, a room.
  static func reference(
    _ raw: String, of field: String, in parent: String, _ context: Context
  ) -> Phrase? {
    switch (field, parent) {
    case ("panel", _), ("id", "panel"):
      context.cycle.panels[PanelID(raw)].map { Phrase.plain($0.name) }
    case ("meeting", _): .History.meeting(MeetingID(raw), context)
    case ("complaint", _): .History.complaint(ComplaintID(raw))
    case ("id", "complaint"): .History.complaint(ComplaintID(raw))
    case ("id", "document"): DocumentKind(rawValue: raw).map(Phrase.document)
    case ("district", _): .plain(context.shortName(of: DistrictCode(raw)))
    case ("item", _):
      context.edition.item(ItemID(raw)).map { Phrase.plain("\($0.id) ") + Phrase($0.name) }
    case ("to", _), ("room", _), ("group", ""): .History.scope(raw, context)
    default: nil
    }
  }

  /// The fields that name an inquiry, an objection or a check by the entry that made it.
  static let numbered: Set = ["inquiry", "objection", "check"]

  /// The beginning of an entry's name or another digest, enough to tell it from others; nil for
  /// what is none.
  ///
  /// Of several checks that one entry made, each has its place after a full stop.
  static func entry(_ raw: String) -> String? {
    guard let match = raw.wholeMatch(of: /([0-9a-f]{12})[0-9a-f]{52}(\.[0-9]+)?/) else {
      return nil
    }
    return "\(match.1)\(match.2 ?? "")"
  }

  /// The words of a kind, which each object has its own of.
  private static func kind(_ raw: String, of object: String) -> Phrase? {
    switch object {
    case "notice": NoticeKind(rawValue: raw).map(Phrase.notice)
    case "correction": PaperCorrection.Kind(rawValue: raw).map { .Act.paper($0, 1) }
    case "letter": LetterKind(rawValue: raw).map(Phrase.letter)
    case "meeting": Meeting.Kind(rawValue: raw).map(Phrase.meeting)
    case "activity": ActivityKind(rawValue: raw).map(Phrase.activity)
    case "report": ChangeReport.Kind(rawValue: raw).map(Phrase.change)
    case "form": OrganisationKind(rawValue: raw).map(Phrase.organisation)
    case "document": DocumentKind(rawValue: raw).map(Phrase.document)
    case "agenda": AgendaKind(rawValue: raw).map(Phrase.agenda)
    case "comment", "comments":
      CommentKind(rawValue: raw).map { .remarkKind($0 == .strength ? .strength : .opportunity) }
    case "point", "sitePoints": PointKind(rawValue: raw).map(Phrase.Review.pointKind)
    default: nil
    }
  }

  /// The name of a field, which in lists by person is that person's.
  static func label(_ name: String, _ context: Context) -> Phrase {
    if let person = context.cycle.people[PersonID(name)] { return .plain(person.name) }
    return entry(name).map(Phrase.plain) ?? .History.field(name)
  }

  /// The words of a field's name where it is itself a value: of grades, declarations, copies.
  static func field(_ name: String) -> Phrase? {
    SupervisionTopic(rawValue: name).map(Phrase.topic)
      ?? DocumentKind(rawValue: name).map(Phrase.document)
      ?? Declaration(rawValue: name).map(Phrase.declaration)
      ?? FindingKind(rawValue: name).map(Phrase.Review.finding)
      ?? Criteria.Dimension(rawValue: name).map(Phrase.dimension)
  }

  /// The fields that say yes or no, which the log's text tells from numbers only by their names.
  static let truths: Set = [
    "active", "demo", "done", "doubled", "enters", "holds", "isAdverse", "isApproved", "isInCity",
    "isMet", "isProposed",
    "isQualified", "isUpheld", "provisional", "used",
  ]
}
