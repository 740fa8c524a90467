import Procedure
import Terminal

extension Screen {
  /// The fields of a form that it refuses to be without, as the others stand by now: the rules
  /// themselves are asked, so that no mark says anything else than F5 will.
  func wanted(in sheet: FormSheet, _ context: Context) -> Set<String> {
    guard let form = form(sheet.id, about: sheet.about, context) else { return [] }
    var trial = sheet.form
    // What is asked for anyway stands in nobody's way.
    for field in trial.fields where field.isRequired && field.isEmpty { trial.fillIn(field.id) }
    var (wanted, tried): (Set<String>, Set<String>) = ([], [])
    while true {
      var actor = self
      guard case .faults(let faults) = form.fill(&actor, trial, context) else { return wanted }
      let open = trial.fields.filter { field in
        faults[field.id] != nil && (field.isChosen || sheet.form[field.id]?.isEmpty == true)
          && tried.insert(field.id).inserted
      }
      guard !open.isEmpty else { return wanted }
      // Who or what is taken of several lists that stand for one another is said in words.
      wanted.formUnion(open.filter(\.isWritten).map(\.id))
      for field in open { trial.fillIn(field.id) }
    }
  }
}

extension Form {
  /// What makes other fields be wanted: which choices were made, and which texts are there.
  var choices: [String] {
    fields.map { $0.isWritten ? ($0.isEmpty ? "" : "—") : $0.text }
  }

  /// Puts anything into a field.
  fileprivate mutating func fillIn(_ id: String) {
    guard var field = self[id] else { return }
    switch field.kind {
    case .text, .area: _ = field.putBack("—")
    case .choice(let options, let selected):
      field.kind = .choice(
        options: options, selected: options.isEmpty ? 0 : (selected + 1) % options.count)
    case .multiple(let options, _, let cursor):
      field.kind = .multiple(options: options, selected: [0], cursor: cursor)
    case .toggle: field.kind = .toggle(true)
    }
    self[id] = field
  }
}

extension FormField {
  /// Whether nothing was put in.
  fileprivate var isEmpty: Bool {
    switch kind {
    case .text, .area: text.allSatisfy(\.isWhitespace)
    case .multiple(_, let selected, _): selected.isEmpty
    case .choice, .toggle: false
    }
  }

  /// Whether one of several always stands in it.
  fileprivate var isChosen: Bool { if case .choice = kind { true } else { false } }
}
