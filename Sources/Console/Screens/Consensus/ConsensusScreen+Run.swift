import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// What the actions do.
extension ConsensusScreen {
  mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "settle": return startSettling(context)
    case "enter": return settle(context)
    case "leaveEntry": entry = nil
    case "next": moveOn(context)
    case "agreement":
      showsAgreement.toggle()
      if !context.isWide { part = showsAgreement ? .detail : .items }
    case "order":
      order = order == .dispute ? .number : .dispute
      arrange(context)
    case "nextPart": step(1, context)
    case "previousPart": step(-1, context)
    case "down": move(.down, context)
    case "up": move(.up, context)
    case "goBack": return [.goBack]
    case "use": return use()
    case "join": return join()
    case "undo": return undo()
    case "finish": return askToFinish(context)
    case "askOpening", "releaseOpening", "openConsensus": return askToOpen(name, context)
    default: return sheet(name, context).map { [.open($0)] } ?? []
    }
    return []
  }

  private mutating func step(_ by: Int, _ context: Context) {
    let parts = parts(context)
    let place = parts.firstIndex(of: part) ?? 0
    part = parts[(place + by + parts.count) % parts.count]
  }

  // MARK: Settling

  /// Opens the field, or first the record of a discussion where R6 asks for one.
  mutating func startSettling(_ context: Context) -> [Effect] {
    guard let row = selected, let dossier else { return [] }
    if let refusal = context.refusal(of: .discuss(row.item.id, text: "—"), in: dossier) {
      return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
    if row.needsDiscussion {
      return [.open(discussionSheet(row, leadsOn: true, context))]
    }
    openEntry(row)
    return []
  }

  /// The field proposes what is settled already, else the median as the nearest step below.
  mutating func openEntry(_ row: ConsensusFigures.Row) {
    let median = row.agreement.median.flatMap { Percentage($0.hundredths / 500 * 5) }
    entry = SettleEntry(row.item.id, proposing: row.settlement?.percentage ?? median)
    restsOn = nil
  }

  /// Settles, or asks for the reason where R6 wants one.
  private func settle(_ context: Context) -> [Effect] {
    guard let entry, let dossier, let row = selected else { return [] }
    switch entry.percentage {
    case .failure(let fault): return [.say(Notice(.refusal, Notices.sentence(fault)))]
    case .success(let percentage):
      let command = CaseCommand.settle(row.item.id, percentage, reason: "")
      guard let refusal = context.refusal(of: command, in: dossier) else {
        return [.perform([.dossier(dossier.id, command)], ticket: "settle")]
      }
      return askForReason(of: percentage, row, refusal, context)
    }
  }

  /// Asks for the reason where a refusal wants one, else says the refusal.
  private func askForReason(
    of percentage: Percentage, _ row: ConsensusFigures.Row, _ refusal: Refusal, _ context: Context
  ) -> [Effect] {
    let why = Notices.sentence(refusal, context)
    switch refusal.reason {
    case .reasonOutsideRange, .reasonForCorrection, .reasonWithoutMarks:
      return [.open(reasonSheet(row, percentage, why: why, context))]
    default: return [.say(Notice(.refusal, why))]
    }
  }

  /// Goes to the next item that is not settled, from the selected one round.
  mutating func moveOn(_ context: Context) {
    let from = list.selection + 1
    let round = Array(rows.indices.dropFirst(from)) + Array(rows.indices.prefix(from))
    guard let next = round.first(where: { rows[$0].settlement == nil }) else { return }
    select(next, context)
  }

  // MARK: Remarks

  private mutating func use() -> [Effect] {
    guard let remark = selectedRemark else { return [] }
    return change { $0.toggling(remark) }
  }

  private mutating func join() -> [Effect] {
    guard let remark = selectedRemark, let earlier = earlier(of: remark) else { return [] }
    return change { $0.joining(remark, into: earlier) }
  }

  /// Writes another choice among the remarks of the selected item, and keeps the one before it.
  mutating func change(_ body: (Merge) -> Merge) -> [Effect] {
    guard let dossier, let session, let item = selected?.item.id else { return [] }
    let merge = session.merge(of: item)
    earlierMerge = EarlierMerge(item: item, merge: merge)
    return [.perform([.dossier(dossier.id, .merge(item, body(merge)))], ticket: "merge")]
  }

  private mutating func undo() -> [Effect] {
    guard let dossier, let earlier = earlierMerge else { return [] }
    earlierMerge = nil
    return [.perform([.dossier(dossier.id, .merge(earlier.item, earlier.merge))], ticket: "merge")]
  }

  // MARK: Questions

  private func askToOpen(_ name: String, _ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    let handedIn = Phrase.sheetsHandedIn(
      dossier.assigned.count - dossier.outstanding.count, dossier.assigned.count)
    switch name {
    case "askOpening":
      return [
        .ask(
          .confirm(
            id: name, title: .askOpeningQuestion, lines: [handedIn, .askOpeningHelp],
            yes: .askOpening))
      ]
    case "releaseOpening":
      let leader =
        panel(context).flatMap { dossier.actingLeader(of: $0, in: context.cycle) }.map(context.name)
        ?? "—"
      return [
        .ask(
          .confirm(
            id: name, title: .releaseOpeningQuestion,
            lines: [handedIn, .askedByLeader(leader), .releaseOpeningHelp], yes: .releaseOpening))
      ]
    default:
      return [
        .ask(
          .confirm(
            id: name, title: .openSessionQuestion, lines: [handedIn, .openSessionHelp],
            yes: .openSession))
      ]
    }
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
    guard missing.isEmpty else {
      return [
        .ask(
          Question(
            id: "missing", title: .notReadyToFinish, lines: missing,
            choices: [
              .init("no", .back, key: .escape, keyName: "Esc"),
              open.isEmpty
                ? .init("attendance", .recordAttendance, key: .enter, keyName: "Enter")
                : .init("next", .nextOpenItem, key: .enter, keyName: "Enter"),
            ]))
      ]
    }
    return sheet("conclusion", context).map { [.open($0)] } ?? []
  }

  // MARK: Forms left unfinished

  /// Opens a form anew on the item, and the remark, that it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    let about = place.about.split(separator: "/", maxSplits: 1).map(String.init)
    if let item = about.first {
      guard let row = rows.firstIndex(where: { $0.item.id.rawValue == item }) else { return [] }
      select(row, context)
    }
    switch place.form {
    case "discuss/settle": return startSettling(context)
    case "conclusion": return begin("finish", context)
    case "edit":
      guard let remark = remarks.firstIndex(where: { about.dropFirst() == [$0.text] }) else {
        return []
      }
      part = .detail
      remarkList.select(remark, count: remarks.count, rows: max(1, remarks.count))
      return begin(place.form, context)
    case let form where form.hasPrefix("settle/"):
      guard let percentage = Int(form.dropFirst("settle/".count)).flatMap({ Percentage($0) })
      else { return [] }
      return reopenReason(percentage, context)
    default: return begin(place.form, context)
    }
  }

  /// Asks again for the reason of a percentage, where R6 still wants one.
  private func reopenReason(_ percentage: Percentage, _ context: Context) -> [Effect] {
    guard let dossier, let row = selected,
      let refusal = context.refusal(
        of: .settle(row.item.id, percentage, reason: ""), in: dossier)
    else { return [] }
    return askForReason(of: percentage, row, refusal, context)
  }

  mutating func answer(_ id: String, _ choice: String, _ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    func perform(_ command: CaseCommand) -> [Effect] {
      [.perform([.dossier(dossier.id, command)], ticket: id)]
    }
    switch (id, choice) {
    case ("askOpening", "yes"): return perform(.askOpening)
    case ("releaseOpening", "yes"): return perform(.releaseOpening)
    case ("openConsensus", "yes"): return perform(.openConsensus)
    case ("finish", "yes"): return perform(.finishConsensus(conclusion: conclusion))
    case ("missing", "next"): moveOn(context)
    case ("missing", "attendance"):
      return sheet("attendance", context).map { [.open($0)] } ?? []
    default: break
    }
    return []
  }

  /// What follows once something is durable.
  mutating func finish(_ ticket: String, _ context: Context) -> [Effect] {
    switch ticket {
    case "settle":
      entry = nil
      restsOn = selected?.item.id
    case "discuss/settle": selected.map { openEntry($0) }
    case "finish": conclusion = ""
    default: break
    }
    return reload(context)
  }
}
