import CPty
import Foundation

/// A program running in a pseudo-terminal whose screen is read as a person reads it.
///
/// Waiting is for what the present screen shows, never for what has passed over it. Everything waits
/// in `poll`, so a condition is noticed when its bytes arrive. Use one session from one task only.
final class TerminalSession {
  /// The screen never showed what a test waited for.
  struct Timeout: Error, CustomStringConvertible {
    let waitedFor: String
    let screen: ScreenText
    let ended: ExitStatus?

    var description: String {
      let end = ended.map { "; the program has ended: \($0)" } ?? ""
      return "waited in vain for: \(waitedFor)\(end)\n\(screen)"
    }
  }

  /// A call to the kernel failed.
  struct Failure: Error, CustomStringConvertible {
    let action: String
    let code: Int32
    var description: String { "\(action): \(String(cString: strerror(code)))" }
  }

  /// How long a step may take in a debug build on a busy machine.
  static let patience = Duration.seconds(60)

  let pid: pid_t
  private var master: Int32
  private let process: Int32
  private let emulator: Emulator
  private let home: TemporaryDirectory
  private var written: [UInt8] = []
  private var unsent: ArraySlice<UInt8> = []
  private var exit: ExitStatus?

  /// Starts a program in a terminal.
  ///
  /// - Parameters:
  ///   - arguments: without the program's own name.
  ///   - program: its path; the built `pingshen` when nil.
  ///   - env: added to the pinned environment of `Program.environment`.
  ///   - cwd: where it starts; a temporary home of its own when nil.
  init(
    _ arguments: [String], program: String? = nil, cols: Int = 120, rows: Int = 40,
    env: [String: String] = [:], cwd: String? = nil
  ) throws {
    home = try TemporaryDirectory()
    emulator = Emulator(cols: cols, rows: rows)
    let path = try program ?? Program.pingshen()
    let environment = Program.environment(home: home.path, adding: env)
    let folder = cwd ?? home.path
    var master: Int32 = -1
    pid = withCStrings([path] + arguments) { argv in
      withCStrings(environment.map { "\($0)=\($1)" }) { envp in
        cpty_spawn(path, argv, envp, Int32(cols), Int32(rows), folder, &master)
      }
    }
    guard pid > 0 else { throw Failure(action: "start \(path)", code: -pid) }
    self.master = master
    process = cpty_open_process(pid)
  }

  deinit {
    if exit == nil {
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
      var result = cpty_exit()
      cpty_wait(pid, true, &result)
    }
    closeMaster()
    if process >= 0 { close(process) }
  }

  // MARK: Input

  /// Types text as it stands, UTF-8.
  ///
  /// Waits until the program shows some of a longer one: with the next key in the same read it would
  /// be pasted text, for nobody types that fast.
  func type(_ text: String) throws {
    let mark = try mark()
    try send(Array(text.utf8))
    if text.count >= 8, !text.contains("\r") { try waitForOutput(since: mark) }
  }

  /// Presses keys one after the other.
  func press(_ keys: TestKey...) throws {
    for key in keys { try send(key.bytes) }
  }

  /// Pastes text as a terminal does that was asked for bracketed paste.
  func paste(_ text: String) throws { try send(Array("\u{1b}[200~\(text)\u{1b}[201~".utf8)) }

  /// Sends bytes as they are, for sequences that arrive in pieces.
  func send(_ bytes: [UInt8]) throws {
    unsent += bytes
    let deadline = ContinuousClock.now + Self.patience
    while !unsent.isEmpty { try step(until: deadline, "the program to read what is typed") }
  }

  // MARK: Surroundings

  /// Gives the terminal another size; `meanwhile` happens before the program is told.
  func resize(cols: Int, rows: Int, meanwhile: () throws -> Void = {}) throws {
    try readWhatIsThere()
    emulator.resize(cols: cols, rows: rows)
    try meanwhile()
    let result = cpty_resize(master, Int32(cols), Int32(rows))
    guard result == 0 else { throw Failure(action: "resize", code: -result) }
  }

  /// Whether the terminal shows what is typed, by its modes.
  var isEchoing: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) throws {
    guard exit == nil, kill(pid, number) == 0 else {
      throw Failure(action: "signal \(number)", code: exit == nil ? errno : ESRCH)
    }
  }

  /// Kills the program where it stands and waits until it is gone.
  func kill9() throws {
    try signal(SIGKILL)
    try waitForExit()
  }

  /// Writes on the screen as another program does that the terminal is shared with.
  func scribble(_ text: String) throws {
    try readWhatIsThere()
    _ = emulator.feed(Array(text.utf8)[...])
  }

  /// Takes the terminal away, as a dropped connection does; the program gets SIGHUP.
  func hangUp() { closeMaster() }

  // MARK: Output

  /// The present screen, with everything that has arrived by now.
  var screen: ScreenText {
    get throws {
      try readWhatIsThere()
      return emulator.screen
    }
  }

  /// A mark in what the program has written, to look at what comes after it.
  func mark() throws -> Int {
    try readWhatIsThere()
    return written.count
  }

  /// The bytes that the program has written since a mark.
  func output(since mark: Int = 0) throws -> ArraySlice<UInt8> {
    try readWhatIsThere()
    return written[mark...]
  }

  // MARK: Waiting

  /// Waits until the present screen is as wanted.
  ///
  /// - Parameter description: what is waited for, in words, for the report.
  /// - Returns: the screen that was as wanted.
  /// - Throws: `Timeout` with the screen as it is.
  @discardableResult
  func waitFor(
    _ description: String, timeout: Duration = patience, until wanted: (ScreenText) -> Bool
  ) throws -> ScreenText {
    let deadline = ContinuousClock.now + timeout
    while true {
      let present = try screen
      if wanted(present) { return present }
      try step(until: deadline, description)
    }
  }

  /// Waits until a row of the present screen holds the text.
  @discardableResult
  func waitFor(text: String, timeout: Duration = patience) throws -> ScreenText {
    try waitFor("«\(text)»", timeout: timeout) { $0.contains(text) }
  }

  /// Waits until the program has written something since a mark.
  func waitForOutput(since mark: Int) throws {
    try waitFor("output") { _ in written.count > mark }
  }

  /// The screen once the program waits for input again: a frame comes in more than one piece.
  func restingScreen() throws -> ScreenText {
    let deadline = ContinuousClock.now + Self.patience
    while ContinuousClock.now < deadline {
      let mark = written.count
      if isAsleep {
        try readWhatIsThere()
        if written.count == mark { return emulator.screen }
      }
      try readWhatIsThere()
      usleep(500)
    }
    throw Timeout(waitedFor: "the program to wait", screen: emulator.screen, ended: reap())
  }

  /// Whether all threads of the program in front sleep, by the kernel's word: one that verifies aside
  /// has something to show when it is done.
  private var isAsleep: Bool {
    let front = tcgetpgrp(master)
    let tasks = "/proc/\(front > 0 ? front : pid)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return !threads.isEmpty
      && threads.allSatisfy { thread in
        let status = try? String(contentsOfFile: "\(tasks)/\(thread)/stat", encoding: .utf8)
        // The state follows the program's name, which stands in brackets and may hold any sign.
        return status?.split(separator: ")").last?.hasPrefix(" S") == true
      }
  }

  /// Waits until the program has ended, reading on so that it is not held up.
  /// - Throws: `Timeout`.
  @discardableResult
  func waitForExit(timeout: Duration = patience) throws -> ExitStatus {
    let deadline = ContinuousClock.now + timeout
    while true {
      if let exit = reap() {
        try readWhatIsThere()
        return exit
      }
      try step(until: deadline, "the end of the program", evenWhenClosed: true)
    }
  }

  /// Waits for the next output, room for input, or the end, and takes it.
  private func step(
    until deadline: ContinuousClock.Instant, _ description: String, evenWhenClosed: Bool = false
  ) throws {
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .zero, evenWhenClosed || master >= 0 else {
      throw Timeout(waitedFor: description, screen: emulator.screen, ended: reap())
    }
    let wanted = unsent.isEmpty ? POLLIN : POLLIN | POLLOUT
    var descriptors = [
      pollfd(fd: master, events: Int16(wanted), revents: 0),
      pollfd(fd: process, events: Int16(POLLIN), revents: 0),
    ]
    // An ended program may still have left output; its descriptor is looked at only for the end.
    let watched = nfds_t(evenWhenClosed ? 2 : 1)
    poll(&descriptors, watched, Int32(min(left.seconds * 1000 + 1, 60_000)))
    try readWhatIsThere()
    if descriptors[0].revents & Int16(POLLOUT) != 0 { try writeWhatFits() }
  }

  private func writeWhatFits() throws {
    let count = unsent.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    if count > 0 {
      unsent = unsent.dropFirst(count)
    } else if errno != EAGAIN && errno != EINTR {
      throw Failure(action: "write", code: errno)
    }
  }

  private func readWhatIsThere() throws {
    var room = [UInt8](repeating: 0, count: 65536)
    // A program that never stops writing must not keep a deadline from being looked at.
    for _ in 0..<1024 where master >= 0 {
      let count = read(master, &room, room.count)
      if count > 0 {
        written += room.prefix(count)
        unsent += emulator.feed(room.prefix(count))
      } else if count < 0 && errno == EINTR {
        continue
      } else if count < 0 && errno == EAGAIN {
        return
      } else {
        // The last program that had the terminal open has closed it: EIO on Linux.
        closeMaster()
      }
    }
  }

  private func reap() -> ExitStatus? {
    var result = cpty_exit()
    if exit == nil, cpty_wait(pid, false, &result) == 1 {
      exit = result.signal != 0 ? .signal(result.signal) : .code(result.code)
    }
    return exit
  }

  private func closeMaster() {
    if master >= 0 { close(master) }
    master = -1
  }
}
