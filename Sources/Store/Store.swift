import Criteria
import Foundation
import GRDB
import Logging
import Procedure
import Vault

/// The file store: the log, its projections, drafts and sealed files, behind one door.
///
/// Used from one thread; many processes may have the same store open.
public final class Store {
  /// The store's directory.
  public let directory: URL
  /// Where time comes from.
  public private(set) var clock: Clock
  private(set) var queue: DatabaseQueue
  /// Whether this account could only read the store when it was opened or looked at last.
  public private(set) var isReadOnly: Bool
  let logger: Logger
  /// Whether what is written is on the disk before it counts; not while a demo is made.
  var waitsForDisk = true
  /// The cycle up to the last entry that was verified and replayed.
  var cycleCache = CycleReplay()
  /// The ends of streams that were verified.
  let trust = Trust()
  /// What a taking verified and is still to be replayed.
  let vouched = Vouched()
  /// Where this program remembers, outside the store, what its person has seen; nil for nowhere.
  let state: URL?
  /// The last entry of this copy.
  var ownCache = OwnEntries()
  /// What the clock may do between two acts; none in a demo, whose time is played.
  var clockRule: ClockRule?
  /// Called while another program writes, with the number of tries; says whether to go on waiting.
  public var onBusy: (@Sendable (Int) -> Bool)? {
    get { busy.handler }
    set { busy.handler = newValue }
  }
  private let busy: BusyHandler

  /// Writes what lies outside the log, in one transaction.
  ///
  /// - Parameter milliseconds: How long to wait while others write, without a word to anybody; as
  ///   long as whoever waits is willing where nil.
  /// - Throws: `StoreFault.busy` where others write for longer, `.readOnly`; `.keysReplaced` where
  ///   the person has other keys by now.
  func overwrite<T>(
    waiting milliseconds: Int? = nil, by session: Session, _ body: (Database) throws -> T
  ) throws -> T {
    try requireWritable()
    busy.quietly = milliseconds
    defer { busy.quietly = nil }
    do {
      return try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          // Who has other keys by now finds nothing that these seal, and these open nothing of theirs.
          cycleCache = try replayer(db).cycle(from: cycleCache)
          if cycleCache.keys.isOutdated(session) { throw StoreFault.keysReplaced }
          result = try body(db)
          return .commit
        }
        guard let result else { throw StoreFault.busy }
        return result
      }
    } catch {
      throw StoreFault.naming(error)
    }
  }

  /// What lies in a store's directory; anything else is not its own.
  static let ownNames: Set<String> = [
    "log.sqlite", "log.sqlite-journal", "files", "backups", "gate", "posts", "pingshen.log",
  ]

  /// The database file in a store's directory.
  static func databasePath(in directory: URL) -> String {
    directory.appendingPathComponent("log.sqlite").path
  }

  /// Opens a store that exists.
  ///
  /// A demo store's time goes on from its last entry unless a clock is given.
  /// - Parameters:
  ///   - environment: Where `PINGSHEN_NOW` («2026-03-02T09:00») sets the instant at which a
  ///     demo store's clock starts; no other store looks at it.
  /// - Throws: `StoreFault.notAStore` where there is none, `.newerProgram` where a newer program
  ///   wrote it, `.noTime` where `PINGSHEN_NOW` holds none, `.trialVersion` where one from before the form was frozen did, `.database` where SQLite
  ///   refuses.
  ///   - state: Where what a person's program remembers lies, as `stateHome` names it.
  public convenience init(
    opening directory: URL, clock: Clock? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment, state: URL? = nil
  ) throws {
    guard FileManager.default.fileExists(atPath: Self.databasePath(in: directory)) else {
      throw StoreFault.notAStore(directory.path)
    }
    try self.init(at: directory, clock: clock ?? .system, isNew: false, state: state)
    let isDemo = try title().isDemo
    if !isDemo { clockRule = ClockRule() }
    guard clock == nil, isDemo else { return }
    self.clock = .rehearsal(
      after: try lastMoment(), asked: try Clock.moment(in: environment))
  }

  /// The directory in which programs keep what they remember, as the environment names it.
  public static func stateHome(_ environment: [String: String]) -> URL? {
    if let named = environment["XDG_STATE_HOME"], named.hasPrefix("/") {
      return URL(fileURLWithPath: named)
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return URL(fileURLWithPath: home).appendingPathComponent(".local/state")
  }

  init(at directory: URL, clock: Clock, isNew: Bool, state: URL? = nil) throws {
    self.directory = directory
    self.clock = clock
    self.state = state
    logger = Logger(label: "pingshen.store")
    let busy = BusyHandler(path: Self.databasePath(in: directory))
    self.busy = busy
    isReadOnly = !isNew && !Self.mayWrite(directory)
    let configuration = Self.configuration(waiting: { busy.retry($0) })
    do {
      queue = try DatabaseQueue(
        path: Self.databasePath(in: directory), configuration: configuration)
      let current = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      if current > Schema.version { throw StoreFault.newerProgram }
      // A database that is not ours stays as it is.
      if current == 0, !isNew { throw StoreFault.notAStore(directory.path) }
      if current < Schema.version {
        try queue.writeWithoutTransaction { db in
          try Schema.largely(db) {
            try db.inTransaction(.immediate) {
              try Schema.migrate(db)
              return .commit
            }
          }
        }
      }
    } catch let error as DatabaseError {
      throw StoreFault(error)
    }
  }

  /// Whether this account may write a store: its database, and the journal beside it.
  private static func mayWrite(_ directory: URL) -> Bool {
    access(databasePath(in: directory), W_OK) == 0 && access(directory.path, W_OK) == 0
  }

  /// Opens the store anew where it could only be read, and can be written to by now.
  ///
  /// - Throws: `StoreFault.readOnly` where it cannot.
  func requireWritable() throws {
    guard isReadOnly else { return }
    guard Self.mayWrite(directory) else { throw StoreFault.readOnly }
    do {
      queue = try DatabaseQueue(
        path: Self.databasePath(in: directory),
        configuration: Self.configuration(waiting: { [busy] in busy.retry($0) }))
    } catch {
      throw StoreFault.naming(error)
    }
    isReadOnly = false
  }

  /// Looks again whether the store can be written to, and opens it anew where it can.
  public func lookForRights() {
    if isReadOnly { try? requireWritable() }
  }

  /// Told of every connection that is opened: how tests come to see each statement.
  @TaskLocal static var onConnection: (@Sendable (Database) -> Void)?

  /// How every connection to a store is set up.
  static func configuration(
    waiting: (@Sendable (Int) -> Bool)? = nil
  ) -> Configuration {
    let onConnection = onConnection
    var configuration = Configuration()
    if let waiting { configuration.busyMode = .callback(waiting) }
    configuration.foreignKeysEnabled = true
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { db in
      db.add(function: Bigrams.function)
      try db.execute(
        sql: """
          PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
          PRAGMA cache_size = \(Schema.cacheSize);
          """)
      onConnection?(db)
    }
    return configuration
  }

  /// Reads in one short transaction.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.read(body)
    } catch {
      throw StoreFault.naming(error)
    }
  }

  /// The author's time of the last entry.
  private func lastMoment() throws -> Moment {
    let seconds = try read { db in
      try Int.fetchOne(
        db, sql: "SELECT time FROM entry WHERE position < ? ORDER BY position DESC LIMIT 1",
        arguments: [LogTable.end])
    }
    return seconds.map { Moment(seconds: $0) } ?? clock.now()
  }

  /// A number that changes when another connection has committed.
  public func dataVersion() throws -> Int {
    try queue.writeWithoutTransaction { db in
      try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
    }
  }
}

extension StoreFault {
  /// The store's own name for what its parts throw; refusals and the vault's faults stay theirs.
  static func naming(_ error: any Error) -> any Error {
    switch error {
    case let error as DatabaseError: StoreFault(error)
    case is RowDecodingError: StoreFault.damaged(.schema)
    case is DecodingError, is LogFormatFault: StoreFault.damaged(.body)
    case let error as CocoaError: StoreFault(error)
    default: error
    }
  }

  /// What a file or folder refused, in the system's words.
  private init(_ error: CocoaError) {
    let reason = error.userInfo[NSUnderlyingErrorKey] as? NSError
    let number: Int32? =
      switch error.code {
      case _ where reason?.domain == NSPOSIXErrorDomain: reason.map { Int32($0.code) }
      case .fileWriteOutOfSpace: ENOSPC
      case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
      case .fileReadNoPermission, .fileWriteNoPermission: EACCES
      case .fileWriteVolumeReadOnly: EROFS
      case .fileWriteFileExists: EEXIST
      default: nil
      }
    self = .database(number.map { String(cString: strerror($0)) } ?? "\(error.code.rawValue)")
  }

  /// A database error without the statement's arguments.
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_NOTADB: self = .notAStore("log.sqlite")
    case .SQLITE_CORRUPT: self = .damaged(.schema)
    default: self = .database(error.message ?? error.resultCode.description)
    }
  }
}

/// Waits for other writers, up to 30 seconds in which none of them gets on, and says so.
///
/// Who waits among many is not forgotten by being last: as long as others commit, the turn comes.
private final class BusyHandler: @unchecked Sendable {
  // Set and called on the thread that uses the store; SQLite calls it inside that thread's own call.
  var handler: (@Sendable (Int) -> Bool)?
  /// For how many milliseconds to wait while nobody is told; nil where the handler is asked.
  var quietly: Int?
  private let path: String
  /// Since when nobody has got on, in nanoseconds of uptime, and how the file was then.
  private var since: UInt64 = 0
  private var seen = timespec()
  /// A millisecond: a window of a verification is over before an eye could notice.
  private static let pause: useconds_t = 1_000
  /// Nanoseconds.
  private static let limit: UInt64 = 30_000_000_000

  /// - Parameter path: The database.
  init(path: String) { self.path = path }

  func retry(_ tries: Int) -> Bool {
    let now = DispatchTime.now().uptimeNanoseconds
    if tries == 0 || tries.isMultiple(of: 256) {
      var status = stat()
      _ = stat(path, &status)
      let changed = status.st_mtim
      if tries == 0 || changed.tv_sec != seen.tv_sec || changed.tv_nsec != seen.tv_nsec {
        (since, seen) = (now, changed)
      }
    }
    if let quietly {
      usleep(Self.pause)
      return tries < quietly
    }
    guard now - since < Self.limit else { return false }
    guard handler?(tries) ?? true else { return false }
    usleep(Self.pause)
    return true
  }
}
