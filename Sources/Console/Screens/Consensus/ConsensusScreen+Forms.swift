import Criteria
import Foundation
import Procedure
import Terminal

/// The forms of the session and what follows from them.
extension ConsensusScreen {
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    if let form: ScreenForm<Self> = actForm(name, context) { return form }
    guard let dossier, let session else { return nil }
    let about = about.split(separator: "/", maxSplits: 1).map(String.init)
    let row = items.rows.first { $0.item.id.rawValue == about.first }
    switch name {
    case "discuss", "discussFirst": return row.map { discussion($0, name, dossier, context) }
    case "settle":
      return about.last.flatMap { Int($0) }.flatMap { Percentage($0) }.flatMap { percentage in
        row.map { reason($0, percentage, dossier, context) }
      }
    case "dissent": return row.flatMap { dissent($0, dossier, context) }
    case "edit": return row.flatMap { rewording($0, about.last ?? "", session, context) }
    case "attendance": return attendance(dossier, session, context)
    case "conclusion": return conclusion(context)
    case "reopen":
      let asks = Asks(Self.text(.reason), lines: [.reopenSessionHelp]) {
        Intent(.reopenConsensus(reason: $0), in: dossier)
      }
      return ScreenForm(name, .reopenSession, asks, in: dossier, context)
    default: return nil
    }
  }

  private static func text(
    _ label: Phrase, _ text: String = "", rows: Int = 6
  ) -> ActField<String> {
    .text("text", label, text, rows: rows, limit: 2000, refused: .otherwise)
  }

  // MARK: An item

  /// The record of a discussion (R6), with the marks it is about.
  private func discussion(
    _ row: ConsensusFigures.Row, _ name: String, _ dossier: CaseState, _ context: Context
  ) -> ScreenForm<Self> {
    let item = row.item.id
    let asks = Asks(
      Self.text(.discussionText, rows: 8),
      lines: (row.needsDiscussion ? [dispute(row)] : []) + [marks(of: row, context)]
    ) { Intent(.discuss(item, text: $0), in: dossier) }
    return ScreenForm(
      name, .discussionOf(row.item), about: item.rawValue, asks, in: dossier, context)
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
    _ row: ConsensusFigures.Row, _ percentage: Percentage, _ dossier: CaseState,
    _ context: Context
  ) -> ScreenForm<Self> {
    let item = row.item.id
    let refusal = context.refusal(of: .settle(item, percentage, reason: ""), in: dossier)
    let asks = Asks(
      Self.text(.reason),
      lines: (refusal.map { [Notices.sentence($0, context)] } ?? []) + [marks(of: row, context)]
    ) { Intent(.settle(item, percentage, reason: $0), in: dossier) }
    return ScreenForm(
      "settle", .settleAt(row.item, percentage), about: "\(item)/\(percentage.value)", asks,
      in: dossier, context)
  }

  private func rewording(
    _ row: ConsensusFigures.Row, _ name: String, _ session: Consensus, _ context: Context
  ) -> ScreenForm<Self>? {
    let item = row.item.id
    guard let remark = session.merge(of: item).remarks.first(where: { $0.name == name }) else {
      return nil
    }
    let by = Phrase.plain(remark.authors.map(context.name).joined(separator: "、"))
    let asks = Asks(Self.text(.remarkText, remark.text), lines: [.writtenBy(by)]) { $0 }
    return ScreenForm("edit", .editRemark, about: "\(item)/\(name)", asks, context) {
      screen, text, _ in .effects(screen.change(item) { $0.rewording(remark, as: text) })
    }
  }

  /// The leader names whose dissent it is; other members record their own.
  private func dissent(
    _ row: ConsensusFigures.Row, _ dossier: CaseState, _ context: Context
  ) -> ScreenForm<Self>? {
    guard let person = context.person else { return nil }
    let item = row.item.id
    let members = panel(context).map(dossier.members) ?? []
    let asks = Asks(
      person == leader(context) && members.count > 1
        ? .one(of: members, "person", .dissentBy, selected: person, help: .plain("")) {
          .plain(context.name($0))
        } : .known(person),
      Self.text(.dissentText), lines: [.recordDissentHelp]
    ) { Intent(.dissent(item, person: $0, text: $1), in: dossier) }
    return ScreenForm(
      "dissent", .dissentOn(row.item), about: item.rawValue, asks, in: dossier, context)
  }

  // MARK: The session

  /// Who is present; an absence without a reason is named in its field.
  private func attendance(
    _ dossier: CaseState, _ session: Consensus, _ context: Context
  ) -> ScreenForm<Self>? {
    guard let panel = panel(context) else { return nil }
    let members = dossier.members(of: panel)
    let asks = Asks(
      .people(
        members, "present", .presentMembers,
        taken: session.present.isEmpty ? members : session.present, help: .presentMembersHelp,
        refused: .of(.nobodyPresent), context),
      .each(members) {
        .text(
          "absent/\($0)", .absenceOf(context.name($0)), session.absences[$0] ?? "",
          isRequired: false, help: .absenceHelp, limit: 200, refused: .never)
      },
      .text(
        "place", .sessionPlace, session.place, isRequired: false, help: .sessionPlaceHelp,
        limit: 100, refused: .about(.place)),
      lines: [
        .recordAttendanceHelp,
        .quorumIs(context.parameters.quorum.count(of: members.count), of: members.count),
      ]
    ) { (present: $0, reasons: $1, place: $2) }
    return ScreenForm("attendance", .recordAttendance, asks, context) { screen, said, _ in
      let (present, reasons, place) = said
      let absences = reasons.filter { !present.contains($0.key) }
      let unsaid = absences.filter(\.value.isEmpty).map { ("absent/\($0.key)", Phrase.absenceHelp) }
      guard unsaid.isEmpty else { return .faults(Faults(uniqueKeysWithValues: unsaid)) }
      let command = CaseCommand.recordAttendance(
        present: present, absences: absences, place: place)
      if let refusal = context.refusal(of: command, in: dossier) {
        return .faults(asks.faults(refusal, context))
      }
      return .effects(screen.perform(command, "attendance"))
    }
  }

  /// The conclusion; it is asked about once more with the exact total.
  private func conclusion(_ context: Context) -> ScreenForm<Self>? {
    guard let figures, let total = figures.exact else { return nil }
    let exact = Phrase.exactTotal(total, line: figures.line)
    let members = dossier.flatMap { known in panel(context).map(known.members) } ?? []
    let unheard = context.unheard(members, since: dossier?.openedAt)
    let asks = Asks(Self.text(.conclusionText, rows: 8), lines: [exact] + unheard) { $0 }
    return ScreenForm("conclusion", .finishSession, asks, context) { screen, text, _ in
      .effects([
        .confirm(
          "finish", .finishQuestion, [exact] + unheard + [.finishSessionHelp], yes: .finishSession,
          then: screen.perform(.finishConsensus(conclusion: text), "finish"))
      ])
    }
  }
}
