import Foundation

/// Why the bytes of a file are no text.
public enum TextFault: Error, Hashable, Sendable {
  /// They are of no encoding that is understood.
  case notText
  /// The file is a document of another program, known by how it begins.
  case document(FileKind)
}

/// What people bring in the place of a text.
public enum FileKind: String, Hashable, Sendable, CaseIterable {
  /// A workbook of a spreadsheet (`.xlsx`, `.ods`).
  case workbook
  /// A document of a word processor (`.docx`, `.odt`).
  case document
  /// What office programs wrote until 2003, and some still do (`.xls`, `.doc`, `.et`, `.wps`).
  case olderOffice
  case archive
  case pdf
}

extension FileKind {
  /// The kind of a file, by how it begins; nil for what may be text.
  public init?(_ data: Data) {
    let bytes = [UInt8](data)
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .olderOffice
    } else if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      // The names of an archive's parts stand in it as they are.
      let holds = { (name: String) in
        bytes.prefix(1 << 20).firstRange(of: Array(name.utf8)) != nil
          || bytes.suffix(1 << 16).firstRange(of: Array(name.utf8)) != nil
      }
      let isBook = holds("xl/workbook") || holds("opendocument.spreadsheet")
      let isText = holds("word/document") || holds("opendocument.text")
      self = isBook ? .workbook : isText ? .document : .archive
    } else {
      return nil
    }
  }
}

extension String {
  /// The text of a file in UTF-8, without the byte-order mark that some editors put before it.
  public init(plain data: Data) throws(TextFault) {
    if let kind = FileKind(data) { throw .document(kind) }
    guard let text = String(bytes: data, encoding: .utf8) else { throw .notText }
    self = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}
