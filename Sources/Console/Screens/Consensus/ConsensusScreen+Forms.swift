import Criteria
import Foundation
import Procedure
import Terminal

/// The forms of the session and what follows from them.
extension ConsensusScreen {
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    if let form: ScreenForm<Self> = actForm(name, context) { return form }
    guard dossier != nil, session != nil else { return nil }
    let about = about.split(separator: "/", maxSplits: 1).map(String.init)
    let row = items.rows.first { $0.item.id.rawValue == about.first }
    switch name {
    case "discuss", "discussFirst": return row.map { discussion($0, name, context) }
    case "settle":
      return about.last.flatMap { Int($0) }.flatMap { Percentage($0) }.flatMap { percentage in
        row.map { reason($0, percentage, context) }
      }
    case "dissent": return row.map { dissent($0, context) }
    case "edit": return row.flatMap { rewording($0, about.last ?? "", context) }
    case "attendance": return attendance(context)
    case "conclusion": return conclusion(context)
    case "reopen":
      return text("reopen", .reopenSession, [.reopenSessionHelp], .reason, context) {
        screen, text in screen.perform(.reopenConsensus(reason: text), "reopen")
      }
    default: return nil
    }
  }

  /// A form of one text.
  private func text(
    _ id: String, _ title: Phrase, _ lines: [Phrase], about: String = "", _ label: Phrase,
    text: String = "", rows: Int = 6, _ context: Context,
    then: @escaping @Sendable (inout Self, String) -> [Effect]
  ) -> ScreenForm<Self> {
    ScreenForm(
      FormSheet(
        id: id, title: title, lines: lines, about: about,
        form: Form([area(label, text: text, rows: rows, context)]))
    ) { screen, form, _ in .effects(then(&screen, form.text("text"))) }
  }

  private func area(
    _ label: Phrase, text: String = "", rows: Int = 6, _ context: Context
  ) -> FormField {
    FormField(
      id: "text", label: context.say(label),
      kind: .area(
        TextArea(text, maxLength: 2000, room: Size(width: 60, height: rows)), rows: rows),
      isRequired: true)
  }

  // MARK: An item

  /// The record of a discussion (R6), with the marks it is about.
  private func discussion(
    _ row: ConsensusFigures.Row, _ name: String, _ context: Context
  ) -> ScreenForm<Self> {
    let item = row.item.id
    return text(
      name, .discussionOf(row.item),
      (row.needsDiscussion ? [dispute(row)] : []) + [marks(of: row, context)],
      about: item.rawValue, .discussionText, rows: 8, context
    ) { screen, text in screen.perform(.discuss(item, text: text), name) }
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
  private func reason(
    _ row: ConsensusFigures.Row, _ percentage: Percentage, _ context: Context
  ) -> ScreenForm<Self> {
    let item = row.item.id
    let refusal = dossier.flatMap {
      context.refusal(of: .settle(item, percentage, reason: ""), in: $0)
    }
    return text(
      "settle", .settleAt(row.item, percentage),
      (refusal.map { [Notices.sentence($0, context)] } ?? []) + [marks(of: row, context)],
      about: "\(item)/\(percentage.value)", .reason, context
    ) { screen, text in screen.perform(.settle(item, percentage, reason: text), "settle") }
  }

  private func rewording(
    _ row: ConsensusFigures.Row, _ name: String, _ context: Context
  ) -> ScreenForm<Self>? {
    let item = row.item.id
    guard let remark = session?.merge(of: item).remarks.first(where: { $0.name == name }) else {
      return nil
    }
    let by = Phrase.plain(remark.authors.map(context.name).joined(separator: "、"))
    return text(
      "edit", .editRemark, [.writtenBy(by)], about: "\(item)/\(name)", .remarkText,
      text: remark.text, context
    ) { screen, text in screen.change(item) { $0.rewording(remark, as: text) } }
  }

  /// The leader names whose dissent it is; other members record their own.
  private func dissent(_ row: ConsensusFigures.Row, _ context: Context) -> ScreenForm<Self> {
    let item = row.item.id
    var fields = [area(.dissentText, context)]
    if let person = context.person, person == leader(context), let panel = panel(context) {
      let members = dossier?.members(of: panel) ?? []
      if members.count > 1 {
        fields.insert(
          .choice(
            "person", .dissentBy, of: members.map { FormField.Option($0, context) },
            selected: person.rawValue, help: .plain(""), context), at: 0)
      }
    }
    return ScreenForm(
      FormSheet(
        id: "dissent", title: .dissentOn(row.item), lines: [.recordDissentHelp],
        about: item.rawValue, form: Form(fields))
    ) { screen, form, context in
      guard let person = form.person("person") ?? context.person else {
        return .effects([.closeForm])
      }
      return .effects(
        screen.perform(.dissent(item, person: person, text: form.text("text")), "dissent"))
    }
  }

  // MARK: The session

  /// Who is present; an absence without a reason is named in its field.
  private func attendance(_ context: Context) -> ScreenForm<Self>? {
    guard let dossier, let session, let panel = panel(context) else { return nil }
    let members = dossier.members(of: panel)
    let present = session.present.isEmpty ? members : session.present
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
    return ScreenForm(
      FormSheet(
        id: "attendance", title: .recordAttendance, lines: [.recordAttendanceHelp],
        form: Form(fields))
    ) { screen, form, _ in
      let present = form.people("present")
      var absences: [PersonID: String] = [:]
      var faults: [String: Phrase] = [:]
      for member in members where !present.contains(member) {
        let reason = form.text("absent/\(member)")
        absences[member] = reason
        if reason.isBlank { faults["absent/\(member)"] = .absenceHelp }
      }
      guard faults.isEmpty else { return .faults(faults) }
      return .effects(
        screen.perform(.recordAttendance(present: present, absences: absences), "attendance"))
    }
  }

  /// The conclusion; it is asked about once more with the exact total.
  private func conclusion(_ context: Context) -> ScreenForm<Self>? {
    guard let figures, let total = figures.exact else { return nil }
    let exact = Phrase.exactTotal(total, line: figures.line)
    return text("conclusion", .finishSession, [exact], .conclusionText, rows: 8, context) {
      screen, text in
      [
        .ask(
          .confirm(
            id: "finish", title: .finishQuestion, lines: [exact, .finishSessionHelp],
            yes: .finishSession,
            then: screen.perform(.finishConsensus(conclusion: text), "finish")))
      ]
    }
  }
}
