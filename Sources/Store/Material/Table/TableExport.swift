import Foundation

/// Tables for spreadsheets: CSV with a byte-order mark, so that Chinese is read as UTF-8.
public enum TableExport {
  /// Writes rows of cells; a cell that a spreadsheet would take for a formula is defused.
  ///
  /// Lines end with CR LF; a cell with a comma, a quote or a line break stands in quotes.
  public static func csv(rows: [[String]]) -> Data {
    var text = "\u{FEFF}"
    for row in rows { text += row.map(cell).joined(separator: ",") + "\r\n" }
    return Data(text.utf8)
  }

  /// A cell as it is written.
  private static func cell(_ value: String) -> String {
    let text = isFormula(value) ? "'" + value : value
    let isPlain = !text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return isPlain && text.first != " " && text.last != " "
      ? text : "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet would compute it: it begins with = + - @, full-width or not.
  private static func isFormula(_ value: String) -> Bool {
    // Spreadsheets look past white space and control characters before the sign.
    let first = value.unicodeScalars.first { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format
    }
    return first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}
