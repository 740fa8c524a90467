import Criteria
import Foundation

/// How a case comes in, and what is published of it.
extension CaseState {
  mutating func attach(_ document: Document, _ author: Author) {
    remove(document.id, isReplaced: true, author)
    documents.append(document)
  }

  /// M7: what is removed or replaced is kept as it was.
  mutating func remove(_ id: DocumentID, isReplaced: Bool = false, _ author: Author) {
    material.former += documents.filter { $0.id == id }.map {
      FormerDocument(document: $0, by: author.id, at: author.moment, isReplaced: isReplaced)
    }
    documents.removeAll { $0.id == id }
    // It said what the lines of that text belong to.
    material.splittings[id] = nil
  }

  mutating func correct(
    _ id: DocumentID, _ corrections: [Correction], sections: [String], _ author: Author
  ) {
    material.splittings[id] = SplittingRecord(
      corrections: corrections, by: author.id, at: author.moment)
    if let place = documents.firstIndex(where: { $0.id == id }) {
      documents[place].sections = sections
    }
  }

  mutating func send(
    _ purpose: InquiryPurpose, on day: Day, number: String?, _ author: Author
  ) {
    admission.inquiries[InquiryID(author.name.rawValue)] = InquiryRecord(
      purpose: purpose, asked: day, number: number,
      ordinal: admission.inquiries.count + 1)
  }

  mutating func record(_ content: Inquiry, of id: InquiryID?) {
    guard let id = id ?? trace.last.map({ InquiryID($0.name.rawValue) }) else { return }
    admission.inquiries[id]?.content = content
  }

  mutating func receive(on day: Day, due: Term, _ author: Author) {
    publicity.objections[ObjectionID(author.name.rawValue)] = ObjectionRecord(
      received: day, due: due, isUpheld: false, ordinal: publicity.objections.count + 1)
  }

  mutating func record(_ content: Objection, of id: ObjectionID?) {
    guard let id = id ?? trace.last.map({ ObjectionID($0.name.rawValue) }) else { return }
    publicity.objections[id]?.content = content
  }

  mutating func publish(_ notice: PublicNotice) {
    publicity.notices.append(notice)
    (stage, due) = notice.holds ? (notice.kind.stage, notice.last) : (.independentReview, nil)
  }

  mutating func close(_ kind: NoticeKind, on day: Day) {
    if let place = publicity.notices.lastIndex(where: { $0.kind == kind }) {
      publicity.notices[place].closed = day
    }
    guard stage == kind.stage else { return }
    due = nil
    stage =
      switch kind {
      case .qualification: .independentReview
      case .onSite: .onSiteReview
      case .proposal: .approval
      }
  }
}

/// Independent review and consensus.
extension CaseState {
  mutating func recuse(_ person: PersonID, _ interest: Interest) {
    recusals[person] = interest
    if opening != .opened { opening = .closed }
    // A session under way goes on without their marks; a finished one stays as it was.
    if !consensusFinished { takeSheetsIntoConsensus() }
  }

  mutating func startSheet(of reviewer: PersonID, at moment: Moment) {
    let earlier = sheets[reviewer]
    sheets[reviewer] = SheetRecord(
      state: .started, revision: earlier?.revision ?? 0,
      withdrawals: earlier?.withdrawals ?? [:], startedAt: moment, handedInAt: nil)
  }

  mutating func openConsensus(_ revision: Int, threshold: Int, at moment: Moment) {
    (opening, stage, openedAt, due) = (.opened, .consensus, moment, nil)
    consensus = Consensus(revision: revision, threshold: threshold)
    takeSheetsIntoConsensus()
  }

  mutating func finishConsensus(_ author: Author) {
    if case .conclusion(let total, let text) = author.begun {
      materialTotal = total
      consensus?.conclusion = text
    }
    (consensusFinished, stage, finishedAt) = (true, .leadersMeeting, author.moment)
  }

  mutating func reopenConsensus(_ revision: Int, at moment: Moment) {
    if let session = consensus { earlierSessions.append(session) }
    consensus?.revision = revision
    consensus?.conclusion = nil
    (consensusFinished, materialTotal, results, stage) = (false, nil, [:], .consensus)
    (openedAt, finishedAt, enters, meetingReport) = (moment, nil, nil, nil)
    takeSheetsIntoConsensus()
  }

  /// Puts the sheets that count and could be read before the panel.
  mutating func takeSheetsIntoConsensus() {
    guard opening == .opened else { return }
    consensus?.sheets = [:]
    for person in assigned {
      guard let record = sheets[person], record.state == .handedIn else { continue }
      consensus?.sheets[person] = contents[person]?[record.revision]
    }
  }
}

/// On site.
extension CaseState {
  mutating func prepareVisit(
    _ material: [ItemID: Percentage], _ points: [CheckPoint], _ agenda: [AgendaLine],
    _ name: EntryName
  ) {
    visit?.material = material
    visit?.checks = points.enumerated().map { index, point in
      Check(id: CheckID("\(name).\(index + 1)"), ordinal: index + 1, point: point)
    }
    visit?.agenda = agenda
  }

  mutating func add(_ point: CheckPoint, named name: EntryName) {
    guard let ordinal = visit.map({ $0.checks.count + 1 }) else { return }
    visit?.checks.append(Check(id: CheckID(name.rawValue), ordinal: ordinal, point: point))
  }

  mutating func submitVisit(_ author: Author) {
    if case .conclusion(let total, let text) = author.begun {
      siteTotal = total
      visit?.opinion = text
    }
    visit?.submitted = true
    (submittedAt, stage, due) = (author.moment, .settlement, nil)
  }
}
