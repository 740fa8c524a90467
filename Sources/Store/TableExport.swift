import Foundation

/// A table as a file that spreadsheet programs read.
public enum TableExport {
  /// The rows as CSV: UTF-8 with a mark at its start, so that Chinese arrives whole.
  ///
  /// A cell that a spreadsheet would take for a formula is defused by an apostrophe before it.
  public static func csv(_ rows: [[String]]) -> Data {
    let lines = rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }
    return Data([0xEF, 0xBB, 0xBF]) + Data(lines.joined().utf8)
  }

  private static func cell(_ text: String) -> String {
    let begun = text.drop { $0.isWhitespace }.first
    let isFormula = begun.map { "=+-@＝＋－＠".contains($0) } ?? false
    let safe = isFormula || text.first == "\t" || text.first == "\r" ? "'" + text : text
    guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
    return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
