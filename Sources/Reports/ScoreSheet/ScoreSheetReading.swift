import Criteria
import Foundation
import Office
import Procedure

/// What a score sheet brought back.
public struct ScoreSheetReading: Hashable, Sendable {
  /// The review; items that nobody filled are not there.
  public var sheet: Sheet
  /// What was taken from which cell, in the order of the sheet.
  public var cells: [Cell]

  /// A cell with what stands in it.
  public struct Cell: Hashable, Sendable {
    public var place: CellPlace
    public var text: String
  }
}

extension ScoreSheet {
  /// How much of a file is read: a filled sheet is a small part of it.
  private static let limits = ArchiveLimits(
    entries: 200, entrySize: 2 << 20, totalSize: 4 << 20, ratio: 200)

  /// The review that a workbook holds, whole or not at all.
  ///
  /// - Throws: `ScoreSheetFaults`, each with its cell.
  public func read(_ bytes: Data) throws(ScoreSheetFaults) -> ScoreSheetReading {
    func refuse(_ why: ScoreSheetFault.Why) -> ScoreSheetFaults {
      ScoreSheetFaults(faults: [ScoreSheetFault(place: nil, why: why)])
    }
    let book: Workbook
    do throws(ReadingFault) {
      book = try Workbook(bytes, limits: Self.limits)
    } catch {
      throw refuse(.unreadable(error))
    }
    guard let found = book.sheets.first(where: { $0.name == ScoreSheetLayout.name }),
      found.text(CellPlace(row: 0, column: ScoreSheetLayout.codes)) == ScoreSheetLayout.mark
    else { throw refuse(.noScoreSheet) }
    guard book.sheets.count == 1 else { throw refuse(.moreSheets(book.sheets.count)) }
    guard found.text(CellPlace(row: 1, column: ScoreSheetLayout.codes)) == code else {
      throw refuse(.anotherCode)
    }
    let edition = found.text(CellPlace(row: 2, column: ScoreSheetLayout.codes))
    guard edition == self.edition.id else { throw refuse(.anotherEdition(edition)) }
    var reader = ScoreSheetReader(self.edition, ScoreSheetLayout(self, Sheet()), found)
    reader.read()
    guard reader.faults.isEmpty else { throw ScoreSheetFaults(faults: reader.faults) }
    return ScoreSheetReading(sheet: reader.sheet, cells: reader.cells)
  }
}

/// Reads the cells of a score sheet that is ours.
private struct ScoreSheetReader {
  private let edition: Edition
  private let layout: ScoreSheetLayout
  private let found: Workbook.Sheet
  private(set) var sheet = Sheet()
  private(set) var cells: [ScoreSheetReading.Cell] = []
  private(set) var faults: [ScoreSheetFault] = []
  private var notes: [FindingKind: String] = [:]

  init(_ edition: Edition, _ layout: ScoreSheetLayout, _ found: Workbook.Sheet) {
    (self.edition, self.layout, self.found) = (edition, layout, found)
  }

  mutating func read() {
    for range in found.merged.symmetricDifference(layout.merged).sorted() {
      let place = CellPlace(String(range.prefix { $0 != ":" }))
      faults.append(ScoreSheetFault(place: place, why: .merged(range)))
    }
    let wanted = layout.plainRows
    for row in 0..<max(wanted.count, found.rows.count) {
      let columns = max(
        wanted.indices.contains(row) ? wanted[row].count : 0,
        found.rows.indices.contains(row) ? found.rows[row].count : 0)
      for column in 0..<columns {
        let place = CellPlace(row: row, column: column)
        let text = found.text(place)
        if let field = layout.fields[place] {
          take(text, of: field, at: place)
        } else if !layout.computed.contains(place) {
          let before =
            wanted.indices.contains(row) && column < wanted[row].count ? wanted[row][column] : ""
          if text != before { refuse(place, before.isEmpty ? .beside : .changed(from: before)) }
        }
      }
    }
    for (kind, note) in notes { sheet.head.findings[kind]?.note = note }
    faults.sort {
      ($0.place ?? CellPlace(row: 0, column: 0)) < ($1.place ?? CellPlace(row: 0, column: 0))
    }
  }

  private mutating func refuse(_ place: CellPlace, _ why: ScoreSheetFault.Why) {
    faults.append(ScoreSheetFault(place: place, why: why))
  }

  private mutating func take(_ text: String, of field: ScoreSheetField, at place: CellPlace) {
    if found.formulas.contains(place) { return refuse(place, .formula) }
    if text.count > field.limit { return refuse(place, .tooLong(limit: field.limit)) }
    let text = ReviewLine.lines(text).joined(separator: "\n")
    guard !text.isEmpty else { return }
    cells.append(ScoreSheetReading.Cell(place: place, text: text))
    switch field {
    case .percentage(let item):
      do throws(PercentageFault) {
        sheet.items[item, default: ItemReview()].mark = .percentage(try Percentage.parse(text))
      } catch {
        refuse(place, .percentage(error))
      }
    case .abstention(let item):
      if sheet.items[item]?.mark != nil { return refuse(place, .markAndAbstention) }
      sheet.items[item, default: ItemReview()].mark = .abstained(reason: text)
    case .comments(let item, let kind):
      let comments = ReviewLine.comments(text, kind, of: edition.item(item)?.kind ?? .process)
      sheet.items[item, default: ItemReview()].comments += comments
    case .points(let item):
      sheet.items[item, default: ItemReview()].sitePoints = ReviewLine.points(text)
    case .verdict(let kind):
      guard let verdict = Verdict.allCases.first(where: { ReviewWords.answer($0) == text }) else {
        return refuse(place, .noVerdict)
      }
      sheet.head.findings[kind] = Finding(verdict)
    case .note(let kind):
      guard sheet.head.findings[kind] != nil else { return refuse(place, .noVerdict) }
      notes[kind] = text
    case .keyFactors: sheet.head.keyFactors = ReviewLine.lines(text)
    case .overall: sheet.head.overall = text
    case .hours:
      guard let hours = try? TypedNumber.whole(text, in: .hours), (0...9_999).contains(hours) else {
        return refuse(place, .noHours)
      }
      sheet.head.hours = hours
    }
  }
}

extension Workbook.Sheet {
  /// What stands in a cell; nothing where the sheet does not reach.
  fileprivate func text(_ place: CellPlace) -> String {
    rows.indices.contains(place.row) && rows[place.row].indices.contains(place.column)
      ? rows[place.row][place.column] : ""
  }
}
