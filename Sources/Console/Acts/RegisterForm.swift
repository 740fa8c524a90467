import Foundation
import Procedure
import Terminal

/// The registration of an application: its form, and the command that follows from it (M1, M7).
///
/// An officer registers in their own district, the secretariat in every one.
struct RegisterForm: Sendable, Hashable {
  /// The credit code of which a warning was given already.
  private var warnedCode: String?
  /// The number after the last one of the year, taken where none is typed.
  private var next: CaseID?

  /// The districts in which a person may register.
  private static func districts(_ context: Context) -> [District] {
    let all = context.parameters.districts
    guard !context.acts(as: .secretariat), let person = context.person else { return all }
    return all.filter { $0.code == context.cycle.people[person]?.district }
  }

  /// Whether a person may register at all.
  static func isOffered(_ context: Context) -> Bool {
    context.acts(as: .secretariat) || context.acts(as: .districtOfficer)
  }

  /// Whether an application can come in now, as the rules say for one that is faultless (M7).
  static func availability(_ context: Context) -> Availability {
    let sample = Application(
      id: "0", name: "0", district: districts(context).first?.code ?? "", industry: "0")
    guard let refusal = context.refusal(of: .dossier(sample.id, .register(sample))) else {
      return .available
    }
    switch refusal.reason {
    case .noCycle, .noCall, .callNotOpen, .callOver:
      return .disabled(Notices.sentence(refusal, context))
    default: return .available
    }
  }

  /// The empty form; a warning given before is forgotten.
  ///
  /// - Parameter last: The last number of the year, after which the next is proposed.
  mutating func begin(after last: CaseID?, _ context: Context) -> FormSheet {
    (warnedCode, next) = (nil, last.flatMap { NextNumber.after($0.rawValue) }.map { CaseID($0) })
    return sheet(context)
  }

  private func sheet(_ context: Context) -> FormSheet {
    let districts = Self.districts(context)
    let numberHelp = next.map { Phrase.Setup.nextNumber($0) } ?? .Setup.caseIDHelp
    let sectors =
      [context.say(Phrase.none)] + ExemptSector.allCases.map { context.say(.sector($0)) }
    return FormSheet(
      id: "register", title: Phrase.Setup.register.bare,
      form: Form([
        .line("id", .number, "", isRequired: next == nil, help: numberHelp, context),
        .line("name", .organisation, "", isRequired: true, context),
        .line("creditCode", .Case.creditCode, "", help: .Setup.codeHelp, context),
        .choice(
          "district", .district,
          of: districts.map { FormField.Option(Phrase($0.name), $0.code.rawValue) }, context),
        .line("industry", .industry, "", isRequired: true, context),
        FormField(
          id: "sector", label: context.say(Phrase.Case.exemption),
          kind: .choice(options: sectors, selected: 0), help: context.say(Phrase.Setup.sectorHelp)),
        FormField(
          id: "encouraged", label: context.say(Phrase.Case.encouraged),
          kind: .multiple(
            options: Encouragement.allCases.map { context.say(.encouragement($0)) },
            selected: [], cursor: 0), help: context.say(Phrase.History.kindsHelp)),
        .line("staff", .Setup.staff, "", context),
        .line("founded", .Setup.founded, "", help: .Setup.yearHelp, context),
        .line("modelSince", .Setup.modelSince, "", help: .Setup.yearHelp, context),
        .line("controlled", .Case.controlled, "", help: .Setup.listHelp, context),
      ]))
  }

  /// Registers what the form says, or names what is wrong with it.
  mutating func fill(_ form: Form, _ context: Context) -> [Effect] {
    var errors: [String: Phrase] = [:]
    func number(_ field: String) -> Int? {
      let text = SetupScreen.plain(form.text(field))
      if text.isEmpty { return nil }
      let number = Int(text)
      if number == nil { errors[field] = .Setup.noNumber }
      return number
    }
    let sector = (form.choice("sector") ?? 0) - 1
    let code = CreditCode(form.text("creditCode"))
    let typed = SetupScreen.plain(form.text("id"))
    let application = Application(
      id: typed.isEmpty ? next ?? CaseID(typed) : CaseID(typed),
      name: SetupScreen.trimmed(form.text("name")),
      creditCode: code.text,
      district: DistrictCode(form.value("district") ?? ""),
      industry: SetupScreen.trimmed(form.text("industry")),
      exemptSector: ExemptSector.allCases.indices.contains(sector)
        ? ExemptSector.allCases[sector] : nil,
      encouraged: form.selection("encouraged").sorted().map { Encouragement.allCases[$0] },
      staff: number("staff"), founded: number("founded"), modelSince: number("modelSince"),
      controlled: SetupScreen.list(form.text("controlled")))
    let command = Command.dossier(application.id, .register(application))
    if let refusal = context.refusal(of: command) {
      errors[Self.field(of: refusal)] = Notices.sentence(refusal, context)
    } else if errors.isEmpty, !code.text.isEmpty, let fault = code.fault,
      warnedCode != code.text
    {
      // Some real codes fail the check: said once, then taken as it stands.
      warnedCode = code.text
      errors["creditCode"] = .Setup.codeWarning(fault)
    }
    guard errors.isEmpty else {
      var sheet = sheet(context)
      sheet.form = form
      sheet.form.errors = errors.mapValues(context.say)
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    return [.perform([command], ticket: "register")]
  }

  private static func field(of refusal: Refusal) -> String {
    switch refusal.reason {
    case .blank(.name): "name"
    case .blank(.industry): "industry"
    case .unknownDistrict: "district"
    default: "id"
    }
  }
}
