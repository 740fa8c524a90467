import Foundation

/// Why a paper could not be written.
enum PaperFault: Error, Sendable, Hashable {
  /// No organisation stands on it.
  case nobody
  case unwritable(String)
  /// A bureau's own template is wrong.
  case template(place: String, detail: String)

  /// In words, with what to do.
  var sentence: Phrase {
    switch self {
    case .nobody: .Terms.nobodyOnPaper
    case .unwritable(let path): .Terms.unwritable(path)
    case .template(let place, let detail): .Terms.badTemplate(place, detail)
    }
  }
}

/// Where a paper is written: one path, with `.txt` for the text and `.html` for the page.
struct PaperFile {
  /// The path without its ending.
  let path: String

  /// A whole path as a person typed it: an ending that is ours is not doubled.
  init(typed: String) {
    var path = typed
    for ending in [".txt", ".html"] where path.lowercased().hasSuffix(ending) {
      path = String(path.dropLast(ending.count))
    }
    self.path = path
  }

  private var text: String { path + ".txt" }
  private var page: String { path + ".html" }

  /// A file that would be replaced.
  var existing: String? {
    [text, page].first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Writes both, each whole or not at all.
  func write(text: String, page: String) throws(PaperFault) {
    for (path, words) in [(self.text, text), (self.page, page)] {
      do {
        try Data(words.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw .unwritable(path)
      }
    }
  }
}
