import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

extension ScreenWorld<QueueScreen> {
  /// The queue of the secretariat, opened on everything there is.
  static func queue() -> ScreenWorld {
    var world = ScreenWorld(
      QueueScreen(),
      Context(
        language: .chinese, now: DossierWorld.now, person: DossierWorld.office,
        cycle: DossierWorld.cycle(), size: Size(width: 120, height: 36)))
    world.send(.opened)
    world.press(.right)
    return world
  }

  /// The screen is given a window of the cases that it asked for.
  @discardableResult
  mutating func show(_ numbers: [Int], at offset: Int = 0, of total: Int? = nil) -> [Effect] {
    send(
      .loaded(
        .queue(
          screen.query, offset: offset, rows: numbers.map { TermsWorld.row($0, .onSiteReview) },
          total: total ?? numbers.count)))
  }
}

@Suite("The queue")
struct QueueScreenTests {
  @Test("the case under the hand stays selected when the list is read anew")
  func staysSelected() {
    var world = ScreenWorld<QueueScreen>.queue()
    world.show([21, 22, 23])
    world.press(.down)
    #expect(world.screen.selected?.application.id == "HZ26-0022")
    world.send(.storeChanged)
    world.show([10, 11, 21, 22, 23])
    #expect(world.screen.selected?.application.id == "HZ26-0022")
    #expect(world.press(.function(7)) == [.go(.dossier, "HZ26-0022")])
    // One that is gone leaves its place.
    world.send(.storeChanged)
    world.show([10, 11, 21, 23])
    #expect(world.screen.selected?.application.id == "HZ26-0023")
  }

  @Test("far down the list, rows stand where they stood until their window is there")
  func window() {
    var world = ScreenWorld<QueueScreen>.queue()
    world.show(Array(0..<100), of: 300)
    #expect(
      world.press(.end) == [.load(.queue(world.screen.query, offset: 260, limit: 40))])
    #expect(world.screen.selected == nil)
    world.press(.home)
    #expect(world.screen.selected?.application.id == "HZ26-000")
  }

  @Test("a list that became shorter than where one stood is read where it ends")
  func shorter() {
    var world = ScreenWorld<QueueScreen>.queue()
    world.show(Array(0..<100), of: 300)
    world.press(.end)
    world.show(Array(260..<300), at: 260, of: 300)
    world.send(.storeChanged)
    #expect(
      world.show([], at: 260, of: 120)
        == [.load(.queue(world.screen.query, offset: 80, limit: 40))])
  }

  @Test("the list one stands in stays marked as stages come and go, and one that ended is left")
  func stagesComeAndGo() {
    func counts(_ stages: [Stage: Int]) -> ScreenMessage {
      .loaded(.counts(QueueCounts(mine: 1, all: 3, stages: stages)))
    }
    func marked(_ world: ScreenWorld<QueueScreen>) -> QueueQuery.Scope {
      world.screen.scopes[world.screen.stageList.selection]
    }
    var world = ScreenWorld<QueueScreen>.queue()
    world.send(counts([.independentReview: 2, .consensus: 1]))
    world.press(.right, .right)
    #expect(world.screen.query.scope == .stage(.consensus) && marked(world) == .stage(.consensus))
    // Another's commit emptied the stage above it.
    world.send(counts([.consensus: 2, .leadersMeeting: 1]))
    #expect(world.screen.query.scope == .stage(.consensus) && marked(world) == .stage(.consensus))
    // What one stood in is no list any more: nothing is shown as if there were nothing.
    world.send(counts([.leadersMeeting: 3]))
    #expect(world.screen.query.scope == .all && marked(world) == .all)
  }

  @Test("W, P3: a notice that is over is not late, and an open objection stands in its row")
  func overIsNotLate() {
    func text(_ stage: Stage, objections: Int = 0) -> String {
      var world = ScreenWorld<QueueScreen>.queue()
      var row = TermsWorld.row(21, stage)
      row.due = DossierWorld.now.day.adding(days: -1)
      row.objections = objections
      world.send(.loaded(.queue(world.screen.query, offset: 0, rows: [row], total: 1)))
      return world.text
    }
    for stage in [Stage.qualificationNotice, .onSiteNotice, .proposalNotice] {
      #expect(text(stage).contains("期满") && !text(stage).contains("过期"), "\(stage)")
    }
    #expect(text(.onSiteReview).contains("过期"))
    #expect(text(.proposalNotice, objections: 2).contains("2 件异议未结"))
  }
}
