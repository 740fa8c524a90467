import Foundation
import Procedure

/// What is asked before an act that cannot be taken back: everything that was put into its form.
struct ActConfirmation {
  let dossier: CaseState
  let context: Context

  /// What was put in, and that it stays; nil for a command that can be taken back.
  func lines(of command: CaseCommand) -> [Phrase]? {
    said(by: command).map { facts in
      facts.filter { !context.say($0.value).isBlank }.map(Self.line)
        + [.plain(""), .Act.cannotBeUndone]
    }
  }

  private typealias Fact = (label: Phrase, value: Phrase)

  private static func line(_ fact: Fact) -> Phrase {
    fact.label + Phrase("：", ": ") + fact.value
  }

  /// What was put into the form of an act that stays; nil for one that can be taken back, or whose
  /// question the screen asks by itself.
  private func said(by command: CaseCommand) -> [Fact]? {
    switch command {
    case .recommend(let opinion, let day):
      [(.Act.opinion, .plain(opinion)), (.Act.sealedOn, .plain(day.description))]
    case .returnApplication(let reason), .losePlace(let reason), .revoke(let reason):
      [(.reason, .plain(reason))]
    case .reportChange(let report):
      [
        (.Case.kind, .change(report.kind)), (.Act.occurred, .plain(report.occurred.description)),
        (.Act.reported, .plain(report.reported.description)), (.Act.text, .plain(report.text)),
      ]
    case .inquire(_, let department, let question):
      [(.Act.department, .plain(department)), (.Act.question, .plain(question))]
    case .answerInquiry(let id, let answer, let isAdverse):
      [
        (ActForm.name(of: id, in: dossier), .plain(answer)),
        (.Act.adverse, isAdverse ? .Act.isAdverse : .Act.favourable),
      ]
    case .qualify(let isQualified, let reason):
      decision(isQualified ? .Act.qualified : .Act.notQualified, reason)
    case .publishNotice(let kind, let number):
      [(.notice(kind), ActForm.term(of: kind, context)), (.Act.noticeNumber, .plain(number))]
    case .publishList(let number): [(.Act.listNumber, .plain(number))]
    case .announceLoss(let number): [(.Act.noticeNumber, .plain(number))]
    case .sendLetter(let kind, let number):
      [(.letter(kind), .plain("")), (.Act.letterNumber, .plain(number))]
    case .receiveObjection(let objection):
      [
        (.Act.objector, .plain(objection.objector)), (.field(.facts), .plain(objection.facts)),
        (.reason, .plain(objection.reasons)), (.Act.evidence, .plain(objection.evidence)),
      ]
    case .answerObjection(let id, let isUpheld, let answer):
      ActForm.objection(id, in: dossier)
        + decision(isUpheld ? .Act.upheld : .Act.notUpheld, answer, .Act.answer)
    case .decideEntry(let meeting, let enters, let reason):
      at(meeting) + decision(enters ? .Act.enters : .Act.heldBack, reason)
    case .decideProposal(let meeting, let isProposed, let reason):
      at(meeting) + decision(isProposed ? .Act.proposed : .Act.leftOut, reason)
    case .decideApproval(let meeting, let isApproved, let reason):
      at(meeting) + decision(isApproved ? .Act.approved : .Act.notApproved, reason)
    case .payGrant(let payment): paid(payment, .Act.paidOn)
    case .recordRefund(let payment): paid(payment, .Act.receivedOn)
    case .recordActivity(let activity):
      [
        (.Case.kind, .activity(activity.kind)), (.Act.dayOf, .plain(activity.day.description)),
        (.Act.text, .plain(activity.text)),
      ]
    case .receiveReport(let year, let day):
      [(.Act.reportYear, .plain("\(year)")), (.Act.receivedOn, .plain(day.description))]
    case .assess(_, let assessment):
      SupervisionTopic.allCases.compactMap { topic in
        assessment.grades[topic].map { (.Act.assessed(topic), .Act.grade($0)) }
      } + [(.Act.text, .plain(assessment.text))]
    case .end(let ending, _, let reason):
      [(.Act.ending, .ending(ending)), (.reason, .plain(reason))]
    // Done again they stand for what was there before.
    case .register, .amend, .fillForm, .attach, .countCopies, .decideCondition, .reportToMeeting,
      .assignPanel, .designate, .arrangeVisit, .changeAgenda, .addCheck, .tick, .proposeSiteMark,
      .settleSiteMark, .recordAttendance, .discuss, .merge, .settle, .dissent, .resume,
      .startReview:
      nil
    // Asked by their screens, in words of their own.
    case .submit, .closeNotice, .declare, .recuse, .handIn, .withdraw, .askOpening, .releaseOpening,
      .openConsensus, .finishConsensus, .reopenConsensus, .submitVisit:
      nil
    }
  }

  private func paid(_ payment: Payment, _ day: Phrase) -> [Fact] {
    [(.Act.amount, .plain("\(payment.amount)")), (day, .plain(payment.day.description))]
  }

  private func decision(
    _ decision: Phrase, _ words: String, _ label: Phrase = .reason
  ) -> [Fact] {
    [(.Act.decision, decision), (label, .plain(words))]
  }

  private func at(_ id: MeetingID) -> [Fact] {
    guard let meeting = context.cycle.meetings[id] else { return [] }
    return [(.Act.meeting, ActForm.name(of: meeting))]
  }
}
