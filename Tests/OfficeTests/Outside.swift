import Foundation
import Testing

/// Programs of others that look at what is written.
enum Outside {
  static let soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first(where: isThere)
  private static let halfWide = "Noto Sans Mono CJK SC"
  static let measures =
    isThere("/usr/bin/pdftotext") && soffice != nil
    && FileManager.default.fileExists(
      atPath: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
  static let hasWord = knows("docx")
  static let hasTables = knows("openpyxl")
  static let without: Comment =
    "left out: python3-docx, python3-openpyxl, LibreOffice or fonts-noto-cjk is missing"

  private static func isThere(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path)
  }

  private static func knows(_ module: String) -> Bool {
    isThere("/usr/bin/python3")
      && (try? run("/usr/bin/python3", ["-c", "import \(module)"])) != nil
  }

  struct Failed: Error { var output: String }

  @discardableResult
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(output: text) }
    return text
  }

  /// What a script of Python prints about a file, line by line.
  static func python(_ script: String, _ bytes: Data, _ suffix: String) throws -> [String] {
    try withFile(bytes, suffix) { path in
      try run("/usr/bin/python3", ["-c", script, path.path])
        .split(whereSeparator: \.isNewline).map(String.init)
    }
  }

  /// Keeps what was written where `PINGSHEN_KEEP` names a folder, to be looked at.
  static func keep(_ bytes: Data, _ name: String) throws {
    guard let kept = ProcessInfo.processInfo.environment["PINGSHEN_KEEP"] else { return }
    try bytes.write(to: URL(fileURLWithPath: kept).appendingPathComponent(name))
  }

  /// A file turned into another by LibreOffice.
  static func converted(_ bytes: Data, _ suffix: String, to kind: String, name: String) throws
    -> Data
  {
    try withFile(bytes, suffix) { path in
      let folder = path.deletingLastPathComponent()
      // Typefaces of papers are not free; one whose figures are half as wide takes their places.
      let fonts = folder.appendingPathComponent("fonts.conf")
      let aliases = ["仿宋", "楷体", "黑体", "宋体", "方正小标宋简体"].map {
        "<match target=\"pattern\"><test name=\"family\"><string>\($0)</string></test><edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>\(halfWide)</string></edit></match>"
      }
      try Data(
        "<fontconfig><include>/etc/fonts/fonts.conf</include>\(aliases.joined())</fontconfig>".utf8
      ).write(to: fonts)
      try run(
        soffice ?? "",
        [
          "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", kind,
          "--outdir", folder.path, path.path,
        ], environment: ["FONTCONFIG_FILE": fonts.path])
      let result = folder.appendingPathComponent("a.\(kind.prefix { $0 != ":" })")
      let data = try Data(contentsOf: result)
      try keep(data, "\(name).\(result.pathExtension)")
      try keep(bytes, "\(name).\(suffix)")
      return data
    }
  }

  static func withFile<T>(_ bytes: Data, _ suffix: String, _ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.\(suffix)")
    try bytes.write(to: path)
    return try body(path)
  }
}

/// Where words stand on the pages of a PDF, in points from the upper left corner.
struct PrintedPages {
  struct Word {
    var page: Int
    var text: String
    var left, top, right, bottom: Double
  }

  var size: (width: Double, height: Double) = (0, 0)
  var words: [Word] = []

  init(_ pdf: Data) throws {
    let xml = try Outside.withFile(pdf, "pdf") {
      try Outside.run("/usr/bin/pdftotext", ["-bbox", $0.path, "-"])
    }
    var page = 0
    for line in xml.split(whereSeparator: \.isNewline) {
      if line.contains("<page ") {
        page += 1
        size = (Self.number("width", line), Self.number("height", line))
      } else if line.contains("<word ") {
        let text = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
        words.append(
          Word(
            page: page, text: String(text), left: Self.number("xMin", line),
            top: Self.number("yMin", line), right: Self.number("xMax", line),
            bottom: Self.number("yMax", line)))
      }
    }
  }

  /// Where a text stands that a line holds, in one word or in several beside each other.
  func place(of text: String) -> Word? {
    for start in words.indices {
      var found = words[start]
      for next in words[(start + 1)...] {
        if found.text.count >= text.count || next.page != found.page
          || abs(next.bottom - found.bottom) > 3
        {
          break
        }
        found.text += next.text
        found.right = next.right
      }
      if found.text == text { return found }
    }
    return nil
  }

  private static func number(_ name: String, _ line: Substring) -> Double {
    guard let found = line.range(of: "\(name)=\"") else { return .nan }
    return Double(line[found.upperBound...].prefix { $0 != "\"" }) ?? .nan
  }
}
