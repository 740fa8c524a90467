import Foundation
import Procedure

@testable import Store

#if canImport(Glibc)
  import Glibc
#endif

/// A demo store behind the gate.
///
/// There a person's home is the account's own, which no test may leave anything in.
final class GateStore {
  let demo: DemoStore
  private let state: String

  /// - Parameter forConsole: Whether a backup is there, so that after a login none is begun beside
  ///   what is tried: the variable that says so does not go through the gate.
  init(forConsole: Bool = false) throws {
    demo = try DemoStore.reviewed()
    if forConsole { try runCommand(["backup", demo.path]) }
    let store = try Store(opening: URL(fileURLWithPath: demo.path))
    let home = getpwuid(getuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) } ?? "/"
    state = "\(home)/.local/state/pingshen/\(try store.read { try Meta.text($0, .store) })"
  }

  deinit { try? FileManager.default.removeItem(atPath: state) }

  var path: String { demo.path }

  /// What lies in a person's box, whatever it is called.
  func names(_ side: String, of person: String = "qianer") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/gate/\(person)/\(side)")) ?? [])
      .sorted()
  }

  /// The arguments of the forced command.
  func arguments(as person: String = "qianer") -> [String] {
    ["open", "--gate", path, "--as", person]
  }

  /// Runs a command at the gate, as sshd hands it over.
  func run(
    _ command: String, as person: String = "qianer", stdin: String = "", env: [String: String] = [:]
  ) throws -> CommandRun {
    try runCommand(
      arguments(as: person), env: env.merging(["SSH_ORIGINAL_COMMAND": command]) { $1 },
      stdin: stdin)
  }
}
