import Criteria
import Demo
import Foundation
import Office
import Procedure
import Reports
import Store
import Testing

@testable import Console

@Suite("Who can print what")
struct PaperDeskTests {
  @Test("every paper, person and stage of the demo stands in the table")
  func table() throws {
    let found = try WhoMayPrint.table()
    let kept = try String(contentsOf: WhoMayPrint.file, encoding: .utf8)
    if found != kept, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try found.write(to: WhoMayPrint.file, atomically: true, encoding: .utf8)
    }
    #expect(found == kept, "RECORD_SNAPSHOTS=1 writes it anew")
  }

  /// Everybody of the demo at work on a store, one after the other.
  private func each(
    _ stage: DemoStage, _ people: [PersonID] = WhoMayPrint.people,
    _ body: (PaperPress, PaperDesk, Session, Rig) throws -> Void
  ) throws {
    let rig = try Rig(stage, at: stage == .scored ? Rig.lastDay : Rig.now)
    let store = rig.backstage.store
    for person in people {
      try rig.signIn(person)
      let session = try #require(rig.backstage.session)
      var seen: Set<Stage> = []
      for dossier in try WhoMayPrint.cases(of: session, in: store)
      where seen.insert(dossier.stage).inserted {
        try body(
          PaperPress(store, by: session),
          PaperDesk(dossier: dossier, person: person, cycle: try store.cycle()), session, rig)
      }
    }
  }

  @Test(
    "what is offered is made, and what is not is refused in words",
    arguments: [DemoStage.reviewed, .scored])
  func offeredOrRefused(_ stage: DemoStage) throws {
    try each(stage) { press, desk, _, _ in
      let offered = desk.orders
      for order in offered {
        let text = try press.printed(order).composition.text
        #expect(!text.contains("{{"), "\(order.key)")
      }
      let ofCase = Paper.allCases.filter { !Self.elsewhere.contains($0) }
      for paper in ofCase where !offered.contains(where: { $0.paper == paper }) {
        let order = PaperOrder(paper, of: [desk.dossier.id])
        #expect(throws: PaperFault.closed(paper)) { try press.printed(order) }
      }
      // Another's sheet, by name, of a case that is not open.
      if desk.dossier.opening != .opened {
        for person in desk.dossier.designated {
          var order = PaperOrder(.reviewSheet, of: [desk.dossier.id])
          order.person = person
          #expect(throws: PaperFault.closed(.reviewSheet)) { try press.printed(order) }
        }
      }
    }
  }

  /// Notices and letters, which the screen of terms offers, and tables of several cases.
  private static let elsewhere: Set<Paper> = [
    .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterNotQualified,
    .letterNotEntered, .letterObjection, .letterRevoked, .announcement, .complaintRecord,
    .complaintReport, .scoreTable,
  ]

  @Test("R4: before the opening no paper of anybody's tells a mark or a word of a sheet")
  func blindness() throws {
    let canary = "CANARY-q7Xw9Lr2Vd5Kp8Zt3M"
    let rig = try Rig(.reviewed)
    let store = rig.backstage.store
    let author = try store.signIn("qianer", passphrase: Demo.passphrase)
    let base = try store.draft(of: "HZ26-0031", by: author).sheet
    var sheet = base
    for item in Edition.shipped.items {
      sheet.items[item.id] = ItemReview(
        mark: .percentage(try #require(Percentage(95))), comments: [Comment(.strength, canary)])
    }
    sheet.head.keyFactors = [canary]
    let slots = Set(Edition.shipped.items.map { DraftSlot.item($0.id) } + [.head])
    try store.save(slots, of: sheet, over: base, in: "HZ26-0031", by: author)
    for person in WhoMayPrint.people {
      try rig.signIn(person)
      let session = try #require(rig.backstage.session)
      let press = PaperPress(store, by: session)
      for dossier in try WhoMayPrint.cases(of: session, in: store)
      where dossier.opening != .opened {
        for order in try press.papers(of: dossier.id) {
          let text = try press.printed(order).composition.text
          #expect(!text.contains(canary), "\(person) \(order.key)")
          let told = text.firstMatch(of: /\d+ ?%|\d+\.\d\d/)
          #expect(told == nil, "\(person) \(order.key) \(String(describing: told?.output))")
        }
      }
      #expect(!(try press.papers()).contains { $0.paper == .scoreTable })
    }
  }

  @Test("R6: the report says what the store holds, item by item, in .docx too")
  func report() throws {
    try each(.scored, ["chenmi"]) { press, desk, _, _ in
      guard let order = desk.orders.first(where: { $0.paper == .materialReport }),
        let session = desk.dossier.consensus, let total = desk.dossier.materialTotal
      else { return }
      let bytes = try #require(try press.printed(order).bytes(as: .docx))
      let read = try DocumentReading(in: .here).manuscript(of: bytes, named: "a.docx").lines
      let words = String(read.map(\.text).joined().filter { !$0.isWhitespace && $0 != "|" })
      #expect(words.contains("材料评审总分\(total.fixed)分"))
      for item in Edition.shipped.items {
        let settled = try #require(session.settled(item.id)?.percentage)
        #expect(
          words.contains(
            "\(item.id)\(item.name.zh)\(item.points)\(settled)%\(item.score(settled).fixed)"),
          "\(item.id)")
      }
      for person in session.present {
        #expect(words.contains(desk.cycle.people[person]?.name ?? "?"))
      }
    }
  }

  @Test("V5: the folder holds every paper of the case that its reader can print")
  func folder() throws {
    try each(.listed, ["chenmi", "hejian"]) { press, desk, _, _ in
      guard let order = desk.orders.first(where: { $0.paper == .caseFile }) else { return }
      let text = try press.printed(order).composition.text
      for filed in desk.filed {
        #expect(text.contains(filed.title.said(in: .chinese)), "\(filed.key)")
      }
    }
  }

  @Test("what is not finished is never a fair copy")
  func unfinished() throws {
    try each(.consensus, ["zhaoyi"]) { press, desk, _, _ in
      guard let order = desk.orders.first(where: { $0.paper == .consensusRecord }),
        !desk.dossier.consensusFinished
      else { return }
      #expect(order.isDraft)
      let made = try press.printed(order)
      #expect(made.composition.isDraft)
    }
  }
}
