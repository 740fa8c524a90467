import Foundation
import Procedure
import Testing

@testable import Store

@Suite("What has no effect is named until those who watch have looked into it")
struct NotedTests {
  private static let id: CaseID = "HZ26-0001"

  @Test("V5: what secretariat and supervision have noted is a remark, and the check is sound")
  func noted() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toReview(Self.id)
    let place = try Attacker(world.directory).append(
      .event(.approvalDecided(meeting: "b1", isApproved: true)), to: .dossier(Self.id), as: "p1",
      at: world.time.clock.now(), signed: Attacker.noise)
    let store = world.store
    #expect(try store.check().findings.void == [place])
    let name = try store.read { db in
      try #require(try LogTable.entries(db, after: place - 1).first).name
    }
    try store.perform(
      .cycle(.noteEntry(name, as: .secretariat, reason: "外人改库")), by: world.office)
    #expect(try store.check().findings.void == [place])
    try store.perform(
      .cycle(.noteEntry(name, as: .supervisor, reason: "已查明")),
      by: world[StoreWorld.supervisor])
    let report = try store.check()
    #expect(report.isSound)
    #expect(report.remarks.contains(.noted(at: place, "p1", .signatureWrong)))
    #expect(try world.state(Self.id).isApproved == nil)
  }
}
