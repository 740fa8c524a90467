import Foundation

/// What is asked of every kind of event, in three exhaustive switches: a new one is asked for here.
///
/// The questions themselves stand in the chapters beside this file.
extension Desk {
  /// Who, stage, rule and clear figures: everything `admit` asks beside place and order.
  func requireFrame(_ shown: Shown) throws(Refusal) {
    switch shown.kind.authority {
    case .secretariat(let rule): try requireRole(.secretariat, rule)
    case .supervisor(let rule): try requireRole(.supervisor, rule)
    case .districtOfficer(let rule): try requireRole(.districtOfficer, rule)
    case .judged: break
    }
    switch shown {
    case .clear(let event): try admit(event)
    case .sealed(let kind, let room): try admit(kind, in: room)
    }
  }

  /// The case, which `requirePlace` found to be there for the kinds that belong to one.
  private var existing: CaseState {
    get throws(Refusal) {
      guard let dossier else { throw Refusal(.K, .unknownCase) }
      return dossier
    }
  }

  /// A clear event.
  private func admit(_ event: Event) throws(Refusal) {
    switch event {
    // The cycle.
    case .cycleOpened(let year, let title, _, let edition):
      try admitYear(year, title: title, edition: edition)
    case .parametersAdopted:
      if cycle.year != nil, !cycle.isClosed { throw Refusal(.K, .cycleOpen) }
    case .callAnnounced(let from, let until): try admitCall(from: from, until: until)
    case .calendarLoaded(let text): try admitCalendar(text)
    case .meetingHeld(let meeting): try admit(meeting)
    case .letterheadSet(let letterhead): try admit(letterhead)
    case .cycleClosed(let year): try admitClosing(of: year)
    case .personSanctioned(let person, _): try admitSanction(of: person)
    case .entryNoted(let entry, let person, let role, let reason):
      try admitNote(on: entry, by: person, as: role, reason: reason)
    case .entriesAccepted(let entries, let reason):
      try admitAcceptance(of: entries, reason: reason)
    case .clockCorrected(_, let reason): try requireText(reason, .reason, .V5)
    case .copyRetired(let copy, let reason): try admitRetiring(of: copy, reason: reason)
    case .personInvited(let person): try admitInvitation(of: person)
    case .personChanged(let person): try admitChange(of: person)
    case .personJoined(let person, _): try admitJoining(of: person)
    case .personConfirmed(let person, let fingerprint):
      try admitConfirmation(of: person, fingerprint: fingerprint)
    case .panelFormed(let panel): try admitForming(of: panel)
    case .panelChanged(let panel): try admitChange(of: panel)

    // A case.
    case .caseRegistered(let application, let year):
      try admitRegistration(of: application, year: year)
    case .applicationAmended(let application): try admitAmendment(application, in: existing)
    case .applicationSubmitted(let day): try admitSubmission(on: day, in: existing)
    case .applicationRecommended(let day): try admitRecommendation(sealedOn: day, in: existing)
    case .applicationReturned: try requireDistrictCheck(of: existing)
    case .applicationResumed: try admitResumption(of: existing)
    case .inquirySent(let purpose, let day, _):
      try admitInquiry(purpose, on: day, in: existing)
    case .inquiryAnswered(let id, let day): try admitAnswer(to: id, on: day, in: existing)
    case .qualificationDecided(let isQualified):
      try admitQualification(isQualified, in: existing)
    case .noticePublished(let notice): try admit(notice, in: existing)
    case .noticeClosed(let kind, let day): try admitClosing(kind, on: day, in: existing)
    case .letterSent(let letter): try admit(letter, in: existing)
    case .paperCorrected(let correction): try admit(correction, in: existing)
    case .meetingReportGiven: try requireReporting(in: existing)
    case .entryDecided(let meeting, let enters):
      try admitEntry(existing, at: meeting, enters: enters)
    case .proposalDecided(let meeting, let isProposed):
      try admitProposal(existing, at: meeting, isProposed: isProposed)
    case .objectionReceived(let day, let due):
      try admitObjection(on: day, due: due, in: existing)
    case .objectionAnswered(let id, let day, _): try admitAnswer(to: id, on: day, in: existing)
    case .approvalDecided(let meeting, _): try admitApproval(existing, at: meeting)
    case .listPublished(let number, let day, let until, _, _):
      try admitList(existing, number: number, on: day, until: until)
    case .caseEnded(let ending, let day): try admitEnd(ending, on: day, in: existing)
    case .grantPaid(let payment): try admitGrant(payment, in: existing)
    case .reportReceived(let year, let day): try admitReport(of: year, on: day, in: existing)
    case .placeLost(let ending, let day, let refundDue):
      try admitLoss(ending, on: day, refundDue: refundDue, in: existing)
    case .lossAnnounced(let number, let day):
      try admitAnnouncement(number, on: day, in: existing)
    case .grantRefunded(let payment): try admitRefund(payment, in: existing)
    case .assessmentGiven(let direction): try admitAssessment(direction, in: existing)
    case .panelAssigned(let panel): try admitAssignment(of: panel, to: existing)
    case .declarationSigned(let person, let interest):
      try admitDeclaration(interest, by: person, in: existing)
    case .personRecused(let person, _): try admitRecusal(of: person, in: existing)
    case .reviewersDesignated(let reviewers, let due):
      try admitDesignation(of: reviewers, due: due, in: existing)
    case .reviewStarted(let reviewer): try admitStart(by: reviewer, in: existing)
    case .sheetHandedIn(let reviewer, let revision):
      try admitSheet(by: reviewer, revision: revision, in: existing)
    case .sheetWithdrawn(let reviewer, let revision, let reason):
      try admitWithdrawal(by: reviewer, revision: revision, reason: reason, in: existing)
    case .openingAsked: try admitAsking(in: existing)
    case .openingReleased: try admitRelease(in: existing)
    case .consensusOpened(let revision, let threshold):
      try admitOpening(revision: revision, threshold: threshold, of: existing)
    case .consensusFinished(let revision):
      try requireNoClash(in: existing, .R6)
      try require(revision, is: requireSession(of: existing).revision, .R6)
    case .consensusReopened(let revision, let reason):
      try admitReopening(revision: revision, reason: reason, of: existing)
    case .visitArranged(let panel, let from, let until):
      try admitArrangement(panel, from: from, until: until, in: existing)
    case .visitSubmitted:
      try requireNoClash(in: existing, .S5)
      try requireConclusion(of: existing)
    case .contentsDestroyed(let day): try admitDestruction(on: day, in: existing)
    // Sealed: `requirePlace` let none of them through.
    case .paperKept, .minutesRecorded, .objectionDelivered, .complaintLodged,
      .investigationNoted, .investigationClosed, .formFilled,
      .documentAttached, .documentRemoved, .documentReceived, .splittingCorrected,
      .copiesCounted, .changeReported, .conditionDecided, .inquiryRecorded,
      .materialNoted, .officeNoted, .meetingReported, .objectionRecorded, .activityRecorded,
      .assessmentRecorded, .sheetRecorded, .attendanceRecorded, .itemDiscussed, .itemMerged,
      .itemSettled, .dissentRecorded, .consensusConcluded, .materialResult, .visitPrepared,
      .agendaChanged, .checkAdded, .checkTicked, .siteMarkProposed, .siteMarkSettled,
      .visitConcluded, .siteResult:
      break
    }
  }

  /// A sealed entry, of which no more than its kind and its room is known.
  private func admit(_ kind: EventKind, in room: RoomID) throws(Refusal) {
    switch kind {
    case .paperKept: try requireKeeper(of: room)
    case .complaintLodged: try requireReady()
    case .formFilled, .documentAttached, .documentRemoved: try requireUnfrozen(existing)
    case .documentReceived: try requireLateEntry(in: existing)
    case .splittingCorrected: try requireCorrecting(in: existing)
    case .copiesCounted: try requireCounting(in: existing)
    case .changeReported: try requireChangeable(existing)
    case .materialNoted: try requireDistrictCheck(of: existing)
    case .conditionDecided: try requireConditionsOpen(in: existing)
    case .officeNoted:
      if !cycle.acts(actor, as: .supervisor) { try requireRole(.secretariat, .K) }
    case .activityRecorded: _ = try requirePlace(existing, .C2)
    case .meetingReported: try requireReporting(in: existing)
    case .assessmentRecorded: try requireReady()
    case .sheetRecorded: try requireReviewer(of: existing, .R3)
    case .attendanceRecorded, .itemDiscussed, .itemMerged, .itemSettled, .consensusConcluded:
      _ = try requireSession(of: existing)
    case .dissentRecorded:
      _ = try requireMember(.material, of: existing, .R6)
      _ = try requireOpenSession(of: existing)
    case .materialResult:
      _ = try requireLeader(.material, of: existing, .R6)
      try requireStage(.leadersMeeting, in: existing, .R6)
    case .visitPrepared: try requireStage(.onSiteReview, in: existing, .S1)
    case .agendaChanged: try requireExaminer(of: existing, .S2)
    case .checkAdded, .checkTicked: try requireExaminer(of: existing, .S3)
    case .siteMarkProposed: try requireExaminer(of: existing, .S4)
    case .siteMarkSettled:
      _ = try requireVisit(of: existing, .S4)
      _ = try requireLeader(.onSite, of: existing, .S4)
    case .visitConcluded: try requireConclusion(of: existing)
    case .siteResult:
      _ = try requireLeader(.onSite, of: existing, .S5)
      try requireStage(.settlement, in: existing, .S5)
    // Whoever has the role may write it at any time.
    case .investigationNoted, .investigationClosed, .inquiryRecorded, .objectionRecorded,
      .minutesRecorded, .objectionDelivered:
      break
    // Clear: `requirePlace` let none of them through.
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded,
      .meetingHeld, .letterheadSet, .paperCorrected, .personSanctioned, .cycleClosed, .entryNoted,
      .entriesAccepted, .clockCorrected, .copyRetired,
      .caseRegistered, .applicationAmended, .applicationSubmitted, .applicationRecommended,
      .applicationReturned, .applicationResumed, .inquirySent, .inquiryAnswered,
      .qualificationDecided, .noticePublished, .noticeClosed, .letterSent, .meetingReportGiven,
      .entryDecided, .proposalDecided, .objectionReceived, .objectionAnswered, .approvalDecided,
      .listPublished, .caseEnded, .grantPaid, .reportReceived, .placeLost, .lossAnnounced,
      .grantRefunded, .assessmentGiven, .panelAssigned, .declarationSigned, .personRecused,
      .reviewersDesignated, .reviewStarted, .sheetHandedIn, .sheetWithdrawn, .openingAsked,
      .openingReleased, .consensusOpened, .consensusFinished, .consensusReopened, .visitArranged,
      .visitSubmitted, .contentsDestroyed:
      break
    }
  }

  /// What stands in an event, and what rests on sealed facts.
  func examine(_ event: Event) throws(Refusal) {
    switch event {
    // The cycle, supervision.
    case .cycleClosed:
      if let open = openDossiers, let refusal = Refusal(casesOpen: open) { throw refusal }
      try requireHeard(.K)
    case .noticeClosed(let kind, _): try requireHeard(kind.rule)
    case .personSanctioned(let person, _): try examineSanction(of: person)
    case .paperKept(let paper): try examine(paper)
    case .minutesRecorded(let id, let minutes): try examine(minutes, of: id)
    case .objectionDelivered(let id, let delivery):
      try examine(delivery, of: id, in: existing)
    case .complaintLodged(let complaint): try examine(complaint)
    case .investigationNoted(let id, let text):
      _ = try requireInvestigation(id)
      try requireText(text, .text, .V3)
    case .investigationClosed(let id, let outcome, let measure, let finding):
      try examineConclusion(of: id, outcome, measure, finding: finding)

    // Cases.
    case .documentAttached(let document): try examine(document)
    case .documentRemoved(let id): _ = try requireDocument(id, in: existing)
    case .documentReceived(let document, let receipt):
      try examine(document, receipt, in: existing)
    case .splittingCorrected(let id, let corrections, _):
      try examine(corrections, of: id, in: existing)
    case .copiesCounted(let copies): try examine(copies)
    case .applicationSubmitted: try examineSubmission(of: existing)
    case .applicationRecommended: try examineRecommendation(of: existing)
    case .applicationReturned:
      try requireNote(.returned, in: existing, .Q1)
    case .changeReported(let report): try examine(report)
    case .conditionDecided(let rule, let isMet, let reason):
      try examineCondition(rule, isMet: isMet, reason: reason, in: existing)
    case .inquiryRecorded(let id, let content): try examine(content, of: id, in: existing)
    case .qualificationDecided(let isQualified):
      try examineQualification(isQualified, in: existing)
    case .materialNoted(let about, let text): try examineMaterialNote(about, text)
    case .officeNoted(let about, let text): try examineOfficeNote(about, text)
    case .meetingReported(let text): try requireText(text, .text, .R7)
    case .entryDecided(_, let enters): try examineEntry(enters, in: existing)
    case .proposalDecided(_, let isProposed): try examineProposal(isProposed, in: existing)
    case .objectionRecorded(let id, let content): try examine(content, of: id, in: existing)
    case .approvalDecided(_, let isApproved):
      if try needsReason(isApproved: isApproved, existing) {
        try requireReason(.approval, .reason, in: existing, .P4, ours: true)
      }
    case .listPublished(_, _, _, let tier, let total):
      try examineList(tier: tier, total: total, in: existing)
    case .caseEnded(let ending, _): try examineEnd(ending, in: existing)
    case .placeLost(let ending, _, _):
      try requireReason(ending.note, .reason, in: existing, ending.rule)
      if ending == .fraud { try requireFraud(in: existing) }
    case .activityRecorded(let activity):
      try requireText(activity.text, .text, .C2)
      try requirePast(activity.day, since: requirePlace(existing, .C2).since, .listing, .C2)
    case .assessmentRecorded(let direction, let assessment):
      try examine(assessment, direction, in: existing)
    case .sheetRecorded(let reviewer, let revision, let sheet):
      try examine(sheet, by: reviewer, revision: revision, in: existing)
    case .attendanceRecorded(let present, let absences, _):
      try examineAttendance(present, absences: absences, in: existing)
    case .itemDiscussed(let item, let text):
      try requireItem(item, .R6)
      try requireText(text, .text, .R6)
    case .itemMerged(let item, let merge): try examine(merge, of: item, in: existing)
    case .itemSettled(let item, let percentage, let reason):
      try examineSettlement(of: item, at: percentage, reason: reason, in: existing)
    case .dissentRecorded(let item, let person, let text):
      try examineDissent(on: item, by: person, text: text, in: existing)
    case .consensusConcluded(let total, let conclusion):
      try requireNoSealedClash(in: existing, .R6)
      try examineConclusion(total, conclusion, in: existing)
    case .materialResult(let revision, let total, let percentages):
      try examineResult(total, percentages, revision: revision, in: existing)
    case .visitPrepared(let material, let checks, let agenda):
      try examinePreparation(material, checks, agenda, in: existing)
    case .agendaChanged(let agenda): try examine(agenda, in: existing)
    case .checkAdded(let check): try examine(check)
    case .checkTicked(let check, let finding): try examine(finding, on: check, in: existing)
    case .siteMarkProposed(let item, let percentage, let reason):
      try examineProposal(of: item, at: percentage, reason: reason, in: existing)
    case .siteMarkSettled(let item, let percentage, let reason):
      try examineSiteMark(on: item, at: percentage, reason: reason, in: existing)
    case .visitConcluded(let total, let opinion):
      try requireNoSealedClash(in: existing, .S5)
      try examineVisit(total, opinion: opinion, in: existing)
    case .siteResult(let total, let tier, let percentages):
      try examineResult(total, tier: tier, percentages, in: existing)
    // Nothing is in it but clear facts, of which `admit` asked everything, or what is free.
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded,
      .meetingHeld, .letterheadSet, .paperCorrected, .entryNoted, .entriesAccepted,
      .clockCorrected, .copyRetired, .caseRegistered, .applicationAmended, .formFilled,
      .applicationResumed, .inquirySent, .inquiryAnswered, .noticePublished,
      .letterSent, .meetingReportGiven, .objectionReceived, .objectionAnswered,
      .grantPaid, .reportReceived, .lossAnnounced, .grantRefunded, .assessmentGiven,
      .panelAssigned, .declarationSigned, .personRecused, .reviewersDesignated, .reviewStarted,
      .sheetHandedIn, .sheetWithdrawn, .openingAsked, .openingReleased, .consensusOpened,
      .consensusFinished, .consensusReopened, .visitArranged, .visitSubmitted,
      .contentsDestroyed:
      break
    }
  }
}
