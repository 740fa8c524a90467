import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("The whole way of a case")
struct FlowTests {
  @Test("M7–P4: from the invitation to the list, with the total of the reference panel")
  func wholeFlow() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toHandedIn(id, sheets: PanelFive.sheets())
    try world.open(id)
    try world.finish(id, at: PanelFive.settled)

    #expect(try world.state(id).materialTotal?.description == "552.75")
    #expect(try world.state(id).stage == .leadersMeeting)
    #expect(try world.state(id, "p22").materialTotal == nil)
    #expect(try world.state(id, "p22").results.isEmpty)

    try world.toVisit(id)
    try world.submit(id, at: 65)
    let done = try world.state(id)
    #expect(done.stage == .settlement)
    #expect(done.siteTotal?.description == "650")
    #expect(try world.store.cycle().parameters.tier(of: done.siteTotal!)?.rank == 1)
    #expect(try world.state(id, StoreWorld.supervisor).siteTotal == done.siteTotal)
    try world.toProposal(id)
    try world.toCultivation(id)
    let row = try world.store.queueRow(id, by: world["p22"])
    #expect(row.stage == .cultivation && row.tier == 1 && row.total == done.siteTotal)
  }
}
