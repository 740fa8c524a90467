extension Form {
  /// Takes the last burst of typing in the field with the focus back.
  ///
  /// Returns false where nothing is left to take back, or the field has no text.
  @discardableResult
  public mutating func undo() -> Bool {
    guard fields.indices.contains(focus) else { return false }
    switch fields[focus].kind {
    case .text(var field):
      let undone = field.undo()
      fields[focus].kind = .text(field)
      return undone
    case .area(var area, let rows):
      let undone = area.undo()
      fields[focus].kind = .area(area, rows: rows)
      return undone
    case .choice, .toggle, .multiple: return false
    }
  }
}
