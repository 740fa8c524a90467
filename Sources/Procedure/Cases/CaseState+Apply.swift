import Criteria
import Foundation

extension CaseState {
  /// The state after an event of this case's stream that could be read.
  ///
  /// - Parameters:
  ///   - event: What happened; a second registration and events of the cycle change nothing.
  ///   - author: Who did it.
  ///   - moment: When, by the author's claim.
  public mutating func apply(_ event: Event, by author: PersonID, at moment: Moment) {
    switch event {
    case .panelAssigned(let id):
      panel = id
    case .declarationSigned(let person, let interest):
      declarations[person] = .some(interest)
    case .personRecused(let person, let interest):
      recusals[person] = interest
      if opening != .opened { opening = .closed }
      // A session under way goes on without their marks; a finished one stays as it was.
      if !consensusFinished { takeSheetsIntoConsensus() }
    case .reviewersDesignated(let reviewers, let day):
      designated = reviewers
      (due, reviewDue, designatedOn) = (day, day, moment.day)
      if opening != .opened { opening = .closed }
    default:
      applyAdmission(event, by: author, at: moment)
    }
  }

  mutating func applyReview(_ event: Event, by author: PersonID, at moment: Moment) {
    switch event {
    case .reviewStarted(let reviewer):
      let earlier = sheets[reviewer]
      sheets[reviewer] = SheetRecord(
        state: .started, revision: earlier?.revision ?? 0,
        withdrawals: earlier?.withdrawals ?? [:], startedAt: moment, handedInAt: nil)
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
    case .openingAsked: opening = .asked
    case .openingReleased: opening = .released
    default:
      applyConsensus(event, by: author, at: moment)
    }
  }

  private mutating func applyConsensus(_ event: Event, by author: PersonID, at moment: Moment) {
    switch event {
    case .consensusOpened(let revision, let threshold):
      opening = .opened
      (stage, openedAt) = (.consensus, moment)
      due = nil
      consensus = Consensus(revision: revision, threshold: threshold)
      takeSheetsIntoConsensus()
    case .attendanceRecorded(let present, let absences):
      consensus?.present = present
      consensus?.absences = absences
    case .itemDiscussed(let item, let text):
      consensus?.discussions[item, default: []].append(
        Discussion(text: text, by: author, at: moment))
    case .itemMerged(let item, let merge):
      consensus?.merges[item] = merge
    case .itemSettled(let item, let percentage, let reason):
      consensus?.settlements[item, default: []].append(
        Settlement(percentage: percentage, reason: reason, by: author, at: moment))
    case .dissentRecorded(let item, let person, let text):
      consensus?.dissents[item, default: []].append(
        Dissent(person: person, text: text, at: moment))
    case .consensusConcluded(let total, let conclusion):
      consensus?.conclusion = conclusion
      materialTotal = total
    case .consensusFinished:
      consensusFinished = true
      (stage, finishedAt) = (.leadersMeeting, moment)
    case .materialResult(_, let total, let percentages):
      materialTotal = total
      results = percentages
    case .consensusReopened(let revision, _):
      if let session = consensus { earlierSessions.append(session) }
      consensus?.revision = revision
      consensus?.conclusion = nil
      (consensusFinished, materialTotal, results, stage) = (false, nil, [:], .consensus)
      (openedAt, finishedAt, enters) = (moment, nil, nil)
      (meetingReport, hasReported) = (nil, false)
      takeSheetsIntoConsensus()
    default:
      applyVisit(event, by: author, at: moment)
    }
  }

  private mutating func applyVisit(_ event: Event, by author: PersonID, at moment: Moment) {
    switch event {
    case .visitArranged(let panel, let from, let until):
      onSitePanel = panel
      visit = Visit(panel: panel, from: from, until: until)
      due = until
    case .visitPrepared(let material, let checks, let agenda):
      visit?.material = material
      visit?.checks = checks
      visit?.agenda = agenda
    case .agendaChanged(let agenda):
      visit?.agenda = agenda
    case .checkAdded(let check):
      visit?.checks.append(check)
    case .checkTicked(let check, let finding):
      visit?.ticks[check, default: []].append(Tick(finding: finding, by: author, at: moment))
    case .siteMarkProposed(let item, let percentage, let reason):
      visit?.proposals[item, default: [:]][author] = SiteMark(
        percentage: percentage, reason: reason, by: author, at: moment)
    case .siteMarkSettled(let item, let percentage, let reason):
      visit?.settlements[item, default: []].append(
        SiteMark(percentage: percentage, reason: reason, by: author, at: moment))
    case .visitConcluded(let total, let opinion):
      visit?.opinion = opinion
      siteTotal = total
    case .visitSubmitted:
      visit?.submitted = true
      submittedAt = moment
      stage = .settlement
      due = nil
    case .siteResult(let total, _, let percentages):
      siteTotal = total
      results = percentages
    default: break
    }
  }

  /// Puts the sheets that count and could be read before the panel.
  private mutating func takeSheetsIntoConsensus() {
    guard opening == .opened else { return }
    consensus?.sheets = [:]
    for person in assigned {
      guard let record = sheets[person], record.state == .handedIn else { continue }
      consensus?.sheets[person] = contents[person]?[record.revision]
    }
  }
}
