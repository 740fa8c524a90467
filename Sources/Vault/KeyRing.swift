import Foundation

/// What an unlocked person holds in memory: their keys and those they have opened.
///
/// A value that is nowhere on disk; to lock is to drop it.
public struct KeyRing: Secret, Sendable {
  /// The id of the person.
  public let person: String
  /// The person's own keys.
  public private(set) var keys: PersonKeys
  /// Keys that these replaced: they still open what was wrapped for them.
  private var former: [AgreementKey] = []
  /// A group may have several keys; what was wrapped for it opens with one of them.
  private var groups: [String: [GroupKeys]] = [:]
  private var rooms: [String: RoomKey] = [:]

  /// Begins with a person's own keys alone.
  public init(person: String, keys: PersonKeys) {
    self.person = person
    self.keys = keys
  }

  /// Takes new keys of the person's own; the present ones still open what was wrapped for them.
  public mutating func replace(with keys: PersonKeys) {
    former.append(self.keys.agreement)
    self.keys = keys
  }

  /// Opens and keeps a key that these keys replaced.
  ///
  /// - Parameter wrap: What ``PersonKeys/handOver(to:person:)`` made.
  /// - Throws: ``VaultFault/notForThisKey``, ``VaultFault/damaged``.
  public mutating func learnFormer(from wrap: Wrap) throws(VaultFault) {
    let data = try trying(wrap) { holder throws(VaultFault) in
      try wrap.open(with: holder, context: PersonKeys.former, domain: .formerWrap)
    }
    former.append(try AgreementKey(data: data))
  }

  /// Keeps a key pair of a group.
  public mutating func learn(group id: String, keys: GroupKeys) {
    guard !holds(group: id, publicKey: keys.publicKey) else { return }
    groups[id, default: []].append(keys)
  }

  /// Keeps the key of a room under the name by which bodies name it.
  public mutating func learn(_ name: String, key: RoomKey) {
    rooms[name] = key
  }

  /// Opens and keeps a key pair of a group, wrapped with its id as context.
  ///
  /// - Throws: ``VaultFault/notForThisKey`` if the wrap is for somebody else, and what
  ///   ``GroupKeys/init(unwrapping:with:context:)`` throws.
  public mutating func learn(group id: String, from wrap: Wrap) throws(VaultFault) {
    learn(
      group: id,
      keys: try trying(wrap) { holder throws(VaultFault) in
        try GroupKeys(unwrapping: wrap, with: holder, context: id)
      })
  }

  /// Opens a wrap for this person or for a group whose keys are held.
  ///
  /// - Throws: ``VaultFault/notForThisKey`` if the wrap is for somebody else, and what
  ///   ``Wrap/open(with:context:)`` throws.
  public func open(_ wrap: Wrap, context: String) throws(VaultFault) -> Data {
    try trying(wrap) { holder throws(VaultFault) in try wrap.open(with: holder, context: context) }
  }

  /// The key pairs of a group that are held, in the order in which they were learnt.
  public func group(_ id: String) -> [GroupKeys] { groups[id] ?? [] }

  /// Whether the key pair with a public key is held.
  public func holds(group id: String, publicKey: Data) -> Bool {
    group(id).contains { $0.publicKey == publicKey }
  }

  /// The key of a room by its name, if it is held.
  public func key(_ name: String) -> RoomKey? { rooms[name] }

  /// The names of the keys of rooms that are held.
  public var names: Set<String> { Set(rooms.keys) }

  /// The ids of the groups of which keys are held.
  public var groupIDs: Set<String> { Set(groups.keys) }

  /// Tries a wrap with every key that it may be for.
  private func trying<T>(
    _ wrap: Wrap, _ body: (AgreementKey) throws(VaultFault) -> T
  ) throws(VaultFault) -> T {
    var holders: [AgreementKey] = []
    if wrap.to == Recipient.person(person) { holders = [keys.agreement] + former }
    for (id, pairs) in groups where wrap.to == Recipient.group(id) {
      holders += pairs.map(\.agreement)
    }
    var fault = VaultFault.notForThisKey
    for holder in holders {
      do {
        return try body(holder)
      } catch {
        fault = error
      }
    }
    throw fault
  }
}
