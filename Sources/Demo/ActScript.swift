import Criteria
import Foundation
import Procedure

/// What somebody does at a time, in one sitting: an entry of `acts.json`.
struct ActScript: Decodable {
  /// When, to the minute.
  var at: Moment
  /// Who; none for the officer of each application's own district.
  var by: PersonID?
  /// The applications, each of which everything is done to.
  var dossiers: [CaseID]
  var deeds: [Deed]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .at)
    guard let moment = Self.moment(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .at, in: container, debugDescription: "no moment: \(text)")
    }
    at = moment
    by = try container.decodeIfPresent(PersonID.self, forKey: .by)
    dossiers = try container.decodeIfPresent([CaseID].self, forKey: .dossiers) ?? []
    deeds = try container.decode([Deed].self, forKey: .deeds)
  }

  /// Reads «2026-06-09 15:00».
  private static func moment(_ text: String) -> Moment? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
    let clock = parts[1].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 2 else { return nil }
    return Moment(day: day, hour: clock[0], minute: clock[1])
  }

  private enum CodingKeys: String, CodingKey {
    case at, by, dossiers
    case deeds = "do"
  }
}

/// One thing done, as the script names it.
///
/// Texts may hold `{name}`, the applicant, and `{conclusion}`, that of its consensus.
enum Deed: Decodable {
  // Of the cycle and of supervision.
  case call(from: Day, until: Day)
  case hold(meeting: Meeting)
  case sanction(person: PersonID, sanction: Sanction, complaint: ComplaintID)
  case lodge(complaint: Complaint)
  case note(complaint: ComplaintID, text: String)
  case close(complaint: ComplaintID, outcome: Outcome, measure: Measure, finding: String)
  // District and qualification.
  case recommend(opinion: String, sealedOn: Day)
  case returnApplication(reason: String)
  case reportChange(report: ChangeReport)
  case decideCondition(rule: Rule, isMet: Bool, reason: String)
  case inquire(purpose: InquiryPurpose, department: String, question: String)
  /// By the running number of the inquiry in its application.
  case answerInquiry(inquiry: Int, answer: String, isAdverse: Bool)
  case qualify(isQualified: Bool, reason: String)
  // Notices, meetings, letters.
  case publishNotice(kind: NoticeKind, number: String)
  case closeNotice(kind: NoticeKind)
  case sendLetter(kind: LetterKind, number: String)
  case reportToMeeting(text: String)
  case decideEntry(meeting: MeetingID, enters: Bool, reason: String)
  case decideProposal(meeting: MeetingID, isProposed: Bool, reason: String)
  case receiveObjection(objection: Objection)
  /// By the running number of the objection in its application.
  case answerObjection(objection: Int, isUpheld: Bool, answer: String)
  case decideApproval(meeting: MeetingID, isApproved: Bool, reason: String)
  case publishList(number: String)
  case end(ending: Ending, complaint: ComplaintID?, reason: String)
  // Review and cultivation.
  /// The same reviewers, a later last day.
  case extendReview(due: Day)
  case recuse(interest: Interest)
  case assess(direction: Assessment.Direction, assessment: Assessment)
  case payGrant(payment: Payment)
  case recordActivity(activity: Activity)
  case revoke(reason: String)
  case announceLoss(number: String)
}

extension Deed {
  /// The command of the cycle or of supervision; nil where the deed is done to an application.
  var command: Command? {
    switch self {
    case .call(let from, let until): .cycle(.call(from: from, until: until))
    case .hold(let meeting): .cycle(.hold(meeting))
    case .sanction(let person, let sanction, let complaint):
      .cycle(.sanction(person, sanction, complaint))
    case .lodge(let complaint): .supervision(.lodge(complaint))
    case .note(let complaint, let text): .supervision(.note(complaint, text: text))
    case .close(let complaint, let outcome, let measure, let finding):
      .supervision(.close(complaint, outcome, measure, finding: finding))
    default: nil
    }
  }

  /// The command in an application; nil where the deed is not done to one.
  func command(in id: CaseID, of script: Script, _ dossier: CaseState) -> CaseCommand? {
    let fill = { (text: String) in script.filled(text, for: id) }
    switch self {
    case .recommend(let opinion, let day): return .recommend(opinion: fill(opinion), sealedOn: day)
    case .returnApplication(let reason): return .returnApplication(reason: fill(reason))
    case .reportChange(let report): return .reportChange(report)
    case .decideCondition(let rule, let isMet, let reason):
      return .decideCondition(rule, isMet: isMet, reason: reason)
    case .inquire(let purpose, let department, let question):
      return .inquire(purpose, department: department, question: fill(question))
    case .answerInquiry(let number, let answer, let isAdverse):
      return dossier.admission.inquiries.first { $0.value.ordinal == number }.map {
        .answerInquiry($0.key, answer: fill(answer), isAdverse: isAdverse)
      }
    case .answerObjection(let number, let isUpheld, let answer):
      return dossier.publicity.objections.first { $0.value.ordinal == number }.map {
        .answerObjection($0.key, isUpheld: isUpheld, answer: answer)
      }
    case .qualify(let isQualified, let reason): return .qualify(isQualified, reason: reason)
    case .extendReview(let due):
      return .designate(reviewers: script.reviews[id]?.reviewers ?? [], due: due)
    case .recuse(let interest): return .recuse(interest)
    case .assess(let direction, let assessment): return .assess(direction, assessment)
    default: return publicCommand(fill)
    }
  }

  /// The commands of notices, meetings, letters and cultivation.
  private func publicCommand(_ fill: (String) -> String) -> CaseCommand? {
    switch self {
    case .publishNotice(let kind, let number): .publishNotice(kind, number: number)
    case .closeNotice(let kind): .closeNotice(kind)
    case .sendLetter(let kind, let number): .sendLetter(kind, number: number)
    case .reportToMeeting(let text): .reportToMeeting(fill(text))
    case .decideEntry(let meeting, let enters, let reason):
      .decideEntry(meeting, enters: enters, reason: reason)
    case .decideProposal(let meeting, let isProposed, let reason):
      .decideProposal(meeting, isProposed: isProposed, reason: reason)
    case .receiveObjection(let objection): .receiveObjection(objection)
    case .decideApproval(let meeting, let isApproved, let reason):
      .decideApproval(meeting, isApproved: isApproved, reason: reason)
    case .publishList(let number): .publishList(number: number)
    case .end(let ending, let complaint, let reason):
      .end(ending, complaint: complaint, reason: reason)
    case .payGrant(let payment): .payGrant(payment)
    case .recordActivity(let activity): .recordActivity(activity)
    case .revoke(let reason): .revoke(reason: reason)
    case .announceLoss(let number): .announceLoss(number: number)
    default: nil
    }
  }
}
