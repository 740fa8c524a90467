import Criteria
import Foundation
import Procedure

extension CaseActName {
  /// Commands by which it is found out whether the act is possible; nil where it always is.
  func samples(in dossier: CaseState, _ context: Context) -> [CaseCommand]? {
    let today = context.now.day
    switch self {
    case .review, .consensus, .onSite: return nil
    case .form, .figures, .controlled: return [.fillForm(ApplicationForm())]
    case .amend: return [.amend(dossier.application)]
    case .attach:
      return [
        .attach(Document(id: "profile", kind: .profile, title: "-", file: "-", characters: 0))
      ]
    case .copies: return [.countCopies([:])]
    case .submit: return [.submit]
    case .recommend:
      return [.recommend(opinion: "-", sealedOn: dossier.admission.submitted ?? today)]
    case .sendBack: return [.returnApplication(reason: "-")]
    case .resume: return [.resume]
    case .reportChange:
      return [
        .reportChange(
          ChangeReport(kind: .rename, occurred: today, reported: today, text: "-"))
      ]
    case .inquire: return [.inquire(.qualification, department: "-", question: "-")]
    case .answerInquiry:
      return openInquiries(in: dossier).map { .answerInquiry($0, answer: "-", isAdverse: false) }
    case .condition: return [.decideCondition(.E1, isMet: true, reason: "-")]
    case .qualify: return [.qualify(true, reason: "-"), .qualify(false, reason: "-")]
    case .publishNotice:
      return Self.nextNotice(in: dossier).map { [.publishNotice($0, number: "-")] } ?? []
    case .closeNotice: return dossier.publicity.open.map { [.closeNotice($0.kind)] } ?? []
    case .objection:
      return [
        .receiveObjection(Objection(objector: "-", facts: "-", reasons: "-", evidence: "-"))
      ]
    case .answerObjection:
      return dossier.publicity.openObjections.map {
        .answerObjection($0, isUpheld: false, answer: "-")
      }
    case .letter: return Self.letter(in: dossier).map { [.sendLetter($0, number: "-")] } ?? []
    default: return laterSamples(in: dossier, context)
    }
  }

  private func laterSamples(in dossier: CaseState, _ context: Context) -> [CaseCommand]? {
    let today = context.now.day
    switch self {
    case .assignPanel:
      return Self.panels(.material, context).map { .assignPanel($0.id) }
    case .arrangeVisit:
      return Self.panels(.onSite, context).map {
        .arrangeVisit($0.id, from: today, until: today)
      }
    case .designate:
      let able = Self.candidates(in: dossier, context).filter { $0.reason == nil }.map(\.person)
      return [.designate(reviewers: able, due: nil)]
    case .declare: return [.declare(Interest(ground: .other))]
    case .recuse: return [.recuse(Interest(ground: .other))]
    case .askOpening: return [.askOpening]
    case .releaseOpening: return [.releaseOpening]
    case .openConsensus: return [.openConsensus]
    case .reportToMeeting: return [.reportToMeeting("-")]
    case .entry:
      return meetings(.leaders, context).flatMap { id in
        [true, false].map { .decideEntry(id, enters: $0, reason: "-") }
      }
    case .proposal:
      return meetings(.settlement, context).flatMap { id in
        [true, false].map { .decideProposal(id, isProposed: $0, reason: "-") }
      }
    case .askOpinion: return [.inquire(.opinion, department: "-", question: "-")]
    case .approve:
      return meetings(.directors, context).map {
        .decideApproval($0, isApproved: true, reason: "-")
      }
    case .publishList: return [.publishList(number: "-")]
    default:
      return cultivationSamples(
        in: dossier, today, next: dossier.cultivation?.nextReport(context.parameters)?.year)
    }
  }

  private func cultivationSamples(
    in dossier: CaseState, _ today: Day, next: Int?
  ) -> [CaseCommand]? {
    switch self {
    case .grant: return [.payGrant(Payment(amount: 1, day: today))]
    case .activity: return [.recordActivity(Activity(kind: .sharing, day: today, text: "-"))]
    case .yearlyReport:
      // The report that is due next first: what is said of it is what one wants to know.
      let years = [next].compactMap { $0 } + (today.year - 6...today.year + 6)
      return years.map { .receiveReport(year: $0, on: today) }
    case .losePlace: return [.losePlace(reason: "-")]
    case .revoke: return [.revoke(reason: "-")]
    case .announce: return [.announceLoss(number: "-")]
    case .refund:
      return [
        .recordRefund(Payment(amount: dossier.cultivation?.grant?.amount ?? 1, day: today))
      ]
    case .assess, .assessPanel:
      let grades = Dictionary(uniqueKeysWithValues: SupervisionTopic.allCases.map { ($0, 5) })
      return [
        .assess(
          self == .assess ? .ofApplicant : .ofPanel, Assessment(grades: grades, text: ""))
      ]
    case .end: return [.end(.withdrawn, complaint: nil, reason: "-")]
    default: return nil
    }
  }

  /// The meetings of a kind; one that does not exist where there is none, for its refusal.
  private func meetings(_ kind: Meeting.Kind, _ context: Context) -> [MeetingID] {
    let held = context.cycle.meetings(kind).map(\.id)
    return held.isEmpty ? ["-"] : held
  }

  /// The inquiries of a case that are not answered.
  func openInquiries(in dossier: CaseState) -> [InquiryID] {
    dossier.admission.inquiries.filter { $0.value.answered == nil }
      .sorted { $0.value.ordinal < $1.value.ordinal }.map(\.key)
  }
}
