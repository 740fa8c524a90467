/// Finds where one screen knows another's types: what two screens use lies in the kit, among the acts
/// or the words. The program alone knows every screen.
struct ScreenWalls {
  /// The folder of each type that a screen's folder declares for the target.
  private let owners: [String: String]

  /// - Parameter files: The files of the console, by their paths under the root.
  init(_ files: [(path: String, text: String)]) {
    var owners: [String: String] = [:]
    for file in files {
      guard let folder = Self.screen(of: file.path) else { continue }
      for name in Self.types(declaredIn: file.text) { owners[name] = folder }
    }
    self.owners = owners
  }

  /// What a file says that it may not know, each as «file:line: sentence».
  func violations(in file: (path: String, text: String)) -> [String] {
    guard !file.path.contains("/Program/") else { return [] }
    let here = Self.screen(of: file.path)
    return SwiftCode(file.text).lines.flatMap { line in
      // What stands after a dot is another type's.
      Set(
        line.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }
          .compactMap { $0.split(separator: ".").first.map(String.init) }
      )
      .filter { owners[$0] != nil && owners[$0] != here }.sorted()
      .map { "\(file.path):\(line.number): \($0) is of the screen \(owners[$0] ?? "")" }
    }
  }

  /// «Queue» of «Sources/Console/Screens/Queue/QueueScreen.swift»; nil beside the screens.
  private static func screen(of path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let place = parts.firstIndex(of: "Screens"), parts.count > place + 2 else { return nil }
    return parts[place + 1]
  }

  /// The types that stand at the outermost level and are not private to the file.
  private static func types(declaredIn text: String) -> [String] {
    SwiftCode(text).lines.compactMap { line in
      let words = line.text.split { $0 == " " || $0 == ":" || $0 == "<" }.map(String.init)
      guard let first = words.first, line.text.hasPrefix(first), words.count > 1,
        ["struct", "enum", "class", "protocol", "typealias"].contains(first)
      else { return nil }
      return words[1]
    }
  }
}
