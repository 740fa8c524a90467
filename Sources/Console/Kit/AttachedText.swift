import Criteria
import Foundation
import Office
import Procedure
import Splitting
import Store

/// What can be read of a file that is attached: kept as its lines, from which its parts are made anew
/// whenever it is read, with what people corrected.
public enum AttachedText {
  /// Bytes of a file of which the text is looked for; larger ones are scans.
  public static let largest = 64 << 20

  /// What was read of a file.
  public struct Read {
    public var text: IncomingText
    /// Its pages, where they are known.
    public var pages: Int?
    /// Its lines.
    public var manuscript: Manuscript
  }

  /// Reads a file that is to be attached.
  ///
  /// - Parameter name: What it was called where it came from; the name it has by now where nil.
  /// - Throws: `ReadingFault`; the file is attached all the same.
  public static func read(
    _ path: String, named name: String? = nil, as kind: DocumentKind, for edition: Edition
  ) throws(ReadingFault) -> Read {
    let manuscript = try DocumentReading().manuscript(ofFile: path, named: name)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(manuscript) else { throw .damaged }
    let lines = manuscript.lines.filter { $0.kind != .picture }.map(\.text)
    let text = IncomingText(
      String(decoding: data, as: UTF8.self),
      characters: CharacterCount.of(lines.joined(separator: "\n")),
      sections: sections(of: Splitter(edition).split(manuscript), for: kind, edition))
    return Read(
      text: text, pages: manuscript.lines.compactMap(\.page).max(), manuscript: manuscript)
  }

  /// Reads what can be read of a file that is to be attached.
  ///
  /// - Returns: Why nothing could be; nil for scans too, of which nobody expects a text.
  public static func fill(_ incoming: inout IncomingDocument, for edition: Edition) -> Phrase? {
    let path = incoming.url.path
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if let size, size > largest { return .tooLargeToRead(largest) }
    do throws(ReadingFault) {
      let read = try read(path, as: incoming.kind, for: edition)
      incoming.text = read.text
      incoming.pages = incoming.pages ?? read.pages
      return nil
    } catch {
      return error == .picture ? nil : .reading(error)
    }
  }

  /// The items under which a document has text, merged with others or not.
  static func sections(of split: Split, for kind: DocumentKind, _ edition: Edition) -> [String] {
    switch kind {
    case .selfEvaluation:
      edition.categories.flatMap { category in
        category.items.map(\.id).filter { !split.service(of: $0, in: category.id).isEmpty }
      }.map(\.rawValue)
    case .profile: Set(split.parts.flatMap(\.items)).map(\.rawValue).sorted()
    case .applicationForm, .workSummary, .evidence: []
    }
  }

  /// The lines of a text as it was kept; nil where it is none of a file.
  static func manuscript(_ text: String) -> Manuscript? {
    try? JSONDecoder().decode(Manuscript.self, from: Data(text.utf8))
  }

  /// The parts of a text as it was kept, with the corrections.
  ///
  /// - Parameter note: What stands above a part that a person put where it is.
  static func parts(
    of text: String, _ record: SplittingRecord?, for edition: Edition, note: Phrase,
    _ say: (Phrase) -> String
  ) -> MaterialText {
    guard let manuscript = manuscript(text) else { return MaterialText(text) }
    let split = Splitter(edition).split(manuscript, corrections: record?.corrections ?? [])
    return MaterialText(
      parts: split.parts.flatMap { part -> [MaterialText.Part] in
        let own = Self.body(of: part, in: split)
        let body = part.how == .person ? say(note) + "\n\n" + own : own
        let heading = part.heading ?? ""
        if part.items.isEmpty {
          return [MaterialText.Part(id: part.category, title: heading, body: body)]
        }
        let isMerged = part.items.count > 1
        let title = isMerged ? say(.joined(heading)) : heading
        return part.items.map {
          MaterialText.Part(id: $0, title: title, body: body, isMerged: isMerged)
        }
      })
  }

  /// The lines of a part as they are read (S12): paragraphs apart, points as headings, tables in cells.
  private static func body(of part: Part, in split: Split) -> String {
    var places = part.pieces.flatMap { Array($0.start..<$0.end) }
    if part.heading != nil, !places.isEmpty { places.removeFirst() }
    let points = Set(part.places.filter { $0.kind == .point }.map(\.line))
    var text = ""
    var before: Bool?
    for place in places {
      let line = split.manuscript.lines[place]
      let row = line.kind == .table ? line.cells.map(Self.row) : nil
      let isPoint = points.contains(place)
      // What was printed has its paragraphs apart by blank lines; elsewhere a line is one.
      let goesOn = row != nil ? before == true : split.manuscript.isPrinted && before == false
      if before != nil { text += goesOn && !isPoint ? "\n" : "\n\n" }
      text += row ?? (isPoint ? "## " : "") + line.text
      before = row != nil
    }
    return text.trimmingCharacters(in: .newlines)
  }

  /// A row of a table, its cells apart by bars.
  private static func row(_ cells: [String]) -> String {
    let plain = cells.map { cell in
      cell.lines.joined(separator: " ").replacingOccurrences(of: "|", with: "｜")
    }
    return "| " + plain.joined(separator: " | ") + " |"
  }
}
