import Foundation
import Logging
import Procedure
import Store
import Terminal

/// The loop: waits for keys, changes of the store and timers, and shows one frame per burst.
public final class Runner {
  private let backstage: Backstage
  private let terminal: NcursesTerminal
  private let watch: StoreWatch
  private let busy: BusyScreen
  private let onLocked: () -> Void
  private let onVerified: () -> Void
  private let surroundings: Surroundings
  private var lastKey: Int
  private var mouseIsOn = false
  /// The frame shown last.
  private var shown: Canvas?
  /// When panes that stayed behind a moving selection are to follow it.
  private var followsAt: Int?
  private static let rest = 200
  private static let storeChannel: UInt8 = 1
  private static let newsChannel: UInt8 = 2

  /// A console on a store in the terminal of this process.
  ///
  /// - Parameters:
  ///   - folders: Where the files are that people name.
  ///   - onLocked: Called after every input that leaves the screen locked and the keys dropped, from
  ///     a frame that never held one.
  ///   - onBackupDue: Called where a backup is due, to make it aside.
  ///   - onView: Shows a file with the person's own program; nil where there is none.
  ///   - onVerified: Called when a verification has ended and let go of what it held.
  /// - Throws: `TerminalError` where there is no terminal that can show screens.
  public init(
    store: Store, wanted: PersonID?, surroundings: Surroundings, folders: Folders,
    onLocked: @escaping () -> Void, onVerified: @escaping () -> Void,
    onBackupDue: @escaping () -> Void, onView: ((URL) -> Bool)?
  ) throws {
    (self.onLocked, self.onVerified) = (onLocked, onVerified)
    self.surroundings = surroundings
    let log = store.directory.appendingPathComponent("pingshen.log")
    terminal = try NcursesTerminal(
      options: TerminalOptions(
        environment: surroundings.environment, isRemote: surroundings.isGate, log: log))
    let language = Language(environment: surroundings.environment)
    busy = BusyScreen(terminal, language: language)
    let context = Context(
      language: language, now: store.clock.now(), size: terminal.size, surroundings: surroundings)
    backstage = Backstage(
      store: store, console: Console(context: context, wanted: wanted),
      folders: folders, uptime: Self.uptime)
    (backstage.onBackupDue, backstage.onView) = (onBackupDue, onView)
    backstage.verifying = .aside { [waker = terminal.waker] in waker.wake(Self.newsChannel) }
    watch = StoreWatch(directory: store.directory)
    lastKey = Self.uptime()
    if let descriptor = watch.descriptor {
      terminal.watch(descriptor, channel: Self.storeChannel)
    }
  }

  /// Runs until the person leaves or the terminal is gone.
  public func run() {
    defer {
      terminal.close()
      // With the keys goes what was opened with them.
      backstage.dropKeys()
    }
    backstage.onWork = { [busy] name, done, total, spent in
      busy.goOn(name, done, of: total, after: spent)
    }
    backstage.store.onBusy = { [busy = Unshared(busy)] tries in busy.value.wait(tries) }
    // The state from which changes count.
    _ = watch.storeChanged(backstage.store)
    backstage.start()
    var isMoving = false
    while !backstage.console.isFinished {
      show(isMoving: isMoving)
      let early = busy.takeEarly()
      let inputs = early.isEmpty ? terminal.wait(timeoutMilliseconds: patience()) : early
      isMoving = inputs.allSatisfy { [.key(.up), .key(.down)].contains($0) }
      take(inputs)
      if backstage.console.isLocked { onLocked() }
    }
  }

  /// Shows a frame; while a selection moves, the panes that follow it stay until it rests.
  private func show(isMoving: Bool) {
    let stays = isMoving && shown?.size == backstage.console.context.size
    var canvas = backstage.frame(isMoving: stays)
    followsAt = nil
    if stays, let shown {
      for rect in backstage.console.followers() {
        canvas.keep(rect, of: shown)
        followsAt = Self.uptime() + Self.rest
      }
    }
    terminal.present(canvas)
    (shown, busy.frame) = (canvas, canvas)
  }

  private func take(_ inputs: [Input]) {
    for input in inputs {
      switch input {
      case .key(.control("l")): terminal.repaint()
      // At the gate there is no shell that would take the screen and bring the program back.
      case .key(.control("z")) where !surroundings.isGate,
        .signal(.suspend) where !surroundings.isGate:
        backstage.take(.screen(.leaving))
        terminal.suspend()
      case .wake(Self.storeChannel):
        watch.drain()
        if watch.storeChanged(backstage.store) { backstage.storeChanged() }
      case .wake(Self.newsChannel):
        let wasVerifying = backstage.verification != nil
        backstage.takeNews()
        if wasVerifying, backstage.verification == nil { onVerified() }
      case .timeout: tick()
      default:
        backstage.take(.input(input))
        switch input {
        // From its end: who waits for a long work is not idle.
        case .key, .paste: lastKey = Self.uptime()
        case .pasteCut, .mouse, .resize, .wake, .signal, .timeout: break
        }
      }
      if backstage.console.isFinished { return }
    }
    _ = backstage.runTimers()
    if backstage.console.context.isMouseOn != mouseIsOn {
      mouseIsOn.toggle()
      terminal.setMouse(mouseIsOn)
    }
  }

  /// Timers, the lock after idle minutes, and a look at the store where nothing can watch it.
  private func tick() {
    if Self.uptime() - lastKey >= idleLimit, backstage.session != nil {
      lastKey = Self.uptime()
      backstage.take(.idle)
    }
    if watch.descriptor == nil, watch.storeChanged(backstage.store) { backstage.storeChanged() }
  }

  private var idleLimit: Int {
    Self.idleLimit(
      minutes: backstage.console.context.parameters.idleMinutes,
      environment: surroundings.environment)
  }

  /// After how many milliseconds without a key the screen locks.
  ///
  /// `PINGSHEN_IDLE` asks for fewer seconds than the procedure gives minutes, never for more.
  static func idleLimit(minutes: Int, environment: [String: String]) -> Int {
    let asked = environment["PINGSHEN_IDLE"].flatMap { Int($0) } ?? .max
    return min(max(1, asked), minutes * 60) * 1000
  }

  /// How long to sleep: until the next timer or the lock; for ever before login.
  private func patience() -> Int? {
    var times = [backstage.runTimers()].compactMap { $0 }
    if backstage.session != nil { times.append(max(0, lastKey + idleLimit - Self.uptime())) }
    if watch.descriptor == nil { times.append(2_000) }
    if let followsAt { times.append(max(0, followsAt - Self.uptime())) }
    return times.min()
  }

  private static func uptime() -> Int {
    Int(DispatchTime.now().uptimeNanoseconds / 1_000_000)
  }
}

/// Carries the screen into the store's busy callback, which runs on the terminal's own thread.
private struct Unshared<Value>: @unchecked Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}
