import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// The material beside the review: documents read so far, place in each, what is looked for.
struct MaterialPane: Sendable {
  /// What can be shown.
  enum Tab: Int, Sendable, Hashable, CaseIterable {
    case selfEvaluation
    case profile
    case summary
    case form
    case evidence
    case asks
    case guide

    /// The kind of document it shows; nil for what the criteria say.
    var kind: DocumentKind? {
      switch self {
      case .selfEvaluation: .selfEvaluation
      case .profile: .profile
      case .summary: .workSummary
      case .form: .applicationForm
      case .evidence: .evidence
      case .asks, .guide: nil
      }
    }
  }

  /// What is shown: a tab, the item where the tab shows one, the piece of evidence that is read.
  struct Key: Sendable, Hashable {
    let tab: Tab
    let item: ItemID?
    var document: DocumentID?
  }

  /// Where one is in a text.
  struct Place: Sendable, Hashable {
    /// The block under the cursor.
    var cursor = 0
    /// The first line shown.
    var offset = 0
    /// How far wide tables are scrolled.
    var sideways = Sideways()
  }

  private struct CacheKey: Sendable, Hashable {
    let key: Key
    let width: Int
  }

  var tab = Tab.selfEvaluation
  /// The documents of the case, by kind and number, and what its application form says.
  private(set) var documents: [Document] = []
  private(set) var form: ApplicationForm?
  private(set) var application: Application?
  private(set) var texts: [DocumentID: MaterialText] = [:]
  /// The piece of evidence that is read in the place of the index.
  private(set) var opened: DocumentID?
  /// Why a document cannot be read.
  private var refusals: [DocumentID: Phrase] = [:]
  private var asked: [DocumentID: [String]] = [:]
  private var places: [Key: Place] = [:]
  private var cache: [CacheKey: MaterialLayout] = [:]
  /// The line in which one types what is to be found, while it is open.
  var finding: FindField?
  /// What was looked for last, and whether it is marked in the text.
  var wanted = ""
  var isMarking = false
  /// Where it occurs in all of the material.
  var hits = MaterialHits()
  /// How the passage is cited on which the cursor stands once its document was read.
  var awaited: String?
  /// A citation whose passage is shown once everything was read.
  var sought: String?
  /// The citations of a comment that were gone through, and the one that was shown last.
  var gone: (citations: [String], last: Int) = ([], 0)
  /// How many wrapped parts are kept.
  static let kept = 24

  /// Opens the line in which one types what is to be found.
  mutating func find(_ context: Context) {
    finding = FindField(label: context.say(.find), text: wanted)
    isMarking = true
  }

  // MARK: Documents

  /// Takes the documents of a case as it stands.
  mutating func hold(_ dossier: CaseState) {
    let documents = dossier.documents.sorted(by: Document.precedes)
    if documents != self.documents || form != dossier.admission.form
      || application != dossier.application
    {
      cache = [:]
    }
    (self.documents, form) = (documents, dossier.admission.form)
    application = dossier.application
    if !documents.contains(where: { $0.id == opened }) { opened = nil }
  }

  /// The documents of a kind of which there is a text; where there is none of any, those there are.
  func documents(of kind: DocumentKind) -> [Document] {
    let all = documents.filter { $0.kind == kind }
    let readable = all.filter(\.hasText)
    return readable.isEmpty ? all : readable
  }

  /// The documents that the tab shows and that have not been asked for yet.
  mutating func documentsToLoad() -> [Document] {
    guard let kind = tab.kind else { return [] }
    return ask(kind == .evidence ? documents.filter { $0.id == opened } : documents(of: kind))
  }

  /// All documents of which there is a text and that have not been asked for yet.
  mutating func allToLoad() -> [Document] { ask(documents.filter(\.hasText)) }

  private mutating func ask(_ wanted: [Document]) -> [Document] {
    let new = wanted.filter { asked[$0.id] != $0.files }
    for document in new { asked[document.id] = document.files }
    return new
  }

  /// Whether something was asked for and has not come yet.
  var isWaiting: Bool {
    asked.keys.contains { texts[$0] == nil && refusals[$0] == nil }
  }

  /// Takes a document that was read.
  mutating func take(_ text: MaterialText, of document: DocumentID) {
    (texts[document], refusals[document]) = (text, nil)
    let kind = documents.first { $0.id == document }?.kind
    cache = cache.filter { $0.key.key.tab.kind != kind }
  }

  /// A document cannot be read.
  mutating func refuse(_ document: DocumentID, because why: Phrase) { refusals[document] = why }

  /// What could not be read may be asked for again, as after a key was given.
  mutating func forgetRefusals() {
    for document in refusals.keys { asked[document] = nil }
  }

  /// Why a kind of document cannot be read; nil where it can or was not tried.
  func refusal(of kind: DocumentKind) -> Phrase? {
    isRead(kind) ? nil : shown(of: kind).lazy.compactMap { refusals[$0.id] }.first
  }

  /// Whether the tab's documents have been read, or one of them.
  func isRead(_ kind: DocumentKind) -> Bool { shown(of: kind).contains { texts[$0.id] != nil } }

  private func shown(of kind: DocumentKind) -> [Document] {
    kind == .evidence ? documents.filter { $0.id == opened } : documents(of: kind)
  }

  /// Opens a piece of evidence, or closes it.
  mutating func open(_ document: DocumentID?) { opened = document }

  /// What is shown for an item.
  func key(_ item: ItemID) -> Key {
    switch tab {
    case .selfEvaluation, .asks, .guide: Key(tab: tab, item: item)
    case .profile, .summary, .form: Key(tab: tab, item: nil)
    case .evidence: Key(tab: tab, item: opened == nil ? item : nil, document: opened)
    }
  }

  // MARK: Layout

  /// The text that is shown, wrapped; from the cache where it was prepared.
  func layout(of item: Item, review: ItemReview, width: Int, _ context: Context) -> MaterialLayout {
    if let layout = cache[CacheKey(key: key(item.id), width: width)] { return layout }
    return MaterialLayout(blocks(of: item, review: review, context), width: width)
  }

  /// Wraps what is shown once, so that frames need not.
  mutating func prepare(_ item: Item, review: ItemReview, width: Int, _ context: Context) {
    guard isThere else { return }
    let place = CacheKey(key: key(item.id), width: width)
    guard cache[place] == nil else { return }
    if cache.count >= Self.kept { cache = cache.filter { $0.key.width == width } }
    if cache.count >= Self.kept { cache = [:] }
    cache[place] = MaterialLayout(blocks(of: item, review: review, context), width: width)
  }

  /// Whether what the tab shows of the material can be shown.
  var isThere: Bool {
    tab.kind.map { isRead($0) || tab == .form || tab == .evidence && opened == nil } ?? false
  }

  /// How many wrapped parts are kept now.
  var cached: Int { cache.count }

  // MARK: Moving

  /// Where one is in what is shown.
  func place(_ item: ItemID) -> Place { places[key(item)] ?? Place() }

  /// Takes a key that moves in the text; false for other keys.
  mutating func handle(_ key: Terminal.Key, in layout: MaterialLayout, item: ItemID, rows: Int)
    -> Bool
  {
    var place = place(item)
    let stops = stops(in: layout)
    let rows = max(1, rows)
    switch key {
    case .down: step(&place, by: 1, stops: stops, layout, rows)
    case .up: step(&place, by: -1, stops: stops, layout, rows)
    case .pageDown, .pageUp:
      let by = key == .pageDown ? max(1, rows - 1) : -max(1, rows - 1)
      place.offset = clamped(place.offset + by, layout, rows)
      let first = layout.block(atLine: place.offset) ?? 0
      place.cursor = stops.first { $0 >= first } ?? stops.last ?? 0
    case .home:
      (place.cursor, place.offset) = (stops.first ?? 0, 0)
    case .end:
      (place.cursor, place.offset) = (stops.last ?? 0, clamped(layout.lines.count, layout, rows))
    default:
      guard place.sideways.handle(key, most: layout.mostShift) else { return false }
    }
    places[self.key(item)] = place
    return true
  }

  /// Puts the cursor on a block.
  mutating func moveTo(_ block: Int, in layout: MaterialLayout, item: ItemID, rows: Int) {
    guard layout.blocks.indices.contains(block) else { return }
    var place = place(item)
    place.cursor = block
    reveal(&place, layout, max(1, rows))
    places[key(item)] = place
  }

  /// The block under the cursor: where one was, or the first that can be evidence.
  func cursor(in layout: MaterialLayout, item: ItemID) -> Int? {
    let stops = stops(in: layout)
    let place = place(item)
    return stops.contains(place.cursor) ? place.cursor : stops.first { $0 >= place.cursor }
  }

  /// The blocks on which the cursor stops: what can be evidence, else everything.
  private func stops(in layout: MaterialLayout) -> [Int] {
    let quotable = layout.quotable
    return quotable.isEmpty ? Array(layout.blocks.indices) : quotable
  }

  private func step(
    _ place: inout Place, by step: Int, stops: [Int], _ layout: MaterialLayout, _ rows: Int
  ) {
    guard !stops.isEmpty else { return }
    let index = stops.firstIndex { $0 >= place.cursor } ?? stops.count - 1
    let lines = layout.blocks[stops[index]].lines
    place.cursor = stops[index]
    // A paragraph longer than the pane is read to its end before the next one comes.
    if step > 0, lines.upperBound > place.offset + rows, lines.count > rows {
      place.offset = clamped(place.offset + max(1, rows / 2), layout, rows)
      return
    }
    if step < 0, lines.lowerBound < place.offset, lines.count > rows {
      place.offset = clamped(place.offset - max(1, rows / 2), layout, rows)
      return
    }
    let next = min(max(0, index + step), stops.count - 1)
    place.cursor = stops[next]
    if next == index {
      place.offset = clamped(step > 0 ? layout.lines.count : 0, layout, rows)
    } else {
      reveal(&place, layout, rows)
    }
  }

  private func reveal(_ place: inout Place, _ layout: MaterialLayout, _ rows: Int) {
    let lines = layout.blocks[place.cursor].lines
    if lines.upperBound > place.offset + rows {
      place.offset = min(lines.lowerBound, lines.upperBound - rows)
      if lines.count > rows { place.offset = lines.lowerBound }
    }
    if lines.lowerBound < place.offset { place.offset = lines.lowerBound }
    if let heading = layout.blocks.indices.contains(place.cursor - 1)
      ? layout.blocks[place.cursor - 1] : nil,
      heading.block.kind == .heading, heading.lines.lowerBound < place.offset,
      lines.upperBound <= heading.lines.lowerBound + rows
    {
      place.offset = heading.lines.lowerBound
    }
    place.offset = clamped(place.offset, layout, rows)
  }

  private func clamped(_ offset: Int, _ layout: MaterialLayout, _ rows: Int) -> Int {
    max(0, min(offset, layout.lines.count - rows))
  }
}
