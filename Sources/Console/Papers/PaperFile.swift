import Foundation
import Office
import Procedure
import Reports

/// Why a paper could not be written.
enum PaperFault: Error, Sendable, Hashable {
  /// No organisation stands on it.
  case nobody
  /// A bureau's own template is wrong.
  case template(place: String, detail: String)
  /// What it says is not there yet, or is not for this person.
  case closed(Paper)
  /// None of that name can be printed by this person now.
  case unknown(String)
  /// It goes out under a number, and none was given or can be counted.
  case numberless

  /// In words, with what to do.
  var sentence: Phrase {
    switch self {
    case .nobody: .Papers.nobody
    case .template(let place, let detail): .Papers.badTemplate(place, detail)
    case .closed(let paper): .Papers.closed(Phrase(paper.title))
    case .unknown(let name): .Papers.unknown(name)
    case .numberless: .Papers.numberless
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
  /// A workbook that computes, of papers that are tables.
  case xlsx

  /// The forms of every paper.
  public static let papers: [PaperFormat] = [.docx, .html, .txt]
}

/// A paper as it was made, before it is written in a form.
struct PrintedPaper {
  var composition: Composition
  /// What fills a bureau's own document in its place.
  let values: [String: FieldValue]
  /// That document, where it gave one.
  var template: WordTemplate?
  /// The same as a workbook, where it is a table.
  var spreadsheet: Spreadsheet?
  let made: Moment

  /// The number under which it goes out; empty where it has none.
  var number: String { said("number") }
  /// What stands over it.
  var title: String { said("title").isEmpty ? composition.title : said("title") }

  /// The day that stands on it; that of its making where none does.
  var day: Day { Day(typed: said("date")) ?? made.day }

  private func said(_ name: String) -> String {
    if case .text(let text) = values[name] { text } else { "" }
  }

  /// The paper in these forms, but for those that it does not have.
  ///
  /// - Throws: As `bytes`.
  func files(_ formats: some Sequence<PaperFormat>) throws -> [PaperFormat: Data] {
    var files: [PaperFormat: Data] = [:]
    for format in formats { files[format] = try bytes(as: format) }
    return files
  }

  /// The paper as a file; nil where it is no table.
  ///
  /// - Throws: `WritingFault` where the library for .docx or .xlsx is missing, `WordTemplateFault`.
  func bytes(as format: PaperFormat) throws -> Data? {
    switch format {
    case .docx: try template?.filled(with: values) ?? composition.docx()
    case .html: Data(composition.html.utf8)
    case .txt: Data(composition.text.utf8)
    case .xlsx: try spreadsheet?.xlsx(created: Date(timeIntervalSince1970: Double(made.seconds)))
    }
  }
}

/// Where a paper is written: one name, with an ending for every form.
public struct PaperFile {
  /// The name without its ending.
  let name: String

  /// A name as a person typed it: an ending that is ours is not doubled.
  public init(typed: String) {
    var name = typed
    for format in PaperFormat.allCases where name.lowercased().hasSuffix(".\(format.rawValue)") {
      name = String(name.dropLast(format.rawValue.count + 1))
    }
    self.name = name
  }

  /// The whole name of one form.
  public func path(_ format: PaperFormat) -> String { "\(name).\(format.rawValue)" }
}
