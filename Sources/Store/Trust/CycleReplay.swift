import Foundation
import Procedure
import Vault

/// The cycle as its verified and allowed entries tell it, and what of it had no effect.
struct CycleReplay: StreamReplay, Sendable {
  /// The cycle with everything that is here, once it was brought up to date.
  private(set) var view = CycleView()
  var position = 0
  var lineage = Lineage(isIndexed: true)
  var faults: [Int: VoidEntry] = [:]
  private var history = CycleHistory()
  private var weave = Weave<CycleView, CycleContent>()
  /// How many entries came before somebody wrote apart from somebody else.
  private var straight = 0
  /// Why entries have no effect at their own places, by position.
  private var own: [Int: VoidEntry] = [:]
  private var isStale = false
  /// Entries whose copies have others under the same number.
  private var forked: Set<Data> = []
  private let views = CycleViews()

  var value: CycleState { view.value }
  /// The public keys, from the same entries.
  var keys: KeyRegister { view.keys }
  /// The corrections of clocks, as supervision's list shows them (V5).
  var corrections: [Oddity] { view.corrections }
  /// The ids of the last entries.
  var tips: [Data] { lineage.tips }
  /// Whether somebody wrote apart from somebody else.
  var isWoven: Bool { !lineage.isStraight }
  var anew: CycleReplay { CycleReplay() }

  /// The cycle as somebody had it who had just that of it.
  func view(of past: Past) -> CycleView {
    if past == lineage.all, !isStale { return view }
    let end = past.end
    if end == 0 { return CycleView() }
    let id = lineage.nodes[end - 1].id
    if past.isPrefix, past.prefix <= straight { return history.view(before: end, id: id) }
    let key = past.more.reduce(id) {
      $0 + Entry.bytes($1.lowerBound) + Entry.bytes($1.upperBound)
    }
    if let known = views[key] { return known }
    var weave = weave
    let view = weave.view(of: past, lineage, maker)
    views.keep(view, key)
    return view
  }

  /// The cycle as the author of an entry at a position had it.
  func view(of stored: StoredEntry) -> CycleView {
    let places = stored.entry.parents.compactMap { lineage.place(of: $0) }
    return view(of: lineage.past(of: places))
  }

  /// Takes up the next row of the cycle's stream, or notes why it has no effect.
  ///
  /// - Parameters:
  ///   - archive: Where single entries are looked for.
  ///   - isTrusted: Whether the signature is known to be good.
  ///   - isVerified: Whether it lies before an end that was verified: then what proves its keys is
  ///     known to be good, too.
  mutating func take(
    _ row: Result<StoredEntry, RowFault>, _ archive: Archive, isTrusted: Bool = false,
    isVerified: Bool = false
  ) {
    take(row) { stored, replay throws(EntryFault) in
      try replay.accept(stored, archive, isTrusted: isTrusted || isVerified, isVerified: isVerified)
    }
    if let fault = faults[position], isWoven { own[position] = fault }
  }

  /// Brings what everything together says up to date, after rows were taken.
  mutating func settle(_ archive: Archive) {
    guard isStale else { return }
    isStale = false
    forked = Set(
      lineage.nodes.filter { archive.isForked($0.device, $0.number) }.map {
        Archive.key($0.device, $0.number)
      })
    view = weave.view(of: lineage.all, lineage, maker)
    let outcome = weave.outcome(of: lineage.all, lineage, maker)
    faults = own.merging(outcome.faults(lineage)) { own, _ in own }
  }

  private var maker: Weave<CycleView, CycleContent>.Maker {
    Weave.Maker(
      start: CycleView(), apply: { content, view in view.apply(content) },
      settle: { outcome, held, view in view.settle(outcome.open, held: held) }, takings: [],
      archive: .beside(forked), ranks: ranks)
  }

  /// Who was confirmed earlier comes first.
  private func ranks(in past: Past) -> [PersonID: Int] {
    var first: [PersonID: Int] = [:]
    for place in past.places {
      guard case .personConfirmed(let person, _)? = weave.acts[place].value else { continue }
      first[person] = min(first[person] ?? .max, lineage.nodes[place].past.count)
    }
    let order = first.sorted { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
    return Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, $0) })
  }

  private mutating func accept(
    _ stored: StoredEntry, _ archive: Archive, isTrusted: Bool, isVerified: Bool
  ) throws(EntryFault) {
    let node = try Placing.node(of: stored, in: lineage, cycle: nil)
    let isNext = lineage.isStraight && node.past == lineage.all
    if !isNext, lineage.isStraight { weave.seed(lineage.all, view) }
    let past = isNext ? view : weave.view(of: node.past, lineage, maker)
    if let fault = EntryCheck.signatureFault(of: stored, past.keys, isTrusted: isTrusted) {
      throw fault
    }
    let denies = Placing.denies(node, stored.entry, in: lineage, cycle: nil, archive)
    var content: CycleContent?
    var found: EntryFault? = denies ? .denies : nil
    if !denies {
      do throws(EntryFault) {
        content = try judge(stored, past, isVerified: isVerified)
      } catch {
        found = error
      }
    }
    let place = lineage.nodes.count
    lineage.add(node)
    weave.add(act(stored, content), by: stored.entry.author)
    if isNext {
      if let content { view.apply(content) }
      history.append(content, view: view)
      straight = place + 1
    } else {
      weave.extend(node.past, by: place, lineage, maker)
      isStale = true
      if straight == place { own = faults }
    }
    if let found { throw found }
  }

  private func act(
    _ stored: StoredEntry, _ content: CycleContent?
  ) -> Weave<CycleView, CycleContent>.Act {
    var act = Weave<CycleView, CycleContent>.Act(name: stored.name)
    act.content = content
    act.seen = stored.entry.seen
    act.takings = (content?.takings ?? []).compactMap { taking in
      if case .right(let right) = taking.what { right } else { nil }
    }
    guard case .event(let event, _, _)? = content else { return act }
    act.kind = event.kind
    act.value = event
    act.records = event.records(by: stored.entry.author)
    if case .entriesAccepted(let entries, _) = event { act.accepted = entries }
    return act
  }

  // MARK: Judging

  /// What an entry says, by the cycle as its author had it.
  private func judge(
    _ stored: StoredEntry, _ past: CycleView, isVerified: Bool
  ) throws(EntryFault) -> CycleContent {
    let entry = stored.entry
    guard (entry.room == nil) == (entry.key == nil) else { throw .keyWrong }
    guard try entry.knownKind().files.contains(entry.files.count) else { throw .filesWrong }
    if entry.room != nil { return try judgeSealed(stored, past) }
    switch try entry.clearAct() {
    case .key(let event):
      var rules = KeyRules(
        register: past.keys, cycle: past.value, dossier: nil, rooms: RoomRegister())
      rules.isProven = isVerified
      if let fault = rules.fault(of: event, by: entry.author, in: .cycle) { throw fault }
      // What both halves signed counts where they signed it, and not again.
      if case .recoveryUsed(_, let after, _) = event,
        !entry.parents.contains(where: { Hex.encode($0) == after.rawValue })
      {
        throw .keysNotVouched
      }
      let takings = CycleTaking.of(event, stored, at: lineage.nodes.count)
      return .key(event, stored.bare, takings)
    case .event(let event):
      guard [.cycle, .every].contains(event.kind.stream) else { throw .keyWrong }
      do {
        try admit(
          .clear(event),
          on: Desk(cycle: past.value, dossier: nil, actor: entry.author, now: entry.time))
      } catch {
        throw .refused(error)
      }
      if case .personJoined(let person, let fingerprint) = event,
        past.keys.holders[person]?.keys.fingerprint != fingerprint
      {
        throw .keysNotVouched
      }
      let takings = CycleTaking.of(event, stored, at: lineage.nodes.count, in: past.value)
      return .event(event, stored.bare, takings)
    }
  }

  /// What the bureau keeps for itself: it counts by its frame, and is read where it is asked for.
  private func judgeSealed(
    _ stored: StoredEntry, _ past: CycleView
  ) throws(EntryFault) -> CycleContent {
    let entry = stored.entry
    guard case .event(let kind) = try entry.knownKind(), entry.room == RoomID.bureau.rawValue,
      let name = entry.key.map({ EntryName(Hex.encode($0)) }),
      past.keys.group(named: name) == .bureau
    else { throw .keyWrong }
    do {
      try admit(
        .sealed(kind, in: .bureau),
        on: Desk(cycle: past.value, dossier: nil, actor: entry.author, now: entry.time))
    } catch {
      throw .refused(error)
    }
    return .sealed
  }
}

extension StoredEntry {
  /// The entry without its body, which was read.
  var bare: StoredEntry {
    var bare = self
    bare.entry.body = Data()
    return bare
  }
}
