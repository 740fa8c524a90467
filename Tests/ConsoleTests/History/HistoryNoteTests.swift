import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

@Suite("Noting an entry without effect")
struct HistoryNoteTests {
  @Test("V5: an entry without effect can be noted from the list and from its own page")
  func notable() {
    let context = HistoryScreenTests.context()
    var screen = HistoryScreenTests.screen(
      [HistoryScreenTests.row(1, fault: .keysNotAllowed)], context)
    func availability() -> Availability? {
      screen.offers(context).first { $0.id == "note" }?.availability
    }
    #expect(availability() == .available)
    _ = screen.begin("open", context)
    #expect(availability() == .available)
    guard case .open(let sheet)? = screen.begin("note", context).first else {
      Issue.record("no form")
      return
    }
    #expect(sheet.id == "note")
  }

  @Test("V5: an entry is noted that the form was opened on, whichever is selected by then")
  func notesTheEntryItIsAbout() throws {
    let context = HistoryScreenTests.context()
    var first = HistoryScreenTests.row(2, fault: .keysNotAllowed)
    first.entryID = "cd34"
    var screen = HistoryScreenTests.screen(
      [first, HistoryScreenTests.row(1, fault: .keysNotAllowed)], context)
    guard case .open(var sheet)? = screen.begin("note", context).first else {
      Issue.record("no form")
      return
    }
    #expect(sheet.about == "2")
    _ = screen.update(.key(.down), context)
    sheet.form.type("看过", into: "reason")
    #expect(
      screen.fill(sheet, context) == [
        .perform(
          [.cycle(.noteEntry("cd34", as: .secretariat, reason: "看过"))], ticket: "note")
      ])
    sheet.about = "7"
    #expect(screen.fill(sheet, context) == [.closeForm])
  }
}
