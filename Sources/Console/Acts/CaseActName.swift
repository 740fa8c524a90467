import Criteria
import Foundation
import Procedure
import Terminal

/// What can be done in a case from its dossier, by the one or the other.
enum CaseActName: String, Sendable, Hashable, CaseIterable {
  // How it comes in (M, Q1).
  case form, figures, controlled, amend, attach, copies, submit
  case recommend, sendBack, resume, reportChange
  // Qualification (Q2, Q3).
  case inquire, answerInquiry, condition, qualify
  // Notices, objections, letters (Q3, R8, R9, P2, P3).
  case publishNotice, closeNotice, objection, answerObjection, letter
  // Review.
  case assignPanel, releaseOpening, arrangeVisit
  case declare, designate, askOpening, openConsensus
  case review, consensus, onSite
  // Decisions (R7, S6, P1, P4).
  case reportToMeeting, entry, proposal, askOpinion, approve, publishList
  // Cultivation (C) and supervision (V3, M8).
  case grant, activity, yearlyReport, losePlace, revoke, announce, refund
  case assess, assessPanel, end
  case recuse

  /// The stages in which an act is offered; an act without any is offered in all.
  private var stages: ClosedRange<Stage>? {
    switch self {
    case .form, .figures, .controlled, .amend, .attach, .submit: .registered ... .registered
    case .copies: .registered ... .districtCheck
    case .recommend, .sendBack: .districtCheck ... .districtCheck
    case .resume: .returned ... .returned
    case .reportChange: .districtCheck ... .approval
    // One that was registered and never handed in is ended too, or the year could not be closed.
    case .end: .registered ... .approval
    case .inquire, .condition, .qualify: .qualification ... .qualification
    case .assignPanel, .releaseOpening, .designate, .askOpening, .openConsensus, .review:
      .independentReview ... .consensus
    case .consensus: .independentReview ... .revoked
    case .arrangeVisit: .onSiteReview ... .onSiteReview
    case .onSite: .onSiteReview ... .revoked
    case .reportToMeeting: .leadersMeeting ... .leadersMeeting
    case .entry: .leadersMeeting ... .onSiteNotice
    case .proposal: .settlement ... .proposalNotice
    case .askOpinion: .opinions ... .opinions
    case .approve, .publishList: .approval ... .approval
    case .grant, .activity, .yearlyReport, .losePlace, .revoke: .cultivation ... .cultivation
    case .announce, .refund: .revoked ... .revoked
    case .assess, .assessPanel: .onSiteReview ... .cultivation
    case .answerInquiry, .publishNotice, .closeNotice, .objection, .answerObjection, .letter,
      .declare, .recuse:
      nil
    }
  }

  /// Whether the act has an object in the case now: a notice, an objection, an inquiry.
  private func hasObject(in dossier: CaseState) -> Bool {
    switch self {
    case .answerInquiry: dossier.admission.inquiries.values.contains { $0.answered == nil }
    case .publishNotice: Self.nextNotice(in: dossier) != nil
    case .closeNotice, .objection: dossier.publicity.open != nil && !dossier.stage.isEnd
    case .answerObjection: !dossier.publicity.openObjections.isEmpty
    case .letter: Self.letter(in: dossier) != nil
    case .controlled:
      !dossier.application.controlled.isEmpty || dossier.admission.form?.group.isBlank == false
    default: true
    }
  }

  /// The notice that comes next in a case.
  static func nextNotice(in dossier: CaseState) -> NoticeKind? {
    switch dossier.stage {
    case .qualification: .qualification
    case .leadersMeeting: .onSite
    case .opinions: .proposal
    default: nil
    }
  }

  /// The letter that is due in a case.
  static func letter(in dossier: CaseState) -> LetterKind? {
    let letters = dossier.letters
    // What went out can be sent again, as with an answer mended.
    return letters.first { $0.record == nil }?.kind ?? letters.last?.kind
  }

  /// The acts that a person has to do with here, whether or not they are possible now.
  static func offered(in dossier: CaseState, _ context: Context) -> [CaseActName] {
    guard let person = context.person else { return [] }
    let panels = [dossier.panel, dossier.onSitePanel].map {
      $0.flatMap { context.cycle.panels[$0] }
    }
    let sits = panels.map { $0?.members.contains(person) == true }
    let assesses = context.parameters.keeps(.mutualAssessment)
    let isOffice = context.acts(as: .secretariat)
    let isSupervisor = context.acts(as: .supervisor)
    let watches = isOffice || isSupervisor
    let isOfficer =
      context.acts(as: .districtOfficer)
      && context.cycle.people[person]?.district == dossier.application.district
    let leads = panels[0].map { panel in
      panel.leader == person || dossier.actingLeader(of: panel, in: context.cycle) == person
    }
    return allCases.filter { act in
      guard act.stages?.contains(dossier.stage) ?? true, act.hasObject(in: dossier) else {
        return false
      }
      switch act {
      case .inquire, .answerInquiry, .condition, .qualify, .publishNotice, .closeNotice,
        .objection, .answerObjection, .letter, .assignPanel, .releaseOpening, .arrangeVisit,
        .entry, .proposal, .askOpinion, .approve, .publishList, .grant, .activity, .yearlyReport,
        .losePlace, .revoke, .announce, .refund, .end:
        return isOffice
      case .form, .figures, .controlled, .amend, .attach, .copies, .submit, .resume,
        .reportChange:
        return isOffice || isOfficer
      case .recommend, .sendBack: return isOfficer
      case .designate, .askOpening, .openConsensus, .reportToMeeting: return leads == true
      case .declare, .recuse: return sits[0] || sits[1]
      case .review: return sits[0]
      case .consensus: return sits[0] || (watches && dossier.opening != .closed)
      case .onSite: return sits[1] || (watches && dossier.visit != nil)
      case .assess: return sits[1] && assesses
      case .assessPanel: return isSupervisor && dossier.visit != nil && assesses
      }
    }
  }

  /// The acts that wait for a person here.
  static func waiting(in dossier: CaseState, _ context: Context) -> Set<CaseActName> {
    guard let person = context.person else { return [] }
    var holders: [Reader] = [.person(person)]
    if context.acts(as: .secretariat) { holders.append(.group(.secretariat)) }
    if context.acts(as: .districtOfficer), let own = context.cycle.people[person]?.district {
      holders.append(.group(.district(own)))
    }
    return Set(
      duties(in: dossier, cycle: context.cycle).filter { holders.contains($0.holder) }
        .map { CaseActName($0.kind) })
  }

  /// The act by which a duty is done.
  init(_ duty: DutyKind) {
    switch duty {
    case .submit: self = .submit
    case .recommend: self = .recommend
    case .qualify: self = .qualify
    case .publishNotice: self = .publishNotice
    case .closeNotice: self = .closeNotice
    case .answerObjection: self = .answerObjection
    case .sendLetter: self = .letter
    case .reportToMeeting: self = .reportToMeeting
    case .decideEntry: self = .entry
    case .decideProposal: self = .proposal
    case .askOpinions: self = .askOpinion
    case .approve: self = .approve
    case .publishList: self = .publishList
    case .payGrant: self = .grant
    case .report: self = .yearlyReport
    case .announceLoss: self = .announce
    case .refund: self = .refund
    case .assess: self = .assess
    case .assignPanel: self = .assignPanel
    case .declare: self = .declare
    case .designate: self = .designate
    case .review: self = .review
    case .askOpening: self = .askOpening
    case .release: self = .releaseOpening
    case .openConsensus: self = .openConsensus
    case .consensus: self = .consensus
    case .arrangeVisit: self = .arrangeVisit
    case .visit: self = .onSite
    }
  }

  /// Whether it can be done now, by the rules; else why not.
  func availability(in dossier: CaseState, _ context: Context) -> Availability {
    Self.any(samples(in: dossier, context), in: dossier, context)
  }

  /// Available where one of the commands would be allowed, else the first one's refusal.
  private static func any(
    _ commands: [CaseCommand]?, in dossier: CaseState, _ context: Context
  ) -> Availability {
    guard let commands else { return .available }
    guard let first = commands.first else { return .disabled(.Case.noPanels) }
    let isAllowed = commands.contains { context.refusal(of: $0, in: dossier) == nil }
    guard !isAllowed, let refusal = context.refusal(of: first, in: dossier) else {
      return .available
    }
    return .disabled(Notices.sentence(refusal, context))
  }

  /// The panels formed for a stage of review, by number.
  static func panels(_ stage: PanelStage, _ context: Context) -> [Panel] {
    context.cycle.currentPanels.filter { $0.stage == stage }
  }

  /// The panel's members, with what keeps one from reviewing here (R5).
  static func candidates(
    in dossier: CaseState, _ context: Context
  ) -> [(person: PersonID, reason: Phrase?)] {
    guard let panel = dossier.panel.flatMap({ context.cycle.panels[$0] }) else { return [] }
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
}
