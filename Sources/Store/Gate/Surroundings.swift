import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What a program was started in: somebody's own shell, or the gate of a store's account.
///
/// Whatever a feature does with the host (a path that is typed, a program that is started, a stop
/// and a return to the shell), it asks `isGate` first.
public struct Surroundings: Sendable, Hashable {
  /// Whether the program stands in for the shell of an account that many people share: it gives one
  /// person the console and two boxes for files, and nothing else of the host.
  public let isGate: Bool
  /// The variables that the program goes by.
  public let environment: [String: String]
  /// What the person asked the gate for, as ssh sent it; nothing where it is the console.
  public let request: [UInt8]

  /// Surroundings of one's own choice.
  public init(
    isGate: Bool = false, environment: [String: String] = [:], request: [UInt8] = []
  ) {
    (self.isGate, self.environment, self.request) = (isGate, environment, request)
  }

  /// Looks at what this process was started in; at a gate empties its environment before that.
  ///
  /// Call it once, before anything reads a variable or opens a file.
  /// - Parameter arguments: The process's own, its name included.
  public static func taken(_ arguments: [String]) -> Surroundings {
    guard arguments.dropFirst().first == "open", arguments.contains("--gate") else {
      return Surroundings(environment: ProcessInfo.processInfo.environment)
    }
    let request = bytes(of: "SSH_ORIGINAL_COMMAND") ?? []
    var kept = admitted { bytes(of: $0) }
    if let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir {
      kept["HOME"] = String(cString: home)
    }
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
    occupyClosedDescriptors()
    // Until the screen is up nothing stops the program either, and a reader that is gone is an error.
    for number in [SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE] { signal(number, SIG_IGN) }
    return Surroundings(isGate: true, environment: kept, request: request)
  }

  // MARK: The environment

  /// The variables that may come from outside: the terminal's type and the locale, by glibc's names.
  private static let admittedNames = [
    "TERM", "LANG", "LC_ALL", "LC_ADDRESS", "LC_COLLATE", "LC_CTYPE", "LC_IDENTIFICATION",
    "LC_MEASUREMENT", "LC_MESSAGES", "LC_MONETARY", "LC_NAME", "LC_NUMERIC", "LC_PAPER",
    "LC_TELEPHONE", "LC_TIME",
  ]

  /// The longest value.
  private static let longest = 64

  /// What of an environment goes through the gate: values that are plain names of terminals and
  /// locales, never a path.
  static func admitted(_ value: (String) -> [UInt8]?) -> [String: String] {
    var kept: [String: String] = [:]
    for name in admittedNames {
      guard let bytes = value(name), let first = bytes.first, bytes.count <= longest,
        isWord(first), bytes.allSatisfy({ isWord($0) || "+-._@".utf8.contains($0) }),
        name != "TERM" || !bytes.contains(UInt8(ascii: "@"))
      else { continue }
      kept[name] = String(decoding: bytes, as: UTF8.self)
    }
    return kept
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func bytes(of name: String) -> [UInt8]? {
    getenv(name).map { text in
      Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
  }

  /// Puts something that can be neither read nor written in the place of closed standard files, so
  /// that no file of the store gets their numbers.
  private static func occupyClosedDescriptors() {
    for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (2, O_RDWR)]
    where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }
}
