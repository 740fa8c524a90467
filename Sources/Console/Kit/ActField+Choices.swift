import Procedure
import Terminal

extension ActField {
  /// One of several values by their names: what is gone when the form is filled in is said, and
  /// nothing else takes its place.
  private static func among(
    _ options: [(title: Phrase, id: String, value: Value)], _ name: String, _ label: Phrase,
    selected: String?, help: Phrase, probes: [Value], refused: Refused,
    empty: Phrase = .nothingToChoose, facts: @escaping @Sendable (Value) -> [Fact] = { _ in [] }
  ) -> ActField {
    ActField(
      fields: { context in
        [
          .choice(
            name, label, of: options.map { FormField.Option($0.title, $0.id) },
            selected: selected, help: help, context)
        ]
      },
      read: { form, box in
        let id = form.value(name) ?? ""
        guard let option = options.first(where: { $0.id == id }) else {
          return box.fault(name, id.isEmpty ? empty : .choiceIsGone)
        }
        let facts = facts(option.value)
        if facts.isEmpty { box.say(label, option.title) }
        box.said += facts
        return option.value
      }, probes: probes, refused: [(name, refused)], empty: empty)
  }

  /// One of several values that are always the same ones.
  static func choice(
    _ name: String, _ label: Phrase, _ options: [(Phrase, Value)], selected: Int = 0,
    help: Phrase = .Case.sideArrowsHelp, refused: Refused = .never
  ) -> ActField {
    among(
      options.enumerated().map { ($0.element.0, "\($0.offset)", $0.element.1) }, name, label,
      selected: "\(selected)", help: help, probes: options.prefix(1).map(\.1), refused: refused)
  }

  /// One of the things that there are now, by what tells it from the others.
  static func one(
    of values: [Value], by id: (Value) -> String, _ name: String, _ label: Phrase,
    selected: Value? = nil, help: Phrase = .Case.sideArrowsHelp, refused: Refused = .never,
    empty: Phrase = .nothingToChoose,
    facts: @escaping @Sendable (Value) -> [Fact] = { _ in [] }, title: (Value) -> Phrase
  ) -> ActField {
    among(
      values.map { (title($0), id($0), $0) }, name, label, selected: selected.map(id), help: help,
      probes: values, refused: refused, empty: empty, facts: facts)
  }

  /// One of the things that there are now, by its name, or none.
  static func one<Element: RawRepresentable & Sendable>(
    of values: [Element], orNone none: Phrase, _ name: String, _ label: Phrase,
    selected: Element? = nil, help: Phrase = .Case.sideArrowsHelp, refused: Refused = .never,
    title: (Element) -> Phrase
  ) -> ActField where Value == Element?, Element.RawValue == String {
    among(
      [(none, "", nil)] + values.map { (title($0), $0.rawValue, $0) }, name, label,
      selected: selected?.rawValue, help: help, probes: [nil], refused: refused)
  }
}

extension ActField where Value: RawRepresentable, Value.RawValue == String {
  /// One of the things that there are now, by its name.
  static func one(
    of values: [Value], _ name: String, _ label: Phrase, selected: Value? = nil,
    help: Phrase = .Case.sideArrowsHelp, refused: Refused = .never,
    empty: Phrase = .nothingToChoose,
    facts: @escaping @Sendable (Value) -> [Fact] = { _ in [] }, title: (Value) -> Phrase
  ) -> ActField {
    .one(
      of: values, by: \.rawValue, name, label, selected: selected, help: help, refused: refused,
      empty: empty, facts: facts, title: title)
  }
}

extension ActField where Value: CaseIterable, Value.AllCases: Sendable {
  /// One of all values of a kind.
  static func choice(
    _ name: String, _ label: Phrase, each title: (Value) -> Phrase, selected: Value? = nil,
    help: Phrase = .Case.sideArrowsHelp, refused: Refused = .never
  ) -> ActField where Value: Equatable {
    let values = Array(Value.allCases)
    return .choice(
      name, label, values.map { (title($0), $0) },
      selected: selected.flatMap(values.firstIndex) ?? 0, help: help, refused: refused)
  }
}

extension ActField where Value == Bool {
  /// One of two.
  static func choice(
    _ name: String, _ label: Phrase, _ yes: Phrase, or no: Phrase, startsWithNo: Bool = false,
    refused: Refused = .never
  ) -> ActField {
    let options = startsWithNo ? [(no, false), (yes, true)] : [(yes, true), (no, false)]
    return ActField<Bool>.choice(name, label, options, refused: refused).probing([true, false])
  }

  /// Yes or no, by the space key.
  static func toggle(_ name: String, _ label: Phrase, _ isOn: Bool) -> ActField {
    ActField(
      fields: { [FormField(id: name, label: $0.say(label), kind: .toggle(isOn))] },
      read: { form, _ in form.isOn(name) }, probes: [isOn], refused: [(name, .never)])
  }
}

extension ActField {
  /// Any of the things that there are now, by their names.
  static func several<Element: RawRepresentable & Sendable>(
    of values: [Element], _ name: String, _ label: Phrase, taken: [Element],
    isRequired: Bool = false, help: Phrase = .History.kindsHelp, refused: Refused = .never,
    title: @escaping @Sendable (Element) -> Phrase
  ) -> ActField where Value == [Element], Element.RawValue == String {
    ActField(
      fields: { context in
        [
          .several(
            name, label, of: values.map { FormField.Option(title($0), $0.rawValue) },
            taken: Set(taken.map(\.rawValue)), isRequired: isRequired, help: help, context)
        ]
      },
      read: { form, box in
        let raw = form.values(name)
        let found = raw.compactMap { raw in values.first { $0.rawValue == raw } }
        guard found.count == raw.count else { return box.fault(name, .choiceIsGone) }
        box.say(label, .list(found.map(title)))
        return found
      }, probes: [taken.isEmpty ? values : taken], refused: [(name, refused)])
  }

  /// Several fields under one another.
  static func all<Part: Sendable>(_ parts: [ActField<Part>]) -> ActField where Value == [Part] {
    ActField(
      fields: { context in parts.flatMap { $0.fields(context) } },
      read: { form, box in
        let values = parts.compactMap { $0.read(form, box) }
        return box.faults.isEmpty ? values : nil
      }, probes: [parts.compactMap(\.probes.last)], refused: parts.flatMap(\.refused),
      ground: parts.flatMap(\.ground))
  }

  /// A field for each of several things.
  static func each<Key: Hashable & Sendable, Part: Sendable>(
    _ keys: [Key], _ field: (Key) -> ActField<Part>
  ) -> ActField where Value == [Key: Part] {
    ActField<[(Key, Part)]>.all(keys.map { key in field(key).map { (key, $0) } })
      .map { Dictionary($0) { $1 } }
  }
}
