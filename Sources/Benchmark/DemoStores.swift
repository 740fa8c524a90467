import Foundation

/// Demo stores made by the program itself, one per stage, in a directory that goes with this value.
final class DemoStores {
  let directory: URL
  private let binary: String
  private var made: [String: String] = [:]

  init(binary: String) throws {
    self.binary = binary
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-benchmark-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  /// Removes everything.
  func remove() throws { try FileManager.default.removeItem(at: directory) }

  /// The store of a stage, made at the first call.
  /// - Throws: `TimedTerminal.Failure` with what the program said.
  func path(stage: String) throws -> String {
    if let path = made[stage] { return path }
    let path = directory.appendingPathComponent(stage).path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = ["demo", "--path", path, "--at", stage, "--no-open"]
    let output = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw TimedTerminal.Failure(
        description: "demo --at \(stage) ended with \(process.terminationStatus): \(said)")
    }
    made[stage] = path
    return path
  }
}
