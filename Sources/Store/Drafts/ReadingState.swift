import Foundation
import Procedure
import Vault

/// How far was read, with what tells copies which of two states is the later: every bookmark and the
/// place have the change that set them.
struct ReadingState: Equatable {
  /// The changes that it knows of.
  private(set) var seen: DraftCounters = [:]
  private(set) var until: Mark?
  private(set) var bookmarks: [Mark] = []

  /// A passage, and the change that set it.
  struct Mark: Equatable {
    var passage: Passage
    var dot: DraftDot
  }

  /// Copies that a row has room for; beyond them those of whom nothing stands are forgotten.
  private static let mostWriters = 16
  /// Bytes of what stands beside the passages: the writers, and a change for each passage.
  static let writersRoom = 512
  static let dotRoom = 16

  /// Nothing was read.
  init() {}

  var reading: Reading { Reading(until: until?.passage, bookmarks: bookmarks.map(\.passage)) }

  /// Takes up what a person changed on a copy.
  mutating func change(to reading: Reading, on device: String) {
    let last = seen[device] ?? 0
    let dot = DraftDot(device: device, number: last < EntryCheck.highest ? last + 1 : last)
    if until?.passage != reading.until { until = reading.until.map { Mark(passage: $0, dot: dot) } }
    bookmarks = reading.bookmarks.map { passage in
      bookmarks.first { $0.passage == passage } ?? Mark(passage: passage, dot: dot)
    }
    seen[device] = dot.number
    forgetWriters()
  }

  /// Takes what another copy has: bookmarks set or taken away on either, and of two places the one
  /// that was noted later as far as that can be told.
  ///
  /// Bookmarks that the row has no room for any more are left out, those set last on the other.
  mutating func merge(_ other: ReadingState) {
    func isOver(_ mark: Mark, _ side: ReadingState) -> Bool {
      !side.bookmarks.contains { $0.passage == mark.passage } && side.seen.cover(mark.dot)
    }
    let mine = self
    bookmarks.removeAll { isOver($0, other) }
    for place in bookmarks.indices {
      let same = other.bookmarks.first { $0.passage == bookmarks[place].passage }
      if let same, bookmarks[place].dot < same.dot { bookmarks[place] = same }
    }
    switch (until, other.until) {
    case (let here?, let there?) where other.seen.cover(here.dot) && !seen.cover(there.dot):
      until = there
    case (let here?, let there?)
    where !other.seen.cover(here.dot) && !seen.cover(there.dot) && here.dot < there.dot:
      until = there
    case (nil, let there?) where !seen.cover(there.dot): until = there
    default: break
    }
    seen = seen.joined(other.seen)
    forgetWriters()
    for mark in other.bookmarks where !isOver(mark, mine) {
      if bookmarks.contains(where: { $0.passage == mark.passage }) { continue }
      var more = self
      more.bookmarks.append(mark)
      if more.reading.fits { self = more }
    }
  }

  private mutating func forgetWriters() {
    guard seen.count > Self.mostWriters else { return }
    let standing = Set((bookmarks + [until].compactMap { $0 }).map(\.dot.device))
    for device in seen.keys.sorted() where seen.count > Self.mostWriters {
      if !standing.contains(device) { seen[device] = nil }
    }
  }

  /// Whether nothing in it is what no program writes.
  var isSound: Bool {
    seen.areSound && reading.fits
      && (bookmarks + [until].compactMap { $0 }).allSatisfy { seen.cover($0.dot) }
  }
}

extension ReadingState: Codable {
  /// The writers' names once, and a change by the place of its writer.
  private struct Packed: Codable {
    var writers: [String]
    var counts: [Int]
    var until: Passage?
    var bookmarks: [Passage]
    /// Of the place, where there is one, then of the bookmarks: writer, number.
    var dots: [Int]
  }

  init(from decoder: any Decoder) throws {
    let packed = try Packed(from: decoder)
    func fault() -> DecodingError {
      DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "dots"))
    }
    let passages = [packed.until].compactMap { $0 } + packed.bookmarks
    guard packed.writers.count == packed.counts.count,
      Set(packed.writers).count == packed.writers.count, packed.dots.count == passages.count * 2
    else { throw fault() }
    seen = Dictionary(uniqueKeysWithValues: zip(packed.writers, packed.counts))
    var marks = try passages.enumerated().map { place, passage in
      let (writer, number) = (packed.dots[place * 2], packed.dots[place * 2 + 1])
      guard packed.writers.indices.contains(writer) else { throw fault() }
      return Mark(
        passage: passage, dot: DraftDot(device: packed.writers[writer], number: number))
    }
    if packed.until != nil { until = marks.removeFirst() }
    bookmarks = marks
  }

  func encode(to encoder: any Encoder) throws {
    let writers = seen.keys.sorted()
    let marks = [until].compactMap { $0 } + bookmarks
    let dots = marks.flatMap { [writers.firstIndex(of: $0.dot.device) ?? 0, $0.dot.number] }
    try Packed(
      writers: writers, counts: writers.map { seen[$0] ?? 0 }, until: until?.passage,
      bookmarks: bookmarks.map(\.passage), dots: dots
    ).encode(to: encoder)
  }
}
