import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

/// A demo store in a directory of its own, with people who have their keys.
final class StoreWorld {
  static let office: PersonID = "p1"
  static let supervisor: PersonID = "p2"
  static let officer: PersonID = "p3"
  /// The officers by their districts.
  static let officers: [DistrictCode: PersonID] = [
    "330108": "p3", "330106": "p4", "330102": "p5",
  ]
  /// The first panel, leader first.
  static let panel: [PersonID] = ["p11", "p12", "p13", "p14", "p15"]
  static let otherPanel: [PersonID] = ["p21", "p22", "p23"]
  static let visitors: [PersonID] = ["p21", "p22", "p13"]
  static let district: DistrictCode = "330108"
  static let start = Moment(day: Day("2026-09-01")!, hour: 9)
  /// The last day of the call; the first is the day on which the clock starts.
  static let callEnd = Day("2026-11-30")!

  static let people: [Person] = [
    Person(id: supervisor, name: "郑督", roles: [.supervisor]),
    Person(id: officer, name: "滨江员", roles: [.districtOfficer], district: district),
    Person(id: "p4", name: "西湖员", roles: [.districtOfficer], district: "330106"),
    Person(id: "p5", name: "上城员", roles: [.districtOfficer], district: "330102"),
    Person(id: "p11", name: "赵一", roles: [.expert]),
    Person(id: "p12", name: "钱二", roles: [.expert]),
    Person(id: "p13", name: "孙三", roles: [.expert]),
    Person(id: "p14", name: "李四", roles: [.expert], consultancies: ["杭州受训厂"]),
    Person(id: "p15", name: "周五", roles: [.expert]),
    Person(id: "p21", name: "吴六", roles: [.expert]),
    Person(id: "p22", name: "王七", roles: [.expert]),
    Person(id: "p23", name: "冯八", roles: [.expert]),
  ]

  let directory: URL
  let time = TestClock(StoreWorld.start)
  let store: Store
  private(set) var sessions: [PersonID: Session] = [:]
  /// The recovery halves, as `init` printed them.
  let halves: (String, String)

  /// A store with everybody confirmed, the cycle open and both panels formed: a copy of one that
  /// is made once.
  convenience init() throws {
    let template = try Self.template.get()
    let directory = Self.emptyDirectory()
    try FileManager.default.copyItem(at: template.directory, to: directory)
    try self.init(opening: directory, halves: template.halves)
    for (person, keys) in template.keys { sessions[person] = Session(person: person, keys: keys) }
  }

  /// A copy of another as it stands, at its time; everybody has just logged in.
  convenience init(copying other: StoreWorld) throws {
    let directory = Self.emptyDirectory()
    try FileManager.default.copyItem(at: other.directory, to: directory)
    try self.init(opening: directory, halves: other.halves)
    time.advance(to: other.time.clock.now())
    for (person, session) in other.sessions {
      sessions[person] = Session(person: person, keys: session.ring.keys)
    }
  }

  private init(opening directory: URL, halves: (String, String)) throws {
    (self.directory, self.halves) = (directory, halves)
    store = try Store(opening: directory, clock: time.clock)
  }

  /// A store of its own with these people beside the founder, an open cycle and its call.
  init(people: [Person]) throws {
    directory = Self.emptyDirectory()
    let founder = Person(id: Self.office, name: "陈秘", roles: [.secretariat])
    let founded = try Store.found(
      Founding(name: "试验库", founder: founder, isDemo: true, cost: .demo), passphrase: "demo",
      at: directory, clock: time.clock)
    store = founded.store
    halves = (founded.halves.0.code, founded.halves.1.code)
    sessions[Self.office] = founded.session
    try store.perform(
      .cycle(.openCycle(year: 2026, title: "二〇二六年度", parameters: .hangzhou, edition: nil)),
      by: office)
    try store.perform(.cycle(.call(from: Self.start.day, until: Self.callEnd)), by: office)
    for person in people { try join(person) }
  }

  private static let template = Result { try Template() }

  private struct Template: Sendable {
    let directory: URL
    let keys: [PersonID: PersonKeys]
    let halves: (String, String)

    init() throws {
      let world = try StoreWorld(people: StoreWorld.people)
      try world.store.settleKeys(by: world[StoreWorld.supervisor])
      try world.store.settleKeys(by: world.office)
      try world.form("m1", .material, StoreWorld.panel, deputy: "p12")
      try world.form("m2", .material, StoreWorld.otherPanel, deputy: nil)
      try world.form("s1", .onSite, StoreWorld.visitors, deputy: nil)
      directory = StoreWorld.emptyDirectory()
      try FileManager.default.copyItem(at: world.directory, to: directory)
      keys = world.sessions.mapValues(\.ring.keys)
      halves = world.halves
    }
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  var office: Session { self[Self.office] }
  var leader: Session { self[Self.panel[0]] }

  subscript(_ person: PersonID) -> Session { sessions[person]! }

  /// A place for a store, removed at the end of the tests at the latest.
  static func emptyDirectory() -> URL { root.appendingPathComponent(UUID().uuidString) }

  private static let root: URL = {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "pingshen-store-tests-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: StoreWorld.root) }
    return url
  }()

  /// Invites somebody, lets them join and compares the fingerprint.
  func join(_ person: Person) throws {
    let invitation = try store.invite(person, by: office)
    let session = try store.join(person.id, invitation: invitation.code, passphrase: "demo")
    sessions[person.id] = session
    let print = try store.cycle().fingerprints[person.id]!
    try store.perform(.cycle(.confirm(person.id, fingerprint: print)), by: office)
  }

  func form(_ id: PanelID, _ stage: PanelStage, _ members: [PersonID], deputy: PersonID?) throws {
    try store.perform(
      .cycle(
        .formPanel(
          Panel(
            id: id, name: "第\(id)组", stage: stage, leader: members[0], deputy: deputy,
            members: members))), by: office)
  }

  /// Everybody gives the keys they can give, until nothing is owed that somebody could give.
  func settleAll() throws {
    for id in sessions.keys.sorted() { try store.settleKeys(by: self[id]) }
  }

  /// Both halves joined, as somebody types them.
  func recovery() throws -> RecoveryKeys {
    try store.recovery(
      RecoveryHalf(parsing: halves.1.lowercased()), RecoveryHalf(parsing: halves.0))
  }

  /// Puts somebody to work with other keys than before.
  func replace(_ session: Session) { sessions[session.person] = session }

  /// Puts a person's record with a change.
  func change(_ id: PersonID, _ body: (inout Person) -> Void) throws {
    var person = try #require(try store.cycle().people[id])
    body(&person)
    try store.perform(.cycle(.change(person)), by: office)
  }

  func state(_ id: CaseID, _ person: PersonID = StoreWorld.office) throws -> CaseState {
    try store.dossier(id, by: self[person])
  }

  /// Every file of the store's directory with its bytes.
  func bytes() throws -> [String: Data] {
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
      let url = directory.appendingPathComponent(path)
      if let data = try? Data(contentsOf: url) { found[path] = data }
    }
    return found
  }
}
