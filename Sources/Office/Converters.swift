import COffice
import Foundation
import Splitting

/// Programs of others that read what ours do not.
enum Converters {
  /// The text of a PDF, its pages apart.
  static func text(ofPDF bytes: Data) throws(ReadingFault) -> Manuscript {
    guard let program = Helper.pdftotext.program else { throw .missing(.pdftotext) }
    let limits = coffice_limits(
      memory: ReadingChild.memory, file_size: 0, cpu_seconds: ReadingChild.seconds,
      wall_seconds: ReadingChild.seconds, output: ReadingChild.longestText)
    let arguments = [program, "-layout", "-enc", "UTF-8", "-q", "/dev/stdin", "-"]
    let end = try Child.run(program, arguments, input: bytes, limits)
    if end.code == 3 || end.message.lowercased().contains("password") { throw .password }
    if end.code < 0 { throw .readerEnded }
    let text = String(decoding: end.output, as: UTF8.self)
    var manuscript = Manuscript(text: text, encoding: "pdf")
    manuscript.isPrinted = true
    guard manuscript.characters > 0 else {
      throw end.code == 0 ? .noTextLayer : .damaged
    }
    // A page that was scanned has a stamp or a number at most.
    let pages = max(1, text.unicodeScalars.count { $0 == "\u{0C}" })
    guard manuscript.characters >= pages * 4 else { throw .noTextLayer }
    for index in manuscript.lines.indices where manuscript.lines[index].page == nil {
      manuscript.lines[index].page = 1
    }
    return manuscript
  }

  /// A document of an older office as one of today, by LibreOffice.
  static func modern(_ bytes: Data, _ suffix: String) throws(ReadingFault) -> Data {
    guard let program = Helper.soffice.program else { throw .missing(.soffice) }
    do {
      return try PrivateFolder.within { folder in
        try modern(bytes, suffix, by: program, in: folder.files)
      }
    } catch let fault as ReadingFault {
      throw fault
    } catch {
      throw .damaged
    }
  }

  private static func modern(
    _ bytes: Data, _ suffix: String, by program: String, in folder: URL
  ) throws -> Data {
    let source = folder.appendingPathComponent("original.\(suffix)")
    try bytes.write(to: source)
    let target = ["xls", "et"].contains(suffix) ? "xlsx" : "docx"
    let limits = coffice_limits(
      memory: 0, file_size: UInt64(DocumentReading.largest), cpu_seconds: 60, wall_seconds: 90,
      output: 65_536)
    let arguments = [
      program, "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
      "--convert-to", target, "--outdir", folder.path, source.path,
    ]
    let end = try Child.run(program, arguments, folder: folder.path, limits)
    guard end.code == 0 else { throw ReadingFault.damaged }
    return try Data(contentsOf: folder.appendingPathComponent("original.\(target)"))
  }
}
