import Criteria
import Foundation
import Procedure
import Terminal

@testable import Console
@testable import Store

typealias TermsWorld = ScreenWorld<TermsScreen>

/// The screen of terms before lists made by hand; no store.
extension ScreenWorld<TermsScreen> {
  static var today: Day { Day("2026-09-10")! }

  /// The screen as a person sees it, on a page.
  init(
    as person: PersonID = DossierWorld.office, on part: TermsScreen.Part = .terms, width: Int = 120
  ) {
    self.init(
      TermsScreen(),
      Context(
        language: .chinese, now: DossierWorld.now, person: person, cycle: DossierWorld.cycle(),
        size: Size(width: width, height: width < 100 ? 24 : 36)))
    screen.turn(to: part, context)
  }

  static func application(_ number: Int) -> Application {
    Application(
      id: CaseID("HZ26-00\(number)"), name: "第\(number)组织", creditCode: "", district: "330108",
      industry: "装备制造")
  }

  static func row(_ number: Int, _ stage: Stage, _ duties: [DutyKind] = []) -> QueueRow {
    QueueRow(
      application: application(number), stage: stage, due: nil, panel: nil, onSitePanel: nil,
      year: 2026, tier: stage == .cultivation ? 1 : nil, total: nil, assigned: 0, handedIn: 0,
      duties: duties, marked: nil)
  }

  static func term(
    _ number: Int, _ kind: TermKind, since: String = "2026-09-01", until: String,
    provisional: Bool = false, notice: String? = nil
  ) -> TermRow {
    let application = application(number)
    return TermRow(
      dossier: application.id, name: application.name, district: application.district,
      stage: .qualificationNotice,
      term: RunningTerm(
        kind: kind, since: Day(since)!, until: Day(until)!, provisional: provisional, number: notice
      ))
  }

  /// The screen is given the cases of a stage.
  mutating func show(_ rows: [QueueRow], in stage: Stage) {
    send(
      .loaded(
        .queue(
          QueueQuery(scope: .stage(stage), order: .number), offset: 0, rows: rows,
          total: rows.count)))
  }

  /// The screen is given running terms.
  @discardableResult
  mutating func show(_ terms: [TermRow]) -> [Effect] {
    let kinds = screen.part == .terms ? screen.terms.kinds : Set(NoticeKind.allCases.map(\.term))
    return send(.loaded(.terms(kinds, offset: 0, rows: terms, total: terms.count)))
  }

  /// The screen is given letters: of each the case, the kind, and what went out.
  mutating func show(_ letters: [(Int, LetterKind, LetterRecord?)]) {
    let rows = letters.map { number, kind, record in
      let application = Self.application(number)
      return LetterRow(dossier: application.id, name: application.name, kind: kind, record: record)
    }
    send(
      .loaded(
        .letters(
          offset: 0, rows: rows, total: rows.count, due: rows.count { $0.record == nil })))
  }
}
