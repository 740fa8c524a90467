import Foundation

/// A paper that went out under a number or for signature, kept whole (V5).
///
/// Its entry is sealed to the most secret room that its contents come from; only that something was
/// kept there is clear. Printed again it is the same bytes.
public struct KeptPaper: Codable, Sendable, Hashable {
  /// Which paper it is, as those who make papers name it.
  public var kind: String
  /// What stands over it.
  public var title: String
  /// The number under which it went out; nil where it went out for signature alone.
  public var number: String?
  /// The day that it bears.
  public var day: Day
  /// The room that it is sealed to.
  public var room: RoomID
  /// Its forms, each a file: what a bureau seals, what prints, what is read as text, a table.
  public var files: [KeptFile]

  /// A paper with the files that it was sealed into.
  public init(
    kind: String, title: String, number: String? = nil, day: Day, room: RoomID,
    files: [KeptFile] = []
  ) {
    (self.kind, self.title, self.number) = (kind, title, number)
    (self.day, self.room, self.files) = (day, room, files)
  }

  /// Which paper it is, without what tells it from others of the same.
  public var form: Substring { kind.prefix { $0 != "-" } }

  /// How many files a paper has at least and at most, and bytes of each at most.
  public static let fileCount = 1...8
  public static let largestFile = 64 << 20
}

/// One form of a kept paper, sealed in pieces under a key of its own.
public struct KeptFile: Codable, Sendable, Hashable {
  /// What it is called, without folders, such as «告知书.docx».
  public var name: String
  /// Its bytes, and their SHA-256 in lower-case hex.
  public var bytes: Int
  public var hash: String
  /// SHA-256 of the sealed file, lower-case hex: its name in `files`.
  public var file: String
  /// What the pieces are bound to beside their room: chance, 32 digits in hex.
  public var binding: String
  /// Bytes of a piece in the clear.
  public var piece: Int
  /// The file's own key: who can open the entry can open the file.
  public var fileKey: Data

  /// A file that has been sealed already.
  public init(
    name: String, bytes: Int, hash: String, file: String, binding: String, piece: Int,
    fileKey: Data
  ) {
    (self.name, self.bytes, self.hash, self.file) = (name, bytes, hash, file)
    (self.binding, self.piece, self.fileKey) = (binding, piece, fileKey)
  }
}
