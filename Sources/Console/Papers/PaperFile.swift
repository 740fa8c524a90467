import Foundation
import Office

/// Why a paper could not be written.
enum PaperFault: Error, Sendable, Hashable {
  /// No organisation stands on it.
  case nobody
  /// A bureau's own template is wrong.
  case template(place: String, detail: String)

  /// In words, with what to do.
  var sentence: Phrase {
    switch self {
    case .nobody: .Papers.nobody
    case .template(let place, let detail): .Papers.badTemplate(place, detail)
    }
  }
}

/// A form in which a paper is written.
public enum PaperFormat: String, Sendable, Hashable, CaseIterable {
  /// What a bureau edits and seals.
  case docx
  /// What prints on A4 from any browser.
  case html
  /// What is read anywhere.
  case txt
}

/// A paper that is made: its blocks, and what fills a bureau's own document where it gave one.
struct MadePaper {
  let composition: Composition
  let values: [String: FieldValue]
  let template: WordTemplate?

  /// The number under which it goes out; empty where it has none.
  var number: String { said("number") }
  /// What stands over it.
  var title: String { said("title").isEmpty ? composition.title : said("title") }

  private func said(_ name: String) -> String {
    if case .text(let text) = values[name] { text } else { "" }
  }

  /// The paper in several forms.
  ///
  /// - Throws: As `bytes`.
  func files(_ formats: [PaperFormat]) throws -> [PaperFormat: Data] {
    var files: [PaperFormat: Data] = [:]
    for format in formats { files[format] = try bytes(as: format) }
    return files
  }

  /// The paper as a file.
  ///
  /// - Throws: `WritingFault` where the library for .docx is missing, `WordTemplateFault`.
  func bytes(as format: PaperFormat) throws -> Data {
    switch format {
    case .docx: try template?.filled(with: values) ?? composition.docx()
    case .html: Data(composition.html.utf8)
    case .txt: Data(composition.text.utf8)
    }
  }
}

/// Where a paper is written: one name, with an ending for every form.
struct PaperFile {
  /// The name without its ending.
  let name: String

  /// A name as a person typed it: an ending that is ours is not doubled.
  init(typed: String) {
    var name = typed
    for format in PaperFormat.allCases where name.lowercased().hasSuffix(".\(format.rawValue)") {
      name = String(name.dropLast(format.rawValue.count + 1))
    }
    self.name = name
  }

  func path(_ format: PaperFormat) -> String { "\(name).\(format.rawValue)" }
}
