import Demo
import Procedure
import Terminal
import Testing

@testable import Console

/// Every screen opens its forms again where they stood.
@Suite("Forms opened again")
struct ReopenedFormTests {
  /// A form: who opens it, where, and by which action.
  struct Place: Sendable, CustomTestStringConvertible {
    let screen: ScreenID
    let stage: DemoStage
    let person: PersonID
    var dossier: CaseID?
    /// Keys that lead to what it is about.
    var keys: [Key] = []
    let action: String
    var testDescription: String { "\(screen) \(action)" }
  }

  static let places = [
    Place(screen: .queue, stage: .scored, person: "zhaoyi", action: ComplaintForm.action),
    Place(
      screen: .dossier, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031", action: "complain"),
    Place(
      screen: .review, stage: .reviewed, person: "qianer", dossier: "HZ26-0031",
      action: "act/recuse"),
    Place(
      screen: .review, stage: .reviewed, person: "qianer", dossier: "HZ26-0031",
      keys: [.down, .down],
      action: "abstain"),
    Place(
      screen: .consensus, stage: .consensus, person: "zhaoyi", dossier: "HZ26-0007",
      keys: [.down, .down], action: "discuss"),
    Place(
      screen: .consensus, stage: .consensus, person: "zhaoyi", dossier: "HZ26-0007",
      action: "attendance"),
    Place(
      screen: .onSite, stage: .scored, person: "zhengqi", dossier: "HZ26-0013", keys: [.backTab],
      action: "editLine"),
    Place(
      screen: .onSite, stage: .scored, person: "zhengqi", dossier: "HZ26-0013", action: "act/recuse"
    ),
    Place(
      screen: .terms, stage: .proposed, person: "chenmi", keys: [.tab, .tab], action: "hold"),
    Place(screen: .supervision, stage: .listed, person: "hejian", action: "lodge"),
    Place(screen: .setup, stage: .scored, person: "chenmi", action: "call"),
    Place(screen: .setup, stage: .scored, person: "chenmi", keys: [.tab], action: "add"),
    Place(
      screen: .setup, stage: .scored, person: "chenmi", keys: [.tab, .tab, .down], action: "enter"),
  ]

  @Test("what was put in stands in the same form on the same screen again", arguments: places)
  func opensAgain(_ place: Place) throws {
    let first = try Rig(place.stage, at: place.screen == .onSite ? Rig.lastDay : Rig.now)
    try first.signIn(place.person)
    first.go(place.screen, place.dossier)
    for key in place.keys { first.press(key) }
    first.backstage.carryOut([.begin(place.action)])
    // Into the first field: letters where it is a text, another option where it is a choice.
    first.type("字")
    first.press(.right, .character(" "))
    let left = try #require(first.backstage.console.openForm)
    first.backstage.take(.input(.signal(.hangup)))
    let rig = try Rig(beside: first)
    try rig.signIn(place.person)
    #expect(rig.backstage.console.focusName == "question/unfinished")
    rig.press(.enter)
    let form = try #require(rig.backstage.console.openForm)
    #expect((form.id, form.about, form.title) == (left.id, left.about, left.title))
    #expect(form.form.fields.map(\.text) == left.form.fields.map(\.text))
    #expect(rig.backstage.console.current == place.screen)
    #expect(rig.backstage.console.context.dossier == place.dossier || place.dossier == nil)
  }
}
