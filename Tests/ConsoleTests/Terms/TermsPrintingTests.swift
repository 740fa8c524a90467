import Criteria
import Foundation
import Procedure
import Reports
import Store
import Terminal
import Testing

@testable import Console

@Suite("Papers of the screen of terms")
struct TermsPrintingTests {
  @Test("P3: the answer to an objection is printed from the list of letters")
  func printsAnswer() {
    var world = TermsWorld(on: .letters)
    world.show([(31, .objection, nil)])
    #expect(world.offer("print")?.availability == .disabled(.Papers.nothingToPrint))
    var dossier = DossierWorld(as: DossierWorld.office).dossier!
    let day = TermsWorld.today
    for event: Event in [
      .objectionReceived(
        on: day, due: Term(last: day, provisional: false)),
      .objectionRecorded(
        objection: "o1",
        content: {
          var content = Objection(objector: "某", facts: "甲", reasons: "乙", evidence: "丙")
          content.answer = "经核查"
          return content
        }()),
      .objectionAnswered(objection: "o1", on: day, isUpheld: false),
    ] {
      dossier.apply(event, by: DossierWorld.office, at: DossierWorld.now)
    }
    world.send(.loaded(.dossier(dossier)))
    #expect(
      world.screen.orders
        == [
          PaperOrder(
            .letterObjection, of: [dossier.id], objection: "o1", ordinal: 1, isDraft: true)
        ])
    let sent = LetterRecord(kind: .objection, number: "函8号", sent: day)
    dossier.apply(.letterSent(letter: sent), by: DossierWorld.office, at: DossierWorld.now)
    world.send(.loaded(.dossier(dossier)))
    #expect(world.screen.orders.map(\.number) == ["函8号"])
    #expect(world.screen.orders.map(\.isDraft) == [false])
  }

  @Test("a letter that went out is ordered fair under its number, one that is due as a preview")
  func orders() {
    var world = TermsWorld(on: .letters)
    let sent = LetterRecord(kind: .notEntered, number: "函9号", sent: Day("2026-09-08")!)
    for record in [sent, nil] {
      world.show([(12, .notEntered, record)])
      let effects = world.fill(world.begin("print")) { $0.type("/tmp/r9", into: "path") }
      guard case .writePaper(let order, "/tmp/r9", false, _)? = effects.first else {
        Issue.record("no paper was asked for")
        return
      }
      #expect(order.paper == .letterNotEntered && order.formats == PaperFormat.papers)
      #expect(order.number == record?.number ?? "" && order.isDraft == (record == nil))
    }
  }

  @Test("K: a batch, a meeting and a paper without a number hold the next one")
  func nextNumber() {
    let next = DocumentNumber(prefix: "杭市监质", year: 2026, ordinal: 7)
    func number(_ effects: [Effect]) -> String? {
      guard case .open(let sheet)? = effects.first else { return nil }
      return sheet.form.text("number")
    }
    var notices = TermsWorld(on: .notices)
    notices.context.countedNumber = next
    notices.show(
      [TermsWorld.row(11, .qualification, [.publishNotice])], in: .qualification)
    #expect(number(notices.begin("publish")) == "杭市监质〔2026〕7号")
    var meetings = TermsWorld(on: .meetings)
    meetings.context.countedNumber = next
    #expect(number(meetings.begin("hold")) == "杭市监质〔2026〕7号")
    var held = Meeting(id: "2026-leaders-1", kind: .leaders, day: TermsWorld.today, present: ["p1"])
    for (last, expected) in [
      ("局纪要〔2026〕3号", "局纪要〔2026〕4号"), ("局纪要〔2025〕3号", "局纪要〔2026〕1号"),
      ("第9期", ""), ("ZZ-09", "ZZ-10"), ("杭市监质〔2026〕2号", "杭市监质〔2026〕7号"),
    ] {
      held.number = last
      meetings.context.cycle.apply(.meetingHeld(meeting: held))
      #expect(number(meetings.begin("hold")) == expected)
    }
    var context = meetings.context
    let feedback = PaperOrder(.feedbackReport, of: ["HZ26-0001"])
    let form: ScreenForm<TermsScreen>? = Printing.form([feedback], context)
    #expect(form?.sheet.form.text("number") == "杭市监质〔2026〕7号")
    // In a new year they begin anew.
    context.now = Moment(day: Day("2027-01-04")!, hour: 9)
    #expect(context.nextNumber == "杭市监质〔2027〕1号")
  }
}
