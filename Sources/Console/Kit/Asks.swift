import Foundation
import Procedure
import Terminal

/// What a form asks for, and what follows from the values that are put in.
///
/// It is made of typed fields: their values reach what follows by their types, none by its place in
/// a list that may be another by then.
struct Asks<Outcome: Sendable>: Sendable {
  /// What a filled-in form says.
  enum Reading: Sendable {
    /// What follows, what is said before it is done, and what is asked about even where nothing else
    /// is.
    case outcome(Outcome, said: [Fact], doubts: [Phrase])
    case faults(Faults)
  }

  /// Words over the fields that are said again before it is done.
  var lead: [Phrase]
  /// Words over the fields alone.
  var lines: [Phrase]
  /// The fields, filled in with what is known.
  let fields: @Sendable (Context) -> [FormField]
  /// Reads a filled-in form.
  let read: @Sendable (Form) -> Reading
  /// What could follow, to find out whether the act can be done at all.
  let probes: @Sendable () -> [Outcome]
  /// The names of the fields with the refusals that stand under them, in their order.
  let refused: [(name: String, Refused)]
  /// What is said where there is nothing to ask with.
  let empty: Phrase?
  /// What is known and shown in no field.
  let ground: [String]

  /// A form of these fields.
  init<each Value: Sendable>(
    _ field: repeat ActField<each Value>, lead: [Phrase] = [], lines: [Phrase] = [],
    leadsTo outcome: @escaping @Sendable (repeat each Value) -> Outcome
  ) {
    (self.lead, self.lines) = (lead, lines)
    var empty: Phrase?
    for field in repeat each field {
      if field.probes.isEmpty { empty = empty ?? field.empty }
    }
    self.empty = empty
    var refused: [(name: String, Refused)] = []
    for field in repeat each field { refused += field.refused }
    self.refused = refused
    var ground: [String] = []
    for field in repeat each field { ground += field.ground }
    self.ground = ground
    fields = { context in
      var fields: [FormField] = []
      for field in repeat each field { fields += field.fields(context) }
      return fields
    }
    read = { form in
      let box = FormReading()
      func known<Part>(_ value: Part?) throws(Wrong) -> Part {
        guard let value else { throw Wrong(why: .plain("")) }
        return value
      }
      let values = (repeat (each field).read(form, box))
      guard box.faults.isEmpty, let outcome = try? outcome(repeat known(each values)) else {
        return .faults(box.faults)
      }
      return .outcome(outcome, said: box.said, doubts: box.doubts)
    }
    probes = {
      var total = 1
      for field in repeat each field { total *= field.probes.count }
      return (0..<total).map { number in
        var rest = number
        func pick<Part>(_ probes: [Part]) -> Part {
          defer { rest /= probes.count }
          return probes[rest % probes.count]
        }
        return outcome(repeat pick((each field).probes))
      }
    }
  }

  /// The field under which a refusal stands.
  func place(of refusal: Refusal) -> String { taker(of: refusal)?.name ?? "" }

  /// A refusal under the field where it stands.
  func faults(_ refusal: Refusal, _ context: Context) -> Faults {
    [
      place(of: refusal): taker(of: refusal)?.1.words[refusal.reason]
        ?? Notices.sentence(refusal, context)
    ]
  }

  /// Whether what is refused can be mended in the form: one of its fields asks for it.
  func mends(_ refusal: Refusal) -> Bool { refused.contains { $0.1.takes(refusal.reason) } }

  private func taker(of refusal: Refusal) -> (name: String, Refused)? {
    refused.first { $0.1.takes(refusal.reason) } ?? refused.first { $0.1.isLast }
      ?? refused.first
  }

  /// The same form with something else that follows.
  func map<Other: Sendable>(
    _ transform: @escaping @Sendable (Outcome) -> Other
  ) -> Asks<Other> {
    Asks<Other>(mapping: self, transform)
  }

  private init<Source: Sendable>(
    mapping source: Asks<Source>, _ transform: @escaping @Sendable (Source) -> Outcome
  ) {
    (lead, lines, fields) = (source.lead, source.lines, source.fields)
    (refused, empty, ground) = (source.refused, source.empty, source.ground)
    read = { form in
      switch source.read(form) {
      case .outcome(let outcome, let said, let doubts):
        .outcome(transform(outcome), said: said, doubts: doubts)
      case .faults(let faults): .faults(faults)
      }
    }
    probes = { source.probes().map(transform) }
  }
}
