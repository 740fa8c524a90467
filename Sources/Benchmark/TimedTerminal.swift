import CPty
import Foundation

/// A program in a pseudo-terminal whose output is timed and not interpreted.
final class TimedTerminal {
  /// What came in answer to something.
  struct Burst {
    /// When the last byte was read; nil when nothing came.
    var last: ContinuousClock.Instant?
    var bytes: [UInt8] = []
  }

  /// The program did not do what the measure builds on.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The gap without output that ends the answer to a key. Times run to the last byte, so the gap
  /// itself is never part of them.
  static let keyGap: Duration = .milliseconds(30)
  /// The gap that ends the output of a program's start.
  static let startGap: Duration = .milliseconds(100)

  let pid: pid_t
  /// The moment just before the program was started.
  let started: ContinuousClock.Instant
  private let master: Int32
  private var room = [UInt8](repeating: 0, count: 65536)

  /// - Throws: `Failure` when the program cannot be started.
  init(_ program: String, _ arguments: [String], home: String, cols: Int = 120, rows: Int = 36)
    throws
  {
    let environment = [
      "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(home)", "TMPDIR=\(home)", "TZ=UTC",
      "LANG=C.UTF-8", "TERM=xterm-256color",
    ]
    let argv = ([program] + arguments).map { strdup($0) }
    let envp = environment.map { strdup($0) }
    defer { for pointer in argv + envp { free(pointer) } }
    var master: Int32 = -1
    started = .now
    pid = cpty_spawn(
      program, argv + [nil], envp + [nil], Int32(cols), Int32(rows), home, &master)
    guard pid > 0 else {
      throw Failure(description: "\(program): \(String(cString: strerror(-pid)))")
    }
    self.master = master
  }

  deinit {
    kill(pid, SIGKILL)
    var result = cpty_exit()
    cpty_wait(pid, true, &result)
    close(master)
  }

  /// Sends a key and reads its answer.
  ///
  /// What the program wrote of itself before is taken first, so that it does not count.
  func press(_ stroke: Stroke) throws -> (time: Duration?, bytes: Int) {
    let sent = try send(stroke)
    let burst = read(gap: Self.keyGap, limit: .milliseconds(250))
    return (burst.last.map { sent.duration(to: $0) }, burst.bytes.count)
  }

  /// Sends a key.
  /// - Returns: the moment just before.
  func send(_ stroke: Stroke) throws -> ContinuousClock.Instant {
    var before = Burst()
    while takeWhatIsThere(into: &before) {}
    let sent = ContinuousClock.now
    let bytes = Array(stroke.sequence.utf8)
    guard write(master, bytes, bytes.count) == bytes.count else {
      throw Failure(description: "the program does not read «\(stroke.name)»")
    }
    return sent
  }

  /// Reads until there was a gap after output that shows a text.
  ///
  /// - Parameters:
  ///   - text: what must have been written, escape sequences left out; nil where any output does.
  ///   - limit: after it nothing more is awaited.
  ///   - alongside: another descriptor to wait for, and what to do when it is readable.
  func read(
    until text: String? = nil, gap: Duration, limit: Duration,
    alongside: (descriptor: Int32, take: () -> Void)? = nil
  ) -> Burst {
    var burst = Burst()
    var shown = text == nil
    let deadline = ContinuousClock.now + limit
    while true {
      let now = ContinuousClock.now
      var end = deadline
      if shown, let last = burst.last { end = min(deadline, last + gap) }
      if now >= end { return burst }
      var pause = now.duration(to: end)
      if burst.last != nil { pause = min(pause, gap) }
      var descriptors = [
        pollfd(fd: master, events: Int16(POLLIN), revents: 0),
        pollfd(fd: alongside?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&descriptors, 2, Int32(pause.milliseconds.rounded(.up)))
      if descriptors[1].revents != 0 { alongside?.take() }
      if descriptors[0].revents != 0 {
        if !takeWhatIsThere(into: &burst) { return burst }
      } else if ready == 0, let text, !shown {
        // Looked for in the pauses only, outside the timed path.
        shown = Self.plain(burst.bytes).contains(text)
      }
    }
  }

  /// Reads once. Whether anything was there.
  private func takeWhatIsThere(into burst: inout Burst) -> Bool {
    let count = Foundation.read(master, &room, room.count)
    guard count > 0 else { return false }
    burst.last = .now
    burst.bytes += room.prefix(count)
    return true
  }

  /// The text among the bytes, without escape sequences.
  static func plain(_ bytes: [UInt8]) -> String {
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x1b, index + 1 < bytes.count else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      if bytes[index + 1] == UInt8(ascii: "[") {
        index += 2
        while index < bytes.count, !(0x40...0x7e).contains(bytes[index]) { index += 1 }
        index += 1
      } else {
        // Charset choices have one more byte, the other short ones none.
        index += bytes[index + 1] == UInt8(ascii: "(") ? 3 : 2
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
