import Foundation
import Procedure
import Terminal

/// The registration of an application: its form, and the command that follows from it (M1, M7).
///
/// An officer registers in their own district, the secretariat in every one.
enum RegisterForm {
  /// The name of the action, of the form and of the ticket.
  static let name = "register"

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

  /// The form; nil where it is another's.
  ///
  /// - Parameter last: The last number of the year, after which the next is taken where none is
  ///   typed.
  static func form<Actor>(
    _ name: String, after last: CaseID?, _ context: Context
  ) -> ScreenForm<Actor>? {
    guard name == Self.name, isOffered(context) else { return nil }
    let next = last.flatMap { NextNumber.after($0.rawValue) }.map { CaseID($0) }
    let asks = Asks(.registration(after: next, districts(context))) { application in
      Intent(.dossier(application.id, .register(application)))
    }
    return ScreenForm(name, .Setup.register, asks, context)
  }
}

extension ActField where Value == Application {
  /// What an application is registered with.
  fileprivate static func registration(after next: CaseID?, _ districts: [District]) -> ActField {
    let parts: [ActField<Patch<Application>>] = [
      .set(
        ActField<String>.text(
          "id", .number, isRequired: next == nil,
          help: next.map { Phrase.Setup.nextNumber($0) } ?? .Setup.caseIDHelp, refused: .otherwise)
      ) {
        let typed = Form.plain($1)
        $0.id = typed.isEmpty ? next ?? "" : CaseID(typed)
      },
      .set(\.name, .text("name", .organisation, refused: .about(.name))),
      .set(\.district, .district(of: districts)),
    ]
    let application = Application(id: "", name: "", district: "", industry: "")
    return .record(application, parts + application.registration)
  }
}

extension ActField where Value == DistrictCode {
  /// The district of registration, among those that come into question (M7).
  static func district(
    of districts: [District], selected: DistrictCode? = nil,
    help: Phrase = .Case.sideArrowsHelp
  ) -> ActField {
    .one(
      of: districts.map(\.code), "district", .district, selected: selected, help: help,
      refused: .of(.unknownDistrict),
      title: { code in districts.first { $0.code == code }.map { Phrase($0.name) } ?? .none })
  }
}

extension Application {
  /// The fields of a registration in which what it says can be corrected too.
  var registration: [ActField<Patch<Application>>] {
    let sectors = ExemptSector.allCases
    return [
      .set(\.creditCode, .creditCode(creditCode)),
      .set(\.industry, .text("industry", .industry, industry, refused: .about(.industry))),
      .set(
        \.exemptSector,
        .choice(
          "sector", .Case.exemption, [(.none, nil)] + sectors.map { (.sector($0), $0) },
          selected: exemptSector.flatMap { sectors.firstIndex(of: $0) }.map { $0 + 1 } ?? 0,
          help: .Setup.sectorHelp)
      ),
      .set(
        \.encouraged,
        .several(of: Encouragement.allCases, "encouraged", .Case.encouraged, taken: encouraged) {
          .encouragement($0)
        }),
      .set(
        \.staff,
        .number(
          orNone: "staff", .Setup.staff, staff, in: .people, refused: .about(.staff))),
      .set(
        \.founded,
        .number(
          orNone: "founded", .Setup.founded, founded, in: .year, help: .Setup.yearHelp,
          refused: .about(.founded))),
      .set(
        \.modelSince,
        .number(
          orNone: "modelSince", .Setup.modelSince, modelSince, in: .year, help: .Setup.yearHelp,
          refused: .about(.modelSince))),
      .set(
        \.controlled,
        .list("controlled", .Case.controlled, controlled, refused: .about(.controlled))),
    ]
  }
}
