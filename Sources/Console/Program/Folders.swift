import Foundation
import Office
import Procedure
import Store

/// The one way from a name that somebody typed or chose to a file.
///
/// In a shell of one's own a name is a path. At the gate it is one plain name: read from the inbox,
/// written to the outbox, and nothing else of the host can be reached by it.
public struct Folders: Sendable {
  private enum Kind: Sendable {
    /// What `~` stands for, where paths begin that begin neither there nor at the root, and in which
    /// folders sticks appear.
    case paths(home: String, current: String, mounts: [String])
    case boxes(Boxes)
  }

  private let kind: Kind

  /// Folders of one's own choice.
  public init(home: String, current: String, mounts: [String] = []) {
    kind = .paths(home: home, current: current, mounts: mounts)
  }

  /// The boxes of a person at the gate.
  public init(_ boxes: Boxes) { kind = .boxes(boxes) }

  /// The folders of this process.
  public init(environment: [String: String]) {
    let home = Self.home(environment)
    let user = environment["USER"] ?? (home as NSString).lastPathComponent
    self.init(
      home: home, current: FileManager.default.currentDirectoryPath,
      mounts: ["/media/\(user)", "/run/media/\(user)"])
  }

  /// The home of the person who started the process.
  public static func home(_ environment: [String: String]) -> String {
    environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
  }

  /// The whole path that was typed.
  ///
  /// - Throws: `GateFault.noPaths` at the gate.
  func path(_ typed: String) throws(GateFault) -> String {
    guard case .paths(let home, let current, _) = kind else { throw .noPaths }
    let path = Self.expanded(typed.trimmingCharacters(in: .whitespaces), home: home)
    return path.hasPrefix("/") ? path : "\(current)/\(path)"
  }

  /// The post that was typed, a directory by its whole path.
  ///
  /// - Throws: `GateFault.noPaths` at the gate; `CarrierFault.badAddress`.
  func post(_ typed: String) throws -> PostAddress {
    guard case .paths = kind else { throw GateFault.noPaths }
    let address = try PostAddress(parsing: typed.trimmingCharacters(in: .whitespaces))
    if case .folder(let path) = address { return .folder(try self.path(path)) }
    return address
  }

  /// A path as it was typed, `~` at its beginning being the person's home.
  public static func expanded(_ typed: String, home: String) -> String {
    if typed == "~" { return home }
    return typed.hasPrefix("~/") ? "\(home)/\(typed.dropFirst(2))" : typed
  }

  // MARK: Reading

  /// The names that can be read at the gate, the newest first; where paths are typed the sticks that are
  /// plugged in.
  func offered() throws(GateFault) -> [String] {
    switch kind {
    case .boxes(let boxes): return try boxes.brought().map(\.text)
    case .paths(_, _, let mounts):
      return mounts.flatMap { mount in
        ((try? FileManager.default.contentsOfDirectory(atPath: mount)) ?? []).sorted()
          .map { "\(mount)/\($0)" }
      }
    }
  }

  /// The text of a file.
  ///
  /// - Throws: As `TextFile.read`; `GateFault`.
  func text(_ typed: String, as content: TextFile.Content = .text) throws -> String {
    guard case .boxes(let boxes) = kind else {
      return try TextFile.read(try path(typed), as: content)
    }
    let name = try BoxName(typed)
    return try TextFile.text(
      boxes.open(.inbox).contents(name, limit: TextFile.limit), of: name.text, as: content)
  }

  /// The bytes of a file, of which there are no more than a document has.
  ///
  /// - Throws: `StoreFault.unreadableFile`, `GateFault`.
  func document(_ typed: String) throws -> Data {
    do {
      return try bytes(typed, limit: TextFile.limit)
    } catch is OwnScoreSheet.Fault {
      throw StoreFault.unreadableFile(typed)
    }
  }

  /// What a file holds, up to so many bytes.
  ///
  /// - Throws: `OwnScoreSheet.Fault` where it cannot be read or is larger; `GateFault`.
  func bytes(_ typed: String, limit: Int) throws -> Data {
    if case .boxes(let boxes) = kind {
      return try boxes.open(.inbox).contents(try BoxName(typed), limit: limit)
    }
    let path = try path(typed)
    guard let file = FileHandle(forReadingAtPath: path),
      let data = try? file.read(upToCount: limit + 1)
    else { throw OwnScoreSheet.Fault.unreadable(path) }
    if data.count > limit { throw OwnScoreSheet.Fault.tooLarge(path) }
    return data
  }

  /// An import file with the texts beside it.
  func importFile(_ typed: String, districts: [District]) throws -> ImportFile {
    guard case .boxes(let boxes) = kind else {
      return try Importer.read(URL(fileURLWithPath: try path(typed)), districts: districts)
    }
    return try Importer.read(typed, in: boxes.open(.inbox), districts: districts)
  }

  /// The file or folder of a name as one that can be opened; at the gate a copy of what was brought.
  func source(_ typed: String, copyingInto scratch: PrivateFolder) throws -> URL {
    guard case .boxes(let boxes) = kind else { return URL(fileURLWithPath: try path(typed)) }
    let name = try BoxName(typed)
    let copy = try scratch.place(named: name.text)
    try Data().write(to: copy)
    let handle = try FileHandle(forWritingTo: copy)
    defer { try? handle.close() }
    var fault: (any Error)?
    try boxes.open(.inbox).read(name) { piece throws(GateFault) in
      do { try handle.write(contentsOf: piece) } catch { fault = fault ?? error }
    }
    if let fault { throw fault }
    return copy
  }

  // MARK: Writing

  /// What is wrong with a file that was to be written.
  enum Fault: Error, Sendable, Hashable {
    /// A file is there, which is not to be replaced unasked.
    case exists(String)
    case refused(String)
  }

  /// The name of a file as it is told: its whole path, or its name at the gate.
  func shown(_ typed: String) throws(GateFault) -> String {
    guard case .boxes = kind else { return try path(typed) }
    return try BoxName(typed).text
  }

  /// Whether a file would be replaced.
  func holds(_ typed: String) throws(GateFault) -> Bool {
    guard case .boxes(let boxes) = kind else {
      return FileManager.default.fileExists(atPath: try path(typed))
    }
    return try boxes.open(.outbox).holds(try BoxName(typed))
  }

  /// Writes a file that only its owner can read, whole or not at all.
  ///
  /// - Parameter replaces: Whether a file that is there goes; without it nothing is touched.
  /// - Throws: `Fault`, `GateFault`.
  func write(_ data: Data, to typed: String, replaces: Bool) throws {
    switch kind {
    case .boxes(let boxes):
      do {
        try boxes.open(.outbox).write(data, as: try BoxName(typed), replaces: replaces)
      } catch GateFault.exists(let name) {
        throw Fault.exists(name)
      }
    case .paths: try write(data, toPath: try path(typed), replaces: replaces)
    }
  }

  /// Has a new file written by whoever knows what is in it; nothing that is there is replaced.
  ///
  /// - Parameters:
  ///   - name: What it is called in a folder, where one was typed.
  ///   - body: Writes it, whole or not at all.
  /// - Returns: Where it went.
  func deliver(
    to typed: String, called name: String, _ body: (URL) throws -> Void
  ) throws -> String {
    switch kind {
    case .paths:
      var url = URL(fileURLWithPath: try path(typed))
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        url.appendPathComponent(name)
      }
      try body(url)
      return url.path
    case .boxes(let boxes):
      let (scratch, target) = (try PrivateFolder(), try BoxName(typed))
      let url = try scratch.place(named: "file")
      try body(url)
      let handle = try FileHandle(forReadingFrom: url)
      try boxes.open(.outbox).put(target, replaces: false) { buffer throws(GateFault) in
        guard let piece = try? handle.read(upToCount: buffer.count) ?? Data() else {
          throw .brokenOff
        }
        return piece.copyBytes(to: buffer)
      }
      return target.text
    }
  }

  private func write(_ data: Data, toPath path: String, replaces: Bool) throws(Fault) {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
      if isDirectory.boolValue { throw .refused(path) }
      if !replaces { throw .exists(path) }
    }
    do {
      try data.write(
        to: URL(fileURLWithPath: path), options: replaces ? .atomic : .withoutOverwriting)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw .refused(path)
    }
  }

  /// How files that were written are fetched from the gate; nothing where they lie at hand.
  func fetching(_ names: [String]) -> Phrase {
    if case .boxes = kind { .Gate.fetch(names) } else { .plain("") }
  }
}
