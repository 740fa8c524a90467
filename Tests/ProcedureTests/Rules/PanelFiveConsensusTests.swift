import Criteria
import Procedure
import Testing

/// The reference panel through consensus, to the quarter of a point (R6).
@Suite("R6: the reference panel")
struct PanelFiveConsensusTests {
  @Test("R6: exactly 4.4.4 and 4.7.4 need a discussion, and can be settled after it")
  func flagged() throws {
    var world = try World.at(.attended)
    var needed: [ItemID] = []
    for item in Edition.shipped.items {
      let settle = CaseCommand.settle(item.id, PanelFive.medians[item.id]!, reason: "")
      if let refusal = world.refusal(settle, as: Cast.leader) {
        guard case .discussionNeeded(let id, _, 20, 2) = refusal.reason else {
          Issue.record("\(item.id) refused for \(refusal.reason)")
          continue
        }
        needed.append(id)
        try world.on(.discuss(item.id, text: "核对数据口径后一致"), as: Cast.leader)
      }
      try world.on(settle, as: Cast.leader)
    }
    #expect(needed == ["4.4.4", "4.7.4"])
    let total = Points(hundredths: 55_275)
    let events = try world.on(.finishConsensus(conclusion: "达到材料评审线"), as: Cast.leader)
    #expect(
      events == [
        .consensusConcluded(total: total, conclusion: "达到材料评审线"),
        .consensusFinished(revision: 1),
        .materialResult(revision: 1, total: total, percentages: PanelFive.medians),
      ])
    #expect(world.dossier.materialTotal?.description == "552.75")
    #expect(world.dossier.stage == .leadersMeeting && world.dossier.results == PanelFive.medians)
  }

  @Test("R6: A's sheet alone totals 549.75, B's has no total")
  func sheets() {
    let totals = (0..<5).map {
      Scorecard(PanelFive.sheet($0).percentages, edition: .shipped).total
    }
    #expect(totals[0] == Points(hundredths: 54_975))
    #expect(totals[1] == nil)
    #expect(PanelFive.sheet(1).marked == 23)
  }

  @Test("R6: the panel's statistics read the opened sheets, B's abstention missing")
  func marks() throws {
    let session = try #require(try World.at(.opened).dossier.consensus)
    #expect(session.marks(in: .shipped).marks(for: "4.7.7").count == 4)
    for item in Edition.shipped.items {
      let expected = PanelFive.rows[item.id]!.compactMap { $0 }.sorted()
      let agreement = session.agreement(on: item)
      #expect(agreement.marks.values.map(\.value).sorted() == expected)
    }
  }
}
