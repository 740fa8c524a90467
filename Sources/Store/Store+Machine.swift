import Foundation
import GRDB

extension Store {
  /// The version of SQLite that is linked.
  public static var sqliteVersion: String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "?"
  }

  /// Whether a directory lies on a file system shared over a network, where locks cannot be trusted.
  public static func isOnNetwork(_ directory: URL) -> Bool {
    guard let mounts = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8) else {
      return false
    }
    let path = directory.resolvingSymlinksInPath().path
    let shared: Set<Substring> = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs"]
    let fields = mounts.lines.map { $0.split(separator: " ") }
    let home = fields.filter { $0.count > 2 && Self.lies(path, under: String($0[1])) }
      .max { $0[1].count < $1[1].count }
    return home.map { shared.contains($0[2]) } ?? false
  }

  private static func lies(_ path: String, under mount: String) -> Bool {
    mount == "/" || path == mount || path.hasPrefix(mount + "/")
  }
}
