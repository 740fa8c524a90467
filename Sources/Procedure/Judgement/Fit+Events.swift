import Criteria
import Foundation

extension Event {
  /// What of it people put in: one exhaustive switch.
  ///
  /// - Parameter last: The year of the cycle, after which nothing that is told happened.
  func putIn(until last: Int) -> [PutIn] {
    switch self {
    // The cycle, supervision.
    case .cycleOpened(_, let title, _, _): [.name(.title, title)]
    case .personInvited(let person), .personChanged(let person): person.putIn
    case .panelFormed(let panel), .panelChanged(let panel):
      [.name(.number, panel.id.rawValue), .name(.name, panel.name)]
    case .letterheadSet(let letterhead): letterhead.putIn
    case .meetingHeld(let meeting):
      [
        .name(.number, meeting.number), .name(.place, meeting.place), .name(.chair, meeting.chair),
        .name(.recorder, meeting.recorder),
      ] + PutIn.names(.guests, meeting.guests)
    case .minutesRecorded(_, let minutes):
      PutIn.names(.name, minutes.absences.map(\.name))
        + minutes.absences.map { .text(.reason, $0.reason) }
        + minutes.decisions.flatMap { [.text(.text, $0.text), .text(.reason, $0.grounds)] }
    case .paperCorrected(let correction):
      PutIn.names(.text, [correction.former, correction.right])
        + [.text(.reason, correction.reason)]
    case .inquirySent(_, _, let number): [.name(.number, number ?? "")]
    case .paperKept(let paper):
      [.name(.title, paper.title), .name(.number, paper.number ?? "")]
        + PutIn.names(.name, [paper.kind] + paper.files.map(\.name))
    case .entryNoted(_, _, _, let reason), .clockCorrected(_, let reason),
      .copyRetired(_, let reason),
      .entriesAccepted(_, let reason),
      .sheetWithdrawn(_, _, let reason), .consensusReopened(_, let reason),
      .conditionDecided(_, _, let reason), .itemSettled(_, _, let reason),
      .siteMarkProposed(_, _, let reason), .siteMarkSettled(_, _, let reason):
      [.text(.reason, reason)]
    case .complaintLodged(let complaint): [.text(.text, complaint.text)]
    case .investigationClosed(_, _, _, let finding): [.text(.conclusion, finding)]

    // A case.
    case .caseRegistered(let application, _), .applicationAmended(let application):
      application.putIn(until: last)
    case .formFilled(let form): form.putIn(until: last)
    case .documentAttached(let document): document.putIn
    case .documentReceived(let document, let receipt):
      document.putIn + [.name(.receiver, receipt.receivedBy)]
    case .changeReported(let report): [.text(.text, report.text)]
    case .inquiryRecorded(_, let inquiry):
      [
        .name(.department, inquiry.department), .text(.text, inquiry.question),
        .text(.answer, inquiry.answer ?? ""),
      ]
    case .materialNoted(_, let text), .officeNoted(_, let text), .meetingReported(let text),
      .investigationNoted(_, let text), .itemDiscussed(_, let text),
      .dissentRecorded(_, _, let text):
      [.text(.text, text)]
    case .noticePublished(let notice): [.name(.number, notice.number)]
    case .letterSent(let letter): [.name(.number, letter.number)]
    case .listPublished(let number, _, _, _, _), .lossAnnounced(let number, _):
      [.name(.number, number)]
    case .objectionRecorded(_, let objection): objection.putIn
    case .activityRecorded(let activity): [.text(.text, activity.text)]
    case .assessmentRecorded(_, let assessment): [.text(.text, assessment.text)]
    case .declarationSigned(_, let interest): [.text(.note, interest?.note ?? "")]
    case .personRecused(_, let interest): [.text(.note, interest.note)]

    // Review, consensus, on site.
    case .sheetRecorded(_, _, let sheet): sheet.putIn
    case .attendanceRecorded(_, let absences, let place):
      absences.values.map { .text(.reason, $0) } + [.name(.place, place ?? "")]
    case .itemMerged(_, let merge):
      merge.comments.flatMap(\.comment.putIn) + merge.points.map { .text(.text, $0.point.text) }
    case .consensusConcluded(_, let conclusion): [.text(.conclusion, conclusion)]
    case .visitPrepared(_, let checks, let agenda):
      checks.map { .text(.text, $0.text) } + agenda.flatMap(\.putIn)
    case .agendaChanged(let agenda): agenda.flatMap(\.putIn)
    case .checkAdded(let check): [.text(.text, check.text)]
    case .checkTicked(_, let finding):
      [
        .text(.evidence, finding.evidence), .text(.place, finding.place),
        .text(.asked, finding.asked),
      ]
    case .visitConcluded(_, let opinion): [.text(.opinion, opinion)]

    // Names of things that are there, days, figures: judged as replay judges them.
    case .personJoined, .personConfirmed, .parametersAdopted, .callAnnounced, .calendarLoaded,
      .personSanctioned, .cycleClosed, .documentRemoved, .splittingCorrected,
      .copiesCounted, .applicationSubmitted,
      .applicationRecommended, .applicationReturned, .applicationResumed,
      .inquiryAnswered, .qualificationDecided, .noticeClosed, .meetingReportGiven, .entryDecided,
      .proposalDecided, .objectionReceived, .objectionAnswered, .objectionDelivered,
      .approvalDecided, .caseEnded,
      .grantPaid, .reportReceived, .placeLost, .grantRefunded, .assessmentGiven, .panelAssigned,
      .reviewersDesignated, .reviewStarted, .sheetHandedIn, .openingAsked, .openingReleased,
      .consensusOpened, .consensusFinished, .materialResult, .visitArranged, .visitSubmitted,
      .siteResult, .contentsDestroyed:
      []
    }
  }
}

extension Person {
  fileprivate var putIn: [PutIn] {
    [.name(.name, name), .choice(.roles, isMade: !roles.isEmpty), .name(.employer, employer)]
      + PutIn.names(.consultancies, consultancies) + PutIn.names(.expertise, expertise)
  }
}

extension Letterhead {
  fileprivate var putIn: [PutIn] {
    let lines: [PutIn] = [
      .name(.issuer, issuer), .name(.signer, signer), .name(.prefix, prefix),
      .name(.contact, contact), .name(.telephone, telephone), .name(.address, address),
      .name(.postcode, postcode), .name(.mailbox, mailbox), .name(.printer, printer),
      .name(.refundAccount, refundAccount),
      .name(.method, methodName),
    ]
    return lines + PutIn.names(.copies, copiesTo) + PutIn.names(.clauses, Array(clauses.values))
  }
}

extension Application {
  fileprivate func putIn(until last: Int) -> [PutIn] {
    let numbers: [(Refusal.Field, Int?, ClosedRange<Int>)] = [
      (.staff, staff, 1...9_999_999), (.founded, founded, 1000...max(1000, last)),
      (.modelSince, modelSince, 1900...max(1900, last)),
    ]
    return [.name(.name, name), .name(.creditCode, creditCode), .name(.industry, industry)]
      + PutIn.names(.controlled, controlled)
      + numbers.compactMap { field, number, range in
        number.map { .number(field, of: nil, $0, range) }
      }
  }
}

extension Document {
  fileprivate var putIn: [PutIn] {
    // What the file was called is not of the person's making, and may be longer than a name.
    [.name(.title, title), .text(.name, original?.name ?? "")]
  }
}

extension ApplicationForm {
  fileprivate func putIn(until last: Int) -> [PutIn] {
    let texts: [PutIn] = [
      .name(.address, address), .name(.legalRepresentative, legalRepresentative),
      .name(.qualityOfficer, qualityOfficer), .name(.appointment, appointment),
      .name(.contact, contact), .name(.industryCode, industryCode), .name(.group, group),
    ]
    let organisations = controlled.flatMap { [$0.name, $0.creditCode] }
    let months = [modelSince?.year].compactMap { $0 }
    return texts + PutIn.names(.systems, systems) + PutIn.names(.awards, awards)
      + PutIn.names(.controlled, organisations)
      + months.map { .number(.modelSince, of: nil, $0, 1900...max(1900, last)) }
      + years.flatMap { $0.putIn(until: last) }
  }
}

extension YearFigures {
  fileprivate func putIn(until last: Int) -> [PutIn] {
    let most = 1_000_000_000_000
    let numbers: [(Refusal.Field, Int?, ClosedRange<Int>)] = [
      (.year, year, 1900...max(1900, last)), (.revenue, revenue?.begun, 0...most),
      // A loss has a minus, and taxes may come back.
      (.profit, profit?.begun, -most...most), (.tax, tax?.begun, -most...most),
      (.assets, assets?.begun, 0...most), (.productivity, productivity?.begun, -most...most),
      (.rank, rank, 1...1_000_000), (.researchShare, researchShare?.begun, 0...100),
    ]
    return numbers.compactMap { field, number, range in
      number.map { .number(field, of: year, $0, range) }
    }
  }
}

extension Objection {
  fileprivate var putIn: [PutIn] {
    [
      .name(.name, objector), .name(.unit, unit), .name(.telephone, telephone),
      .text(.facts, facts), .text(.reason, reasons),
      .text(.evidence, evidence), .text(.answer, answer ?? ""),
    ]
  }
}

extension AgendaLine {
  fileprivate var putIn: [PutIn] {
    [
      .name(.text, time), .name(.title, title), .name(.department, department),
      .name(.place, place), .name(.name, escort),
    ]
  }
}

extension Comment {
  fileprivate var putIn: [PutIn] {
    [.text(.text, text)] + evidence.map { .text(.evidence, $0) }
  }
}

extension Sheet {
  fileprivate var putIn: [PutIn] {
    let notes: [PutIn] =
      head.findings.values.map { .text(.note, $0.note) }
      + head.keyFactors.map { .text(.text, $0) } + [.text(.text, head.overall)]
    return notes
      + items.values.flatMap { item in
        item.comments.flatMap(\.putIn) + item.sitePoints.map { .text(.text, $0.text) }
          + (item.mark.map(\.putIn) ?? [])
      }
  }
}

extension Mark {
  fileprivate var putIn: [PutIn] {
    switch self {
    case .percentage: []
    case .abstained(let reason): [.text(.reason, reason)]
    }
  }
}
