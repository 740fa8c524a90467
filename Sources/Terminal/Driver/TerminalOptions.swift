import Foundation

/// How the terminal is to be used.
public struct TerminalOptions: Sendable {
  /// The colours.
  public var theme: Theme
  /// Whether the mouse is reported; while it is, marking text by mouse needs Shift.
  public var mouse: Bool
  /// How long after Esc the rest of a key sequence may come, in milliseconds.
  public var escapeDelay: Int
  /// The file that what is written to stderr goes to while the screen is up; nil drops it.
  public var log: URL?

  /// Makes options.
  public init(theme: Theme, mouse: Bool = false, escapeDelay: Int = 25, log: URL? = nil) {
    self.theme = theme
    self.mouse = mouse
    self.escapeDelay = escapeDelay
    self.log = log
  }

  /// Takes theme and escape delay from the environment.
  ///
  /// `PINGSHEN_ESCDELAY` (1 to 5000 ms) decides the delay; else it is 150 ms over ssh, where a key
  /// sequence may come in pieces, and 25 ms otherwise.
  ///
  /// - Parameter isRemote: Whether it is over ssh, whatever the environment says.
  public init(environment: [String: String], isRemote: Bool = false, log: URL? = nil) {
    let remote = isRemote || environment["SSH_CONNECTION"] != nil || environment["SSH_TTY"] != nil
    let asked = environment["PINGSHEN_ESCDELAY"].flatMap { Int($0) }
    let delay = asked.map { min(max(1, $0), 5000) } ?? (remote ? 150 : 25)
    self.init(theme: Theme(environment: environment), escapeDelay: delay, log: log)
  }
}
