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
}

/// A person with how far they were let in.
struct Member: Sendable, Hashable {
  var person: Person
  var standing: Standing
}

/// What was so from an act of the cycle on.
struct Since<Value: Sendable & Hashable>: Sendable, Hashable {
  /// How many acts there were with it.
  var acts: Int
  var value: Value
}

/// Everything the cycle's stream says: people, panels, parameters.
public struct CycleState: Sendable, Hashable {
  /// The year, once a cycle is open.
  public private(set) var year: Int?
  public private(set) var title: String
  public private(set) var parameters: Parameters
  public private(set) var edition: Edition
  public private(set) var people: [PersonID: Person]
  public private(set) var standing: [PersonID: Standing]
  /// Fingerprints of the public keys, of those who joined.
  public private(set) var fingerprints: [PersonID: String]
  public private(set) var panels: [PanelID: Panel]
  /// How many acts of the cycle were taken up: a place in its history.
  public private(set) var acts = 0
  /// People and panels from each change on: what was done before it stays done (V5).
  private var peopleSince: [PersonID: [Since<Member>]] = [:]
  private var panelsSince: [PanelID: [Since<Panel>]] = [:]
  /// What each year is reviewed by: its parameters and its criteria.
  public private(set) var terms: [Int: CycleTerms] = [:]
  /// The days within which each year's applications come in (M7).
  private var calls: [Int: Call] = [:]
  /// Whether the year in force is closed.
  public private(set) var isClosed = false
  /// The working days, with those that were loaded.
  public private(set) var calendar = WorkingCalendar.shipped
  public private(set) var meetings: [MeetingID: Meeting] = [:]
  /// What was done about people's violations (V4), the last one last.
  public private(set) var sanctions: [PersonID: [Sanction]] = [:]
  /// The year in which a panel was formed or changed last.
  public private(set) var panelYears: [PanelID: Int] = [:]

  /// The state before the first entry.
  public init() {
    (year, title, parameters, edition) = (nil, "", .hangzhou, .shipped)
    (people, standing, fingerprints, panels) = ([:], [:], [:], [:])
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

  /// Whether a person can be given keys and work.
  public func isReady(_ person: PersonID) -> Bool {
    standing[person] == .confirmed && people[person]?.active == true
  }

  /// Whether a person acts in a role.
  public func acts(_ person: PersonID, as role: Role) -> Bool {
    isReady(person) && people[person]?.acts(as: role) == true
  }

  // MARK: At an earlier place

  /// A person and how far they were let in after so many acts of the cycle; nil asks for now.
  func member(_ id: PersonID, after acts: Int?) -> Member? {
    guard let acts else {
      return people[id].map { Member(person: $0, standing: standing[id] ?? .invited) }
    }
    return peopleSince[id]?.last { $0.acts <= acts }?.value
  }

  /// A panel as it stood after so many acts of the cycle; nil asks for now.
  func panel(_ id: PanelID, after acts: Int?) -> Panel? {
    guard let acts else { return panels[id] }
    return panelsSince[id]?.last { $0.acts <= acts }?.value
  }

  /// Everybody who led a panel, before and after each change of it.
  public func leaders(ever id: PanelID) -> Set<PersonID> {
    Set((panelsSince[id] ?? []).map(\.value.leader))
  }

  private mutating func note(_ id: PersonID) {
    guard let member = member(id, after: nil) else { return }
    peopleSince[id, default: []].append(Since(acts: acts, value: member))
  }

  // MARK: Applying

  /// The state after an event of the cycle's stream; events of cases change nothing here.
  public mutating func apply(_ event: Event) {
    if event.kind.isOfCycle { acts += 1 }
    switch event {
    case .cycleOpened(let year, let title, let parameters, let edition):
      (self.year, self.title, self.parameters) = (year, title, parameters)
      // `decide` let only a sound edition through; a log that holds another keeps the shipped one.
      self.edition = edition.flatMap { try? Edition.load(Data($0.utf8)) } ?? .shipped
      terms[year] = CycleTerms(parameters: parameters, edition: self.edition)
      (calls[year], isClosed, meetings) = (nil, false, [:])
    case .parametersAdopted(let parameters): self.parameters = parameters
    case .callAnnounced(let from, let until):
      if let year { calls[year] = Call(from: from, until: until) }
    case .calendarLoaded(let text):
      if let loaded = try? WorkingCalendar.parse(text) { calendar = calendar.merging(loaded) }
    case .meetingHeld(let meeting): meetings[meeting.id] = meeting
    case .cycleClosed: isClosed = true
    case .personSanctioned(let person, let sanction):
      sanctions[person, default: []].append(sanction)
      if sanction == .disqualification {
        people[person]?.active = false
        note(person)
      }
    case .personInvited(let person):
      people[person.id] = person
      standing[person.id] = .invited
      note(person.id)
    case .personChanged(let person):
      people[person.id] = person
      note(person.id)
    case .personJoined(let person, let fingerprint):
      standing[person] = .joined
      fingerprints[person] = fingerprint
      note(person)
    case .personConfirmed(let person, _):
      standing[person] = .confirmed
      note(person)
    case .panelFormed(let panel), .panelChanged(let panel):
      panels[panel.id] = panel
      panelsSince[panel.id, default: []].append(Since(acts: acts, value: panel))
      panelYears[panel.id] = year
    default: break
    }
  }
}
