/// The table of the architecture: what each target may import.
enum ImportTable {
  /// One row of the table.
  struct Row: Sendable {
    /// Targets of ours.
    var ours: Set<String> = []
    /// Modules of others.
    var others: Set<String> = ["Foundation"]
    /// Whether the C library may be imported, inside `#if canImport(…)`, where Foundation lacks a
    /// call.
    var platform = false
    /// No clock, no disk, no chance.
    var pure = false
  }

  /// The C library under its names; allowed only where a row says so.
  static let platformModules: Set<String> = ["Glibc", "Musl", "Darwin"]

  /// Every folder under Sources has its row here; a target that is not here fails the test.
  static let rows: [String: Row] = [
    "CNcurses": Row(others: []),
    "CPty": Row(others: []),
    "CDemo": Row(others: []),
    "CWipe": Row(others: []),
    "Criteria": Row(pure: true),
    "Procedure": Row(ours: ["Criteria"], pure: true),
    "Splitting": Row(ours: ["Criteria"], pure: true),
    "Intake": Row(ours: ["Splitting", "Procedure", "Criteria"], pure: true),
    "COffice": Row(others: []),
    "Office": Row(ours: ["COffice", "Splitting", "Criteria"], platform: true),
    "Vault": Row(others: ["Foundation", "Crypto", "CryptoExtras"], platform: true),
    "Store": Row(
      ours: ["Procedure", "Criteria", "Vault"], others: ["Foundation", "GRDB", "Logging"],
      platform: true),
    "Reports": Row(
      ours: ["Store", "Procedure", "Criteria", "Office"], others: ["Foundation", "Mustache"]),
    "Terminal": Row(ours: ["CNcurses"], platform: true),
    "Console": Row(
      ours: [
        "Store", "Procedure", "Criteria", "Vault", "Reports", "Terminal", "Office", "Splitting",
        "Intake",
      ],
      others: ["Foundation", "Logging", "Collections"]),
    "Demo": Row(ours: ["CDemo", "Store", "Procedure", "Criteria", "Vault"]),
    "pingshen": Row(
      ours: [
        "CWipe", "Console", "Demo", "Store", "Procedure", "Criteria", "Vault", "Reports",
        "Terminal", "Office", "Splitting", "Intake",
      ],
      others: ["Foundation", "ArgumentParser"], platform: true),
    "Benchmark": Row(
      ours: ["CPty", "Store", "Procedure", "Vault"], others: ["Foundation", "GRDB"], platform: true),
  ]

  /// What a pure target may not say: each is a door to the clock, the disk, the process or chance.
  static let impure = [
    "Date()", "Date.now", "timeIntervalSinceNow", "ContinuousClock", "SuspendingClock",
    "random(", "randomElement(", "shuffled(", "shuffle(", "RandomNumberGenerator()", "UUID()",
    "FileManager", "FileHandle", "ProcessInfo", "contentsOfFile",
  ]

  /// Ways of taking text apart that know one end of a line alone.
  static let lineEnds = [
    #"split(separator: "\n""#, #"components(separatedBy: "\n""#, #"replacing("\n""#,
    #"contains("\n")"#,
  ]

  /// Ways of printing that the command line has in one place alone.
  static let prints = ["print(", "standardError", "standardOutput", "fputs(", "puts("]

  /// What no target may say: it ends the program where an error should be thrown.
  static let forced = ["try!", "as!"]

  /// Words that mark unfinished work.
  static let markers = ["TODO", "FIXME", "XXX"]
}
