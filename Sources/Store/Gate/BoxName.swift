import Foundation

/// The name of a file in a box: plain, short, and looking like what it is.
public struct BoxName: Sendable, Hashable, CustomStringConvertible {
  /// The name itself, composed (NFC).
  public let text: String

  public var description: String { text }

  /// The longest name, in bytes.
  static let longest = 200

  /// A name as it was typed.
  ///
  /// - Throws: `GateFault.noName` for a path, and for what is hidden, looks like an option, is blank
  ///   at an end, or holds signs that a screen does not show.
  public init(_ typed: String) throws(GateFault) {
    let text = typed.precomposedStringWithCanonicalMapping
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      text.utf8.count <= Self.longest, first != ".", first != "-",
      !first.properties.isWhitespace, !last.properties.isWhitespace,
      text.unicodeScalars.allSatisfy(Self.isPlain)
    else { throw .noName(Self.shown(typed)) }
    self.text = text
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "/" || scalar == "\\" || scalar.properties.isDefaultIgnorableCodePoint {
      return false
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return
        false
    default: return true
    }
  }

  /// A text as it may be shown: what a name may not hold stands as `\u{…}`.
  static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(longest) {
      if isPlain(scalar) || scalar == "/" {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return shown
  }

  /// Bytes as they may be shown: those that are no text stand as `\u{fffd}`.
  static func shown(_ bytes: some Collection<UInt8>) -> String {
    shown(String(decoding: bytes, as: UTF8.self))
  }
}
