import Foundation
import Procedure
import Store

/// What kinds of entry belong together, for choosing among them.
enum HistoryGroup: String, Sendable, Hashable, CaseIterable {
  case people
  case admission
  case publicity
  case review
  case consensus
  case onSite
  case cultivation
  case supervision
  case keys

  /// The kinds of entry in the group, as the log names them.
  var kinds: Set<String> {
    Set(
      EventKind.allCases.filter { HistoryGroup($0) == self }.map(\.rawValue)
        + KeyEventKind.allCases.filter { HistoryGroup($0) == self }.map(\.rawValue))
  }

  /// The group of a kind of entry about keys: who has other keys by now concerns everybody.
  init(_ kind: KeyEventKind) {
    switch kind {
    case .passphraseChanged, .keysReplaced, .keysRecovered, .recoveryUsed: self = .people
    case .storeFounded, .invitationMade, .personKeyed, .groupFounded, .roomMade, .keysGranted,
      .halvesMade, .halvesReleased, .keysShared, .entriesTaken:
      self = .keys
    }
  }

  /// The group of a kind of event: its chapter of the method.
  init(_ kind: EventKind) {
    switch kind.chapter {
    case .people: self = .people
    case .admission: self = .admission
    case .publicity: self = .publicity
    case .review: self = .review
    case .consensus: self = .consensus
    case .onSite: self = .onSite
    case .cultivation: self = .cultivation
    case .supervision: self = .supervision
    }
  }
}

/// Which entries the history shows.
struct HistoryFilter: Sendable, Hashable {
  /// Whether only the case that was chosen last is shown, where there is one.
  var isOfCase = true
  var person: PersonID?
  /// Key entries are left out until asked for: the acts of people come first.
  var groups = Set(HistoryGroup.allCases).subtracting([.keys])
  var from: Day?
  var until: Day?

  /// The query, of a case where one is chosen and wanted.
  func query(of dossier: CaseID?) -> HistoryQuery {
    let kinds = groups.reduce(into: Set<String>()) { $0.formUnion($1.kinds) }
    return HistoryQuery(
      dossier: isOfCase ? dossier : nil, person: person,
      kinds: groups.count == HistoryGroup.allCases.count ? nil : kinds, from: from?.start,
      to: until?.end)
  }
}
