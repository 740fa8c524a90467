import Foundation
import Procedure

/// What is asked before an act that cannot be taken back: everything that was put into its form.
struct ActConfirmation {
  let file: CaseState
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

  private func said(by command: CaseCommand) -> [Fact]? {
    switch command {
    case .recommend(let opinion, let day):
      [(.Act.opinion, .plain(opinion)), (.Act.sealedOn, .plain(day.description))]
    case .returnApplication(let reason), .losePlace(let reason), .revoke(let reason):
      [(.reason, .plain(reason))]
    case .qualify(let isQualified, let reason):
      decision(isQualified ? .Act.qualified : .Act.notQualified, reason)
    case .publishNotice(let kind, let number):
      [(.notice(kind), ActForm.term(of: kind, context)), (.Act.noticeNumber, .plain(number))]
    case .publishList(let number): [(.Act.listNumber, .plain(number))]
    case .announceLoss(let number): [(.Act.noticeNumber, .plain(number))]
    case .sendLetter(let kind, let number):
      [(.letter(kind), .plain("")), (.Act.letterNumber, .plain(number))]
    case .answerObjection(let id, let isUpheld, let answer):
      ActForm.objection(id, in: file)
        + decision(isUpheld ? .Act.upheld : .Act.notUpheld, answer, .Act.answer)
    default: atMeetings(command) ?? cultivation(command)
    }
  }

  private func atMeetings(_ command: CaseCommand) -> [Fact]? {
    switch command {
    case .decideEntry(let meeting, let enters, let reason):
      at(meeting) + decision(enters ? .Act.enters : .Act.heldBack, reason)
    case .decideProposal(let meeting, let isProposed, let reason):
      at(meeting) + decision(isProposed ? .Act.proposed : .Act.leftOut, reason)
    case .decideApproval(let meeting, let isApproved, let reason):
      at(meeting) + decision(isApproved ? .Act.approved : .Act.notApproved, reason)
    default: nil
    }
  }

  private func cultivation(_ command: CaseCommand) -> [Fact]? {
    switch command {
    case .payGrant(let payment):
      [
        (.Act.amount, .plain("\(payment.amount)")), (.Act.paidOn, .plain(payment.day.description)),
      ]
    case .recordRefund(let payment):
      [
        (.Act.amount, .plain("\(payment.amount)")),
        (.Act.receivedOn, .plain(payment.day.description)),
      ]
    case .receiveReport(let year, let day):
      [(.Act.reportYear, .plain("\(year)")), (.Act.receivedOn, .plain(day.description))]
    case .assess(_, let assessment):
      SupervisionTopic.allCases.compactMap { topic in
        assessment.grades[topic].map { (.Act.assessed(topic), .Act.grade($0)) }
      } + [(.Act.text, .plain(assessment.text))]
    case .end(let ending, _, let reason):
      [(.Act.ending, .ending(ending)), (.reason, .plain(reason))]
    default: nil
    }
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
