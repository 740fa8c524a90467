import Foundation
import Procedure
import Vault

/// A person at work: their keys in memory, and what was replayed with them.
public final class Session {
  /// Who it is.
  public let person: PersonID
  var ring: KeyRing { didSet { readers = Self.readers(of: ring, person) } }
  /// The fingerprint of the person's public keys.
  public var fingerprint: String { ring.keys.publicKeys.fingerprint }
  /// The readers under whose names keys are wrapped for this person.
  private(set) var readers: [String]
  /// Cases replayed with this person's keys, the last used last.
  private(set) var dossiers: [CaseID: DossierReplay] = [:]
  /// Supervision's stream as this person's keys show it.
  var supervision = SupervisionReplay()
  /// When entries came to other copies.
  var arrivals = ArrivalReplay()
  /// How far this person's programs saw each draft come, by its room.
  var drafts: [String: DraftMark] = [:]
  /// How far was read as this program read or wrote it last, by the draft's room.
  var readings: [String: Reading] = [:]
  /// What was opened of the bureau's own room, by the entries' ids: it is opened once.
  var bureauActs: [Data: Act] = [:]
  /// The numbers of kept papers of cases that were opened: nothing clear tells them.
  private(set) var caseNumbers: [String: UsedNumber] = [:]
  /// Up to which entry kept papers were opened for their numbers.
  var papersRead = 0
  /// What verified entries say of the cases that were looked at.
  var verdicts: [CaseID: Verdict] = [:]
  private var recent: [CaseID] = []
  /// The entries of the cases that are kept.
  private var entries = 0
  /// Entries of cases that are kept replayed: some of the long ones, all in sight of the short ones.
  private static let kept = 2_000

  convenience init(person: PersonID, keys: PersonKeys) {
    self.init(person: person, ring: KeyRing(person: person.rawValue, keys: keys))
  }

  init(person: PersonID, ring: KeyRing) {
    self.person = person
    self.ring = ring
    readers = Self.readers(of: ring, person)
  }

  private static func readers(of ring: KeyRing, _ person: PersonID) -> [String] {
    [Reader.person(person).rawValue] + ring.groupIDs.sorted().map { "group/\($0)" }
  }

  /// Keeps a replayed case, and forgets the one used longest ago.
  func keep(_ replay: DossierReplay, of id: CaseID) {
    if let former = dossiers.updateValue(replay, forKey: id) {
      entries -= former.length
      recent.removeAll { $0 == id }
    }
    recent.append(id)
    entries += replay.length
    verdicts[id] = Verdict(replay)
    while entries > Self.kept, recent.count > 1 {
      entries -= dossiers.removeValue(forKey: recent.removeFirst())?.length ?? 0
    }
  }

  /// Forgets what was replayed: after a failed write, or when a new key opens earlier entries.
  func forgetDossiers() {
    papersRead = 0
    dossiers = [:]
    verdicts = [:]
    (recent, entries) = ([], 0)
    supervision = SupervisionReplay()
    arrivals = ArrivalReplay()
  }

  /// Remembers under which number a paper of a case was kept.
  func learn(_ paper: KeptPaper, of dossier: CaseID) {
    if let number = paper.number {
      caseNumbers[number] = UsedNumber(.paper, number, on: paper.day, in: dossier)
    }
  }

  // MARK: Keys

  /// Opens the keys that this person's replaced, so that what was wrapped for those still opens.
  func learnFormers(_ register: KeyRegister) {
    for wrap in register.holders[person]?.formers ?? [] {
      // One that does not open ends what can be known of the earlier ones.
      guard (try? ring.learnFormer(from: wrap)) != nil else { return }
    }
  }

  /// Opens the groups that verified entries give this person.
  ///
  /// A new group may open what was sealed: cases replayed without it are forgotten.
  func learnGroups(_ register: KeyRegister) {
    var found = true
    while found {
      found = false
      for (id, keys) in register.groups {
        for key in keys where !ring.holds(group: id.rawValue, publicKey: key.publicKey) {
          for wrap in readers.flatMap({ key.wraps[$0] }) {
            // A wrap that does not open is as good as none; `check` names it.
            guard (try? learn(wrap, of: id, key)) == true else { continue }
            found = true
            break
          }
        }
      }
    }
  }

  /// Opens a group's key pair; it counts only if it is the one that the founding entry names.
  private func learn(_ wrap: Wrap, of id: GroupID, _ key: KeyRegister.Group) throws -> Bool {
    var attempt = ring
    try attempt.learn(group: id.rawValue, from: wrap)
    guard attempt.holds(group: id.rawValue, publicKey: key.publicKey) else { return false }
    ring = attempt
    forgetDossiers()
    return true
  }

  /// The key of a room, if it was wrapped for this person or for a group they are in.
  func open(_ key: RoomRegister.Key) -> RoomKey? {
    if let known = ring.key(key.name.rawValue) { return known }
    for wrap in readers.flatMap({ key.wraps[$0] }) {
      // A wrap that does not open, or holds another key, is as good as none; `check` names it.
      guard let data = try? ring.open(wrap, context: key.room.rawValue),
        let opened = try? RoomKey(data: data), learn(opened, as: key)
      else { continue }
      return opened
    }
    return nil
  }

  /// Keeps a room's key, if it is the one that was made for the room.
  func learn(_ opened: RoomKey, as key: RoomRegister.Key) -> Bool {
    guard opened.digest == key.digest else { return false }
    ring.learn(key.name.rawValue, key: opened)
    return true
  }

  /// The latest key of a room that opens, with its name; what is sealed anew asks
  /// `Transaction.sealingKey`.
  func key(of room: RoomID, in rooms: RoomRegister) -> (name: EntryName, key: RoomKey)? {
    for key in rooms.keys(of: room).reversed() {
      if let opened = open(key) { return (key.name, opened) }
    }
    return nil
  }
}
