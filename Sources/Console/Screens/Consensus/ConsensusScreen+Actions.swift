import Criteria
import Foundation
import Procedure
import Terminal

extension ConsensusScreen {
  func actions(_ context: Context) -> [Action] {
    guard let dossier else { return [.goBack(context)] }
    guard dossier.opening == .opened else {
      return openingActions(dossier, context) + [.goBack(context)]
    }
    guard figures != nil else { return [.goBack(context)] }
    if entry != nil { return entryActions }
    // Who is not of the panel reads: what only the panel can ever do is not offered to them.
    guard isMember(context) else { return reading + moving(context) }
    let actions =
      settling(dossier, context) + reading + remarkActions(dossier, context)
      + sessionActions(dossier, context) + moving(context)
    return dossier.consensusFinished ? actions.map(\.offTheLineIfOver) : actions
  }

  /// Whether the person at work is of the panel that meets here.
  func isMember(_ context: Context) -> Bool {
    context.person.map { panel(context)?.members.contains($0) == true } ?? false
  }

  private var entryActions: [Action] {
    [
      Action(
        "digits", .percentageWord, shown: .plain("0–9"), help: .percentageEntryHelp, importance: 7),
      Action("steps", .fiveSteps, shown: .sideArrows, help: .percentageEntryHelp, importance: 6),
      Action(
        "enter", .settleNow, keys: [.enter], shown: .plain("Enter"), help: .settleHelp,
        importance: 9
      ) { $0.settle($1) },
      Action(
        "leaveEntry", .back, keys: [.escape], shown: .plain("Esc"), help: .leaveEntryHelp,
        importance: 8
      ) { screen, _ in
        screen.entry = nil
        return []
      },
    ]
  }

  private func settling(_ dossier: CaseState, _ context: Context) -> [Action] {
    let item = selected?.item.id
    let can =
      item.map { context.availability(of: .discuss($0, text: "—"), in: dossier) } ?? .available
    let movesOn = part != .detail && restsOn != nil && restsOn == item && !dossier.consensusFinished
    let isEnterTaken = part == .detail && !remarks.all.isEmpty && !showsAgreement
    let settleKeys: [Key] = isEnterTaken || movesOn ? [] : [.enter]
    let settleShown: Phrase =
      movesOn ? .plain("") : isEnterTaken ? .plain("0–9") : .plain("Enter")
    return [
      Action(
        "settle", .settleItem, keys: settleKeys, shown: settleShown, help: .settleHelp,
        availability: can, importance: 9
      ) { $0.startSettling($1) },
      Action(
        "next", .nextOpenItem, keys: movesOn ? [.enter, .character("n")] : [.character("n")],
        shown: movesOn ? .plain("Enter") : .plain(""), help: .nextOpenItemHelp,
        availability: figures?.open.isEmpty == false ? .available : .disabled(.allSettled),
        importance: 9
      ) { screen, context in screen.amongItems { $0.moveOn(context) } },
      Action(
        "discuss", .recordDiscussion, keys: [.function(7)], shown: .plain("F7"),
        help: .recordDiscussionHelp, availability: can, importance: 8
      ) { $0.openOnItem("discuss", $1) },
    ]
  }

  private var reading: [Action] {
    [
      Action(
        "agreement", showsAgreement ? .backToItem : .reviewersAgreement,
        keys: showsAgreement ? [.function(8), .escape] : [.function(8)], shown: .plain("F8"),
        help: .reviewersAgreementHelp, importance: 6
      ) { screen, context in
        screen.showsAgreement.toggle()
        if !context.isWide { screen.part = screen.showsAgreement ? .detail : .items }
        return []
      },
      Action(
        "order", items.order == .dispute ? .byNumberOrder : .byDisputeOrder,
        keys: part == .detail ? [] : [.function(6)],
        shown: part == .detail ? .plain("") : .plain("F6"), help: .itemOrderHelp, importance: 4
      ) { screen, context in screen.amongItems { $0.turnOrder(context) } },
    ]
  }

  private func remarkActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    guard let item = selected?.item.id, let remark = remarks.selected, let session else {
      return []
    }
    let earlier = remarks.earlier(than: remark)
    let can = context.availability(of: .merge(item, session.merge(of: item)), in: dossier)
    let isHere = part == .detail && !showsAgreement
    return [
      Action(
        "use", .useRemark, keys: isHere ? [.character(" ")] : [],
        shown: isHere ? .space : .plain(""), help: .useRemarkHelp, availability: can,
        importance: 8
      ) { screen, _ in screen.change(item) { $0.toggling(remark) } },
      Action(
        "edit", .editRemark, keys: isHere ? [.enter] : [],
        shown: isHere ? .plain("Enter") : .plain(""), help: .editRemarkHelp, availability: can,
        importance: 7
      ) { $0.open("edit", about: "\(item)/\(remark.name)", $1) },
      Action(
        "join", .joinRemark, keys: isHere ? [.function(6)] : [],
        shown: isHere ? .plain("F6") : .plain(""), help: .joinRemarkHelp,
        availability: can == .available && earlier == nil ? .disabled(.nothingToJoin) : can,
        importance: 7
      ) { screen, _ in
        earlier.map { earlier in screen.change(item) { $0.joining(remark, into: earlier) } } ?? []
      },
      Action(
        "undo", .undo, keys: [.function(9)], shown: isHere ? .plain("F9") : .plain(""),
        help: .undoRemarkHelp,
        availability: remarks.before == nil ? .disabled(.nothingToUndoHere) : can, importance: 4
      ) { screen, _ in
        guard let before = screen.remarks.before else { return [] }
        screen.remarks.before = nil
        return screen.perform(.merge(before.item, before.merge), "merge")
      },
    ]
  }

  /// Writes another choice among the remarks of an item, and keeps the one before it.
  mutating func change(_ item: ItemID, _ body: (Merge) -> Merge) -> [Effect] {
    guard let session else { return [] }
    let merge = session.merge(of: item)
    remarks.before = .init(item: item, merge: merge)
    return perform(.merge(item, body(merge)), "merge")
  }

  private func sessionActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    var actions: [Action] = []
    if let item = selected?.item.id, let person = context.person {
      actions.append(
        Action(
          "dissent", .recordDissent, keys: [.character("d")], help: .recordDissentHelp,
          availability: context.availability(
            of: .dissent(item, person: person, text: "—"), in: dossier)
        ) { $0.openOnItem("dissent", $1) })
    }
    let present = panel(context).map { dossier.members(of: $0) } ?? []
    actions.append(
      Action(
        "attendance", .recordAttendance, keys: [.function(4)], shown: .plain("F4"),
        help: .recordAttendanceHelp,
        availability: context.availability(
          of: .recordAttendance(present: present, absences: [:]), in: dossier),
        importance: 5
      ) { $0.open("attendance", $1) })
    if dossier.consensusFinished {
      actions.append(
        Action(
          "reopen", .reopenSession, help: .reopenSessionHelp,
          availability: context.availability(of: .reopenConsensus(reason: "—"), in: dossier)
        ) { $0.open("reopen", $1) })
    } else {
      // Its check list is shown to the leader even while something is missing.
      let leading = items.rows.first.map {
        context.availability(of: .discuss($0.item.id, text: "—"), in: dossier)
      }
      actions.append(
        Action(
          "finish", .finishSession, keys: [.function(5)], shown: .plain("F5"),
          help: .finishSessionHelp, availability: leading ?? .available, importance: 7
        ) { $0.askToFinish($1) })
    }
    return actions
  }

  /// Opens a form about the selected item.
  private func openOnItem(_ name: String, _ context: Context) -> [Effect] {
    selected.map { open(name, about: $0.item.id.rawValue, context) } ?? []
  }

  /// Names what is missing before the session can be finished, else asks for the conclusion.
  private func askToFinish(_ context: Context) -> [Effect] {
    guard let session, let figures else { return [] }
    var missing: [Phrase] = []
    let open = figures.open
    if !open.isEmpty {
      missing.append(.missingSettlements(open.count))
      missing += open.prefix(6).map { .openItem($0.item, needsDiscussion: $0.needsDiscussion) }
      if open.count > 6 { missing.append(.andMore(open.count - 6)) }
    }
    if session.present.isEmpty { missing.append(.missingAttendance) }
    guard !missing.isEmpty else { return self.open("conclusion", context) }
    let (next, name): (String, Phrase) =
      open.isEmpty ? ("attendance", .recordAttendance) : ("next", .nextOpenItem)
    return [
      .ask(
        Question(
          id: "missing", title: .notReadyToFinish, lines: missing,
          choices: [
            .init("no", .back, key: .escape, keyName: "Esc"),
            .init(next, name, key: .enter, keyName: "Enter", then: [.begin(next)]),
          ]))
    ]
  }

  private func moving(_ context: Context) -> [Action] {
    [
      Action("move", .choose, shown: .arrows, help: .chooseItemHelp, importance: 6),
      Action(
        "nextPart", .switchPart, keys: [.tab, .right, .character("l")], shown: .plain("Tab"),
        help: .switchPartHelp, importance: 6
      ) { $0.turn(1, $1) },
      Action(
        "previousPart", .switchPart, keys: [.backTab, .left, .character("h")],
        help: .switchPartHelp
      ) { $0.turn(-1, $1) },
      Action("down", .choose, keys: [.character("j")], help: .chooseItemHelp) {
        $0.move(.down, $1)
      },
      Action("up", .choose, keys: [.character("k")], help: .chooseItemHelp) { $0.move(.up, $1) },
      Printing.action(papers(context), hasOwnKey: false), .goBack(context, importance: 2),
    ]
  }
}
