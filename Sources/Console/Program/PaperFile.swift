import Foundation

/// Why a paper could not be written.
enum PaperFault: Error, Sendable, Hashable {
  /// No organisation stands on it.
  case nobody
  /// A bureau's own template is wrong.
  case template(place: String, detail: String)

  /// In words, with what to do.
  var sentence: Phrase {
    switch self {
    case .nobody: .Terms.nobodyOnPaper
    case .template(let place, let detail): .Terms.badTemplate(place, detail)
    }
  }
}

/// Where a paper is written: one name, with `.txt` for the text and `.html` for the page.
struct PaperFile {
  /// The name without its ending.
  let name: String

  /// A name as a person typed it: an ending that is ours is not doubled.
  init(typed: String) {
    var name = typed
    for ending in [".txt", ".html"] where name.lowercased().hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    self.name = name
  }

  var text: String { name + ".txt" }
  var page: String { name + ".html" }
}
