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
  private func command(_ reason: String, _ context: Context) -> Command? {
    guard let row = selected, row.isRejected, let role = role(context) else { return nil }
    return .cycle(.noteEntry(EntryName(row.entryID), as: role, reason: reason))
  }

  func noteAction(_ context: Context) -> Action {
    let availability: Availability
    if role(context) == nil {
      availability = .disabled(.History.noteWho)
    } else if let command = command("-", context) {
      availability =
        context.refusal(of: command).map { .disabled(Notices.sentence($0, context)) } ?? .available
    } else {
      availability = .disabled(.History.nothingToNote)
    }
    return Action(
      "note", .History.note, keys: [.function(5)], shown: .plain("F5"), help: .History.noteHelp,
      availability: availability, importance: selected?.isRejected == true ? 9 : 1)
  }

  func noteSheet(_ context: Context) -> FormSheet? {
    guard let row = selected, let fault = row.fault else { return nil }
    let noted = context.cycle.notes[EntryName(row.entryID)] ?? [:]
    let people = noted.values.sorted().map(context.name).joined(separator: "、")
    return FormSheet(
      id: "note", title: Phrase.History.note.bare,
      lines: [.History.entry(row.position) + .plain("  ") + .fault(fault, context)]
        + (people.isEmpty ? [] : [.History.notedBy(people)]) + [.History.noteMeans],
      about: "\(row.position)",
      form: Form([
        FormField(
          id: "reason", label: context.say(.reason),
          kind: .area(TextArea(maxLength: 500), rows: 3), isRequired: true)
      ]))
  }

  /// Opens the form anew where the entry is among those at hand.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    guard let row = rows.firstIndex(where: { "\($0.position)" == place.about }) else { return [] }
    list.select(row, count: rows.count, rows: listRows(context))
    return begin(place.form, context)
  }

  func note(_ form: Form, _ context: Context) -> [Effect] {
    command(form.text("reason"), context).map { [.perform([$0], ticket: "note")] } ?? [.closeForm]
  }
}
