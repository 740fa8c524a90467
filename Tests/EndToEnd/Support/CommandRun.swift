import Foundation

/// What a command of the plain command line left behind.
struct CommandRun: Sendable {
  var status: ExitStatus
  var stdout: String
  var stderr: String
}

/// The command did not end in time.
struct CommandTimeout: Error, CustomStringConvertible {
  let command: String
  let stdout: String
  let stderr: String
  var description: String { "still running: \(command)\nstdout: \(stdout)\nstderr: \(stderr)" }
}

/// Runs a program without a terminal, to its end, in the pinned environment.
///
/// - Parameters:
///   - program: its path; `pingshen` when nil.
///   - env: added to `Program.environment`; its `HOME` is a directory of this run's own.
///   - stdin: what it may read.
///   - timeout: after it the program is killed.
/// - Throws: `CommandTimeout`, or what kept it from starting.
@discardableResult
func runCommand(
  _ arguments: [String], program: String? = nil, env: [String: String] = [:], stdin: String = "",
  cwd: String? = nil, timeout: Duration = .seconds(120)
) throws -> CommandRun {
  let home = try TemporaryDirectory()
  // Files, not pipes: a program that writes much before it reads cannot block.
  let input = home.path(".stdin")
  let output = home.path(".stdout")
  let errors = home.path(".stderr")
  try Data(stdin.utf8).write(to: URL(fileURLWithPath: input))
  for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }

  let process = Process()
  process.executableURL = URL(fileURLWithPath: try program ?? Program.pingshen())
  process.arguments = arguments
  process.environment = Program.environment(home: home.path, adding: env)
  process.currentDirectoryURL = URL(fileURLWithPath: cwd ?? home.path)
  process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
  process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
  process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
  let ended = DispatchSemaphore(value: 0)
  process.terminationHandler = { _ in ended.signal() }
  try process.run()
  let inTime = ended.wait(timeout: .now() + timeout.seconds) == .success
  if !inTime { kill(process.processIdentifier, SIGKILL) }
  process.waitUntilExit()

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
  guard inTime else {
    throw CommandTimeout(
      command: arguments.joined(separator: " "), stdout: try text(output), stderr: try text(errors))
  }
  let status = process.terminationStatus
  return CommandRun(
    status: process.terminationReason == .exit ? .code(status) : .signal(status),
    stdout: try text(output), stderr: try text(errors))
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
