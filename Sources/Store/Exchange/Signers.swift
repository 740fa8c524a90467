import Foundation
import GRDB
import Procedure
import Vault

/// Whose signature an entry may bear: every key that its author ever had, by entries that are
/// themselves signed.
///
/// Which keys counted when is for the replay to judge. Here it is only asked whether an entry is
/// what its author wrote: what is not is neither taken nor given.
struct Signers {
  private var keys: [PersonID: [PublicKeys]] = [:]
  private var invitations: [PersonID: [Data]] = [:]
  private var recovery: PublicKeys?
  /// The last entry of the cycle that was looked at.
  private var position = 0

  private static let kinds: [KeyEventKind] = [
    .storeFounded, .invitationMade, .personKeyed, .keysReplaced, .keysRecovered,
  ]

  /// Takes note of what the log says of keys beyond what was read.
  mutating func update(_ db: Database) throws {
    let store = try Meta.text(db, .store)
    while true {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(LogTable.columns) FROM entry
            WHERE stream = ? AND position > ? AND position < \(LogTable.end)
              AND kind IN (\(Store.marks(Self.kinds.count)))
            ORDER BY position LIMIT 500
            """),
        arguments: [Stream.cycle.rawValue, position]
          + StatementArguments(Self.kinds.map(\.rawValue)))
      for row in rows {
        let read = LogTable.read(row, store: store)
        position = max(position, read.position)
        guard let stored = try? read.get(), stored.entry.id == stored.id else { continue }
        take(stored.entry)
      }
      if rows.isEmpty { return }
    }
  }

  /// Takes note of an entry that was signed by its author.
  mutating func take(_ entry: Entry) {
    guard entry.stream == .cycle, let kind = KeyEventKind(rawValue: entry.kind),
      Self.kinds.contains(kind), vouch(for: entry), case .key(let event)? = try? entry.clearAct()
    else { return }
    if case .storeFounded(_, _, let keys, _, _) = event, recovery == nil { recovery = keys }
    if case .invitationMade(let person, let key) = event {
      invitations[person, default: []].append(key)
    }
    if case .personKeyed(let person, let new, _, _) = event, person == entry.author {
      learn(new, of: person)
    }
    if case .keysReplaced(let person, let new, _, _) = event, person == entry.author {
      learn(new, of: person)
    }
    if case .keysRecovered(let recovered) = event, recovered.person == entry.author {
      learn(recovered.keys, of: recovered.person)
    }
  }

  private mutating func learn(_ new: PublicKeys, of person: PersonID) {
    if keys[person]?.contains(new) != true { keys[person, default: []].append(new) }
  }

  /// Whether an entry is signed by its author.
  func vouch(for entry: Entry) -> Bool { signer(of: entry, named: entry.id) != nil }

  /// The keys that an entry is signed with, where they are its author's: any that they ever had, or
  /// those that it brings and that an invitation or both recovery halves vouch for.
  ///
  /// - Parameter id: The entry's own, worked out before.
  func signer(of entry: Entry, named id: Data) -> PublicKeys? {
    let signed = Entry.signed(id)
    if let own = keys[entry.author]?.last(where: { $0.verify(entry.signature, signed) }) {
      return own
    }
    return brought(by: entry).flatMap { $0.verify(entry.signature, signed) ? $0 : nil }
  }

  /// Whether a receipt is signed by its person.
  func vouch(for receipt: Receipt) -> Bool {
    guard let signature = Hex.decode(receipt.signature) else { return false }
    let signed = receipt.signed
    return keys[receipt.person]?.contains { $0.verify(signature, signed) } == true
  }

  /// The keys that an entry brings and is signed with itself.
  private func brought(by entry: Entry) -> PublicKeys? {
    guard let kind = KeyEventKind(rawValue: entry.kind),
      [.personKeyed, .keysRecovered].contains(kind),
      entry.stream == .cycle, case .key(let event)? = try? entry.clearAct()
    else { return nil }
    if case .personKeyed(entry.author, let new, _, let signature) = event {
      // The founder's are the first of all.
      if keys.isEmpty, invitations.isEmpty { return new }
      let isInvited = invitations[entry.author]?.contains { key in
        signature.map {
          Invitation.verify(
            signature: $0, publicKey: key, keys: new, person: entry.author.rawValue)
        } == true
      }
      return isInvited == true ? new : nil
    }
    if case .keysRecovered(let recovered) = event, recovered.person == entry.author,
      let recovery, recovered.isProven(by: recovery)
    {
      return recovered.keys
    }
    return nil
  }
}
