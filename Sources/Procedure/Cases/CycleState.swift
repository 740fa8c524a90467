import Criteria
import Foundation

/// What a year is reviewed by.
public struct CycleTerms: Sendable, Hashable {
  public var parameters: Parameters
  public var edition: Edition
}

/// The days within which applications come in (M7), both included.
public struct Call: Sendable, Hashable {
  public var from: Day
  public var until: Day

  /// The days from one to another.
  public init(from: Day, until: Day) { (self.from, self.until) = (from, until) }
}

/// Everything the cycle's stream says: people, panels, parameters.
public struct CycleState: Sendable, Hashable {
  /// The year, once a cycle is open.
  public private(set) var year: Int?
  public private(set) var title: String
  public internal(set) var people: [PersonID: Person]
  public internal(set) var standing: [PersonID: Standing]
  /// Fingerprints of the public keys, of those who joined.
  public internal(set) var fingerprints: [PersonID: String]
  public private(set) var panels: [PanelID: Panel]
  /// What each year is reviewed by: its parameters and its criteria.
  public private(set) var terms: [Int: CycleTerms] = [:]
  /// The days within which each year's applications come in (M7).
  private var calls: [Int: Call] = [:]
  /// Whether the year in force is closed.
  public internal(set) var isClosed = false
  /// What the log gave in place of what the program brings along.
  private var given = Given()
  public internal(set) var meetings: [MeetingID: Meeting] = [:]
  /// Acts that met and that nobody has settled.
  public internal(set) var clashes: [Clash] = []
  /// Entries that are held until somebody accepts them.
  public internal(set) var held: [EntryName] = []
  /// What stands on papers, as it was entered last.
  public internal(set) var letterhead = Letterhead()
  /// What was done about people's violations (V4), the last one last.
  public private(set) var sanctions: [PersonID: [Sanction]] = [:]
  /// Who noted that something in the log has no effect, by role.
  public internal(set) var notes: [EntryName: [Role: PersonID]] = [:]
  /// The copies of the store that nobody waits to hear from.
  public internal(set) var retiredCopies: Set<String> = []
  /// The year in which a panel was formed or changed last.
  public private(set) var panelYears: [PanelID: Int] = [:]

  /// The state before the first entry.
  public init() {
    (year, title) = (nil, "")
    (people, standing, fingerprints, panels) = ([:], [:], [:], [:])
  }

  /// The parameters in force; the city's that the program brings along until the log gives others.
  public internal(set) var parameters: Parameters {
    get { given.parameters ?? .hangzhou }
    set { given.parameters = newValue }
  }

  /// The criteria in force.
  public private(set) var edition: Edition {
    get { given.edition ?? .shipped }
    set { given.edition = newValue }
  }

  /// The working days, with those that were loaded.
  public private(set) var calendar: WorkingCalendar {
    get { given.calendar ?? .shipped }
    set { given.calendar = newValue }
  }

  /// What the log gave; what it did not give is read from the program's resources when it is asked
  /// for, which is never before somebody is at work.
  private struct Given: Sendable, Hashable {
    var parameters: Parameters?
    var edition: Edition?
    var calendar: WorkingCalendar?
  }

  /// The parameters of a year; those in force where it is not known.
  public func parameters(of year: Int?) -> Parameters {
    year.flatMap { terms[$0]?.parameters } ?? parameters
  }

  /// The criteria of a year; those in force where it is not known.
  public func edition(of year: Int?) -> Edition { year.flatMap { terms[$0]?.edition } ?? edition }

  /// The days within which the applications of a year come in; nil before they are announced (M7).
  public func call(of year: Int?) -> Call? { year.flatMap { calls[$0] } }

  /// The call of the year in force.
  public var call: Call? { call(of: year) }

  /// The panels of the year in force.
  public var currentPanels: [Panel] {
    panels.values.filter { panelYears[$0.id] == year }.sorted { $0.id < $1.id }
  }

  /// The meetings of a kind in the year in force, the latest first.
  public func meetings(_ kind: Meeting.Kind) -> [Meeting] {
    meetings.values.filter { $0.kind == kind }.sorted { ($1.day, $1.id) < ($0.day, $0.id) }
  }

  /// Whether secretariat and supervision, two people, noted that something in the log counts for
  /// nothing (V5).
  public func isNoted(_ entry: EntryName) -> Bool {
    guard let office = notes[entry]?[.secretariat], let supervisor = notes[entry]?[.supervisor]
    else { return false }
    return office != supervisor
  }

  /// Whether a person can be given keys and work.
  public func isReady(_ person: PersonID) -> Bool {
    standing[person] == .confirmed && people[person]?.active == true
  }

  /// Whether a person acts in a role.
  public func acts(_ person: PersonID, as role: Role) -> Bool {
    isReady(person) && people[person]?.acts(as: role) == true
  }

  // MARK: Applying

  /// The state after an event of the cycle's stream; others change nothing here.
  public mutating func apply(_ event: Event) {
    if case .cycle(let change) = event.change { change(&self) }
  }

  mutating func open(
    _ year: Int, _ title: String, _ parameters: Parameters, _ edition: String?
  ) {
    (self.year, self.title, self.parameters) = (year, title, parameters)
    // `admit` let only a sound edition through; a log that holds another keeps the shipped one.
    self.edition = edition.flatMap { try? Edition.load(Data($0.utf8)) } ?? .shipped
    terms[year] = CycleTerms(parameters: parameters, edition: self.edition)
    (calls[year], isClosed, meetings) = (nil, false, [:])
  }

  mutating func announce(_ call: Call) {
    if let year { calls[year] = call }
  }

  mutating func load(_ calendar: String) {
    guard let loaded = try? WorkingCalendar.parse(calendar) else { return }
    self.calendar = self.calendar.merging(loaded)
  }

  mutating func take(_ sanction: Sanction, of person: PersonID) {
    sanctions[person, default: []].append(sanction)
    if sanction == .disqualification { people[person]?.active = false }
  }

  mutating func take(_ panel: Panel) {
    panels[panel.id] = panel
    panelYears[panel.id] = year
  }
}
