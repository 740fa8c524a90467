import Criteria
import Foundation
import Procedure
import Terminal

extension OnSiteScreen {
  /// The space key as keyboards and Chinese input methods send it.
  private static let spaces: [Key] = [.character(" "), .character("\u{3000}")]

  func actions(_ context: Context) -> [Action] {
    guard let dossier else { return [.goBack(context, importance: 2)] }
    switch phase(context) {
    case .undeclared: return declaration(context) + [.goBack(context, importance: 2)]
    case .unarranged where context.acts(as: .secretariat):
      return arrangement(isNext: true, context) + [.goBack(context, importance: 2)]
    case .underWay:
      if isTyping { return entryActions(context) }
      return own(dossier, context) + common(dossier, context)
    case .submitted:
      return (own(dossier, context) + common(dossier, context)).map(\.offTheLineIfOver)
    default: return [.goBack(context, importance: 2)]
    }
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
        help: .OnSite.categoryHelp, importance: 6
      ) { $0.turnCategory(1, $1) },
      Action(
        "previousCategory", .OnSite.category, keys: [.left, .character("h")],
        help: .OnSite.categoryHelp
      ) { $0.turnCategory(-1, $1) },
      Action(
        "onlyOpen", .OnSite.onlyOpen, keys: [.function(4)], shown: .plain("F4"),
        help: .OnSite.onlyOpenHelp, importance: 7
      ) { $0.show(onlyOpen: !$0.checks.onlyOpen, $1) },
    ]
  }

  private mutating func turnCategory(_ by: Int, _ context: Context) -> [Effect] {
    let shown = layout(context).checkRows
    return amongChecks { $0.turn(by, shown: shown) }
  }

  private mutating func show(onlyOpen: Bool, _ context: Context) -> [Effect] {
    checks.show(onlyOpen: onlyOpen, of: visit, shown: layout(context).checkRows, context)
    return []
  }

  private func checkActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    let can =
      checks.selected.map { context.availability(of: .tick($0.id, .sample), in: dossier) }
      ?? .disabled(.OnSite.chooseCheck)
    let adding = context.edition.items.first.map {
      context.availability(
        of: .addCheck(
          CheckPoint(item: $0.id, text: "—", method: .documents, origin: .examiner)),
        in: dossier)
    }
    return [
      Action(
        "mark", .OnSite.mark, keys: Self.spaces, shown: .space, help: .OnSite.markHelp,
        availability: can, importance: 9
      ) { $0.markNext($1) },
      Action(
        "outcomes", .OnSite.outcomes, shown: .plain("1–4"), help: .OnSite.outcomesHelp,
        availability: can, importance: 3),
      Action(
        "record", .OnSite.record, keys: [.enter], shown: .plain("Enter"),
        help: .OnSite.recordHelp, availability: can, importance: 8
      ) { $0.record($1) },
      Action(
        "addCheck", .OnSite.addCheck, keys: [.function(6)], shown: .plain("F6"),
        help: .OnSite.addCheckHelp, availability: adding ?? .available, importance: 5
      ) { $0.open("addCheck", $1) },
    ]
  }

  private func agendaActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    let can = context.availability(of: .changeAgenda(visit?.agenda ?? []), in: dossier)
    let here = can == .available && agenda.selected == nil ? .disabled(.OnSite.noAgenda) : can
    return [
      Action(
        "held", .OnSite.held, keys: Self.spaces, shown: .space, help: .OnSite.heldHelp,
        availability: here, importance: 9
      ) { screen, _ in screen.toggleHeld() },
      Action(
        "editLine", .OnSite.editLine, keys: [.enter], shown: .plain("Enter"),
        help: .OnSite.editLineHelp, availability: here, importance: 8
      ) { screen, context in
        screen.agenda.selected.map { screen.open("editLine", about: $0.name, context) } ?? []
      },
      Action(
        "addLine", .OnSite.addLine, keys: [.function(6)], shown: .plain("F6"),
        help: .OnSite.addLineHelp, availability: can, importance: 7
      ) { $0.open("addLine", $1) },
      Action(
        "removeLine", .OnSite.removeLine, keys: [.delete], shown: .plain("Del"),
        help: .OnSite.removeLineHelp, availability: here, importance: 6
      ) { screen, _ in screen.askToRemove() },
      // What the question leads to: under the title of the key that asks it, which is shown alone.
      Action("removeAsked", .OnSite.removeLine, help: .OnSite.removeLineHelp, availability: can) {
        screen, _ in screen.removeAsked()
      },
    ]
  }

  private func markActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    let leads = isLeader(context)
    let can = markAvailability(dossier, context)
    let hasOpen = score?.open.isEmpty == false
    return [
      Action(
        "percentage", leads ? .OnSite.settle : .OnSite.propose, keys: [.enter],
        shown: .plain("Enter 0–9"), help: leads ? .OnSite.settleHelp : .OnSite.proposeHelp,
        availability: can, importance: 9
      ) { $0.startEntry($1) },
      Action(
        "keep", .OnSite.keep, keys: Self.spaces, shown: .space, help: .OnSite.keepHelp,
        availability: can, importance: 8
      ) { $0.keepMaterial($1) },
      Action(
        "rest", .OnSite.rest, keys: [.function(7)], shown: .plain("F7"), help: .OnSite.restHelp,
        availability: can == .available && !hasOpen
          ? .disabled(.OnSite.allSettled) : settling(dossier, context), importance: 6
      ) { screen, _ in screen.askForRest() },
      // What the question leads to, for what is open by the answer.
      Action("restAsked", .OnSite.rest, help: .OnSite.restHelp) { screen, _ in
        screen.settleRest()
      },
    ]
  }

  /// Whether the person at work gives marks: the leader settles, the others propose.
  func markAvailability(_ dossier: CaseState, _ context: Context) -> Availability {
    guard let item = marks.selected(context), let material = visit?.material[item.id] else {
      return .available
    }
    return context.availability(
      of: .proposeSiteMark(item.id, material, reason: ""), in: dossier)
  }

  /// Whether the person at work settles.
  private func settling(_ dossier: CaseState, _ context: Context) -> Availability {
    guard let item = marks.selected(context), let material = visit?.material[item.id]
    else { return .available }
    return context.availability(
      of: .settleSiteMark(item.id, material, reason: "—"), in: dossier)
  }

  private func entryActions(_ context: Context) -> [Action] {
    [
      Action(
        "digits", .OnSite.percentage, shown: .plain("0–9"), help: .OnSite.enterHelp,
        importance: 7),
      Action("steps", .OnSite.fiveSteps, shown: .sideArrows, help: .OnSite.enterHelp),
      Action(
        "enter", isLeader(context) ? .OnSite.settle : .OnSite.propose, keys: [.enter],
        shown: .plain("Enter"), help: .OnSite.settleHelp, importance: 9
      ) { $0.enterPercentage($1) },
      Action(
        "leaveEntry", .back, keys: [.escape], shown: .plain("Esc"),
        help: .OnSite.leaveEntryHelp, importance: 8
      ) { screen, _ in
        screen.marks.entry = nil
        return []
      },
    ]
  }

  /// What can be done in every part.
  private func common(_ dossier: CaseState, _ context: Context) -> [Action] {
    let isMarks = part == .marks
    var actions = [
      Action(
        "marks", isMarks ? .OnSite.backToChecks : .OnSite.marks,
        keys: isMarks ? [.function(8), .escape] : [.function(8)], shown: .plain("F8"),
        help: .OnSite.marksHelp, importance: 7
      ) { screen, _ in screen.go(to: isMarks ? .checks : .marks) },
      Action(
        "nextPart", .OnSite.otherPart, keys: [.tab], shown: .plain("Tab"),
        help: .OnSite.otherPartHelp, importance: 3
      ) { $0.turn(1, $1) },
      Action("previousPart", .OnSite.otherPart, keys: [.backTab], help: .OnSite.otherPartHelp) {
        $0.turn(-1, $1)
      },
      Action("down", .choose, keys: [.character("j")], help: .OnSite.chooseHelp) {
        $0.move(.down, $1)
      },
      Action("up", .choose, keys: [.character("k")], help: .OnSite.chooseHelp) {
        $0.move(.up, $1)
      },
    ]
    if isMember(context) {
      actions += [
        Action(
          "submit", .OnSite.submit, keys: [.function(5)], shown: .plain("F5"),
          help: .OnSite.submitHelp, availability: settling(dossier, context), importance: 7
        ) { $0.askToSubmit($1) }
      ]
      // What the list of what is missing leads to, which is shown alone.
      actions += [
        Action("toChecks", .OnSite.submit, help: .OnSite.submitHelp) { screen, context in
          screen.part = .checks
          return screen.show(onlyOpen: true, context)
        },
        Action("toMarks", .OnSite.submit, help: .OnSite.submitHelp) { screen, context in
          screen.part = .marks
          return screen.moveToOpen(context)
        },
        Action("toAgenda", .OnSite.submit, help: .OnSite.submitHelp) { screen, _ in
          screen.go(to: .agenda)
        },
      ]
      actions += self.actions([.recuse], context)
    }
    if context.acts(as: .secretariat) {
      actions += arrangement(isNext: false, context)
    }
    actions.append(Printing.action(papers(context), hasOwnKey: false))
    if !isMarks { actions.append(.goBack(context, importance: 2)) }
    return actions
  }

  private mutating func go(to part: Part) -> [Effect] {
    self.part = part
    return []
  }
}

extension CheckFinding {
  /// With which is asked whether findings are taken at all.
  static let sample = CheckFinding(
    outcome: .notApplicable, method: .documents, evidence: "—", place: "", asked: "")
}
