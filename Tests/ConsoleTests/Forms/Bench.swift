import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Procedure
@testable import Store

extension Desktop {
  /// A screen of a test by itself, before whom it is; nothing but its case is read.
  init<S: Screen>(
    _ world: ScreenWorld<S>, at screen: ScreenID, supervision: SupervisionState? = nil,
    rows: [HistoryRow] = [], queue: [QueueRow] = [], letters: [LetterRow] = []
  ) {
    var console = Console(context: world.context)
    console.screens[screen] = world.screen
    console.current = screen
    let dossier = world.dossier
    self.init(console: console) { request in
      switch request {
      case .dossier(let id): dossier.flatMap { $0.id == id ? .dossier($0) : nil }
      case .queue(let query, let offset, _) where !queue.isEmpty:
        .queue(query, offset: offset, rows: queue, total: queue.count)
      case .letters(let offset, _):
        .letters(offset: offset, rows: letters, total: letters.count, due: letters.count)
      case .supervision: supervision.map(Reply.supervision)
      case .history(let query, let before, _): .history(query, before: before, rows: rows)
      default: nil
      }
    }
    console.context.year = dossier?.year
  }
}

/// States that no demo store is in, made by events.
enum Bench: String, CaseIterable, Sendable {
  case registered, undeclared, opened, letters, approved, cultivation, revoked
  case material, settled, finished, visit, marks, submitting
  case unmarked, handedIn
  case papers, cycle, newCycle, proposal, backups, copies, entry, complaints

  /// The forms that are reached.
  var forms: [Desktop] {
    desktops.flatMap { $0.forms() }
  }

  private var desktops: [Desktop] {
    switch self {
    case .registered:
      var world = DossierWorld(as: DossierWorld.office, at: .registered)
      var application = world.dossier.application
      application.controlled = ["甲控股", "乙控股", "丙控股"]
      world.happens(.applicationAmended(application: application))
      return [Desktop(world, at: .dossier)]
    case .undeclared:
      var world = DossierWorld(as: DossierWorld.leader)
      world.dossier.declarations = [:]
      world.show()
      return [Desktop(world, at: .dossier), Desktop(ScreenWorld.review([]), at: .review)]
    case .opened:
      var world = DossierWorld(as: DossierWorld.office, at: .qualification)
      for department in ["税务", "环保", "消防"] {
        world.happens(.inquirySent(purpose: .qualification, on: DossierWorld.now.day))
        world.happens(
          .inquiryRecorded(
            inquiry: nil, content: Inquiry(department: department, question: "问")))
      }
      return [Desktop(world, at: .dossier)]
    case .letters:
      var world = DossierWorld(as: DossierWorld.office, at: .qualificationNotice)
      for objector in ["张三", "李四", "王五"] {
        world.happens(
          .objectionReceived(
            on: DossierWorld.now.day,
            due: Term(last: DossierWorld.now.day.adding(days: 9), provisional: false)))
        world.happens(
          .objectionRecorded(
            objection: nil,
            content: Objection(objector: objector, facts: "事", reasons: "由", evidence: "据")))
      }
      var told = world
      told.happens(
        .objectionAnswered(objection: "o1", on: DossierWorld.now.day, isUpheld: false))
      return [Desktop(world, at: .dossier), Desktop(told, at: .dossier)]
    case .approved:
      var world = DossierWorld(as: DossierWorld.office, at: .onSiteReview)
      (world.dossier.stage, world.dossier.isApproved) = (.approval, true)
      (world.dossier.siteTotal, world.dossier.materialTotal) = (
        Points(whole: 650), Points(whole: 650)
      )
      world.show()
      return [Desktop(world, at: .dossier)]
    case .cultivation, .revoked:
      return cultivated
    case .material:
      return [
        Desktop(ScreenWorld.session(), at: .consensus),
        Desktop(ScreenWorld.session(as: "c"), at: .consensus),
      ]
    case .settled, .finished:
      var world = ScreenWorld.session()
      world.context.now = PanelP5.now
      for item in Edition.shipped.items {
        world.apply(
          .itemDiscussed(item: item.id, text: "已议"),
          .itemSettled(item: item.id, percentage: .middle, reason: "定"), by: PanelP5.leader)
      }
      world.apply(
        .attendanceRecorded(present: PanelP5.reviewers, absences: [:]), by: PanelP5.leader)
      if self == .finished {
        world.apply(
          .consensusConcluded(total: Points(whole: 560), conclusion: "结论"),
          .consensusFinished(revision: 1), by: PanelP5.leader)
      }
      world.show()
      return [Desktop(world, at: .consensus)]
    case .visit, .marks:
      return [TheVisit.leader, TheVisit.examiner].map { person in
        var world = ScreenWorld.visit()
        world.context.person = person
        world.show()
        var desktop = Desktop(world, at: .onSite)
        if self == .marks {
          desktop.press([.function(8), .character("5"), .enter])
        }
        return desktop
      }
    case .submitting:
      var world = ScreenWorld.visit()
      world.context.now = TheVisit.end
      let examiners = [TheVisit.leader, TheVisit.examiner, "qianer"]
      for (check, person) in zip(world.dossier.visit!.checks, examiners) {
        world.apply(
          .checkTicked(
            check: check.id,
            finding: CheckFinding(
              outcome: .met, method: .documents, evidence: "见", place: "", asked: "")),
          by: person)
      }
      for item in Edition.shipped.items {
        world.apply(
          .siteMarkSettled(item: item.id, percentage: Percentage(60)!, reason: ""),
          by: TheVisit.leader)
      }
      world.apply(
        .agendaChanged(
          agenda: world.dossier.visit!.agenda.map {
            var line = $0
            line.done = true
            return line
          }), by: TheVisit.leader)
      world.show()
      return [Desktop(world, at: .onSite)]
    case .unmarked: return [Desktop(ScreenWorld.review(), at: .review)]
    case .handedIn:
      return [
        Desktop(
          ScreenWorld.review(
            TheReview.underWay + [
              .sheetHandedIn(reviewer: TheReview.me, revision: 1),
              .sheetRecorded(reviewer: TheReview.me, revision: 1, sheet: TheReview.complete),
            ]), at: .review)
      ]
    case .papers:
      return [LetterKind.notQualified, .revoked].map { kind in
        var world = TermsWorld(on: .letters)
        world.show([11, 12, 13].map { ($0, kind, nil) })
        return Desktop(world, at: .terms, letters: world.screen.letters.letters.rows)
      }
    case .cycle: return [Desktop(SetupWorld(.cycle), at: .setup)]
    case .proposal:
      let rows = [11, 12, 13].map { TermsWorld.row($0, .independentReview) }
      return [Desktop(SetupWorld(.panels), at: .setup, queue: rows)]
    case .newCycle:
      var cycle = DossierWorld.cycle()
      cycle.apply(.cycleClosed(year: 2026))
      return SetupScreen.Part.allCases.map { part in
        var world = SetupWorld(part, cycle: cycle)
        world.context.now = Moment(day: Day("2027-03-01")!, hour: 9)
        return Desktop(world, at: .setup)
      } + [Desktop(SetupWorld(.cases), at: .setup)]
    case .backups:
      var world = SetupWorld(.backups)
      world.context.backups.own = (1...3).compactMap {
        Backup(URL(fileURLWithPath: "/backups/20260910-120000-\($0).sqlite"))
      }
      return [Desktop(world, at: .setup)]
    case .copies: return [Desktop(SetupWorld(.exchange), at: .setup)]
    case .entry:
      return [EntryFault.keysNotAllowed, .held(by: "cd34")].map { fault in
        var rows = [3, 2, 1].map { HistoryScreenTests.row($0, fault: fault) }
        for place in rows.indices { rows[place].entryID = "ab\(place)" }
        let context = HistoryScreenTests.context()
        let world = ScreenWorld(HistoryScreenTests.screen(rows, context), context)
        return Desktop(world, at: .history, rows: rows)
      }
    case .complaints: return complained
    }
  }

  /// A place from which a report is not due yet, is due, or was due and did not come.
  private var cultivated: [Desktop] {
    [(-30, 0), (-30, 200), (-800, 0)].map { since, later in
      var world = DossierWorld(as: DossierWorld.office, at: .onSiteReview)
      let day = DossierWorld.now.day
      world.context.now = Moment(day: day.adding(days: later), hour: 9)
      world.happens(
        .listPublished(
          number: "1", on: day.adding(days: since), until: day.adding(days: 900), tier: 1,
          total: Points(whole: 650)))
      if self == .revoked {
        world.happens(.grantPaid(payment: Payment(amount: 20, day: day)))
        world.happens(.placeLost(by: .breach, on: day, refundDue: day.adding(days: 90)))
      }
      return Desktop(world, at: .dossier)
    }
  }

  private var complained: [Desktop] {
    var world = SupervisionWorld()
    for (place, id) in ["T1", "T2", "T3"].enumerated() {
      world.lodge(ComplaintID(id), dossier: DossierWorld.id, person: "p4", minutes: place)
    }
    var found: [Desktop] = [Desktop(world, at: .supervision, supervision: world.screen.state)]
    for measure in [Measure.corrected, .fraud] {
      var closed = world
      closed.close("T2", .substantiated, measure)
      var dossier = DossierWorld(as: DossierWorld.office, at: .independentReview)
      dossier.context.person = SupervisionWorld.supervisor
      closed.dossier = dossier.dossier
      closed.send(.loaded(.dossier(closed.dossier)))
      _ = closed.screen.select("T2", closed.context)
      found.append(Desktop(closed, at: .supervision, supervision: closed.screen.state))
    }
    return found
  }
}
