import COffice
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The unpacker of applicants' archives as a process of its own.
///
/// The archive is its standard input. It writes each file into the folder it runs in, under a number,
/// and says on standard output what they are called: no name of theirs is ever a name on the disk.
public enum UnpackingChild {
  /// The argument by which the program knows that it is one.
  public static let argument = "--unpack-from-stdin"

  private static let memory: UInt64 = 512 << 20
  private static let seconds: UInt32 = 900
  private static let longestList = 64 << 20

  /// A file that was unpacked.
  struct Unpacked: Codable, Hashable {
    var path: [String]
    var size: Int
  }

  /// What comes back: the files in the order of their numbers from 0, and why it went no further.
  private struct Answer: Codable {
    var files: [Unpacked]
    var fault: ReadingFault?
  }

  /// Whether this process was started to unpack.
  public static func isAsked(_ arguments: [String]) -> Bool {
    arguments.count == 2 && arguments[1] == argument
  }

  /// Unpacks, answers, and ends with success; what it cannot unpack is an answer, too.
  public static func run() -> Int32 {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return 1 }
    var answer = Answer(files: [])
    do throws(ReadingFault) {
      let archive = try Archive(
        descriptor: STDIN_FILENO, size: Int(status.st_size), limits: .folder)
      while let entry = try archive.next() {
        let size = try write(archive, to: "\(answer.files.count)")
        answer.files.append(Unpacked(path: entry.path, size: size))
      }
    } catch {
      answer.fault = error
    }
    guard let encoded = try? JSONEncoder().encode(answer),
      (try? FileHandle.standardOutput.write(contentsOf: encoded)) != nil
    else { return 1 }
    return 0
  }

  private static func write(_ archive: Archive, to name: String) throws(ReadingFault) -> Int {
    let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .noRoom }
    defer { close(file) }
    var size = 0
    try archive.read { piece throws(ReadingFault) in
      let isWritten = piece.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
          let wrote = Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
          guard wrote > 0 else { return false }
          done += wrote
        }
        return true
      }
      guard isWritten else { throw .noRoom }
      size += piece.count
    }
    return size
  }

  /// Has a child unpack a file into an empty folder.
  ///
  /// - Returns: What lies there under `0`, `1` …; and why it is not all.
  /// - Throws: `ReadingFault`.
  static func unpack(
    _ url: URL, into folder: URL, program: String
  ) throws(ReadingFault) -> (files: [Unpacked], fault: ReadingFault?) {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .unreadable(url.lastPathComponent) }
    defer { close(descriptor) }
    let limits = coffice_limits(
      memory: memory, file_size: UInt64(ArchiveLimits.folder.entrySize), cpu_seconds: seconds,
      wall_seconds: seconds, output: longestList)
    let end = try Child.run(
      program, [program, argument], reading: descriptor, folder: folder.path, limits)
    guard end.code == 0, let answer = try? JSONDecoder().decode(Answer.self, from: end.output)
    else { throw .readerEnded }
    return (answer.files, answer.fault)
  }
}
