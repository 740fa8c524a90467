import Foundation

/// A demo store of a test's own, copied from one that was made once by `pingshen demo`.
struct DemoStore {
  private let folder: TemporaryDirectory
  let path: String

  /// The case of the tests: 赵一 leads and reviews, 钱二 reviews, two sheets are handed in.
  static let number = "HZ26-0031"

  private static let reviewedMaster = Result { try make("reviewed") }
  private static let applicationMaster = Result { try make("application") }
  private static let consensusMaster = Result { try make("consensus") }
  private static let scoredMaster = Result { try make("scored") }

  private static func make(_ stage: String) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try runCommand(["demo", "--at", stage, "--no-open", "--path", folder.path("store")])
    return folder
  }

  /// Sheets handed in or under way, none opened.
  static func reviewed() throws -> DemoStore { try DemoStore(copying: reviewedMaster.get()) }

  /// The call open, applications coming in.
  static func application() throws -> DemoStore { try DemoStore(copying: applicationMaster.get()) }

  /// A visit under way.
  static func scored() throws -> DemoStore { try DemoStore(copying: scoredMaster.get()) }

  /// Two sessions of consensus open.
  static func consensus() throws -> DemoStore { try DemoStore(copying: consensusMaster.get()) }

  private init(copying original: TemporaryDirectory) throws {
    folder = try TemporaryDirectory()
    path = folder.path("store")
    try FileManager.default.copyItem(atPath: original.path("store"), toPath: path)
  }

  /// Runs a command on the store as somebody.
  func run(_ command: String, _ rest: String..., as person: String) throws -> CommandRun {
    try runCommand(
      [command, path] + rest + ["--as", person], env: ["PINGSHEN_PASSPHRASE": "demo"])
  }

  /// Somebody's open console, in the independent review of the case.
  func reviewing(
    as person: String, cols: Int = 120, rows: Int = 36, env: [String: String] = [:]
  ) throws -> Desk {
    let desk = try Desk.loggedIn(path, as: person, cols: cols, rows: rows, env: env)
    try desk.choose(Self.number)
    try desk.go(to: "独立评审")
    try desk.see(["我的评审", "\(Self.number)"])
    return desk
  }
}
