import Procedure
import Terminal

/// Fields of forms with their words in the language of the screen.
extension FormField {
  /// One of several options, none of which may be missing.
  static func choice(
    _ id: String, _ label: Phrase, _ options: [Phrase], selected: Int = 0, _ context: Context
  ) -> FormField {
    FormField(
      id: id, label: context.say(label),
      kind: .choice(options: options.map(context.say), selected: selected),
      help: context.say(Phrase.Case.sideArrowsHelp))
  }

  /// One line of text.
  static func line(
    _ id: String, _ label: Phrase, _ text: String = "", isRequired: Bool = false,
    help: Phrase = .plain(""), _ context: Context
  ) -> FormField {
    FormField(
      id: id, label: context.say(label), kind: .text(TextField(text, maxLength: 1000)),
      isRequired: isRequired, help: context.say(help))
  }

  /// A text of several lines.
  static func area(
    _ id: String, _ label: Phrase, text: String = "", rows: Int = 5, isRequired: Bool = true,
    help: Phrase = .plain(""), _ context: Context
  ) -> FormField {
    FormField(
      id: id, label: context.say(label),
      kind: .area(
        TextArea(text, maxLength: 4000, room: Size(width: 60, height: rows)), rows: rows),
      isRequired: isRequired, help: context.say(help))
  }

  /// A person out of all there are, or nobody.
  static func person(_ id: String, _ label: Phrase, _ context: Context) -> FormField {
    .choice(
      id, label, [.none] + context.everybody.map { .plain("\(context.name($0))（\($0)）") }, context)
  }
}

extension Form {
  /// What was chosen out of several values; the first where the form says nothing.
  func chosen<Value>(_ id: String, of values: [Value]) -> Value? {
    values.isEmpty ? nil : values[min(max(0, choice(id) ?? 0), values.count - 1)]
  }

  /// The person chosen in a field of people; nil for nobody.
  func person(_ id: String, _ context: Context) -> PersonID? {
    let everybody = context.everybody
    guard let place = choice(id), everybody.indices.contains(place - 1) else { return nil }
    return everybody[place - 1]
  }
}

extension Context {
  /// Everybody who was ever invited, by name in the log.
  var everybody: [PersonID] { cycle.people.keys.sorted() }
}
