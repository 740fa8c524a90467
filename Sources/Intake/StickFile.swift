/// A file as it lies on a stick or in an archive, before anybody knows what it is.
public struct StickFile: Sendable, Hashable {
  /// The folders that lead to it and its name, as they are written.
  public var path: [String]
  /// Bytes.
  public var size: Int
  /// Whether it is a picture or a scan, by what it begins with.
  public var isPicture: Bool
  /// Where it stands among those that were found: two may be called the same.
  public var place: Int

  /// A file of so many bytes.
  public init(path: [String], size: Int, isPicture: Bool = false, place: Int = 0) {
    (self.path, self.size, self.isPicture, self.place) = (path, size, isPicture, place)
  }

  /// Its name.
  public var name: String { path.last ?? "" }

  /// The name without what stands behind its last dot.
  var stem: String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// What stands behind the last dot, in small letters.
  public var suffix: String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Why it is nobody's material; nil where it is.
  var rubbish: Rubbish? {
    if path.dropLast().contains("__MACOSX") { return .leftByPrograms }
    let plain = name.lowercased()
    let names: Set<String> = ["thumbs.db", "desktop.ini", ".ds_store", "ehthumbs.db"]
    if names.contains(plain) || plain.hasPrefix("~$") || plain.hasPrefix("._")
      || plain.hasPrefix(".~") || ["tmp", "lnk", "part"].contains(suffix)
    {
      return .leftByPrograms
    }
    return size == 0 ? .empty : nil
  }
}

/// Why a file on a stick is nobody's material.
public enum Rubbish: String, Sendable, Hashable, CaseIterable {
  /// Made by a program for itself: open documents, previews, unfinished copies.
  case leftByPrograms
  /// Of no bytes.
  case empty
}
