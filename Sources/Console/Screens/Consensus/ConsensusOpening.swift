import Criteria
import Foundation
import Procedure
import Terminal

/// Before the sheets are opened: the way there, and who has handed in; nothing of what they say.
struct ConsensusOpening {
  let dossier: CaseState
  let panel: Panel?
  /// How many items each reviewer has marked.
  let progress: [PersonID: Int]
  /// The step that can be taken next here.
  let next: Offer?

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    TextPane.paint(context.line(.beforeOpening), on: &canvas, in: rect) {
      lines(width: $0, context)
    }
  }

  private func lines(width: Int, _ context: Context) -> [Line] {
    guard dossier.stage == .independentReview, let panel else {
      return context.line(.notInReviewYet(dossier.stage)).wrapped(to: width)
    }
    let leader = dossier.actingLeader(of: panel, in: context.cycle)
    let reviewers = dossier.designated.isEmpty ? panel.members : dossier.designated
    let handedIn = Phrase.sheetsHandedIn(
      dossier.assigned.count - dossier.outstanding.count, dossier.assigned.count)
    var lines = context.line(.sealedUntilOpening, .dim).wrapped(to: width)
    lines += [Line("")] + steps(leader, context) + [Line("")]
    lines.append(
      context.line(.independentSheets, .title) + Line("  ") + context.line(handedIn, .dim))
    if dossier.designated.isEmpty { lines.append(context.line(.notDesignatedYet, .warning)) }
    lines += reviewers.map { reviewer($0, leads: $0 == leader, context) } + [Line("")]
    guard let next else { return lines }
    lines.append(
      Line("F5 ", .accent.strong) + context.line(next.title, next.isAvailable ? .title : .dim))
    if case .disabled(let why) = next.availability {
      lines += context.line(why, .dim).wrapped(to: max(1, width - 3)).map { Line("   ") + $0 }
    }
    return lines
  }

  /// The four steps to the opening, with who takes each and which is next.
  private func steps(_ acting: PersonID?, _ context: Context) -> [Line] {
    let (leader, opening) = (acting.map(context.name) ?? "—", dossier.opening(under: acting))
    let allIn = dossier.outstanding.isEmpty && !dossier.assigned.isEmpty
    let done = [allIn, opening != .closed, opening == .released, false]
    let names: [Phrase] = [
      .stepAllHandedIn, .stepAsk(leader), .stepRelease, .stepOpen(leader),
    ]
    let next = done.firstIndex(of: false)
    return names.indices.map { place in
      let sign = done[place] ? Line("✓ ", .good) : Line(place == next ? "▸ " : "· ", .accent)
      let style: Style = done[place] ? .text : place == next ? .title : .dim
      return sign + Line("\(place + 1)  ", .dim) + context.line(names[place], style)
    }
  }

  private func reviewer(_ person: PersonID, leads: Bool, _ context: Context) -> Line {
    let name =
      Line("  " + context.name(person).padded(to: 8))
      + Line((leads ? context.say(.leaderWord) : "").padded(to: 6), .dim)
    if dossier.stepsBack(person) { return name + context.line(.steppedBack, .dim) }
    guard let record = dossier.sheets[person] else {
      return name + context.line(.sheetNotStarted, .dim)
    }
    switch record.state {
    case .handedIn:
      let at = record.handedInAt.map(\.brief) ?? ""
      return name + Line("✓ ", .good) + context.line(.sheetIsIn, .good) + Line("  " + at, .dim)
    case .started, .withdrawn:
      let bar = ProgressBar(done: progress[person] ?? 0, total: context.edition.items.count)
      let word: Phrase = record.state == .started ? .sheetUnderWay : .sheetWithdrawn
      return name + context.line(word, .warning) + Line("  ") + bar.line(width: 10)
    }
  }
}
