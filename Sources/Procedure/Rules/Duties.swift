import Foundation

/// What waits for somebody in a case.
public enum DutyKind: String, Codable, Sendable, CaseIterable {
  /// An application is completed and handed in to the district's check (M1–M7).
  case submit
  /// The district checks and recommends, or returns (Q1).
  case recommend
  /// The city inquires, decides the conditions and qualifies (Q2, Q3).
  case qualify
  /// A notice is to be published (Q3, R8, P2).
  case publishNotice
  /// A notice runs until its last day and is closed after it (Q3, R8, P2).
  case closeNotice
  /// An objection is to be answered (P3).
  case answerObjection
  /// A letter is to go out (Q3, R9, C4).
  case sendLetter
  /// The leader reports to the leaders' meeting (R7).
  case reportToMeeting
  /// The leaders' meeting decides on entry (R7).
  case decideEntry
  /// The bureau settles the proposed list (S6).
  case decideProposal
  /// Departments are asked for their opinions (P1).
  case askOpinions
  /// The director meeting approves (P4).
  case approve
  /// The approved list is published (P4).
  case publishList
  /// The grant is paid (C1).
  case payGrant
  /// A yearly report is due (C3).
  case report
  /// A loss is announced (C4).
  case announceLoss
  /// A grant is to be refunded (C4).
  case refund
  /// The panel assesses the applicant after the visit (V3).
  case assess
  /// The secretariat assigns a panel, or names a leader where nobody is left to lead (R1).
  case assignPanel
  /// A declaration before the material opens (R5).
  case declare
  /// The leader designates reviewers (R2).
  case designate
  /// An independent review is to be written and handed in (R3).
  case review
  /// All sheets are in: the leader asks to open (R4).
  case askOpening
  /// The leader asked: the secretariat releases its half (R4).
  case release
  /// Released: the leader opens (R4).
  case openConsensus
  /// The consensus is under way (R6).
  case consensus
  /// The secretariat arranges the visit (S1).
  case arrangeVisit
  /// The visit is under way (S2–S5).
  case visit
}

/// Something that waits, and for whom.
public struct Duty: Sendable, Hashable {
  public var holder: Reader
  public var kind: DutyKind
  public var due: Day?

  /// A duty; without a day unless given.
  public init(holder: Reader, kind: DutyKind, due: Day? = nil) {
    (self.holder, self.kind, self.due) = (holder, kind, due)
  }
}

extension Duty {
  /// The first day on which it can be done; nil where it can be done at once.
  public var opens: Day? {
    if kind == .closeNotice { return due?.adding(days: 1) }
    if kind == .report { return due.flatMap { Day("\($0.year)-01-01") } }
    return nil
  }

  /// The last day on which it can be done; nil where it can be done late.
  public var closes: Day? { kind == .submit ? due : nil }

  /// Whether it can be done on a day: what cannot be done yet, or no more, waits for nobody.
  public func isPossible(on day: Day) -> Bool {
    opens.map { $0 <= day } != false && closes.map { day <= $0 } != false
  }
}

/// Everything that waits in a case, from what is clear for all, whether or not it can be done today.
public func duties(in dossier: CaseState, cycle: CycleState) -> [Duty] {
  var duties: [Duty] = []
  func add(_ holder: Reader, _ kind: DutyKind, due: Day? = nil) {
    duties.append(Duty(holder: holder, kind: kind, due: due))
  }
  let panel = dossier.panel.flatMap { cycle.panels[$0] }
  let leader = panel.flatMap { dossier.actingLeader(of: $0, in: cycle) }
  switch dossier.stage {
  case .independentReview:
    guard let panel, let leader else {
      add(.group(.secretariat), .assignPanel)
      break
    }
    let asked = Set([leader] + (dossier.designated.isEmpty ? [leader] : dossier.designated))
    for member in panel.members where asked.contains(member) && dossier.declarations[member] == nil
    {
      if dossier.recusals[member] == nil { add(.person(member), .declare, due: dossier.due) }
    }
    let minimum = cycle.parameters(of: dossier.year).minimumReviews
    let isShort = dossier.assigned.count < minimum
    if isShort, dossier.isCleared(leader) { add(.person(leader), .designate) }
    for reviewer in dossier.outstanding where dossier.isCleared(reviewer) {
      add(.person(reviewer), .review, due: dossier.due)
    }
    guard !isShort, dossier.outstanding.isEmpty, dossier.isCleared(leader) else { break }
    switch dossier.opening(under: leader) {
    case .closed: add(.person(leader), .askOpening, due: dossier.due)
    case .asked: add(.group(.secretariat), .release, due: dossier.due)
    case .released: add(.person(leader), .openConsensus, due: dossier.due)
    case .opened: break
    }
  case .consensus:
    guard let panel, let leader else {
      add(.group(.secretariat), .assignPanel)
      break
    }
    add(.person(leader), .consensus)
    for member in dossier.members(of: panel) where dossier.declarations[member] == nil {
      add(.person(member), .declare)
    }
  case .onSiteReview:
    guard let visit = dossier.visit, let panel = cycle.panels[visit.panel] else {
      add(.group(.secretariat), .arrangeVisit)
      break
    }
    if dossier.actingLeader(of: panel, in: cycle) == nil { add(.group(.secretariat), .assignPanel) }
    for member in dossier.members(of: panel) {
      let cleared = dossier.isCleared(member)
      add(.person(member), cleared ? .visit : .declare, due: cleared ? visit.until : visit.from)
    }
  default: break
  }
  return duties + frameDuties(in: dossier, cycle: cycle)
}

/// What waits in the frame around the review: secretariat, district, leaders (E to C).
private func frameDuties(in dossier: CaseState, cycle: CycleState) -> [Duty] {
  var duties: [Duty] = []
  let parameters = cycle.parameters(of: dossier.year)
  func office(_ kind: DutyKind, due: Day? = nil) {
    duties.append(Duty(holder: .group(.secretariat), kind: kind, due: due))
  }
  let district = Reader.group(.district(dossier.application.district))
  if dossier.letters.contains(where: { $0.record == nil }) { office(.sendLetter) }
  switch dossier.stage {
  case .registered:
    // Nothing is handed in without a call, nor to another year's (M7).
    if cycle.year == dossier.year, let call = cycle.call {
      duties.append(Duty(holder: district, kind: .submit, due: call.until))
    }
  case .districtCheck: duties.append(Duty(holder: district, kind: .recommend))
  case .qualification:
    office(dossier.admission.isQualified == true ? .publishNotice : .qualify)
  case .leadersMeeting:
    if dossier.enters == true {
      office(.publishNotice)
    } else {
      let leader = dossier.panel.flatMap { cycle.panels[$0] }.flatMap {
        dossier.actingLeader(of: $0, in: cycle)
      }
      if dossier.hasReported {
        office(.decideEntry)
      } else if let leader {
        duties.append(Duty(holder: .person(leader), kind: .reportToMeeting))
      }
    }
  case .settlement: office(.decideProposal)
  case .opinions:
    let asked = dossier.admission.inquiries(for: .opinion)
    let isAnswered = !asked.isEmpty && asked.allSatisfy { $0.record.answered != nil }
    office(isAnswered ? .publishNotice : .askOpinions)
  case .approval:
    // An open objection holds the approval back (P3).
    if dossier.isApproved == true {
      office(.publishList)
    } else if dossier.publicity.openObjections.isEmpty {
      office(.approve)
    }
  case .cultivation:
    guard let place = dossier.cultivation else { break }
    if place.grant == nil { office(.payGrant) }
    if let report = place.nextReport(parameters) { office(.report, due: report.due) }
  case .revoked:
    guard let place = dossier.cultivation else { break }
    // A late report ends a place without announcement; a breach and fraud are announced (C3, C4).
    if place.announced == nil, dossier.ending != .reportMissing { office(.announceLoss) }
    if let due = place.refundDue, place.refund == nil { office(.refund, due: due) }
  default: break
  }
  // P3: a notice is not closed while an objection is open.
  if let notice = dossier.publicity.open, dossier.publicity.openObjections.isEmpty,
    !dossier.stage.isEnd
  {
    let last = notice.term(cycle.calendar, firstDayCounts: parameters.firstDayCounts).last
    office(.closeNotice, due: last)
  }
  for id in dossier.publicity.openObjections where !dossier.stage.isEnd {
    let record = dossier.publicity.objections[id]
    office(.answerObjection, due: record?.term(cycle.calendar, parameters).last)
  }
  let visitLeader = dossier.onSitePanel.flatMap { cycle.panels[$0] }.flatMap {
    dossier.actingLeader(of: $0, in: cycle)
  }
  if parameters.keeps(.mutualAssessment), dossier.visit?.submitted == true,
    !dossier.assessed.contains(.ofApplicant), let visitLeader,
    !dossier.stage.isEnd, dossier.stage < .cultivation
  {
    duties.append(Duty(holder: .person(visitLeader), kind: .assess))
  }
  return duties
}
