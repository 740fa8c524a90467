/// Why there can be no screen.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is no terminal, but a file or a pipe.
  case notATerminal
  /// `TERM` is unset or names a terminal that the system has no description of.
  case unknownTerminal(name: String)
  /// The terminal cannot place its cursor, as `dumb` cannot.
  case cannotPlaceCursor(name: String)
  /// The system has no UTF-8 locale, neither the environment's nor C.UTF-8.
  case noUTF8Locale
  /// ncurses could not start, or is running already.
  case startFailed
}
