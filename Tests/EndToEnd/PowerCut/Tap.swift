import Foundation

/// Taps what programs do to the files under a directory, by a library that is loaded before theirs.
struct Tap {
  /// The built library; nil where there is no compiler for it, or no such loading.
  private static let library: TemporaryFile? = build()

  /// Whether calls can be tapped here.
  static var isAvailable: Bool { library != nil }

  /// A file in a directory of its own.
  private struct TemporaryFile {
    let folder: TemporaryDirectory
    let path: String
  }

  /// The directory that is watched.
  let root: String
  private let journal: String

  /// - Parameter folder: Where the watched directory and the journal lie; it outlives the tap.
  init(in folder: TemporaryDirectory) throws {
    let url = URL(fileURLWithPath: folder.path("root"))
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    root = url.resolvingSymlinksInPath().path
    journal = folder.path("journal")
  }

  /// What a program needs in its environment to be tapped.
  var environment: [String: String] {
    [
      "LD_PRELOAD": Self.library?.path ?? "", "POWERCUT_ROOT": root, "POWERCUT_JOURNAL": journal,
    ]
  }

  /// Everything that was done so far, in order.
  func calls() throws -> [DiskCall] {
    guard FileManager.default.fileExists(atPath: journal) else { return [] }
    return try DiskCall.read(Data(contentsOf: URL(fileURLWithPath: journal)), under: root)
  }

  /// Forgets what was done.
  func rewind() throws { try? FileManager.default.removeItem(atPath: journal) }

  private static func build() -> TemporaryFile? {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../CPowerCut/powercut.c").path
    guard let folder = try? TemporaryDirectory() else { return nil }
    let file = TemporaryFile(folder: folder, path: folder.path("powercut.so"))
    for compiler in ["cc", "clang", "gcc"] {
      let made = try? runCommand(
        [compiler, "-shared", "-fPIC", "-O1", "-o", file.path, source, "-ldl"],
        program: "/usr/bin/env")
      guard made?.status == .code(0) else { continue }
      // Loaded or not, a program that taps nothing says nothing: the first use shows that it works.
      return file
    }
    return nil
  }
}

/// One call that changed something, or made something durable; paths begin at the watched directory.
enum DiskCall {
  case write(file: UInt64, offset: Int, Data)
  case truncate(file: UInt64, length: Int)
  case syncFile(UInt64)
  case create(String, file: UInt64)
  case makeFolder(String)
  case rename(String, to: String)
  case link(String, to: String)
  case unlink(String)
  case syncFolder(String)

  /// The journal is not as the library writes it.
  struct Torn: Error {}

  /// Reads the journal of `powercut.c`.
  static func read(_ journal: Data, under root: String) throws -> [DiskCall] {
    var calls: [DiskCall] = []
    var rest = journal[...]
    func number<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
      guard rest.count >= MemoryLayout<Value>.size else { throw Torn() }
      defer { rest = rest.dropFirst(MemoryLayout<Value>.size) }
      return rest.withUnsafeBytes { $0.loadUnaligned(as: type) }
    }
    func bytes(_ count: Int) throws -> Data {
      guard rest.count >= count else { throw Torn() }
      defer { rest = rest.dropFirst(count) }
      return Data(rest.prefix(count))
    }
    func path(_ data: Data) -> String { String(decoding: data, as: UTF8.self).relative(to: root) }
    while !rest.isEmpty {
      let (kind, pathLength) = (try number(UInt32.self), try number(UInt32.self))
      let (file, offset) = (try number(UInt64.self), Int(try number(UInt64.self)))
      let length = Int(try number(UInt64.self))
      let first = path(try bytes(Int(pathLength)))
      let data = try bytes(length)
      switch kind {
      case 1: calls.append(.write(file: file, offset: offset, data))
      case 2: calls.append(.truncate(file: file, length: offset))
      case 3: calls.append(.syncFile(file))
      case 4: calls.append(.create(first, file: file))
      case 5: calls.append(.makeFolder(first))
      case 6: calls.append(.rename(first, to: path(data)))
      case 7: calls.append(.unlink(first))
      case 8: calls.append(.syncFolder(first))
      case 9: calls.append(.link(first, to: path(data)))
      default: throw Torn()
      }
    }
    return calls
  }
}

extension String {
  /// The path from a directory on; empty for the directory itself.
  func relative(to root: String) -> String {
    guard hasPrefix(root) else { return self }
    return String(dropFirst(root.count).drop { $0 == "/" })
  }

  /// The path of the directory in which it lies.
  var folder: String { contains("/") ? String(self[..<lastIndex(of: "/")!]) : "" }
}
