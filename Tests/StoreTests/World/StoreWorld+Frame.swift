import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// What comes before and after the review, each act by the person who is entitled to it.
extension StoreWorld {
  /// A whole year's calendar: the lines given, and the fixed holidays that they leave out.
  static func calendar(_ year: Int, _ lines: [String] = []) -> String {
    let fixed =
      ["01-01"] + (1...5).map { "05-0\($0)" } + (1...7).map { "10-0\($0)" }
    let rest = fixed.map { "\(year)-\($0)" }
      .filter { day in !lines.contains { $0.hasPrefix(day) } }.map { "\($0),holiday,节日" }
    return (["date,kind,name"] + lines + rest).joined(separator: "\n")
  }

  /// A form whose answers meet every condition.
  static let form = ApplicationForm(
    address: "滨江区长河路 1 号", legalRepresentative: "钱江", qualityOfficer: "孙质",
    appointment: "任〔2020〕3 号",
    contact: "0571-00000000", industryCode: "C4011", size: .medium,
    modelSince: YearMonth("2020-01"),
    years: (2023...2025).map { YearFigures(year: $0, revenue: 30_000, rank: 2) },
    declarations: Dictionary(uniqueKeysWithValues: Declaration.allCases.map { ($0, true) }))

  /// Three bound copies of everything and one of the evidence (M6).
  static let copies = Dictionary(
    uniqueKeysWithValues: DocumentKind.allCases.map { kind in
      (kind, CopyCount(electronic: 1, paper: kind == .evidence ? 1 : 3))
    })

  private static let texts: [(DocumentKind, String)] = [
    (.profile, "# B.1.1 环境\n公司生产工业仪表。"), (.workSummary, "二〇二〇年导入卓越绩效模式。"),
    (.evidence, "首席质量官任命文件、组织结构图。"),
  ]

  /// The officer of a case's district.
  func officer(of id: CaseID) throws -> Session {
    self[Self.officers[try state(id).application.district]!]
  }

  /// The rest of the material: form, texts, copies (M1–M6).
  func complete(_ id: CaseID) throws {
    let present = Set(try state(id).documents.map(\.kind))
    for (kind, text) in Self.texts where !present.contains(kind) {
      try store.attach(text, as: kind, titled: "材料", to: id, by: office)
    }
    try store.perform(
      [.dossier(id, .fillForm(Self.form)), .dossier(id, .countCopies(Self.copies))], by: office)
    guard !present.contains(.selfEvaluation) else { return }
    try store.attach(
      Self.selfEvaluation, as: .selfEvaluation, titled: "自我评价报告", to: id, by: office)
  }

  /// Completed, handed in and recommended by the district (M7, Q1).
  func toQualification(_ id: CaseID) throws {
    try complete(id)
    try store.perform(.submit, in: id, by: office)
    let day = time.clock.now().day
    try store.perform(
      .recommend(opinion: "材料齐全，同意推荐", sealedOn: day), in: id, by: officer(of: id))
  }

  /// Departments asked, conditions decided, qualified (Q2, Q3).
  func qualify(_ id: CaseID) throws {
    try decide(id)
    try store.perform(.qualify(true, reason: ""), in: id, by: office)
  }

  /// An inquiry answered and every condition met: all but the qualification itself.
  func decide(_ id: CaseID) throws {
    try store.perform(
      .inquire(.qualification, department: "市信用中心", question: "有无失信记录"), in: id, by: office)
    var commands: [Command] = [
      .dossier(id, .answerInquiry(try inquiry(in: id), answer: "无", isAdverse: false))
    ]
    commands += Rule.decided.map { .dossier(id, .decideCondition($0, isMet: true, reason: "")) }
    try store.perform(commands, by: office)
  }

  /// The inquiry sent last.
  func inquiry(in id: CaseID) throws -> InquiryID {
    try state(id).admission.inquiries.max { $0.value.ordinal < $1.value.ordinal }!.key
  }

  /// The objection received last.
  func objection(in id: CaseID) throws -> ObjectionID {
    try state(id).publicity.objections.max { $0.value.ordinal < $1.value.ordinal }!.key
  }

  func publish(_ kind: NoticeKind, _ id: CaseID) throws {
    try store.perform(.publishNotice(kind, number: "\(kind.rawValue)-\(id)"), in: id, by: office)
  }

  /// Waits until a notice is over and closes it.
  func close(_ kind: NoticeKind, _ id: CaseID) throws {
    let cycle = try store.cycle()
    let dossier = try state(id)
    let term = dossier.publicity.notice(kind)!.term(
      cycle.calendar, firstDayCounts: cycle.parameters(of: dossier.year).firstDayCounts)
    time.advance(to: Moment(day: term.last.adding(days: 1), hour: 9))
    try store.perform(.closeNotice(kind), in: id, by: office)
  }

  /// The meeting of a kind, held once a day.
  @discardableResult
  func meeting(_ kind: Meeting.Kind) throws -> MeetingID {
    let today = time.clock.now().day
    let held = try store.cycle().meetings(kind)
    if let latest = held.first, latest.day == today { return latest.id }
    let id = MeetingID("\(kind.rawValue)\(held.isEmpty ? "" : "-\(held.count + 1)")")
    try store.perform(
      .cycle(
        .hold(
          Meeting(id: id, kind: kind, day: today, present: ["p1", "p11", "p21"]))),
      by: office)
    return id
  }

  /// Reported by the leader, let in by the leaders' meeting (R7).
  func enter(_ id: CaseID) throws {
    try store.perform(.reportToMeeting("合议一致，得分如实"), in: id, by: leader(of: id))
    try store.perform(
      .decideEntry(meeting(.leaders), enters: true, reason: ""), in: id, by: office)
  }

  /// Proposed, departments heard, the notice published (S6, P1, P2).
  func toProposal(_ id: CaseID) throws {
    try store.perform(
      .decideProposal(meeting(.settlement), isProposed: true, reason: ""), in: id, by: office)
    try hear(id)
    try publish(.proposal, id)
  }

  /// Departments heard on the proposed list (P1).
  func hear(_ id: CaseID) throws {
    try store.perform(
      .inquire(.opinion, department: "市发展改革委", question: "对建议名单有无意见"), in: id, by: office)
    try store.perform(
      .answerInquiry(inquiry(in: id), answer: "无意见", isAdverse: false), in: id, by: office)
  }

  /// The notice over, approved by the director meeting and published (P4).
  func toCultivation(_ id: CaseID, reason: String = "") throws {
    try close(.proposal, id)
    try store.perform(
      .decideApproval(meeting(.directors), isApproved: true, reason: reason), in: id, by: office)
    try store.perform(.publishList(number: "名单-\(id)"), in: id, by: office)
  }

  /// From registration to the consensus finished: three reviewers, 60 per cent everywhere.
  func toFinished(
    _ id: CaseID, panel: PanelID = "m1", reviewers: [PersonID] = SharedStore.reviewers,
    at percentages: [ItemID: Int] = [:]
  ) throws {
    try register(id)
    try toHandedIn(id, sheets: reviewers.map { ($0, StoreWorld.sheet()) }, panel: panel)
    try open(id)
    try finish(id, at: percentages)
  }

  /// The whole way: from registration to the place.
  func toPlace(_ id: CaseID) throws {
    try toFinished(id)
    try toVisit(id)
    try submit(id, at: 65)
    try toProposal(id)
    try toCultivation(id)
  }
}
