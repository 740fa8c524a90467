import Criteria
import Foundation

extension CaseState {
  /// The state after an event of this case's stream that was admitted, read and examined.
  ///
  /// - Parameters:
  ///   - event: What happened; a second registration and events of other streams change nothing.
  ///   - author: Who did it.
  ///   - moment: When, by the author's claim.
  ///   - name: The entry's name, which inquiries, objections and checks are called by.
  public mutating func apply(
    _ event: Event, by author: PersonID, at moment: Moment, named name: EntryName
  ) {
    guard event.kind.stream == .dossier, event.kind != .caseRegistered else { return }
    let before = begun
    begun = nil
    take(event, Author(id: author, moment: moment, name: name, begun: before))
    trace(event.kind, by: author, named: name)
  }

  /// Who wrote an entry and when, what it is called, and what the entry directly before it began.
  struct Author {
    let id: PersonID
    let moment: Moment
    let name: EntryName
    let begun: Begun?
  }

  private mutating func take(_ event: Event, _ author: Author) {
    let moment = author.moment
    switch event {
    // How it comes in and is qualified (E, M, Q).
    case .applicationAmended(let application): self.application = application
    case .formFilled(let form): admission.form = form
    case .documentAttached(let document): attach(document)
    case .copiesCounted(let copies): admission.copies = copies
    case .applicationSubmitted(let day): (admission.submitted, stage) = (day, .districtCheck)
    case .applicationRecommended(let day):
      keepReason(.recommendation, author)
      (admission.sealedOn, stage) = (day, .qualification)
    case .applicationReturned:
      keepReason(.returned, author)
      stage = .returned
    case .applicationResumed: (admission.submitted, stage) = (nil, .registered)
    case .changeReported(let report): admission.changes.append(report)
    case .conditionDecided(let rule, let isMet, let reason):
      admission.conditions[rule] = ConditionDecision(
        isMet: isMet, reason: reason, by: author.id, at: moment)
    case .inquirySent(let purpose, let day): send(purpose, on: day, author)
    case .inquiryRecorded(let id, let content): record(content, of: id)
    case .inquiryAnswered(let id, let day): admission.inquiries[id]?.answered = day
    case .qualificationDecided(let isQualified):
      keepReason(.qualification, author)
      admission.isQualified = isQualified
      if !isQualified { stage = .notQualified }
    case .materialNoted(let kind, let text), .officeNoted(let kind, let text):
      begun = .reason(kind, Note(text: text, by: author.id, at: moment))

    // Notices, objections, letters, decisions (R7–R9, S6, P).
    case .noticePublished(let notice): publish(notice)
    case .noticeClosed(let kind, let day): close(kind, on: day)
    case .letterSent(let letter): publicity.letters.append(letter)
    case .meetingReportGiven: break
    case .meetingReported(let text):
      meetingReport = Note(text: text, by: author.id, at: moment)
    case .entryDecided(_, let enters):
      keepReason(.entry, author)
      self.enters = enters
      if !enters { (stage, due) = (.notEntered, nil) }
    case .proposalDecided(_, let isProposed):
      keepReason(.proposal, author)
      self.isProposed = isProposed
      (stage, due) = (isProposed ? .opinions : .notProposed, nil)
    case .objectionReceived(let day, let due): receive(on: day, due: due, author)
    case .objectionRecorded(let id, let content): record(content, of: id)
    case .objectionAnswered(let id, let day, let isUpheld):
      publicity.objections[id]?.answered = day
      publicity.objections[id]?.isUpheld = isUpheld
    case .approvalDecided(_, let isApproved):
      keepReason(.approval, author)
      self.isApproved = isApproved
      if !isApproved { stage = .notProposed }
    case .listPublished(let number, let day, let until, let tier, let total):
      cultivation = Cultivation(
        number: number, since: day, until: until, tier: tier, total: total)
      (stage, due) = (.cultivation, nil)
    case .caseEnded(let ending, _):
      keepReason(.ending, author)
      (self.ending, stage, due) = (ending, .terminated, nil)

    // Cultivation and assessments (C, V3).
    case .grantPaid(let payment): cultivation?.grant = payment
    case .activityRecorded(let activity): cultivation?.activities.append(activity)
    case .reportReceived(let year, let day): cultivation?.reports[year] = day
    case .placeLost(let ending, let day, let refundDue):
      keepReason(ending.note, author)
      cultivation?.refundDue = refundDue
      cultivation?.until = day
      (self.ending, stage, due) = (ending, .revoked, nil)
    case .lossAnnounced(_, let day): cultivation?.announced = day
    case .grantRefunded(let payment): cultivation?.refund = payment
    case .assessmentGiven(let direction): assessed.insert(direction)
    case .assessmentRecorded(let direction, let assessment): assessments[direction] = assessment

    // Who reviews, and independent review (R1–R5).
    case .panelAssigned(let id): panel = id
    case .declarationSigned(let person, let interest): declarations[person] = .some(interest)
    case .personRecused(let person, let interest): recuse(person, interest)
    case .reviewersDesignated(let reviewers, let day):
      designated = reviewers
      (due, reviewDue, designatedOn) = (day, day, moment.day)
      if opening != .opened { opening = .closed }
    case .reviewStarted(let reviewer): startSheet(of: reviewer, at: moment)
    case .sheetHandedIn(let reviewer, let revision):
      sheets[reviewer]?.state = .handedIn
      sheets[reviewer]?.revision = revision
      sheets[reviewer]?.handedInAt = moment
    case .sheetRecorded(let reviewer, let revision, let sheet):
      contents[reviewer, default: [:]][revision] = sheet
      takeSheetsIntoConsensus()
    case .sheetWithdrawn(let reviewer, let revision, let reason):
      sheets[reviewer]?.state = .withdrawn
      sheets[reviewer]?.withdrawals[revision] = reason
      opening = .closed
    case .openingAsked: (opening, asker) = (.asked, author.id)
    case .openingReleased: opening = .released

    // Consensus (R6).
    case .consensusOpened(let revision, let threshold):
      openConsensus(revision, threshold: threshold, at: moment)
    case .attendanceRecorded(let present, let absences):
      consensus?.present = present
      consensus?.absences = absences
    case .itemDiscussed(let item, let text):
      consensus?.discussions[item, default: []].append(
        Discussion(text: text, by: author.id, at: moment))
    case .itemMerged(let item, let merge): consensus?.merges[item] = merge
    case .itemSettled(let item, let percentage, let reason):
      consensus?.settlements[item, default: []].append(
        Settlement(percentage: percentage, reason: reason, by: author.id, at: moment))
    case .dissentRecorded(let item, let person, let text):
      consensus?.dissents[item, default: []].append(
        Dissent(person: person, text: text, at: moment))
    case .consensusConcluded(let total, let conclusion):
      begun = .conclusion(total, conclusion)
    case .consensusFinished: finishConsensus(author)
    case .materialResult(_, let total, let percentages):
      (materialTotal, results) = (total, percentages)
    case .consensusReopened(let revision, _): reopenConsensus(revision, at: moment)

    // On site (S1–S5).
    case .visitArranged(let panel, let from, let until):
      onSitePanel = panel
      visit = Visit(panel: panel, from: from, until: until)
      due = until
    case .visitPrepared(let material, let points, let agenda):
      prepareVisit(material, points, agenda, author.name)
    case .agendaChanged(let agenda): visit?.agenda = agenda
    case .checkAdded(let point): add(point, named: author.name)
    case .checkTicked(let check, let finding):
      visit?.ticks[check, default: []].append(Tick(finding: finding, by: author.id, at: moment))
    case .siteMarkProposed(let item, let percentage, let reason):
      visit?.proposals[item, default: [:]][author.id] = SiteMark(
        percentage: percentage, reason: reason, by: author.id, at: moment)
    case .siteMarkSettled(let item, let percentage, let reason):
      visit?.settlements[item, default: []].append(
        SiteMark(percentage: percentage, reason: reason, by: author.id, at: moment))
    case .visitConcluded(let total, let opinion): begun = .conclusion(total, opinion)
    case .visitSubmitted: submitVisit(author)
    case .siteResult(let total, _, let percentages): (siteTotal, results) = (total, percentages)

    // Of other streams: `apply` let none of them through.
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded,
      .meetingHeld, .personSanctioned, .cycleClosed, .entryNoted, .clockCorrected, .complaintLodged,
      .investigationNoted,
      .investigationClosed, .caseRegistered:
      break
    }
  }

  /// A note belongs to a case with the decision that it is the reason of, and not before it.
  private mutating func keepReason(_ about: NoteKind, _ author: Author) {
    guard case .reason(about, let note) = author.begun, note.by == author.id else { return }
    notes[about, default: []].append(note)
  }
}

extension Ending {
  /// What the note is about that gives the reason of a place lost.
  var note: NoteKind {
    switch self {
    case .reportMissing: .lost
    case .breach: .revocation
    case .fraud, .ineligible, .withdrawn: .ending
    }
  }
}
