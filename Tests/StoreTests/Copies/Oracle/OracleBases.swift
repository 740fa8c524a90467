import Criteria
import Foundation
import Procedure
import Vault

@testable import Store

/// What the copies of a scenario have before anybody works apart: one year, of which three
/// copies are made at each point from which some scenario starts.
final class OracleBases: @unchecked Sendable {
  // Read only, once made.
  private let world: StoreWorld
  private var kept: [Oracle.Base: (copies: [URL], moment: Moment)] = [:]

  static let made = Result { try OracleBases() }

  private init() throws {
    world = try StoreWorld()
    let id = OracleWorld.cases["x"]!
    try world.join(Person(id: "p90", name: "何秘", roles: [.secretariat]))
    try keep(.called)
    try world.register(id)
    try world.toQualification(id)
    try world.decide(id)
    try keep(.registered)
    try world.store.perform(.qualify(true, reason: ""), in: id, by: world.office)
    try world.publish(.qualification, id)
    try world.close(.qualification, id)
    try world.store.perform(.assignPanel("m1"), in: id, by: world.office)
    try keep(.assigned)
    for member in StoreWorld.panel {
      try world.store.perform(.declare(nil), in: id, by: world[member])
    }
    try world.settleAll()
    let reviewers: [PersonID] = ["p11", "p13", "p14"]
    try world.store.perform(
      .designate(reviewers: reviewers, due: nil), in: id, by: world.leader)
    for reviewer in reviewers { try world.handIn(StoreWorld.sheet(), in: id, by: reviewer) }
    try keep(.handedIn)
    try world.open(id)
    let rest = Edition.shipped.items.dropFirst().map { item in
      CaseCommand.settle(item.id, Percentage(60)!, reason: "合议")
    }
    try world.store.perform(
      ([.recordAttendance(present: StoreWorld.panel, absences: [:])] + rest).map {
        .dossier(id, $0)
      }, by: world.leader)
    try keep(.opened)
  }

  private func keep(_ base: Oracle.Base) throws {
    try world.settleAll()
    let place = StoreWorld.emptyDirectory()
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let now = world.time.clock.now()
    let backup = try world.store.backUp(to: BackupPlace(place), now: now).backup.url
    // The first goes on as the store that everything began on.
    let first = StoreWorld.emptyDirectory()
    try FileManager.default.copyItem(at: world.directory, to: first)
    let others = try (1...2).map { _ in
      let directory = StoreWorld.emptyDirectory()
      _ = try Store.restore(backup, to: directory)
      return directory
    }
    kept[base] = ([first] + others, now)
  }

  /// The moment of a base.
  func moment(_ base: Oracle.Base) -> Moment { kept[base]!.moment }

  /// The three copies as things stood there, for a scenario of its own.
  func copies(_ base: Oracle.Base) throws -> [URL] {
    try kept[base]!.copies.map { kept in
      let directory = StoreWorld.emptyDirectory()
      try FileManager.default.copyItem(at: kept, to: directory)
      return directory
    }
  }

  func session(_ person: PersonID) -> Session {
    Session(person: person, keys: world[person].ring.keys)
  }
}
