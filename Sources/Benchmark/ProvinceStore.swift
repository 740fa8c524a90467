import Foundation
import Procedure
import Store
import Vault

/// A store as a province would have one: some hundred people, a cycle of some thousand entries, ten
/// thousand applications, and as many entries in all as asked for, every one signed.
struct ProvinceStore {
  /// Who works in it.
  static let office: PersonID = "chenmi"
  static let applications = 10_000
  static let people = 400
  static let cycleEntries = 2_500
  /// Lines of the first list; the second has the others.
  static let first = 1_000
  /// Cases whose acts go into one transaction, so that none is replayed for each of them.
  private static let batch = 20
  private static let districts: [DistrictCode] = ["330108", "330106", "330102", "330105"]

  let path: String
  private let store: Store
  private let office: Session

  /// The demo store of the open call, as it is.
  init(in stores: DemoStores) throws {
    path = try stores.path(stage: "application")
    store = try Store(opening: URL(fileURLWithPath: path))
    office = try store.signIn(Self.office, passphrase: Scripts.passphrase)
  }

  /// Lets people join, and the cycle grow by changes of them.
  func enterPeople() throws {
    for number in 0..<Self.people {
      let person = Person(
        id: PersonID("expert\(number)"), name: "专家\(number)", roles: [.expert])
      let invitation = try store.invite(person, by: office)
      _ = try store.join(
        person.id, invitation: invitation.code, passphrase: Scripts.passphrase)
      if let print = try store.cycle().fingerprints[person.id] {
        try store.perform(.cycle(.confirm(person.id, fingerprint: print)), by: office)
      }
    }
    var missing = Self.cycleEntries - Self.people * 5
    while missing > 0 {
      let count = min(missing, 100)
      try store.perform(
        (0..<count).map { number in
          .cycle(
            .change(
              Person(
                id: PersonID("expert\(number)"), name: "专家\(number)", roles: [.expert],
                employer: "单位\(missing)")))
        }, by: office)
      missing -= count
    }
  }

  /// Imports the applications from two lists.
  ///
  /// - Returns: How long each took, for how many.
  func importLists() throws -> [(count: Int, time: Duration)] {
    let bounds = [0..<Self.first, Self.first..<Self.applications]
    return try bounds.map { numbers in
      let url = URL(fileURLWithPath: path + "-\(numbers.lowerBound).csv")
      let lines = numbers.map { number in
        "\(Self.id(number)),杭州测速\(number)制造有限公司,\(Self.districts[number % 4]),专用设备制造,100"
      }
      try Data((["id,name,district,industry,staff"] + lines).joined(separator: "\n").utf8)
        .write(to: url)
      let time = try ContinuousClock().measure {
        _ = try store.importFile(try Importer.read(url), dryRun: false, by: office)
      }
      return (numbers.count, time)
    }
  }

  /// Lets the cases grow by acts until the store has so many entries.
  func grow(to entries: Int) throws {
    let missing = max(0, entries - (try count()))
    let (each, more) = missing.quotientAndRemainder(dividingBy: Self.applications)
    for start in stride(from: 0, to: Self.applications, by: Self.batch) {
      let commands = (start..<min(start + Self.batch, Self.applications)).flatMap { number in
        (0..<(each + (number < more ? 1 : 0))).map { staff in
          Command.dossier(Self.id(number), .amend(Self.application(number, staff: staff + 1)))
        }
      }
      if !commands.isEmpty { try store.perform(commands, by: office) }
    }
  }

  /// Makes a copy of the store as it is.
  func copy(to directory: URL) throws { _ = try store.copy(to: directory) }

  /// How long it takes to give everything to a post.
  func exchange(with post: URL) throws -> Duration {
    try ContinuousClock().measure { _ = try store.exchange(with: post, by: office) }
  }

  /// Lets a copy take what a post has.
  ///
  /// - Returns: How many entries it took, and how long that took.
  static func take(_ post: URL, into copy: URL) throws -> (count: Int, time: Duration) {
    let store = try Store(opening: copy)
    let office = try store.signIn(office, passphrase: Scripts.passphrase)
    var taken = 0
    let time = try ContinuousClock().measure {
      taken = try store.exchange(with: post, by: office).taken
    }
    return (taken, time)
  }

  /// The entries in all.
  func count() throws -> Int {
    try store.history(HistoryQuery(), before: nil, limit: 1, by: nil).first?.position ?? 0
  }

  /// How long commits of one act about a case take.
  ///
  /// - Parameter name: What tells this measure's own case from others.
  func commits(_ rounds: Int, name: String) throws -> Series {
    let id = CaseID("HZ26-\(name)")
    func application(_ staff: Int) -> Application {
      Application(
        id: id, name: "杭州测速\(name)有限公司", district: Self.districts[0], industry: "专用设备制造",
        staff: staff)
    }
    try store.perform(.register(application(1)), in: id, by: office)
    var times = Series()
    for round in 0..<rounds {
      times.append(
        try ContinuousClock().measure {
          try store.perform(.amend(application(round + 2)), in: id, by: office)
        })
    }
    return times
  }

  /// How long the tables take to be made anew.
  func rebuild() throws -> Duration {
    try ContinuousClock().measure { _ = try store.rebuild() }
  }

  private static func id(_ number: Int) -> CaseID { CaseID("HZ26-\(10_000 + number)") }

  private static func application(_ number: Int, staff: Int) -> Application {
    Application(
      id: id(number), name: "杭州测速\(number)制造有限公司", district: districts[number % 4],
      industry: "专用设备制造", staff: staff)
  }
}
