import Foundation
import Procedure
import Vault

/// The keys of a stream's rooms, from verified entries of it alone.
struct RoomRegister: Sendable {
  /// One key of a room, as it was wrapped for readers.
  struct Key: Sendable {
    /// The entry that made it.
    var name: EntryName
    var room: RoomID
    /// Who made it: whether or not they wrapped it for themselves, they know it.
    var maker: PersonID
    /// By which the key is told from another that somebody wrapped in its place.
    var digest: Data
    var wraps = Wraps()
    var halves: Halves?
  }

  /// The two halves of a sheet's key (R4).
  struct Halves: Sendable {
    var leader: Wrap
    var secretariat: Wrap
    /// The secretariat's, wrapped anew for the leader.
    var released: Wrap?
    /// How often the leader's keys had been recovered when they were made.
    var recoveries: Int

    /// Whether the leader who acts can open theirs, as far as verified entries tell.
    func reach(_ leader: PersonID, by register: KeyRegister) -> Bool {
      let reader = Reader.person(leader)
      return self.leader.to == reader.rawValue && recoveries >= register.recoveries(of: reader)
    }
  }

  private(set) var keys: [EntryName: Key] = [:]
  private var names: [RoomID: [EntryName]] = [:]

  /// The rooms that have a key, in the order of their names.
  var rooms: [RoomID] { names.keys.sorted { $0.rawValue < $1.rawValue } }

  /// The keys of a room, the latest last.
  func keys(of room: RoomID) -> [Key] { (names[room] ?? []).compactMap { keys[$0] } }

  /// The latest key of every sheet.
  var sheetKeys: [Key] {
    rooms.compactMap { room in
      guard case .sheet = room else { return nil }
      return keys(of: room).last
    }
  }

  /// Whether a room has a key.
  func has(_ room: RoomID) -> Bool { names[room] != nil }

  /// Takes up the key that a letter brings.
  mutating func take(
    _ letter: DirectLetter, _ stored: StoredEntry, in room: RoomID, by register: KeyRegister
  ) {
    make(stored, room, letter.digest, letter.wraps, register)
  }

  private mutating func make(
    _ stored: StoredEntry, _ room: RoomID, _ digest: Data, _ wraps: [Wrap],
    _ register: KeyRegister
  ) {
    let name = stored.name
    keys[name] = Key(name: name, room: room, maker: stored.entry.author, digest: digest)
    keys[name]?.wraps.add(wraps, by: register)
    names[room, default: []].append(name)
  }

  /// Takes up a key entry that was verified and allowed, by the keys that its author knew.
  mutating func take(_ event: KeyEvent, _ stored: StoredEntry, by register: KeyRegister) {
    switch event {
    case .roomMade(let room, let digest, let wraps): make(stored, room, digest, wraps, register)
    case .keysGranted(let key, let wraps): keys[key]?.wraps.add(wraps, by: register)
    case .halvesMade(let key, let leader, let secretariat, _):
      keys[key]?.halves = Halves(
        leader: leader, secretariat: secretariat,
        recoveries: Reader(rawValue: leader.to).map(register.recoveries) ?? 0)
    case .halvesReleased(let halves):
      for (key, wrap) in halves { keys[key]?.halves?.released = wrap }
    // Of the cycle's stream, or taken up with the keys of those who can open it.
    case .storeFounded, .invitationMade, .personKeyed, .passphraseChanged, .keysReplaced,
      .keysRecovered, .recoveryUsed, .groupFounded, .keysShared, .entriesTaken:
      break
    }
  }
}
