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
          kind: .text(TextField(finding?.note ?? "", maxLength: 500))),
      ]
    }
    fields += [
      FormField(
        id: "factors", label: context.say(Phrase.Review.keyFactors),
        kind: .area(
          TextArea(head.keyFactors.joined(separator: "\n"), maxLength: 2_000), rows: 5),
        help: context.say(Phrase.Review.keyFactorsHelp)),
      FormField(
        id: "overall", label: context.say(Phrase.Review.overall),
        kind: .area(TextArea(head.overall, maxLength: 4_000), rows: 5),
        help: context.say(Phrase.Review.overallHelp)),
      FormField(
        id: "hours", label: context.say(Phrase.Review.hours),
        kind: .text(TextField(head.hours.map(String.init) ?? "", maxLength: 4)),
        help: context.say(Phrase.Review.hoursHelp)),
    ]
    return Form(fields, name: "head")
  }

  /// Reads a form into a head.
  static func read(_ form: Form, into head: inout SheetHead) {
    for kind in FindingKind.allCases {
      let choice = (form.choice(kind.rawValue) ?? 0) - 1
      head.findings[kind] =
        Verdict.allCases.indices.contains(choice)
        ? Finding(Verdict.allCases[choice], note: form.text("\(kind.rawValue)/note")) : nil
    }
    head.keyFactors = form.text("factors").split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    head.overall = form.text("overall")
    let digits = form.text("hours").compactMap(TypedDigit.value).map(String.init).joined()
    head.hours = Int(digits)
  }
}
