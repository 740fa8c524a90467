import Foundation
import Procedure
import Store
import Terminal

/// Noting an entry without effect: secretariat and supervision together, so that it is named no
/// longer on every screen (V5).
extension HistoryScreen {
  /// As whom this person may note; nil for everybody else.
  private func role(_ context: Context) -> Procedure.Role? {
    [.supervisor, .secretariat].first { context.acts(as: $0) }
  }

  /// The act as a command, once there is an entry for it.
  private func command(_ row: HistoryRow?, _ reason: String, _ context: Context) -> Command? {
    guard let row, row.isRejected, let role = role(context) else { return nil }
    return .cycle(.noteEntry(EntryName(row.entryID), as: role, reason: reason))
  }

  func noteAction(_ context: Context) -> Action {
    let availability: Availability
    if role(context) == nil {
      availability = .disabled(.History.noteWho)
    } else if let command = command(selected, "-", context) {
      availability =
        context.refusal(of: command).map { .disabled(Notices.sentence($0, context)) } ?? .available
    } else {
      availability = .disabled(.History.nothingToNote)
    }
    return Action(
      "note", .History.note, keys: [.function(5)], shown: .plain("F5"), help: .History.noteHelp,
      availability: availability, importance: selected?.isRejected == true ? 9 : 1
    ) { screen, context in
      screen.selected.map { screen.open("note", about: "\($0.position)", context) } ?? []
    }
  }

  /// The form about an entry among those at hand, by its position.
  func noteForm(_ about: String, _ context: Context) -> ScreenForm<Self>? {
    guard let row = entries.rows.first(where: { "\($0.position)" == about }), let fault = row.fault,
      row.isRejected, let role = role(context)
    else { return nil }
    let name = EntryName(row.entryID)
    let people = (context.cycle.notes[name] ?? [:]).values.sorted().map(context.name)
      .joined(separator: "、")
    let asks = Asks(
      .text("reason", .reason, rows: 3, limit: 500, refused: .never),
      lines: [.History.entry(row.position) + .plain("  ") + .fault(fault, context)]
        + (people.isEmpty ? [] : [.History.notedBy(people)]) + [.History.noteMeans]
    ) { Intent(.cycle(.noteEntry(name, as: role, reason: $0))) }
    return ScreenForm("note", .History.note, about: about, asks, context)
  }
}
