import Terminal

@testable import Console

extension ScreenWorld {
  /// Fills in a form as the program does, after a change to it.
  @discardableResult
  mutating func fill(_ sheet: FormSheet, _ change: (inout Form) -> Void) -> [Effect] {
    var sheet = sheet
    change(&sheet.form)
    return screen.fill(sheet, context)
  }

  /// Fills in the form that effects opened, after a change to it.
  @discardableResult
  mutating func fill(_ effects: [Effect], _ change: (inout Form) -> Void) -> [Effect] {
    Self.form(effects).map { fill($0, change) } ?? []
  }

  /// What is wrong with a form, by field.
  static func errors(_ effects: [Effect]) -> [String: String]? {
    if case .revise(let sheet)? = effects.first { sheet.form.errors } else { nil }
  }
}
