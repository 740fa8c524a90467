import Foundation
import Procedure

/// The machine that the figures come from.
enum Machine {
  /// Cores, processor, kernel, and what the store lies on.
  static func line(storeAt path: String) -> String {
    let cpu = field("model name", of: "/proc/cpuinfo", separator: ":") ?? "unknown processor"
    let release = text("/proc/sys/kernel/osrelease") ?? "unknown"
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let store = fileSystem(of: path) ?? "unknown"
    #if DEBUG
      let build = "; DEBUG BUILD of the benchmark"
    #else
      let build = ""
    #endif
    return "Machine: \(cores) cores, \(cpu), Linux \(release), store on \(store)\(build)."
  }

  /// The text of a small file, without the line end.
  static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// The value of the first line that begins with a name.
  static func field(_ name: String, of path: String, separator: Character) -> String? {
    text(path)?.lines.first { $0.hasPrefix(name) }?
      .split(separator: separator, maxSplits: 1).last
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The kind of file system that holds a path.
  private static func fileSystem(of path: String) -> String? {
    let mounts = (text("/proc/self/mounts") ?? "").lines
      .map { $0.split(separator: " ") }.filter { $0.count > 2 }
    let holding = mounts.filter {
      path == $0[1] || path.hasPrefix($0[1] == "/" ? "/" : $0[1] + "/")
    }
    return holding.max { $0[1].count < $1[1].count }.map { String($0[2]) }
  }
}
