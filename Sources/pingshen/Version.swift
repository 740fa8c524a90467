import Console
import Store

/// Which program this is, and which log it writes.
enum Version {
  /// The program's version; nothing else in the sources names it.
  static let number = "0.9"
  /// The line that `--version` prints and `doctor` shows.
  static var line: String { say(.version(number, of: .current)) }
}
