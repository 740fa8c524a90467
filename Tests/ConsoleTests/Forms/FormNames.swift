import Foundation

/// The names of the forms that screens know, as their sources say them: what `form(_:about:)` and
/// what it calls switch over.
enum FormNames {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources/Console/Screens").standardized

  /// Every form with its screen; the acts of a case are named by `CaseActName`.
  static func all() throws -> Set<String> {
    var names: Set<String> = []
    let screens = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for screen in screens {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent(screen).path)
      let place = screen.prefix(1).lowercased() + screen.dropFirst()
      for file in files where file.hasSuffix(".swift") {
        let text = try String(
          contentsOf: folder.appendingPathComponent(screen).appendingPathComponent(file),
          encoding: .utf8)
        names.formUnion(self.names(in: text).map { "\(place)/\($0)" })
      }
    }
    return names
  }

  /// What functions called `form` that take a name compare it with.
  private static func names(in text: String) -> Set<String> {
    var names: Set<String> = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let code = line.drop { $0 == " " }
      if line.contains("func form(") { isInside = true }
      if line == "  }" { isInside = false }
      guard isInside else { continue }
      let isCase = code.hasPrefix("case \"")
      let compared = isCase ? code.prefix { $0 != ":" } : code
      guard isCase || code.contains("name == \"") else { continue }
      for match in compared.matches(of: /(?:case |, |name == )"([A-Za-z]+)"/) {
        names.insert(String(match.output.1))
      }
    }
    return names
  }
}
