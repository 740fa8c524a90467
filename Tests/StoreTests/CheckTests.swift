import Foundation
import Procedure
import Testing

@testable import Store

@Suite("Check says what it could not look into")
struct CheckTests {
  private static let id: CaseID = "HZ26-0001"

  @Test("sealed entries whose key is not there, and unfinished sheets of others, are counted")
  func unread() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toReview(Self.id)
    try world.designate(Self.id, ["p11", "p12", "p13"])
    try world.handIn(StoreWorld.sheet(), in: Self.id, by: "p11")
    try world.write(StoreWorld.sheet(), in: Self.id, by: "p12")
    try world.store.perform(
      .supervision(
        .lodge(Complaint(id: "c1", topic: .influence, source: .expert, text: "举报"))),
      by: world["p13"])
    let sealed = try world.store.read { db in
      try LogTable.entries(db, after: 0).filter { $0.entry.room != nil }.map(\.entry.room)
    }
    let none = try world.store.check()
    #expect((none.unread, none.drafts) == (sealed.count, 1))
    let sheets = sealed.count { $0?.hasPrefix("sheet/") == true }
    #expect(sheets == 1)
    let office = try world.store.check(by: world.office)
    #expect((office.unread, office.drafts) == (sheets + 1, 1))
    let supervisor = try world.store.check(by: world[StoreWorld.supervisor])
    #expect(supervisor.unread < sealed.count)
    #expect(try world.store.check(by: world["p12"]).drafts == 0)
  }
}
