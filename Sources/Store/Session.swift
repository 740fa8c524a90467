import Foundation
import Procedure
import Vault

/// A person at work: their keys in memory, and what was replayed with them.
public final class Session {
  /// Who it is.
  public let person: PersonID
  var ring: KeyRing
  /// Cases replayed with this person's keys, the last used last.
  var files: [CaseID: Replayed<FileReplay>] = [:]
  private var recent: [CaseID] = []
  private static let kept = 12

  init(person: PersonID, keys: PersonKeys) {
    self.person = person
    ring = KeyRing(person: person.rawValue, keys: keys)
  }

  /// The readers under whose names keys are wrapped for this person.
  var readers: [String] {
    [Reader.person(person).rawValue] + ring.groupIDs.sorted().map { "group/\($0)" }
  }

  /// Keeps a replayed case, and forgets the one used longest ago.
  func keep(_ replayed: Replayed<FileReplay>, of id: CaseID) {
    recent.removeAll { $0 == id }
    recent.append(id)
    files[id] = replayed
    if recent.count > Self.kept { files[recent.removeFirst()] = nil }
  }

  /// Forgets what was replayed: after a failed write, or when a new key opens earlier entries.
  func forgetFiles() {
    files = [:]
    recent = []
  }
}
