import Foundation
import Terminal
import Testing

/// Screens as text files that a person can read, kept in `Snapshots` beside this folder.
///
/// `RECORD_SNAPSHOTS=1` writes what differs and then fails, so that nobody records unawares.
enum Snapshots {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots")

  /// Compares a frame with the file of a name, in one theme.
  static func expect(
    _ canvas: Canvas, focus: String, theme: Theme, is name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = steady(canvas.snapshotText(focus: focus)) + legend(of: canvas, theme: theme)
    let file = folder.appendingPathComponent("\(name).txt")
    let kept = try? String(contentsOf: file, encoding: .utf8)
    if kept == text { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      } catch {
        Issue.record("cannot write \(file.path)", sourceLocation: sourceLocation)
      }
    }
    Issue.record(
      "snapshot \(name) \(kept == nil ? "is missing" : "differs"):\n\(firstDifference(kept ?? "", text))",
      sourceLocation: sourceLocation)
  }

  /// Keys are random: fingerprints and hashes are shown as zeros, all of the same length.
  private static func steady(_ text: String) -> String {
    var text = text
    for pattern in [#/\d{4}( \d{4}){7}/#, #/\d{4}( \d{4}){3}(?= *\n)/#] {
      text.replace(pattern) { match in
        String(match.output.0.map { $0 == " " ? " " : "0" })
      }
    }
    text.replace(#/[0-9a-f]{8,64}/#) { match in String(repeating: "0", count: match.output.count) }
    return text
  }

  /// How the styles that occur look in a theme.
  private static func legend(of canvas: Canvas, theme: Theme) -> String {
    var styles: [Style: Int] = [:]
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        if let cell = canvas[Point(x: x, y: y)] { styles[cell.style, default: 0] += 1 }
      }
    }
    let lines = styles.keys.map { style in
      "\(style.role) on \(style.ground)\(style.bold ? " bold" : "")"
        + "\(style.reverse ? " reverse" : ""): \(theme.paint(style, colours: theme == .mono ? 0 : 256))"
    }
    return "\ntheme \(theme.rawValue)\n" + Set(lines).sorted().joined(separator: "\n") + "\n"
  }

  private static func firstDifference(_ old: String, _ new: String) -> String {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(before, after).enumerated() where pair.0 != pair.1 {
      return "line \(index + 1)\n- \(pair.0)\n+ \(pair.1)"
    }
    return "lengths \(before.count) and \(after.count) lines"
  }
}
