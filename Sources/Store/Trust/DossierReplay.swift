import Criteria
import Foundation
import Procedure
import Vault

/// A case as one person's keys show it, from verified and allowed entries alone.
///
/// What is clear for everybody decides whether an entry counts, so that all copies agree on it;
/// what rests on sealed facts is computed again by those who can open them, and has no effect on
/// what they see where it does not stand.
public struct DossierReplay: StreamReplay, Sendable {
  typealias CaseWeave = Weave<CaseView, CaseContent>

  var view = CaseView()
  var lineage = Lineage()
  var position = 0
  /// The entries that were looked at.
  private(set) var length = 0
  /// Positions of entries that this person cannot read.
  var sealed: Set<Int> = []
  var faults: [Int: VoidEntry] = [:]
  /// Entries whose sealed part does not stand, as those see who can open it.
  var doubts: [Int: VoidEntry] = [:]
  /// The judged entries, where people wrote apart from each other; nil while all are in one line.
  var weave: CaseWeave?
  /// Why entries have no effect at their own places, by position.
  var own: [Int: VoidEntry] = [:]
  /// Positions of sealed entries whose bodies were given up.
  var gone: Set<Int> = []
  /// What came after its day, where that was asked.
  var late: [Int: LateArrival] = [:]
  /// The registration's place.
  var registered: Int?
  /// The entries of the cycle of which it was asked whether they took a right that was used here, and
  /// those here of which it was asked.
  var asked = (cycle: 0, entries: 0)
  /// Whether a key was learnt that may open earlier entries.
  var hasLearnt = false
  /// Whether people wrote apart from each other: it is to be replayed with its judged entries kept.
  var needsWeave = false

  /// The state; nil before the registration was seen.
  public var state: CaseState? { view.state }
  /// The state by what is clear for everybody, where it is another than `state`.
  var split: CaseState? { view.split }
  /// The state by what is clear for everybody: what lists, keys and other copies go by.
  var clear: CaseState? { view.clear }
  /// The keys of the case's rooms.
  var rooms: RoomRegister { view.rooms }
  /// The proposals on site that this person can read and that were not shared with the panel, and
  /// the item of each.
  var proposed: [EntryName: ItemID] { view.proposed }
  /// All proposals on site whose keys were not shared with the panel, whoever can read them.
  var unshared: Set<EntryName> { view.unshared }
  /// The ids of the last entries.
  var tips: [Data] { lineage.tips }
  var anew: DossierReplay { DossierReplay(isWoven: needsWeave || weave != nil) }
  /// Whether people wrote apart from each other here.
  var isWoven: Bool { weave != nil }
  /// How often an entry was applied where people wrote apart from each other.
  var applied: Int { weave?.applied ?? 0 }

  /// The rows that were looked at, in one digest: what is changed later is not what was verified.
  private(set) var seal = Data()

  /// A case of which nothing was looked at yet.
  ///
  /// - Parameter isWoven: Whether people are known to have written apart from each other.
  init(isWoven: Bool = false) { weave = isWoven ? CaseWeave() : nil }

  mutating func count(_ row: Result<StoredEntry, RowFault>) {
    length += 1
    switch row {
    case .success(let stored): seal = Self.sealed(seal, stored.position, stored.id)
    case .failure(let fault): seal = Self.sealed(seal, fault.position, Data())
    }
  }

  /// A digest of rows, with one more.
  static func sealed(_ seal: Data, _ position: Int, _ id: Data) -> Data {
    Digest.sha256(seal + withUnsafeBytes(of: Int64(position).bigEndian) { Data($0) } + id)
  }

  /// Why an entry has no effect here; nil where it has.
  public func fault(at position: Int) -> EntryFault? {
    if let void = faults[position] ?? doubts[position] { return void.fault }
    return gone.contains(position) && clear?.isEmptied != true ? .bodyMissing : nil
  }
}
