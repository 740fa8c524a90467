/// A list of everything that can be done, narrowed by typing part of a name.
public struct Palette: Hashable, Sendable {
  /// One thing that can be done.
  public struct Entry: Hashable, Sendable {
    /// The name by which the caller knows it.
    public let id: String
    /// Its name on the screen.
    public var title: String
    /// The key that does the same.
    public var keys: String
    /// What else it is found by: pinyin initials, English words.
    public var terms: [String]
    /// Why it cannot be done now; nil where it can.
    public var reason: String?

    /// Makes an entry.
    public init(
      id: String, title: String, keys: String = "", terms: [String] = [], reason: String? = nil
    ) {
      self.id = id
      self.title = title
      self.keys = keys
      self.terms = terms
      self.reason = reason
    }
  }

  /// What a key did.
  public enum Answer: Hashable, Sendable {
    /// Nothing.
    case ignored
    /// It moved or narrowed the list.
    case handled
    /// The entry of this id was taken.
    case chosen(String)
    /// The selected entry cannot be done now.
    case refused(reason: String)
    /// Esc.
    case cancelled
  }

  /// Everything that can be chosen.
  public let entries: [Entry]
  /// The words over the list.
  public var title: String
  /// What an empty list says.
  public var placeholder: String
  private var find: FindField
  private var state = ListState()

  /// How many rows the list shows at most.
  public static let rowLimit = 14

  /// Makes a palette.
  public init(_ entries: [Entry], title: String, label: String, placeholder: String = "") {
    self.entries = entries
    self.title = title
    self.placeholder = placeholder
    find = FindField(label: label)
  }

  /// What has been typed.
  public var query: String { find.text }

  /// The entries that the typed part is found in: names that begin with it come first.
  public var matches: [Entry] {
    let wanted = Self.folded(query)
    if wanted.isEmpty { return entries }
    let ranked = entries.enumerated().compactMap { place, entry -> (Int, Int, Entry)? in
      Self.rank(of: entry, wanted).map { ($0, place, entry) }
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The selected entry.
  public var selected: Entry? {
    let shown = matches
    return shown.indices.contains(state.selection) ? shown[state.selection] : nil
  }

  /// Takes a key: text narrows, arrows select, Enter takes, Esc leaves.
  public mutating func handle(_ key: Key) -> Answer {
    switch key {
    case .escape: return .cancelled
    case .enter: return answer(selected)
    case .up, .down, .pageUp, .pageDown:
      _ = state.handle(key, count: matches.count, rows: Self.rowLimit)
      return .handled
    default:
      let outcome = find.handle(key)
      if outcome == .changed { state = ListState() }
      return outcome == .ignored ? .ignored : .handled
    }
  }

  /// Takes pasted text as typed.
  public mutating func paste(_ text: String) {
    find.paste(text)
    state = ListState()
  }

  /// Takes a click that met the hit region `palette` of this index.
  public mutating func click(_ index: Int) -> Answer {
    let shown = matches
    return answer(shown.indices.contains(index) ? shown[index] : nil)
  }

  private func answer(_ entry: Entry?) -> Answer {
    guard let entry else { return .ignored }
    return entry.reason.map { .refused(reason: $0) } ?? .chosen(entry.id)
  }

  private static func folded(_ text: String) -> String {
    let half = text.unicodeScalars.map { scalar -> Character in
      let value = scalar.value
      let isFullWidth = (0xFF01...0xFF5E).contains(value)
      return Character(isFullWidth ? Unicode.Scalar(value - 0xFEE0) ?? scalar : scalar)
    }
    return String(half).lowercased().filter { !$0.isWhitespace }
  }

  /// How well an entry fits, 0 best; nil where it does not.
  private static func rank(of entry: Entry, _ wanted: String) -> Int? {
    let title = folded(entry.title)
    if title.hasPrefix(wanted) { return 0 }
    let terms = entry.terms.map(folded)
    if terms.contains(where: { $0.hasPrefix(wanted) }) { return 1 }
    if title.contains(wanted) { return 2 }
    return terms.contains { $0.contains(wanted) } ? 3 : nil
  }

  /// Paints the panel into the upper middle; the hit regions under it are forgotten.
  public func paint(on canvas: inout Canvas, in rect: Rect) {
    canvas.removeHits()
    let shown = matches
    let rows = max(1, min(shown.count, Self.rowLimit))
    let size = Size(width: min(rect.width, 64), height: rows + 2)
    let middle = rect.centred(size)
    let panel = Rect(
      x: middle.x, y: min(middle.y, rect.y + 2), width: middle.width, height: middle.height)
    canvas.fill(panel, style: Style(.text, on: .raised))
    let room = TitleBand(Line(title), note: Line("\(shown.count)"), isFocused: true)
      .paint(on: &canvas, in: panel)
    let (field, list) = room.splitTop(1)
    find.paint(on: &canvas, in: field)
    if shown.isEmpty {
      canvas.put(placeholder, in: list.inset(columns: 2), style: Style(.dim, on: .raised))
    }
    let first = state.firstRow(count: shown.count, rows: list.height)
    for row in 0..<max(0, min(list.height, shown.count - first)) {
      paint(shown[first + row], index: first + row, on: &canvas, in: list.row(row))
    }
  }

  private func paint(_ entry: Entry, index: Int, on canvas: inout Canvas, in row: Rect) {
    let isSelected = index == state.selection
    let ground: Ground = isSelected ? .selection : .raised
    canvas.fill(row, style: Style(.text, on: ground))
    if isSelected { canvas.put("▸", in: row, style: Style(.accent, on: ground)) }
    let isEnabled = entry.reason == nil
    // A long reason is cut before the name of what cannot be done.
    let left = row.width - 7 - CellWidth.of(entry.title, policy: canvas.policy)
    let end =
      entry.reason.map { Line($0, .dim).fitted(to: max(0, left)) } ?? Line(entry.keys, .accent)
    paintEnds(
      Line(entry.title, isEnabled ? .text : .dim), end, on: &canvas,
      in: row.inset(columns: 2), ground: ground)
    canvas.addHit(row, HitTarget("palette", index: index))
  }
}
