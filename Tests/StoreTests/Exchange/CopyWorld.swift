import Foundation
import Procedure
import Testing
import Vault

@testable import Store

/// Copies of one store, and sticks on which they meet.
final class CopyWorld {
  /// The copy that everything began on.
  let world: StoreWorld
  private var directories: [URL] = []

  convenience init() throws { self.init(try StoreWorld()) }

  init(_ world: StoreWorld) { self.world = world }

  deinit { for url in directories { try? FileManager.default.removeItem(at: url) } }

  /// A folder of its own.
  func folder() throws -> URL {
    let url = StoreWorld.emptyDirectory()
    directories.append(url)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// Another copy as things stand, with an id of its own.
  func copy() throws -> OtherCopy {
    let report = try world.store.backUp(
      to: BackupPlace(folder()), now: world.time.clock.now())
    let directory = StoreWorld.emptyDirectory()
    directories.append(directory)
    _ = try Store.restore(report.backup.url, to: directory)
    return try OtherCopy(directory, of: world)
  }

  /// A copy with the same id, as a snapshot of the disk makes it.
  func clone() throws -> OtherCopy {
    let directory = StoreWorld.emptyDirectory()
    directories.append(directory)
    try FileManager.default.copyItem(at: world.directory, to: directory)
    return try OtherCopy(directory, of: world)
  }

  /// Registers a case with its text, and goes on to the next minute.
  func register(_ id: CaseID) throws {
    try world.register(id)
    world.time.advance(seconds: 60)
  }

  @discardableResult
  func exchange(_ stick: URL) throws -> ExchangeReport {
    try world.store.exchange(with: stick, by: world.office)
  }
}

/// A copy of a store beside the one that everything began on, with the same people at work.
final class OtherCopy {
  let store: Store
  private let world: StoreWorld
  private var sessions: [PersonID: Session] = [:]

  init(_ directory: URL, of world: StoreWorld) throws {
    store = try Store(opening: directory, clock: world.time.clock)
    self.world = world
  }

  subscript(_ person: PersonID) -> Session {
    if let known = sessions[person] { return known }
    let session = Session(person: person, keys: world[person].ring.keys)
    sessions[person] = session
    return session
  }

  var office: Session { self[StoreWorld.office] }

  @discardableResult
  func exchange(_ stick: URL, isTrial: Bool = false) throws -> ExchangeReport {
    try store.exchange(with: stick, by: office, isTrial: isTrial)
  }

  func register(_ id: CaseID) throws {
    let application = Application(
      id: id, name: "杭州湖墅纺织有限公司", district: StoreWorld.district, industry: "纺织")
    try store.perform(.register(application), in: id, by: office)
    try store.attach(
      StoreWorld.selfEvaluation, as: .selfEvaluation, titled: "自我评价报告", to: id, by: office)
    world.time.advance(seconds: 60)
  }
}

extension Store {
  /// Every entry, in the order of arrival.
  func entries() throws -> [StoredEntry] { try read { try LogTable.entries($0, after: 0) } }

  /// The ids of all entries but those that say what came when.
  func acts() throws -> Set<Data> {
    Set(try entries().filter { $0.entry.stream != .arrivals }.map(\.id))
  }

  var deviceID: String { get throws { try read { try Meta.text($0, .device) } } }

  var storeID: String { get throws { try read { try Meta.text($0, .store) } } }
}

extension URL {
  /// Every file under it, by its path there.
  func paths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      var isFolder: ObjCBool = false
      let url = appendingPathComponent(name)
      return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
