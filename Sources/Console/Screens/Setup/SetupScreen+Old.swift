import Foundation
import Terminal

/// Until supervision and terms read what is typed as the others do.
extension SetupScreen {
  static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  static func plain(_ text: String) -> String { Form.plain(text) }
}
