import Criteria
import Procedure
import Reports
import Store

/// What one person can print of a case: by role, by how far it has come, and by what their keys open.
///
/// Blindness needs no rule of its own here: a state holds only what its reader may read. Before the
/// sheets are opened no paper tells a mark, not even one's own, which would lie about on a printer.
struct PaperDesk {
  let dossier: CaseState
  let person: PersonID
  let cycle: CycleState

  /// In the order in which they lie in the case's folder.
  var orders: [PaperOrder] {
    let papers = papers
    let isWhole = (isOffice || isSupervisor) && papers.contains(where: isFiled)
    return isWhole ? papers + [order(.caseFile)] : papers
  }

  private var papers: [PaperOrder] { admission + review + visit + afterwards }

  /// The papers that lie in the case's folder: all but blank ones, and the folder itself.
  var filed: [PaperOrder] { papers.filter(isFiled) }

  private func isFiled(_ order: PaperOrder) -> Bool {
    switch order.paper {
    case .blankSheet, .attendanceSheet, .pledge, .caseFile, .meetingMinutes: false
    case .mutualAssessment: order.direction.map { dossier.assessments[$0] != nil } ?? false
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement, .reviewSheet, .consensusRecord, .materialReport, .visitPlan, .visitAgenda,
      .visitRecord, .visitReport, .feedbackReport, .complaintRecord, .complaintReport,
      .recommendation, .materialReceipt, .scoreTable:
      true
    }
  }

  /// Whether it stands in the table of scores: its consensus is finished and open to this person, who
  /// leads its panel, or reads all of them.
  var isScored: Bool {
    guard dossier.consensusFinished, dossier.consensus?.sheets.isEmpty == false else {
      return false
    }
    let leader = dossier.panel.flatMap { cycle.panels[$0] }
      .flatMap { dossier.actingLeader(of: $0, in: cycle) }
    return isOffice || isSupervisor || leader == person
  }

  // MARK: Who

  private var isOffice: Bool { cycle.acts(person, as: .secretariat) }
  private var isSupervisor: Bool { cycle.acts(person, as: .supervisor) }

  private var isOfDistrict: Bool {
    cycle.acts(person, as: .districtOfficer)
      && cycle.people[person]?.district == dossier.application.district
  }

  /// Whether they sit on a panel of the case and declared that they may.
  private func sits(on panel: PanelID?) -> Bool {
    panel.flatMap { cycle.panels[$0] }?.members.contains(person) == true
      && dossier.isCleared(person) && cycle.isReady(person)
  }

  private func order(_ paper: Paper, number: String = "", isDraft: Bool = false) -> PaperOrder {
    PaperOrder(paper, of: [dossier.id], number: number, isDraft: isDraft)
  }

  private func name(_ person: PersonID) -> Phrase {
    .plain(cycle.people[person]?.name ?? person.rawValue)
  }

  // MARK: What

  private var admission: [PaperOrder] {
    guard isOffice || isSupervisor || isOfDistrict else { return [] }
    var orders: [PaperOrder] = []
    if !dossier.documents.isEmpty || !dossier.admission.copies.isEmpty {
      orders.append(order(.materialReceipt))
    }
    if dossier.admission.sealedOn != nil, dossier.notes[.recommendation] != nil {
      orders.append(order(.recommendation))
    }
    return orders + asked(.qualification) + sent([.notQualified])
  }

  private var review: [PaperOrder] {
    let panels = [dossier.panel, dossier.onSitePanel].compactMap { $0 }
    var seen: Set<PersonID> = []
    let members = panels.flatMap { cycle.panels[$0]?.members ?? [] }
      .filter { seen.insert($0).inserted }
    var orders: [PaperOrder] = []
    for member in members where isOffice || isSupervisor || member == person {
      orders.append(order(.pledge).of(member, name(member)))
    }
    if dossier.stage == .independentReview, dossier.panel != nil,
      isOffice || sits(on: dossier.panel)
    {
      orders.append(order(.blankSheet))
    }
    guard let session = dossier.consensus, !session.sheets.isEmpty,
      isOffice || isSupervisor || sits(on: dossier.panel)
    else { return orders }
    for reviewer in session.sheets.keys.sorted() {
      orders.append(order(.reviewSheet).of(reviewer, name(reviewer)))
    }
    orders.append(order(.consensusRecord, isDraft: !dossier.consensusFinished))
    guard dossier.consensusFinished else { return orders }
    orders.append(order(.materialReport))
    // What the applicant is told goes out from the bureau, and not before the meeting decided.
    if isOffice, dossier.enters != nil { orders.append(order(.feedbackReport)) }
    return orders + sent([.notEntered])
  }

  private var visit: [PaperOrder] {
    guard let visit = dossier.visit, !visit.checks.isEmpty,
      isOffice || isSupervisor || sits(on: dossier.onSitePanel)
    else { return [] }
    var orders = [Paper.visitPlan, .visitAgenda, .attendanceSheet, .visitRecord].map { order($0) }
    if visit.submitted { orders.append(order(.visitReport)) }
    return orders
  }

  private var afterwards: [PaperOrder] {
    var orders: [PaperOrder] = []
    for direction in Assessment.Direction.allCases {
      let canFill =
        dossier.visit?.submitted == true && !dossier.assessed.contains(direction)
        && (isOffice || sits(on: dossier.onSitePanel))
      guard canFill || dossier.assessments[direction] != nil else { continue }
      orders.append(.assessment(direction, in: dossier.id))
    }
    guard isOffice || isSupervisor else { return orders }
    orders += asked(.opinion) + PaperOrder.answers(in: dossier) + sent([.revoked])
    if dossier.cultivation?.announced != nil { orders.append(.announcement(of: dossier)) }
    return orders
  }

  /// The letters to departments for a purpose.
  private func asked(_ purpose: InquiryPurpose) -> [PaperOrder] {
    guard isOffice || isSupervisor else { return [] }
    return dossier.inquiryLetters(for: purpose).map(PaperOrder.init)
  }

  /// The letters of these kinds that went out.
  private func sent(_ kinds: [LetterKind]) -> [PaperOrder] {
    guard isOffice || isSupervisor else { return [] }
    return dossier.publicity.letters.filter { kinds.contains($0.kind) }.map {
      order(Paper($0.kind), number: $0.number)
    }
  }
}

extension PaperOrder {
  /// The table of these cases' scores, also as a workbook; of all that the person may read where no
  /// case is named.
  static func scores(of dossiers: [CaseID]) -> PaperOrder {
    PaperOrder(.scoreTable, of: dossiers, formats: [.xlsx] + PaperFormat.papers)
  }

  /// What supervision can print of a complaint, which nobody else can read.
  static func papers(of investigation: Investigation) -> [PaperOrder] {
    let papers: [Paper] =
      investigation.closedAt == nil ? [.complaintRecord] : [.complaintRecord, .complaintReport]
    return papers.map { paper in
      var order = PaperOrder(paper, of: [])
      order.complaint = investigation.complaint.id
      return order
    }
  }

  /// What both sides of a visit said of each other, as supervision reads it.
  static func assessments(of row: WatchRow) -> [PaperOrder] {
    guard let dossier = row.dossier else { return [] }
    return row.assessments.keys.sorted { $0.rawValue < $1.rawValue }
      .map { assessment($0, in: dossier) }
  }

  fileprivate static func assessment(
    _ direction: Assessment.Direction, in dossier: CaseID
  ) -> PaperOrder {
    var order = PaperOrder(.mutualAssessment, of: [dossier])
    (order.direction, order.about) = (direction, .assessment(direction))
    return order
  }

  /// Whether it asks for the same paper, whatever its number and forms.
  func isSame(as other: PaperOrder) -> Bool {
    (paper, dossiers, person) == (other.paper, other.dossiers, other.person)
      && (direction, complaint, objection) == (other.direction, other.complaint, other.objection)
      && (meeting, department) == (other.meeting, other.department)
  }

  fileprivate func of(_ person: PersonID, _ name: Phrase) -> PaperOrder {
    var order = self
    (order.person, order.about) = (person, name)
    return order
  }
}
