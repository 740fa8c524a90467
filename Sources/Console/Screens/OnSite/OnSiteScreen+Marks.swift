import Criteria
import Foundation
import Procedure
import Terminal

/// Marks on site: examiners propose, the leader settles (S4).
extension OnSiteScreen {
  /// Goes on: the leader to the next item that is not settled, examiners to the next item.
  @discardableResult
  mutating func moveToOpen(_ context: Context) -> [Effect] {
    let items = context.edition.items
    let from = marks.list.selection
    let round = Array(items.indices.dropFirst(from + 1)) + Array(items.indices.prefix(from))
    let next =
      isLeader(context)
      ? round.first { visit?.settled(items[$0].id) == nil } : min(from + 1, items.count - 1)
    if let next { marks.select(next, shown: layout(context).markRows, context) }
    return []
  }

  /// Closes the field; what was typed and not entered is said, with what stands.
  mutating func endEntry(_ context: Context) -> [Effect] {
    defer { marks.entry = nil }
    return marks.entry.flatMap { $0.left(standing: given(for: $0.item, context)?.percentage) }
      .map { [.say($0)] } ?? []
  }

  /// Closes the field where another item is selected by now, or another part is in front.
  mutating func endEntryElsewhere(_ context: Context) -> [Effect] {
    guard let item = marks.entry?.item, part != .marks || marks.selected(context)?.id != item
    else { return [] }
    return endEntry(context)
  }

  /// Opens the field with what offers itself.
  mutating func startEntry(_ context: Context) -> [Effect] {
    guard let dossier, let visit, let item = marks.selected(context) else { return [] }
    if case .disabled(let why) = markAvailability(dossier, context) {
      return [.say(Notice(.refusal, why))]
    }
    marks.entry = PercentField(item.id, proposing: offer(for: item.id, visit, context))
    return []
  }

  /// What is there already; for the leader also a percentage on which all proposals agree.
  private func offer(for item: ItemID, _ visit: Visit, _ context: Context) -> Percentage? {
    if let given = given(for: item, context) { return given.percentage }
    let proposals = visit.proposals[item] ?? [:]
    if let settled = visit.settled(item) { return settled.percentage }
    let proposed = Set(proposals.values.map(\.percentage))
    if isLeader(context), proposed.count == 1 { return proposed.first }
    return visit.material[item]
  }

  /// Why the person at work may not see all proposals of an item; nil where they see them all.
  func sealedProposals(of item: ItemID, _ context: Context) -> Phrase? {
    if isLeader(context) {
      return dossier?.unread.contains(.proposal) == true ? .OnSite.proposalsAwaited : nil
    }
    return visit?.settled(item) == nil ? .OnSite.proposalsSealed : nil
  }

  /// The material percentage at one stroke.
  mutating func keepMaterial(_ context: Context) -> [Effect] {
    guard let item = marks.selected(context), let material = visit?.material[item.id] else {
      return []
    }
    return give(material, to: item, context)
  }

  /// What was typed, settled or proposed.
  mutating func enterPercentage(_ context: Context) -> [Effect] {
    guard let entry = marks.entry, let item = context.edition.item(entry.item) else { return [] }
    if let refusal = entry.refusal(standing: given(for: item.id, context)?.percentage) {
      return [.say(refusal)]
    }
    guard case .success(let percentage) = entry.percentage else { return [] }
    return give(percentage, to: item, context)
  }

  /// What the person at work has given already: the leader the settlement, others their proposal.
  private func given(for item: ItemID, _ context: Context) -> SiteMark? {
    if isLeader(context) { return visit?.settled(item) }
    return context.person.flatMap { visit?.proposals[item]?[$0] }
  }

  private func command(
    _ item: ItemID, _ percentage: Percentage, reason: String, _ context: Context
  ) -> CaseCommand {
    isLeader(context)
      ? .settleSiteMark(item, percentage, reason: reason)
      : .proposeSiteMark(item, percentage, reason: reason)
  }

  /// Gives a percentage, or asks for the reason where S4 wants one.
  private mutating func give(
    _ percentage: Percentage, to item: Item, _ context: Context
  ) -> [Effect] {
    guard let dossier else { return [] }
    if given(for: item.id, context)?.percentage == percentage {
      marks.entry = nil
      return moveToOpen(context)
    }
    let command = command(item.id, percentage, reason: "", context)
    return context.refusal(of: command, in: dossier).map {
      askForReason(of: percentage, item.id, $0, context)
    } ?? perform(command, "percentage")
  }

  /// Asks for the reason where a refusal wants one, else says the refusal.
  private func askForReason(
    of percentage: Percentage, _ item: ItemID, _ refusal: Refusal, _ context: Context
  ) -> [Effect] {
    switch refusal.reason {
    case .reasonForChange, .reasonForCorrection:
      open("reason", about: "\(item)/\(percentage.value)", context)
    default: [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
  }

  /// What a reason's form is about: an item and the percentage that is to be given.
  private func subject(_ about: String, _ context: Context) -> (Item, Percentage)? {
    let parts = about.split(separator: "/").map(String.init)
    guard parts.count == 2, let item = context.edition.item(ItemID(parts[0])),
      let percentage = Int(parts[1]).flatMap({ Percentage($0) })
    else { return nil }
    return (item, percentage)
  }

  /// Asks again for the reason of a percentage, where S4 still wants one.
  mutating func reopenReason(_ about: String, _ context: Context) -> [Effect] {
    guard let dossier, let (item, percentage) = subject(about, context),
      let row = context.edition.index(of: item.id)
    else { return [] }
    part = .marks
    marks.select(row, shown: layout(context).markRows, context)
    let command = command(item.id, percentage, reason: "", context)
    return context.refusal(of: command, in: dossier).map {
      askForReason(of: percentage, item.id, $0, context)
    } ?? []
  }

  /// The reason of a change; those given with a proposal of the same percentage offer themselves.
  func reason(_ about: String, _ context: Context) -> ScreenForm<Self>? {
    guard let dossier, let (item, percentage) = subject(about, context) else { return nil }
    let proposals = (visit?.proposals[item.id] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    var reasons: [String] = []
    for proposal in proposals where proposal.percentage == percentage {
      if !proposal.reason.isBlank, !reasons.contains(proposal.reason) {
        reasons.append(proposal.reason)
      }
    }
    let refusal = context.refusal(
      of: command(item.id, percentage, reason: "", context), in: dossier)
    let asks = Asks(
      .text(
        "reason", .reason, reasons.joined(separator: "；"), rows: 4, limit: 1000,
        refused: .otherwise),
      // A proposal does not become a settlement because its examiner leads by then.
      .known(isLeader(context)),
      lines: refusal.map { [Notices.sentence($0, context)] } ?? []
    ) { reason, _ in Intent(command(item.id, percentage, reason: reason, context), in: dossier) }
    return ScreenForm(
      "reason", .OnSite.reasonFor(item, percentage), about: about, ticket: "percentage", asks,
      in: dossier, context)
  }

  // MARK: The rest at once

  func askForRest() -> [Effect] {
    guard let visit, let open = score?.open, !open.isEmpty else { return [] }
    var lines: [Phrase] = [.OnSite.restCount(open.count)]
    let disputed = open.filter { item in
      (visit.proposals[item] ?? [:]).values.contains { $0.percentage != visit.material[item] }
    }
    if !disputed.isEmpty { lines.append(.OnSite.restDiffers(disputed)) }
    return [
      .ask(
        .confirm(
          id: "rest", title: .OnSite.restQuestion, lines: lines, yes: .OnSite.restYes,
          then: [.begin("restAsked")]))
    ]
  }

  func settleRest() -> [Effect] {
    guard let dossier, let visit, let open = score?.open else { return [] }
    let commands = open.compactMap { item in
      visit.material[item].map {
        Command.dossier(dossier.id, .settleSiteMark(item, $0, reason: ""))
      }
    }
    return commands.isEmpty ? [] : [.perform(commands, ticket: "rest")]
  }
}
