import Foundation

/// What an unlocked person holds in memory: their keys and those they have opened.
///
/// A value that is nowhere on disk; to lock is to drop it.
public struct KeyRing: Secret, Sendable {
  /// The id of the person.
  public let person: String
  /// The person's own keys.
  public let keys: PersonKeys
  private var groups: [String: GroupKeys] = [:]
  private var rooms: [String: RoomKey] = [:]

  /// Begins with a person's own keys alone.
  public init(person: String, keys: PersonKeys) {
    self.person = person
    self.keys = keys
  }

  /// Keeps the keys of a group.
  public mutating func learn(group id: String, keys: GroupKeys) {
    groups[id] = keys
  }

  /// Keeps the key of a room.
  public mutating func learn(room id: String, key: RoomKey) {
    rooms[id] = key
  }

  /// Opens and keeps the keys of a group, wrapped with its id as context.
  ///
  /// - Throws: ``VaultFault/notForThisKey`` if the wrap is for somebody else, and what
  ///   ``GroupKeys/init(unwrapping:with:context:)`` throws.
  public mutating func learn(group id: String, from wrap: Wrap) throws(VaultFault) {
    groups[id] = try GroupKeys(unwrapping: wrap, with: holder(of: wrap), context: id)
  }

  /// Opens and keeps the key of a room, wrapped with its id as context.
  ///
  /// - Throws: ``VaultFault/notForThisKey`` if the wrap is for somebody else, and what
  ///   ``Wrap/open(with:context:)`` throws.
  public mutating func learn(room id: String, from wrap: Wrap) throws(VaultFault) {
    rooms[id] = try RoomKey(data: open(wrap, context: id))
  }

  /// Opens a wrap for this person or for a group whose keys are held.
  ///
  /// - Throws: ``VaultFault/notForThisKey`` if the wrap is for somebody else, and what
  ///   ``Wrap/open(with:context:)`` throws.
  public func open(_ wrap: Wrap, context: String) throws(VaultFault) -> Data {
    try wrap.open(with: holder(of: wrap), context: context)
  }

  /// The keys of a group, if they are held.
  public func group(_ id: String) -> GroupKeys? { groups[id] }

  /// The key of a room, if it is held.
  public func room(_ id: String) -> RoomKey? { rooms[id] }

  /// The ids of the groups whose keys are held.
  public var groupIDs: Set<String> { Set(groups.keys) }

  /// The ids of the rooms whose keys are held.
  public var roomIDs: Set<String> { Set(rooms.keys) }

  private func holder(of wrap: Wrap) throws(VaultFault) -> AgreementKey {
    if wrap.to == Recipient.person(person) { return keys.agreement }
    for (id, group) in groups where wrap.to == Recipient.group(id) { return group.agreement }
    throw .notForThisKey
  }
}
