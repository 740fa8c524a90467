import Demo
import Foundation
import Procedure
import Reports
import Store
import Testing

@testable import Console

@Suite("Letters to departments")
struct InquiryLetterTests {
  private static let number = "演示函〔2026〕31 号"

  /// A console of the secretariat, and two cases being qualified about which two departments were asked.
  private func asked(_ number: String?) throws -> (rig: Rig, cases: [CaseID]) {
    let rig = try Rig(.fresh)
    try rig.signIn("chenmi")
    let session = try #require(rig.backstage.session)
    let cases = try rig.backstage.store.queue(
      QueueQuery(scope: .stage(.qualification), order: .number), limit: 2, by: session
    ).map(\.application.id)
    try #require(cases.count == 2)
    for (place, id) in cases.enumerated() {
      try rig.backstage.store.perform(
        ["虚构市生态环境局", "虚构市应急管理局"].map {
          .dossier(
            id,
            .inquire(
              .qualification, department: $0, question: place == 0 ? "请说明近三年处罚" : "请说明信用",
              number: number, sent: nil))
        }, by: session)
    }
    return (rig, cases)
  }

  private func press(_ rig: Rig) throws -> PaperPress {
    PaperPress(rig.backstage.store, by: try #require(rig.backstage.session))
  }

  private func letters(_ press: PaperPress, of id: CaseID) throws -> [PaperOrder] {
    try press.papers(of: id).filter { $0.paper == .letterInquiry && $0.number == Self.number }
  }

  private func text(_ files: PaperFiles) -> String {
    String(decoding: files.files[.txt] ?? Data(), as: UTF8.self)
  }

  @Test("Q2: cases asked about under one number stand on one letter to each department, kept once")
  func together() throws {
    let (rig, cases) = try asked(Self.number)
    let press = try press(rig)
    let orders = try letters(press, of: cases[0])
    #expect(orders.map(\.about.zh) == ["虚构市生态环境局", "虚构市应急管理局"])
    for order in orders {
      let files = try press.files(of: order)
      #expect(files.origin == .kept)
      let text = text(files)
      for id in cases { #expect(text.contains(id.rawValue), "\(id)") }
      #expect(text.contains("请说明近三年处罚") && text.contains("请说明信用"))
      #expect(text.contains(Self.number) && text.contains("\(order.about.zh)："))
    }
    // So it lies in the case's folder, with all that it lists.
    let folder = try press.printed(PaperOrder(.caseFile, of: [cases[0]])).composition.text
    for id in cases { #expect(folder.contains(id.rawValue), "\(id)") }
    // From the other case it is the same sheet of paper.
    for order in try letters(press, of: cases[1]) {
      #expect(try press.files(of: order).origin == .again)
    }
  }

  @Test("Q2: without a recorded number it is its own case's, under the next number, and stays so")
  func alone() throws {
    let (rig, cases) = try asked(nil)
    let press = try press(rig)
    var numbers: [String] = []
    for id in cases {
      let order = try #require(
        try press.papers(of: id).first { $0.paper == .letterInquiry && $0.about.zh.hasPrefix("虚构") }
      )
      #expect(order.wantsNumber)
      let numbered = try press.numbered(order, "演示函〔2026〕\(40 + numbers.count) 号")
      let files = try press.files(of: numbered)
      let text = text(files)
      #expect(files.origin == .kept && text.contains(id.rawValue))
      #expect(cases.filter { text.contains($0.rawValue) } == [id])
      numbers.append(numbered.number)
      #expect(try press.numbered(order, nil).number == numbered.number)
      #expect(try press.files(of: try press.numbered(order, nil)).origin == .again)
    }
    #expect(Set(numbers).count == 2)
  }

  @Test("Q2: F7 in the case asks by when, and the letter says so")
  func replyBy() throws {
    let (rig, cases) = try asked(Self.number)
    let press = try press(rig)
    var order = try #require(try letters(press, of: cases[0]).first)
    order.replyBy = Day("2026-12-01")
    #expect(text(try press.files(of: order)).contains("于 2026年12月1日前"))
    rig.go(.dossier, cases[0])
    rig.press(.function(7))
    #expect(rig.text.contains("答复期限"), "\(rig.text)")
  }

  @Test("Q2: nobody but the bureau and supervision is offered a letter to a department")
  func closed() throws {
    let (rig, cases) = try asked(Self.number)
    let order = try #require(try letters(try press(rig), of: cases[0]).first)
    for person in ["shenbin", "zhaoyi"] as [PersonID] {
      let session = try rig.backstage.store.signIn(person, passphrase: Demo.passphrase)
      let press = PaperPress(rig.backstage.store, by: session)
      #expect(throws: (any Error).self) { try press.files(of: order) }
    }
  }
}
