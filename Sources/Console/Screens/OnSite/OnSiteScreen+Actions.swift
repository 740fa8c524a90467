import Criteria
import Foundation
import Procedure
import Terminal

extension OnSiteScreen {
  /// The space key as keyboards and Chinese input methods send it.
  static let spaces: [Key] = [.character(" "), .character("\u{3000}")]

  func actions(_ context: Context) -> [Action] {
    guard let dossier else { return [.goBack(context, importance: 2)] }
    switch phase(context) {
    case .undeclared:
      return [
        Action(
          "declare", .OnSite.declare, keys: [.enter], shown: .plain("Enter"),
          help: .OnSite.declareHelp, importance: 9), .goBack(context, importance: 2),
      ]
    case .unarranged where context.acts(as: .secretariat):
      return [arrangement(dossier, isNext: true, context), .goBack(context, importance: 2)]
    case .underWay, .submitted:
      if entry != nil { return entryActions(context) }
      return own(dossier, context) + common(dossier, context)
    default: return [.goBack(context, importance: 2)]
    }
  }

  /// Whether a command would be taken now, with the reason where not.
  func availability(
    _ command: CaseCommand, _ dossier: CaseState, _ context: Context
  ) -> Availability {
    context.refusal(of: command, in: dossier).map { .disabled(Notices.sentence($0, context)) }
      ?? .available
  }

  private func arrangement(_ dossier: CaseState, isNext: Bool, _ context: Context) -> Action {
    var availability = Availability.disabled(.OnSite.noPanels)
    if let panel = panels(context).first {
      availability = self.availability(
        .arrangeVisit(panel.id, from: context.now.day, until: context.now.day), dossier, context)
    }
    return Action(
      "arrange", .OnSite.arrange, keys: isNext ? [.enter] : [],
      shown: .plain(isNext ? "Enter" : ""), help: .OnSite.arrangeHelp,
      availability: availability, importance: 9)
  }

  /// The actions of the part that has the focus.
  private func own(_ dossier: CaseState, _ context: Context) -> [Action] {
    // Who is not of the panel reads: what only the panel can ever do is not offered to them.
    let isMember = isMember(context)
    return switch part {
    case .checks, .evidence: (isMember ? checkActions(dossier, context) : []) + checkReading
    case .agenda: (isMember ? agendaActions(dossier, context) : []) + [choosing]
    case .marks: (isMember ? markActions(dossier, context) : []) + [choosing]
    }
  }

  private var choosing: Action {
    Action("move", .choose, shown: .arrows, help: .OnSite.chooseHelp, importance: 4)
  }

  private var checkReading: [Action] {
    [
      choosing,
      Action(
        "nextCategory", .OnSite.category, keys: [.right, .character("l")], shown: .sideArrows,
        help: .OnSite.categoryHelp, importance: 6),
      Action(
        "previousCategory", .OnSite.category, keys: [.left, .character("h")],
        help: .OnSite.categoryHelp),
      Action(
        "onlyOpen", .OnSite.onlyOpen, keys: [.function(4)], shown: .plain("F4"),
        help: .OnSite.onlyOpenHelp, importance: 7),
    ]
  }

  private func checkActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    let sample = CheckFinding(
      outcome: .notApplicable, method: .documents, evidence: "—", place: "", asked: "")
    let can =
      selectedCheck.map { availability(.tick($0.id, sample), dossier, context) }
      ?? .disabled(.OnSite.chooseCheck)
    let adding = context.edition.items.first.map {
      availability(
        .addCheck(
          CheckPoint(item: $0.id, text: "—", method: .documents, origin: .examiner)),
        dossier, context)
    }
    return [
      Action(
        "mark", .OnSite.mark, keys: Self.spaces, shown: .space, help: .OnSite.markHelp,
        availability: can, importance: 9),
      Action(
        "outcomes", .OnSite.outcomes, shown: .plain("1–4"), help: .OnSite.outcomesHelp,
        availability: can, importance: 3),
      Action(
        "record", .OnSite.record, keys: [.enter], shown: .plain("Enter"),
        help: .OnSite.recordHelp, availability: can, importance: 8),
      Action(
        "addCheck", .OnSite.addCheck, keys: [.function(6)], shown: .plain("F6"),
        help: .OnSite.addCheckHelp, availability: adding ?? .available, importance: 5),
    ]
  }

  private func agendaActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    let can = availability(.changeAgenda(visit?.agenda ?? []), dossier, context)
    let here = can == .available && selectedLine == nil ? .disabled(.OnSite.noAgenda) : can
    return [
      Action(
        "held", .OnSite.held, keys: Self.spaces, shown: .space, help: .OnSite.heldHelp,
        availability: here, importance: 9),
      Action(
        "editLine", .OnSite.editLine, keys: [.enter], shown: .plain("Enter"),
        help: .OnSite.editLineHelp, availability: here, importance: 8),
      Action(
        "addLine", .OnSite.addLine, keys: [.function(6)], shown: .plain("F6"),
        help: .OnSite.addLineHelp, availability: can, importance: 7),
      Action(
        "removeLine", .OnSite.removeLine, keys: [.delete], shown: .plain("Del"),
        help: .OnSite.removeLineHelp, availability: here, importance: 6),
    ]
  }

  private func markActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    let leads = isLeader(context)
    let can = markAvailability(dossier, context)
    let hasOpen = score?.open.isEmpty == false
    let resting = can == .available && !hasOpen ? .disabled(.OnSite.allSettled) : settling(context)
    return [
      Action(
        "percentage", leads ? .OnSite.settle : .OnSite.propose, keys: [.enter],
        shown: .plain("Enter 0–9"), help: leads ? .OnSite.settleHelp : .OnSite.proposeHelp,
        availability: can, importance: 9),
      Action(
        "keep", .OnSite.keep, keys: Self.spaces, shown: .space, help: .OnSite.keepHelp,
        availability: can, importance: 8),
      Action(
        "rest", .OnSite.rest, keys: [.function(7)], shown: .plain("F7"), help: .OnSite.restHelp,
        availability: resting, importance: 6),
    ]
  }

  /// Whether the person at work gives marks: the leader settles, the others propose.
  func markAvailability(_ dossier: CaseState, _ context: Context) -> Availability {
    guard let item = selectedItem(context), let material = visit?.material[item.id] else {
      return .available
    }
    return availability(.proposeSiteMark(item.id, material, reason: ""), dossier, context)
  }

  /// Whether the person at work settles.
  private func settling(_ context: Context) -> Availability {
    guard let dossier, let item = selectedItem(context), let material = visit?.material[item.id]
    else { return .available }
    return availability(.settleSiteMark(item.id, material, reason: "—"), dossier, context)
  }

  private func entryActions(_ context: Context) -> [Action] {
    [
      Action(
        "digits", .OnSite.percentage, shown: .plain("0–9"), help: .OnSite.enterHelp,
        importance: 7),
      Action("steps", .OnSite.fiveSteps, shown: .sideArrows, help: .OnSite.enterHelp),
      Action(
        "enter", isLeader(context) ? .OnSite.settle : .OnSite.propose, keys: [.enter],
        shown: .plain("Enter"), help: .OnSite.settleHelp, importance: 9),
      Action(
        "leaveEntry", .back, keys: [.escape], shown: .plain("Esc"),
        help: .OnSite.leaveEntryHelp, importance: 8),
    ]
  }

  /// What can be done in every part.
  private func common(_ dossier: CaseState, _ context: Context) -> [Action] {
    let isMarks = part == .marks
    var actions = [
      Action(
        "marks", isMarks ? .OnSite.backToChecks : .OnSite.marks,
        keys: isMarks ? [.function(8), .escape] : [.function(8)], shown: .plain("F8"),
        help: .OnSite.marksHelp, importance: 7),
      Action(
        "nextPart", .OnSite.otherPart, keys: [.tab], shown: .plain("Tab"),
        help: .OnSite.otherPartHelp, importance: 3),
      Action("previousPart", .OnSite.otherPart, keys: [.backTab], help: .OnSite.otherPartHelp),
      Action("down", .choose, keys: [.character("j")], help: .OnSite.chooseHelp),
      Action("up", .choose, keys: [.character("k")], help: .OnSite.chooseHelp),
    ]
    if isMember(context) {
      actions += [
        Action(
          "submit", .OnSite.submit, keys: [.function(5)], shown: .plain("F5"),
          help: .OnSite.submitHelp, availability: settling(context), importance: 7),
        Action(
          "recuse", .OnSite.recuse, help: .OnSite.recuseHelp,
          availability: availability(.recuse(Interest(ground: .other)), dossier, context)),
      ]
    }
    if context.acts(as: .secretariat) {
      actions.append(arrangement(dossier, isNext: false, context))
    }
    if !isMarks { actions.append(.goBack(context, importance: 2)) }
    return actions
  }
}
