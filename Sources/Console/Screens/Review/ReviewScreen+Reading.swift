import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// How far one has read, and bookmarks: written with a save and on leaving, never while one scrolls.
extension ReviewScreen {
  /// The passage under the cursor; nil where what the criteria say is shown.
  func passage(_ context: Context) -> Passage? {
    material.tab.kind.map { kind in
      Passage(
        kind: kind, item: kind == .selfEvaluation ? selected(context)?.id : nil,
        document: material.opened, words: evidence(context) ?? "")
    }
  }

  /// Opens where one read last, the first time that it is known.
  mutating func resume(_ reading: Reading, _ context: Context) {
    guard keptReading == nil else { return }
    (self.reading, keptReading) = (reading, reading)
    guard let until = reading.until else { return }
    go(to: until, context)
    resumed = until
  }

  /// Shows a passage, as soon as its document was read.
  private mutating func go(to passage: Passage, _ context: Context) {
    if let place = passage.item.flatMap(context.edition.index(of:)) { select(place, context) }
    material.tab = MaterialPane.Tab.allCases.first { $0.kind == passage.kind } ?? material.tab
    material.open(passage.document)
    material.awaited = passage.words
  }

  /// Puts the cursor on the passage that was waited for.
  mutating func settleAwaited(_ context: Context) {
    guard let words = material.awaited, let item = selected(context), material.isThere,
      !material.isWaiting
    else { return }
    material.awaited = nil
    let layout = layout(context)
    let text = textLayout(layout, context)
    let fits = text.blocks.enumerated().compactMap { place, block in
      block.block.citation?.fit(words).map { (place, $0) }
    }
    guard let best = fits.min(by: { $0.1 < $1.1 }) else { return }
    material.moveTo(best.0, in: text, item: item.id, rows: layout.textRows)
  }

  /// Notes where one has read, and has it written where it is another than was.
  mutating func keepReading(_ context: Context) -> [Effect] {
    guard let dossier, phase.hasSheet, let kept = keptReading, material.awaited == nil else {
      return []
    }
    if var passage = passage(context) {
      // One comes back to the item that one judged, whatever one read beside it.
      passage.item = selected(context)?.id
      reading.read(until: passage)
    }
    guard reading != kept else { return [] }
    keptReading = reading
    return [.keepReading(dossier.id, reading)]
  }

  // MARK: Bookmarks

  /// The passages of what is shown that have a bookmark, as they are cited.
  var marked: Set<String> {
    Set(reading.bookmarks.filter { $0.kind == material.tab.kind }.map(\.words))
  }

  /// Setting a bookmark at the passage under the cursor, or taking it away.
  func bookmark(_ context: Context) -> Action {
    let passage = passage(context)
    let isSet = passage.map(reading.bookmarks.contains) ?? false
    let isHere = keptReading != nil && passage?.words.isEmpty == false
    return Action(
      "bookmark", isSet ? .Review.dropBookmark : .Review.setBookmark, keys: [.character(" ")],
      shown: .space, help: .Review.bookmarkHelp,
      availability: isHere ? .available : .disabled(.Review.nothingToMark), importance: 5
    ) { screen, context in
      guard let passage = screen.passage(context) else { return [] }
      return screen.reading.toggle(passage)
        ? [] : [.say(Notice(.warning, .Review.bookmarksFull(screen.reading.bookmarks.count)))]
    }
  }

  /// Going to the next bookmark, behind the last one to the first.
  var nextBookmark: Action {
    Action(
      "nextBookmark", .Review.nextBookmark, keys: [.control("n")], shown: .plain("Ctrl-N"),
      help: .Review.nextBookmarkHelp,
      availability: reading.bookmarks.isEmpty ? .disabled(.Review.noBookmark) : .available,
      importance: 2
    ) { $0.goToNextBookmark($1) }
  }

  private mutating func goToNextBookmark(_ context: Context) -> [Effect] {
    func precedes(_ a: Passage, _ b: Passage) -> Bool {
      func place(_ passage: Passage) -> (Int, Int, String) {
        let tab = MaterialPane.Tab.allCases.first { $0.kind == passage.kind }?.rawValue ?? 0
        let item = passage.item.flatMap(context.edition.index(of:)) ?? 0
        return (tab, item, passage.document?.rawValue ?? "")
      }
      if place(a) != place(b) { return place(a) < place(b) }
      return a.words.compare(b.words, options: .numeric) == .orderedAscending
    }
    let all = reading.bookmarks.sorted(by: precedes)
    let here = passage(context)
    guard
      let next = all.first(where: { mark in here.map { precedes($0, mark) } ?? true })
        ?? all.first
    else { return [] }
    go(to: next, context)
    (focus, comesFromComment, resumed) = (.text, false, nil)
    return []
  }
}
