import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("M7: registering an application")
struct RegisterFormTests {
  @Test("an empty number takes the one after the last of the year; a typed one stands")
  func nextNumber() throws {
    let world = ScreenWorld(QueueScreen(), DossierWorld(as: DossierWorld.office).context)
    let form = try #require(Self.form(after: "HZ26-0099", world.context))
    #expect(form.sheet.form["id"]?.help.contains("HZ26-0100") == true)
    func registered(_ number: String) -> CaseID? {
      var (filled, screen) = (form.sheet.form, world.screen)
      filled.type(number, into: "id")
      filled.type("临安竹业", into: "name")
      filled.type("竹制品", into: "industry")
      guard case .effects(let effects) = form.fill(&screen, filled, world.context),
        case .perform(let commands, _)? = effects.first,
        case .dossier(let id, .register)? = commands.first
      else { return nil }
      return id
    }
    #expect(registered("") == "HZ26-0100")
    #expect(registered("ＨＺ26-0107") == "HZ26-0107")
  }

  @Test("numbers are taken with their unit behind, or the field says which form it wants")
  func units() throws {
    let world = ScreenWorld(QueueScreen(), DossierWorld(as: DossierWorld.office).context)
    let form = try #require(Self.form(after: "HZ26-0099", world.context))
    func filled(_ founded: String) -> ScreenForm<QueueScreen>.Outcome {
      var (filled, screen) = (form.sheet.form, world.screen)
      filled.type("临安竹业", into: "name")
      filled.type("竹制品", into: "industry")
      filled.type("４１２ 人", into: "staff")
      filled.type(founded, into: "founded")
      filled.type("2021年", into: "modelSince")
      return form.fill(&screen, filled, world.context)
    }
    guard case .effects(let effects) = filled("2009年"),
      case .perform(let commands, _)? = effects.first,
      case .dossier(_, .register(let application))? = commands.first
    else {
      Issue.record("not taken")
      return
    }
    #expect(
      (application.staff, application.founded, application.modelSince) == (412, 2009, 2021))
    guard case .faults(let faults) = filled("2009年3月") else {
      Issue.record("taken")
      return
    }
    #expect(faults["founded"]?.zh == "「2009年3月」读不成一个数；可写 2009、2009年")
  }

  private static func form(after last: CaseID?, _ context: Context) -> ScreenForm<QueueScreen>? {
    RegisterForm.form(RegisterForm.name, after: last, context)
  }

  @Test("the first number of a year is asked for")
  func firstNumber() {
    let world = DossierWorld(as: DossierWorld.office)
    #expect(Self.form(after: nil, world.context)?.sheet.form["id"]?.isRequired == true)
    #expect(NextNumber.after("HZ26-A") == nil)
    #expect(NextNumber.after("HZ26-9") == "HZ26-10")
    #expect(NextNumber.after("HZ26-\(Int.max)") == nil)
  }
}
