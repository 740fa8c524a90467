import Foundation

extension Desk {
  /// Who, stage, rule and clear figures: everything `admit` asks beside place and order.
  func requireFrame(_ shown: Shown) throws(Refusal) {
    switch shown {
    case .clear(let event):
      if let dossier { try admit(event, in: dossier) } else { try admit(event) }
    case .sealed(let kind, _):
      if let dossier { try admit(kind, in: dossier) } else { try admit(kind) }
    }
  }

  /// A clear event of a case.
  private func admit(_ event: Event, in dossier: CaseState) throws(Refusal) {
    switch event {
    case .caseRegistered(let application, let year):
      try admitRegistration(of: application, year: year)
    case .applicationAmended(let application): try admitAmendment(application, in: dossier)
    case .applicationSubmitted(let day): try admitSubmission(on: day, in: dossier)
    case .applicationRecommended(let day): try admitRecommendation(sealedOn: day, in: dossier)
    case .applicationReturned: try requireDistrictCheck(of: dossier)
    case .applicationResumed: try admitResumption(of: dossier)
    case .inquirySent(let purpose, let day): try admitInquiry(purpose, on: day, in: dossier)
    case .inquiryAnswered(let id, let day): try admitAnswer(to: id, on: day, in: dossier)
    case .qualificationDecided(let isQualified):
      try admitQualification(isQualified, in: dossier)
    case .noticePublished(let notice): try admit(notice, in: dossier)
    case .noticeClosed(let kind, let day): try admitClosing(kind, on: day, in: dossier)
    case .letterSent(let letter): try admit(letter, in: dossier)
    case .meetingReportGiven: try requireReporting(in: dossier)
    case .entryDecided(let meeting, let enters):
      try admitEntry(dossier, at: meeting, enters: enters)
    case .proposalDecided(let meeting, let isProposed):
      try admitProposal(dossier, at: meeting, isProposed: isProposed)
    case .objectionReceived(let day, let due):
      try admitObjection(on: day, due: due, in: dossier)
    case .objectionAnswered(let id, let day, _): try admitAnswer(to: id, on: day, in: dossier)
    case .approvalDecided(let meeting, _): try admitApproval(dossier, at: meeting)
    case .listPublished(let number, let day, let until, _, _):
      try admitList(dossier, number: number, on: day, until: until)
    case .caseEnded(let ending, let day): try admitEnd(ending, on: day, in: dossier)
    case .grantPaid(let payment): try admitGrant(payment, in: dossier)
    case .reportReceived(let year, let day): try admitReport(of: year, on: day, in: dossier)
    case .placeLost(let ending, let day, let refundDue):
      try admitLoss(ending, on: day, refundDue: refundDue, in: dossier)
    case .lossAnnounced(let number, let day):
      try admitAnnouncement(number, on: day, in: dossier)
    case .grantRefunded(let payment): try admitRefund(payment, in: dossier)
    case .assessmentGiven(let direction): try admitAssessment(direction, in: dossier)
    case .panelAssigned(let panel): try admitAssignment(of: panel, to: dossier)
    case .declarationSigned(let person, let interest):
      try admitDeclaration(interest, by: person, in: dossier)
    case .personRecused(let person, _): try admitRecusal(of: person, in: dossier)
    case .reviewersDesignated(let reviewers, let due):
      try admitDesignation(of: reviewers, due: due, in: dossier)
    case .reviewStarted(let reviewer): try admitStart(by: reviewer, in: dossier)
    case .sheetHandedIn(let reviewer, let revision):
      try admitSheet(by: reviewer, revision: revision, in: dossier)
    case .sheetWithdrawn(let reviewer, let revision, let reason):
      try admitWithdrawal(by: reviewer, revision: revision, reason: reason, in: dossier)
    case .openingAsked: try admitAsking(in: dossier)
    case .openingReleased: try admitRelease(in: dossier)
    case .consensusOpened(let revision, let threshold):
      try admitOpening(revision: revision, threshold: threshold, of: dossier)
    case .consensusFinished(let revision):
      try require(revision, is: requireSession(of: dossier).revision, .R6)
    case .consensusReopened(let revision, let reason):
      try admitReopening(revision: revision, reason: reason, of: dossier)
    case .visitArranged(let panel, let from, let until):
      try admitArrangement(panel, from: from, until: until, in: dossier)
    case .visitSubmitted: try requireConclusion(of: dossier)
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
  private func admit(_ kind: EventKind, in dossier: CaseState) throws(Refusal) {
    switch kind {
    case .formFilled, .documentAttached: try requireUnfrozen(dossier)
    case .copiesCounted: try requireCounting(in: dossier)
    case .changeReported: try requireChangeable(dossier)
    case .materialNoted: try requireDistrictCheck(of: dossier)
    case .conditionDecided: try requireConditionsOpen(in: dossier)
    case .inquiryRecorded: try requireRole(.secretariat, .Q2)
    case .objectionRecorded: try requireRole(.secretariat, .P3)
    case .officeNoted:
      if !cycle.acts(actor, as: .supervisor) { try requireRole(.secretariat, .K) }
    case .activityRecorded:
      try requireRole(.secretariat, .C2)
      _ = try requirePlace(dossier, .C2)
    case .meetingReported: try requireReporting(in: dossier)
    case .assessmentRecorded: try requireReady()
    case .sheetRecorded: try requireReviewer(of: dossier, .R3)
    case .attendanceRecorded, .itemDiscussed, .itemMerged, .itemSettled, .consensusConcluded:
      _ = try requireSession(of: dossier)
    case .dissentRecorded:
      _ = try requireMember(.material, of: dossier, .R6)
      _ = try requireOpenSession(of: dossier)
    case .materialResult:
      _ = try requireLeader(.material, of: dossier, .R6)
      try requireStage(.leadersMeeting, in: dossier, .R6)
    case .visitPrepared:
      try requireRole(.secretariat, .S1)
      try requireStage(.onSiteReview, in: dossier, .S1)
    case .agendaChanged: try requireExaminer(of: dossier, .S2)
    case .checkAdded, .checkTicked: try requireExaminer(of: dossier, .S3)
    case .siteMarkProposed: try requireExaminer(of: dossier, .S4)
    case .siteMarkSettled:
      _ = try requireVisit(of: dossier, .S4)
      _ = try requireLeader(.onSite, of: dossier, .S4)
    case .visitConcluded: try requireConclusion(of: dossier)
    case .siteResult:
      _ = try requireLeader(.onSite, of: dossier, .S5)
      try requireStage(.settlement, in: dossier, .S5)
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
