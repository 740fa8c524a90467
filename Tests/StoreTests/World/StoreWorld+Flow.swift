import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// Bringing a case to any stage with the people who are entitled to it.
extension StoreWorld {
  static let selfEvaluation = """
    # 4.1.2 领导力
    我们每年三次审视使命与愿景，覆盖 12 个部门。
    # 4.2.2 战略制定
    战略周期为五年。
    """

  /// Registers a case with its texts.
  @discardableResult
  func register(
    _ id: CaseID, name: String = "杭州江海仪表有限公司", district: DistrictCode = StoreWorld.district,
    industry: String = "仪器仪表"
  ) throws -> CaseID {
    let application = Application(id: id, name: name, district: district, industry: industry)
    try store.perform(.register(application), in: id, by: office)
    try store.attach(
      Self.selfEvaluation, as: .selfEvaluation, titled: "自我评价报告", to: id, by: office)
    return id
  }

  /// Qualifies a case, waits for its notice and gives it a panel.
  func toReview(_ id: CaseID, panel: PanelID = "m1") throws {
    try toQualification(id)
    try qualify(id)
    try publish(.qualification, id)
    try close(.qualification, id)
    try store.perform(.assignPanel(panel), in: id, by: office)
  }

  /// Declarations, keys, designation.
  func designate(_ id: CaseID, _ reviewers: [PersonID]) throws {
    for reviewer in reviewers { try store.perform(.declare(nil), in: id, by: self[reviewer]) }
    try store.settleKeys(by: office)
    try store.perform(
      .designate(reviewers: reviewers, due: nil), in: id, by: self[reviewers[0]])
  }

  /// A whole sheet of a reviewer: 60 everywhere unless marks are given.
  static func sheet(_ marks: [ItemID: Int?] = [:], comment: String = "有据可查") -> Sheet {
    var sheet = Sheet()
    for item in Edition.shipped.items {
      let value = marks[item.id] ?? 60
      let mark = value.flatMap(Percentage.init).map(Mark.percentage) ?? .abstained(reason: "未见")
      sheet.items[item.id] = ItemReview(mark: mark, comments: [Comment(.strength, comment)])
    }
    for kind in FindingKind.allCases { sheet.head.findings[kind] = Finding(.yes) }
    return sheet
  }

  func write(_ sheet: Sheet, in id: CaseID, by reviewer: PersonID) throws {
    try store.startReview(of: id, by: self[reviewer])
    try store.save(
      Set(sheet.items.keys.map(DraftSlot.item) + [.head]), of: sheet, in: id, by: self[reviewer])
  }

  func handIn(_ sheet: Sheet, in id: CaseID, by reviewer: PersonID) throws {
    try write(sheet, in: id, by: reviewer)
    try store.handIn(id, by: self[reviewer])
  }

  /// Up to all sheets handed in.
  func toHandedIn(_ id: CaseID, sheets: [(PersonID, Sheet)], panel: PanelID = "m1") throws {
    try toReview(id, panel: panel)
    try designate(id, sheets.map(\.0))
    for (reviewer, sheet) in sheets { try handIn(sheet, in: id, by: reviewer) }
  }

  /// Who leads the material panel of a case, the deputy where the leader stepped back.
  func leader(of id: CaseID) throws -> Session {
    let state = try state(id)
    return self[
      state.actingLeader(
        of: try store.cycle().panels[state.panel!]!, in: try store.cycle())!]
  }

  /// Asked, released, opened.
  func open(_ id: CaseID) throws {
    let leader = try leader(of: id)
    try store.perform(.askOpening, in: id, by: leader)
    try store.perform(.releaseOpening, in: id, by: office)
    try store.perform(.openConsensus, in: id, by: leader)
    try settleAll()
  }

  /// Everything settled at the median of the marks and finished.
  func finish(_ id: CaseID, at percentages: [ItemID: Int]) throws {
    let leader = try leader(of: id)
    let state = try state(id, leader.person)
    let panel = try store.cycle().panels[state.panel!]!
    try store.perform(
      .recordAttendance(present: state.members(of: panel), absences: [:]), in: id, by: leader)
    var commands: [Command] = []
    for item in Edition.shipped.items {
      commands.append(.dossier(id, .discuss(item.id, text: "逐条核对材料")))
      commands.append(
        .dossier(id, .settle(item.id, Percentage(percentages[item.id] ?? 60)!, reason: "合议")))
    }
    commands.append(.dossier(id, .finishConsensus(conclusion: "进入现场")))
    try store.perform(commands, by: leader)
  }

  /// Past the leaders' meeting and the notice, to a visit arranged with the on-site panel.
  func toVisit(_ id: CaseID) throws {
    try enter(id)
    try publish(.onSite, id)
    try close(.onSite, id)
    try arrange(id)
  }

  /// The visit arranged, its members cleared.
  func arrange(_ id: CaseID) throws {
    let day = time.clock.now().day
    let others = try store.read { try Store.visits($0, from: day, beside: id) }.map(\.until)
    let from = max(day.adding(days: 3), others.max()?.adding(days: 1) ?? day)
    try store.perform(
      .arrangeVisit("s1", from: from, until: from.adding(days: 1)), in: id, by: office)
    for member in Self.visitors where try !state(id).isCleared(member) {
      try store.perform(.declare(nil), in: id, by: self[member])
    }
    try store.settleKeys(by: office)
  }

  /// Every check ticked, every item settled, the visit submitted.
  ///
  /// - Parameters:
  ///   - leader: Who leads on site by now.
  ///   - others: Who ticks a check each.
  func submit(
    _ id: CaseID, at percentage: Int, by leader: PersonID = visitors[0],
    with others: [PersonID] = Array(visitors.dropFirst())
  ) throws {
    let lead = self[leader]
    let visit = try state(id, leader).visit!
    time.advance(to: Moment(day: visit.until, hour: 15))
    func tick(_ check: Check) -> Command {
      .dossier(
        id,
        .tick(
          check.id,
          CheckFinding(
            outcome: .met, method: check.method, evidence: "见记录", place: "二号车间", asked: "班组长")))
    }
    for (member, check) in zip(others, visit.checks) {
      try store.perform([tick(check)], by: self[member])
    }
    var commands = visit.checks.dropFirst(others.count).map(tick)
    for item in Edition.shipped.items {
      commands.append(
        .dossier(id, .settleSiteMark(item.id, Percentage(percentage)!, reason: "现场核实")))
    }
    let held = visit.agenda.map { line in
      AgendaLine(kind: line.kind, day: line.day, time: line.time, title: "例会", done: true)
    }
    commands.append(.dossier(id, .changeAgenda(held)))
    commands.append(.dossier(id, .submitVisit(opinion: "建议列入")))
    try store.perform(commands, by: lead)
  }
}
