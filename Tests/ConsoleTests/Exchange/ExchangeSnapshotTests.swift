import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

/// The page of exchanges as a person sees it, with copies made up for it.
@Suite("设置 → 交换 by snapshot")
struct ExchangeSnapshotTests {
  private static let now = Rig.now

  private static var state: CopiesState {
    var state = CopiesState()
    (state.device, state.entries, state.unsent) = ("1b7c000000000000", 412, 7)
    state.posts = [
      KnownPost(address: "/media/chenmi/评审 U 盘/交换", last: now.seconds - 86_400),
      KnownPost(address: "pingshen@bureau.example:posts", last: now.seconds - 200_000),
    ]
    state.copies = [
      copy("3f2a000000000000", by: "zhaoyi", (405, 7, 300, 50)),
      copy("9c40000000000000", by: "zhengqi", (412, 0, 88, 0)),
      copy("d051000000000000", by: nil, (0, 412, 12, 0)),
    ]
    state.waiting = [waiting]
    return state
  }

  private static func copy(
    _ device: String, by person: PersonID?,
    _ counts: (has: Int, lacks: Int, here: Int, missing: Int)
  ) -> KnownCopy {
    var copy = KnownCopy(device: device)
    (copy.has, copy.lacks) = (counts.has, counts.lacks)
    (copy.here, copy.missing) = (counts.here, counts.missing)
    copy.receipt = person.map {
      Receipt(
        store: "0", device: device, number: 3, person: $0, time: now.seconds - 90_000, head: "",
        seen: [])
    }
    return copy
  }

  private static let waiting: ExchangeReport.Waiting = {
    ExchangeReport.Waiting(
      device: "3f2a000000000000", numbers: [351...362],
      lacks: [.numbers(device: "3f2a000000000000", 301...350)])
  }()

  private static var report: ExchangeReport {
    var report = ExchangeReport()
    (report.taken, report.given, report.packs) = (38, 7, 1)
    (report.filesTaken, report.filesGiven) = (4, 0)
    report.waiting = [waiting]
    report.refused = [
      ExchangeReport.Refused(
        device: "9c40000000000000", pack: "0000000089-0000000101-00ff.pack", fault: .cut)
    ]
    report.head = String(repeating: "5", count: 64)
    report.receipt = Receipt(
      store: "0", device: "3f2a000000000000", number: 4, person: "chenmi",
      time: 1_789_000_000, head: report.head, seen: [])
    return report
  }

  @Test(
    "the posts, the copies, and what came of an exchange",
    arguments: [Size(width: 120, height: 36), Size(width: 80, height: 24)], Language.allCases)
  func page(_ size: Size, _ language: Language) throws {
    let rig = try Rig(.scored, size: size, language: language)
    try rig.signIn("chenmi")
    rig.go(.setup, nil)
    rig.press(.backTab, .backTab)
    rig.backstage.take(.screen(.loaded(.copies(Self.state))))
    let place = "\(size.width)x\(size.height)" + (language == .english ? "-english" : "-dark")
    Snapshots.expect(
      rig.canvas, focus: rig.backstage.console.focusName, theme: .dark,
      is: "setup-exchange-\(place)")
    rig.backstage.take(
      .screen(.loaded(.exchanged(Self.report, at: "/media/chenmi/评审 U 盘/交换"))))
    Snapshots.expect(
      rig.canvas, focus: rig.backstage.console.focusName, theme: .dark,
      is: "setup-exchange-report-\(place)")
  }

  @Test("the question on leaving, with the exchange before it, at both sizes")
  func leaving() throws {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      let rig = try Rig(.scored, size: size)
      try rig.signIn("chenmi")
      rig.press(.function(10))
      rig.backstage.take(.screen(.loaded(.copies(Self.state))))
      Snapshots.expect(
        rig.canvas, focus: rig.backstage.console.focusName, theme: .dark,
        is: "quit-exchange-\(size.width)x\(size.height)-dark")
    }
  }
}
