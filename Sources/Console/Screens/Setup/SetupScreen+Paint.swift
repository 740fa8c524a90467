import Foundation
import Procedure
import Store
import Terminal

extension SetupScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = SetupLayout(in: rect, wide: context.isWide)
    TabBar(
      Part.allCases.map { context.say(.Setup.part($0)) }, selected: part.rawValue, name: "part"
    ).paint(on: &canvas, in: layout.tabs)
    switch part {
    case .people: paintPeople(on: &canvas, in: layout.list, context)
    case .panels: paintPanels(on: &canvas, in: layout.list, context)
    case .cases: paintCases(on: &canvas, in: layout.list, context)
    case .cycle, .importing, .parameters, .backups:
      paintText(on: &canvas, in: layout.text, context)
      return
    }
    paintDetail(on: &canvas, in: layout.detail, context)
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    switch part {
    case .people, .panels, .cases: [SetupLayout(in: rect, wide: context.isWide).detail]
    case .cycle, .importing, .parameters, .backups: []
    }
  }

  /// Rows of a list under its band and header.
  func listRows(_ context: Context) -> Int { max(1, SetupLayout(context).list.height - 2) }

  /// Where the lines of parts that are read stand.
  func textRoom(_ context: Context) -> Size {
    let text = SetupLayout(context).text
    return Size(width: max(1, text.width - 4), height: max(1, text.height - 2))
  }

  // MARK: Lists

  private func paintPeople(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let people = people
    let waiting = people.count { $0.standing == .joined && $0.person.active }
    let note =
      waiting == 0 ? Line("") : context.line(.Setup.toCompare(waiting), .warning) + Line("  ")
    let room = TitleBand(
      context.line(.Setup.part(.people)), note: note + Line("\(people.count)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.Setup.personName), .fixed(10), importance: 10),
        .init(context.say(.number), .fixed(10), importance: 6),
        .init(context.say(.Setup.roles), .flexible(minimum: 12, weight: 1), importance: 7),
        .init(context.say(.Setup.standing), .flexible(minimum: 14, weight: 1), importance: 9),
      ], count: people.count, name: "people", placeholder: context.say(.Setup.nobody), marked: 2
    ) { row, column in
      let account = people[row]
      switch column {
      case 0: return Line(account.person.name)
      case 1: return Line("\(account.person.id)", .dim)
      case 2:
        return Line(
          account.person.roles.map { context.say(.role($0)) }.joined(separator: "、"), .dim)
      default: return Self.standing(of: account, context)
      }
    }.paint(on: &canvas, in: room, state: list(of: .people))
  }

  private static func standing(of account: Account, _ context: Context) -> Line {
    guard account.person.active else { return context.line(.Setup.inactive, .dim) }
    switch account.standing {
    case .confirmed: return context.line(.Setup.confirmed, .good)
    case .joined: return context.line(.Setup.joined, .warning)
    case .invited: return context.line(.Setup.invited, .info)
    }
  }

  private func paintPanels(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let panels = panels(context)
    let room = TitleBand(
      context.line(.Setup.part(.panels)), note: Line("\(panels.count)", .dim), isFocused: true
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.number), .fixed(8), importance: 6),
        .init(context.say(.Setup.name), .flexible(minimum: 14, weight: 1), importance: 10),
        .init(context.say(.stageHeader), .fixed(10), importance: 7),
        .init(context.say(.Case.leader), .fixed(10), importance: 8),
        .init(context.say(.Setup.memberCount), .fixed(6), align: .right, importance: 5),
      ], count: panels.count, name: "panels", placeholder: context.say(.Setup.noPanels), marked: 2
    ) { row, column in
      let panel = panels[row]
      switch column {
      case 0: return Line("\(panel.id)", .dim)
      case 1: return Line(panel.name)
      case 2: return context.line(.Case.stage(panel.stage), .dim)
      case 3: return Line(context.name(panel.leader))
      default: return Line("\(panel.members.count)")
      }
    }.paint(on: &canvas, in: room, state: list(of: .panels))
  }

  private func paintCases(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let room = TitleBand(
      context.line(.Setup.part(.cases)), note: Line("\(total)", .dim), isFocused: true
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.number), .fixed(10), importance: 9),
        .init(context.say(.organisation), .flexible(minimum: 20, weight: 1), importance: 10),
        .init(context.say(.stageHeader), .fixed(10), importance: 7),
      ], count: total, name: "cases", placeholder: context.say(.queueEmpty), marked: 2
    ) { index, column in
      guard let row = row(index) else { return Line("…", .dim) }
      switch column {
      case 0: return Line(row.application.id.rawValue)
      case 1: return Line(row.application.name)
      default: return context.line(.stage(row.stage), .dim)
      }
    }.paint(on: &canvas, in: room, state: list(of: .cases))
  }

  // MARK: What is selected

  private func paintDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let (title, lines) = detail(width: max(1, rect.width - 2), context)
    let room = TitleBand(title).paint(on: &canvas, in: rect).inset(columns: 1)
    for (row, line) in lines.prefix(room.height).enumerated() {
      canvas.put(line, in: room.row(row))
    }
  }

  private func detail(width: Int, _ context: Context) -> (title: Line, lines: [Line]) {
    switch part {
    case .people:
      guard let account = selectedAccount else { return (Line(""), []) }
      return (Line(account.person.name), lines(of: account, width: width, context))
    case .panels:
      guard let panel = selectedPanel(context) else { return (Line(""), []) }
      return (Line(panel.name), lines(of: panel, context))
    default:
      guard let row = selectedCase else { return (Line(""), []) }
      return (
        Line("\(row.application.id)  \(row.application.name)"),
        ApplicationFacts.lines(row.application, width: width, context)
      )
    }
  }

  private func lines(of account: Account, width: Int, _ context: Context) -> [Line] {
    let person = account.person
    let roles = person.roles.map { context.say(.role($0)) }.joined(separator: "、")
    var facts: [(Phrase, Line)] = [
      (.Setup.standing, Self.standing(of: account, context)), (.Setup.roles, Line(roles)),
    ]
    if let fingerprint = account.fingerprint {
      let groups = fingerprint.split(separator: " ")
      facts.append((.Setup.fingerprint, Line(groups.prefix(4).joined(separator: " "), .accent)))
      facts.append((.plain(""), Line(groups.dropFirst(4).joined(separator: " "), .accent)))
    }
    if let code = person.district {
      facts.append((.district, context.line(.districtOf(code, context.parameters))))
    }
    if !person.employer.isEmpty { facts.append((.Setup.employer, Line(person.employer))) }
    if !person.consultancies.isEmpty {
      facts.append(
        (.Setup.consultancies, Line(person.consultancies.joined(separator: "、"), .warning)))
    }
    if !person.expertise.isEmpty {
      facts.append((.Setup.expertise, Line(person.expertise.joined(separator: "、"))))
    }
    return facts.flatMap { FactLines.lines($0.0, $0.1, width: width, context) }
  }

  private func lines(of panel: Panel, _ context: Context) -> [Line] {
    panel.members.map { member in
      let role: Phrase =
        member == panel.leader
        ? .Case.leader : member == panel.deputy ? .Case.deputy : .plain("")
      let employer = context.cycle.people[member]?.employer ?? ""
      return DossierScreen.cell(Line(context.name(member)), 10)
        + DossierScreen.cell(context.line(role, .info), 9) + Line(employer, .dim)
    }
  }

  // MARK: What is read

  private func paintText(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let room = TitleBand(context.line(.Setup.part(part)), isFocused: true)
      .paint(on: &canvas, in: rect).inset(columns: 2, rows: 0).splitTop(1).rest
    let lines = textLines(width: max(1, room.width), context)
    let first = scroll.first(total: lines.count, rows: room.height)
    for (row, line) in lines.dropFirst(first).prefix(room.height).enumerated() {
      canvas.put(line, in: room.row(row))
    }
  }

  /// The lines of a part that is read.
  func textLines(width: Int, _ context: Context) -> [Line] {
    let lines =
      switch part {
      case .cycle: ParameterLines.cycle(width: width, context)
      case .parameters: ParameterLines.all(of: context.parameters, width: width, context)
      case .importing: importLines(width: width, context)
      case .backups: backupLines(width: width, context)
      case .people, .panels, .cases: [Line]()
      }
    return faultLines(width: width, context) + lines
  }

  /// What is wrong with the file brought last, above everything else.
  private func faultLines(width: Int, _ context: Context) -> [Line] {
    guard let faults, faults.part == part else { return [] }
    return [context.line(.Setup.notTaken(faults.lines.count), .bad)]
      + faults.lines.flatMap { context.line($0).wrapped(to: width) } + [Line("")]
  }

  private func importLines(width: Int, _ context: Context) -> [Line] {
    var lines = context.line(.Setup.importExplains).wrapped(to: width)
    guard let report else { return lines }
    lines.append(Line(""))
    lines.append(
      context.line(
        .imported(
          people: report.people, panels: report.panels, cases: report.cases, isDryRun: isDryRun),
        .good))
    guard !report.invitations.isEmpty else { return lines }
    lines += context.line(.Setup.codesOnce, .warning).wrapped(to: width) + [Line("")]
    return lines
      + report.invitations.map { person, code in
        DossierScreen.cell(Line(context.name(person)), 12)
          + DossierScreen.cell(Line("\(person)", .dim), 12) + Line(code, .accent)
      }
  }
}
