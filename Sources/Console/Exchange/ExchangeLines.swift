import Foundation
import Procedure
import Store
import Terminal

/// What the page of exchanges says, line by line.
enum ExchangeLines {
  /// A sentence on what was done, and how it looks.
  struct Told: Sendable, Hashable {
    let words: Phrase
    let style: Style

    init(_ words: Phrase, _ style: Style = .text) { (self.words, self.style) = (words, style) }
  }

  /// What came of an exchange: counts, what waits, what was refused and why, the head.
  static func told(
    _ report: ExchangeReport, at address: String, _ context: Context
  ) -> [Told] {
    var told = [
      Told(.Exchange.met(address), report.isSound && report.waiting.isEmpty ? .good : .warning)
    ]
    told += Phrase.exchanged(report).map { Told($0) }
    told += Phrase.refusals(report).map { Told(.plain("! ") + $0, .bad) }
    if let fault = report.keysFault {
      told.append(Told(.Exchange.keysOwed + Notices.sentence(fault, context), .warning))
    }
    told.append(Told(.headIs(report.head), .dim))
    if let receipt = report.receipt { told.append(Told(.receiptWritten(receipt), .dim)) }
    return told
  }

  /// What a copy that was made holds, and what is to be done with it.
  static func told(_ report: CopyReport, at path: String) -> [Told] {
    [Told(.copyMade(report, at: path), .good)]
      + (report.missing.isEmpty ? [] : [Told(.filesMissing(report.missing.count), .warning)])
      + [Told(.Exchange.startPageLies, .dim)]
  }

  /// What was done last, the copies, and what waits.
  static func lines(
    _ told: [Told], _ state: CopiesState, width: Int, _ context: Context
  ) -> [Line] {
    var lines = told.flatMap { context.line($0.words, $0.style).wrapped(to: width) }
    if !lines.isEmpty { lines.append(Line("")) }
    guard !state.copies.isEmpty else {
      return lines + context.line(.Exchange.alone, .dim).wrapped(to: width)
    }
    lines.append(row(columns(context).map { context.line($0.title, .dim) }, context))
    lines += state.copies.map { copy in row(columns(context).map { $0.cell(copy) }, context) }
    // What the report says already is not said twice.
    let waiting = state.waiting.map(Phrase.waits).filter { !told.map(\.words).contains($0) }
    lines += waiting.flatMap {
      (Line("! ", .warning) + context.line($0, .warning)).wrapped(to: width)
    }
    if state.unsent > 0 {
      lines +=
        [Line("")]
        + context.line(.Exchange.unsent(state.unsent), .warning).wrapped(to: width)
    }
    return lines
  }

  // MARK: The copies

  private struct Column {
    let title: Phrase
    let cell: (KnownCopy) -> Line
  }

  /// Columns that each takes, one blank included, in Chinese and in English.
  private static let widths = [7, 11, 18, 13, 13, 13]

  private static func row(_ cells: [Line], _ context: Context) -> Line {
    zip(cells, widths).reduce(Line("")) { $0 + FactLines.cell($1.0, $1.1) }
  }

  private static func columns(_ context: Context) -> [Column] {
    func count(_ number: Int, _ copy: KnownCopy, isGood: Bool = false) -> Line {
      copy.receipt == nil
        ? Line("–", .dim) : Line("\(number)", isGood || number == 0 ? .text : .warning)
    }
    return [
      Column(title: .Exchange.copyID) { Line(Phrase.copy($0.device)) },
      Column(title: .Exchange.whose) {
        context.cycle.retiredCopies.contains($0.device)
          ? context.line(.Exchange.retired, .dim)
          : $0.person.map { Line(context.name($0)) } ?? context.line(.Exchange.noReceipt, .dim)
      },
      Column(title: .Exchange.last) { Line($0.last.map(Backup.shown) ?? "–", .dim) },
      Column(title: .Exchange.hasOfOurs) { count($0.has, $0, isGood: true) },
      Column(title: .Exchange.lacksOfOurs) { count($0.lacks, $0) },
      Column(title: .Exchange.weLack) { count($0.missing, $0) },
    ]
  }
}
