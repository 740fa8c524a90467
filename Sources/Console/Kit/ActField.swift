import Foundation
import Procedure
import Terminal

/// What is wrong with a filled-in form, by the name of the field.
typealias Faults = [String: Phrase]

/// Something that was put in, as it is said once more before it is done.
typealias Fact = (label: Phrase, value: Phrase)

/// A field of a form with the value that stands in it: how it is shown and read, what is said of it
/// before it counts, and which refusals stand under it.
struct ActField<Value: Sendable>: Sendable {
  /// The fields of the form, most often one.
  var fields: @Sendable (Context) -> [FormField]
  /// Reads the value; nil where it cannot be read, which the faults name.
  var read: @Sendable (Form, FormReading) -> Value?
  /// Values with which it is asked whether the act can be done at all.
  var probes: [Value]
  /// The names of its fields with the refusals that stand under them.
  var refused: [(name: String, Refused)]
  /// What is said where there is nothing to ask with.
  var empty = Phrase.nothingToChoose
  /// What is known and shown in no field: where it is another by the time the form is filled in,
  /// that is said and nothing is done.
  var ground: [String] = []

  /// What is known, and not asked for.
  static func known(_ value: Value) -> ActField {
    ActField(
      fields: { _ in [] }, read: { _, _ in value }, probes: [value], refused: [],
      ground: ["\(value)"])
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
      read: { form, box in read(form, box).map(transform) }, probes: probes.map(transform),
      refused: refused, empty: empty, ground: ground)
  }

  /// A field in which one of several has to be chosen.
  func required<Part: Sendable>(
    _ name: String, _ why: Phrase, probes: [Part]
  ) -> ActField<Part> where Value == Part? {
    ActField<Part>(
      fields: { [fields] context in
        fields(context).map { field in
          var field = field
          if field.id == name { field.isRequired = true }
          return field
        }
      },
      read: { form, box in read(form, box).flatMap { $0 ?? box.fault(name, why) } },
      probes: probes, refused: refused, empty: empty, ground: ground)
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
        for part in parts { part.read(form, box)?.set(&value) }
        return box.faults.isEmpty ? value : nil
      }, probes: [value], refused: parts.flatMap(\.refused), ground: parts.flatMap(\.ground))
  }
}

/// What reading a form finds: faults, and what was put in.
final class FormReading {
  var faults: Faults = [:]
  var said: [Fact] = []
  /// What is asked about once before it counts.
  var doubts: [Phrase] = []

  func fault<Result>(_ name: String, _ why: Phrase) -> Result? {
    faults[name] = why
    return nil
  }

  func say(_ label: Phrase, _ value: Phrase) { said.append((label, value)) }
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

  /// A file to be read.
  static func file(_ text: String = "", help: Phrase = .plain("")) -> ActField {
    path { .file(text, isRequired: true, help: help, $0) }
  }

  /// A file to be written.
  static func target(_ label: Phrase, _ name: Phrase, help: Phrase) -> ActField {
    path { .target(label, name, help: help, $0) }
  }

  private static func path(_ field: @escaping @Sendable (Context) -> FormField) -> ActField {
    ActField(
      fields: { [field($0)] }, read: { form, _ in form.trimmed(FormField.fileID) }, probes: ["-"],
      refused: [(FormField.fileID, .otherwise)])
  }
}

extension ActField {
  /// A line that is read as something, empty for nothing where that may be.
  static func line(
    _ name: String, _ label: Phrase, _ value: String, rows: Int = 1, isRequired: Bool = false,
    help: Phrase = .plain(""), probes: [Value], refused: Refused,
    reading: @escaping @Sendable (String) throws(Wrong) -> Value,
    saying: @escaping @Sendable (Value, String) -> Phrase = { .plain($1) },
    doubting: @escaping @Sendable (Value) -> [Phrase]? = { _ in nil }
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
          box.doubts += doubting(value) ?? []
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

extension ActField where Value == Day? {
  /// A day, or nothing where all of them are meant.
  static func day(
    orNone name: String, _ label: Phrase, _ day: Day?, help: Phrase
  ) -> ActField {
    .line(
      name, label, day?.description ?? "", help: help, probes: [nil], refused: .dates
    ) { text throws(Wrong) in
      if text.isEmpty { return nil }
      guard let day = Day(typed: text) else { throw Wrong(why: .Case.noDay) }
      return day
    }
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

extension Form {
  /// The text of a field without the blanks around it.
  func trimmed(_ name: String) -> String {
    text(name).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Figures and letters in half width, everything else as it is.
  static func halfWidth(_ text: String) -> String {
    String(
      text.map { character in
        let half = String(character).precomposedStringWithCompatibilityMapping
        guard half != String(character), half.count == 1, let plain = half.first, plain.isASCII,
          plain.isLetter || plain.isNumber
        else { return character }
        return plain
      })
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
