import Criteria
import Foundation
import Procedure
import Vault

/// What an entry of a case says, by the case and the cycle as its author had them.
extension DossierReplayer {
  /// What supervision knows, where this person reads it: fraud rests on it (V4).
  private var supervision: SupervisionState? {
    guard let session, session.supervision.position > 0,
      cycle.value.acts(session.person, as: .supervisor)
    else { return nil }
    return session.supervision.state
  }

  /// Judges an entry.
  ///
  /// - Parameter replay: Where it is noted that this person cannot read it, or that what they read does
  ///   not stand.
  /// - Throws: Why it has no effect for anybody.
  func judge(
    _ stored: StoredEntry, _ view: CaseView, _ past: CycleView, _ replay: inout DossierReplay
  ) throws(EntryFault) -> CaseContent {
    let entry = stored.entry
    guard (entry.room == nil) == (entry.key == nil) else { throw .keyWrong }
    let kind = try entry.knownKind()
    guard kind.isClear == (entry.room == nil) else { throw .keyWrong }
    guard kind.files.contains(entry.files.count) else { throw .filesWrong }
    let rules = rules(view, past)
    guard let name = entry.room else {
      switch try entry.clearAct() {
      case .key(let event):
        if let fault = rules.fault(of: event, by: entry.author, in: .dossier(id)) { throw fault }
        return .key(event, stored.bare, past.keys)
      case .event(let event): return try judge(event, stored, view, past, &replay)
      }
    }
    guard let room = RoomID(rawValue: name) else { throw .keyWrong }
    let letter = entry.bringsKey(past.keys) ? entry.directLetter(to: room, by: rules) : nil
    if entry.givenUp != nil { replay.gone.insert(stored.position) }
    // The key that was in a body that was given up opens nothing any more.
    let isGone = entry.givenUp != nil && entry.bringsKey(past.keys)
    guard letter != nil || isGone || isKey(of: room, entry, view, past) else { throw .keyWrong }
    switch kind {
    case .key:
      guard rules.mayShare(entry.author, in: room) else { throw .keysNotAllowed }
      return .shared(shared(stored, in: room, view, past, &replay))
    case .event(let kind):
      try ask(.sealed(kind, in: room), stored, view.clear, past, &replay)
      var rooms = view.rooms
      if let letter { rooms.take(letter, stored, in: room, by: past.keys) }
      let body = body(kind, in: room, rooms, stored, view, past, &replay)
      return .sealed(kind, room, letter, stored.bare, past.keys, body)
    }
  }

  /// Whether the entry names a key of its room: by what is clear, the same for everybody.
  private func isKey(
    of room: RoomID, _ entry: Entry, _ view: CaseView, _ past: CycleView
  ) -> Bool {
    guard let name = entry.key.map({ EntryName(Hex.encode($0)) }) else { return false }
    if let group = room.letterBox { return past.keys.group(named: name) == group }
    return view.rooms.keys[name]?.room == room
  }

  private func rules(_ view: CaseView, _ past: CycleView) -> KeyRules {
    KeyRules(
      register: past.keys, cycle: past.value, dossier: view.clear, rooms: view.rooms)
  }

  // MARK: Acts

  private func desk(
    _ stored: StoredEntry, _ state: CaseState?, clear: CaseState? = nil, _ past: CycleView,
    at time: Moment? = nil
  ) -> Desk {
    Desk(
      cycle: past.value, dossier: state, clear: clear, actor: stored.entry.author,
      now: time ?? stored.entry.time, supervision: supervision)
  }

  private func ask(
    _ shown: Shown, _ stored: StoredEntry, _ state: CaseState?, _ past: CycleView,
    _ replay: inout DossierReplay
  ) throws(EntryFault) {
    do {
      try admit(shown, on: desk(stored, state, past))
    } catch {
      throw .refused(error)
    }
    noteArrival(of: stored, as: shown, state, past, &replay)
  }

  /// Notes that an act came when its day was over: the rules, asked at that time, would refuse it, or
  /// a review's last day was past (R2).
  private func noteArrival(
    of stored: StoredEntry, as shown: Shown, _ state: CaseState?, _ past: CycleView,
    _ replay: inout DossierReplay
  ) {
    let signed = stored.entry.time
    guard let arrival = arrivals?.arrival(of: stored, archive), arrival.at.day > signed.day,
      case .event(let kind)? = ActKind(stored.entry)
    else { return }
    var isLate = false
    if kind == .sheetHandedIn, let due = state?.reviewDue {
      isLate = signed <= due.end && arrival.at > due.end
    }
    if !isLate {
      do {
        try admit(shown, on: desk(stored, state, past, at: arrival.at))
      } catch {
        isLate = true
      }
    }
    guard isLate else { return }
    replay.late[stored.position] = LateArrival(
      author: stored.entry.author, kind: kind, signed: signed, arrived: arrival.at)
  }

  /// An act in the clear.
  private func judge(
    _ event: Event, _ stored: StoredEntry, _ view: CaseView, _ past: CycleView,
    _ replay: inout DossierReplay
  ) throws(EntryFault) -> CaseContent {
    guard [.dossier, .every].contains(event.kind.stream) else { throw .keyWrong }
    try ask(.clear(event), stored, view.clear, past, &replay)
    guard view.state != nil else {
      // A registration begins the stream of its own number, and nothing else begins one.
      guard case .caseRegistered(let application, _) = event, application.id == id,
        let state = CaseState(event, at: stored.entry.time, named: stored.name)
      else { throw .parentsWrong }
      return .begins(state)
    }
    guard let doubt = doubt(event, stored, view, past) else {
      return .clear(event, stored.bare, isDoubted: false)
    }
    replay.doubts[stored.position] = VoidEntry(fault: doubt, name: stored.name)
    return .clear(event, stored.bare, isDoubted: true)
  }

  /// What a sealed act says, where this person can open it and it stands.
  private func body(
    _ kind: EventKind, in room: RoomID, _ rooms: RoomRegister, _ stored: StoredEntry,
    _ view: CaseView, _ past: CycleView, _ replay: inout DossierReplay
  ) -> CaseContent.Body {
    switch session?.unseal(stored.entry, in: room, rooms, past.keys) ?? .sealed {
    case .sealed:
      replay.sealed.insert(stored.position)
      return .closed
    case .damaged:
      replay.doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
      return .void
    case .opened(let body):
      guard case .event(let event)? = try? Act.decode(body, as: .event(kind)) else {
        replay.doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
        return .void
      }
      if let doubt = doubt(event, stored, view, past) {
        replay.doubts[stored.position] = VoidEntry(fault: doubt, name: stored.name)
        return .void
      }
      return .event(event)
    }
  }

  /// What does not stand of an act, for those who can open what it rests on.
  private func doubt(
    _ event: Event, _ stored: StoredEntry, _ view: CaseView, _ past: CycleView
  ) -> EntryFault? {
    if stored.entry.files.map(\.name) != event.files { return .filesWrong }
    if case .paperKept(let paper) = event, stored.entry.room != paper.room.rawValue {
      return .keyWrong
    }
    do {
      try examine(event, on: desk(stored, view.state, clear: view.split, past))
      return nil
    } catch {
      return .refused(error)
    }
  }

  // MARK: Keys

  /// Keys that are shared with all who read a room: those of the sheets, which the opening joined, and
  /// those of proposals that are settled. Where this person can open them.
  private func shared(
    _ stored: StoredEntry, in room: RoomID, _ view: CaseView, _ past: CycleView,
    _ replay: inout DossierReplay
  ) -> [EntryName: Data] {
    guard case .opened(let body)? = session?.unseal(stored.entry, in: room, view.rooms, past.keys)
    else {
      replay.sealed.insert(stored.position)
      return [:]
    }
    guard case .key(.keysShared(let keys))? = try? Act.decode(body, as: .key(.keysShared)) else {
      replay.doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
      return [:]
    }
    return keys.filter { name, data in
      // Who holds the key already asks, too, whether the others were given it.
      if let made = view.rooms.keys[name], made.room.isShared(in: room),
        let key = try? RoomKey(data: data), key.digest == made.digest
      {
        return true
      }
      replay.doubts[stored.position] = VoidEntry(fault: .keysNotAllowed, name: stored.name)
      return false
    }
  }
}
