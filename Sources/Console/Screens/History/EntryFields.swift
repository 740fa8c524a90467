import Foundation
import Procedure
import Store
import Terminal

/// The body of an entry as lines of fields and values, whatever its kind.
struct EntryFields {
  /// The running number of what the entry names by another entry.
  private let ordinal: Int?
  private let width: Int
  private let context: Context

  /// The fields of a row's act, one under the other, those within others indented.
  static func lines(of row: HistoryRow, width: Int, _ context: Context) -> [Line] {
    guard let act = row.act else { return [] }
    let fields = EntryFields(ordinal: row.ordinal, width: width, context: context)
    return fields.lines(of: act)
  }

  /// The fields of an act.
  private func lines(of act: Act) -> [Line] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data: Data?
    switch act {
    case .event(let event): data = try? encoder.encode(event)
    case .key(let event): data = try? encoder.encode(event)
    }
    guard let data, let body = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [] }
    // The kind stands above already: its own fields are what is shown.
    return body.values.flatMap { lines(of: $0, depth: 0, name: "") }
  }

  private func lines(of value: Any, depth: Int, name: String) -> [Line] {
    let indent = String(repeating: "  ", count: depth)
    switch value {
    case let object as [String: Any]:
      // A file's key is nothing to be read off a screen.
      return object.keys.sorted().filter { $0 != "fileKey" }.flatMap { key -> [Line] in
        guard let inner = object[key].map(Self.unwrapped) else { return [] }
        let label = Line(indent + context.say(EntryWords.label(key, context)) + "  ", .dim)
        if key == "parameters", let parameters = Self.parameters(inner) {
          return [label] + ParameterLines.all(of: parameters, width: width, context)
        }
        if Self.isPlain(inner) {
          return hung(label, words(inner, of: key, in: name))
        }
        return [label] + lines(of: inner, depth: depth + 1, name: key)
      }
    case let list as [Any]:
      return list.flatMap { inner -> [Line] in
        let sign = Line(indent + "· ", .dim)
        if Self.isPlain(inner) {
          return hung(sign, words(inner, of: name, in: ""))
        }
        return [sign] + lines(of: inner, depth: depth + 1, name: name)
      }
    default: return hung(Line(indent), words(value, of: name, in: ""))
    }
  }

  /// A value without the sign under which the log keeps what a case says.
  private static func unwrapped(_ value: Any) -> Any {
    guard let object = value as? [String: Any], object.count == 1 else { return value }
    return object["_0"] ?? value
  }

  /// The parameters of a cycle, which have a form of their own.
  private static func parameters(_ value: Any) -> Parameters? {
    (try? JSONSerialization.data(withJSONObject: value)).flatMap {
      try? JSONDecoder().decode(Parameters.self, from: $0)
    }
  }

  /// A value after its label, wrapped under itself.
  private func hung(_ label: Line, _ words: String) -> [Line] {
    let lead = min(label.width(), max(0, width - 8))
    let blank = Line(String(repeating: " ", count: lead))
    return Line(words).wrapped(to: max(1, width - lead)).enumerated().map {
      ($0.offset == 0 ? label : blank) + $0.element
    }
  }

  private static func isPlain(_ value: Any) -> Bool {
    switch value {
    case let object as [String: Any]: object.isEmpty
    case let list as [Any]: list.isEmpty
    default: true
    }
  }

  private func words(_ value: Any, of name: String, in parent: String) -> String {
    switch value {
    case let text as String:
      if text.isEmpty { return context.say(.none) }
      // What it names by its entry has a number that people know.
      if let ordinal, EntryWords.numbered.contains(name) { return String(ordinal) }
      if Self.people.contains(name), let person = context.cycle.people[PersonID(text)] {
        return "\(person.name) (\(text))"
      }
      if let phrase = EntryWords.reference(text, of: name, in: parent, context)
        ?? EntryWords.phrase(text, of: name, in: parent)
      {
        return context.say(phrase)
      }
      if let short = EntryWords.entry(text) { return short }
      // Keys and hashes: their beginning is enough to tell them apart.
      if text.count > 96, text.allSatisfy({ $0.isASCII && !$0.isWhitespace }) {
        return String(text.prefix(48)) + "…"
      }
      return text
    case let number as NSNumber:
      if EntryWords.truths.contains(name) {
        return context.say(number.boolValue ? Phrase.Setup.yes : .Setup.no)
      }
      if name == "tier" { return context.say(.tier(number.intValue)) }
      return number.stringValue
    default: return context.say(.none)
    }
  }

  /// The fields whose values name people.
  private static let people: Set = [
    "person", "reviewer", "reviewers", "leader", "deputy", "members", "present", "authors", "by",
  ]
}
