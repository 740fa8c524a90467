import Procedure
import Terminal

/// Fields of forms with their words in the language of the screen.
extension FormField {
  /// One of several options, none of which may be missing.
  static func choice(
    _ id: String, _ label: Phrase, _ options: [Phrase], selected: Int = 0,
    help: Phrase = .Case.sideArrowsHelp, _ context: Context
  ) -> FormField {
    FormField(
      id: id, label: context.say(label),
      kind: .choice(options: options.map(context.say), selected: selected),
      help: context.say(help))
  }

  /// An option and the name of what it stands for; none for what stands for nothing.
  struct Option {
    var title: Phrase
    var value: String

    init(_ title: Phrase, _ value: String = "") { (self.title, self.value) = (title, value) }
  }

  /// One of several options that stand for things by their names.
  static func choice(
    _ id: String, _ label: Phrase, of options: [Option], selected: String? = nil,
    help: Phrase = .Case.sideArrowsHelp, _ context: Context
  ) -> FormField {
    var field = FormField.choice(
      id, label, options.map(\.title),
      selected: options.firstIndex { $0.value == selected } ?? 0, context)
    (field.values, field.help) = (options.map(\.value), context.say(help))
    return field
  }

  /// Any of several options that stand for things by their names.
  static func several(
    _ id: String, _ label: Phrase, of options: [Option], taken: Set<String>,
    isRequired: Bool = false, help: Phrase = .History.kindsHelp, _ context: Context
  ) -> FormField {
    var field = FormField(
      id: id, label: context.say(label),
      kind: .multiple(
        options: options.map { context.say($0.title) },
        selected: Set(options.indices.filter { taken.contains(options[$0].value) }), cursor: 0),
      isRequired: isRequired, help: context.say(help))
    field.values = options.map(\.value)
    return field
  }

  /// One line of text.
  static func line(
    _ id: String, _ label: Phrase, _ text: String = "", isRequired: Bool = false,
    help: Phrase = .plain(""), limit: Int? = nil, _ context: Context
  ) -> FormField {
    FormField(
      id: id, label: context.say(label),
      kind: .text(TextField(text, maxLength: limit ?? 1000, isProposal: !text.isEmpty)),
      isRequired: isRequired, help: context.say(help))
  }

  /// A text of several lines.
  static func area(
    _ id: String, _ label: Phrase, text: String = "", rows: Int = 5, isRequired: Bool = true,
    help: Phrase = .plain(""), limit: Int? = nil, _ context: Context
  ) -> FormField {
    FormField(
      id: id, label: context.say(label),
      kind: .area(
        TextArea(text, maxLength: limit ?? 4000, room: Size(width: 60, height: rows)), rows: rows),
      isRequired: isRequired, help: context.say(help))
  }

  /// A text of one line or of several.
  static func text(
    _ id: String, _ label: Phrase, _ text: String, rows: Int, isRequired: Bool, help: Phrase,
    limit: Int? = nil, _ context: Context
  ) -> FormField {
    rows == 1
      ? .line(id, label, text, isRequired: isRequired, help: help, limit: limit, context)
      : .area(
        id, label, text: text, rows: rows, isRequired: isRequired, help: help, limit: limit, context
      )
  }
}

extension Form {
  /// Names the fields whose text is longer than they take: nothing of it is dropped, and the form is
  /// not done before it is short enough.
  mutating func nameExcess(_ context: Context) {
    for field in fields {
      if let excess = field.excess {
        errors[field.id] = context.say(.tooLong(excess.count, limit: excess.limit))
      }
    }
  }
}

extension Context {
  /// Everybody who was ever invited, by name in the log.
  var everybody: [PersonID] { cycle.people.keys.sorted() }
}
