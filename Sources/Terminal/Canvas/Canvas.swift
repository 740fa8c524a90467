/// A grid of cells that widgets paint on; no terminal is needed for it.
///
/// No cell is ever half a wide glyph: what is put over one half blanks the other, and what does
/// not fit whole is clipped before it.
public struct Canvas: Hashable, Sendable {
  /// A region that can be clicked, and what a click means.
  public struct Hit: Hashable, Sendable {
    /// The cells that belong to it.
    public let rect: Rect
    /// What a click there means.
    public let target: HitTarget
  }

  /// Columns and rows.
  public let size: Size
  /// How signs of ambiguous width are shown.
  public let policy: AmbiguousPolicy
  /// Where text is typed, so that the input method's window stands there; nil hides the cursor.
  public var caret: Point?
  /// Where can be clicked; a later region lies over earlier ones.
  public private(set) var hits: [Hit] = []
  var cells: [Cell]

  /// Makes a blank canvas.
  public init(size: Size, policy: AmbiguousPolicy = .current) {
    self.size = size
    self.policy = policy
    cells = Array(repeating: Cell(style: .text), count: size.width * size.height)
  }

  /// The whole canvas.
  public var bounds: Rect { size.bounds }

  /// The cell at `point`; nil outside.
  public subscript(point: Point) -> Cell? {
    bounds.contains(point) ? cells[point.y * size.width + point.x] : nil
  }

  /// Fills `rect` with blanks on the style's ground.
  public mutating func fill(_ rect: Rect, style: Style = .text) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.y..<area.bottom {
      blankHalves(from: area.x, to: area.right, row: row)
      let start = row * size.width
      for column in area.x..<area.right { cells[start + column] = Cell(style: style) }
    }
  }

  /// Changes the ground of what `rect` shows, as for a selected row; the words stay.
  public mutating func setGround(_ ground: Ground, in rect: Rect) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.y..<area.bottom {
      for column in area.x..<area.right {
        let index = row * size.width + column
        cells[index].style.ground = ground
        if cells[index].width == 2 { cells[index + 1].style.ground = ground }
        if cells[index].width == 0 { cells[index - 1].style.ground = ground }
      }
    }
  }

  /// Leaves what `rect` showed in an earlier canvas of the same size as it was.
  public mutating func keep(_ rect: Rect, of earlier: Canvas) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty, earlier.size == size else { return }
    for row in area.y..<area.bottom {
      blankHalves(from: area.x, to: area.right, row: row)
      let start = row * size.width
      for column in area.x..<area.right { cells[start + column] = earlier.cells[start + column] }
      // A wide glyph that the edge cuts through in the earlier canvas is left out.
      if cells[start + area.x].width == 0 {
        cells[start + area.x] = Cell(style: cells[start + area.x].style)
      }
      if cells[start + area.right - 1].width == 2 {
        cells[start + area.right - 1] = Cell(style: cells[start + area.right - 1].style)
      }
    }
  }

  /// Says that a click inside `rect` means `target`.
  public mutating func addHit(_ rect: Rect, _ target: HitTarget) {
    let area = rect.intersection(bounds)
    if !area.isEmpty { hits.append(Hit(rect: area, target: target)) }
  }

  /// Forgets every region, as when a dialog covers the screen.
  public mutating func removeHits() { hits = [] }

  /// What a click at `point` means; nil where nothing was said.
  public func hit(at point: Point) -> HitTarget? {
    hits.last { $0.rect.contains(point) }?.target
  }

  /// Writes a glyph at a place where it fits whole.
  mutating func set(_ glyph: Glyph, column: Int, row: Int, style: Style) {
    blankHalves(from: column, to: column + glyph.width, row: row)
    var style = style
    if glyph.isReplacement && glyph.scalar == "?" { style.role = .dim }
    let index = row * size.width + column
    cells[index] = Cell(
      glyph.scalar, marks: glyph.marks, width: UInt8(glyph.width), style: style)
    if glyph.width == 2 { cells[index + 1] = Cell(width: 0, style: style) }
  }

  /// Blanks the outer halves of wide glyphs that the columns `from..<to` cut through.
  private mutating func blankHalves(from: Int, to: Int, row: Int) {
    let start = row * size.width
    if from > 0 && cells[start + from].width == 0 {
      cells[start + from - 1] = Cell(style: cells[start + from - 1].style)
    }
    if to < size.width && cells[start + to].width == 0 {
      cells[start + to] = Cell(style: cells[start + to].style)
    }
  }
}
