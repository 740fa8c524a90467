import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The files of a folder, a stick or an archive, those in archives unpacked into a folder of ours.
public struct Stick {
  /// A file, and where its bytes lie.
  public struct File: Sendable, Hashable {
    /// The folders that lead to it and its name; an archive counts as a folder.
    public var path: [String]
    public var url: URL
    public var size: Int
    /// Whether it begins as a picture does.
    public var isPicture: Bool
  }

  /// What could not be looked into.
  public struct Unread: Sendable, Hashable {
    public var path: [String]
    public var fault: ReadingFault
  }

  /// Files at most.
  public static let most = 20_000
  private static let deepest = 24

  /// What there is, in the order of names.
  public private(set) var files: [File] = []
  public private(set) var unread: [Unread] = []

  private let program: String
  private let scratch: URL
  private let goesOn: (Int) -> Bool
  private var archives = 0

  /// Reads a folder or an archive.
  ///
  /// - Parameters:
  ///   - scratch: An empty folder of ours, for what archives hold; whoever made it takes it away.
  ///   - program: What unpacks: this program, started again.
  ///   - goesOn: Told how many files were found so far; false stops.
  /// - Throws: `ReadingFault`; `CancellationError` where it was stopped.
  public init(
    _ url: URL, unpackingInto scratch: URL, program: String = "/proc/self/exe",
    goesOn: @escaping (Int) -> Bool = { _ in true }
  ) throws {
    (self.program, self.scratch, self.goesOn) = (program, scratch, goesOn)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw ReadingFault.unreadable(url.path)
    }
    if isFolder.boolValue {
      try walk(url, [], depth: 0)
    } else if Self.isArchive(url) {
      try unpack(url, [], depth: 0)
    } else {
      take(url, [url.lastPathComponent])
    }
  }

  private mutating func walk(_ folder: URL, _ path: [String], depth: Int) throws {
    guard depth < Self.deepest,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else {
      unread.append(Unread(path: path, fault: .unreadable(path.last ?? folder.path)))
      return
    }
    for name in names.sorted() {
      guard files.count + unread.count + archives < Self.most else {
        throw ReadingFault.tooLarge
      }
      guard goesOn(files.count) else { throw CancellationError() }
      let url = folder.appendingPathComponent(name)
      let own = path + [name]
      var status = stat()
      guard lstat(url.path, &status) == 0 else {
        unread.append(Unread(path: own, fault: .unreadable(name)))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try walk(url, own, depth: depth + 1)
      case S_IFREG where Self.isArchive(url): try unpack(url, own, depth: depth)
      case S_IFREG: take(url, own)
      // A link leads out of the stick; a device is no file.
      default: unread.append(Unread(path: own, fault: .unreadable(name)))
      }
    }
  }

  /// Archives within archives are kept as they are.
  private mutating func unpack(_ url: URL, _ path: [String], depth: Int) throws {
    let folder = scratch.appendingPathComponent("\(archives)")
    archives += 1
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    do throws(ReadingFault) {
      let (found, fault) = try UnpackingChild.unpack(url, into: folder, program: program)
      for (number, file) in found.enumerated() {
        take(folder.appendingPathComponent("\(number)"), path + file.path)
      }
      // What is not whole is kept as it came, beside what could be had of it.
      if let fault {
        unread.append(Unread(path: path, fault: fault))
        take(url, path.isEmpty ? [url.lastPathComponent] : path)
      }
    } catch {
      unread.append(Unread(path: path, fault: error))
      take(url, path.isEmpty ? [url.lastPathComponent] : path)
    }
    guard files.count + archives <= Self.most else { throw ReadingFault.tooLarge }
    guard goesOn(files.count) else { throw CancellationError() }
  }

  private mutating func take(_ url: URL, _ path: [String]) {
    guard let (size, beginning) = Self.look(at: url) else {
      unread.append(Unread(path: path, fault: .unreadable(path.last ?? "")))
      return
    }
    let kind = FileKind.of(beginning, named: path.last ?? "")
    files.append(File(path: path, url: url, size: size, isPicture: kind == .picture))
  }

  /// The size and the beginning of a plain file; nil for links and devices, whatever they were before.
  private static func look(at url: URL) -> (size: Int, beginning: Data)? {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let beginning = try? file.read(upToCount: 512) ?? Data()
    else { return nil }
    return (Int(status.st_size), beginning)
  }

  /// Whether a file is an archive of files, by its name and its beginning; documents are zips, too.
  private static func isArchive(_ url: URL) -> Bool {
    guard ["zip", "7z", "rar"].contains(url.pathExtension.lowercased()),
      let (_, bytes) = look(at: url)
    else { return false }
    let kind = FileKind.of(bytes, named: url.lastPathComponent)
    return kind == .zip || kind == .archive
  }
}
