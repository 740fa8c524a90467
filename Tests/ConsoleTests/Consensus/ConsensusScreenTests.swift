import Criteria
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("Consensus screen")
struct ConsensusScreenTests {
  @Test("R6: a disputed item opens the record of its discussion before it can be settled")
  func discussionFirst() throws {
    var session = ScreenWorld.session()
    let sheet = try #require(ScreenWorld<ConsensusScreen>.form(session.play(.enter)))
    #expect(sheet.id == "discussFirst")
    #expect(session.screen.entry == nil)
    session.finish(sheet, ["text": "逐条核对材料后取得一致"])
    #expect(session.dossier.consensus?.discussions["4.7.4"]?.count == 1)
    #expect(session.screen.entry?.item == "4.7.4")
    session.play(.character("5"), .character("0"), .enter)
    #expect(session.dossier.consensus?.percentages["4.7.4"] == Percentage(50))
  }

  @Test("R6: who is not of the panel reads; the leader's acts are not offered to them")
  func readersOnlyRead() {
    let session = ScreenWorld.session(as: PanelP5.office)
    let actions = session.screen.offers(session.context)
    #expect(actions.contains { $0.id == "agreement" })
    let acts = [
      "settle", "next", "discuss", "use", "edit", "join", "undo", "dissent", "attendance", "finish",
      "reopen",
    ]
    for id in acts { #expect(!actions.contains { $0.id == id }, "\(id)") }
    #expect(!session.text.contains("F7"))
    #expect(ScreenWorld.session().text.contains("F7"))
  }

  @Test("R4: the leader asks and opens, the secretariat releases: each is offered its own step")
  func stepsOfTheOpening() {
    let leader = ScreenWorld.session(opened: false)
    let office = ScreenWorld.session(as: PanelP5.office, opened: false)
    let steps = { (session: ScreenWorld<ConsensusScreen>) in
      session.screen.offers(session.context).map(\.id).filter {
        ["act/askOpening", "act/releaseOpening", "act/openConsensus"].contains($0)
      }
    }
    #expect(steps(leader) == ["act/askOpening", "act/openConsensus"])
    #expect(steps(office) == ["act/releaseOpening"])
  }

  @Test("↓ Enter digits Enter settles, in digits of either width")
  func settledByKeys() {
    var session = ScreenWorld.session()
    let effects = session.play(.down, .enter, .character("５"), .character("５"), .enter)
    #expect(
      effects.first
        == .perform(
          [.dossier(PanelP5.id, .settle("4.7.3", Percentage(55)!, reason: ""))],
          ticket: "settle")
    )
    #expect(session.screen.selected?.item.id == "4.7.3")
  }

  @Test("A digit alone opens the field and is its first figure")
  func digitStarts() {
    var session = ScreenWorld.session()
    session.play(.down, .character("6"))
    #expect(session.screen.isTyping)
    #expect(session.screen.entry?.field.text == "6")
  }

  @Test("← and → change by 5 only in the field; without it they change the pane")
  func stepsOfFive() {
    var session = ScreenWorld.session()
    session.play(.down, .enter, .right, .right, .left)
    #expect(session.screen.entry?.field.text == "60")
    session.play(.escape, .right)
    #expect(session.screen.part == .detail)
  }

  @Test("Enter after settling goes on to the next item that is open")
  func enterMovesOn() {
    var session = ScreenWorld.session()
    session.play(.down, .enter, .enter)
    #expect(session.dossier.consensus?.percentages["4.7.3"] == Percentage(55))
    session.play(.enter)
    #expect(session.screen.selected?.item.id == "4.3.3")
    #expect(session.screen.entry == nil)
  }

  @Test("R6: outside the marks the reason is asked for and the percentage is kept")
  func reasonOutsideRange() throws {
    var session = ScreenWorld.session()
    session.play(.down)
    let asked = session.play(.enter, .character("9"), .character("0"), .enter)
    let sheet = try #require(ScreenWorld<ConsensusScreen>.form(asked))
    #expect((sheet.id, sheet.about) == ("settle", "4.7.3/90"))
    session.finish(sheet, ["text": "现场材料另有证明"])
    #expect(session.dossier.consensus?.settled("4.7.3")?.percentage == Percentage(90))
    #expect(session.dossier.consensus?.settled("4.7.3")?.reason == "现场材料另有证明")
  }

  @Test("R6: a correction asks for its reason")
  func correction() throws {
    var session = ScreenWorld.session()
    session.play(.down, .enter, .enter)
    let asked = session.play(.character("6"), .character("0"), .enter)
    #expect(ScreenWorld<ConsensusScreen>.form(asked)?.about == "4.7.3/60")
  }

  @Test("A percentage between the steps is refused and stays in the field")
  func betweenSteps() {
    var session = ScreenWorld.session()
    let effects = session.play(.down, .character("5"), .character("7"), .enter)
    guard case .say(let notice) = effects.first else {
      Issue.record("no sentence")
      return
    }
    #expect(notice.text.zh.contains("55 或 60"))
    #expect(session.screen.entry?.field.text == "57")
  }

  @Test("Remarks are taken, left and merged without losing who wrote them; F9 takes it back")
  func mergeKeepsAuthors() throws {
    var session = ScreenWorld.session()
    session.play(.tab, .character(" "))
    #expect(session.dossier.consensus?.merge(of: "4.7.4").comments[0].used == false)
    session.play(.character(" "), .down, .function(6))
    let merged = try #require(session.dossier.consensus?.merge(of: "4.7.4"))
    #expect(merged.comments[0].authors == ["a", "b"])
    #expect(merged.comments[1].used == false)
    #expect(merged.comments[1].comment.text == "做法成体系（1）")
    session.play(.function(9))
    #expect(session.dossier.consensus?.merge(of: "4.7.4").comments[0].authors == ["a"])
  }

  @Test("Rewording keeps the authors")
  func rewording() throws {
    var session = ScreenWorld.session()
    let sheet = try #require(ScreenWorld<ConsensusScreen>.form(session.play(.tab, .enter)))
    session.finish(sheet, ["text": "做法成体系，逐级落实"])
    let comment = try #require(session.dossier.consensus?.merge(of: "4.7.4").comments.first)
    #expect(comment.comment.text == "做法成体系，逐级落实")
    #expect(comment.authors == ["a"])
  }

  @Test("The remark that was opened is reworded, whichever others chose among meanwhile")
  func rewordingAfterOthers() throws {
    var session = ScreenWorld.session()
    let sheet = try #require(ScreenWorld<ConsensusScreen>.form(session.play(.tab, .down, .enter)))
    session.play(.up, .character(" "))
    session.press(.character("j"), .character("j"))
    session.finish(sheet, ["text": "做法成体系，有记录"])
    let merge = try #require(session.dossier.consensus?.merge(of: "4.7.4"))
    #expect(merge.comments.map(\.comment.text).firstIndex(of: "做法成体系，有记录") == 1)
    #expect(session.finish(sheet, ["text": "又一次"]) == [.closeForm])
  }

  @Test("The reason is for the item and the percentage it was asked for")
  func reasonAfterOthers() throws {
    var session = ScreenWorld.session()
    session.play(.down)
    let asked = session.play(.enter, .character("9"), .character("0"), .enter)
    let sheet = try #require(ScreenWorld<ConsensusScreen>.form(asked))
    session.play(.escape, .down)
    session.finish(sheet, ["text": "现场材料另有证明"])
    #expect(session.dossier.consensus?.settled("4.7.3")?.percentage == Percentage(90))
  }

  @Test("A member who does not lead reads: settling names the leader")
  func membersRead() {
    var session = ScreenWorld.session(as: "b")
    for id in ["settle", "discuss", "attendance", "finish", "use"] {
      let action = session.offer(id)
      guard case .disabled(let why) = action?.availability else {
        Issue.record("\(id) is open to a member")
        continue
      }
      #expect(why.zh.contains("赵一"))
    }
    session.play(.down, .enter, .character("6"))
    #expect(session.screen.entry == nil)
    #expect(session.text.contains("552.75"))
  }

  @Test("Members record their own dissent")
  func dissent() throws {
    func action(_ session: ScreenWorld<ConsensusScreen>) -> Offer? {
      session.offer("dissent")
    }
    var member = ScreenWorld.session(as: "c")
    #expect(action(member)?.isAvailable == true)
    let sheet = try #require(ScreenWorld<ConsensusScreen>.form(member.play(.character("d"))))
    #expect(sheet.form["person"] == nil)
    member.finish(sheet, ["text": "趋势数据不足"])
    #expect(member.dossier.consensus?.dissents["4.7.4"]?.first?.person == "c")
  }

  @Test("Attendance asks for the reason of every absence")
  func attendance() throws {
    var session = ScreenWorld.session()
    var sheet = try #require(ScreenWorld<ConsensusScreen>.form(session.play(.function(4))))
    sheet.form["present"]?.kind = .multiple(
      options: PanelP5.reviewers.map(\.rawValue), selected: [0, 1, 2, 3], cursor: 0)
    guard case .revise(let named) = session.finish(sheet, [:]).first else {
      Issue.record("accepted without a reason")
      return
    }
    #expect(named.form.errors.keys.sorted() == ["absent/e"])
    session.finish(sheet, ["absent/e": "出差"])
    #expect(session.dossier.consensus?.present == ["a", "b", "c", "d"])
    #expect(session.dossier.consensus?.absences == ["e": "出差"])
  }
}
