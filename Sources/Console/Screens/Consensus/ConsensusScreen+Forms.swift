import Criteria
import Foundation
import Procedure
import Terminal

/// The forms of the session and what follows from them.
extension ConsensusScreen {
  /// The most characters of a text in a form.
  private static let limit = 2000

  /// The form of an action.
  func sheet(_ name: String, _ context: Context) -> FormSheet? {
    guard let dossier, let session else { return nil }
    switch name {
    case "discuss": return selected.map { discussionSheet($0, leadsOn: false, context) }
    case "attendance": return attendanceSheet(dossier, session, context)
    case "dissent": return selected.map { dissentSheet($0, context) }
    case "edit":
      guard let remark = selectedRemark else { return nil }
      let by = Phrase.plain(remark.authors.map(context.name).joined(separator: "、"))
      return FormSheet(
        id: "edit", title: .editRemark, lines: [.writtenBy(by)],
        about: selected.map { "\($0.item.id)/\(remark.text)" } ?? "",
        form: Form([area("text", .remarkText, remark.text, context)]))
    case "conclusion": return conclusionSheet(context)
    case "reopen":
      return FormSheet(
        id: "reopen", title: .reopenSession, lines: [.reopenSessionHelp],
        form: Form([area("text", .reason, "", context)]))
    default: return nil
    }
  }

  private func area(
    _ id: String, _ label: Phrase, _ text: String, _ context: Context, rows: Int = 6
  ) -> FormField {
    FormField(
      id: id, label: context.say(label),
      kind: .area(
        TextArea(text, maxLength: Self.limit, room: Size(width: 60, height: rows)), rows: rows),
      isRequired: true)
  }

  /// The record of a discussion (R6), with the marks it is about.
  func discussionSheet(
    _ row: ConsensusFigures.Row, leadsOn: Bool, _ context: Context
  ) -> FormSheet {
    var lines: [Phrase] = [marks(of: row, context)]
    if row.needsDiscussion { lines.insert(dispute(row), at: 0) }
    return FormSheet(
      id: leadsOn ? "discuss/settle" : "discuss",
      title: .discussionOf(row.item), lines: lines, about: row.item.id.rawValue,
      form: Form([area("text", .discussionText, "", context, rows: 8)]))
  }

  /// Why R6 asks for a discussion.
  func dispute(_ row: ConsensusFigures.Row) -> Phrase {
    let (range, limit) = (row.agreement.range ?? 0, session?.threshold ?? 0)
    return range > limit
      ? .rangeAbove(range, limit) : .bandsApart(row.agreement.bandDistance ?? 0)
  }

  /// Everybody's mark of an item, side by side.
  private func marks(of row: ConsensusFigures.Row, _ context: Context) -> Phrase {
    let parts = (figures?.reviewers ?? []).map { person in
      context.name(person) + " "
        + (row.agreement.marks[person.rawValue].map { "\($0)%" } ?? "–")
    }
    return .plain(parts.joined(separator: "   "))
  }

  /// The reason of a settlement outside the marks or of a correction; the percentage stays.
  func reasonSheet(
    _ row: ConsensusFigures.Row, _ percentage: Percentage, why: Phrase, _ context: Context
  ) -> FormSheet {
    FormSheet(
      id: "settle/\(percentage.value)", title: .settleAt(row.item, percentage),
      lines: [why, marks(of: row, context)], about: row.item.id.rawValue,
      form: Form([area("text", .reason, "", context)]))
  }

  private func attendanceSheet(
    _ dossier: CaseState, _ session: Consensus, _ context: Context
  ) -> FormSheet? {
    guard let panel = panel(context) else { return nil }
    let members = dossier.members(of: panel)
    let isNew = session.present.isEmpty
    let present = isNew ? members : Array(session.present)
    var fields: [FormField] = [
      .several(
        "present", .presentMembers, of: members.map { FormField.Option($0, context) },
        taken: Set(present.map(\.rawValue)), help: .presentMembersHelp, context)
    ]
    fields += members.map { person in
      FormField(
        id: "absent/\(person)", label: context.say(.absenceOf(context.name(person))),
        kind: .text(TextField(session.absences[person] ?? "", maxLength: 200)),
        help: context.say(.absenceHelp))
    }
    return FormSheet(
      id: "attendance", title: .recordAttendance, lines: [.recordAttendanceHelp],
      form: Form(fields))
  }

  /// The leader names whose dissent it is; other members record their own.
  private func dissentSheet(_ row: ConsensusFigures.Row, _ context: Context) -> FormSheet {
    let people = dissenters(context)
    var fields: [FormField] = []
    if people.count > 1 {
      fields.append(
        .choice(
          "person", .dissentBy, of: people.map { FormField.Option($0, context) },
          selected: context.person?.rawValue, help: .plain(""), context))
    }
    fields.append(area("text", .dissentText, "", context))
    return FormSheet(
      id: "dissent", title: .dissentOn(row.item), lines: [.recordDissentHelp],
      about: row.item.id.rawValue, form: Form(fields))
  }

  private func dissenters(_ context: Context) -> [PersonID] {
    guard let dossier, let panel = panel(context), let person = context.person else { return [] }
    return dossier.actingLeader(of: panel, in: context.cycle) == person
      ? dossier.members(of: panel) : [person]
  }

  private func conclusionSheet(_ context: Context) -> FormSheet? {
    guard let figures, let total = figures.exact else { return nil }
    return FormSheet(
      id: "conclusion", title: .finishSession,
      lines: [.exactTotal(total, line: figures.line)],
      form: Form([area("text", .conclusionText, conclusion, context, rows: 8)]))
  }

  // MARK: What follows

  mutating func fill(_ id: String, _ form: Form, _ context: Context) -> [Effect] {
    guard let dossier, let item = selected?.item.id else { return [.closeForm] }
    func perform(_ command: CaseCommand, _ ticket: String) -> [Effect] {
      [.perform([.dossier(dossier.id, command)], ticket: ticket)]
    }
    let text = form.text("text")
    switch id {
    case "discuss", "discuss/settle": return perform(.discuss(item, text: text), id)
    case "dissent":
      guard let person = form.person("person") ?? context.person else { return [.closeForm] }
      return perform(.dissent(item, person: person, text: text), id)
    case "edit":
      guard let remark = selectedRemark else { return [.closeForm] }
      return change { $0.rewording(remark, as: text) }
    case "attendance": return attend(form, dossier, context)
    case "conclusion":
      conclusion = text
      guard let figures, let total = figures.exact else { return [.closeForm] }
      return [
        .ask(
          .confirm(
            id: "finish", title: .finishQuestion,
            lines: [.exactTotal(total, line: figures.line), .finishSessionHelp],
            yes: .finishSession))
      ]
    case "reopen": return perform(.reopenConsensus(reason: text), id)
    default:
      guard let value = Int(id.dropFirst("settle/".count)), let percentage = Percentage(value)
      else { return [.closeForm] }
      return perform(.settle(item, percentage, reason: text), "settle")
    }
  }

  /// Records who is present; an absence without a reason is named in its field.
  private func attend(_ form: Form, _ dossier: CaseState, _ context: Context) -> [Effect] {
    guard let panel = panel(context), let session else { return [.closeForm] }
    let members = dossier.members(of: panel)
    let present = form.people("present")
    var absences: [PersonID: String] = [:]
    var errors: [String: String] = [:]
    for member in members where !present.contains(member) {
      let reason = form.text("absent/\(member)")
      absences[member] = reason
      if reason.isBlank { errors["absent/\(member)"] = context.say(.absenceHelp) }
    }
    guard errors.isEmpty else {
      guard var sheet = attendanceSheet(dossier, session, context) else { return [.closeForm] }
      sheet.form = form
      sheet.form.errors = errors
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    return [
      .perform(
        [.dossier(dossier.id, .recordAttendance(present: present, absences: absences))],
        ticket: "attendance")
    ]
  }
}
