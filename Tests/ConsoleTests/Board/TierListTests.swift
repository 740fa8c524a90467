import Criteria
import Procedure
import Testing

@testable import Console
@testable import Store

/// Who stands in which tier, and who stands apart (S6).
@Suite("The list by tier")
struct TierListTests {
  private func row(_ number: Int, _ stage: Stage, _ total: Int?) -> ScoreRow {
    ScoreRow(
      dossier: CaseID("HZ26-00\(number)"), name: "组织\(number)", district: "330108",
      industry: "装备制造", stage: stage, material: nil,
      onSite: total.map { Points(hundredths: $0) })
  }

  @Test("S6: by tier, then by total, then by number; 599.75 is below the lowest tier")
  func tiers() {
    let list = TierList(
      [
        row(11, .settlement, 61_000), row(12, .cultivation, 62_000), row(13, .approval, 60_975),
        row(14, .settlement, 59_975), row(15, .notProposed, 61_525), row(16, .revoked, 63_000),
        row(17, .opinions, 61_975), row(18, .settlement, 61_000), row(19, .proposalNotice, nil),
        row(20, .consensus, nil), row(21, .notEntered, nil), row(22, .terminated, nil),
      ], .hangzhou)
    let groups = list.rows.map { "\($0.row.dossier.rawValue.suffix(2)) \($0.group)" }
    #expect(
      groups == [
        "12 tier(1)", "17 tier(2)", "11 tier(2)", "18 tier(2)", "13 tier(3)", "14 belowTiers",
        "15 leftOut", "16 ended", "19 closed",
      ])
    #expect(list.entries.first == .heading(.tier(1), count: 1))
    #expect(list.entries.count == 9 + 7)
  }

  @Test("a score is expected where the case is past its review, whoever may read it")
  func expectedScores() {
    #expect(row(1, .leadersMeeting, nil).hasScore(.material))
    #expect(!row(1, .leadersMeeting, nil).hasScore(.onSite))
    #expect(row(1, .notEntered, nil).hasScore(.material))
    #expect(!row(1, .notEntered, nil).hasScore(.onSite))
    #expect(!row(1, .notQualified, nil).hasScore(.material))
    #expect(row(1, .revoked, nil).hasScore(.onSite))
  }

  @Test("stages and districts without cases are left out, and the sums agree")
  func matrix() {
    let cells = [
      Board.Cell(stage: .consensus, district: "330108", count: 2),
      Board.Cell(stage: .registered, district: "330102", count: 1),
      Board.Cell(stage: .registered, district: "999999", count: 4),
      Board.Cell(stage: .approval, district: "330106", count: 0),
    ]
    let matrix = StageMatrix(cells, .hangzhou)
    #expect(matrix.stages == [.registered, .consensus])
    #expect(matrix.districts == ["330102", "330108", "999999"])
    #expect(matrix.count(.registered, nil) == 5)
    #expect(matrix.count(nil, "330108") == 2)
    #expect(matrix.count(nil, nil) == 7)
  }
}
