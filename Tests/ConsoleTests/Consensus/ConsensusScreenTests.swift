import Criteria
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("Consensus screen")
struct ConsensusScreenTests {
  @Test("R6: a disputed item opens the record of its discussion before it can be settled")
  func discussionFirst() throws {
    var session = ConsensusRig()
    let sheet = try #require(ConsensusRig.form(session.press(.enter)))
    #expect(sheet.id == "discuss/settle")
    #expect(session.screen.entry == nil)
    session.fill(sheet, ["text": "逐条核对材料后取得一致"])
    #expect(session.dossier.consensus?.discussions["4.7.4"]?.count == 1)
    #expect(session.screen.entry?.item == "4.7.4")
    session.press(.character("5"), .character("0"), .enter)
    #expect(session.dossier.consensus?.percentages["4.7.4"] == Percentage(50))
  }

  @Test("R6: who is not of the panel reads; the leader's acts are not offered to them")
  func readersOnlyRead() {
    let session = ConsensusRig(as: ConsensusRig.office)
    let actions = session.screen.offers(session.context)
    #expect(actions.contains { $0.id == "agreement" })
    let acts = [
      "settle", "next", "discuss", "use", "edit", "join", "undo", "dissent", "attendance", "finish",
      "reopen",
    ]
    for id in acts { #expect(!actions.contains { $0.id == id }, "\(id)") }
    #expect(!session.text.contains("F7"))
    #expect(ConsensusRig().text.contains("F7"))
  }

  @Test("R4: the leader asks and opens, the secretariat releases: each is offered its own step")
  func stepsOfTheOpening() {
    let leader = ConsensusRig(opened: false)
    let office = ConsensusRig(as: ConsensusRig.office, opened: false)
    let steps = { (session: ConsensusRig) in
      session.screen.offers(session.context).map(\.id).filter {
        ["askOpening", "releaseOpening", "openConsensus"].contains($0)
      }
    }
    #expect(steps(leader) == ["askOpening", "openConsensus"])
    #expect(steps(office) == ["releaseOpening"])
  }

  @Test("↓ Enter digits Enter settles, in digits of either width")
  func settledByKeys() {
    var session = ConsensusRig()
    let effects = session.press(.down, .enter, .character("５"), .character("５"), .enter)
    #expect(
      effects.first
        == .perform(
          [.dossier(ConsensusRig.id, .settle("4.7.3", Percentage(55)!, reason: ""))],
          ticket: "settle")
    )
    #expect(session.screen.selected?.item.id == "4.7.3")
  }

  @Test("A digit alone opens the field and is its first figure")
  func digitStarts() {
    var session = ConsensusRig()
    session.press(.down, .character("6"))
    #expect(session.screen.isTyping)
    #expect(session.screen.entry?.field.text == "6")
  }

  @Test("← and → change by 5 only in the field; without it they change the pane")
  func stepsOfFive() {
    var session = ConsensusRig()
    session.press(.down, .enter, .right, .right, .left)
    #expect(session.screen.entry?.field.text == "60")
    session.press(.escape, .right)
    #expect(session.screen.part == .detail)
  }

  @Test("Enter after settling goes on to the next item that is open")
  func enterMovesOn() {
    var session = ConsensusRig()
    session.press(.down, .enter, .enter)
    #expect(session.dossier.consensus?.percentages["4.7.3"] == Percentage(55))
    session.press(.enter)
    #expect(session.screen.selected?.item.id == "4.3.3")
    #expect(session.screen.entry == nil)
  }

  @Test("R6: outside the marks the reason is asked for and the percentage is kept")
  func reasonOutsideRange() throws {
    var session = ConsensusRig()
    session.press(.down)
    let asked = session.press(.enter, .character("9"), .character("0"), .enter)
    let sheet = try #require(ConsensusRig.form(asked))
    #expect(sheet.id == "settle/90")
    session.fill(sheet, ["text": "现场材料另有证明"])
    #expect(session.dossier.consensus?.settled("4.7.3")?.percentage == Percentage(90))
    #expect(session.dossier.consensus?.settled("4.7.3")?.reason == "现场材料另有证明")
  }

  @Test("R6: a correction asks for its reason")
  func correction() throws {
    var session = ConsensusRig()
    session.press(.down, .enter, .enter)
    let asked = session.press(.character("6"), .character("0"), .enter)
    #expect(ConsensusRig.form(asked)?.id == "settle/60")
  }

  @Test("A percentage between the steps is refused and stays in the field")
  func betweenSteps() {
    var session = ConsensusRig()
    let effects = session.press(.down, .character("5"), .character("7"), .enter)
    guard case .say(let notice) = effects.first else {
      Issue.record("no sentence")
      return
    }
    #expect(notice.text.zh.contains("55 或 60"))
    #expect(session.screen.entry?.field.text == "57")
  }

  @Test("Remarks are taken, left and merged without losing who wrote them; F9 takes it back")
  func mergeKeepsAuthors() throws {
    var session = ConsensusRig()
    session.press(.tab, .character(" "))
    #expect(session.dossier.consensus?.merge(of: "4.7.4").comments[0].used == false)
    session.press(.character(" "), .down, .function(6))
    let merged = try #require(session.dossier.consensus?.merge(of: "4.7.4"))
    #expect(merged.comments[0].authors == ["a", "b"])
    #expect(merged.comments[1].used == false)
    #expect(merged.comments[1].comment.text == "做法成体系（1）")
    session.press(.function(9))
    #expect(session.dossier.consensus?.merge(of: "4.7.4").comments[0].authors == ["a"])
  }

  @Test("Rewording keeps the authors")
  func rewording() throws {
    var session = ConsensusRig()
    let sheet = try #require(ConsensusRig.form(session.press(.tab, .enter)))
    session.fill(sheet, ["text": "做法成体系，逐级落实"])
    let comment = try #require(session.dossier.consensus?.merge(of: "4.7.4").comments.first)
    #expect(comment.comment.text == "做法成体系，逐级落实")
    #expect(comment.authors == ["a"])
  }

  @Test("A member who does not lead reads: settling names the leader")
  func membersRead() {
    var session = ConsensusRig(as: "b")
    for id in ["settle", "discuss", "attendance", "finish", "use"] {
      let action = session.screen.offers(session.context).first { $0.id == id }
      guard case .disabled(let why) = action?.availability else {
        Issue.record("\(id) is open to a member")
        continue
      }
      #expect(why.zh.contains("赵一"))
    }
    session.press(.down, .enter, .character("6"))
    #expect(session.screen.entry == nil)
    #expect(session.text.contains("552.75"))
  }

  @Test("Members record their own dissent")
  func dissent() throws {
    func action(_ session: ConsensusRig) -> Offer? {
      session.screen.offers(session.context).first { $0.id == "dissent" }
    }
    var member = ConsensusRig(as: "c")
    #expect(action(member)?.isAvailable == true)
    let sheet = try #require(ConsensusRig.form(member.press(.character("d"))))
    #expect(sheet.form["person"] == nil)
    member.fill(sheet, ["text": "趋势数据不足"])
    #expect(member.dossier.consensus?.dissents["4.7.4"]?.first?.person == "c")
  }

  @Test("Attendance asks for the reason of every absence")
  func attendance() throws {
    var session = ConsensusRig()
    var sheet = try #require(ConsensusRig.form(session.press(.function(4))))
    sheet.form["present"]?.kind = .multiple(
      options: ConsensusRig.reviewers.map(\.rawValue), selected: [0, 1, 2, 3], cursor: 0)
    guard case .revise(let named) = session.fill(sheet, [:]).first else {
      Issue.record("accepted without a reason")
      return
    }
    #expect(named.form.errors.keys.sorted() == ["absent/e"])
    session.fill(sheet, ["absent/e": "出差"])
    #expect(session.dossier.consensus?.present == ["a", "b", "c", "d"])
    #expect(session.dossier.consensus?.absences == ["e": "出差"])
  }
}
