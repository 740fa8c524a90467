import Criteria
import Foundation
import Procedure
import Store
import Terminal

@testable import Console

/// One case before the screen of its dossier, moved by events; no store.
typealias DossierWorld = ScreenWorld<DossierScreen>

extension ScreenWorld<DossierScreen> {
  static var id: CaseID { "HZ26-0031" }
  static var office: PersonID { "p1" }
  static var leader: PersonID { "p2" }
  static var reviewers: [PersonID] { ["p2", "p3", "p4"] }
  static var now: Moment { Moment(day: Day("2026-09-10")!, hour: 14, minute: 30) }

  /// A case in a stage, with a panel whose members declared, as a person sees it.
  init(as person: PersonID, at stage: Stage = .independentReview, width: Int = 120) {
    let context = Context(
      language: .chinese, now: Self.now, person: person, cycle: Self.cycle(),
      size: Size(width: width, height: width < 100 ? 24 : 36), dossier: Self.id)
    self.init(DossierScreen(), context)
    let application = Application(
      id: Self.id, name: "钱江精密机械有限公司", creditCode: "91330108MA0000015G",
      district: "330108", industry: "装备制造", staff: 412)
    dossier = CaseState(.caseRegistered(application: application, year: 2026), at: Self.now)!
    show()
    happens(.panelAssigned(panel: "m1"))
    for person in Self.reviewers { happens(.declarationSigned(person: person, interest: nil)) }
    for event in stage.events(on: Self.now.day) { happens(event, by: Self.office) }
  }

  static func cycle() -> CycleState {
    var cycle = CycleState()
    let names: [(PersonID, String, Procedure.Role)] = [
      ("p1", "陈秘", .secretariat), ("p2", "赵一", .expert), ("p3", "钱二", .expert),
      ("p4", "孙三", .expert), ("p5", "周五", .expert), ("p9", "何监", .supervisor),
    ]
    for (id, name, role) in names {
      cycle.apply(.personInvited(person: Person(id: id, name: name, roles: [role])))
      cycle.apply(.personJoined(person: id, fingerprint: "f"))
      cycle.apply(.personConfirmed(person: id, fingerprint: "f"))
    }
    cycle.apply(
      .cycleOpened(year: 2026, title: "2026 年度培育", parameters: .hangzhou, edition: nil))
    cycle.apply(.callAnnounced(from: now.day, until: now.day.adding(days: 20)))
    cycle.apply(
      .panelFormed(
        panel: Panel(
          id: "m1", name: "第一评审组", stage: .material, leader: "p2", deputy: "p3",
          members: ["p2", "p3", "p4"])))
    return cycle
  }

  /// Something happens in the case, and the screen is told.
  mutating func happens(_ event: Event, by author: PersonID = DossierWorld.leader) {
    dossier.apply(event, by: author, at: Self.now)
    show()
  }

  /// All sheets are designated, started and handed in.
  mutating func handEverythingIn() {
    happens(.reviewersDesignated(reviewers: Self.reviewers, due: Day("2026-09-18")!))
    for person in Self.reviewers {
      happens(.reviewStarted(reviewer: person), by: person)
      happens(.sheetHandedIn(reviewer: person, revision: 1), by: person)
      happens(.sheetRecorded(reviewer: person, revision: 1, sheet: Sheet()), by: person)
    }
  }

  /// What an act's availability is; nil where it is not offered.
  func availability(_ act: CaseActName) -> Availability? {
    screen.acts(context).first { $0.act == act }?.availability
  }

  /// Begins an act, possible or not.
  mutating func act(_ act: CaseActName) -> [Effect] { screen.scene(context)!.begin(act) }
}

extension Form {
  /// Puts a text into a field.
  mutating func type(_ text: String, into id: String) { self[id]?.kind = .text(TextField(text)) }

  /// Puts a text into a field of several lines.
  mutating func write(_ text: String, into id: String) {
    if case .area(_, let rows) = self[id]?.kind {
      self[id]?.kind = .area(
        TextArea(text, maxLength: 4000, room: Size(width: 60, height: rows)), rows: rows)
    }
  }

  /// Takes an option of a choice.
  mutating func choose(_ place: Int, of id: String) {
    if case .choice(let options, _) = self[id]?.kind {
      self[id]?.kind = .choice(options: options, selected: place)
    }
  }

  /// Takes options of a multiple choice.
  mutating func take(_ places: Set<Int>, of id: String) {
    if case .multiple(let options, _, let cursor) = self[id]?.kind {
      self[id]?.kind = .multiple(options: options, selected: places, cursor: cursor)
    }
  }
}
