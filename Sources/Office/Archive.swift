import COffice
import Foundation

/// How much of an archive is read.
public struct ArchiveLimits: Sendable {
  /// Entries at most.
  public var entries: Int
  /// Bytes of one entry at most.
  public var entrySize: Int
  /// Bytes of all entries together at most.
  public var totalSize: Int
  /// How many times its size an archive may hold, beyond a mebibyte for every one.
  public var ratio: Int

  /// What the parts of a document of words or tables stay within.
  public static let document = ArchiveLimits(
    entries: 5_000, entrySize: 64 << 20, totalSize: 192 << 20, ratio: 200)
  /// What a folder of evidence stays within.
  public static let folder = ArchiveLimits(
    entries: 20_000, entrySize: 2 << 30, totalSize: 8 << 30, ratio: 200)

  /// Limits of one's own.
  public init(entries: Int, entrySize: Int, totalSize: Int, ratio: Int) {
    (self.entries, self.entrySize) = (entries, entrySize)
    (self.totalSize, self.ratio) = (totalSize, ratio)
  }
}

/// The entries of a zip, 7z or rar, read one after the other; nothing is written by their names.
public final class Archive {
  /// Bytes of the archive itself.
  private let size: Int
  private let limits: ArchiveLimits
  private let handle: OpaquePointer
  /// The archive where it lies in memory.
  private let pinned: UnsafeMutableRawPointer?
  private var entries = 0
  private var total = 0

  /// A file in an archive.
  public struct Entry: Sendable {
    /// The folders and the name, without `..`, roots and drive letters.
    public var path: [String]
  }

  /// - Throws: `ReadingFault`.
  public init(_ bytes: Data, limits: ArchiveLimits) throws(ReadingFault) {
    guard !bytes.isEmpty else { throw .empty }
    let pinned = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 16)
    bytes.copyBytes(to: pinned.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    (self.pinned, size, self.limits) = (pinned, bytes.count, limits)
    var opened: OpaquePointer?
    let answer = coffice_archive_open(pinned, bytes.count, &opened)
    guard let opened else {
      pinned.deallocate()
      throw answer == COFFICE_MISSING.rawValue ? .missing(.libarchive) : .damaged
    }
    handle = opened
  }

  /// An archive that is read from a descriptor as it goes; the descriptor stays the caller's.
  ///
  /// - Parameter size: Bytes of the file, by which what it unpacks to is measured.
  /// - Throws: `ReadingFault`.
  init(descriptor: Int32, size: Int, limits: ArchiveLimits) throws(ReadingFault) {
    guard size > 0 else { throw .empty }
    (pinned, self.size, self.limits) = (nil, size, limits)
    var opened: OpaquePointer?
    let answer = coffice_archive_open_descriptor(descriptor, &opened)
    guard let opened else {
      throw answer == COFFICE_MISSING.rawValue ? .missing(.libarchive) : .damaged
    }
    handle = opened
  }

  deinit {
    coffice_archive_close(handle)
    pinned?.deallocate()
  }

  /// Goes to the next plain file; folders, links and devices are passed over.
  ///
  /// - Throws: `ReadingFault`.
  public func next() throws(ReadingFault) -> Entry? {
    while true {
      let answer = coffice_archive_next(handle)
      if answer == 0 { return nil }
      guard answer > 0 else { throw .damaged }
      entries += 1
      guard entries <= limits.entries else { throw .tooLarge }
      guard coffice_archive_is_file(handle) else { continue }
      let path = Self.path(coffice_archive_name(handle))
      if !path.isEmpty { return Entry(path: path) }
    }
  }

  /// What the entry holds.
  ///
  /// - Throws: `ReadingFault`.
  public func contents() throws(ReadingFault) -> Data {
    var contents = Data()
    try read { contents.append($0) }
    return contents
  }

  /// Reads the entry piece by piece.
  ///
  /// - Throws: `ReadingFault`.
  public func read(_ take: (Data) throws(ReadingFault) -> Void) throws(ReadingFault) {
    if coffice_archive_is_encrypted(handle) { throw .password }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var read = 0
    while true {
      let got = coffice_archive_read(handle, &buffer, buffer.count)
      if got == 0 { return }
      guard got > 0 else { throw .damaged }
      (read, total) = (read + got, total + got)
      guard read <= limits.entrySize, total <= limits.totalSize else { throw .tooLarge }
      guard total <= (size + 1 << 20) * limits.ratio else { throw .bomb }
      try take(Data(buffer[..<got]))
    }
  }

  /// A name as it may be shown and compared: no root, no `..`, no control characters.
  static func path(_ name: UnsafePointer<CChar>) -> [String] {
    let bytes = Data(bytes: name, count: strlen(name))
    let text =
      String(bytes: bytes, encoding: .utf8) ?? TextDecoding.gb18030(bytes)
      ?? String(decoding: bytes, as: UTF8.self)
    return text.split { $0 == "/" || $0 == "\\" }.map(String.init)
      .map { part in String(part.filter { !$0.unicodeScalars.contains { $0.value < 32 } }) }
      .filter { part in
        let bare = part.trimmingCharacters(in: .whitespaces)
        return !bare.isEmpty && bare != "." && bare != ".."
          && !(bare.count == 2 && bare.hasSuffix(":"))
      }
  }
}

/// The parts of a document that is an archive, those that are asked for.
struct Package {
  private(set) var parts: [String: Data] = [:]

  /// - Throws: `ReadingFault`.
  init(
    _ bytes: Data, limits: ArchiveLimits = .document, wants: (String) -> Bool
  ) throws(ReadingFault) {
    let archive = try Archive(bytes, limits: limits)
    while let entry = try archive.next() {
      let name = entry.path.joined(separator: "/")
      // The first of two of one name is what other readers show.
      if wants(name), parts[name] == nil { parts[name] = try archive.contents() }
    }
  }
}
