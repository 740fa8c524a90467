import Criteria
import Foundation
import Procedure
import Store

/// What stands after the kind of an entry of the frame: admission, notices, cultivation, supervision.
extension Phrase.History {
  static func frame(_ event: Event, _ context: Context) -> Phrase? {
    admission(event) ?? publicity(event, context) ?? others(event, context)
  }

  private static func admission(_ event: Event) -> Phrase? {
    switch event {
    case .parametersAdopted(let parameters): Phrase(parameters.city)
    case .callAnnounced(let from, let until): .plain("\(from) – \(until)")
    case .formFilled(let form): .organisation(form.kind)
    case .copiesCounted(let copies):
      Phrase(
        "电子 \(copies.values.map(\.electronic).reduce(0, +))，纸质 \(copies.values.map(\.paper).reduce(0, +))",
        "\(copies.values.map(\.electronic).reduce(0, +)) electronic, \(copies.values.map(\.paper).reduce(0, +)) on paper"
      )
    case .applicationSubmitted(let day): .plain("\(day)")
    case .applicationRecommended(let day): Phrase("盖章日期 \(day)", "sealed on \(day)")
    case .changeReported(let report):
      .change(report.kind) + .plain(" \(report.occurred) ") + short(report.text)
    case .conditionDecided(let rule, let isMet, let reason):
      .plain("\(rule.rawValue) ") + .judgement(isMet ? .met : .notMet) + after(reason)
    case .inquirySent(let purpose, let day): .purpose(purpose) + .plain(" \(day)")
    case .inquiryRecorded(_, let content):
      .plain(content.department) + after(content.answer ?? content.question)
    case .inquiryAnswered(_, let day): .plain("\(day)")
    case .qualificationDecided(let isQualified): yes(isQualified)
    case .materialNoted(let kind, let text), .officeNoted(let kind, let text):
      .note(kind) + after(text)
    default: nil
    }
  }

  private static func publicity(_ event: Event, _ context: Context) -> Phrase? {
    switch event {
    case .noticePublished(let notice):
      .notice(notice.kind)
        + .plain(" \(notice.number)  \(notice.published) – \(notice.last)")
        + (notice.provisional ? Phrase("（暂定）", " (provisional)") : .plain(""))
    case .noticeClosed(let kind, let day): .notice(kind) + .plain(" \(day)")
    case .letterSent(let letter): .letter(letter.kind) + .plain(" \(letter.number)")
    case .meetingReported(let text): short(text)
    case .entryDecided(let meeting, let isYes), .proposalDecided(let meeting, let isYes),
      .approvalDecided(let meeting, let isYes):
      yes(isYes) + .plain("  ") + self.meeting(meeting, context)
    case .objectionReceived(let day, let due):
      Phrase("\(day)，答复期限 \(due.last)", "\(day), answer due \(due.last)")
    case .objectionRecorded(_, let content):
      .plain(content.objector) + after(content.answer ?? content.facts)
    case .objectionAnswered(_, _, let isUpheld):
      isUpheld ? Phrase("成立", "upheld") : Phrase("不成立", "not upheld")
    case .listPublished(let number, _, let until, let tier, let total):
      .plain("\(number)  \(total.fixed)  ") + Phrase.tier(tier)
        + Phrase("，培育至 \(until)", ", until \(until)")
    case .caseEnded(let ending, _): .ending(ending)
    default: nil
    }
  }

  private static func others(_ event: Event, _ context: Context) -> Phrase? {
    switch event {
    case .meetingHeld(let meeting):
      .meeting(meeting.kind)
        + Phrase(
          " \(meeting.day)，到会 \(meeting.present.count) 人",
          " \(meeting.day), \(meeting.present.count) present")
    case .personSanctioned(let person, let sanction):
      .plain("\(context.name(person)) ") + .sanction(sanction)
    case .cycleClosed(let year): .plain("\(year)")
    case .entryNoted(let entry, _, _, let reason):
      .plain(String(entry.rawValue.prefix(12))) + after(reason)
    case .clockCorrected(let last, let reason):
      Phrase("上一条记为 \(last)", "the entry before says \(last)") + after(reason)
    case .complaintLodged(let complaint): .topic(complaint.topic) + after(complaint.text)
    case .investigationNoted(let id, let text): self.complaint(id) + after(text)
    case .investigationClosed(let id, let outcome, let measure, let finding):
      self.complaint(id) + .plain(" ") + .outcome(outcome) + Phrase("，", ", ") + .measure(measure)
        + after(finding)
    case .grantPaid(let payment), .grantRefunded(let payment):
      Phrase("\(payment.amount) 元，\(payment.day)", "\(payment.amount) yuan, \(payment.day)")
    case .activityRecorded(let activity): .activity(activity.kind) + after(activity.text)
    case .reportReceived(let year, let day):
      Phrase("\(year) 年度，\(day)", "for \(year), \(day)")
    case .placeLost(let ending, _, let refund):
      .ending(ending)
        + (refund.map { Phrase("，\($0) 前退回资助", ", refund by \($0)") } ?? .plain(""))
    case .lossAnnounced(let number, _): .plain(number)
    case .assessmentGiven(let direction), .assessmentRecorded(let direction, _):
      .assessment(direction)
    default: nil
    }
  }

  /// The kind of an entry; an inquiry or objection that is entered again brings its answer.
  static func name(of event: Event) -> Phrase {
    switch event {
    case .inquiryRecorded(_, let content) where content.answer != nil:
      Phrase("部门答复", "a department's answer")
    case .objectionRecorded(_, let content) where content.answer != nil:
      Phrase("异议答复", "answer to an objection")
    default: name(of: event.kind)
    }
  }

  private static func yes(_ isYes: Bool) -> Phrase {
    isYes ? Phrase("是", "yes") : Phrase("否", "no")
  }

  private static func short(_ text: String) -> Phrase { .plain(text.replacing("\n", with: " ")) }

  private static func after(_ text: String) -> Phrase {
    text.isBlank ? .plain("") : Phrase("：", ": ") + short(text)
  }
}
