import Foundation

/// What a person asks the gate for in place of the console.
public enum GateRequest: Sendable, Hashable {
  /// Brings a file into the inbox: `put 自评.docx`.
  case put(BoxName)
  /// Fetches a file: `get 名单.csv`.
  case get(BoxName)
  /// Lists both boxes: `ls`.
  case list
  /// Removes a file from the boxes: `rm 自评.docx`.
  case remove(BoxName)

  /// The longest command, in bytes.
  private static let longest = 1000

  /// Reads a command as ssh sent it: a verb, one space, and the rest is the name; a name in quotes is
  /// the name within. No shell looks at it.
  ///
  /// - Throws: `GateFault.noCommand` for everything else, `.noName` for a name that is no plain one.
  public init(_ command: [UInt8]) throws(GateFault) {
    guard command.count <= Self.longest, let text = String(validating: command, as: UTF8.self)
    else { throw .noCommand(BoxName.shown(command.prefix(Self.longest))) }
    if text == "ls" {
      self = .list
      return
    }
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, ["put", "get", "rm"].contains(parts[0]) else {
      throw .noCommand(BoxName.shown(text))
    }
    let name = try BoxName(Self.unquoted(String(parts[1])))
    switch parts[0] {
    case "put": self = .put(name)
    case "get": self = .get(name)
    default: self = .remove(name)
    }
  }

  /// - Throws: `GateFault.noName` where a quote is left open.
  private static func unquoted(_ text: String) throws(GateFault) -> String {
    guard let quote = text.first, quote == "'" || quote == "\"" else { return text }
    guard text.count > 1, text.last == quote else { throw .noName(BoxName.shown(text)) }
    return String(text.dropFirst().dropLast())
  }
}
