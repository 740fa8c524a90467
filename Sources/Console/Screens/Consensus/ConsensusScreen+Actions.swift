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
    guard isMember(context) else { return reading(context) + moving(context) }
    return settling(dossier, context) + reading(context) + remarkActions(dossier, context)
      + sessionActions(dossier, context) + moving(context)
  }

  /// Whether the person at work is of the panel that meets here.
  private func isMember(_ context: Context) -> Bool {
    context.person.map { panel(context)?.members.contains($0) == true } ?? false
  }

  /// Whether a command would be taken now, with the reason where not.
  func availability(
    _ command: CaseCommand, _ dossier: CaseState, _ context: Context
  ) -> Availability {
    context.refusal(of: command, in: dossier).map { .disabled(Notices.sentence($0, context)) }
      ?? .available
  }

  /// What the way to opening takes: the key belongs to the step that is next.
  private func openingActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    func step(
      _ id: String, _ title: Phrase, _ help: Phrase, _ command: CaseCommand, isNext: Bool
    ) -> Action {
      Action(
        id, title, keys: isNext ? [.function(5), .enter] : [],
        shown: isNext ? .plain("F5") : .plain(""), help: help,
        availability: availability(command, dossier, context), importance: 9)
    }
    let opening = dossier.opening(
      under: panel(context).flatMap { dossier.actingLeader(of: $0, in: context.cycle) })
    let ask = step(
      "askOpening", .askOpening, .askOpeningHelp, .askOpening, isNext: opening == .closed)
    let release = step(
      "releaseOpening", .releaseOpening, .releaseOpeningHelp, .releaseOpening,
      isNext: opening == .asked)
    let open = step(
      "openConsensus", .openSession, .openSessionHelp, .openConsensus,
      isNext: opening == .released)
    // The leader asks and opens, the secretariat releases its half (R4).
    return (isMember(context) ? [ask, open] : [])
      + (context.acts(as: .secretariat) ? [release] : [])
  }

  private var entryActions: [Action] {
    [
      Action(
        "digits", .percentageWord, shown: .plain("0–9"), help: .percentageEntryHelp, importance: 7),
      Action("steps", .fiveSteps, shown: .sideArrows, help: .percentageEntryHelp, importance: 6),
      Action(
        "enter", .settleNow, keys: [.enter], shown: .plain("Enter"), help: .settleHelp,
        importance: 9),
      Action(
        "leaveEntry", .back, keys: [.escape], shown: .plain("Esc"), help: .leaveEntryHelp,
        importance: 8),
    ]
  }

  private func settling(_ dossier: CaseState, _ context: Context) -> [Action] {
    let item = selected?.item.id
    let can = item.map { availability(.discuss($0, text: "—"), dossier, context) } ?? .available
    let movesOn = part != .detail && restsOn != nil && restsOn == item && !dossier.consensusFinished
    let isEnterTaken = part == .detail && !remarks.isEmpty && !showsAgreement
    let settleKeys: [Key] = isEnterTaken || movesOn ? [] : [.enter]
    let settleShown: Phrase =
      movesOn ? .plain("") : isEnterTaken ? .plain("0–9") : .plain("Enter")
    let hasOpen = figures?.open.isEmpty == false
    return [
      Action(
        "settle", .settleItem, keys: settleKeys, shown: settleShown, help: .settleHelp,
        availability: can, importance: 9),
      Action(
        "next", .nextOpenItem, keys: movesOn ? [.enter, .character("n")] : [.character("n")],
        shown: movesOn ? .plain("Enter") : .plain(""), help: .nextOpenItemHelp,
        availability: hasOpen ? .available : .disabled(.allSettled), importance: 9),
      Action(
        "discuss", .recordDiscussion, keys: [.function(7)], shown: .plain("F7"),
        help: .recordDiscussionHelp, availability: can, importance: 8),
    ]
  }

  private func reading(_ context: Context) -> [Action] {
    [
      Action(
        "agreement", showsAgreement ? .backToItem : .reviewersAgreement,
        keys: showsAgreement ? [.function(8), .escape] : [.function(8)], shown: .plain("F8"),
        help: .reviewersAgreementHelp, importance: 6),
      Action(
        "order", order == .dispute ? .byNumberOrder : .byDisputeOrder,
        keys: part == .detail ? [] : [.function(6)],
        shown: part == .detail ? .plain("") : .plain("F6"), help: .itemOrderHelp, importance: 4),
    ]
  }

  private func remarkActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    guard let item = selected?.item.id, let remark = selectedRemark, let session else { return [] }
    let can = availability(.merge(item, session.merge(of: item)), dossier, context)
    let isHere = part == .detail && !showsAgreement
    let joining =
      can == .available && earlier(of: remark) == nil ? .disabled(.nothingToJoin) : can
    return [
      Action(
        "use", .useRemark, keys: isHere ? [.character(" ")] : [],
        shown: isHere ? .space : .plain(""), help: .useRemarkHelp, availability: can,
        importance: 8),
      Action(
        "edit", .editRemark, keys: isHere ? [.enter] : [],
        shown: isHere ? .plain("Enter") : .plain(""), help: .editRemarkHelp, availability: can,
        importance: 7),
      Action(
        "join", .joinRemark, keys: isHere ? [.function(6)] : [],
        shown: isHere ? .plain("F6") : .plain(""), help: .joinRemarkHelp, availability: joining,
        importance: 7),
      Action(
        "undo", .undo, keys: [.function(9)], shown: isHere ? .plain("F9") : .plain(""),
        help: .undoRemarkHelp,
        availability: earlierMerge == nil ? .disabled(.nothingToUndoHere) : can, importance: 4),
    ]
  }

  private func sessionActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    var actions: [Action] = []
    if let item = selected?.item.id, let person = context.person {
      actions.append(
        Action(
          "dissent", .recordDissent, keys: [.character("d")], help: .recordDissentHelp,
          availability: availability(.dissent(item, person: person, text: "—"), dossier, context)))
    }
    let present = panel(context).map { dossier.members(of: $0) } ?? []
    actions.append(
      Action(
        "attendance", .recordAttendance, keys: [.function(4)], shown: .plain("F4"),
        help: .recordAttendanceHelp,
        availability: availability(
          .recordAttendance(present: present, absences: [:]), dossier, context),
        importance: 5))
    if dossier.consensusFinished {
      actions.append(
        Action(
          "reopen", .reopenSession, help: .reopenSessionHelp,
          availability: availability(.reopenConsensus(reason: "—"), dossier, context)))
    } else {
      actions.append(
        Action(
          "finish", .finishSession, keys: [.function(5)], shown: .plain("F5"),
          help: .finishSessionHelp, availability: leaderAvailability(dossier, context),
          importance: 7))
    }
    return actions
  }

  /// Finishing shows its check list to the leader even while something is missing.
  private func leaderAvailability(_ dossier: CaseState, _ context: Context) -> Availability {
    guard let item = rows.first?.item.id else { return .available }
    return availability(.discuss(item, text: "—"), dossier, context)
  }

  private func moving(_ context: Context) -> [Action] {
    [
      Action("move", .choose, shown: .arrows, help: .chooseItemHelp, importance: 6),
      Action(
        "nextPart", .switchPart, keys: [.tab, .right, .character("l")], shown: .plain("Tab"),
        help: .switchPartHelp, importance: 6),
      Action(
        "previousPart", .switchPart, keys: [.backTab, .left, .character("h")],
        help: .switchPartHelp),
      Action("down", .choose, keys: [.character("j")], help: .chooseItemHelp),
      Action("up", .choose, keys: [.character("k")], help: .chooseItemHelp),
      .goBack(context, importance: 2),
    ]
  }

  /// The remark of the same kind before another one, into which it can be merged.
  func earlier(of remark: Remark) -> Remark? {
    guard let place = remarks.firstIndex(of: remark) else { return nil }
    return remarks[..<place].last { $0.kind == remark.kind && $0.isUsed }
  }
}
