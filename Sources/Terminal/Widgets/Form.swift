/// Fields under one another, with labels, signs for what must be filled, and an error per field.
public struct Form: Hashable, Sendable {
  /// The fields from top to bottom.
  public var fields: [FormField]
  /// The field that has the focus.
  public private(set) var focus: Int
  /// What is wrong with a field, by the field's id.
  public var errors: [String: String] = [:]
  /// Fields that must be filled as the others stand by now, beside those that always must.
  public var wanted: Set<String> = []
  /// The name of the hit regions; their index is the field.
  public var name: String
  /// The field to which a refusal led, coloured until the next key.
  private var flashing: String?

  /// Makes a form with the focus on the first field.
  public init(_ fields: [FormField], name: String = "form") {
    self.fields = fields
    self.name = name
    focus = 0
  }

  /// The field of an id.
  public subscript(id: String) -> FormField? {
    get { fields.first { $0.id == id } }
    set {
      guard let newValue, let index = fields.firstIndex(where: { $0.id == id }) else { return }
      fields[index] = newValue
    }
  }

  /// The text of the field of an id; empty where there is none.
  public func text(_ id: String) -> String { self[id]?.text ?? "" }

  /// The chosen option of a choice by its number.
  public func choice(_ id: String) -> Int? {
    if case .choice(_, let selected) = self[id]?.kind { return selected }
    return nil
  }

  /// Whether a toggle is on.
  public func isOn(_ id: String) -> Bool { self[id]?.kind == .toggle(true) }

  /// The taken options of a multiple choice by their numbers.
  public func selection(_ id: String) -> Set<Int> {
    if case .multiple(_, let selected, _) = self[id]?.kind { return selected }
    return []
  }

  /// What the chosen option of a choice stands for; nil where it stands for nothing.
  public func value(_ id: String) -> String? {
    guard let field = self[id], let place = choice(id), field.values.indices.contains(place),
      !field.values[place].isEmpty
    else { return nil }
    return field.values[place]
  }

  /// What the taken options of a multiple choice stand for, in their order.
  public func values(_ id: String) -> [String] {
    guard let field = self[id] else { return [] }
    return selection(id).sorted().filter(field.values.indices.contains).map { field.values[$0] }
  }

  /// Whether a field must be filled as the form stands, which the sign at its label says.
  public func isRequired(_ field: FormField) -> Bool {
    field.isRequired || wanted.contains(field.id)
  }

  /// Gives the focus to a field, as after a click or to show its error.
  public mutating func setFocus(_ index: Int) {
    focus = min(max(0, index), max(0, fields.count - 1))
  }

  /// Gives the focus to the first field with an error, which flashes until the next key.
  public mutating func focusFirstError() {
    guard let index = fields.firstIndex(where: { errors[$0.id] != nil }) else { return }
    setFocus(index)
    flashing = fields[index].id
  }

  /// Takes a key: the field's own first, then Tab and arrows between fields.
  ///
  /// Enter goes to the next field, in the last one it is `.submitted`; Esc is `.cancelled`.
  public mutating func handle(_ key: Key) -> Outcome {
    flashing = nil
    guard fields.indices.contains(focus) else { return key == .escape ? .cancelled : .ignored }
    switch key {
    case .escape: return .cancelled
    case .tab: return moved(by: 1, wraps: true)
    case .backTab: return moved(by: -1, wraps: true)
    default: break
    }
    let outcome = fields[focus].handle(key)
    if outcome == .changed { errors[fields[focus].id] = nil }
    switch (outcome, key) {
    case (.submitted, _): return focus == fields.count - 1 ? .submitted : moved(by: 1)
    case (.ignored, .up): return moved(by: -1)
    case (.ignored, .down): return moved(by: 1)
    default: return outcome
    }
  }

  /// Puts pasted text into the field with the focus.
  public mutating func paste(_ text: String) -> Outcome {
    flashing = nil
    guard fields.indices.contains(focus) else { return .ignored }
    let outcome = fields[focus].insert(text)
    if outcome == .changed { errors[fields[focus].id] = nil }
    return outcome
  }

  private mutating func moved(by step: Int, wraps: Bool = false) -> Outcome {
    let next = focus + step
    guard wraps || fields.indices.contains(next) else { return .ignored }
    focus = (next + fields.count) % fields.count
    return .handled
  }

  /// Paints the fields that fit; the one with the focus is always in sight.
  ///
  /// Call `layout(width:)` whenever the width changes, so that arrows in text areas follow it.
  public func paint(
    on canvas: inout Canvas, in rect: Rect, isFocused: Bool = true, ground: Ground = .plain
  ) {
    canvas.fill(rect, style: Style(.text, on: ground))
    guard !rect.isEmpty else { return }
    let heights = fields.indices.map { height(of: $0) }
    var first = 0
    let last = min(focus, fields.count - 1)
    while first < last, heights[first...last].reduce(0, +) > rect.height { first += 1 }
    var rest = rect
    for index in first..<max(first, fields.count) where !rest.isEmpty {
      let (room, below) = rest.splitTop(heights[index])
      paint(index, on: &canvas, in: room, isFocused: isFocused && index == focus, ground)
      canvas.addHit(room, HitTarget(name, index: index))
      rest = below
    }
  }

  /// Tells the text areas the width that they have in a form of `width` columns.
  public mutating func layout(width: Int) {
    for index in fields.indices {
      if case .area(var area, let rows) = fields[index].kind {
        area.room = Size(width: width - labelWidth(in: width) - 3, height: fields[index].rows)
        fields[index].kind = .area(area, rows: rows)
      }
    }
  }

  private func labelWidth(in width: Int) -> Int {
    min(fields.map { CellWidth.of($0.label) }.max() ?? 0, width / 3)
  }

  private func height(of index: Int) -> Int {
    fields[index].rows + (note(of: index) == nil ? 0 : 1)
  }

  /// What stands under a field: its error, else its help while it has the focus.
  private func note(of index: Int) -> Line? {
    let field = fields[index]
    if let error = errors[field.id] { return Line("! " + error, .bad) }
    return index == focus && !field.help.isEmpty ? Line(field.help, .dim) : nil
  }

  private func paint(
    _ index: Int, on canvas: inout Canvas, in room: Rect, isFocused: Bool, _ ground: Ground
  ) {
    let field = fields[index]
    let (label, value) = room.splitLeft(labelWidth(in: room.width) + 2, gap: 1)
    let mark = Line(isFocused ? "▸" : isRequired(field) ? "*" : " ", .accent)
    canvas.put(mark, in: label, on: ground)
    canvas.put(
      Line(field.label, field.id == flashing ? .bad.strong : isFocused ? .title : .dim),
      in: label.inset(columns: 1), on: ground)
    let (body, under) = value.splitTop(field.rows)
    let flashes = field.id == flashing
    field.paint(on: &canvas, in: body, isFocused: isFocused, ground: flashes ? .focus : ground)
    if let note = note(of: index) { canvas.put(note, in: under, on: ground) }
  }
}
