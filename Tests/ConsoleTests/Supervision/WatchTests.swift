import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("V1, V3: the watch list and assessments")
struct WatchTests {
  static let rows = [
    WatchRow(
      dossier: "HZ26-0009", name: "乙公司",
      oddities: [.hurriedReview("p3", minutes: 12), .reopened(revision: 2)]),
    WatchRow(
      dossier: "HZ26-0002", name: "甲公司", oddities: [.hurriedConsensus(minutes: 9)],
      assessments: [
        .ofPanel: Assessment(
          grades: [.fairness: 5, .procedure: 2, .discipline: 4, .influence: 5],
          text: "流程略乱")
      ], panel: "m1"),
  ]

  private func world() -> SupervisionWorld {
    var world = SupervisionWorld()
    world.begin("nextPage")
    return world
  }

  private func answer(
    _ world: inout SupervisionWorld, after: CaseID?, last: CaseID?,
    rows: [WatchRow] = WatchTests.rows
  ) -> [Effect] {
    world.send(.loaded(.watch(after: after, rows: rows, last: last, total: 45)))
  }

  @Test("cases are looked through in steps, with keys in between")
  func steps() {
    var world = SupervisionWorld()
    #expect(world.begin("nextPage") == [.load(.watch(after: nil, limit: 20))])
    #expect(
      answer(&world, after: nil, last: "HZ26-0020") == [
        .startTimer(WatchPass.timer, milliseconds: 0)
      ])
    #expect(world.text.contains("20/45"))
    #expect(
      world.send(.timer(WatchPass.timer)) == [
        .load(.watch(after: "HZ26-0020", limit: 20))
      ])
    // An answer to an earlier pass changes nothing.
    #expect(answer(&world, after: nil, last: "HZ26-0020") == [])
    world.context.now = world.context.now.adding(seconds: 4)
    #expect(world.screen.pass.secondsLeft(at: world.context.now) == 5)
    #expect(answer(&world, after: "HZ26-0020", last: nil, rows: []) == [])
    #expect(world.screen.pass.phase == .done)
    #expect(world.text.contains("看完 45 件，2 件有可关注之处"))
  }

  @Test("a row chosen by hand stays selected while others are found above it")
  func staysSelected() {
    var world = world()
    let above = WatchRow(dossier: "HZ26-0001", name: "丙公司", oddities: [.reopened(revision: 2)])
    _ = answer(&world, after: nil, last: "HZ26-0009", rows: [Self.rows[0]])
    _ = answer(&world, after: "HZ26-0009", last: "HZ26-0020", rows: [Self.rows[1]])
    // Nothing was chosen: the list begins at its top.
    #expect(world.screen.watch.selected?.dossier == "HZ26-0002")
    world.press(.end)
    _ = answer(&world, after: "HZ26-0020", last: nil, rows: [above])
    #expect(world.screen.watch.rows.first?.dossier == "HZ26-0001")
    #expect(world.screen.watch.selected?.oddity == .reopened(revision: 2))
    #expect(world.screen.watch.selected?.dossier == "HZ26-0009")
  }

  @Test("Esc stops it, what was found stays, F4 begins anew")
  func stops() {
    var world = world()
    _ = answer(&world, after: nil, last: "HZ26-0020")
    #expect(world.begin("stop") == [.stopTimer(WatchPass.timer)])
    #expect(world.send(.timer(WatchPass.timer)) == [])
    #expect(world.text.contains("只看了 20/45"))
    #expect(world.screen.watch.rows.count == 3)
    #expect(world.begin("again") == [.load(.watch(after: nil, limit: 20))])
    #expect(world.screen.watch.rows.isEmpty)
  }

  @Test("left in the middle it goes on where it was")
  func goesOn() {
    var world = world()
    _ = answer(&world, after: nil, last: "HZ26-0020")
    #expect(world.send(.leaving) == [.stopTimer(WatchPass.timer)])
    #expect(
      world.send(.opened) == [
        .load(.supervision), .load(.watch(after: "HZ26-0020", limit: 20)),
      ])
    // The question whether to quit sends no word when it is declined: the next key does.
    world.send(.leaving)
    #expect(
      world.send(.key(.down)) == [
        .load(.watch(after: "HZ26-0020", limit: 20))
      ])
  }

  @Test("a step that fails says why")
  func fails() {
    var world = world()
    world.send(.loaded(.unavailable(.watch(after: nil, limit: 20), Phrase("库已损坏", "damaged"))))
    #expect(world.text.contains("库已损坏"))
  }

  @Test("lines are sorted by case, and narrowed to one kind")
  func narrows() {
    var world = world()
    _ = answer(&world, after: nil, last: nil)
    #expect(world.screen.watch.rows.map(\.dossier) == ["HZ26-0002", "HZ26-0009", "HZ26-0009"])
    let opened = world.begin("filter")
    let effects = world.fill(opened) {
      $0.choose(OddityKind.reopened.rawValue + 1, of: "kind")
    }
    #expect(effects == [.endForm])
    #expect(world.screen.watch.rows.map(\.oddity) == [.reopened(revision: 2)])
    #expect(world.text.contains("重开合议"))
    #expect(world.begin("enter") == [.go(.dossier, "HZ26-0009")])
    #expect(world.begin("history") == [.go(.history, "HZ26-0009")])
  }

  @Test("every kind of oddity has words of its own in both languages")
  func words() {
    let phrases = OddityKind.allCases.map { Phrase.Supervision.kind($0) }
    #expect(Set(phrases.map(\.zh)).count == phrases.count)
    #expect(Set(phrases.map(\.en)).count == phrases.count)
  }

  @Test("assessments: low grades are marked in words, a missing side is said")
  func assessments() {
    var world = world()
    _ = answer(&world, after: nil, last: nil)
    world.begin("nextPage")
    #expect(world.screen.assessed.rows.map(\.dossier) == ["HZ26-0002"])
    let text = world.text
    #expect(text.contains("5 2 4 5 偏低"))
    #expect(text.contains("未评"))
    #expect(text.contains("2 分 较差"))
    #expect(text.contains("流程略乱"))
    #expect(text.contains("第一评审组"))
  }

  /// What clocks did: in a case, and in none.
  static let clocks = [
    WatchRow(
      dossier: "HZ26-0002", name: "甲公司",
      oddities: [
        .clockBack("p1", at: SupervisionWorld.now, seconds: 86_400 * 40),
        .clockAhead(count: 3, longest: 86_400 * 4),
      ]),
    WatchRow(
      dossier: "HZ26-0003", name: "丙公司", oddities: [.clockAhead(count: 2, longest: 86_400 * 9)]),
    WatchRow(
      dossier: nil, name: "",
      oddities: [
        .clockCorrected("p1", at: SupervisionWorld.now, reason: "主板电池没电，时钟跳到明年")
      ]),
  ]

  @Test("V5: what a clock did in no case stands first, jumps ahead are one line until asked for")
  func clocks() {
    var world = world()
    _ = answer(&world, after: nil, last: nil, rows: Self.clocks)
    #expect(world.screen.watch.rows.map(\.dossier) == [nil, "HZ26-0002", nil])
    #expect(
      world.begin("enter") == [.say(Notice(.refusal, .Supervision.liesInNoCase))])
    let text = world.text
    #expect(text.contains("看完 45 件，1 件有可关注之处"))
    #expect(text.contains("（不在个案中）"))
    #expect(text.contains("时钟更正：主板电池没电，时钟跳到明年"))
    #expect(text.contains("时钟倒退 40 天：陈秘"))
    #expect(text.contains("时钟跳进一天以上 5 次，最长 9 天"))
    world.fill(world.begin("filter")) {
      $0.choose(OddityKind.clockAhead.rawValue + 1, of: "kind")
    }
    #expect(world.screen.watch.rows.map(\.dossier) == ["HZ26-0002", "HZ26-0003"])
  }
}
