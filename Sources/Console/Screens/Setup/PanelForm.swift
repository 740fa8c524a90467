import Procedure
import Terminal

/// A new panel, or one that is there to be changed (R1).
enum PanelForm {
  static func form(of old: Panel?, _ context: Context) -> ScreenForm<PanelsPage> {
    let parameters = context.parameters
    let asks = Asks(
      .panel(old, context),
      lines: [.Setup.panelSizes(parameters.panelSize, parameters.onSitePanelSize)]
    ) { Intent(.cycle(old == nil ? .formPanel($0) : .changePanel($0))) }
    return ScreenForm(
      "panel", old == nil ? .Setup.formPanel : .Setup.changePanel, about: old?.id.rawValue ?? "",
      asks, context)
  }
}

extension ActField where Value == Panel {
  fileprivate static func panel(_ old: Panel?, _ context: Context) -> ActField {
    // Experts who may sit in a panel, by name in the log, and who sits in it already.
    let experts = context.cycle.people.values
      .filter { $0.acts(as: .expert) && $0.active || old?.members.contains($0.id) == true }
      .map(\.id).sorted()
    @Sendable func title(_ person: PersonID) -> Phrase {
      .plain(context.name(person))
        + (context.cycle.people[person]?.active == true ? .plain("") : .Setup.inactiveMark)
    }
    let panel =
      old
      ?? Panel(id: "", name: "", stage: .material, leader: "", deputy: nil, members: [])
    let number: [ActField<Patch<Panel>>] = [
      .set(
        \.id,
        .number(
          "id", .number, help: .Setup.panelIDHelp, refused: .of(.numberTaken, .blank(.number))))
    ]
    let stage: [ActField<Patch<Panel>>] = [
      .set(\.stage, .choice("stage", .Setup.panelStage, each: Phrase.Case.stage))
    ]
    let name: ActField<Patch<Panel>> = .set(
      \.name,
      .text(
        "name", .Setup.name, panel.name,
        refused: Refused { $0 == .numberTaken || $0.field != nil }))
    return .record(
      panel,
      (old == nil ? number + [name] + stage : [name]) + [
        .set(
          \.members,
          .several(
            of: experts, "members", .Setup.members, taken: panel.members, isRequired: true,
            refused: .otherwise, title: title)),
        .set(
          \.leader,
          .one(
            of: experts, "leader", .Case.leader, selected: panel.leader,
            refused: .of(.leaderNotMember), empty: .Setup.noExperts, title: title)),
        .set(
          \.deputy,
          .one(
            of: experts, orNone: .none, "deputy", .Case.deputy, selected: panel.deputy,
            refused: .of(.deputyNotMember, .deputyIsLeader), title: title)),
      ])
  }
}
