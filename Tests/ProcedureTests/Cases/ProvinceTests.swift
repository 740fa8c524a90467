import Criteria
import Foundation
import Procedure
import Testing

/// Another province's parameters, from a file: `fixtures/procedure/yunmeng.json`.
@Suite("Another province is a file")
struct ProvinceTests {
  private static func parameters() throws -> Parameters {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../fixtures/procedure/yunmeng.json")
    return try Parameters.load(Data(contentsOf: file))
  }

  @Test("S6: its two tiers are its own, to the quarter of a point")
  func tiers() throws {
    let parameters = try Self.parameters()
    let ranks = [55_975, 56_000, 59_975, 60_000].map {
      parameters.tier(of: Points(hundredths: $0))?.rank
    }
    #expect(ranks == [nil, 2, 2, 1])
  }

  @Test("W: its first day counts and its notices are shorter")
  func terms() throws {
    let parameters = try Self.parameters()
    let term = WorkingCalendar.shipped.term(
      days: NoticeKind.proposal.days(parameters), after: Day("2026-03-02")!,
      countFirst: parameters.firstDayCounts)
    #expect(term.last == Day("2026-03-06"))
  }

  @Test("its districts, departments and switched safeguards replace Hangzhou's")
  func others() throws {
    let parameters = try Self.parameters()
    #expect(parameters.district("990102") != nil && parameters.district("330108") == nil)
    #expect(!parameters.keeps(.closingMeeting) && parameters.keeps(.discussion))
    #expect(!parameters.reviewWaitsForNotice)
    #expect(parameters.departments.count == 2)
  }
}
