import COffice
import Foundation
import Splitting

#if canImport(Glibc)
  import Glibc
#endif

/// Reads applicants' files: each in a child process with limits and without network.
public struct DocumentReading: Sendable {
  /// Where the readers of ours run.
  public enum Place: Sendable {
    /// In this process; for files that are one's own.
    case here
    /// In a child: this program, started again.
    case child(program: String)
  }

  /// Bytes of a file at most.
  public static let largest = 256 << 20

  private let place: Place

  /// A reader of documents.
  public init(in place: Place = .child(program: "/proc/self/exe")) { self.place = place }

  /// The text of a file.
  ///
  /// - Throws: `ReadingFault`.
  ///
  /// - Parameter name: What it was called where it came from; the name it has by now where nil.
  public func manuscript(
    ofFile path: String, named name: String? = nil
  ) throws(ReadingFault) -> Manuscript {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path)
    }
    // Before it is read: a file of gigabytes would fill the memory only to be refused.
    guard status.st_size <= Self.largest else { throw .tooLarge }
    guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    return try manuscript(of: bytes, named: name ?? (path as NSString).lastPathComponent)
  }

  /// The text of what a file of that name holds.
  ///
  /// - Throws: `ReadingFault`.
  public func manuscript(of bytes: Data, named name: String) throws(ReadingFault) -> Manuscript {
    switch FileKind.of(bytes, named: name) {
    case .empty: throw .empty
    case .text:
      guard let found = TextDecoding.decode(bytes) else {
        throw .unknownKind((name as NSString).pathExtension)
      }
      return Manuscript(text: found.text, encoding: found.encoding)
    case .zip:
      switch place {
      case .here: return try Self.read(bytes)
      case .child(let program): return try ReadingChild.read(bytes, program: program)
      }
    case .pdf: return try Converters.text(ofPDF: bytes)
    case .olderOffice(let suffix):
      return try manuscript(of: try Converters.modern(bytes, suffix), named: "")
    case .password: throw .password
    case .picture: throw .picture
    case .archive: throw .archive
    case .unknown: throw .unknownKind((name as NSString).pathExtension)
    }
  }

  /// The text of a document that is a zip, in this process.
  static func read(_ bytes: Data) throws(ReadingFault) -> Manuscript {
    let archive = try Archive(bytes, limits: .document)
    while let entry = try archive.next() {
      switch entry.path.first {
      case "word": return try WordDocument.read(bytes)
      case "xl": return try Workbook(bytes).manuscript
      default: continue
      }
    }
    throw .archive
  }
}

/// What a file is, by its beginning; names lie.
enum FileKind: Equatable {
  case empty, text, zip, pdf, password, picture, archive, unknown
  /// .doc, .xls, .wps, .rtf: the end of the name tells them apart.
  case olderOffice(String)

  static func of(_ bytes: Data, named name: String) -> FileKind {
    func begins(_ signs: [UInt8]) -> Bool { bytes.starts(with: signs) }
    if bytes.isEmpty { return .empty }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) { return .zip }
    if begins(Array("%PDF".utf8)) || bytes.prefix(1024).range(of: Data("%PDF-".utf8)) != nil {
      return .pdf
    }
    if begins(Array("{\\rtf".utf8)) { return .olderOffice("rtf") }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      // What Office encrypts it wraps so, whatever it is.
      let mark = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      if bytes.range(of: mark) != nil { return .password }
      let suffix = (name as NSString).pathExtension.lowercased()
      return .olderOffice(["doc", "xls", "wps", "et", "ppt"].contains(suffix) ? suffix : "doc")
    }
    if begins([0xFF, 0xD8, 0xFF]) || begins([0x89, 0x50, 0x4E, 0x47]) || begins(Array("GIF8".utf8))
      || begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A])
      || begins(Array("BM".utf8)) && bytes.count > 26 && bytes.prefix(26).contains(0)
    {
      return .picture
    }
    if begins(Array("Rar!".utf8)) || begins([0x37, 0x7A, 0xBC, 0xAF]) { return .archive }
    return TextDecoding.decode(bytes) == nil ? .unknown : .text
  }
}
