import Foundation

extension Desk {
  /// Who, stage, rule and clear figures: everything `admit` asks beside place and order.
  func requireFrame(_ shown: Shown) throws(Refusal) {
    switch shown {
    case .clear(let event):
      if let file { try admit(event, in: file) } else { try admit(event) }
    case .sealed(let kind, _):
      if let file { try admit(kind, in: file) } else { try admit(kind) }
    }
  }

  /// A clear event of a case.
  private func admit(_ event: Event, in file: CaseState) throws(Refusal) {
    switch event {
    case .caseRegistered(let application, let year):
      try admitRegistration(of: application, year: year)
    case .applicationAmended(let application): try admitAmendment(application, in: file)
    case .applicationSubmitted(let day): try admitSubmission(on: day, in: file)
    case .applicationRecommended(let day): try admitRecommendation(sealedOn: day, in: file)
    case .applicationReturned: try requireDistrictCheck(of: file)
    case .applicationResumed: try admitResumption(of: file)
    case .inquirySent(let purpose, let day): try admitInquiry(purpose, on: day, in: file)
    case .inquiryAnswered(let id, let day): try admitAnswer(to: id, on: day, in: file)
    case .qualificationDecided(let isQualified):
      try admitQualification(isQualified, in: file)
    case .noticePublished(let notice): try admit(notice, in: file)
    case .noticeClosed(let kind, let day): try admitClosing(kind, on: day, in: file)
    case .letterSent(let letter): try admit(letter, in: file)
    case .meetingReportGiven: try requireReporting(in: file)
    case .entryDecided(let meeting, let enters):
      try admitEntry(file, at: meeting, enters: enters)
    case .proposalDecided(let meeting, let isProposed):
      try admitProposal(file, at: meeting, isProposed: isProposed)
    case .objectionReceived(let day, let due):
      try admitObjection(on: day, due: due, in: file)
    case .objectionAnswered(let id, let day, _): try admitAnswer(to: id, on: day, in: file)
    case .approvalDecided(let meeting, _): try admitApproval(file, at: meeting)
    case .listPublished(let number, let day, let until, _, _):
      try admitList(file, number: number, on: day, until: until)
    case .caseEnded(let ending, let day): try admitEnd(ending, on: day, in: file)
    case .grantPaid(let payment): try admitGrant(payment, in: file)
    case .reportReceived(let year, let day): try admitReport(of: year, on: day, in: file)
    case .placeLost(let ending, let day, let refundDue):
      try admitLoss(ending, on: day, refundDue: refundDue, in: file)
    case .lossAnnounced(let number, let day):
      try admitAnnouncement(number, on: day, in: file)
    case .grantRefunded(let payment): try admitRefund(payment, in: file)
    case .assessmentGiven(let direction): try admitAssessment(direction, in: file)
    case .panelAssigned(let panel): try admitAssignment(of: panel, to: file)
    case .declarationSigned(let person, let interest):
      try admitDeclaration(interest, by: person, in: file)
    case .personRecused(let person, _): try admitRecusal(of: person, in: file)
    case .reviewersDesignated(let reviewers, let due):
      try admitDesignation(of: reviewers, due: due, in: file)
    case .reviewStarted(let reviewer): try admitStart(by: reviewer, in: file)
    case .sheetHandedIn(let reviewer, let revision):
      try admitSheet(by: reviewer, revision: revision, in: file)
    case .sheetWithdrawn(let reviewer, let revision, let reason):
      try admitWithdrawal(by: reviewer, revision: revision, reason: reason, in: file)
    case .openingAsked: try admitAsking(in: file)
    case .openingReleased: try admitRelease(in: file)
    case .consensusOpened(let revision, let threshold):
      try admitOpening(revision: revision, threshold: threshold, of: file)
    case .consensusFinished(let revision):
      try require(revision, is: requireSession(of: file).revision, .R6)
    case .consensusReopened(let revision, let reason):
      try admitReopening(revision: revision, reason: reason, of: file)
    case .visitArranged(let panel, let from, let until):
      try admitArrangement(panel, from: from, until: until, in: file)
    case .visitSubmitted: try requireConclusion(of: file)
    // Of another stream or sealed: `requirePlace` let none of them through.
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded,
      .meetingHeld, .personSanctioned, .cycleClosed, .entryNoted, .clockCorrected, .complaintLodged,
      .investigationNoted,
      .investigationClosed, .formFilled, .documentAttached, .copiesCounted, .changeReported,
      .conditionDecided, .inquiryRecorded, .materialNoted, .officeNoted, .meetingReported,
      .objectionRecorded, .activityRecorded, .assessmentRecorded, .sheetRecorded,
      .attendanceRecorded, .itemDiscussed, .itemMerged, .itemSettled, .dissentRecorded,
      .consensusConcluded, .materialResult, .visitPrepared, .agendaChanged, .checkAdded,
      .checkTicked, .siteMarkProposed, .siteMarkSettled, .visitConcluded, .siteResult:
      break
    }
  }

  /// A sealed entry of a case, of which no more than its kind is known.
  private func admit(_ kind: EventKind, in file: CaseState) throws(Refusal) {
    switch kind {
    case .formFilled, .documentAttached: try requireUnfrozen(file)
    case .copiesCounted: try requireCounting(in: file)
    case .changeReported: try requireChangeable(file)
    case .materialNoted: try requireDistrictCheck(of: file)
    case .conditionDecided: try requireConditionsOpen(in: file)
    case .inquiryRecorded: try requireRole(.secretariat, .Q2)
    case .objectionRecorded: try requireRole(.secretariat, .P3)
    case .officeNoted:
      if !cycle.acts(actor, as: .supervisor) { try requireRole(.secretariat, .K) }
    case .activityRecorded:
      try requireRole(.secretariat, .C2)
      _ = try requirePlace(file, .C2)
    case .meetingReported: try requireReporting(in: file)
    case .assessmentRecorded: try requireReady()
    case .sheetRecorded: try requireReviewer(of: file, .R3)
    case .attendanceRecorded, .itemDiscussed, .itemMerged, .itemSettled, .consensusConcluded:
      _ = try requireSession(of: file)
    case .dissentRecorded:
      _ = try requireMember(.material, of: file, .R6)
      _ = try requireOpenSession(of: file)
    case .materialResult:
      _ = try requireLeader(.material, of: file, .R6)
      try requireStage(.leadersMeeting, in: file, .R6)
    case .visitPrepared:
      try requireRole(.secretariat, .S1)
      try requireStage(.onSiteReview, in: file, .S1)
    case .agendaChanged: try requireExaminer(of: file, .S2)
    case .checkAdded, .checkTicked: try requireExaminer(of: file, .S3)
    case .siteMarkProposed: try requireExaminer(of: file, .S4)
    case .siteMarkSettled:
      _ = try requireVisit(of: file, .S4)
      _ = try requireLeader(.onSite, of: file, .S4)
    case .visitConcluded: try requireConclusion(of: file)
    case .siteResult:
      _ = try requireLeader(.onSite, of: file, .S5)
      try requireStage(.settlement, in: file, .S5)
    // Of another stream or clear: `requirePlace` let none of them through.
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded,
      .meetingHeld, .personSanctioned, .cycleClosed, .entryNoted, .clockCorrected, .complaintLodged,
      .investigationNoted,
      .investigationClosed, .caseRegistered, .applicationAmended, .applicationSubmitted,
      .applicationRecommended, .applicationReturned, .applicationResumed, .inquirySent,
      .inquiryAnswered, .qualificationDecided, .noticePublished, .noticeClosed, .letterSent,
      .meetingReportGiven, .entryDecided, .proposalDecided, .objectionReceived,
      .objectionAnswered, .approvalDecided, .listPublished, .caseEnded, .grantPaid,
      .reportReceived, .placeLost, .lossAnnounced, .grantRefunded, .assessmentGiven,
      .panelAssigned, .declarationSigned, .personRecused, .reviewersDesignated, .reviewStarted,
      .sheetHandedIn, .sheetWithdrawn, .openingAsked, .openingReleased, .consensusOpened,
      .consensusFinished, .consensusReopened, .visitArranged, .visitSubmitted:
      break
    }
  }
}
