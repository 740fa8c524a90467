import Criteria
import Foundation

extension Event {
  /// What it changes: one exhaustive switch for all states.
  var change: Change {
    switch self {
    // The cycle.
    case .cycleOpened(let year, let title, let parameters, let edition):
      .cycle { $0.open(year, title, parameters, edition) }
    case .parametersAdopted(let parameters): .cycle { $0.parameters = parameters }
    case .callAnnounced(let from, let until): .cycle { $0.announce(Call(from: from, until: until)) }
    case .calendarLoaded(let text): .cycle { $0.load(text) }
    case .meetingHeld(let meeting): .cycle { $0.meetings[meeting.id] = meeting }
    case .letterheadSet(let letterhead): .cycle { $0.letterhead = letterhead }
    case .cycleClosed: .cycle { $0.isClosed = true }
    case .entryNoted(let entry, let person, let role, _):
      .cycle { $0.notes[entry, default: [:]][role] = person }
    // What is accepted takes effect where it stands.
    case .clockCorrected, .entriesAccepted: .nothing
    case .copyRetired(let copy, _): .cycle { $0.retiredCopies.insert(copy) }
    case .personSanctioned(let person, let sanction): .cycle { $0.take(sanction, of: person) }
    case .personInvited(let person):
      .cycle {
        $0.people[person.id] = person
        $0.standing[person.id] = .invited
      }
    case .personChanged(let person): .cycle { $0.people[person.id] = person }
    case .personJoined(let person, let fingerprint):
      .cycle {
        $0.standing[person] = .joined
        $0.fingerprints[person] = fingerprint
      }
    case .personConfirmed(let person, _): .cycle { $0.standing[person] = .confirmed }
    case .panelFormed(let panel), .panelChanged(let panel): .cycle { $0.take(panel) }

    // Read where it is asked for: no act rests on it.
    case .paperKept, .minutesRecorded: .nothing

    // Supervision (V3).
    case .complaintLodged(let complaint):
      .supervision { $0.lodge(complaint, by: $1, at: $2) }
    case .investigationNoted(let id, let text):
      .supervision { $0.investigations[id]?.steps.append(Note(text: text, by: $1, at: $2)) }
    case .investigationClosed(let id, let outcome, let measure, let finding):
      .supervision { state, _, moment in
        state.investigations[id]?.outcome = outcome
        state.investigations[id]?.measure = measure
        state.investigations[id]?.finding = finding
        state.investigations[id]?.closedAt = moment
      }

    // A case begins: `CaseState.init` makes it of the event, and nothing is changed by it.
    case .caseRegistered: .nothing
    // How it comes in and is qualified (E, M, Q).
    case .applicationAmended(let application):
      .dossier { state, _ in state.application = application }
    case .formFilled(let form): .dossier { state, _ in state.admission.form = form }
    case .documentAttached(let document):
      .dossier { state, author in state.attach(document, author) }
    case .documentRemoved(let id): .dossier { state, author in state.remove(id, author) }
    case .documentReceived(let document, let receipt):
      .dossier { state, author in
        state.attach(document, author)
        state.material.receipts[document.id] = receipt
      }
    case .splittingCorrected(let id, let corrections, let sections):
      .dossier { state, author in
        state.correct(id, corrections, sections: sections, author)
      }
    case .copiesCounted(let copies): .dossier { state, _ in state.admission.copies = copies }
    case .applicationSubmitted(let day):
      .dossier { state, _ in (state.admission.submitted, state.stage) = (day, .districtCheck) }
    case .applicationRecommended(let day):
      .dossier { state, author in
        state.keepReason(.recommendation, author)
        (state.admission.sealedOn, state.stage) = (day, .qualification)
      }
    case .applicationReturned:
      .dossier { state, author in
        state.keepReason(.returned, author)
        state.stage = .returned
      }
    case .applicationResumed:
      .dossier { state, _ in (state.admission.submitted, state.stage) = (nil, .registered) }
    case .changeReported(let report):
      .dossier { state, _ in state.admission.changes.append(report) }
    case .conditionDecided(let rule, let isMet, let reason):
      .dossier { state, author in
        state.admission.conditions[rule] = ConditionDecision(
          isMet: isMet, reason: reason, by: author.id, at: author.moment)
      }
    case .inquirySent(let purpose, let day, let number):
      .dossier { state, author in state.send(purpose, on: day, number: number, author) }
    case .inquiryRecorded(let id, let content):
      .dossier { state, _ in state.record(content, of: id) }
    case .inquiryAnswered(let id, let day):
      .dossier { state, _ in state.admission.inquiries[id]?.answered = day }
    case .qualificationDecided(let isQualified):
      .dossier { state, author in
        state.keepReason(.qualification, author)
        state.admission.isQualified = isQualified
        if !isQualified { state.stage = .notQualified }
      }
    case .materialNoted(let kind, let text), .officeNoted(let kind, let text):
      .dossier { state, author in
        state.begun = .reason(kind, Note(text: text, by: author.id, at: author.moment))
      }

    // Notices, objections, letters, decisions (R7–R9, S6, P).
    case .noticePublished(let notice): .dossier { state, _ in state.publish(notice) }
    case .noticeClosed(let kind, let day): .dossier { state, _ in state.close(kind, on: day) }
    case .letterSent(let letter): .dossier { state, _ in state.publicity.letters.append(letter) }
    case .meetingReportGiven: .nothing
    case .meetingReported(let text):
      .dossier { state, author in
        state.meetingReport = Note(text: text, by: author.id, at: author.moment)
      }
    case .entryDecided(_, let enters):
      .dossier { state, author in
        state.keepReason(.entry, author)
        state.enters = enters
        if !enters { (state.stage, state.due) = (.notEntered, nil) }
      }
    case .proposalDecided(_, let isProposed):
      .dossier { state, author in
        state.keepReason(.proposal, author)
        state.isProposed = isProposed
        (state.stage, state.due) = (isProposed ? .opinions : .notProposed, nil)
      }
    case .objectionReceived(let day, let due):
      .dossier { state, author in state.receive(on: day, due: due, author) }
    case .objectionRecorded(let id, let content):
      .dossier { state, _ in state.record(content, of: id) }
    case .objectionAnswered(let id, let day, let isUpheld):
      .dossier { state, _ in
        state.publicity.objections[id]?.answered = day
        state.publicity.objections[id]?.isUpheld = isUpheld
      }
    case .objectionDelivered(let id, let delivery):
      .dossier { state, _ in state.publicity.objections[id]?.delivery = delivery }
    case .paperCorrected(let correction):
      .dossier { state, author in state.correct(correction, author) }
    case .approvalDecided(_, let isApproved):
      .dossier { state, author in
        state.keepReason(.approval, author)
        state.isApproved = isApproved
        if !isApproved { state.stage = .notProposed }
      }
    case .listPublished(let number, let day, let until, let tier, let total):
      .dossier { state, _ in
        state.cultivation = Cultivation(
          number: number, since: day, until: until, tier: tier, total: total)
        (state.stage, state.due) = (.cultivation, nil)
      }
    case .caseEnded(let ending, _):
      .dossier { state, author in
        state.keepReason(.ending, author)
        (state.ending, state.stage, state.due) = (ending, .terminated, nil)
      }

    // Cultivation and assessments (C, V3).
    case .grantPaid(let payment): .dossier { state, _ in state.cultivation?.grant = payment }
    case .activityRecorded(let activity):
      .dossier { state, _ in state.cultivation?.activities.append(activity) }
    case .reportReceived(let year, let day):
      .dossier { state, _ in state.cultivation?.reports[year] = day }
    case .placeLost(let ending, let day, let refundDue):
      .dossier { state, author in
        state.keepReason(ending.note, author)
        state.cultivation?.refundDue = refundDue
        state.cultivation?.until = day
        (state.ending, state.stage, state.due) = (ending, .revoked, nil)
      }
    case .lossAnnounced(let number, let day):
      .dossier { state, _ in
        state.cultivation?.announced = day
        state.cultivation?.announcement = number
      }
    case .grantRefunded(let payment): .dossier { state, _ in state.cultivation?.refund = payment }
    case .assessmentGiven(let direction): .dossier { state, _ in state.assessed.insert(direction) }
    case .assessmentRecorded(let direction, let assessment):
      .dossier { state, _ in state.assessments[direction] = assessment }

    // Who reviews, and independent review (R1–R5).
    case .panelAssigned(let id): .dossier { state, _ in state.panel = id }
    case .declarationSigned(let person, let interest):
      .dossier { state, _ in state.declarations[person] = .some(interest) }
    case .personRecused(let person, let interest):
      .dossier { state, _ in state.recuse(person, interest) }
    case .reviewersDesignated(let reviewers, let day):
      .dossier { state, author in
        state.designated = reviewers
        (state.due, state.reviewDue, state.designatedOn) = (day, day, author.moment.day)
        if state.opening != .opened { state.opening = .closed }
      }
    case .reviewStarted(let reviewer):
      .dossier { state, author in state.startSheet(of: reviewer, at: author.moment) }
    case .sheetHandedIn(let reviewer, let revision):
      .dossier { state, author in
        state.sheets[reviewer]?.state = .handedIn
        state.sheets[reviewer]?.revision = revision
        state.sheets[reviewer]?.handedInAt = author.moment
      }
    case .sheetRecorded(let reviewer, let revision, let sheet):
      .dossier { state, _ in
        state.contents[reviewer, default: [:]][revision] = sheet
        state.takeSheetsIntoConsensus()
      }
    case .sheetWithdrawn(let reviewer, let revision, let reason):
      .dossier { state, _ in
        state.sheets[reviewer]?.state = .withdrawn
        state.sheets[reviewer]?.withdrawals[revision] = reason
        // What is disclosed stays disclosed, also where it met this and this was accepted.
        if state.opening != .opened { state.opening = .closed }
      }
    case .openingAsked:
      .dossier { state, author in
        if state.opening != .opened { (state.opening, state.asker) = (.asked, author.id) }
      }
    case .openingReleased:
      .dossier { state, _ in if state.opening != .opened { state.opening = .released } }

    // Consensus (R6).
    case .consensusOpened(let revision, let threshold):
      .dossier { state, author in
        state.openConsensus(revision, threshold: threshold, at: author.moment)
      }
    case .attendanceRecorded(let present, let absences, let place):
      .dossier { state, _ in
        state.consensus?.present = present
        state.consensus?.absences = absences
        state.consensus?.place = place ?? ""
      }
    case .itemDiscussed(let item, let text):
      .dossier { state, author in
        state.consensus?.discussions[item, default: []].append(
          Discussion(text: text, by: author.id, at: author.moment))
      }
    case .itemMerged(let item, let merge):
      .dossier { state, _ in state.consensus?.merges[item] = merge }
    case .itemSettled(let item, let percentage, let reason):
      .dossier { state, author in
        state.consensus?.settlements[item, default: []].append(
          Settlement(percentage: percentage, reason: reason, by: author.id, at: author.moment))
      }
    case .dissentRecorded(let item, let person, let text):
      .dossier { state, author in
        state.consensus?.dissents[item, default: []].append(
          Dissent(person: person, text: text, at: author.moment))
      }
    case .consensusConcluded(let total, let conclusion):
      .dossier { state, _ in state.begun = .conclusion(total, conclusion) }
    case .consensusFinished: .dossier { state, author in state.finishConsensus(author) }
    case .materialResult(_, let total, let percentages):
      .dossier { state, _ in (state.materialTotal, state.results) = (total, percentages) }
    case .consensusReopened(let revision, _):
      .dossier { state, author in state.reopenConsensus(revision, at: author.moment) }

    // On site (S1–S5).
    case .visitArranged(let panel, let from, let until):
      .dossier { state, _ in
        state.onSitePanel = panel
        state.visit = Visit(panel: panel, from: from, until: until)
        state.due = until
      }
    case .visitPrepared(let material, let points, let agenda):
      .dossier { state, author in state.prepareVisit(material, points, agenda, author.name) }
    case .agendaChanged(let agenda): .dossier { state, _ in state.visit?.agenda = agenda }
    case .checkAdded(let point): .dossier { state, author in state.add(point, named: author.name) }
    case .checkTicked(let check, let finding):
      .dossier { state, author in
        state.visit?.ticks[check, default: []].append(
          Tick(finding: finding, by: author.id, at: author.moment))
      }
    case .siteMarkProposed(let item, let percentage, let reason):
      .dossier { state, author in
        state.visit?.proposals[item, default: [:]][author.id] = SiteMark(
          percentage: percentage, reason: reason, by: author.id, at: author.moment)
      }
    case .siteMarkSettled(let item, let percentage, let reason):
      .dossier { state, author in
        state.visit?.settlements[item, default: []].append(
          SiteMark(percentage: percentage, reason: reason, by: author.id, at: author.moment))
      }
    case .visitConcluded(let total, let opinion):
      .dossier { state, _ in state.begun = .conclusion(total, opinion) }
    case .visitSubmitted: .dossier { state, author in state.submitVisit(author) }
    case .siteResult(let total, _, let percentages):
      .dossier { state, _ in (state.siteTotal, state.results) = (total, percentages) }
    case .contentsDestroyed(let day): .dossier { state, _ in state.destroyed = day }
    }
  }
}
