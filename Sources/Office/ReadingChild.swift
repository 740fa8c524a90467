import COffice
import Foundation
import Splitting

#if canImport(Glibc)
  import Glibc
#endif

/// The reader of applicants' files as a process of its own.
///
/// The file comes on standard input, the text goes out on standard output: the child needs no name,
/// no disk and no network, and has little of the machine.
public enum ReadingChild {
  /// The argument by which the program knows that it is one.
  public static let argument = "--read-document-from-stdin"

  /// Address space, processor seconds, seconds by the clock, bytes of text.
  static let memory: UInt64 = 512 << 20
  static let seconds: UInt32 = 10
  static let longestText = 64 << 20

  /// What comes back.
  private enum Answer: Codable {
    case read(Manuscript)
    case fault(ReadingFault)
  }

  /// Whether this process was started to read.
  public static func isAsked(_ arguments: [String]) -> Bool {
    arguments.count == 2 && arguments[1] == argument
  }

  /// Reads, answers, and ends with success; what it cannot read is an answer, too.
  public static func run() -> Int32 {
    let bytes = (try? FileHandle.standardInput.readToEnd()) ?? Data()
    let answer: Answer
    do throws(ReadingFault) {
      answer = .read(try DocumentReading.read(bytes))
    } catch {
      answer = .fault(error)
    }
    guard let encoded = try? JSONEncoder().encode(answer),
      (try? FileHandle.standardOutput.write(contentsOf: encoded)) != nil
    else { return 1 }
    return 0
  }

  /// Has a child read.
  ///
  /// - Throws: `ReadingFault`.
  static func read(_ bytes: Data, program: String) throws(ReadingFault) -> Manuscript {
    let limits = coffice_limits(
      memory: memory, file_size: 0, cpu_seconds: seconds, wall_seconds: seconds,
      output: longestText)
    let end = try Child.run(program, [program, argument], input: bytes, limits)
    guard end.code == 0, let answer = try? JSONDecoder().decode(Answer.self, from: end.output)
    else { throw .readerEnded }
    switch answer {
    case .read(let manuscript): return manuscript
    case .fault(let fault): throw fault
    }
  }
}

/// A child with limits.
struct Child {
  var code: Int32
  var output: Data
  var message: String

  /// Runs a program on bytes, in a sandbox where there is one.
  ///
  /// - Throws: `ReadingFault.tookTooLong`, `.tooLarge`, `.readerEnded`, `.unreadable`.
  static func run(
    _ program: String, _ arguments: [String], input: Data? = nil, folder: String? = nil,
    _ limits: coffice_limits
  ) throws(ReadingFault) -> Child {
    let descriptor = try input.map(Self.descriptor) ?? -1
    defer { if descriptor >= 0 { close(descriptor) } }
    return try run(program, arguments, reading: descriptor, folder: folder, limits)
  }

  /// Runs a program on what a descriptor reads, -1 for nothing.
  ///
  /// - Throws: as with bytes.
  static func run(
    _ program: String, _ arguments: [String], reading descriptor: Int32, folder: String?,
    _ limits: coffice_limits
  ) throws(ReadingFault) -> Child {
    let real = program == "/proc/self/exe" ? Self.ownProgram : program
    let words = Sandbox.words(for: folder) + [real] + arguments.dropFirst()
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let home = folder ?? "/nonexistent"
    let variables = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(home)", "TMPDIR=\(home)"]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for word in argv + environment { free(word) } }
    var limits = limits
    var end = coffice_end()
    let answer = coffice_run(
      words[0], &argv, &environment, folder ?? "/", descriptor, &limits, &end)
    defer { free(end.output) }
    guard answer == 0 else { throw .readerEnded }
    if end.timed_out || end.signal == SIGXCPU { throw .tookTooLong }
    if end.overflowed { throw .tooLarge }
    let output = end.output.map { Data(bytes: $0, count: end.output_size) } ?? Data()
    let message = withUnsafeBytes(of: &end.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    return Child(code: end.code, output: output, message: message)
  }

  private static var ownProgram: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? "/proc/self/exe"
  }

  /// Bytes as a file without a name, which is gone with its last reader.
  private static func descriptor(of bytes: Data) throws(ReadingFault) -> Int32 {
    let descriptor = coffice_memory_file()
    guard descriptor >= 0 else { throw .readerEnded }
    let isWritten = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        guard wrote > 0 else { return false }
        done += wrote
      }
      return lseek(descriptor, 0, SEEK_SET) == 0
    }
    guard isWritten else {
      close(descriptor)
      throw .readerEnded
    }
    return descriptor
  }
}

/// Bubblewrap before a program, where it is installed and works.
enum Sandbox {
  private static let prefix: [String] = {
    guard let program = Helper.bwrap.program else { return [] }
    let words = [
      program, "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/",
      "--dev", "/dev",
    ]
    var limits = coffice_limits(
      memory: 0, file_size: 0, cpu_seconds: 2, wall_seconds: 2, output: 4096)
    var argv: [UnsafeMutablePointer<CChar>?] =
      (words + ["--", "/bin/true"]).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    defer { for word in argv { free(word) } }
    var end = coffice_end()
    let answer = coffice_run(program, &argv, &environment, "/", -1, &limits, &end)
    free(end.output)
    return answer == 0 && end.code == 0 ? words : []
  }()

  /// Whether children run within bubblewrap.
  static var isThere: Bool { !prefix.isEmpty }

  /// What stands before the program; a folder is all that it may write to.
  static func words(for folder: String?) -> [String] {
    guard !prefix.isEmpty else { return [] }
    return prefix + (folder.map { ["--bind", $0, $0] } ?? []) + ["--"]
  }
}
