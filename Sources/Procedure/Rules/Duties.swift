import Foundation

/// What waits for somebody in a case.
public enum DutyKind: String, Codable, Sendable, CaseIterable {
  /// The secretariat's plain step to the next stage.
  case pass
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

/// Everything that waits in a case, from what is clear for all.
public func duties(in file: CaseState, cycle: CycleState) -> [Duty] {
  var duties: [Duty] = []
  func add(_ holder: Reader, _ kind: DutyKind, due: Day? = nil) {
    duties.append(Duty(holder: holder, kind: kind, due: due))
  }
  let panel = file.panel.flatMap { cycle.panels[$0] }
  let leader = panel.flatMap(file.actingLeader)
  switch file.stage {
  case .independentReview:
    guard let panel, let leader else {
      add(.group(.secretariat), .assignPanel)
      break
    }
    let asked = Set([leader] + (file.designated.isEmpty ? [leader] : file.designated))
    for member in panel.members where asked.contains(member) && file.declarations[member] == nil {
      if file.recusals[member] == nil { add(.person(member), .declare, due: file.due) }
    }
    let isShort = file.assigned.count < cycle.parameters.minimumReviews
    if isShort, file.isCleared(leader) { add(.person(leader), .designate) }
    for reviewer in file.outstanding where file.isCleared(reviewer) {
      add(.person(reviewer), .review, due: file.due)
    }
    guard !isShort, file.outstanding.isEmpty, file.isCleared(leader) else { break }
    switch file.opening {
    case .closed: add(.person(leader), .askOpening, due: file.due)
    case .asked: add(.group(.secretariat), .release, due: file.due)
    case .released: add(.person(leader), .openConsensus, due: file.due)
    case .opened: break
    }
  case .consensus:
    guard let panel, let leader else {
      add(.group(.secretariat), .assignPanel)
      break
    }
    add(.person(leader), .consensus)
    for member in file.members(of: panel) where file.declarations[member] == nil {
      add(.person(member), .declare)
    }
  case .onSiteReview:
    guard let visit = file.visit, let panel = cycle.panels[visit.panel] else {
      add(.group(.secretariat), .arrangeVisit)
      break
    }
    if file.actingLeader(of: panel) == nil { add(.group(.secretariat), .assignPanel) }
    for member in file.members(of: panel) {
      let cleared = file.isCleared(member)
      add(.person(member), cleared ? .visit : .declare, due: cleared ? visit.until : visit.from)
    }
  default:
    if !file.stage.plainSuccessors.isEmpty { add(.group(.secretariat), .pass) }
  }
  return duties
}
