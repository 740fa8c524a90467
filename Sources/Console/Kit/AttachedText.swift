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
    let places = places(in: split)
    return MaterialText(
      parts: split.parts.flatMap { part -> [MaterialText.Part] in
        var rows = rows(of: part, in: split, places)
        if part.how == .person {
          rows.insert(Row(text: say(note) + "\n", place: rows.first?.place ?? Row.nowhere), at: 0)
        }
        let body = rows.map(\.text).joined(separator: "\n")
        let lines = places.isEmpty ? [] : rows.flatMap(\.places)
        func made(_ id: ItemID?, _ title: String, isMerged: Bool = false) -> MaterialText.Part {
          var made = MaterialText.Part(id: id, title: title, body: body, isMerged: isMerged)
          made.places = lines
          return made
        }
        let heading = part.heading ?? ""
        if part.items.isEmpty { return [made(part.category, heading)] }
        let isMerged = part.items.count > 1
        let title = isMerged ? say(.joined(heading)) : heading
        return part.items.map { made($0, title, isMerged: isMerged) }
      })
  }

  /// What becomes a line of a body, or several.
  private struct Row {
    var text: String
    var place = nowhere

    static let nowhere = MaterialText.LinePlace(page: 1, paragraph: 1)

    /// The place of each of its lines.
    var places: [MaterialText.LinePlace] {
      Array(repeating: place, count: max(1, text.lines.count))
    }
  }

  /// The page and the paragraph on it of each line, as one counts on paper: headings and tables are
  /// paragraphs, headers and page numbers are none. Empty where the document has no pages.
  private static func places(in split: Split) -> [MaterialText.LinePlace] {
    let manuscript = split.manuscript
    guard manuscript.lines.contains(where: { $0.page != nil }) else { return [] }
    let running = Set(split.running)
    var place = MaterialText.LinePlace(page: 1, paragraph: 0)
    var isInside = false
    var wasTable = false
    return manuscript.lines.enumerated().map { index, line in
      if let page = line.page, page != place.page {
        (place.page, place.paragraph, isInside) = (page, 0, false)
      }
      let isTable = line.kind == .table
      if line.characters == 0 || running.contains(index) {
        isInside = false
        return place
      }
      if !isInside || isTable != wasTable || !isTable && !manuscript.isPrinted {
        place.paragraph += 1
      }
      (isInside, wasTable) = (true, isTable)
      return place
    }
  }

  /// The lines of a part as they are read (S12): paragraphs apart, points as headings, tables in cells.
  private static func rows(
    of part: Part, in split: Split, _ places: [MaterialText.LinePlace]
  ) -> [Row] {
    var numbers = part.pieces.flatMap { Array($0.start..<$0.end) }
    if part.heading != nil, !numbers.isEmpty { numbers.removeFirst() }
    let points = Set(part.places.filter { $0.kind == .point }.map(\.line))
    var rows: [Row] = []
    var before: Bool?
    for number in numbers {
      let line = split.manuscript.lines[number]
      let cells = line.kind == .table ? line.cells.map(row) : nil
      let isPoint = points.contains(number)
      // What was printed has its paragraphs apart by blank lines; elsewhere a line is one.
      let goesOn = cells != nil ? before == true : split.manuscript.isPrinted && before == false
      if before != nil, !goesOn || isPoint { rows.append(Row(text: "")) }
      var made = Row(text: cells ?? (isPoint ? "## " : "") + line.text)
      if places.indices.contains(number) { made.place = places[number] }
      rows.append(made)
      before = cells != nil
    }
    let isBlank = { (row: Row) in row.text.allSatisfy(\.isNewline) }
    while rows.last.map(isBlank) == true { rows.removeLast() }
    return Array(rows.drop(while: isBlank))
  }

  /// A row of a table, its cells apart by bars.
  private static func row(_ cells: [String]) -> String {
    let plain = cells.map { cell in
      cell.lines.joined(separator: " ").replacingOccurrences(of: "|", with: "｜")
    }
    return "| " + plain.joined(separator: " | ") + " |"
  }
}
