import Foundation
import Testing

@testable import Store

@Suite("How far a draft came is remembered beside the store, for all copies of an account")
struct DraftMarkTests {
  @Test("two copies that met and are opened under one account are not turned back")
  func oneAccount() throws {
    let laptops = try Laptops(2)
    try laptops[0].write(Laptops.items[0], Laptops.review(60))
    try laptops[1].write(Laptops.items[1], Laptops.review(40))
    for _ in 0..<2 { try laptops.meet(0, 1) }
    for (one, other) in [(0, 1), (1, 0)] {
      #expect(try !laptops[other].draft.isTurnedBack)
      // What the other saw last is what the account remembers.
      laptops[one].session.drafts = laptops[other].session.drafts
      #expect(try !laptops[one].draft.isTurnedBack, "\(one)")
    }
    // One that lacks what was seen elsewhere is said to.
    try laptops[0].write(Laptops.items[2], Laptops.review(50))
    laptops[1].session.drafts = laptops[0].session.drafts
    #expect(try laptops[1].draft.isTurnedBack)
  }
}
