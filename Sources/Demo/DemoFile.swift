import CDemo
import Foundation

/// A file of `fixtures/demo`, as it was compiled in.
enum DemoFile {
  /// The bytes of a file; a name that was not compiled in is a programmer error.
  static func data(_ name: String) -> Data {
    guard let file = demo_file(name) else { preconditionFailure("\(name) is not compiled in") }
    return Data(bytes: file.pointee.bytes, count: Int(file.pointee.length))
  }

  /// The text of a file.
  static func text(_ name: String) -> String { String(decoding: data(name), as: UTF8.self) }
}
