import Foundation

/// A directory on a disk that promises no more than POSIX does: what was not synced may be there when
/// the power comes back, or part of it, or nothing.
///
/// Contents become durable by fsync of their file, names by fsync of their folder. What is left is
/// kept or lost change by change, a write by sectors of 512 bytes.
struct Disk {
  /// A file, by the order of its making, or a folder.
  private enum Node: Hashable {
    case file(Int)
    case folder
  }

  private struct File {
    var durable = Data()
    var pending: [Change] = []
  }

  private enum Change {
    case write(Int, Data)
    case truncate(Int)
  }

  /// A change of names in one folder, that is there or is not.
  private struct Naming {
    let folder: String
    var gone: String?
    var made: (path: String, node: Node)?
  }

  private var files: [File] = []
  /// The files by their present inode.
  private var inodes: [UInt64: Int] = [:]
  private var names: [String: Node] = [:]
  private var durable: [String: Node] = [:]
  private var pending: [Naming] = []
  /// Whether calls that make something durable do nothing, as on a disk that lies.
  private let ignoresSyncs: Bool

  private static let sector = 512

  /// A directory as it lies there, all of it durable.
  init(_ root: String, ignoresSyncs: Bool = false) throws {
    self.ignoresSyncs = ignoresSyncs
    for path in try Self.paths(in: root) {
      var status = stat()
      lstat(root + "/" + path, &status)
      if status.st_mode & S_IFMT == S_IFDIR {
        names[path] = .folder
      } else {
        let data = try Data(contentsOf: URL(fileURLWithPath: root + "/" + path))
        inodes[UInt64(status.st_ino)] = files.count
        names[path] = .file(files.count)
        files.append(File(durable: data))
      }
    }
    durable = names
  }

  private static func paths(in root: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
  }

  // MARK: Calls

  /// Carries a call out.
  mutating func take(_ call: DiskCall) {
    switch call {
    case .write(let file, let offset, let data): change(file, .write(offset, data))
    case .truncate(let file, let length): change(file, .truncate(length))
    case .syncFile(let file):
      guard !ignoresSyncs, let place = inodes[file] else { return }
      for change in files[place].pending { Self.apply(change, to: &files[place].durable) }
      files[place].pending = []
    case .create(let path, let file):
      inodes[file] = files.count
      files.append(File())
      name(Naming(folder: path.folder, made: (path, .file(files.count - 1))))
    case .makeFolder(let path): name(Naming(folder: path.folder, made: (path, .folder)))
    case .rename(let old, let new):
      guard let node = names[old] else { return }
      name(Naming(folder: new.folder, gone: old, made: (new, node)))
    case .link(let old, let new):
      names[old].map { name(Naming(folder: new.folder, made: (new, $0))) }
    case .unlink(let path): name(Naming(folder: path.folder, gone: path))
    case .syncFolder(let path):
      guard !ignoresSyncs else { return }
      for naming in pending where naming.folder == path { Self.apply(naming, to: &durable) }
      pending.removeAll { $0.folder == path }
    }
  }

  private mutating func change(_ file: UInt64, _ change: Change) {
    if let place = inodes[file] { files[place].pending.append(change) }
  }

  private mutating func name(_ naming: Naming) {
    Self.apply(naming, to: &names)
    pending.append(naming)
  }

  private static func apply(_ naming: Naming, to names: inout [String: Node]) {
    naming.gone.map { names[$0] = nil }
    naming.made.map { names[$0.path] = $0.node }
  }

  private static func apply(_ change: Change, to data: inout Data) {
    switch change {
    case .truncate(let length):
      data = data.prefix(length) + Data(count: max(0, length - data.count))
    case .write(let offset, let bytes):
      if data.count < offset + bytes.count {
        data += Data(count: offset + bytes.count - data.count)
      }
      data.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }
  }

  // MARK: Power

  /// How much of what is not durable is there after the power was cut.
  enum Luck: CaseIterable {
    case nothing
    case everything
    case some
  }

  /// Writes what is there once the power is back into an empty directory.
  func cut(_ luck: Luck, using dice: inout some RandomNumberGenerator, into root: String) throws {
    func isKept() -> Bool {
      switch luck {
      case .nothing: false
      case .everything: true
      case .some: Bool.random(using: &dice)
      }
    }
    var found = durable
    for naming in pending where isKept() { Self.apply(naming, to: &found) }
    for (path, node) in found.sorted(by: { $0.key < $1.key }) {
      let parents = path.split(separator: "/").dropLast().indices.map {
        path.split(separator: "/").prefix($0 + 1).joined(separator: "/")
      }
      // A name in a folder that is not there leads nowhere.
      guard parents.allSatisfy({ found[$0] == .folder }) else { continue }
      let url = URL(fileURLWithPath: root + "/" + path)
      guard case .file(let place) = node else {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        continue
      }
      var data = files[place].durable
      for change in files[place].pending {
        for part in Self.sectors(of: change) where isKept() { Self.apply(part, to: &data) }
      }
      try data.write(to: url)
    }
  }

  /// A change as what a disk does at one stroke.
  private static func sectors(of change: Change) -> [Change] {
    guard case .write(let offset, let data) = change else { return [change] }
    var parts: [Change] = []
    var start = 0
    while start < data.count {
      let end = min(data.count, (offset + start) / sector * sector + sector - offset)
      parts.append(.write(offset + start, data.subdata(in: start..<end)))
      start = end
    }
    return parts
  }

  /// What differs from a directory as the programs left it; empty where every call was tapped.
  func differences(from root: String) throws -> [String] {
    let paths = try Self.paths(in: root)
    var found = Set(paths).symmetricDifference(names.keys).map { "name \($0)" }
    for path in paths {
      guard case .file(let place) = names[path] else { continue }
      var data = files[place].durable
      for change in files[place].pending { Self.apply(change, to: &data) }
      if try data != Data(contentsOf: URL(fileURLWithPath: root + "/" + path)) {
        found.append("contents \(path)")
      }
    }
    return found.sorted()
  }
}

/// Chance that a seed repeats (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
