import Criteria
import Foundation

extension CaseState {
  /// Events of coming in and qualification (E, M, Q).
  mutating func applyAdmission(_ event: Event, by author: PersonID, at moment: Moment) {
    switch event {
    case .applicationAmended(let application): self.application = application
    case .formFilled(let form): admission.form = form
    case .documentAttached(let document):
      documents.removeAll { $0.id == document.id }
      documents.append(document)
    case .copiesCounted(let copies): admission.copies = copies
    case .applicationSubmitted(let day): (admission.submitted, stage) = (day, .districtCheck)
    case .applicationRecommended(let day): (admission.sealedOn, stage) = (day, .qualification)
    case .applicationReturned: stage = .returned
    case .applicationResumed: (admission.submitted, stage) = (nil, .registered)
    case .changeReported(let report): admission.changes.append(report)
    case .conditionDecided(let rule, let isMet, let reason):
      admission.conditions[rule] = ConditionDecision(
        isMet: isMet, reason: reason, by: author, at: moment)
    case .inquirySent(let id, let purpose, let day):
      admission.inquiries[id] = InquiryRecord(purpose: purpose, asked: day)
    case .inquiryRecorded(let id, let content): admission.inquiries[id]?.content = content
    case .inquiryAnswered(let id, let day): admission.inquiries[id]?.answered = day
    case .qualificationDecided(let isQualified):
      admission.isQualified = isQualified
      if !isQualified { stage = .notQualified }
    case .materialNoted(let kind, let text), .officeNoted(let kind, let text):
      notes[kind, default: []].append(Note(text: text, by: author, at: moment))
    default: applyPublicity(event, by: author, at: moment)
    }
  }

  /// Events of notices, objections, letters and decisions (R7–R9, S6, P).
  private mutating func applyPublicity(
    _ event: Event, by author: PersonID, at moment: Moment
  ) {
    switch event {
    case .noticePublished(let notice):
      publicity.notices.append(notice)
      (stage, due) =
        notice.holds ? (notice.kind.stage, notice.last) : (.independentReview, nil)
    case .noticeClosed(let kind, let day):
      if let place = publicity.notices.lastIndex(where: { $0.kind == kind }) {
        publicity.notices[place].closed = day
      }
      guard stage == kind.stage else { break }
      due = nil
      stage =
        switch kind {
        case .qualification: .independentReview
        case .onSite: .onSiteReview
        case .proposal: .approval
        }
    case .letterSent(let letter): publicity.letters.append(letter)
    case .meetingReportGiven: hasReported = true
    case .meetingReported(let text):
      meetingReport = Note(text: text, by: author, at: moment)
    case .entryDecided(_, let enters):
      self.enters = enters
      if !enters { (stage, due) = (.notEntered, nil) }
    case .proposalDecided(_, let isProposed):
      self.isProposed = isProposed
      (stage, due) = (isProposed ? .opinions : .notProposed, nil)
    case .objectionReceived(let id, let day, let due):
      publicity.objections[id] = ObjectionRecord(received: day, due: due, isUpheld: false)
    case .objectionRecorded(let id, let content): publicity.objections[id]?.content = content
    case .objectionAnswered(let id, let day, let isUpheld):
      publicity.objections[id]?.answered = day
      publicity.objections[id]?.isUpheld = isUpheld
    case .approvalDecided(_, let isApproved):
      self.isApproved = isApproved
      if !isApproved { stage = .notProposed }
    case .listPublished(let number, let day, let until, let tier, let total):
      cultivation = Cultivation(
        number: number, since: day, until: until, tier: tier, total: total)
      (stage, due) = (.cultivation, nil)
    case .caseEnded(let ending, _): (self.ending, stage, due) = (ending, .terminated, nil)
    default: applyCultivation(event, by: author, at: moment)
    }
  }

  /// Events of cultivation and of assessments (C, V3).
  private mutating func applyCultivation(
    _ event: Event, by author: PersonID, at moment: Moment
  ) {
    switch event {
    case .grantPaid(let payment): cultivation?.grant = payment
    case .activityRecorded(let activity): cultivation?.activities.append(activity)
    case .reportReceived(let year, let day): cultivation?.reports[year] = day
    case .placeLost(let ending, let day, let refundDue):
      cultivation?.refundDue = refundDue
      cultivation?.until = day
      (self.ending, stage, due) = (ending, .revoked, nil)
    case .lossAnnounced(_, let day): cultivation?.announced = day
    case .grantRefunded(let payment): cultivation?.refund = payment
    case .assessmentGiven(let direction): assessed.insert(direction)
    case .assessmentRecorded(let direction, let assessment): assessments[direction] = assessment
    default: applyReview(event, by: author, at: moment)
    }
  }
}
