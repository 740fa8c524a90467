import COffice

/// Why a document cannot be read (S14); the file itself is kept all the same.
public enum ReadingFault: Error, Codable, Hashable, Sendable {
  /// There is no such file, or it may not be read.
  case unreadable(String)
  /// It has no contents.
  case empty
  /// More than so many bytes, entries or levels.
  case tooLarge
  /// It unpacks to many times its size, as files do that are made to fill a machine.
  case bomb
  /// It is not what its name or beginning says, or it is cut off.
  case damaged
  /// It holds what no office program writes: entities.
  case hostile
  /// It wants a password.
  case password
  /// A PDF of pictures alone.
  case noTextLayer
  /// A picture.
  case picture
  /// An archive: what is in it is read file by file.
  case archive
  /// A kind that no reader knows, by the end of its name.
  case unknownKind(String)
  /// What reads it is not on this machine.
  case missing(Helper)
  /// Reading took longer than it may.
  case tookTooLong
  /// There is no room for what it unpacks to.
  case noRoom
  /// No private folder can be made where temporary files lie.
  case noPlace(String)
  /// The reader ended before it had read it: out of memory, or by a fault of its own.
  case readerEnded
}

/// A library or program that reading or writing documents needs, and nothing else does.
public enum Helper: String, Codable, Hashable, Sendable, CaseIterable {
  case libarchive, libxml2, libxlsxwriter, pdftotext, soffice, chafa, bwrap

  /// The Debian package that has it.
  public var package: String {
    switch self {
    case .libarchive: "libarchive13"
    case .libxml2: "libxml2"
    case .libxlsxwriter: "libxlsxwriter\(String(cString: coffice_book_version()))"
    case .pdftotext: "poppler-utils"
    case .soffice: "libreoffice-writer-nogui libreoffice-calc-nogui"
    case .chafa: "chafa"
    case .bwrap: "bubblewrap"
    }
  }
}
