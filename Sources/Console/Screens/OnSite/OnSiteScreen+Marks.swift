import Criteria
import Foundation
import Procedure
import Terminal

/// Marks on site: examiners propose, the leader settles (S4).
extension OnSiteScreen {
  /// Selects an item by its row; a field that is open closes.
  mutating func selectItem(_ row: Int, _ context: Context) {
    markList.select(row, count: context.edition.items.count, rows: layout(context).markRows)
    if entry?.item != selectedItem(context)?.id { entry = nil }
  }

  /// Goes on: the leader to the next item that is not settled, examiners to the next item.
  mutating func moveToOpen(_ context: Context) {
    let items = context.edition.items
    let from = markList.selection
    guard isLeader(context) else {
      selectItem(min(from + 1, items.count - 1), context)
      return
    }
    let round = Array(items.indices.dropFirst(from + 1)) + Array(items.indices.prefix(from))
    if let next = round.first(where: { visit?.settled(items[$0].id) == nil }) {
      selectItem(next, context)
    }
  }

  /// Opens the field with what offers itself.
  mutating func startEntry(_ context: Context) -> [Effect] {
    guard let dossier, let visit, let item = selectedItem(context) else { return [] }
    if case .disabled(let why) = markAvailability(dossier, context) {
      return [.say(Notice(.refusal, why))]
    }
    entry = PercentField(item.id, proposing: offer(for: item.id, visit, context))
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

  /// The material percentage at one stroke.
  mutating func keepMaterial(_ context: Context) -> [Effect] {
    guard let item = selectedItem(context), let material = visit?.material[item.id] else {
      return []
    }
    return give(material, to: item, context)
  }

  /// What was typed, settled or proposed.
  mutating func enterPercentage(_ context: Context) -> [Effect] {
    guard let entry, let item = context.edition.item(entry.item) else { return [] }
    switch entry.percentage {
    case .failure(let fault): return [.say(Notice(.refusal, Notices.sentence(fault)))]
    case .success(let percentage): return give(percentage, to: item, context)
    }
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
      entry = nil
      moveToOpen(context)
      return []
    }
    let command = command(item.id, percentage, reason: "", context)
    guard let refusal = context.refusal(of: command, in: dossier) else {
      return [.perform([.dossier(dossier.id, command)], ticket: "percentage")]
    }
    return askForReason(of: percentage, item, refusal, context)
  }

  /// Asks for the reason where a refusal wants one, else says the refusal.
  private func askForReason(
    of percentage: Percentage, _ item: Item, _ refusal: Refusal, _ context: Context
  ) -> [Effect] {
    let why = Notices.sentence(refusal, context)
    switch refusal.reason {
    case .reasonForChange, .reasonForCorrection:
      return [.open(reasonSheet(item, percentage, why: why, context))]
    default: return [.say(Notice(.refusal, why))]
    }
  }

  /// Asks again for the reason of a percentage, where S4 still wants one.
  mutating func reopenReason(
    _ item: ItemID, _ percentage: Percentage, _ context: Context
  ) -> [Effect] {
    guard let dossier, let row = context.edition.index(of: item) else { return [] }
    part = .marks
    selectItem(row, context)
    let command = command(item, percentage, reason: "", context)
    guard let refusal = context.refusal(of: command, in: dossier),
      let selected = selectedItem(context)
    else { return [] }
    return askForReason(of: percentage, selected, refusal, context)
  }

  /// The reason of a change; those given with a proposal of the same percentage offer themselves.
  private func reasonSheet(
    _ item: Item, _ percentage: Percentage, why: Phrase, _ context: Context
  ) -> FormSheet {
    let proposals = (visit?.proposals[item.id] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    var reasons: [String] = []
    for proposal in proposals where proposal.percentage == percentage {
      if !proposal.reason.isBlank, !reasons.contains(proposal.reason) {
        reasons.append(proposal.reason)
      }
    }
    return FormSheet(
      id: "reason/\(item.id)/\(percentage.value)", title: .OnSite.reasonFor(item, percentage),
      lines: [why],
      form: Form([
        FormField(
          id: "reason", label: context.say(.reason),
          kind: .area(
            TextArea(
              reasons.joined(separator: "；"), maxLength: 1000, room: Size(width: 60, height: 4)),
            rows: 4), isRequired: true)
      ]))
  }

  /// Gives the percentage of a reason's form.
  func takeReason(_ id: String, _ form: Form, _ context: Context) -> [Effect] {
    let parts = id.split(separator: "/")
    guard let dossier, parts.count == 3, let value = Int(parts[2]),
      let percentage = Percentage(value)
    else { return [.closeForm] }
    let command = command(
      ItemID(String(parts[1])), percentage, reason: form.text("reason"), context)
    return [.perform([.dossier(dossier.id, command)], ticket: "percentage")]
  }

  // MARK: The rest at once

  func askForRest(_ context: Context) -> [Effect] {
    guard let visit, let open = score?.open, !open.isEmpty else { return [] }
    var lines: [Phrase] = [.OnSite.restCount(open.count)]
    let disputed = open.filter { item in
      (visit.proposals[item] ?? [:]).values.contains { $0.percentage != visit.material[item] }
    }
    if !disputed.isEmpty { lines.append(.OnSite.restDiffers(disputed)) }
    return [
      .ask(
        .confirm(
          id: "rest", title: .OnSite.restQuestion, lines: lines, yes: .OnSite.restYes))
    ]
  }

  func settleRest(_ context: Context) -> [Effect] {
    guard let dossier, let visit, let open = score?.open else { return [] }
    let commands = open.compactMap { item in
      visit.material[item].map {
        Command.dossier(dossier.id, .settleSiteMark(item, $0, reason: ""))
      }
    }
    return commands.isEmpty ? [] : [.perform(commands, ticket: "rest")]
  }
}
