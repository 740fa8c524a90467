import Criteria
import Foundation

/// What the commands in a case lead to: the figures that follow from its state are computed here.
extension Desk {
  func events(of command: CaseCommand, in dossier: CaseState) throws(Refusal) -> [Event] {
    switch command {
    // How it comes in and is qualified.
    case .register(let application):
      [.caseRegistered(application: application, year: cycle.year ?? 0)]
    case .amend(let application): [.applicationAmended(application: application)]
    case .fillForm(let form): [.formFilled(form: form)]
    case .attach(let document): [.documentAttached(document: document)]
    case .removeDocument(let id): [.documentRemoved(document: id)]
    case .enterLate(let document, let receipt):
      [.documentReceived(document: document, receipt: receipt)]
    case .correctSplitting(let id, let corrections, let sections):
      [.splittingCorrected(document: id, corrections: corrections, sections: sections)]
    case .countCopies(let copies): [.copiesCounted(copies: copies)]
    case .submit: [.applicationSubmitted(on: now.day)]
    case .recommend(let opinion, let day):
      [
        .materialNoted(about: .recommendation, text: opinion),
        .applicationRecommended(sealedOn: day),
      ]
    case .returnApplication(let reason):
      [.materialNoted(about: .returned, text: reason), .applicationReturned]
    case .resume: [.applicationResumed]
    case .reportChange(let report): [.changeReported(report: report)]
    case .decideCondition(let rule, let isMet, let reason):
      [.conditionDecided(rule: rule, isMet: isMet, reason: reason)]
    case .inquire(let purpose, let department, let question, let number, let sent):
      [
        .inquirySent(purpose: purpose, on: sent ?? now.day, number: number),
        .inquiryRecorded(
          inquiry: nil, content: Inquiry(department: department, question: question)),
      ]
    case .answerInquiry(let id, let answer, let isAdverse, let received):
      try self.answer(
        id, with: answer, isAdverse: isAdverse, on: received ?? now.day, in: dossier)
    case .qualify(let isQualified, let reason):
      (isQualified
        ? noted(.qualification, reason) : [.officeNoted(about: .qualification, text: reason)])
        + [.qualificationDecided(isQualified: isQualified)]

    // Notices, objections, letters, decisions.
    case .publishNotice(let kind, let number):
      [.noticePublished(notice: notice(kind, number: number))]
    case .closeNotice(let kind): [.noticeClosed(notice: kind, on: now.day)]
    case .sendLetter(let kind, let number):
      [.letterSent(letter: LetterRecord(kind: kind, number: number, sent: now.day))]
    case .reportToMeeting(let text): [.meetingReportGiven, .meetingReported(text: text)]
    case .decideEntry(let meeting, let enters, let reason):
      noted(.entry, reason) + [.entryDecided(meeting: meeting, enters: enters)]
    case .decideProposal(let meeting, let isProposed, let reason):
      noted(.proposal, reason) + [.proposalDecided(meeting: meeting, isProposed: isProposed)]
    case .receiveObjection(let objection, let received):
      [
        .objectionReceived(
          on: received ?? now.day, due: term(parameters.objectionDays, after: received)),
        .objectionRecorded(objection: nil, content: objection),
      ]
    case .answerObjection(let id, let isUpheld, let answer):
      try self.answer(id, isUpheld: isUpheld, with: answer, in: dossier)
    case .deliverAnswer(let id, let delivery):
      [.objectionDelivered(objection: id, delivery: delivery)]
    case .accept(let entries, let reason): [.entriesAccepted(entries: entries, reason: reason)]
    case .correctPaper(let correction): [.paperCorrected(correction: correction)]
    case .decideApproval(let meeting, let isApproved, let reason):
      noted(.approval, reason) + [.approvalDecided(meeting: meeting, isApproved: isApproved)]
    case .publishList(let number): [list(dossier, number: number)]
    case .end(let ending, _, let reason):
      [.officeNoted(about: .ending, text: reason), end(ending, dossier)]

    // Cultivation, supervision.
    case .payGrant(let payment): [.grantPaid(payment: payment)]
    case .recordActivity(let activity): [.activityRecorded(activity: activity)]
    case .receiveReport(let year, let day): [.reportReceived(year: year, on: day)]
    case .losePlace(let reason):
      [
        .officeNoted(about: .lost, text: reason),
        .placeLost(by: .reportMissing, on: now.day, refundDue: nil),
      ]
    case .revoke(let reason):
      [
        .officeNoted(about: .revocation, text: reason),
        .placeLost(
          by: .breach, on: now.day, refundDue: dossier.cultivation.flatMap { refundDue($0) }),
      ]
    case .announceLoss(let number): [.lossAnnounced(number: number, on: now.day)]
    case .recordRefund(let payment): [.grantRefunded(payment: payment)]
    case .assess(let direction, let assessment):
      [
        .assessmentGiven(direction: direction),
        .assessmentRecorded(direction: direction, assessment: assessment),
      ]

    // Who reviews, and the review.
    case .assignPanel(let panel): [.panelAssigned(panel: panel)]
    case .designate(let reviewers, let due):
      [
        .reviewersDesignated(
          reviewers: reviewers, due: due ?? term(parameters.reviewDays).last)
      ]
    case .declare(let interest): [.declarationSigned(person: actor, interest: interest)]
    case .recuse(let interest): [.personRecused(person: actor, interest: interest)]
    case .startReview: [.reviewStarted(reviewer: actor)]
    case .handIn(let sheet):
      [
        .sheetHandedIn(reviewer: actor, revision: nextRevision(in: dossier)),
        .sheetRecorded(reviewer: actor, revision: nextRevision(in: dossier), sheet: sheet),
      ]
    case .withdraw(let reason):
      [
        .sheetWithdrawn(
          reviewer: actor, revision: dossier.sheets[actor]?.revision ?? 0, reason: reason)
      ]
    case .askOpening: [.openingAsked]
    case .releaseOpening: [.openingReleased]
    case .openConsensus: [.consensusOpened(revision: 1, threshold: parameters.spreadLimit)]
    case .recordAttendance(let present, let absences, let place):
      [attendance(present, absences: absences, at: place, in: dossier)]
    case .discuss(let item, let text): [.itemDiscussed(item: item, text: text)]
    case .merge(let item, let merge): [.itemMerged(item: item, merge: merge)]
    case .settle(let item, let percentage, let reason):
      [.itemSettled(item: item, percentage: percentage, reason: reason)]
    case .dissent(let item, let person, let text):
      [.dissentRecorded(item: item, person: person, text: text)]
    case .finishConsensus(let conclusion): finishConsensus(conclusion, in: dossier)
    case .reopenConsensus(let reason):
      [.consensusReopened(revision: (dossier.consensus?.revision ?? 0) + 1, reason: reason)]
    case .arrangeVisit(let panel, let from, let until):
      try arrangeVisit(panel, from: from, until: until, in: dossier)
    case .changeAgenda(let agenda):
      [.agendaChanged(agenda: agenda.sorted { ($0.day, $0.time) < ($1.day, $1.time) })]
    case .addCheck(let check):
      [
        .checkAdded(
          check: CheckPoint(
            item: check.item, text: check.text, method: check.method, origin: .examiner))
      ]
    case .tick(let check, let finding): [.checkTicked(check: check, finding: finding)]
    case .proposeSiteMark(let item, let percentage, let reason):
      [.siteMarkProposed(item: item, percentage: percentage, reason: reason)]
    case .settleSiteMark(let item, let percentage, let reason):
      [.siteMarkSettled(item: item, percentage: percentage, reason: reason)]
    case .submitVisit(let opinion): submitVisit(opinion, in: dossier)
    case .keep(let paper): [.paperKept(paper: paper)]
    case .destroyContents: [.contentsDestroyed(on: now.day)]
    }
  }
}
