import Foundation
import Testing

/// A stick as they are sold: a FAT image, written and read by mtools, so that nobody mounts anything.
struct FATStick {
  private let image: URL

  /// Whether mtools are installed.
  static let isThere = ["mformat", "mmd", "mcopy"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }
  static let without: Comment = "left out: mtools is missing"

  /// An empty one of 16 MiB.
  init(_ image: URL) throws {
    self.image = image
    try Data().write(to: image)
    try FileHandle(forWritingTo: image).truncate(atOffset: 16 << 20)
    try Self.run("mformat", ["-i", image.path, "-v", "STICK", "::"])
  }

  /// Makes a folder on it.
  func makeFolder(_ name: String) throws { try Self.run("mmd", ["-i", image.path, "::/\(name)"]) }

  /// Copies what lies in a folder of the disk into one of the stick, over what is there.
  func write(_ folder: URL, into name: String) throws {
    for item in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      try Self.run(
        "mcopy",
        ["-s", "-o", "-i", image.path, folder.appendingPathComponent(item).path, "::/\(name)/"])
    }
  }

  /// Copies a folder of the stick to the disk, over what is there.
  func read(_ name: String, into folder: URL) throws {
    try Self.run("mcopy", ["-s", "-n", "-i", image.path, "::/\(name)", folder.path + "/"])
  }

  private struct Failed: Error { var words: [String] }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(program)")
    process.arguments = arguments
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(words: [program] + arguments) }
  }
}
