import Criteria
import Foundation
import Procedure

/// A case as the person at work sees it: what acts look at when they are offered, shown and filled in.
struct CaseScene: Sendable {
  let dossier: CaseState
  let context: Context
  /// The cases in which an act is done at once, this one among them; this one alone as a rule.
  let together: [CaseState]

  init(_ dossier: CaseState, _ context: Context, together: [CaseState] = []) {
    (self.dossier, self.context) = (dossier, context)
    self.together = together.isEmpty ? [dossier] : together
  }

  /// Whether the act is done in other cases too.
  var isOneOfSeveral: Bool { together.count > 1 }

  var today: Day { context.now.day }

  /// The case by its number and name, as forms and questions begin.
  var head: Phrase { .plain("\(dossier.id) \(dossier.application.name)") }

  // MARK: Who

  private var panels: [Panel?] {
    [dossier.panel, dossier.onSitePanel].map { $0.flatMap { context.cycle.panels[$0] } }
  }

  /// Whether the person sits in the case's panel for a stage of review.
  func sits(_ stage: PanelStage) -> Bool {
    guard let person = context.person else { return false }
    return panels[stage == .material ? 0 : 1]?.members.contains(person) == true
  }

  /// Whether the person leads the material review, by office or in the leader's place.
  var leads: Bool {
    guard let person = context.person, let panel = panels[0] else { return false }
    return panel.leader == person || dossier.actingLeader(of: panel, in: context.cycle) == person
  }

  var isOffice: Bool { context.acts(as: .secretariat) }
  var isSupervisor: Bool { context.acts(as: .supervisor) }

  /// Whether the person is an officer of the applicant's district.
  var isOfficer: Bool {
    guard let person = context.person, context.acts(as: .districtOfficer) else { return false }
    return context.cycle.people[person]?.district == dossier.application.district
  }

  // MARK: What there is

  /// The notice that comes next.
  var nextNotice: NoticeKind? {
    switch dossier.stage {
    case .qualification: .qualification
    case .leadersMeeting: .onSite
    case .opinions: .proposal
    default: nil
    }
  }

  /// The letter that is due, or the last one: what went out can be sent again, as with an answer
  /// mended.
  var letter: LetterKind? { dueLetter ?? dossier.letters.last?.kind }

  /// The letter that is due.
  var dueLetter: LetterKind? { dossier.letters.first { $0.record == nil }?.kind }

  /// The inquiries that are not answered, in their order: each with the department that was asked,
  /// and the inquiry's number too where it was asked more than once.
  var openInquiries: [(id: InquiryID, department: String)] {
    let open = dossier.admission.inquiries.filter { $0.value.answered == nil }
      .sorted { $0.value.ordinal < $1.value.ordinal }
    let asked = Dictionary(grouping: open) { $0.value.content?.department ?? "" }
    return open.map { id, inquiry in
      let department = inquiry.content?.department ?? ""
      let isOnlyOne = asked[department]?.count == 1 && !department.isEmpty
      return (id, isOnlyOne ? department : "\(department) \(inquiry.ordinal)")
    }
  }

  /// The panel's members, with what keeps one from reviewing here (R5).
  var candidates: [(person: PersonID, reason: Phrase?)] {
    guard let panel = panels[0] else { return [] }
    return panel.members.map { member in
      if let interest = dossier.recusals[member] ?? dossier.declarations[member] ?? nil {
        return (member, .conflict(.declared(interest.ground)))
      }
      guard let person = context.cycle.people[member], person.active else {
        return (member, .Case.inactive)
      }
      guard context.parameters.keeps(.recordedConflicts),
        let block = person.recordedConflict(with: dossier.application)
      else { return (member, nil) }
      return (member, .conflict(block))
    }
  }

  // MARK: Names

  /// An objection by its number and who objects.
  func name(of id: ObjectionID) -> Phrase {
    let objection = dossier.publicity.objections[id]
    return .Act.numbered(
      .Act.objection, objection?.ordinal ?? 0, objection?.content?.objector ?? "")
  }

  /// What an objection says: who, facts, reasons, evidence, and until when it is answered (P3).
  func facts(of id: ObjectionID) -> [Fact] {
    guard let record = dossier.publicity.objections[id] else { return [] }
    let head: [Fact] = [(name(of: id), .Act.receivedDue(record.received, record.due.last))]
    guard let content = record.content else { return head }
    return head + [
      (.field(.facts), .plain(content.facts)), (.reason, .plain(content.reasons)),
      (.Act.evidence, .plain(content.evidence)),
    ]
  }

  /// The term of a notice that is published today.
  func term(of kind: NoticeKind) -> Phrase { context.term(of: kind) }
}

extension Context {
  /// The term of a notice that is published today.
  func term(of kind: NoticeKind) -> Phrase {
    let days = kind.days(parameters)
    return .Act.runsUntil(
      calendar.term(days: days, after: now.day, countFirst: parameters.firstDayCounts), days: days)
  }

  /// The panels formed for a stage of review, by number.
  func panels(_ stage: PanelStage) -> [Panel] { cycle.currentPanels.filter { $0.stage == stage } }

  /// A panel by its name and leader.
  func title(of id: PanelID) -> Phrase {
    guard let panel = cycle.panels[id] else { return .plain("\(id)") }
    return .plain("\(panel.name)（\(name(panel.leader))）")
  }
}

extension Context {
  /// A meeting by its kind, number and day.
  func name(of id: MeetingID) -> Phrase {
    guard let meeting = cycle.meetings[id] else { return .plain("\(id)") }
    return .meeting(meeting.kind) + .plain(" \(meeting.id)  \(meeting.day)")
  }
}
