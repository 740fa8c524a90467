import COffice
import Foundation

/// Pictures of applicants in characters, for a terminal: by chafa, in a child with limits and without
/// network, as every reader of applicants' files.
public enum Glimpse {
  /// Bytes of a picture that is shown.
  public static let largest = 64 << 20

  /// Whether a file is called as pictures are; what it is, its beginning says.
  public static func isCalled(so name: String) -> Bool {
    ["png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp"]
      .contains((name as NSString).pathExtension.lowercased())
  }

  /// A picture in lines of braille: one column wide whatever signs a terminal takes for wide, and without
  /// colours, so that no theme spoils it. What is dark in the picture is drawn, for most are scans.
  ///
  /// - Parameters:
  ///   - bytes: The file as it came in.
  ///   - columns: Its width at most.
  ///   - rows: Its height at most.
  /// - Throws: `ReadingFault`; `.missing(.chafa)` where nothing shows pictures here.
  public static func lines(
    of bytes: Data, columns: Int, rows: Int
  ) throws(ReadingFault) -> [String] {
    guard FileKind.of(bytes, named: "") == .picture else { throw .unknownKind("") }
    guard bytes.count <= largest else { throw .tooLarge }
    guard let program = Helper.chafa.program else { throw .missing(.chafa) }
    let limits = coffice_limits(
      memory: ReadingChild.memory, file_size: 0, cpu_seconds: ReadingChild.seconds,
      wall_seconds: ReadingChild.seconds, output: 1 << 20)
    let arguments = [
      program, "--format=symbols", "--colors=none", "--symbols=braille", "--animate=off",
      "--invert",
      "--size=\(max(1, columns))x\(max(1, rows))", "/dev/stdin",
    ]
    let end = try Child.run(program, arguments, input: bytes, limits)
    let lines = shown(String(decoding: end.output, as: UTF8.self))
    guard end.code == 0, !lines.isEmpty else { throw .damaged }
    return lines
  }

  /// The lines that hold something of the picture; what is no braille was meant for a terminal.
  private static func shown(_ output: String) -> [String] {
    let blank: Character = "\u{2800}"
    let lines = output.split(whereSeparator: \.isNewline).map { line in
      String(
        line.compactMap { character in
          character == " " ? blank : ("\u{2800}"..."\u{28FF}").contains(character) ? character : nil
        })
    }
    let isEmpty = { (line: String) in line.allSatisfy { $0 == blank } }
    let last = lines.lastIndex { !isEmpty($0) } ?? -1
    return Array(lines.prefix(last + 1).drop(while: isEmpty))
  }
}
