import Foundation
import Store

#if canImport(Glibc)
  import Glibc
#endif

/// A folder that nobody else looks into, and that is gone with the work it was made for.
enum PrivateFolder {
  /// Does a work with a new folder.
  ///
  /// - Throws: `StoreFault.noAccess` where none can be made; what the work throws.
  static func within<T>(_ body: (URL) throws -> T) throws -> T {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("pingshen-XXXXXX")
    var template = Array(place.path.utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreFault.noAccess(place.path) }
    let folder = URL(
      fileURLWithPath: String(
        decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
