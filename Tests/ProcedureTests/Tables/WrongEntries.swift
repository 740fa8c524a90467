import Criteria
import Procedure

extension Event {
  /// The same event with one thing wrong each time: a figure, a day, a name, a blank, a stranger.
  ///
  /// Empty where nothing in it can be wrong but its place.
  var wrong: [Event] {
    switch self {
    case .cycleOpened(_, let title, let parameters, let edition):
      [
        .cycleOpened(year: 2026, title: title, parameters: parameters, edition: edition),
        .cycleOpened(year: 2028, title: " ", parameters: parameters, edition: edition),
        .cycleOpened(year: 2028, title: title, parameters: parameters, edition: "{}"),
      ]
    case .personInvited: [.personInvited(person: Cast.people[3])]
    case .personChanged(let person): [.personChanged(person: person.with { $0.id = "p77" })]
    case .personJoined: [.personJoined(person: Cast.third, fingerprint: "f")]
    case .personConfirmed(let person, _): [.personConfirmed(person: person, fingerprint: "g")]
    case .panelFormed(let panel): [.panelFormed(panel: panel.with { $0.leader = Cast.spare })]
    case .panelChanged(let panel): [.panelChanged(panel: panel.with { $0.members = [] })]
    case .callAnnounced(let from, let until):
      [.callAnnounced(from: from, until: until.adding(days: -1))]
    case .calendarLoaded: [.calendarLoaded(text: "date,kind,name\n2027-01-01,holiday,元旦")]
    case .meetingHeld(let meeting):
      [.meetingHeld(meeting: meeting.with { $0.day = $0.day.adding(days: 1) })]
    case .paperKept(let paper): paper.wrong
    case .letterheadSet(let head): head.wrong
    case .personSanctioned(_, let sanction):
      [.personSanctioned(person: Cast.third, sanction: sanction)]
    case .cycleClosed: [.cycleClosed(year: 2025)]
    case .entryNoted(let entry, let person, let role, let reason):
      [
        .entryNoted(entry: entry, by: person, role: role, reason: ""),
        .entryNoted(entry: entry, by: Cast.third, role: role, reason: reason),
        .entryNoted(entry: entry, by: person, role: .expert, reason: reason),
      ]
    case .entriesAccepted(let entries, let reason):
      [
        .entriesAccepted(entries: [], reason: reason),
        .entriesAccepted(entries: entries, reason: " "),
      ]
    case .clockCorrected(let last, _): [.clockCorrected(last: last, reason: " ")]
    case .copyRetired(let copy, let reason):
      [.copyRetired(copy: copy, reason: " "), .copyRetired(copy: " ", reason: reason)]
    case .complaintLodged(let complaint):
      [.complaintLodged(complaint: complaint.with { $0.text = "" })]
    case .investigationNoted(_, let text): [.investigationNoted(complaint: "k77", text: text)]
    case .investigationClosed(let complaint, _, let measure, _):
      [
        .investigationClosed(
          complaint: complaint, outcome: .unfounded, measure: .corrected, finding: "查无"),
        .investigationClosed(
          complaint: complaint, outcome: .partly, measure: .fraud, finding: "查实"),
        .investigationClosed(
          complaint: complaint, outcome: .unfounded, measure: measure, finding: ""),
      ]
    case .caseRegistered(let application, _):
      [
        .caseRegistered(application: application, year: 2025),
        .caseRegistered(application: application.with { $0.district = "999999" }, year: 2026),
        .caseRegistered(application: application.with { $0.id = "a/b" }, year: 2026),
      ]
    case .applicationAmended(let application):
      [
        .applicationAmended(application: application.with { $0.id = World.second }),
        .applicationAmended(application: application.with { $0.district = "999999" }),
      ]
    case .documentAttached(let document):
      [.documentAttached(document: document.with { $0.file = "" })]
    case .documentRemoved: [.documentRemoved(document: "d-77")]
    case .documentReceived(let document, let receipt):
      [
        .documentReceived(document: document.with { $0.ordinal = 7 }, receipt: receipt),
        .documentReceived(
          document: document,
          receipt: LateReceipt(on: World.call.until.adding(days: 1), by: receipt.receivedBy)),
        .documentReceived(
          document: document, receipt: LateReceipt(on: receipt.receivedOn, by: " ")),
      ]
    case .splittingCorrected(_, let corrections, let sections):
      [
        .splittingCorrected(
          document: "evidence-77", corrections: corrections, sections: sections)
      ]
    case .copiesCounted: [.copiesCounted(copies: [.evidence: .init(electronic: -1, paper: 1)])]
    case .applicationSubmitted(let day): [.applicationSubmitted(on: day.adding(days: -1))]
    case .applicationRecommended(let day): [.applicationRecommended(sealedOn: day.adding(days: 1))]
    case .changeReported(let report):
      [.changeReported(report: report.with { $0.reported = $0.occurred.adding(days: -1) })]
    case .conditionDecided(let rule, _, let reason):
      [
        .conditionDecided(rule: .E4, isMet: true, reason: reason),
        .conditionDecided(rule: rule, isMet: false, reason: ""),
      ]
    case .inquirySent(let purpose, let day, _):
      [.inquirySent(purpose: purpose, on: day.adding(days: 1))]
    case .minutesRecorded(let meeting, let minutes):
      [
        .minutesRecorded(meeting: "b77", minutes: minutes),
        .minutesRecorded(meeting: meeting, minutes: minutes.with { $0.absences[0].reason = "" }),
        .minutesRecorded(meeting: meeting, minutes: minutes.with { $0.decisions[0].grounds = " " }),
      ]
    case .objectionDelivered(let objection, let delivery):
      [
        .objectionDelivered(objection: "o77", delivery: delivery),
        .objectionDelivered(
          objection: objection, delivery: Delivery(.post, on: delivery.day.adding(days: 1))),
      ]
    case .paperCorrected(let correction): correction.wrong
    case .inquiryRecorded(let inquiry, let content):
      [
        .inquiryRecorded(inquiry: "i77", content: content),
        .inquiryRecorded(
          inquiry: inquiry, content: content.with { ($0.question, $0.answer) = ("", "") }),
      ]
    case .inquiryAnswered(let inquiry, let day):
      [
        .inquiryAnswered(inquiry: "i77", on: day),
        .inquiryAnswered(inquiry: inquiry, on: day.adding(days: 1)),
      ]
    case .materialNoted: [.materialNoted(about: .recommendation, text: "")]
    case .officeNoted(let about, _): [.officeNoted(about: about, text: " ")]
    case .noticePublished(let notice): notice.wrong
    case .noticeClosed(let notice, let day):
      [.noticeClosed(notice: notice, on: day.adding(days: -1))]
    case .letterSent(let letter):
      [.letterSent(letter: letter.with { $0.sent = $0.sent.adding(days: -1) })]
    case .meetingReported: [.meetingReported(text: "")]
    case .entryDecided(_, let enters): [.entryDecided(meeting: "b-directors", enters: enters)]
    case .proposalDecided(_, let isProposed):
      [.proposalDecided(meeting: "b-leaders", isProposed: isProposed)]
    case .objectionReceived(let day, let due):
      [
        .objectionReceived(on: day.adding(days: -1), due: due),
        .objectionReceived(
          on: day, due: Term(last: due.last.adding(days: 1), provisional: due.provisional)),
      ]
    case .objectionRecorded(let objection, let content):
      [
        .objectionRecorded(objection: "o77", content: content),
        .objectionRecorded(
          objection: objection, content: content.with { ($0.facts, $0.answer) = ("", "") }),
      ]
    case .objectionAnswered(let objection, let day, let isUpheld):
      [
        .objectionAnswered(objection: "o77", on: day, isUpheld: isUpheld),
        .objectionAnswered(objection: objection, on: day.adding(days: 1), isUpheld: isUpheld),
      ]
    case .approvalDecided(_, let isApproved):
      [.approvalDecided(meeting: "b-leaders", isApproved: isApproved)]
    case .listPublished(let number, let day, let until, let tier, let total):
      [
        .listPublished(number: "", on: day, until: until, tier: tier, total: total),
        .listPublished(
          number: number, on: day.adding(days: 1), until: until, tier: tier, total: total),
        .listPublished(
          number: number, on: day, until: until.adding(days: 1), tier: tier, total: total),
        .listPublished(number: number, on: day, until: until, tier: tier % 3 + 1, total: total),
        .listPublished(
          number: number, on: day, until: until, tier: tier, total: total + Points(whole: 5)),
      ]
    case .caseEnded(let ending, let day):
      [.caseEnded(by: ending, on: day.adding(days: 1)), .caseEnded(by: .breach, on: day)]
    case .grantPaid(let payment): [.grantPaid(payment: payment.with { $0.amount = 0 })]
    case .activityRecorded(let activity):
      [.activityRecorded(activity: activity.with { $0.day = $0.day.adding(days: 1) })]
    case .reportReceived(let year, let day):
      [
        .reportReceived(year: year + 1, on: day),
        .reportReceived(year: year, on: day.adding(days: 1)),
      ]
    case .placeLost(let ending, let day, let due):
      [
        .placeLost(by: ending, on: day.adding(days: -1), refundDue: due),
        .placeLost(by: ending, on: day, refundDue: (due ?? day).adding(days: 1)),
        .placeLost(by: .withdrawn, on: day, refundDue: due),
      ]
    case .lossAnnounced(let number, let day):
      [
        .lossAnnounced(number: "", on: day),
        .lossAnnounced(number: number, on: day.adding(days: 1)),
      ]
    case .contentsDestroyed(let day): [.contentsDestroyed(on: day.adding(days: 1))]
    case .grantRefunded(let payment): [.grantRefunded(payment: payment.with { $0.amount = 1 })]
    case .assessmentRecorded(let direction, let assessment):
      [
        .assessmentRecorded(
          direction: direction, assessment: assessment.with { $0.grades[.fairness] = 6 }),
        .assessmentRecorded(
          direction: direction == .ofPanel ? .ofApplicant : .ofPanel, assessment: assessment),
      ]
    case .panelAssigned: [.panelAssigned(panel: "s1")]
    case .declarationSigned(_, let interest):
      [.declarationSigned(person: Cast.fifth, interest: interest)]
    case .personRecused(_, let interest): [.personRecused(person: Cast.fifth, interest: interest)]
    case .reviewersDesignated(let reviewers, let due):
      [
        .reviewersDesignated(reviewers: reviewers, due: due.adding(days: -1)),
        .reviewersDesignated(reviewers: [Cast.spare] + reviewers, due: due),
        .reviewersDesignated(reviewers: [], due: due),
      ]
    case .reviewStarted: [.reviewStarted(reviewer: Cast.fifth)]
    case .sheetHandedIn(let reviewer, let revision):
      [
        .sheetHandedIn(reviewer: reviewer, revision: revision + 1),
        .sheetHandedIn(reviewer: Cast.fifth, revision: revision),
      ]
    case .sheetRecorded(let reviewer, let revision, let sheet):
      [
        .sheetRecorded(reviewer: Cast.fifth, revision: revision, sheet: sheet),
        .sheetRecorded(reviewer: reviewer, revision: revision + 1, sheet: sheet),
        .sheetRecorded(reviewer: reviewer, revision: revision, sheet: Sheet()),
      ]
    case .sheetWithdrawn(let reviewer, let revision, let reason):
      [
        .sheetWithdrawn(reviewer: reviewer, revision: revision + 1, reason: reason),
        .sheetWithdrawn(reviewer: Cast.fifth, revision: revision, reason: reason),
        .sheetWithdrawn(reviewer: reviewer, revision: revision, reason: ""),
      ]
    case .consensusOpened(let revision, let threshold):
      [
        .consensusOpened(revision: revision + 1, threshold: threshold),
        .consensusOpened(revision: revision, threshold: 100),
      ]
    case .attendanceRecorded(let present, _, _):
      [
        .attendanceRecorded(present: Array(present.dropLast()), absences: [:]),
        .attendanceRecorded(present: present + [Cast.spare], absences: [:]),
      ]
    case .itemDiscussed(let item, _):
      [.itemDiscussed(item: item, text: ""), .itemDiscussed(item: "9.9", text: "议")]
    case .itemMerged(let item, _): [.itemMerged(item: item, merge: Merge())]
    case .itemSettled(let item, let percentage, let reason):
      [
        .itemSettled(item: "9.9", percentage: percentage, reason: reason),
        .itemSettled(item: item, percentage: PanelFive.zero, reason: ""),
      ]
    case .dissentRecorded(let item, _, let text):
      [.dissentRecorded(item: item, person: Cast.spare, text: text)]
    case .consensusConcluded(let total, let conclusion):
      [
        .consensusConcluded(total: Points(hundredths: 99_999), conclusion: conclusion),
        .consensusConcluded(total: total, conclusion: ""),
      ]
    case .consensusFinished(let revision): [.consensusFinished(revision: revision + 1)]
    case .materialResult(let revision, let total, let percentages):
      [
        .materialResult(
          revision: revision, total: Points(hundredths: 99_999), percentages: percentages),
        .materialResult(revision: revision + 1, total: total, percentages: percentages),
        .materialResult(revision: revision, total: total, percentages: [:]),
      ]
    case .consensusReopened(let revision, let reason):
      [
        .consensusReopened(revision: revision - 1, reason: reason),
        .consensusReopened(revision: revision, reason: ""),
      ]
    case .visitArranged(let panel, let from, let until):
      [
        .visitArranged(panel: "m1", from: from, until: until),
        .visitArranged(panel: panel, from: from, until: until.adding(days: 40)),
      ]
    case .visitPrepared(let material, let checks, let agenda):
      [
        .visitPrepared(material: [:], checks: checks, agenda: agenda),
        .visitPrepared(material: material, checks: Array(checks.dropLast()), agenda: agenda),
        .visitPrepared(material: material, checks: checks, agenda: []),
      ]
    case .agendaChanged(let agenda):
      [.agendaChanged(agenda: agenda.map { $0.with { $0.day = $0.day.adding(days: 99) } })]
    case .checkAdded(let check): [.checkAdded(check: check.with { $0.origin = .template })]
    case .checkTicked(let check, let finding):
      [
        .checkTicked(check: "c.77", finding: finding),
        .checkTicked(check: check, finding: finding.with { $0.evidence = "" }),
      ]
    case .siteMarkProposed(let item, _, _):
      [.siteMarkProposed(item: item, percentage: PanelFive.zero, reason: "")]
    case .siteMarkSettled(let item, _, _):
      [.siteMarkSettled(item: item, percentage: PanelFive.zero, reason: "")]
    case .visitConcluded(let total, let opinion):
      [
        .visitConcluded(total: Points(hundredths: 99_999), opinion: opinion),
        .visitConcluded(total: total, opinion: ""),
      ]
    case .siteResult(let total, let tier, let percentages):
      [
        .siteResult(total: Points(hundredths: 99_999), tier: 1, percentages: percentages),
        .siteResult(total: total, tier: (tier ?? 0) + 1, percentages: percentages),
        .siteResult(
          total: total, tier: tier,
          percentages: percentages.merging(["4.1.2": PanelFive.zero]) { $1 }),
      ]
    case .parametersAdopted, .formFilled, .applicationReturned, .applicationResumed,
      .qualificationDecided, .meetingReportGiven, .assessmentGiven, .openingAsked,
      .openingReleased, .visitSubmitted:
      []
    }
  }
}
