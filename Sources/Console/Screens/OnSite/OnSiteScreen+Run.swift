import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// What the actions do.
extension OnSiteScreen {
  mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "mark": return markNext(context)
    case "record": return record(context)
    case "nextCategory": step(1, context)
    case "previousCategory": step(-1, context)
    case "onlyOpen":
      onlyOpen.toggle()
      arrange(context)
    case "held": return toggleHeld()
    case "removeLine": return askToRemove()
    case "percentage": return startEntry(context)
    case "keep": return keepMaterial(context)
    case "enter": return enterPercentage(context)
    case "leaveEntry": entry = nil
    case "rest": return askForRest(context)
    case "marks": part = part == .marks ? .checks : .marks
    case "submit": return askToSubmit(context)
    case "nextPart": turn(1, context)
    case "previousPart": turn(-1, context)
    case "down": move(.down, context)
    case "up": move(.up, context)
    case "declare": return dossier.map { [.ask(DeclarationForm.question(for: $0, context))] } ?? []
    case "goBack": return [.goBack]
    default:
      if name == "editLine" { takeLineInHand() }
      return sheet(name, context).map { [.open($0)] } ?? []
    }
    return []
  }

  private mutating func turn(_ by: Int, _ context: Context) {
    let parts = parts(context)
    let place = parts.firstIndex(of: part) ?? 0
    part = parts[(place + by + parts.count) % parts.count]
  }

  /// Moves the selection of the part that has the focus.
  mutating func move(_ key: Key, _ context: Context) {
    switch part {
    case .agenda:
      let lines = agendaRows
      _ = agendaList.handle(key, count: lines.count, rows: layout(context).agendaRows) {
        lines[$0].line != nil
      }
    case .checks: moveCheck(key, context)
    case .evidence:
      let room = layout(context).evidence
      _ = scroll.handle(
        key, total: evidenceLines(width: room.width - 2, context).count,
        rows: max(1, room.height - 1))
    case .marks:
      var moved = markList
      _ = moved.handle(key, count: context.edition.items.count, rows: layout(context).markRows)
      selectItem(moved.selection, context)
    }
  }

  /// Past the last check of a category the next category begins.
  private mutating func moveCheck(_ key: Key, _ context: Context) {
    let rows = rows
    let before = checkList.selection
    _ = checkList.handle(key, count: rows.count, rows: layout(context).checkRows) {
      rows[$0].check != nil
    }
    if checkList.selection == before, key == .down || key == .up {
      let next = section + (key == .down ? 1 : -1)
      if checklist.sections.indices.contains(next) {
        section = next
        selectRow(key == .down ? 1 : checklist.sections[next].rows.count - 1, context)
      }
    }
    scroll = ScrollState()
    settleSelection()
  }

  /// Goes to the category before or after.
  private mutating func step(_ by: Int, _ context: Context) {
    let next = section + by
    guard checklist.sections.indices.contains(next) else { return }
    section = next
    checkList = ListState()
    scroll = ScrollState()
    selectRow(1, context)
  }

  // MARK: Checks

  /// The outcome after the one that is there; a check nobody has looked into begins with «met».
  private mutating func markNext(_ context: Context) -> [Effect] {
    guard let check = selectedCheck else { return [] }
    let there = pending?.outcome ?? visit?.tick(check.id)?.finding.outcome
    return mark(there?.next ?? .met, context)
  }

  /// Chooses an outcome and asks for its evidence.
  mutating func mark(_ outcome: CheckOutcome, _ context: Context) -> [Effect] {
    guard let check = selectedCheck, let dossier else { return [] }
    let finding = CheckFinding(
      outcome: .notApplicable, method: .documents, evidence: "—", place: "", asked: "")
    if let refusal = context.refusal(of: .tick(check.id, finding), in: dossier) {
      return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
    pending = Pending(check: check.id, outcome: outcome)
    return evidenceSheet(check, outcome, context).map { [.open($0)] } ?? []
  }

  private mutating func record(_ context: Context) -> [Effect] {
    guard let check = selectedCheck else { return [] }
    return mark(
      pending?.outcome ?? visit?.tick(check.id)?.finding.outcome ?? .met, context)
  }

  // MARK: Forms left unfinished

  /// Opens a form anew on what it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    let parts = place.form.split(separator: "/").map(String.init)
    switch parts.first {
    case "tick": return reopenCheck(CheckID(String(place.form.dropFirst("tick/".count))), context)
    case "addCheck":
      part = .checks
      return begin(place.form, context)
    case "addLine", "editLine":
      part = .agenda
      if parts == ["editLine"] {
        guard let line = visit?.agenda.firstIndex(where: { Self.name(of: $0) == place.about })
        else { return [] }
        selectLine(line, context)
      }
      return begin(place.form, context)
    case "opinion": return begin("submit", context)
    case "interest":
      let effects = begin("declare", context)
      return effects.isEmpty ? [] : answer("declare", "interest", context)
    case "reason":
      guard parts.count == 3, let percentage = Int(parts[2]).flatMap({ Percentage($0) }) else {
        return []
      }
      return reopenReason(ItemID(parts[1]), percentage, context)
    default: return begin(place.form, context)
    }
  }

  private mutating func reopenCheck(_ check: CheckID, _ context: Context) -> [Effect] {
    (part, onlyOpen) = (.checks, false)
    arrange(context)
    for (place, section) in checklist.sections.enumerated() {
      guard let row = section.rows.firstIndex(where: { $0.check?.id == check }) else { continue }
      self.section = place
      selectRow(row, context)
      return record(context)
    }
    return []
  }

  // MARK: What follows

  mutating func answer(_ id: String, _ choice: String, _ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    func perform(_ command: CaseCommand) -> [Effect] {
      [.perform([.dossier(dossier.id, command)], ticket: id)]
    }
    switch (id, choice) {
    case ("declare", "clear"): return perform(.declare(nil))
    case ("declare", "interest"): return [.open(DeclarationForm.form("interest", context))]
    case ("recuse", "yes"):
      guard let interest = pendingRecusal else { return [] }
      pendingRecusal = nil
      return perform(.recuse(interest))
    case ("removeLine", "yes"): return removeLine()
    case ("rest", "yes"): return settleRest(context)
    case ("missing", "checks"):
      part = .checks
      onlyOpen = true
      arrange(context)
    case ("missing", "marks"):
      part = .marks
      moveToOpen(context)
    case ("missing", "agenda"): part = .agenda
    case ("submit", "yes"): return perform(.submitVisit(opinion: opinion))
    default: break
    }
    return []
  }

  /// What follows once something is durable.
  mutating func finish(_ ticket: String, _ context: Context) -> [Effect] {
    switch ticket {
    case "tick": pending = nil
    case "percentage":
      entry = nil
      moveToOpen(context)
    case "submit": opinion = ""
    default: break
    }
    return reload(context)
  }
}
