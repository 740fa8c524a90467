import Foundation
import Procedure
import Vault

/// Supervision's stream without where its entries stand.
struct SupervisionView: Sendable {
  var state = SupervisionState()
  /// The keys of letters from before the group had one.
  var rooms = RoomRegister()

  /// Takes up an entry that takes effect.
  ///
  /// - Returns: Whether it gives this person a key that may open earlier entries.
  mutating func apply(_ content: SupervisionContent, for session: Session?) -> Bool {
    switch content {
    case .key(let event, let stored, let register):
      rooms.take(event, stored, by: register)
      guard case .keysGranted(let name, _) = event, let session,
        session.ring.key(name.rawValue) == nil, let key = rooms.keys[name]
      else { return false }
      return session.open(key) != nil
    case .letter(let letter, let stored, let register, let event):
      if let letter { rooms.take(letter, stored, in: .supervision, by: register) }
      if let event { state.apply(event, by: stored.entry.author, at: stored.entry.time) }
      return false
    }
  }
}

/// What an entry of supervision's stream says, once it was judged.
enum SupervisionContent: Sendable {
  case key(KeyEvent, StoredEntry, KeyRegister)
  /// A letter; what it says, where this person can open it and it stands.
  case letter(DirectLetter?, StoredEntry, KeyRegister, Event?)
}

/// Supervision's stream as one person's keys show it (V3), from verified and allowed entries alone.
struct SupervisionReplay: StreamReplay, Sendable {
  typealias LetterWeave = Weave<SupervisionView, SupervisionContent>

  private var view = SupervisionView()
  var lineage = Lineage()
  var position = 0
  var faults: [Int: VoidEntry] = [:]
  /// Entries whose content does not stand, as supervision sees it.
  private(set) var doubts: [Int: VoidEntry] = [:]
  /// Entries that this person cannot read.
  private(set) var unread = 0
  /// The judged entries, where people wrote apart from each other; nil while all are in one line.
  private(set) var weave: LetterWeave?
  /// Whether a key was learnt that may open earlier entries.
  var hasLearnt = false
  /// Whether people wrote apart from each other: it is to be replayed with its judged entries kept.
  private(set) var needsWeave = false

  var state: SupervisionState { view.state }
  /// The keys of letters from before the group had one.
  var rooms: RoomRegister { view.rooms }
  var anew: SupervisionReplay { SupervisionReplay(isWoven: needsWeave || weave != nil) }
  /// The ids of the last entries.
  var tips: [Data] { lineage.tips }

  /// - Parameter isWoven: Whether people are known to have written apart from each other.
  init(isWoven: Bool = false) { weave = isWoven ? LetterWeave() : nil }

  /// Takes up the next row of the stream.
  mutating func take(
    _ row: Result<StoredEntry, RowFault>, cycle: CycleReplay, session: Session?,
    _ archive: Archive, isTrusted: Bool = false
  ) {
    _ = take(row) { stored, replay throws(EntryFault) in
      try replay.accept(stored, cycle, session, archive, isTrusted: isTrusted)
    }
  }

  /// Brings what everything together says up to date, after rows were taken.
  mutating func settle(_ session: Session?, _ archive: Archive) {
    guard weave != nil else { return }
    var hasLearnt = false
    let maker = maker(session, archive) { hasLearnt = true }
    let (all, line) = (lineage.all, lineage)
    if let view = weave?.view(of: all, line, maker) { self.view = view }
    if hasLearnt { self.hasLearnt = true }
  }

  private func maker(
    _ session: Session?, _ archive: Archive, _ learnt: @escaping () -> Void
  ) -> LetterWeave.Maker {
    // Complaints are only added, and whose right was taken may still have been told something.
    Weave.Maker(
      start: SupervisionView(),
      apply: { content, view in if view.apply(content, for: session) { learnt() } },
      settle: { _, _, _ in }, takings: [], archive: archive)
  }

  private mutating func accept(
    _ stored: StoredEntry, _ cycle: CycleReplay, _ session: Session?, _ archive: Archive,
    isTrusted: Bool
  ) throws(EntryFault) {
    let node = try Placing.node(of: stored, in: lineage, cycle: cycle.lineage)
    let past = cycle.view(of: node.outer)
    if let fault = EntryCheck.signatureFault(of: stored, past.keys, isTrusted: isTrusted) {
      throw fault
    }
    if weave == nil, node.past != lineage.all {
      needsWeave = true
      return
    }
    var hasLearnt = false
    let maker = maker(session, archive) { hasLearnt = true }
    let line = lineage
    let view = weave?.view(of: node.past, line, maker) ?? self.view
    let denies = Placing.denies(node, stored.entry, in: lineage, cycle: cycle.lineage, archive)
    var act = LetterWeave.Act(name: stored.name)
    var found: EntryFault? = denies ? .denies : nil
    if !denies {
      do throws(EntryFault) {
        let content = try judge(stored, view, past, session)
        act.content = content
        if case .letter(_, _, _, let event?) = content {
          act.sealedRecords = event.records(by: stored.entry.author)
        }
      } catch {
        found = error
      }
    }
    let place = lineage.nodes.count
    lineage.add(node)
    if weave != nil {
      let line = lineage
      weave?.add(act, by: stored.entry.author)
      weave?.extend(node.past, by: place, line, maker)
    } else if let content = act.content, self.view.apply(content, for: session) {
      hasLearnt = true
    }
    if hasLearnt, unread > 0 { self.hasLearnt = true }
    if let found { throw found }
  }

  /// What an entry says, by the cycle and the stream as its author had them.
  private mutating func judge(
    _ stored: StoredEntry, _ view: SupervisionView, _ past: CycleView, _ session: Session?
  ) throws(EntryFault) -> SupervisionContent {
    let entry = stored.entry
    guard (entry.room == nil) == (entry.key == nil) else { throw .keyWrong }
    guard try entry.knownKind().files.contains(entry.files.count) else { throw .filesWrong }
    let rules = KeyRules(
      register: past.keys, cycle: past.value, dossier: nil, rooms: view.rooms)
    if entry.room == nil {
      guard case .key(let event) = try entry.clearAct() else { throw .keyWrong }
      if let fault = rules.fault(of: event, by: entry.author, in: .supervision) { throw fault }
      return .key(event, stored.bare, past.keys)
    }
    guard case .event(let kind) = try entry.knownKind(),
      [.supervision, .every].contains(kind.stream),
      entry.room == RoomID.supervision.rawValue
    else { throw .keyWrong }
    let letter =
      entry.bringsKey(past.keys) ? entry.directLetter(to: .supervision, by: rules) : nil
    guard letter != nil || isKey(entry, past.keys) else { throw .keyWrong }
    let desk = Desk(
      cycle: past.value, dossier: nil, actor: entry.author, now: entry.time,
      supervision: view.state)
    do {
      try admit(.sealed(kind, in: .supervision), on: desk)
    } catch {
      throw .refused(error)
    }
    var rooms = view.rooms
    if let letter { rooms.take(letter, stored, in: .supervision, by: past.keys) }
    let event = event(
      stored, kind, desk, session?.unseal(entry, in: .supervision, rooms, past.keys))
    return .letter(letter, stored.bare, past.keys, event)
  }

  /// Whether an entry names a key of the group.
  private func isKey(_ entry: Entry, _ keys: KeyRegister) -> Bool {
    entry.key.map { keys.group(named: EntryName(Hex.encode($0))) } == .supervision
  }

  /// What an entry says, as far as it opens and stands.
  private mutating func event(
    _ stored: StoredEntry, _ kind: EventKind, _ desk: Desk, _ unsealed: Unsealed?
  ) -> Event? {
    switch unsealed ?? .sealed {
    case .sealed:
      unread += 1
      return nil
    case .damaged:
      doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
      return nil
    case .opened(let body):
      guard case .event(let event)? = try? Act.decode(body, as: .event(kind)) else {
        doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
        return nil
      }
      do {
        try examine(event, on: desk)
        return event
      } catch {
        doubts[stored.position] = VoidEntry(fault: .refused(error), name: stored.name)
        return nil
      }
    }
  }
}
