import Procedure

/// The one layout that every paper takes as an HTML page: it loads nothing and runs nothing.
struct PaperPage {
  let values: PaperValues
  let table: PaperTable

  /// The page around the paragraphs of the rendered template.
  func html(around rendered: String) -> String {
    let title = [values.title, values.number].filter { !$0.isEmpty }.joined(separator: " ")
    let blocks = rendered.lines.filter { !$0.isEmpty }.compactMap(block)
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      \(blocks.joined(separator: "\n"))
      </main>
      <footer>\(Self.escaped(values.foot))</footer>
      </body>
      </html>

      """
  }

  /// One line of the rendered template: a paragraph, or the block that a mark stands for.
  private func block(_ line: Substring) -> String? {
    let text = line.trimmed
    switch PaperBlock(mark: text) {
    case .heading: return heading
    case .list: return table.html
    case .signature: return element("p", "sign", values.signature)
    case nil:
      guard !text.isEmpty else { return nil }
      let style = line.hasPrefix("　　") ? "" : "open"
      return element("p", style, [String(text)])
    }
  }

  private var heading: String {
    let lines = values.heading
    func beside(_ lines: [String]) -> [String] { lines.map { element("p", "over", [$0]) } }
    return (beside(lines.above) + [element("h1", "", [lines.title])] + beside(lines.below))
      .joined(separator: "\n")
  }

  private func element(_ tag: String, _ style: String, _ lines: [String]) -> String {
    let attribute = style.isEmpty ? "" : " class=\"\(style)\""
    return "<\(tag)\(attribute)>\(lines.map(Self.escaped).joined(separator: "<br>"))</\(tag)>"
  }

  /// The text with every character that HTML gives a meaning written as a reference.
  ///
  /// It goes by scalars, so that a combining mark after a `<` does not hide it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let style = """
    body { margin: 2em auto; max-width: 46em; padding: 0 1em; line-height: 1.8;
      font-family: "FangSong", "Noto Serif CJK SC", "SimSun", serif; }
    h1 { font-size: 1.5em; text-align: center; margin: 0.3em 0; }
    p { text-indent: 2em; margin: 0.4em 0; }
    p.open, p.over, p.sign { text-indent: 0; }
    p.over { text-align: center; }
    p.sign { text-align: right; margin-top: 2em; break-inside: avoid; }
    table { border-collapse: collapse; width: 100%; margin: 1em 0; }
    th, td { border: 1px solid #000; padding: 0.2em 0.5em; text-align: left; }
    th.figure, td.figure { text-align: right; }
    footer { margin-top: 3em; border-top: 1px solid #000; font-size: 0.7em;
      overflow-wrap: anywhere; }
    @page { size: A4; margin: 25mm 22mm; }
    @media print {
      body { margin: 0; max-width: none; padding: 0; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
    }
    """
}
