import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

@Suite("Accepting what is held")
struct HistoryAcceptTests {
  @Test("V5: what is held is accepted by name, in its own stream, with a reason")
  func accepts() throws {
    let context = HistoryScreenTests.context()
    var row = HistoryScreenTests.row(2, fault: .held(by: "ab12"))
    row.entryID = "cd34"
    let commands: [Command] = [
      .cycle(.accept(["cd34"], reason: "已核实")),
      .dossier("HZ26-0031", .accept(["cd34"], reason: "已核实")),
    ]
    for command in commands {
      if case .cycle = command { row.stream = .cycle } else { row.stream = .dossier("HZ26-0031") }
      var screen = HistoryScreenTests.screen([row], context)
      guard case .open(var sheet)? = screen.begin("accept", context).first else {
        Issue.record("no form")
        return
      }
      sheet.form.type("已核实", into: "reason")
      #expect(screen.fill(sheet, context) == [.perform([command], ticket: "accept")])
    }
  }

  @Test("V5: what has no effect for another reason is not accepted")
  func nothingElse() {
    let context = HistoryScreenTests.context()
    for fault in [EntryFault.keysNotAllowed, .denies, .overruled(by: "ab12")] {
      let screen = HistoryScreenTests.screen([HistoryScreenTests.row(1, fault: fault)], context)
      guard
        case .disabled? = screen.offers(context).first(where: { $0.id == "accept" })?.availability
      else {
        Issue.record("\(fault)")
        continue
      }
    }
  }
}
