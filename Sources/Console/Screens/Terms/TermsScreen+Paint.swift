import Foundation
import Procedure
import Store
import Terminal

extension TermsScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = TermsLayout(part, isOnCases: isOnCases, in: rect, wide: context.isWide)
    TabBar(
      Part.allCases.map { context.say(.Terms.part($0)) }, selected: part.rawValue, name: "part"
    ).paint(on: &canvas, in: layout.tabs)
    switch part {
    case .terms:
      canvas.put(callLine(context), in: layout.call.inset(columns: 1))
      paintTerms(on: &canvas, in: layout.list, context)
    case .notices: paintBatches(on: &canvas, in: layout.list, context)
    case .meetings: paintMeetings(on: &canvas, in: layout.list, context)
    case .letters: paintLetters(on: &canvas, in: layout.list, context)
    }
    paintCases(on: &canvas, in: layout.cases, context)
    paintDetail(on: &canvas, in: layout.detail, context)
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    let layout = TermsLayout(part, isOnCases: isOnCases, in: rect, wide: context.isWide)
    return isOnCases ? [layout.detail] : [layout.cases, layout.detail].filter { !$0.isEmpty }
  }

  /// The days within which applications come in (M7).
  private func callLine(_ context: Context) -> Line {
    guard let call = context.cycle.call else { return context.line(.Terms.noCall, .dim) }
    return context.line(.Terms.call, .dim) + Line("\(call.from) – ")
      + context.line(
        context.due(call.until), call.until < context.now.day ? .dim : .accent)
  }

  // MARK: Terms

  private func paintTerms(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var note = Line("\(total)", .dim)
    let late = rows.count { $0.term.until < context.now.day }
    if late > 0, offset == 0 {
      note =
        context.line(.Terms.lateCount(late, isMore: late == Self.window), .bad) + Line("  ") + note
    }
    if let kinds {
      let names = TermKind.allCases.filter(kinds.contains).map { Phrase.term($0) }
      let words = Phrase(
        names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", "))
      note = context.line(.Terms.only(words), .accent) + Line("  ") + note
    }
    let room = TitleBand(context.line(.Terms.part(.terms)), note: note, isFocused: true)
      .paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.Terms.what), .fixed(10), importance: 10),
        .init(context.say(.number), .fixed(10), importance: 7),
        .init(context.say(.organisation), .flexible(minimum: 14, weight: 2), importance: 8),
        .init(context.say(.Terms.since), .fixed(10), importance: 5),
        .init(context.say(.Terms.until), .fixed(35), importance: 9),
        .init(context.say(.Terms.afterwards), .flexible(minimum: 18, weight: 1), importance: 4),
      ], count: total, name: "list", placeholder: context.say(Phrase.Terms.noTerms), marked: 3
    ) { index, column in
      guard let row = row(index) else { return Line("…", .dim) }
      switch column {
      case 0: return context.line(.term(row.term.kind))
      case 1: return Line(row.dossier.rawValue, .dim)
      case 2: return Line(row.name)
      case 3: return Line("\(row.term.since)", .dim)
      case 4: return until(row.term, context)
      default: return context.line(.afterwards(row.term.kind), .dim)
      }
    }.paint(on: &canvas, in: room, state: list)
  }

  /// The last day with the working days left; late ones and provisional ones say so in words.
  func until(_ term: RunningTerm, _ context: Context) -> Line {
    Self.until(term.until, isProvisional: term.provisional, context)
  }

  static func until(_ day: Day, isProvisional: Bool, _ context: Context) -> Line {
    let today = context.now.day
    if day < today { return context.line(.Terms.late, .bad) + Line("\(day)", .bad) }
    let left = context.calendar.workingDays(from: today, to: day)
    var due = Phrase.dueDay(day, left: left, isPast: false, isProvisional: false)
    if day.year != today.year { due = .plain("\(day.year)-") + due }
    let line = context.line(due, left <= 3 ? .warning : .text)
    return isProvisional
      ? line + Line(" ") + context.line(.Terms.provisional, .warning) : line
  }

  // MARK: Notices

  private func paintBatches(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let batches = batches(context)
    let over = batches.count { $0.isOver(on: context.now.day) }
    let note =
      over > 0
      ? context.line(.Terms.over, .warning) + Line(" \(over)", .warning) : Line("")
    let room = TitleBand(
      context.line(.Terms.part(.notices)), note: note, isFocused: !isOnCases
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.Terms.state), .fixed(8), importance: 8),
        .init(context.say(.Terms.notice), .fixed(14), importance: 10),
        .init(
          context.say(.Terms.noticeNumber), .flexible(minimum: 10, weight: 1), importance: 6),
        .init(context.say(.Terms.count), .fixed(4), align: .right, importance: 9),
        .init(context.say(.Terms.until), .fixed(15), importance: 7),
      ], count: batches.count, name: "list", isFocused: !isOnCases,
      placeholder: context.say(Phrase.Terms.noNotices), marked: 2
    ) { row, column in
      let batch = batches[row]
      switch column {
      case 0: return state(of: batch, context)
      case 1:
        return context.line(
          batch.notice.map(Phrase.notice) ?? .Terms.list, batch.members.isEmpty ? .dim : .text)
      case 2:
        switch batch.kind {
        case .running(_, let number), .listed(let number): return Line(number, .dim)
        case .ready, .readyList: return Line("")
        }
      case 3: return Line("\(batch.members.count)", batch.members.isEmpty ? .dim : .text)
      default: return end(of: batch, context)
      }
    }.paint(on: &canvas, in: room, state: list)
  }

  /// The last day of a notice in few cells; what is over waits to be closed and is not late.
  private func end(of batch: NoticeBatch, _ context: Context) -> Line {
    guard let until = batch.until else { return Line("") }
    let left = context.calendar.workingDays(from: context.now.day, to: until)
    let line =
      batch.isOver(on: context.now.day)
      ? Line("\(until)", .warning)
      : context.line(.shortDue(until, left: left, isPast: false), left <= 3 ? .warning : .text)
    return batch.isProvisional
      ? line + Line(" ") + context.line(.Terms.provisional, .warning) : line
  }

  func state(of batch: NoticeBatch, _ context: Context) -> Line {
    switch batch.kind {
    case .ready: context.line(.Terms.ready, batch.members.isEmpty ? .dim : .accent)
    case .readyList: context.line(.Terms.readyList, batch.members.isEmpty ? .dim : .accent)
    case .running:
      batch.isOver(on: context.now.day)
        ? context.line(.Terms.over, .warning) : context.line(.Terms.running, .info)
    case .listed: context.line(.Terms.published, .good)
    }
  }

  // MARK: Meetings and letters

  private func paintMeetings(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let meetings = meetings(context)
    let room = TitleBand(
      context.line(.Terms.part(.meetings)),
      note: Line("\(meetings.count { $0.meeting != nil })", .dim), isFocused: !isOnCases
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.Terms.meeting), .fixed(12), importance: 10),
        .init(context.say(.number), .flexible(minimum: 12, weight: 1), importance: 9),
        .init(context.say(.Terms.day), .fixed(10), importance: 8),
        .init(context.say(.Terms.present), .fixed(6), align: .right, importance: 6),
        .init(context.say(.Terms.waiting), .fixed(8), align: .right, importance: 7),
      ], count: meetings.count, name: "list", isFocused: !isOnCases, marked: 2
    ) { row, column in
      let (kind, meeting) = (meetings[row].kind, meetings[row].meeting)
      let isHeld = !context.cycle.meetings(kind).isEmpty
      switch column {
      case 0: return meeting == nil ? context.line(.meeting(kind), .title) : Line("  ")
      case 1:
        guard let meeting else {
          return isHeld ? Line("") : context.line(.Terms.noMeetingYet, .dim)
        }
        return Line(meeting.id.rawValue)
      case 2: return Line(meeting.map { "\($0.day)" } ?? "")
      case 3: return Line(meeting.map { "\($0.present.count)" } ?? "")
      default:
        guard meeting == nil else { return Line("") }
        let count = waiting(for: kind, context).count
        return Line("\(count)", count > 0 ? .accent : .dim)
      }
    }.paint(on: &canvas, in: room, state: list)
  }

  private func paintLetters(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let due = letters.due
    let room = TitleBand(
      context.line(.Terms.part(.letters)),
      note: due > 0 ? context.line(.Terms.dueCount(due), .warning) : Line("\(letters.total)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.Terms.state), .fixed(10), importance: 9),
        .init(context.say(.Terms.letter), .fixed(18), importance: 10),
        .init(context.say(.number), .fixed(9), importance: 7),
        .init(context.say(.organisation), .flexible(minimum: 8, weight: 2), importance: 8),
        .init(context.say(.Act.letterNumber), .flexible(minimum: 8, weight: 1), importance: 6),
      ], count: letters.total, name: "list", placeholder: context.say(Phrase.Terms.noLetters),
      marked: 3
    ) { index, column in
      guard let row = letter(index) else { return Line("…", .dim) }
      switch column {
      case 0:
        return row.record.map { Line("\($0.sent)", .good) } ?? context.line(.Terms.due, .warning)
      case 1: return context.line(.letter(row.kind))
      case 2: return Line(row.dossier.rawValue)
      case 3: return Line(row.name)
      default: return Line(row.record?.number ?? "", .dim)
      }
    }.paint(on: &canvas, in: room, state: list)
  }

  // MARK: Cases

  /// The cases of what is selected above; where they are published or closed next, one chooses.
  private func paintCases(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard !rect.isEmpty else { return }
    let members = members(context)
    let isChoosable = isChoosable(context)
    let title: Phrase = part == .meetings ? .Terms.waitsForMeeting : .Terms.members
    let room = TitleBand(
      context.line(title), note: Line("\(members.count)", .dim), isFocused: isOnCases
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init("", .fixed(isChoosable ? 3 : 0), importance: isChoosable ? 9 : 0),
        .init(context.say(.number), .fixed(10), importance: 8),
        .init(context.say(.organisation), .flexible(minimum: 14, weight: 1), importance: 10),
        .init(context.say(.district), .fixed(8), importance: 5),
        .init(context.say(.stageHeader), .fixed(10), importance: 6),
      ], count: members.count, name: "cases", isFocused: isOnCases,
      placeholder: context.say(Phrase.Terms.noCases), marked: isOnCases ? 3 : 0
    ) { row, column in
      let member = members[row]
      let isOut = isChoosable && leftOut.contains(member.dossier)
      switch column {
      case 0: return isChoosable ? Line(isOut ? "[ ]" : "[x]", .accent) : Line("")
      case 1: return Line(member.dossier.rawValue, isOut ? .dim : .text)
      case 2:
        return Line(member.name, isOut ? .dim : .text)
          + (isOut ? Line("  ") + context.line(.Terms.leftOut, .dim) : Line(""))
      case 3: return context.line(.districtOf(member.district, context.parameters), .dim)
      default: return context.line(.stage(member.stage), .dim)
      }
    }.paint(on: &canvas, in: room, state: caseList)
  }
}
