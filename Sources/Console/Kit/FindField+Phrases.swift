import Terminal

extension FindField {
  /// Paints the line in which one types what is to be found, with the number found.
  static func painted(
    _ field: FindField, total: Int, _ context: Context, on canvas: inout Canvas, in rect: Rect
  ) {
    var field = field
    field.note = context.line(.found(total), .dim)
    field.paint(on: &canvas, in: rect)
  }
}
