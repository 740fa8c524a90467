import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Another program, run to its end with arguments that no shell looks at.
enum ChildProgram {
  /// Bytes of its complaints that are kept: the last.
  private static let kept = 2_000

  /// Runs a program that is found by `PATH`.
  ///
  /// It asks on the terminal itself where it has to, as ssh does for a passphrase.
  /// - Throws: `CarrierFault.programMissing`; `.failed` where it ends with another number than 0.
  static func run(_ program: String, _ arguments: [String]) throws(CarrierFault) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw failure(program, errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Ctrl-C ends it, also while this program only takes note of it.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let refusal = posix_spawnp(&child, program, &actions, &attributes, words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard refusal == 0 else {
      throw refusal == ENOENT ? .programMissing(program) : failure(program, refusal)
    }
    let complaints = complaints(from: ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // 0 where it ended by itself and well; a signal's number else.
    guard status != 0 else { return }
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    throw .failed(program, status: Int(code), words: complaints)
  }

  private static func failure(_ program: String, _ number: Int32) -> CarrierFault {
    .failed(program, status: Int(number), words: String(cString: strerror(number)))
  }

  private static func complaints(from descriptor: Int32) -> String {
    var last = Data()
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      last.append(contentsOf: buffer.prefix(count))
      if last.count > kept { last = Data(last.suffix(kept)) }
    }
    return String(decoding: last, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
