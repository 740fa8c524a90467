import Foundation
import Procedure
import Terminal

/// A new panel, or one that is there to be changed (R1).
enum PanelForm {
  static func form(of panel: Panel?, _ context: Context) -> ScreenForm<PanelsPage> {
    ScreenForm(sheet(panel, context)) { _, form, context in fill(panel, form, context) }
  }

  /// Experts who may sit in a panel, by name in the log, and who sits in it already.
  private static func experts(_ context: Context, in panel: Panel?) -> [Person] {
    context.cycle.people.values
      .filter { $0.acts(as: .expert) && $0.active || panel?.members.contains($0.id) == true }
      .sorted { $0.id < $1.id }
  }

  private static func sheet(_ panel: Panel?, _ context: Context) -> FormSheet {
    let experts = experts(context, in: panel)
    let options = experts.map {
      FormField.Option(
        .plain($0.name) + ($0.active ? .plain("") : .Setup.inactiveMark), $0.id.rawValue)
    }
    var fields: [FormField] = []
    if panel == nil {
      fields.append(
        .line("id", .number, "", isRequired: true, help: .Setup.panelIDHelp, context))
    }
    fields.append(.line("name", .Setup.name, panel?.name ?? "", isRequired: true, context))
    if panel == nil {
      fields.append(
        FormField(
          id: "stage", label: context.say(Phrase.Setup.panelStage),
          kind: .choice(
            options: PanelStage.allCases.map { context.say(.Case.stage($0)) }, selected: 0),
          help: context.say(Phrase.Case.sideArrowsHelp)))
    }
    fields += [
      .several(
        "members", .Setup.members, of: options, taken: Set((panel?.members ?? []).map(\.rawValue)),
        isRequired: true, context),
      .choice("leader", .Case.leader, of: options, selected: panel?.leader.rawValue, context),
      .choice(
        "deputy", .Case.deputy, of: [FormField.Option(.none)] + options,
        selected: panel?.deputy?.rawValue, context),
    ]
    let parameters = context.parameters
    return FormSheet(
      id: "panel",
      title: (panel == nil ? Phrase.Setup.formPanel : .Setup.changePanel).bare,
      lines: [.Setup.panelSizes(parameters.panelSize, parameters.onSitePanelSize)],
      about: panel?.id.rawValue ?? "",
      form: Form(fields))
  }

  private static func fill(
    _ old: Panel?, _ form: Form, _ context: Context
  ) -> ScreenForm<PanelsPage>.Outcome {
    guard let leader = form.person("leader") else {
      return .faults(["leader": .Setup.noExperts])
    }
    let panel = Panel(
      id: old?.id ?? PanelID(Form.plain(form.text("id"))),
      name: form.trimmed("name"),
      stage: old?.stage ?? PanelStage.allCases[form.choice("stage") ?? 0],
      leader: leader, deputy: form.person("deputy"), members: form.people("members"))
    let command = Command.cycle(old == nil ? .formPanel(panel) : .changePanel(panel))
    if let refusal = context.refusal(of: command) {
      let field =
        switch refusal.reason {
        case .numberTaken, .blank(.number): old == nil ? "id" : "name"
        case .blank: "name"
        case .leaderNotMember: "leader"
        case .deputyNotMember, .deputyIsLeader: "deputy"
        default: "members"
        }
      return .faults([field: Notices.sentence(refusal, context)])
    }
    return .effects([.perform([command], ticket: "panel")])
  }
}
