import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// What can be done, declared once: keys, bottom line, help and palette.
extension ReviewScreen {
  func actions(_ context: Context) -> [Action] {
    (shown(context) + handingIn + settlingConflict + settlingTwice + takingSheet).map(\.settled)
  }

  private func shown(_ context: Context) -> [Action] {
    if material.finding != nil { return findActions() }
    if focus == .checklist { return checklistActions(context) }
    if focus == .hits { return hitsActions }
    if phase == .undeclared { return declaring(context) + everywhereActions(context) }
    if case .ready = phase { return startActions(context) + everywhereActions(context) }
    guard phase.hasSheet else { return everywhereActions(context) }
    let sheet = choosingSides(context) + sheetActions(context)
    // One's own review under way leaves as a score sheet, and as nothing else.
    let prints = !sheet.contains { $0.id == Printing.name }
    var actions = focusActions(context) + sheet + everywhereActions(context, prints: prints)
    // What belongs to an item rests while the overall part is open.
    if headForm != nil { actions.removeAll { ["quote", "abstain", "guide"].contains($0.id) } }
    return phase == .underWay ? actions : actions.map(\.offTheLineIfOver)
  }

  private func startActions(_ context: Context) -> [Action] {
    let isAgain = phase == .ready(isAgain: true)
    let refusal = material.tab.kind.flatMap { material.refusal(of: $0) }
    return [
      Action(
        "start", isAgain ? .Review.startAgain : .Review.start, keys: [.enter],
        shown: .plain("Enter"), help: .Review.startHelp,
        availability: refusal.map(Availability.disabled) ?? .available, importance: 9
      ) { screen, _ in
        screen.dossier.map { [.startReview($0.id, ticket: "start")] } ?? []
      }
    ] + textActions(context)
  }

  /// What reads the text: offered wherever the text can be seen.
  private func textActions(_ context: Context) -> [Action] {
    let isWide = textLayout(layout(context), context).mostShift > 0
    return [
      Action("moveText", .Review.paragraph, shown: .arrows, help: .Review.paragraphHelp),
      Action("nextTab", .Review.materialTab, shown: .sideArrows, help: .Review.materialTabHelp),
      .sideways(isWide),
    ]
  }

  /// Bookmarks are part of what lies beside the draft, and there once that was read.
  private func marking(_ context: Context) -> [Action] {
    phase.hasSheet ? [bookmark(context)] : []
  }

  /// What the part with the focus offers.
  private func focusActions(_ context: Context) -> [Action] {
    switch focus {
    case .items: itemActions(context)
    case .text:
      evidenceActions(context) + textActions(context) + marking(context)
        + [toComment(context), pane, leave]
    case .percentage: percentageActions() + [pane]
    case .bands: bandActions() + [pane, leave]
    case .comments:
      (entry == nil ? commentActions(context) + [pane, leave] : entryActions())
        + [toPassage(context)]
    case .head:
      [
        Action("fields", .fields, shown: .plain("Tab ↑↓"), help: .formKeys, importance: 6),
        Action(
          "closeHead", .back, keys: [.escape], shown: .plain("Esc"), help: .Review.leaveHelp,
          importance: 8
        ) { screen, _ in screen.leaveHead() },
      ]
    case .checklist, .hits: []
    }
  }

  private var pane: Action {
    Action(
      "pane", .switchPane, keys: [.tab], shown: .plain("Tab"), help: .Review.paneHelp,
      importance: 7
    ) { $0.switchPane($1) }
  }

  private var leave: Action {
    Action("leave", .back, keys: [.escape], shown: .plain("Esc"), help: .Review.leaveHelp) {
      screen, _ in
      screen.material.isMarking = false
      let isBack = screen.entry != nil || screen.comesFromComment
      return screen.focus(on: isBack ? .comments : .items)
    }
  }

  private func itemActions(_ context: Context) -> [Action] {
    [
      Action("move", .Review.items, shown: .arrows, help: .Review.itemsHelp, importance: 7),
      Action(
        "digits", .Review.percentage, shown: .plain("0–9"), help: .Review.digitsHelp,
        availability: writable, importance: 8),
      Action(
        "comments", canWrite ? .Review.write : .Review.comments, keys: [.enter],
        shown: .plain("Enter"), help: .Review.writeHelp, importance: 8
      ) { screen, _ in screen.focus(on: .comments) },
      pane,
    ]
  }

  private func percentageActions() -> [Action] {
    [
      Action(
        "accept", .Review.acceptNext, keys: [.enter], shown: .plain("Enter"),
        help: .Review.acceptNextHelp, importance: 9
      ) { $0.acceptPercentage($1) },
      Action("step", .plain("±5%"), shown: .sideArrows, help: .Review.stepHelp, importance: 8),
      Action(
        "otherItem", .Review.items, shown: .arrows, help: .Review.itemsHelp, importance: 6),
      Action(
        "dropDigits", .back, keys: [.escape], shown: .plain("Esc"),
        help: .Review.cancelPercentageHelp
      ) { $0.cancelPercentage($1) },
    ]
  }

  private func bandActions() -> [Action] {
    [
      Action(
        "dimension", .Review.dimension, shown: .arrows, help: .Review.dimensionHelp, importance: 7),
      Action(
        "band", .Review.band, shown: .sideArrows, help: .Review.bandHelp, availability: writable,
        importance: 8),
      Action(
        "clearBand", .Review.clear, shown: .space, help: .Review.clearBandHelp,
        availability: writable),
    ]
  }

  private func commentActions(_ context: Context) -> [Action] {
    let row = entryRow(context)
    var open = Phrase.Review.edit
    if case .heading(let section) = row { open = .Review.writeNew(section) }
    let isPoint = if case .point = row { true } else { false }
    let weigh: Phrase = isPoint ? .Review.turnPoint : .Review.double
    return [
      Action("moveEntry", .choose, shown: .arrows, help: .Review.moveEntryHelp),
      Action(
        "openEntry", open, keys: [.enter], shown: .plain("Enter"), help: .Review.openEntryHelp,
        availability: writable, importance: 9
      ) { $0.openEntry($1) },
      Action(
        "weigh", weigh, keys: [.character(" ")], shown: .space, help: .Review.doubleHelp,
        availability: writable, importance: 8
      ) { $0.weigh($1) },
      Action(
        "nextTag", .Review.dimension, keys: [.right], shown: .sideArrows, help: .Review.tagHelp,
        availability: writable, importance: 7
      ) { $0.tag(by: 1, $1) },
      Action(
        "previousTag", .Review.dimension, keys: [.left], help: .Review.tagHelp,
        availability: writable
      ) { $0.tag(by: -1, $1) },
      Action(
        "deleteEntry", .Review.delete, keys: [.delete, .backspace], shown: .plain("Del"),
        help: .Review.deleteHelp, availability: writable, importance: 7
      ) { $0.deleteEntry($1) },
    ]
  }

  private func entryActions() -> [Action] {
    [
      Action(
        "closeEntry", .done, keys: [.enter, .escape], shown: .plain("Enter"),
        help: .Review.closeEntryHelp, importance: 9
      ) { screen, _ in
        screen.closeEntry()
        return []
      },
      Action(
        "turn", .Review.turn, keys: [.function(8)], shown: .plain("F8"), help: .Review.turnHelp,
        importance: 7
      ) { screen, context in screen.changeEntry(context) { $0.turn() } },
      Action(
        "doubleEntry", .Review.double, keys: [.function(4)], shown: .plain("F4"),
        help: .Review.doubleHelp, importance: 6
      ) { screen, context in screen.changeEntry(context) { $0.toggleDoubled() } },
      Action(
        "tagEntry", .Review.dimension, keys: [.function(6)], shown: .plain("F6"),
        help: .Review.tagHelp, importance: 6
      ) { screen, context in
        guard let kind = screen.selected(context)?.kind else { return [] }
        return screen.changeEntry(context) { $0.tagNext(of: kind) }
      },
      Action(
        "readOn", .Review.readOn, shown: .plain("PgUp/PgDn"), help: .Review.readOnHelp,
        importance: 5),
      pane,
    ]
  }

  /// What can be done to the sheet from every pane.
  private func sheetActions(_ context: Context) -> [Action] {
    var actions = [
      Action(
        "quote", .Review.quote, keys: [.function(7)], shown: .plain("F7"), help: .Review.quoteHelp,
        availability: quotable(context), importance: 7
      ) { $0.quote($1) },
      Action(
        "undo", .undo, keys: [.function(9)], shown: .plain("F9"), help: .Review.undoHelp,
        availability: canUndo, importance: 4
      ) { $0.undo($1) },
      Action(
        "submit", .Review.submit, keys: [.function(5)], shown: .plain("F5"),
        help: .Review.submitHelp, availability: writable, importance: 8
      ) { $0.submit($1) },
      Action(
        "find", .find, keys: [.function(3), .character("/")], shown: .plain("F3"),
        help: .Review.findHelp, importance: 3
      ) { screen, context in
        screen.material.find(context)
        return []
      },
      nextBookmark,
    ]
    if entry == nil {
      actions += scoreSheetActions(writable)
      actions += [
        Action(
          "guide", .Review.guide, keys: [.function(4)], shown: .plain("F4"),
          help: .Review.guideHelp, importance: 6
        ) { screen, context in
          screen.show(screen.material.tab == .guide ? .selfEvaluation : .guide, context)
        },
        Action(
          "head", .Review.head, keys: [.function(6)], shown: .plain("F6"), help: .Review.headHelp,
          importance: 6
        ) { $0.headForm == nil ? $0.openHead($1) : $0.leaveHead() },
      ]
      if phase == .handedIn || phase == .opened {
        actions.append(
          Action(
            "withdraw", .Review.withdraw, keys: [.function(8)], shown: .plain("F8"),
            help: .Review.withdrawHelp,
            availability: dossier.map {
              context.availability(of: .withdraw(reason: "·"), in: $0)
            } ?? .available, importance: 7
          ) { $0.open("withdraw", $1) })
      } else {
        actions.append(
          Action(
            "abstain", .Review.abstain, keys: [.function(8)], shown: .plain("F8"),
            help: .Review.abstainHelp, availability: writable, importance: 4
          ) { screen, context in
            screen.selected(context).map {
              screen.open("abstain", about: $0.id.rawValue, context)
            } ?? []
          })
      }
    }
    return actions
  }

  private func everywhereActions(_ context: Context, prints: Bool = true) -> [Action] {
    var actions: [Action] = []
    if focus == .items || !phase.hasSheet {
      actions.append(.goBack(context))
    }
    actions += recusal(context)
    if prints { actions.append(Printing.action(papers(context), hasOwnKey: false)) }
    return actions
  }

  // MARK: Availability

  private var writable: Availability {
    canWrite ? .available : .disabled(.Review.readOnly(phase))
  }

  private func quotable(_ context: Context) -> Availability {
    guard canWrite else { return writable }
    return evidence(context) == nil ? .disabled(.Review.nothingToQuote) : .available
  }

  private var canUndo: Availability {
    guard canWrite else { return writable }
    return editor.canUndo || entry != nil ? .available : .disabled(.Review.nothingToUndo)
  }
}

extension ScreenAction<ReviewScreen> {
  /// The same, after which rooms, caches and documents are put in order as after every message.
  fileprivate var settled: Self {
    guard let run else { return self }
    return Self(
      offer.id, offer.title, keys: offer.keys, shown: offer.keyNames, help: offer.help,
      availability: offer.availability, importance: offer.importance
    ) { screen, context in
      let effects = run(&screen, context)
      return effects + screen.settle(context)
    }
  }
}
