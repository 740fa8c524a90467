/// Text being edited, with its caret and its own undo; what text area and text field share.
struct EditBuffer: Hashable, Sendable {
  private struct Edit: Hashable, Sendable {
    var location: Int
    var removed: [Character]
    var inserted: [Character]
    var caretBefore: Int
  }

  private(set) var characters: [Character]
  private(set) var caret: Int
  let maxLength: Int
  private var undoable: [Edit] = []
  private var redoable: [Edit] = []
  private var burst: Burst = .none

  /// What kind of typing an edit goes on with.
  private enum Burst: Hashable { case none, typing, erasing }

  /// How many steps of undo are kept.
  private static let undoLimit = 500

  init(_ text: String, maxLength: Int) {
    characters = Array(Visible.cleaned(text))
    caret = characters.count
    self.maxLength = max(0, maxLength)
  }

  var text: String { String(characters) }

  mutating func move(to place: Int) {
    burst = .none
    caret = min(max(0, place), characters.count)
  }

  /// Starts a new step of undo with the next key.
  mutating func endBurst() { burst = .none }

  /// How many characters are over the limit: nothing is dropped, whoever takes the text refuses it.
  var excess: Int { max(0, characters.count - maxLength) }

  /// Puts text at the caret.
  mutating func insert(_ text: String, typed: Bool) {
    guard let first = text.first else { return }
    let goesOn = typed && burst == .typing && !first.isNewline
    replace(caret..<caret, with: text, joining: goesOn)
    burst = typed ? .typing : .none
  }

  /// Puts text in the place of all that is there, as one step of undo.
  mutating func replaceAll(with text: String, typed: Bool) {
    replace(characters.indices, with: text, joining: false)
    burst = typed ? .typing : .none
  }

  /// Takes away characters; false where there is none.
  mutating func erase(_ range: Range<Int>, joining: Bool) -> Bool {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return false }
    replace(range, with: "", joining: joining && burst == .erasing)
    burst = joining ? .erasing : .none
    return true
  }

  mutating func undo() -> Bool {
    guard let edit = undoable.popLast() else { return false }
    let place = edit.location
    characters.replaceSubrange(place..<place + edit.inserted.count, with: edit.removed)
    caret = edit.caretBefore
    redoable.append(edit)
    burst = .none
    return true
  }

  mutating func redo() -> Bool {
    guard let edit = redoable.popLast() else { return false }
    let place = edit.location
    characters.replaceSubrange(place..<place + edit.removed.count, with: edit.inserted)
    caret = place + edit.inserted.count
    undoable.append(edit)
    burst = .none
    return true
  }

  /// Replaces a range; a mark that belongs to a neighbour becomes one character with it.
  private mutating func replace(_ range: Range<Int>, with text: String, joining: Bool) {
    var lower = range.lowerBound
    var upper = range.upperBound
    var pieces = Array(text)
    if lower > 0, let first = pieces.first ?? following(upper) {
      let before = characters[lower - 1]
      if String([before, first]).count == 1 {
        lower -= 1
        pieces = Array(String(before) + String(pieces))
      }
    }
    if let last = pieces.last, let after = following(upper), String([last, after]).count == 1 {
      upper += 1
      pieces = Array(String(pieces) + String(after))
    }
    let edit = Edit(
      location: lower, removed: Array(characters[lower..<upper]), inserted: pieces,
      caretBefore: caret)
    characters.replaceSubrange(lower..<upper, with: pieces)
    caret = lower + pieces.count
    redoable = []
    remember(edit, joining: joining)
  }

  private func following(_ place: Int) -> Character? {
    place < characters.count ? characters[place] : nil
  }

  private mutating func remember(_ edit: Edit, joining: Bool) {
    if joining, var last = undoable.last {
      if edit.removed.isEmpty && edit.location == last.location + last.inserted.count {
        last.inserted += edit.inserted
        undoable[undoable.count - 1] = last
        return
      }
      if edit.inserted.isEmpty && last.inserted.isEmpty
        && edit.location + edit.removed.count == last.location
      {
        last.location = edit.location
        last.removed = edit.removed + last.removed
        undoable[undoable.count - 1] = last
        return
      }
    }
    undoable.append(edit)
    if undoable.count > Self.undoLimit { undoable.removeFirst() }
  }
}
