import Criteria
import Procedure
import Testing

/// One year after another: what stays and what begins anew.
@Suite("K: years")
struct YearRuleTests {
  @Test("K: what an earlier year's case waits for follows that year's parameters")
  func earlierYear() throws {
    var world = try World.at(.handedIn)
    let asks = Duty(holder: .person(Cast.leader), kind: .askOpening, due: Day("2026-03-31"))
    for person in [Cast.fourth, Cast.fifth] {
      try world.on(.recuse(Interest(ground: .other)), as: person)
    }
    #expect(Procedure.duties(in: world.file, cycle: world.cycle) == [asks])
    var stricter = Parameters.hangzhou
    stricter.minimumReviews = 5
    world.nextYear(stricter)
    #expect(world.refusal(.askOpening, as: Cast.leader) == nil)
    #expect(Procedure.duties(in: world.file, cycle: world.cycle) == [asks])
  }
}
