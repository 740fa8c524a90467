extension Canvas {
  /// Puts `text` at `point`, at most `width` columns of it, and returns the columns used.
  ///
  /// What lies outside the canvas is cut. Before a wide glyph of which only a half would fit the
  /// text ends and that column is a blank of the same style, which counts as used.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style = .text, width: Int? = nil
  ) -> Int {
    guard point.y >= 0, point.y < size.height, point.x < size.width else { return 0 }
    let limit = min(size.width, width.map { point.x + max(0, $0) } ?? size.width)
    var column = point.x
    let policy = policy
    if CellWidth.plainWidth(of: text) != nil {
      for scalar in text.unicodeScalars where column < limit {
        let glyph = Glyph(scalar, width: CellWidth.plainWidth(of: scalar) ?? 1)
        let fits = column + glyph.width <= limit
        put(fits ? glyph : Glyph(" ", width: 1), &column, row: point.y, style: style)
        if !fits { break }
      }
      return column - point.x
    }
    for character in text {
      if column >= limit { break }
      var full = false
      Visible.forEachGlyph(of: character, policy: policy) { glyph in
        if full || column >= limit { return }
        full = column + glyph.width > limit
        put(full ? Glyph(" ", width: 1) : glyph, &column, row: point.y, style: style)
      }
      if full { break }
    }
    return column - point.x
  }

  private mutating func put(_ glyph: Glyph, _ column: inout Int, row: Int, style: Style) {
    if column >= 0 {
      set(glyph, column: column, row: row, style: style)
    } else if column + glyph.width > 0 {
      set(Glyph(" ", width: 1), column: 0, row: row, style: style)
    }
    column += glyph.width
  }

  /// Puts a line of several styles at `point` and returns the columns used.
  ///
  /// Spans on the plain ground take `ground`.
  @discardableResult
  public mutating func put(
    _ line: Line, at point: Point, on ground: Ground = .plain, width: Int? = nil
  ) -> Int {
    var used = 0
    for span in line.spans {
      if let width, used >= width { break }
      used += put(
        span.text, at: Point(x: point.x + used, y: point.y), style: span.style.settled(on: ground),
        width: width.map { $0 - used })
    }
    return used
  }

  /// Puts `text` into the first row of `rect`, aligned, with … where it does not fit.
  @discardableResult
  public mutating func put(
    _ text: String, in rect: Rect, style: Style = .text, align: Alignment = .left
  ) -> Int {
    put(Line(text, style), in: rect, align: align)
  }

  /// Puts a line into the first row of `rect`, aligned, with … where it does not fit.
  @discardableResult
  public mutating func put(
    _ line: Line, in rect: Rect, on ground: Ground = .plain, align: Alignment = .left
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let fitted = line.fitted(to: rect.width, policy: policy)
    var free: Int { max(0, rect.width - fitted.width(policy: policy)) }
    let offset =
      switch align {
      case .left: 0
      case .right: free
      case .centre: free / 2
      }
    return put(
      fitted, at: Point(x: rect.x + offset, y: rect.y), on: ground, width: rect.width - offset)
  }
}

extension Line {
  /// The line cut to `columns`, with … at the end where something was cut.
  public func fitted(to columns: Int, policy: AmbiguousPolicy = .current) -> Line {
    guard width(policy: policy) > columns else { return self }
    let ellipsis = "…"
    let mark = CellWidth.of(ellipsis, policy: policy)
    guard columns >= mark else { return Line("") }
    var room = columns - mark
    var cut: [Span] = []
    for span in spans {
      var kept = ""
      for character in span.text {
        let wide = CellWidth.of(character, policy: policy)
        if wide > room {
          cut.append(Span(kept + ellipsis, span.style))
          return Line(cut)
        }
        room -= wide
        kept.append(character)
      }
      cut.append(Span(kept, span.style))
    }
    return Line(cut)
  }
}
