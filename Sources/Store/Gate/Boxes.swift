import Foundation
import Procedure

#if canImport(Glibc)
  import Glibc
#endif

/// One person's two boxes at the gate: `gate/PERSON/in` has what they brought, `gate/PERSON/out` what
/// the console wrote for them.
///
/// What lies there is plain text for the account that owns the store.
public struct Boxes: Sendable {
  /// Which of the two.
  public enum Side: String, Sendable, CaseIterable {
    case inbox = "in"
    case outbox = "out"
  }

  private let store: URL
  private let folder: String
  private let limits: BoxLimits

  /// The boxes of a person beside a store.
  public init(of person: PersonID, in store: URL, limits: BoxLimits = BoxLimits()) {
    (self.store, self.limits) = (store, limits)
    folder = Self.folder(of: person)
  }

  /// The name of a person's folder: letters, digits and `_` stand as they are, everything else as the
  /// hexadecimal of its bytes, so that two people never share one and none leads elsewhere.
  static func folder(of person: PersonID) -> String {
    var name = ""
    for byte in person.rawValue.utf8 {
      let sign = Character(Unicode.Scalar(byte))
      name +=
        sign.isASCII && (sign.isLetter || sign.isNumber || sign == "_")
        ? String(sign) : "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return name.isEmpty ? "=" : name
  }

  /// Opens a box, made where there is none; no link on the way is followed.
  ///
  /// - Throws: `GateFault.foreignFolder` where a folder on the way is not this account's alone.
  public func open(_ side: Side) throws(GateFault) -> Box {
    var current = Foundation.open(store.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { throw .system(errno) }
    var path = ""
    for name in ["gate", folder, side.rawValue] {
      path += path.isEmpty ? name : "/" + name
      let parent = current
      defer { close(parent) }
      current = try Self.enter(name, of: parent, path)
    }
    return Box(current, limits: limits)
  }

  /// Opens a folder in another, made where there is none.
  private static func enter(
    _ name: String, of parent: Int32, _ path: String
  ) throws(GateFault) -> Int32 {
    if mkdirat(parent, name, 0o700) == 0 { fsync(parent) }
    let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else {
      if errno == ELOOP || errno == ENOTDIR { throw .foreignFolder(path) }
      throw .system(errno)
    }
    var status = stat()
    guard fstat(folder, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o077 == 0
    else {
      close(folder)
      throw .foreignFolder(path)
    }
    return folder
  }

  /// The names of the files that may be read from the inbox, those brought last first.
  public func brought() throws(GateFault) -> [BoxName] {
    try open(.inbox).entries().sorted { ($0.modified, $1.shown) > ($1.modified, $0.shown) }
      .compactMap(\.name)
  }
}
