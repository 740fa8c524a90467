import Criteria
import Foundation
import Procedure
import Vault

/// Replays a case's rows one by one.
struct DossierReplayer {
  let id: CaseID
  let cycle: CycleReplay
  /// Whose keys open what is sealed to them; nil for what is clear alone.
  let session: Session?
  let archive: Archive
  /// When entries came, where it is to be told which came after their day.
  var arrivals: OfficeArrivals?

  /// Takes up the next row of the case's stream, or notes why it has no effect.
  ///
  /// - Parameter isTrusted: Whether the signature is known to be good.
  func take(
    _ row: Result<StoredEntry, RowFault>, into replay: inout DossierReplay, isTrusted: Bool = false
  ) {
    replay.count(row)
    _ = replay.take(row) { stored, replay throws(EntryFault) in
      try accept(stored, &replay, isTrusted: isTrusted)
    }
    if replay.weave != nil, let fault = replay.faults[replay.position] {
      replay.own[replay.position] = fault
    }
  }

  /// Brings what everything together says up to date, after rows were taken.
  func settle(_ replay: inout DossierReplay) {
    guard replay.weave != nil else {
      if isStruck(replay) { replay.needsWeave = true }
      replay.asked = (cycle.lineage.nodes.count, replay.lineage.nodes.count)
      return
    }
    var hasLearnt = false
    let maker = maker(cycle.view.takings) { hasLearnt = true }
    let all = replay.lineage.all
    if let view = replay.weave?.view(of: all, replay.lineage, maker),
      let outcome = replay.weave?.outcome(of: all, replay.lineage, maker)
    {
      replay.view = view
      replay.faults = replay.own.merging(outcome.faults(replay.lineage)) { own, _ in own }
    }
    if hasLearnt { replay.hasLearnt = true }
  }

  private func accept(
    _ stored: StoredEntry, _ replay: inout DossierReplay, isTrusted: Bool
  ) throws(EntryFault) {
    let node = try Placing.node(of: stored, in: replay.lineage, cycle: cycle.lineage)
    let past = cycle.view(of: node.outer)
    if let fault = EntryCheck.signatureFault(of: stored, past.keys, isTrusted: isTrusted) {
      throw fault
    }
    if replay.weave != nil { return try weave(stored, node, past, &replay) }
    guard node.past == replay.lineage.all else {
      replay.needsWeave = true
      return
    }
    let place = replay.lineage.nodes.count
    let denies = Placing.denies(
      node, stored.entry, in: replay.lineage, cycle: cycle.lineage, archive)
    replay.lineage.add(node)
    if denies { throw .denies }
    let content = try judge(stored, replay.view, past, &replay)
    if case .begins = content { replay.registered = place }
    if replay.view.apply(content, for: session), !replay.sealed.isEmpty { replay.hasLearnt = true }
  }

  /// Judges an entry by what its author had, where others wrote apart from them.
  private func weave(
    _ stored: StoredEntry, _ node: Lineage.Node, _ past: CycleView, _ replay: inout DossierReplay
  ) throws(EntryFault) {
    var hasLearnt = false
    let maker = maker(past.takings) { hasLearnt = true }
    guard let view = replay.weave?.view(of: node.past, replay.lineage, maker) else { return }
    var act = DossierReplay.CaseWeave.Act(name: stored.name)
    act.seen = stored.entry.seen
    act.panels = [view.clear?.panel, view.clear?.onSitePanel].compactMap { $0 }
    var found: EntryFault?
    if Placing.denies(node, stored.entry, in: replay.lineage, cycle: cycle.lineage, archive) {
      found = .denies
    } else {
      do throws(EntryFault) {
        let content = try judge(stored, view, past, &replay)
        describe(&act, stored, content, past)
      } catch {
        found = error
      }
    }
    let place = replay.lineage.nodes.count
    replay.lineage.add(node)
    replay.weave?.add(act, by: stored.entry.author)
    replay.weave?.extend(node.past, by: place, replay.lineage, maker)
    if hasLearnt, !replay.sealed.isEmpty { replay.hasLearnt = true }
    if let found { throw found }
  }

  private func describe(
    _ act: inout DossierReplay.CaseWeave.Act, _ stored: StoredEntry, _ content: CaseContent,
    _ past: CycleView
  ) {
    act.content = content
    let author = stored.entry.author
    guard case .event(let kind)? = ActKind(stored.entry) else { return }
    act.kind = kind
    switch content {
    case .clear(let event, _, _):
      act.value = event
      act.records = event.records(by: author)
      act.shutsOpening = Shown.clear(event).shutsOpening
      act.takings = event.takings(in: past.value)
      if case .entriesAccepted(let entries, _) = event { act.accepted = entries }
    case .begins: act.records = [.registration]
    case .sealed(let kind, let room, _, _, _, let body):
      act.records = Shown.sealed(kind, in: room).records(by: author)
      if case .event(let event) = body {
        (act.sealedRecords, act.sealedValue) = (event.records(by: author), event)
      }
    case .key, .shared: break
    }
  }

  private func maker(
    _ takings: [CycleTaking], _ learnt: @escaping () -> Void
  ) -> DossierReplay.CaseWeave.Maker {
    Weave.Maker(
      start: CaseView(),
      apply: { content, view in if view.apply(content, for: session) { learnt() } },
      settle: { outcome, held, view in view.settle(outcome, held: held) }, takings: takings,
      archive: archive)
  }

  /// Whether somebody's right was taken and they wrote here apart from that, as far as can be told
  /// without looking into what they wrote.
  private func isStruck(_ replay: DossierReplay) -> Bool {
    let takings = cycle.view.takings
    if takings.isEmpty { return false }
    let all = CycleTaking.grouped(takings)
    let fresh = CycleTaking.grouped(takings.filter { $0.place >= replay.asked.cycle })
    return replay.lineage.nodes.indices.contains { place in
      let node = replay.lineage.nodes[place]
      let kind: EventKind? = place == replay.registered ? .caseRegistered : nil
      let asked = place < replay.asked.entries ? fresh : all
      let apart = asked.of(node.author, kind).filter { !node.outer.contains($0.place) }
      if apart.isEmpty { return false }
      let isForked = archive.isForked(node.device, node.number)
      return apart.contains { taking in
        if !isForked, node.device == taking.device, node.number < taking.number { return false }
        return !taking.covers(node, archive)
      }
    }
  }
}
