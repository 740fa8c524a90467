/// Finds line ends character by character, in one pass.
struct LineBreaker {
  private let width: Int
  private var widths: [UInt8] = []
  private var lines: [WrappedText.VisualLine] = []
  private var lineStart = 0
  private var columns = 0
  /// The columns up to the last character that is not a blank, and the place after it.
  private var solid = (columns: 0, end: 0)
  /// The last place where the line may end, and the columns before it.
  private var chance: (place: Int, columns: Int, solid: (columns: Int, end: Int))?
  private var last = Kind.none

  init(width: Int, capacity: Int) {
    self.width = width
    widths.reserveCapacity(capacity)
  }

  /// What a character is to the breaking of lines.
  private enum Kind {
    case none, blank, word, han, opening, closing
    /// Closing punctuation of Latin text, which may also stand inside a number.
    case tail
  }

  mutating func take(_ character: Character, policy: AmbiguousPolicy) {
    let place = widths.count
    let first = character.unicodeScalars[character.unicodeScalars.startIndex]
    if Self.isNewline(first) {
      widths.append(0)
      end(at: place, paragraph: true)
      lineStart = place + 1
      solid.end = place + 1
      return
    }
    let wide = CellWidth.of(character, policy: policy)
    let kind = Self.kind(of: first, wide: wide)
    widths.append(UInt8(min(wide, 255)))
    if mayBreak(before: kind) { chance = (place, columns, solid) }
    if kind != .blank {
      while columns + wide > width && place > lineStart { breakLine(before: place) }
      solid = (columns + wide, place + 1)
    }
    columns += wide
    last = kind
  }

  mutating func finish() -> (lines: [WrappedText.VisualLine], widths: [UInt8]) {
    end(at: widths.count, paragraph: true)
    return (lines, widths)
  }

  /// Ends the line at the last chance, or where there was none just before `place`.
  private mutating func breakLine(before place: Int) {
    let total = columns
    if let chance, chance.place > lineStart {
      let after = solid
      let stop = chance.place
      solid = chance.solid
      end(at: stop, paragraph: false)
      lineStart = stop
      columns = total - chance.columns
      solid = after.end > stop ? (after.columns - chance.columns, after.end) : (0, stop)
    } else {
      end(at: place, paragraph: false)
      lineStart = place
      solid = (0, place)
    }
  }

  private mutating func end(at stop: Int, paragraph: Bool) {
    var painted = lineStart..<stop
    var used = columns
    if used > width || !paragraph {
      painted = lineStart..<max(lineStart, min(stop, solid.end))
      used = solid.columns
    }
    if paragraph && columns > width {
      (painted, used) = fitting(painted, used, until: stop)
    }
    lines.append(
      WrappedText.VisualLine(
        range: lineStart..<stop, painted: painted, columns: min(used, width),
        endsParagraph: paragraph))
    columns = 0
    solid = (0, stop)
    chance = nil
    last = .none
  }

  /// As many of the blanks at a paragraph's end as still fit.
  private func fitting(
    _ painted: Range<Int>, _ used: Int, until stop: Int
  ) -> (Range<Int>, Int) {
    var upper = painted.upperBound
    var used = used
    while upper < stop, used + Int(widths[upper]) <= width {
      used += Int(widths[upper])
      upper += 1
    }
    return (painted.lowerBound..<upper, used)
  }

  private func mayBreak(before kind: Kind) -> Bool {
    switch (last, kind) {
    case (.none, _), (.opening, _), (_, .closing), (_, .tail), (_, .blank): false
    case (.blank, _), (.han, _), (.closing, _): true
    case (.word, .han), (.tail, .han), (.word, .opening), (.tail, .opening): true
    case (.word, _), (.tail, _): false
    }
  }

  /// The same scalars that make a `Character` a newline.
  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func kind(of scalar: Unicode.Scalar, wide: Int) -> Kind {
    if scalar.value >= 0x4E00 && scalar.value < 0xA000 { return .han }
    switch scalar {
    case " ", "\t", "\u{3000}": return .blank
    case "（", "《", "「", "『", "【", "〈", "〔", "“", "‘": return .opening
    case "。", "，", "、", "；", "：", "）", "》", "？", "！", "」", "』", "】", "〉", "〕", "”", "’",
      "…", "—", "％", "·":
      return .closing
    case ",", ".", ";", ":", "!", "?", ")", "]", "}", "%": return .tail
    default: return wide == 0 ? .closing : wide >= 2 ? .han : .word
    }
  }
}
