import Foundation

/// Where the paths begin that people type.
public struct Folders: Sendable {
  /// What `~` stands for.
  public var home: String
  /// Where paths begin that begin neither there nor at the root.
  public var current: String

  /// Folders of one's own choice.
  public init(home: String, current: String) {
    (self.home, self.current) = (home, current)
  }

  /// The folders of this process.
  public init(environment: [String: String]) {
    self.init(
      home: environment["HOME"] ?? NSHomeDirectory(),
      current: FileManager.default.currentDirectoryPath)
  }

  /// The whole path that was typed.
  func path(_ typed: String) -> String {
    let typed = typed.trimmingCharacters(in: .whitespaces)
    if typed == "~" { return home }
    if typed.hasPrefix("~/") { return "\(home)/\(typed.dropFirst(2))" }
    return typed.hasPrefix("/") ? typed : "\(current)/\(typed)"
  }
}
