import Foundation
import Terminal

/// What the screen does while it waits: for another program that writes it says so and for how long and
/// takes keys for afterwards; of a long work it shows the bar. Either ends where a person wants it to.
///
/// SQLite calls it about every millisecond, inside the call that waits: nothing is read from the
/// store here.
final class BusyScreen {
  private let terminal: NcursesTerminal
  private let language: Language
  /// The frame shown last, over which it is said.
  var frame: Canvas?
  /// What came in meanwhile, to be taken up afterwards.
  private var early: [Input] = []
  private var since = ContinuousClock.now
  private var said = -1
  /// Whether a person gave up: what else the same key leads to does not wait either.
  private var hasGivenUp = false
  /// When the bar of a long work was shown last.
  private var shownAt: ContinuousClock.Instant?

  /// Tries between two looks at the keyboard.
  private static let looking = 50
  /// How often a bar is drawn anew, and the keyboard looked at for it.
  private static let pace = Duration.milliseconds(100)
  /// How long nobody notices it.
  private static let unnoticed = Duration.milliseconds(200)

  init(_ terminal: NcursesTerminal, language: Language) {
    (self.terminal, self.language) = (terminal, language)
  }

  /// What was typed while one waited, in its order; once.
  func takeEarly() -> [Input] {
    defer { (early, hasGivenUp, shownAt) = ([], false, nil) }
    return early
  }

  /// One try that was in vain.
  ///
  /// - Parameter tries: How many there were before it, in this wait.
  /// - Returns: Whether to go on waiting.
  func wait(_ tries: Int) -> Bool {
    if hasGivenUp { return false }
    if tries == 0 { (since, said) = (.now, -1) }
    let waited = since.duration(to: .now)
    guard tries.isMultiple(of: Self.looking), waited >= Self.unnoticed else { return true }
    for input in terminal.wait(timeoutMilliseconds: 0) {
      switch input {
      case .key(.escape): hasGivenUp = true
      case .signal(.hangup), .signal(.terminate):
        early.append(input)
        hasGivenUp = true
      case .timeout: break
      case .wake: if !early.contains(input) { early.append(input) }
      default: early.append(input)
      }
    }
    if hasGivenUp { return false }
    let seconds = Int(waited / .seconds(1))
    if seconds != said {
      said = seconds
      say(seconds)
    }
    return true
  }

  /// A step of a long work: its bar, and Esc or Ctrl-C, which end it.
  ///
  /// - Returns: Whether to go on.
  func goOn(_ name: Phrase, _ done: Int, of total: Int, after spent: Duration) -> Bool {
    if hasGivenUp { return false }
    let now = ContinuousClock.now
    guard shownAt.map({ $0.duration(to: now) >= Self.pace }) ?? true else { return true }
    shownAt = now
    for input in terminal.wait(timeoutMilliseconds: 0) {
      switch input {
      case .key(.escape), .key(.control("c")): hasGivenUp = true
      case .signal(.hangup), .signal(.terminate):
        early.append(input)
        hasGivenUp = true
      case .wake, .resize, .signal: if !early.contains(input) { early.append(input) }
      // Pressed in impatience: nobody knows yet what it would fall on.
      case .key, .paste, .pasteCut, .mouse, .timeout: break
      }
    }
    if hasGivenUp { return false }
    let bar = Phrase.working(name, done, of: total, after: spent, stoppedBy: "Esc")
    show(Line(" " + bar.said(in: language) + " ", .accent))
    return true
  }

  private func say(_ seconds: Int) {
    show(Line(" " + Phrase.waitingForOthers(seconds).said(in: language) + " ", .warning))
  }

  private func show(_ line: Line) {
    var canvas = frame ?? Canvas(size: terminal.size)
    if canvas.size != terminal.size { canvas = Canvas(size: terminal.size) }
    canvas.put(
      line,
      in: canvas.bounds.row(max(0, canvas.size.height - 2)))
    terminal.present(canvas)
  }
}
