import Procedure
import Terminal

@testable import Console

extension Form {
  /// Fields that are wanted in some cases only.
  private static let sometimes: Set<String> = ["other", "place", "asked"]

  /// Whether it is filled in where it is empty: also why somebody is absent, where they are.
  private static func isWanted(_ field: FormField) -> Bool {
    field.isRequired || field.id.hasPrefix("absent/") || sometimes.contains(field.id)
  }

  /// The form filled in: what is shown stays, what must not be empty gets a word.
  ///
  /// - Parameter step: By how many options every choice is moved on from the one that is shown.
  func filled(choosing step: Int) -> Form {
    var form = self
    for place in form.fields.indices {
      switch form.fields[place].kind {
      case .text(let field) where field.text.isEmpty && Self.isWanted(form.fields[place]):
        let word = form.fields[place].id == "modelSince" ? "2018-03" : "1"
        form.fields[place].kind = .text(TextField(word, maxLength: 100))
      // Those that are read line by line stay as they are.
      case .area(let area, let rows)
      where !["controlled", "clauses", "absences", "decisions"].contains(form.fields[place].id):
        form.fields[place].kind = .area(
          TextArea(area.text + "字", maxLength: area.maxLength), rows: rows)
      case .choice(let options, let selected) where !options.isEmpty:
        form.fields[place].kind = .choice(
          options: options, selected: (selected + step) % options.count)
      case .multiple(let options, let selected, let cursor):
        let some = Set(options.indices.suffix(step == 0 ? options.count : 3).prefix(3))
        let taken = selected.isEmpty || step > 1 ? some : selected
        form.fields[place].kind = .multiple(options: options, selected: taken, cursor: cursor)
      default: break
      }
    }
    // A file or a text, not both.
    if form["text"] != nil, form[FormField.fileID] != nil {
      form[FormField.fileID]?.kind = .text(TextField())
    }
    return form
  }
}

/// What F5 came to.
enum FilledIn: Hashable {
  /// It is done, or asked about: what is written then.
  case does([Effect])
  /// The form stays and says why, at which fields.
  case says(Set<String>)
  /// It closed and says so; what was put in is offered again where it is of use.
  case closes
  /// Whatever nobody would want.
  case fault(String)
}

extension Desktop {
  /// Presses F5 in the form that is open, filled in so.
  mutating func fillIn(_ form: Form) -> FilledIn {
    guard case .form(var sheet) = console.overlay else { return .fault("no form is open") }
    sheet.form = form
    console.overlay = .form(sheet)
    let effects = send(.input(.key(.function(5))))
    switch console.overlay {
    case .question(let question, _):
      let then = question.choices.filter { $0.key != .escape }.flatMap(\.then)
      return then.isEmpty ? .says([]) : .does(Self.writing(then))
    case .form(let now) where !now.form.errors.isEmpty:
      let names = Set(now.form.fields.map(\.id))
      let (errors, texts) = (Set(now.form.errors.keys), form.fields.map(\.text))
      if !errors.isSubset(of: names) { return .fault("says something at no field: \(errors)") }
      if now.form.errors.values.contains(where: \.isBlank) { return .fault("says nothing") }
      if now.form.fields.map(\.text) != texts { return .fault("loses what was put in") }
      return .says(errors)
    case .form:
      let deeds = Self.writing(effects)
      if !deeds.isEmpty { return .does(deeds) }
      return console.notice?.kind == .refusal ? .says([]) : .fault("nothing happens")
    case nil:
      if let said = console.notice?.text, said == .formHadToClose || said == .formIsGone {
        return .closes
      }
      // What is only put into a draft is written when the screen is left.
      return .does(Self.writing(effects + send(.screen(.leaving))))
    case .help, .palette, .locked: return .fault("something else lies over the screen")
    }
  }

  /// The effects that write, or that hand something on.
  private static func writing(_ effects: [Effect]) -> [Effect] {
    effects.filter {
      switch $0 {
      case .load, .say, .sayWhenDone, .markUnsaved, .startTimer, .stopTimer, .keepForm, .forgetForm,
        .offerFiles:
        false
      default: true
      }
    }
  }
}
