import Procedure
import Terminal

/// How notices look: in their list, and the selected one at the side.
struct NoticeTable {
  let batches: Window<NoticeBatch>
  let isFocused: Bool
  let context: Context

  func paint(on canvas: inout Canvas, in rect: Rect) {
    let over = batches.rows.count { $0.isOver(on: context.now.day) }
    let note =
      over > 0
      ? context.line(.Terms.over, .warning) + Line(" \(over)", .warning) : Line("")
    let room = TitleBand(
      context.line(.Terms.part(.notices)), note: note, isFocused: isFocused
    ).paint(on: &canvas, in: rect)
    batches.paint(
      [
        .init(.Terms.state, .fixed(8), 8) { Self.state(of: $0, context) },
        .init(.Terms.notice, .fixed(14), 10) {
          context.line(
            $0.notice.map(Phrase.notice) ?? .Terms.list, $0.members.isEmpty ? .dim : .text)
        },
        .init(.Terms.noticeNumber, .flexible(minimum: 10, weight: 1), 6) {
          switch $0.kind {
          case .running(_, let number), .listed(let number): Line(number, .dim)
          case .ready, .readyList: Line("")
          }
        },
        .init(.Terms.count, .fixed(4), 9, align: .right) {
          Line("\($0.members.count)", $0.members.isEmpty ? .dim : .text)
        },
        .init(.Terms.until, .fixed(15), 7) { end(of: $0) },
      ], name: "list", isFocused: isFocused, placeholder: .Terms.noNotices, marked: 2,
      on: &canvas, in: room, context)
  }

  /// The last day of a notice in few cells; what is over waits to be closed and is not late.
  private func end(of batch: NoticeBatch) -> Line {
    guard let until = batch.until else { return Line("") }
    let left = context.calendar.workingDays(from: context.now.day, to: until)
    let line =
      batch.isOver(on: context.now.day)
      ? Line("\(until)", .warning)
      : context.line(.shortDue(until, left: left), left <= 3 ? .warning : .text)
    return batch.isProvisional
      ? line + Line(" ") + context.line(.Terms.provisional, .warning) : line
  }

  private static func state(of batch: NoticeBatch, _ context: Context) -> Line {
    switch batch.kind {
    case .ready: context.line(.Terms.ready, batch.members.isEmpty ? .dim : .accent)
    case .readyList: context.line(.Terms.readyList, batch.members.isEmpty ? .dim : .accent)
    case .running:
      batch.isOver(on: context.now.day)
        ? context.line(.Terms.over, .warning) : context.line(.Terms.running, .info)
    case .listed: context.line(.Terms.published, .good)
    }
  }

  /// What is known of a notice.
  static func lines(of batch: NoticeBatch, width: Int, _ context: Context) -> [Line] {
    var facts: [(Phrase, Line)] = [(.Terms.state, state(of: batch, context))]
    if let since = batch.since, let until = batch.until {
      facts.append(
        (
          .Terms.until,
          Line("\(since) – ")
            + (batch.isOver(on: context.now.day)
              ? Line("\(until)  ") + context.line(.Terms.over, .warning)
              : TermFacts.until(
                until, isProvisional: batch.isProvisional, canBeMissed: false, context))
        ))
    } else if let notice = batch.notice {
      facts.append(
        (.dueHeader, context.line(.Terms.length(notice.days(context.parameters)))))
    }
    if let notice = batch.notice {
      facts.append((.Terms.afterwards, context.line(.afterwards(notice.term))))
    }
    facts.append(TermFacts.basis(batch.rule, context))
    if !batch.members.isEmpty {
      facts.append((.Terms.members, context.line(NoticeBatch.names(of: batch.members))))
    }
    var lines = FactLines.lines(facts, width: width, context)
    if batch.isProvisional {
      lines += context.line(.Terms.provisionalMeans, .warning).wrapped(to: width)
    }
    if batch.isReady, !batch.members.isEmpty {
      lines += [Line("")] + context.line(.Terms.allOrNone, .dim).wrapped(to: width)
    }
    return lines
  }
}
