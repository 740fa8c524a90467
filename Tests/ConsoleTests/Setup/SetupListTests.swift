import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

@Suite("The lists of the set-up")
struct SetupListTests {
  @Test("the person and the case under the hand stay selected when others change the lists")
  func staysSelected() {
    var world = SetupWorld(.people)
    world.people([
      SetupScreenTests.account("b", .confirmed), SetupScreenTests.account("c", .confirmed),
    ])
    world.send(.key(.down))
    world.people([
      SetupScreenTests.account("a", .joined), SetupScreenTests.account("b", .confirmed),
      SetupScreenTests.account("c", .confirmed),
    ])
    #expect(world.screen.people.people.selected?.id == "c")
    world.screen.turn(to: .cases, world.context)
    for numbers in [[21, 22, 23], [10, 21, 22, 23]] {
      world.send(
        .loaded(
          .queue(
            QueueQuery(scope: .all, order: .number), offset: 0,
            rows: numbers.map { TermsWorld.row($0, .onSiteReview) }, total: numbers.count)))
      if numbers.count == 3 { world.send(.key(.down)) }
    }
    #expect(world.screen.cases.cases.selected?.id == "HZ26-0022")
  }

  @Test("a form changes whom it was opened on, whoever is selected by then")
  func changesWhomItIsAbout() throws {
    var world = SetupWorld(.people)
    let others = (["p3", "p4"] as [PersonID]).map {
      Account(person: world.context.cycle.people[$0]!, standing: .confirmed)
    }
    world.people(others)
    let sheet = try #require(SetupWorld.form(world.begin("change")))
    #expect((sheet.id, sheet.about) == ("person", "p3"))
    world.press(.down)
    var changed = others[0].person
    changed.employer = "钱江精密"
    #expect(
      world.fill(sheet) { $0.type("钱江精密", into: "employer") }
        == [.perform([.cycle(.change(changed))], ticket: "change")])
    world.context.cycle = CycleState()
    #expect(world.screen.fill(sheet, world.context) == [.closeForm])
  }
}
