import BuiltDemos
import Console
import Demo
import Foundation
import GRDB
import Procedure
import Store
import Terminal

/// The console on a demo store, without a terminal: keys in, frames out.
final class Rig {
  let backstage: Backstage
  private let directory: URL
  /// The window beside which this one was opened; it clears up after both.
  private let first: Rig?
  /// Milliseconds since the console began.
  private let uptime = Uptime()
  /// Where `~` and paths that begin nowhere lead: no test writes into a real home.
  let home: URL
  /// The boxes of the person whose gate it is.
  let boxes: Boxes?
  /// The stage whose store lies here as it was built, but for what was done with it since; nil once it
  /// was changed past the program.
  private var stage: DemoStage?

  /// The instant at which every test looks at the screen.
  static let now = Moment(day: Day("2026-09-10")!, hour: 14, minute: 30)
  /// An instant while the call of a demo is open.
  static let open = Moment(day: Day("2026-06-15")!, hour: 10)
  /// An instant on the last day of the visit that is under way in a demo.
  static let lastDay = Moment(day: Day("2026-10-28")!, hour: 18)
  /// An instant at which a demo's proposed list is on notice.
  static let onNotice = Moment(day: Day("2026-11-20")!, hour: 10)

  /// A console at the login screen of a copy of a demo store.
  ///
  /// - Parameters:
  ///   - now: The instant at which the store and the screen are looked at.
  ///   - person: Whose gate it is; nil for a shell of one's own.
  init(
    _ stage: DemoStage, at now: Moment = Rig.now, size: Size = Size(width: 120, height: 36),
    language: Language = .chinese,
    verifying: Verifying = .never, gate person: PersonID? = nil
  ) throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-rig-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: DemoStores.directory(stage), to: directory)
    home = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-home-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    first = nil
    self.stage = stage
    let context = Context(
      language: language, now: now, size: size,
      surroundings: Surroundings(isGate: person != nil))
    let store = directory
    boxes = person.map { Boxes(of: $0, in: store) }
    backstage = try Self.backstage(
      on: directory, home: home, context, uptime, gate: person, boxes: boxes)
    backstage.verifying = verifying
    // As in the program, where a process of its own makes them.
    backstage.onBackupDue = {}
    backstage.start()
  }

  /// Another window on the store of a first one.
  init(beside first: Rig) throws {
    (directory, home, self.first, boxes) = (first.directory, first.home, first, nil)
    let context = Context(
      language: .chinese, now: first.backstage.console.context.now,
      size: Size(width: 120, height: 36))
    backstage = try Self.backstage(on: directory, home: home, context, uptime)
    backstage.start()
  }

  private static func backstage(
    on directory: URL, home: URL, _ context: Context, _ uptime: Uptime,
    gate person: PersonID? = nil,
    boxes: Boxes? = nil
  ) throws -> Backstage {
    Backstage(
      store: try Store(opening: directory, clock: Clock { context.now }),
      console: Console(context: context, wanted: person),
      folders: boxes.map { Folders($0) }
        ?? Folders(home: home.path, current: home.path, mounts: [home.path + "/media"]),
      uptime: { uptime.milliseconds })
  }

  deinit {
    if let stage, let session = backstage.session { Replayed.take(from: session, of: stage) }
    guard first == nil else { return }
    for folder in [directory, home] { try? FileManager.default.removeItem(at: folder) }
  }

  /// Lets time pass: timers that are over lead to what they lead to.
  func pass(milliseconds: Int) {
    uptime.milliseconds += milliseconds
    _ = backstage.runTimers()
  }

  /// Changes the store's tables past the program, as one who can write the file can.
  func tamper(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    stage = nil
    let path = directory.appendingPathComponent("log.sqlite").path
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql, arguments: arguments) }
  }

  /// Logs a person in, who may have left a form unfinished before.
  func signIn(_ person: PersonID, leaving form: UnfinishedForm? = nil) throws {
    let session = try backstage.store.signIn(person, passphrase: Demo.passphrase)
    if let stage { Replayed.give(to: session, of: stage) }
    if let form { _ = try backstage.store.keep(form, waiting: 0, by: session) }
    backstage.enter(session)
    if case .never = backstage.verifying { return }
    if let stage { try Replayed.verified(backstage.store, by: session, of: stage) }
    backstage.storeChanged()
  }

  /// The first case in a stage.
  func aCase(at stage: Stage) -> CaseID? {
    backstage.session.flatMap { session in
      try? backstage.store.queue(QueueQuery(), limit: 100, by: session)
        .first { $0.stage == stage }?.application.id
    }
  }

  /// Presses keys one after the other.
  func press(_ keys: Key...) { for key in keys { backstage.take(.input(.key(key))) } }

  /// Types text, a character at a time.
  func type(_ text: String) {
    for character in text { backstage.take(.input(.key(.character(character)))) }
  }

  /// Goes to a screen, on a case where it shows one.
  func go(_ screen: ScreenID, _ dossier: CaseID?) { backstage.go(screen, dossier) }

  /// What a person sees.
  var canvas: Canvas { backstage.frame() }

  /// The rows of the screen as text.
  var text: String { canvas.dump() }
}

/// A clock that goes on when a test says so.
final class Uptime {
  var milliseconds = 0
}
