import Criteria
import Foundation
import Procedure

/// A case as the person at work sees it: what acts look at when they are offered, shown and filled in.
struct CaseScene: Sendable {
  let dossier: CaseState
  let context: Context

  init(_ dossier: CaseState, _ context: Context) {
    (self.dossier, self.context) = (dossier, context)
  }

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
  var letter: LetterKind? {
    let letters = dossier.letters
    return letters.first { $0.record == nil }?.kind ?? letters.last?.kind
  }

  /// The inquiries that are not answered, in their order.
  var openInquiries: [InquiryID] {
    dossier.admission.inquiries.filter { $0.value.answered == nil }
      .sorted { $0.value.ordinal < $1.value.ordinal }.map(\.key)
  }

  /// The meetings of a kind; one that does not exist where there is none, for its refusal.
  func meetings(_ kind: Meeting.Kind) -> [MeetingID] { context.cycle.meetings(kind).map(\.id) }

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

  /// A meeting by its kind, number and day.
  func name(of id: MeetingID) -> Phrase {
    guard let meeting = context.cycle.meetings[id] else { return .plain("\(id)") }
    return .meeting(meeting.kind) + .plain(" \(meeting.id)  \(meeting.day)")
  }

  /// An inquiry by its number and the department that was asked.
  func name(of id: InquiryID) -> Phrase {
    let inquiry = dossier.admission.inquiries[id]
    return .Act.numbered(.Act.inquiry, inquiry?.ordinal ?? 0, inquiry?.content?.department ?? "")
  }

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
