import ArgumentParser
import Console
import Criteria
import Foundation
import Office
import Splitting
import Terminal

/// `pingshen split FILE`: what a document is made of, without a store.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "split", abstract: say(.cliSplit))

  @Argument(help: ArgumentHelp(say(.cliDocument), valueName: "file"), transform: homePath)
  var file: String
  @Flag(name: .customLong("json"), help: ArgumentHelp(say(.cliJSON))) var printsJSON = false

  func run() throws {
    let manuscript = try DocumentReading().manuscript(ofFile: file)
    let edition = Edition.shipped
    let split = Splitter(edition).split(manuscript)
    if printsJSON { return try JSONOutput.write(JSONOutput.SplitDocument(split)) }
    Output.line(say(.splitRow(say(.splitEncoding), manuscript.encoding)))
    for row in table(split) { Output.line(row) }
    if split.droppedCharacters > 0 { Output.line(say(.splitDropped(split.droppedCharacters))) }
    let found = Set(split.parts.flatMap(\.items))
    let missing = split.expected.filter { !found.contains($0) }
    if !missing.isEmpty { Output.line(say(.splitMissing(missing.map(\.rawValue)))) }
  }

  /// The parts in columns.
  private func table(_ split: Split) -> [String] {
    let heads = [Phrase.splitFor, .splitCharacters, .splitPage, .splitHow, .splitHeading].map(say)
    let rows = split.parts.map { part in
      [
        say(.splitSubject(part)), "\(part.characters)", part.page.map { "\($0)" } ?? "–",
        part.how.map { say(.splitEvidence($0)) } ?? "–",
        (part.segment.map { "〔\($0)〕" } ?? "") + (part.heading ?? ""),
      ]
    }
    let widths = heads.indices.map { column in
      ([heads] + rows).map { CellWidth.of($0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).enumerated().map { index, cell in
        index == cells.count - 1
          ? cell.0
          : cell.0 + String(repeating: " ", count: max(0, cell.1 - CellWidth.of(cell.0)) + 2)
      }.joined()
    }
    return [line(heads)]
      + zip(split.parts, rows).flatMap { part, row in
        [line(row)] + part.doubts.map { "  ! " + say(.doubt($0)) }
      }
  }
}

extension JSONOutput {
  /// A document in parts.
  struct SplitDocument: Encodable {
    let encoding: String
    let parts: [SplitPart]
    let dropped: Dropped

    /// Characters that are in no part.
    struct Dropped: Encodable {
      let running: Int
    }

    init(_ split: Split) {
      encoding = split.manuscript.encoding
      parts = split.parts.map(SplitPart.init)
      dropped = Dropped(running: split.droppedCharacters)
    }
  }

  /// A part; what is not known is null.
  struct SplitPart: Encodable {
    let part: Part

    init(_ part: Part) { self.part = part }

    enum CodingKeys: String, CodingKey {
      case items, category, segment, heading, how, doubt, page, characters
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(part.items.map(\.rawValue), forKey: .items)
      try container.encodeIfPresent(part.category?.rawValue, forKey: .category)
      try container.encode(part.segment, forKey: .segment)
      try container.encode(part.heading, forKey: .heading)
      try container.encode(part.how?.rawValue, forKey: .how)
      let doubts = part.doubts.map { say(.doubt($0)) }
      try container.encode(
        doubts.isEmpty ? nil : doubts.joined(separator: say(.between)), forKey: .doubt)
      try container.encode(part.page, forKey: .page)
      try container.encode(part.characters, forKey: .characters)
    }
  }
}
