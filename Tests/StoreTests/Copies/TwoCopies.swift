import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// Two copies of one store, on which people work apart until they meet.
final class TwoCopies {
  static let id: CaseID = "HZ26-0031"
  static let item = Edition.shipped.items[0].id
  let copies: CopyWorld
  let other: OtherCopy
  private let stick: URL
  var here: StoreWorld { copies.world }

  /// - Parameter prepare: What both know.
  convenience init(_ prepare: (StoreWorld) throws -> Void) throws {
    let world = try StoreWorld()
    try prepare(world)
    try self.init(on: world)
  }

  private init(on world: StoreWorld) throws {
    copies = CopyWorld(world)
    other = try copies.copy()
    stick = try copies.folder()
  }

  /// A case in independent review, all sheets in.
  static func handedIn() throws -> TwoCopies {
    try TwoCopies(on: handedInWorld.get().copy())
  }

  /// …and opened.
  static func opened() throws -> TwoCopies {
    try TwoCopies(on: openedWorld.get().copy())
  }

  private static let handedInWorld = Result { try KeptWorld { try handIn($0) } }

  private static let openedWorld = Result {
    try KeptWorld { world in
      try handIn(world)
      try world.open(id)
    }
  }

  private static func handIn(_ world: StoreWorld) throws {
    try world.register(id)
    try world.toHandedIn(
      id, sheets: SharedStore.reviewers.map { ($0, StoreWorld.sheet()) })
    try world.settleAll()
  }

  func here(_ command: CaseCommand, by person: PersonID) throws {
    try here.store.perform(command, in: Self.id, by: here[person])
    here.time.advance(seconds: 60)
  }

  func there(_ command: CaseCommand, by person: PersonID) throws {
    try other.store.perform(command, in: Self.id, by: other[person])
    here.time.advance(seconds: 60)
  }

  /// Each takes what the other has.
  func meet() throws {
    for _ in 0..<2 {
      try copies.exchange(stick)
      try other.exchange(stick)
    }
  }

  /// A case on both copies, as somebody's keys show it, and as a program that knows nothing yet.
  func states(by person: PersonID) throws -> [CaseState] {
    let fresh = try Store(opening: other.store.directory, clock: here.time.clock)
    return [
      try here.store.dossier(Self.id, by: here[person]),
      try other.store.dossier(Self.id, by: other[person]),
      try fresh.dossier(
        Self.id, by: Session(person: person, keys: here[person].ring.keys)),
    ]
  }

  /// The case as both copies show it, which is one.
  func state(by person: PersonID) throws -> CaseState {
    let states = try states(by: person)
    #expect(states.allSatisfy { $0 == states[0] })
    #expect(try here.store.head() == other.store.head())
    return states[0]
  }

  /// The entries that are held, by their kinds, on both copies.
  func held() throws -> [String] {
    try kinds { fault in
      if case .held = fault { true } else { false }
    }
  }

  /// The entries that are overruled, by their kinds, on both copies.
  func overruled() throws -> [String] {
    try kinds { fault in
      if case .overruled = fault { true } else { false }
    }
  }

  private func kinds(_ isSo: (EntryFault) -> Bool) throws -> [String] {
    let kinds = try [here.store, other.store].map { store in
      try store.history(HistoryQuery(), before: nil, limit: .max, by: nil).filter { row in
        row.fault.map(isSo) == true
      }.map(\.kind).sorted()
    }
    #expect(kinds[0] == kinds[1])
    return kinds[0]
  }

  /// Nothing but what is held is found by `check`, and the tables are what the log makes of them.
  func check() throws {
    for store in [here.store, other.store] {
      let findings = try store.check().findings
      #expect(findings.others == [], "\(findings)")
      #expect(
        findings.faults.values.allSatisfy { fault in
          switch fault {
          case .held, .overruled: true
          default: false
          }
        }, "\(findings)")
    }
  }
}
