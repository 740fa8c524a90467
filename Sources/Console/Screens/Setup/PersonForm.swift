import Foundation
import Procedure
import Terminal

/// A new person, or one who is there to be changed.
enum PersonForm {
  static func form(of person: Person?, _ context: Context) -> ScreenForm<PeoplePage> {
    ScreenForm(sheet(person, context)) { _, form, context in fill(person, form, context) }
  }

  private static func sheet(_ person: Person?, _ context: Context) -> FormSheet {
    let roles = Procedure.Role.allCases
    let districts = context.parameters.districts
    let taken = roles.indices.filter { person?.roles.contains(roles[$0]) ?? (roles[$0] == .expert) }
    var fields: [FormField] = []
    if person == nil {
      fields.append(
        .line("id", .number, "", isRequired: true, help: .Setup.personIDHelp, context))
    }
    fields += [
      .line("name", .Setup.personName, person?.name ?? "", isRequired: true, context),
      FormField(
        id: "roles", label: context.say(Phrase.Setup.roles),
        kind: .multiple(
          options: roles.map { context.say(.role($0)) }, selected: Set(taken), cursor: 0),
        isRequired: true, help: context.say(Phrase.History.kindsHelp)),
      .choice(
        "district", .district,
        of: [FormField.Option(.none)]
          + districts.map { FormField.Option(Phrase($0.name), $0.code.rawValue) },
        selected: person?.district?.rawValue, help: .Setup.districtHelp, context),
      .line(
        "employer", .Setup.employer, person?.employer ?? "", help: .Setup.employerHelp, context),
      .line(
        "consultancies", .Setup.consultancies,
        (person?.consultancies ?? []).joined(separator: "、"), help: .Setup.listHelp, context),
      .line(
        "expertise", .Setup.expertise, (person?.expertise ?? []).joined(separator: "、"),
        help: .Setup.listHelp, context),
    ]
    return FormSheet(
      id: "person",
      title: (person == nil ? Phrase.Setup.invite : .Setup.changePerson).bare,
      lines: [person.map { .plain("\($0.name)  \($0.id)") } ?? .Setup.inviteMeans],
      about: person?.id.rawValue ?? "",
      form: Form(fields))
  }

  private static func fill(
    _ old: Person?, _ form: Form, _ context: Context
  ) -> ScreenForm<PeoplePage>.Outcome {
    let person = Person(
      id: old?.id ?? PersonID(Form.plain(form.text("id"))),
      name: form.trimmed("name"),
      roles: form.selection("roles").sorted().map { Procedure.Role.allCases[$0] },
      district: form.value("district").map { DistrictCode($0) },
      employer: form.trimmed("employer"),
      consultancies: Form.list(form.text("consultancies")),
      expertise: Form.list(form.text("expertise")), active: old?.active ?? true)
    let command = Command.cycle(old == nil ? .invite(person) : .change(person))
    if let refusal = context.refusal(of: command) {
      let field =
        switch refusal.reason {
        case .numberTaken, .blank(.number): old == nil ? "id" : "name"
        case .unknownDistrict: "district"
        default: "name"
        }
      return .faults([field: Notices.sentence(refusal, context)])
    }
    return .effects(
      [old == nil ? .invite(person, ticket: "invite") : .perform([command], ticket: "change")])
  }
}
