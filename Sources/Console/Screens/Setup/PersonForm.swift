import Procedure
import Terminal

/// A new person, or one who is there to be changed.
enum PersonForm {
  static func form(of old: Person?, _ context: Context) -> ScreenForm<PeoplePage> {
    let title: Phrase = old == nil ? .Setup.invite : .Setup.changePerson
    let asks = Asks(
      .person(old, context),
      lines: [old.map { .plain("\($0.name)  \($0.id)") } ?? .Setup.inviteMeans]
    ) { $0 }
    return ScreenForm("person", title, about: old?.id.rawValue ?? "", asks, context) {
      _, person, context in
      .perform(
        Intent(.cycle(old == nil ? .invite(person) : .change(person))), as: title, ticket: "change",
        doing: old == nil ? .invite(person, ticket: "invite") : nil, asks, context)
    }
  }
}

extension ActField where Value == Person {
  fileprivate static func person(_ old: Person?, _ context: Context) -> ActField {
    let number: [ActField<Patch<Person>>] = [
      .set(
        \.id,
        .number(
          "id", .number, help: .Setup.personIDHelp, refused: .of(.numberTaken, .blank(.number))))
    ]
    let districts = context.parameters.districts
    let person = old ?? Person(id: "", name: "", roles: [.expert])
    return .record(
      person,
      (old == nil ? number : []) + [
        .set(\.name, .text("name", .Setup.personName, person.name, refused: .otherwise)),
        .set(
          \.roles,
          .several(
            of: Procedure.Role.allCases, "roles", .Setup.roles, taken: person.roles,
            isRequired: true
          ) { .role($0) }),
        .set(
          \.district,
          .one(
            of: districts.map(\.code), orNone: .none, "district", .district,
            selected: person.district, help: .Setup.districtHelp,
            refused: .of(.unknownDistrict, .blank(.district))
          ) { .districtOf($0, context.parameters) }),
        .set(
          \.employer,
          .text(
            "employer", .Setup.employer, person.employer, isRequired: false,
            help: .Setup.employerHelp, refused: .about(.employer))),
        .set(
          \.consultancies,
          .list(
            "consultancies", .Setup.consultancies, person.consultancies,
            refused: .about(.consultancies))),
        .set(
          \.expertise,
          .list("expertise", .Setup.expertise, person.expertise, refused: .about(.expertise))),
      ])
  }
}
