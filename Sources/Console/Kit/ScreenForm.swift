import Procedure
import Terminal

/// A form of a screen with what follows from it.
///
/// It is made from the screen as it is now, when it is opened and again when it is filled in: what
/// it says stands for names, so that others' changes in between do no harm.
struct ScreenForm<Actor>: Sendable {
  /// What a filled-in form leads to.
  enum Outcome: Sendable {
    case effects([Effect])
    /// What is wrong, by field; the form stays.
    case faults([String: Phrase])
  }

  /// The form as it opens.
  var sheet: FormSheet
  /// What follows once it is filled in.
  var fill: @Sendable (inout Actor, Form, Context) -> Outcome

  /// A form.
  init(
    _ sheet: FormSheet, fill: @escaping @Sendable (inout Actor, Form, Context) -> Outcome
  ) {
    (self.sheet, self.fill) = (sheet, fill)
  }
}

extension Screen {
  /// Opens a form of this screen as it is now; nothing where there is none.
  func open(_ name: String, about: String = "", _ context: Context) -> [Effect] {
    form(name, about: about, context).map { [.open($0.sheet)] } ?? []
  }

  /// What follows from a form that was filled in; what is wrong with it stands in its fields.
  mutating func fill(_ sheet: FormSheet, _ context: Context) -> [Effect] {
    guard let form = form(sheet.id, about: sheet.about, context) else { return [.closeForm] }
    switch form.fill(&self, sheet.form, context) {
    case .effects(let effects): return effects
    case .faults(let faults):
      var sheet = sheet
      sheet.lines = form.sheet.lines
      sheet.form.errors = faults.mapValues(context.say)
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
  }

  /// Whether a form is one of the screen's.
  func knows(_ sheet: FormSheet, _ context: Context) -> Bool {
    form(sheet.id, about: sheet.about, context) != nil
  }
}
