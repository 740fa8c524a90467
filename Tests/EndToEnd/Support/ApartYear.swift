import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

/// A small year that stands before its review: a leader, three reviewers, one application.
///
/// What nobody does apart is done past the program, at the office's own copy.
final class ApartYear {
  static let id = CaseID(MainJob.number)
  static let leader: PersonID = "zhaoyi"
  static let reviewers: [PersonID] = ["qianer", "sunsan", "lisi"]
  private static let office: PersonID = "chenmi"
  private static let names: [(PersonID, String)] = [
    ("zhaoyi", "赵一"), ("qianer", "钱二"), ("sunsan", "孙三"), ("lisi", "李四"),
  ]

  let folder: TemporaryDirectory
  /// The office's copy.
  let path: String
  private let time = Hands()
  private var sessions: [PersonID: Session] = [:]

  /// A clock that is put forward by hand.
  private final class Hands: @unchecked Sendable {
    private let lock = NSLock()
    private var moment = Moment(day: Day("2026-09-01")!, hour: 9)

    var clock: Clock { Clock { self.lock.withLock { self.moment } } }
    var now: Moment { lock.withLock { moment } }
    func put(to later: Moment) { lock.withLock { moment = max(moment, later) } }
  }

  init() throws {
    folder = try TemporaryDirectory()
    path = folder.path("office")
    let founded = try Store.found(
      Founding(
        name: "离线的一年", founder: Person(id: Self.office, name: "陈秘", roles: [.secretariat]),
        isDemo: true, cost: .demo), passphrase: "demo", at: URL(fileURLWithPath: path),
      clock: time.clock)
    sessions[Self.office] = founded.session
    try setUp(founded.store)
    try apply(founded.store)
    try designate(founded.store)
  }

  private func setUp(_ store: Store) throws {
    let today = time.now.day
    try store.perform(
      [
        .cycle(.openCycle(year: 2026, title: "年度", parameters: .hangzhou, edition: nil)),
        .cycle(.call(from: today, until: today.adding(days: 60))),
      ], by: sessions[Self.office]!)
    var people = Self.names.map { Person(id: $0, name: $1, roles: [.expert]) }
    people += [
      Person(id: "shenbin", name: "沈滨", roles: [.districtOfficer], district: "330108"),
      Person(id: "hejian", name: "何监", roles: [.supervisor]),
    ]
    for person in people {
      let invitation = try store.invite(person, by: sessions[Self.office]!)
      sessions[person.id] = try store.join(
        person.id, invitation: invitation.code, passphrase: "demo")
      let print = try store.cycle().fingerprints[person.id]!
      try store.perform(
        .cycle(.confirm(person.id, fingerprint: print)), by: sessions[Self.office]!)
    }
    try store.perform(
      [("m1", PanelStage.material), ("s1", .onSite)].map { id, stage in
        .cycle(
          .formPanel(
            Panel(
              id: PanelID(id), name: "第一组", stage: stage, leader: Self.leader,
              deputy: "qianer", members: Self.names.map(\.0))))
      }, by: sessions[Self.office]!)
    try giveKeys(store)
  }

  private func giveKeys(_ store: Store) throws {
    for person in sessions.keys.sorted() { try store.settleKeys(by: sessions[person]!) }
  }

  private func perform(_ store: Store, _ commands: CaseCommand..., by person: PersonID) throws {
    try store.perform(commands.map { .dossier(Self.id, $0) }, by: sessions[person]!)
  }

  /// Registered, complete, handed in, recommended and qualified, its notice over.
  private func apply(_ store: Store) throws {
    try perform(
      store,
      .register(
        Application(id: Self.id, name: MainJob.organisation, district: "330108", industry: "装备制造")),
      by: Self.office)
    let texts: [(DocumentKind, String)] = [
      (.selfEvaluation, "# 4.1.2 领导力\n公司每年八月启动战略研讨。"), (.profile, "# B.1.1 环境\n公司生产减速器。"),
      (.workSummary, "二〇二〇年导入卓越绩效模式。"), (.evidence, "首席质量官任命文件。"),
    ]
    for (kind, text) in texts {
      try store.attach(text, as: kind, titled: "材料", to: Self.id, by: sessions[Self.office]!)
    }
    let copies = Dictionary(
      uniqueKeysWithValues: DocumentKind.allCases.map { kind in
        (kind, CopyCount(electronic: 1, paper: kind == .evidence ? 1 : 3))
      })
    try perform(store, .fillForm(Self.form), .countCopies(copies), .submit, by: Self.office)
    try perform(
      store, .recommend(opinion: "材料齐全，同意推荐", sealedOn: time.now.day), by: "shenbin")
    try perform(
      store, .inquire(.qualification, department: "市信用中心", question: "有无失信记录"), by: Self.office)
    let state = try store.dossier(Self.id, by: sessions[Self.office]!)
    let inquiry = try #require(state.admission.inquiries.keys.first)
    try store.perform(
      [.dossier(Self.id, .answerInquiry(inquiry, answer: "无", isAdverse: false))]
        + Rule.decided.map { .dossier(Self.id, .decideCondition($0, isMet: true, reason: "")) }
        + [.dossier(Self.id, .qualify(true, reason: ""))], by: sessions[Self.office]!)
    try notice(store, .qualification)
    try perform(store, .assignPanel("m1"), by: Self.office)
  }

  private static let form = ApplicationForm(
    address: "滨江区演示路 1 号", legalRepresentative: "周总", qualityOfficer: "吴质",
    appointment: "任字 1 号", contact: "0571-00000000", industryCode: "C3453", size: .medium,
    modelSince: YearMonth("2020-01"),
    years: (2023...2025).map { YearFigures(year: $0, revenue: 30_000, rank: 2) },
    declarations: Dictionary(uniqueKeysWithValues: Declaration.allCases.map { ($0, true) }))

  /// Publishes a notice and closes it after its last day.
  private func notice(_ store: Store, _ kind: NoticeKind) throws {
    try perform(store, .publishNotice(kind, number: "演示-\(kind.rawValue)"), by: Self.office)
    let cycle = try store.cycle()
    let state = try store.dossier(Self.id, by: sessions[Self.office]!)
    let term = try #require(state.publicity.notice(kind)).term(
      cycle.calendar, firstDayCounts: cycle.parameters(of: state.year).firstDayCounts)
    time.put(to: Moment(day: term.last.adding(days: 1), hour: 9))
    try perform(store, .closeNotice(kind), by: Self.office)
  }

  /// Declared before the copies are made (R5), and the three designated.
  private func designate(_ store: Store) throws {
    for (person, _) in Self.names { try perform(store, .declare(nil), by: person) }
    try giveKeys(store)
    try perform(store, .designate(reviewers: Self.reviewers, due: nil), by: Self.leader)
    try giveKeys(store)
  }

  /// From the consensus, which has come back, to the visit on its first day.
  func arrangeVisit() throws {
    let store = try Store(opening: URL(fileURLWithPath: path), clock: time.clock)
    time.put(to: Moment(seconds: store.clock.now().seconds))
    try giveKeys(store)
    try perform(store, .reportToMeeting("合议一致，得分如实"), by: Self.leader)
    try store.perform(
      .cycle(
        .hold(
          Meeting(
            id: "Z1", kind: .leaders, day: time.now.day, present: [Self.office, Self.leader]))),
      by: sessions[Self.office]!)
    try perform(store, .decideEntry("Z1", enters: true, reason: ""), by: Self.office)
    try notice(store, .onSite)
    let day = time.now.day
    try perform(
      store, .arrangeVisit("s1", from: day, until: day.adding(days: 1)), by: Self.office)
    try giveKeys(store)
  }
}
