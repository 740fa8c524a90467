import Criteria
import Foundation
import Procedure

/// The sheets of one application, put together from marks and comments.
struct SheetScript {
  let script: Script
  let dossier: CaseID

  private var place: Int {
    script.cycle.dossiers.firstIndex { $0.application.id == dossier } ?? 0
  }

  /// The whole sheet of a reviewer.
  func sheet(of person: PersonID) -> Sheet {
    guard let review = script.reviews[dossier],
      let turn = review.reviewers.firstIndex(of: person)
    else { preconditionFailure("\(person) does not review \(dossier) in the demo") }
    var sheet = Sheet(head: head(turn: turn))
    for (number, item) in Edition.shipped.items.enumerated() {
      let remarks = remarks(on: item.id, by: person, turn: turn, number: number)
      let percentage = review.marks[item.id].flatMap { $0[turn] }
      sheet.items[item.id] = ItemReview(
        mark: percentage.map(Mark.percentage)
          ?? .abstained(reason: review.abstentions?[item.id]?[person] ?? ""),
        bands: percentage.map { bands($0, of: item, seed: place + turn + number) } ?? [:],
        comments: remarks.comments, sitePoints: remarks.points)
    }
    return sheet
  }

  /// Leaves a sheet as it is with so many items marked and the next one begun.
  static func cut(_ sheet: inout Sheet, after count: Int) {
    for (number, item) in Edition.shipped.items.enumerated() where number >= count {
      if number == count {
        sheet.items[item.id]?.mark = nil
        sheet.items[item.id]?.bands = [:]
        sheet.items[item.id]?.sitePoints = []
      } else {
        sheet.items[item.id] = nil
      }
    }
    sheet.head.overall = ""
    sheet.head.findings[.practice] = nil
  }

  private func head(turn: Int) -> SheetHead {
    let stock = script.remarks.stockHeads
    let head = script.remarks.heads[dossier] ?? stock[(place + turn) % stock.count]
    return SheetHead(
      findings: head.findings, keyFactors: head.keyFactors, overall: head.overall,
      hours: 9 + (place * 5 + turn * 7) % 14)
  }

  /// The reviewer's own words where the application has any, else some of the stock in turn.
  private func remarks(
    on item: ItemID, by person: PersonID, turn: Int, number: Int
  ) -> (comments: [Comment], points: [SitePoint]) {
    if let own = script.remarks.dossiers[dossier]?[item] {
      return (
        own.comments.filter { $0.by == person }.map(\.comment),
        own.points.filter { $0.by == person }.map { SitePoint($0.kind, $0.text) }
      )
    }
    guard let stock = script.remarks.stock[item], !stock.comments.isEmpty else { return ([], []) }
    let first = (place + turn * 2) % stock.comments.count
    let second = (first + 1) % stock.comments.count
    let chosen = (place + turn + number).isMultiple(of: 3) ? [first, second] : [first]
    let points = (place + turn + number).isMultiple(of: 4) ? stock.points.prefix(1) : []
    return (
      chosen.map { stock.comments[$0].comment }, points.map { SitePoint($0.kind, $0.text) }
    )
  }

  /// A band for every dimension: mostly the mark's own, here and there a neighbour.
  private func bands(_ mark: Percentage, of item: Item, seed: Int) -> [Criteria.Dimension: Band] {
    var bands: [Criteria.Dimension: Band] = [:]
    for (index, dimension) in item.kind.dimensions.enumerated() {
      let shift = (seed + index * 3) % 7
      let raw = mark.band.rawValue + (shift == 0 ? -1 : shift == 5 ? 1 : 0)
      bands[dimension] = Band(rawValue: raw) ?? mark.band
    }
    return bands
  }
}
