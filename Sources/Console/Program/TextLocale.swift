import Foundation

/// The locale by which the system and its terminals tell the encoding of text.
public struct TextLocale: Sendable, Hashable {
  /// The variable that decides, and what it says; empty where none says anything.
  public let variable: String
  public let name: String

  /// The first variable that says something, in the order of the C library.
  public init(environment: [String: String]) {
    let known = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variable in
      environment[variable].flatMap { $0.isEmpty ? nil : (variable, $0) }
    }.first
    (variable, name) = known ?? ("LANG", "")
  }

  /// The charset in the name, plainly written: «utf8» of «zh_CN.UTF-8».
  private var charset: String {
    name.split(separator: ".", maxSplits: 1).dropFirst().first
      .map { $0.prefix { $0 != "@" }.lowercased().filter { $0.isLetter || $0.isNumber } } ?? ""
  }

  /// Whether text is UTF-8 by it.
  public var isUTF8: Bool { charset == "utf8" }

  /// The encoding in which a terminal of this locale shows Chinese, where it can.
  public var encoding: String.Encoding {
    let isChinese = charset.hasPrefix("gb") || charset.isEmpty && name.hasPrefix("zh_CN")
    return isChinese ? String.Encoding(rawValue: 0x8000_0632) : .utf8
  }
}
