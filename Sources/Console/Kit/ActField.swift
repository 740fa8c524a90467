import Foundation
import Procedure
import Terminal

/// What is wrong with a filled-in form, by the name of the field.
typealias Faults = [String: Phrase]

/// Something that was put in, as it is said once more before it is done.
typealias Fact = (label: Phrase, value: Phrase)

/// The refusals that stand under a field.
struct Refused: Sendable {
  let takes: @Sendable (Refusal.Reason) -> Bool
  /// Whether it takes what no other field takes; without one, the first field of a form does.
  var isLast = false

  /// None: what cannot be chosen wrongly.
  static let never = Refused { _ in false }
  /// What no other field of the form takes.
  static let otherwise = Refused(takes: { _ in false }, isLast: true)
  /// Dates that cannot be.
  static let dates = Refused { if case .badDates = $0 { true } else { false } }

  /// A field of the rules that was left empty.
  static func blank(_ field: Refusal.Field) -> Refused { Refused { $0 == .blank(field) } }

  /// These reasons.
  static func of(_ reasons: Refusal.Reason...) -> Refused { Refused { reasons.contains($0) } }
}

/// A field of a form with the value that stands in it: how it is shown and read, what is said of it
/// before it counts, and which refusals stand under it.
struct ActField<Value: Sendable>: Sendable {
  /// The fields of the form, most often one.
  var fields: @Sendable (Context) -> [FormField]
  /// Reads the value; nil where it cannot be read, which the faults name.
  var read: @Sendable (Form, Box) -> Value?
  /// Values with which it is asked whether the act can be done at all.
  var probes: [Value]
  /// The names of its fields with the refusals that stand under them.
  var refused: [(name: String, Refused)]
  /// What is said where there is nothing to ask with.
  var empty = Phrase.nothingToChoose

  /// What reading finds: faults, and what was put in.
  final class Box {
    var faults: Faults = [:]
    var said: [Fact] = []

    func fault<Result>(_ name: String, _ why: Phrase) -> Result? {
      faults[name] = why
      return nil
    }

    func say(_ label: Phrase, _ value: Phrase) { said.append((label, value)) }
  }

  /// The field with other values to ask with.
  func probing(_ probes: [Value]) -> ActField {
    var field = self
    field.probes = probes
    return field
  }

  /// The field with its value as another one.
  func map<Other: Sendable>(
    _ transform: @escaping @Sendable (Value) -> Other
  ) -> ActField<Other> {
    ActField<Other>(
      fields: fields,
      read: { form, box in
        let inner = Box()
        let value = read(form, inner)
        box.faults.merge(inner.faults) { $1 }
        box.said += inner.said
        return value.map(transform)
      }, probes: probes.map(transform), refused: refused, empty: empty)
  }

  /// A field as a part of a record: what was put in is set there.
  static func set<Root, Part>(
    _ path: WritableKeyPath<Root, Part> & Sendable, _ field: ActField<Part>
  ) -> ActField where Value == Patch<Root> {
    field.map { value in Patch { $0[keyPath: path] = value } }
  }

  /// A field as a part of a record, set by a closure.
  static func set<Root, Part>(
    _ field: ActField<Part>, _ set: @escaping @Sendable (inout Root, Part) -> Void
  ) -> ActField where Value == Patch<Root> {
    field.map { value in Patch { set(&$0, value) } }
  }

  /// Fields that make a record, over what is known of it.
  static func record(_ value: Value, _ parts: [ActField<Patch<Value>>]) -> ActField {
    ActField(
      fields: { context in parts.flatMap { $0.fields(context) } },
      read: { form, box in
        var value = value
        for part in parts {
          let inner = ActField<Patch<Value>>.Box()
          part.read(form, inner)?.set(&value)
          box.faults.merge(inner.faults) { $1 }
          box.said += inner.said
        }
        return box.faults.isEmpty ? value : nil
      }, probes: [value], refused: parts.flatMap(\.refused))
  }
}

/// What a field sets in a record.
struct Patch<Root>: Sendable { let set: @Sendable (inout Root) -> Void }

// MARK: Texts

extension ActField where Value == String {
  /// A text of one or several lines, without the blanks around it.
  static func text(
    _ name: String, _ label: Phrase, _ value: String = "", rows: Int = 1, isRequired: Bool = true,
    help: Phrase = .plain(""), limit: Int? = nil, refused: Refused
  ) -> ActField {
    ActField(
      fields: { context in
        [
          .text(
            name, label, value, rows: rows, isRequired: isRequired, help: help, limit: limit,
            context)
        ]
      },
      read: { form, box in
        let text = form.trimmed(name)
        box.say(label, .plain(text))
        return text
      }, probes: ["-"], refused: [(name, refused)])
  }
}

extension ActField {
  /// A line that is read as something, empty for nothing where that may be.
  static func line(
    _ name: String, _ label: Phrase, _ value: String, rows: Int = 1, isRequired: Bool = false,
    help: Phrase = .plain(""), probes: [Value], refused: Refused,
    reading: @escaping @Sendable (String) throws(Wrong) -> Value,
    saying: @escaping @Sendable (Value, String) -> Phrase = { .plain($1) }
  ) -> ActField {
    ActField(
      fields: { context in
        [
          .text(name, label, value, rows: rows, isRequired: isRequired, help: help, context)
        ]
      },
      read: { form, box in
        let text = form.trimmed(name)
        do throws(Wrong) {
          let value = try reading(text)
          box.say(label, saying(value, text))
          return value
        } catch {
          return box.fault(name, error.why)
        }
      }, probes: probes, refused: [(name, refused)])
  }
}

/// A text that is not what its field takes.
struct Wrong: Error { let why: Phrase }

extension ActField where Value == Day {
  /// A day; today unless told otherwise.
  static func day(
    _ name: String, _ label: Phrase, _ day: Day, refused: Refused = .dates
  ) -> ActField {
    .line(
      name, label, day.description, isRequired: true, help: .Case.dayHelp, probes: [day],
      refused: refused
    ) { text throws(Wrong) in
      guard let day = Day(typed: text) else { throw Wrong(why: .Case.noDay) }
      return day
    } saying: { day, _ in
      .plain(day.description)
    }
  }
}

extension ActField where Value == Int {
  /// A whole number.
  static func number(
    _ name: String, _ label: Phrase, _ value: Int? = nil, probes: [Int] = [1], refused: Refused
  ) -> ActField {
    .line(
      name, label, value?.description ?? "", isRequired: true, probes: probes, refused: refused
    ) { text throws(Wrong) in
      guard let number = try Form.whole(text) else { throw Wrong(why: .Setup.noNumber) }
      return number
    } saying: { number, _ in
      .plain("\(number)")
    }
  }
}

extension ActField where Value == Int? {
  /// A whole number, or nothing where it is not known.
  static func number(
    orNone name: String, _ label: Phrase, _ value: Int?, help: Phrase = .plain(""),
    refused: Refused
  ) -> ActField {
    .line(
      name, label, value?.description ?? "", help: help, probes: [nil], refused: refused
    ) { text throws(Wrong) in try Form.whole(text) }
  }
}

extension ActField where Value == [String] {
  /// Several names in one line.
  static func list(
    _ name: String, _ label: Phrase, _ values: [String], refused: Refused
  ) -> ActField {
    .line(
      name, label, values.joined(separator: "、"), help: .Setup.listHelp, probes: [[]],
      refused: refused
    ) { text throws(Wrong) in Form.list(text) }
  }
}

// MARK: Choices

extension ActField {
  /// One of several values that are always the same ones.
  static func choice(
    _ name: String, _ label: Phrase, _ options: [(Phrase, Value)], selected: Int = 0,
    help: Phrase = .Case.sideArrowsHelp, refused: Refused = .never
  ) -> ActField {
    ActField(
      fields: { [.choice(name, label, options.map(\.0), selected: selected, help: help, $0)] },
      read: { form, box in
        let place = form.choice(name) ?? 0
        guard options.indices.contains(place) else { return nil }
        box.say(label, options[place].0)
        return options[place].1
      }, probes: options.prefix(1).map(\.1), refused: [(name, refused)])
  }
}

extension ActField where Value: CaseIterable, Value.AllCases: Sendable {
  /// One of all values of a kind.
  static func choice(
    _ name: String, _ label: Phrase, each title: (Value) -> Phrase, selected: Value? = nil,
    refused: Refused = .never
  ) -> ActField where Value: Equatable {
    let values = Array(Value.allCases)
    return .choice(
      name, label, values.map { (title($0), $0) },
      selected: selected.flatMap(values.firstIndex) ?? 0, refused: refused)
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
}

extension ActField where Value: RawRepresentable, Value.RawValue == String {
  /// One of the things that there are now, by its name: what is gone when the form is filled in is
  /// said, and nothing else takes its place.
  static func one(
    of values: [Value], _ name: String, _ label: Phrase, selected: Value? = nil,
    help: Phrase = .Case.sideArrowsHelp, refused: Refused = .never,
    empty: Phrase = .nothingToChoose,
    facts: @escaping @Sendable (Value) -> [Fact] = { _ in [] },
    title: @escaping @Sendable (Value) -> Phrase
  ) -> ActField {
    ActField(
      fields: { context in
        [
          .choice(
            name, label, of: values.map { FormField.Option(title($0), $0.rawValue) },
            selected: selected?.rawValue, help: help, context)
        ]
      },
      read: { form, box in
        guard let raw = form.value(name) else { return box.fault(name, empty) }
        guard let value = values.first(where: { $0.rawValue == raw }) else {
          return box.fault(name, .choiceIsGone)
        }
        let facts = facts(value)
        if facts.isEmpty { box.say(label, title(value)) }
        box.said += facts
        return value
      }, probes: values, refused: [(name, refused)], empty: empty)
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

  /// A field for each of several things.
  static func each<Key: Hashable & Sendable, Part: Sendable>(
    _ keys: [Key], _ field: (Key) -> ActField<Part>
  ) -> ActField where Value == [Key: Part] {
    let parts = keys.map { ($0, field($0)) }
    return ActField(
      fields: { context in parts.flatMap { $0.1.fields(context) } },
      read: { form, box in
        var values: [Key: Part] = [:]
        for (key, part) in parts {
          let inner = ActField<Part>.Box()
          values[key] = part.read(form, inner)
          box.faults.merge(inner.faults) { $1 }
          box.said += inner.said
        }
        return box.faults.isEmpty ? values : nil
      },
      probes: [
        Dictionary(uniqueKeysWithValues: parts.compactMap { k, p in p.probes.last.map { (k, $0) } })
      ],
      refused: parts.flatMap(\.1.refused))
  }
}

extension Form {
  /// The text of a field without the blanks around it.
  func trimmed(_ name: String) -> String {
    text(name).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A whole number as people type it; nil for nothing.
  static func whole(_ text: String) throws(Wrong) -> Int? {
    let plain = text.precomposedStringWithCompatibilityMapping
      .filter { !$0.isWhitespace && $0 != "," }
    if plain.isEmpty { return nil }
    guard let number = Int(plain) else { throw Wrong(why: .Setup.noNumber) }
    return number
  }

  /// Numbers and names of the log: half width, without blanks.
  static func plain(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
  }

  /// Several names in one field, apart by 、 or what people type for it.
  static func list(_ text: String) -> [String] {
    text.split { "、，,;；".contains($0) }
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
  }
}
