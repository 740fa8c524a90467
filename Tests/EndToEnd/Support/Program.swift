import Foundation

/// Programs that tests run and the surroundings they are given.
enum Program {
  /// The built program is not where the tests were built.
  struct NotBuilt: Error, CustomStringConvertible {
    let name: String
    var description: String { "no executable «\(name)» beside the test bundle: run swift build" }
  }

  /// The path of the built `pingshen`.
  static func pingshen() throws -> String { try built("pingshen") }

  /// The path of a product that was built together with the tests.
  /// - Throws: `NotBuilt`.
  static func built(_ name: String) throws -> String {
    var folder = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent(name).path
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder)
      if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate) {
        return candidate
      }
    }
    throw NotBuilt(name: name)
  }

  /// The pinned environment: nothing of the machine's own gets in but `PATH`.
  static func environment(home: String, adding extra: [String: String] = [:]) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let pinned = [
      "PATH": path, "HOME": home, "TMPDIR": home, "TZ": "UTC", "LANG": "C.UTF-8",
      "TERM": "xterm-256color",
      // A test of these asks for them; elsewhere nothing runs beside what is tried.
      "PINGSHEN_BACKUPS": "off",
    ]
    return pinned.merging(extra) { $1 }
  }
}
