import CNcurses
import Foundation

/// The screen and the keyboard: the only thing that touches ncurses.
///
/// One thread owns it. It asks the terminal nothing, sends only what changed, and sleeps in
/// `poll` until something happens. Whatever way the process ends, the terminal is given back.
public final class NcursesTerminal {
  private var painter: ScreenPainter
  private let keys: KeyTable
  private var decoder = InputDecoder()
  private var watched: [(fd: Int32, channel: UInt8)] = []
  /// The size that whoever paints knows of.
  private var told = Size(width: 0, height: 0)
  private var inputIsOpen = true
  private var isClosed = false

  /// Wakes `wait` from another thread.
  public let waker = Waker()

  /// Takes the terminal over.
  ///
  /// Throws `TerminalError` where there is none that could show a screen; nothing was changed then.
  public init(options: TerminalOptions) throws(TerminalError) {
    guard cn_set_locale() else { throw .noUTF8Locale }
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    switch cn_start(Int32(options.escapeDelay)) {
    case Int32(CN_STARTED.rawValue): break
    case Int32(CN_NO_TERMINAL.rawValue): throw .notATerminal
    case Int32(CN_UNKNOWN_TERMINAL.rawValue): throw .unknownTerminal(name: name)
    case Int32(CN_NO_CURSOR_ADDRESSING.rawValue): throw .cannotPlaceCursor(name: name)
    default: throw .startFailed
    }
    painter = ScreenPainter(theme: options.theme)
    keys = KeyTable()
    told = size
    Self.redirectErrors(to: options.log)
    if options.mouse { cn_set_mouse(true) }
  }

  deinit { cn_stop() }

  /// Columns and rows of the window.
  public var size: Size { Size(width: Int(cn_columns()), height: Int(cn_rows())) }

  /// Shows a canvas: paints what differs from the one before and places the cursor.
  public func present(_ canvas: Canvas) {
    if !isClosed { painter.present(canvas) }
  }

  /// Makes the next `present` paint everything, in case something else wrote to the screen.
  public func repaint() {
    guard !isClosed else { return }
    painter.forget()
    cn_repaint()
  }

  /// Turns mouse reports on or off.
  public func setMouse(_ on: Bool) { cn_set_mouse(on) }

  /// Makes `wait` return `.wake(channel:)` while `fd` can be read; the caller reads it empty.
  public func watch(_ fd: Int32, channel: UInt8) {
    watched.append((fd, min(channel, 127)))
  }

  /// Ends the watch on `fd`.
  public func unwatch(_ fd: Int32) { watched.removeAll { $0.fd == fd } }

  /// Leaves the screen, stops the process as Ctrl-Z does in a shell, and comes back with it.
  public func suspend() {
    guard !isClosed else { return }
    cn_suspend()
    // The window may have got another size meanwhile, of which a stopped process is not told.
    cn_wake(UInt8(CN_SIGNAL_BASE) + UInt8(SIGWINCH))
  }

  /// Gives the terminal back as it was; a second call does nothing.
  public func close() {
    isClosed = true
    cn_stop()
  }

  /// Waits for input and gives all that is there, so that a burst of keys is one batch.
  ///
  /// Returns `[.timeout]` when `timeoutMilliseconds` are over; nil waits for ever.
  public func wait(timeoutMilliseconds: Int? = nil) -> [Input] {
    guard !isClosed else { return [.signal(.hangup)] }
    let deadline = timeoutMilliseconds.map { ContinuousClock.now + .milliseconds(max(0, $0)) }
    while true {
      let left = deadline.map { ContinuousClock.now.duration(to: $0) }
      var milliseconds = left.map { max(0, Int(($0 / .milliseconds(1)).rounded(.up))) } ?? -1
      let forPaste = decoder.isPasting && (milliseconds < 0 || milliseconds > Self.pastePatience)
      if forPaste { milliseconds = Self.pastePatience }
      let inputs = poll(milliseconds: milliseconds)
      if !inputs.isEmpty { return inputs }
      if forPaste, let abandoned = abandonPaste() { return abandoned }
      if let deadline, ContinuousClock.now >= deadline { return [.timeout] }
    }
  }

  /// How long a paste without an end may be silent, in milliseconds.
  private static let pastePatience = 2000

  private var lastPasteByte = ContinuousClock.now

  private func abandonPaste() -> [Input]? {
    let silent = lastPasteByte.duration(to: .now) >= .milliseconds(Self.pastePatience)
    guard decoder.isPasting, silent else { return nil }
    var inputs: [Input] = []
    decoder.endPaste(into: &inputs)
    return inputs
  }

  /// One turn: everything that is there, or what comes within the time; -1 has no end.
  private func poll(milliseconds: Int) -> [Input] {
    var set = [pollfd(fd: inputIsOpen ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0)]
    set.append(pollfd(fd: cn_wake_fd(), events: Int16(POLLIN), revents: 0))
    set += watched.map { pollfd(fd: $0.fd, events: Int16(POLLIN), revents: 0) }
    let ready = Foundation.poll(&set, nfds_t(set.count), Int32(clamping: milliseconds))
    guard ready > 0 else { return [] }
    var inputs: [Input] = []
    if set[1].revents != 0 { takeWakes(into: &inputs) }
    if set[0].revents != 0 { takeKeys(events: Int32(set[0].revents), into: &inputs) }
    for (entry, watch) in zip(set.dropFirst(2), watched) where entry.revents != 0 {
      inputs.append(.wake(channel: watch.channel))
    }
    return inputs
  }

  private static func redirectErrors(to log: URL?) {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC
    var fd = log.map { open($0.path, flags, 0o660) } ?? -1
    if fd < 0 { fd = open("/dev/null", O_WRONLY | O_CLOEXEC) }
    guard fd >= 0 else { return }
    cn_redirect_stderr(fd)
    Foundation.close(fd)
  }
}

extension NcursesTerminal {
  /// Takes signals and wakes of other threads, each told once.
  private func takeWakes(into inputs: inout [Input]) {
    Waker.take(from: cn_wake_fd()) { take(wake: $0, into: &inputs) }
  }

  private func take(wake byte: UInt8, into inputs: inout [Input]) {
    guard byte >= UInt8(CN_SIGNAL_BASE) else {
      inputs.append(.wake(channel: byte))
      return
    }
    switch Int32(byte) - Int32(CN_SIGNAL_BASE) {
    case SIGWINCH: takeResize(into: &inputs)
    case SIGTERM: inputs.append(.signal(.terminate))
    case SIGHUP: inputs.append(.signal(.hangup))
    case SIGINT: inputs.append(.signal(.interrupt))
    case SIGTSTP: inputs.append(.signal(.suspend))
    case SIGCONT:
      cn_resume()
      painter.forget()
      inputs.append(.signal(.resumed))
      takeResize(into: &inputs)
    default: break
    }
  }

  private func takeResize(into inputs: inout [Input]) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cn_window_size(&columns, &rows) else { return }
    cn_resize(columns, rows)
    // ncurses may have seen the new size by itself, coming back from a stop.
    guard size != told else { return }
    told = size
    repaint()
    inputs.append(.resize(size))
  }

  /// Takes bytes and key codes until nothing more waits; text that can only be pasted comes as such.
  private func takeKeys(events: Int32, into inputs: inout [Input]) {
    var taken: [Input] = []
    drainKeys(events: events, into: &taken)
    // The rest of a long paste follows at once.
    while Burst.isPaste(taken), inputIsOpen, moreFollows() {
      drainKeys(events: Int32(POLLIN), into: &taken)
    }
    inputs += Burst.joined(taken)
  }

  /// How long the next piece of an unmarked paste may take, in milliseconds.
  private static let burstPatience: Int32 = 30

  private func moreFollows() -> Bool {
    var set = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
    return Foundation.poll(&set, 1, Self.burstPatience) > 0
  }

  private func drainKeys(events: Int32, into inputs: inout [Input]) {
    var waiting: Int32 = 0
    let isReadable = events & Int32(POLLIN) != 0
    let known = ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) == 0
    let isBroken = events & Int32(POLLERR | POLLHUP) != 0
    if !isReadable || (known ? waiting == 0 : isBroken) {
      // Readable with nothing to read, or not readable at all: the other end is gone. Without a
      // controlling terminal no signal says so.
      inputIsOpen = false
      inputs.append(.signal(.hangup))
      return
    }
    while true {
      if decoder.isPasting {
        guard takePastedBytes(into: &inputs) else { return }
        continue
      }
      let code = cn_getch()
      guard code >= 0 else { break }
      take(code: code, into: &inputs)
    }
    decoder.finish(into: &inputs)
  }

  private func take(code: Int32, into inputs: inout [Input]) {
    switch code {
    case 0..<256: decoder.take(UInt8(code), into: &inputs)
    case KeyTable.pasteBegin:
      decoder.beginPaste(into: &inputs)
      lastPasteByte = .now
    case KeyTable.pasteEnd: decoder.endPaste(into: &inputs)
    case cn_key_mouse: takeMouse(into: &inputs)
    default:
      if let key = keys[code] { decoder.take(key, into: &inputs) }
    }
  }

  /// Reads pasted text past ncurses, which would take a system call per byte; false when no more
  /// waits now.
  private func takePastedBytes(into inputs: inout [Input]) -> Bool {
    var waiting: Int32 = 0
    guard ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) == 0, waiting > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: min(Int(waiting), 65536))
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return false }
    lastPasteByte = .now
    for byte in bytes[..<count] { decoder.take(byte, into: &inputs) }
    return true
  }

  private func takeMouse(into inputs: inout [Input]) {
    var event = cn_mouse()
    guard cn_get_mouse(&event) else { return }
    decoder.finish(into: &inputs)
    let point = Point(x: Int(event.column), y: Int(event.row))
    let kind: MouseEvent.Kind? =
      event.press
      ? .press
      : event.double_press
        ? .doublePress : event.wheel_up ? .wheelUp : event.wheel_down ? .wheelDown : nil
    if let kind { inputs.append(.mouse(MouseEvent(kind, at: point))) }
  }
}
