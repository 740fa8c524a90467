import Foundation
import Procedure
import Testing

@testable import Store

@Suite("V3: complaints in the store")
struct ComplaintTests {
  @Test("V3: a complaint about a case that is not there is refused and nothing is written")
  func unknownCase() throws {
    let world = try StoreWorld()
    try world.register("HZ26-0601")
    func lodge(_ dossier: CaseID) throws {
      try world.store.perform(
        .supervision(
          .lodge(
            Complaint(id: "T1", topic: .fairness, source: .expert, dossier: dossier, text: "收费"))),
        by: world["p13"])
    }
    let before = try world.bytes()
    #expect(throws: Refusal(.V3, .unknownCase)) { try lodge("HZ26-9999") }
    #expect(try world.bytes() == before)
    try lodge("HZ26-0601")
  }
}
