import Criteria
import Foundation

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
  /// People as they were entered before each change: what they did then stays done (V5).
  public private(set) var earlierPeople: [PersonID: [Person]]
  /// Panels as they stood before each change (V5).
  public private(set) var earlierPanels: [PanelID: [Panel]]

  /// The state before the first entry.
  public init() {
    (year, title, parameters, edition) = (nil, "", .hangzhou, .shipped)
    (people, standing, fingerprints, panels) = ([:], [:], [:], [:])
    (earlierPeople, earlierPanels) = ([:], [:])
  }

  /// Whether a person can be given keys and work.
  public func isReady(_ person: PersonID) -> Bool {
    standing[person] == .confirmed && people[person]?.active == true
  }

  /// Whether a person acts in a role.
  public func acts(_ person: PersonID, as role: Role) -> Bool {
    isReady(person) && people[person]?.acts(as: role) == true
  }

  /// The state after an event of the cycle's stream; events of cases change nothing here.
  public mutating func apply(_ event: Event) {
    switch event {
    case .cycleOpened(let year, let title, let parameters, let edition):
      (self.year, self.title, self.parameters) = (year, title, parameters)
      // `decide` let only a sound edition through; a log that holds another keeps the shipped one.
      self.edition = edition.flatMap { try? Edition.load(Data($0.utf8)) } ?? .shipped
    case .personInvited(let person):
      people[person.id] = person
      standing[person.id] = .invited
    case .personChanged(let person):
      if let earlier = people[person.id] { earlierPeople[person.id, default: []].append(earlier) }
      people[person.id] = person
    case .personJoined(let person, let fingerprint):
      standing[person] = .joined
      fingerprints[person] = fingerprint
    case .personConfirmed(let person, _):
      standing[person] = .confirmed
    case .panelFormed(let panel), .panelChanged(let panel):
      if let earlier = panels[panel.id] { earlierPanels[panel.id, default: []].append(earlier) }
      panels[panel.id] = panel
    default: break
    }
  }
}
