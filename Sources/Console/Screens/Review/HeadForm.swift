import Foundation
import Procedure
import Terminal

/// The overall part of a sheet as a form: findings of R3, key factors, overall comment, hours.
enum HeadForm {
  /// The form of a head; what cannot be written is shown all the same.
  static func form(_ head: SheetHead, canWrite: Bool, _ context: Context) -> Form {
    var fields = FindingKind.allCases.flatMap { kind -> [FormField] in
      let finding = head.findings[kind]
      let place = finding.flatMap { Verdict.allCases.firstIndex(of: $0.verdict) }
      let options = [Phrase.Review.noVerdict] + Verdict.allCases.map(Phrase.Review.verdict)
      return [
        FormField(
          id: kind.rawValue, label: context.say(Phrase.Review.finding(kind)),
          kind: .choice(options: options.map(context.say), selected: place.map { $0 + 1 } ?? 0),
          isRequired: true, help: context.say(Phrase.Review.findingHelp(kind))),
        FormField(
          id: "\(kind.rawValue)/note", label: context.say(Phrase.Review.findingNote),
          kind: .text(
            TextField(finding?.note ?? "", maxLength: noteLimit, isProposal: true))),
      ]
    }
    fields += [
      FormField(
        id: "factors", label: context.say(Phrase.Review.keyFactors),
        kind: .area(
          TextArea(head.keyFactors.joined(separator: "\n"), maxLength: factorsLimit), rows: 5),
        help: context.say(Phrase.Review.keyFactorsHelp)),
      FormField(
        id: "overall", label: context.say(Phrase.Review.overall),
        kind: .area(TextArea(head.overall, maxLength: overallLimit), rows: 5),
        help: context.say(Phrase.Review.overallHelp)),
      FormField(
        id: "hours", label: context.say(Phrase.Review.hours),
        kind: .text(TextField(head.hours.map(String.init) ?? "", isProposal: true)),
        help: context.say(Phrase.Review.hoursHelp)),
    ]
    return Form(fields, name: "head")
  }

  /// The most characters of a note, of the key factors and of the overall comment.
  static let (noteLimit, factorsLimit, overallLimit) = (500, 2_000, 4_000)

  /// Names what is wrong with what stands in a form.
  static func nameErrors(_ form: inout Form, _ context: Context) {
    do throws(Wrong) { _ = try hours(form) } catch { form.errors["hours"] = context.say(error.why) }
    form.nameExcess(context)
  }

  private static func hours(_ form: Form) throws(Wrong) -> Int? {
    guard let hours = try TypedNumber.Unit.hours.whole(form.text("hours")) else { return nil }
    guard (0...9_999).contains(hours) else { throw Wrong(why: .Review.hoursHelp) }
    return hours
  }

  /// Reads a form into a head; hours that are none are not known.
  static func read(_ form: Form, into head: inout SheetHead) {
    for kind in FindingKind.allCases {
      let choice = (form.choice(kind.rawValue) ?? 0) - 1
      head.findings[kind] =
        Verdict.allCases.indices.contains(choice)
        ? Finding(Verdict.allCases[choice], note: form.text("\(kind.rawValue)/note")) : nil
    }
    head.keyFactors = form.text("factors").lines
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    head.overall = form.text("overall")
    head.hours = try? hours(form)
  }
}
