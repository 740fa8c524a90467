import COffice
import Foundation

/// Parts of a document as one zip; the same parts give the same bytes.
enum ZipPackage {
  /// - Throws: `WritingFault`.
  static func zip(_ parts: [(name: String, contents: Data)]) throws(WritingFault) -> Data {
    var opened: OpaquePointer?
    let answer = coffice_zip_open(&opened)
    guard let zip = opened else {
      throw answer == COFFICE_MISSING.rawValue ? .missing(.libarchive) : .failed
    }
    var isWhole = true
    for part in parts where isWhole {
      isWhole = part.contents.withUnsafeBytes { buffer in
        coffice_zip_add(zip, part.name, buffer.baseAddress, buffer.count) == 0
      }
    }
    var bytes: UnsafeMutablePointer<CChar>?
    var size = 0
    let closed = coffice_zip_close(zip, &bytes, &size)
    guard closed == 0, let bytes else { throw .failed }
    defer { free(bytes) }
    guard isWhole else { throw .failed }
    return Data(bytes: bytes, count: size)
  }
}
