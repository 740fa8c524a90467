import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// Somebody who goes through all their screens of a demo store, a case of every stage on each, and
/// begins all that is offered there.
struct Tour: Sendable, CustomTestStringConvertible {
  let stage: DemoStage
  let person: PersonID
  /// The forms that are tried on it.
  let tries: Set<String>
  var testDescription: String { "\(person), \(stage)" }
  /// When one looks around: a visit under way has begun.
  var now: Moment {
    switch stage {
    case .scored: Rig.lastDay
    case .proposed: Rig.onNotice
    default: Rig.now
    }
  }

  /// Where one goes on a screen before one looks around.
  private static func walks(_ screen: ScreenID) -> [[Key]] {
    switch screen {
    case .login, .history: [[]]
    // Everything is marked, to be done together.
    case .queue: [[], [.right, .control("a")]]
    case .cultivation: [[], [.control("a")]]
    case .dossier: [[]]
    case .review: [[], [.down, .down]]
    case .consensus:
      // Marks of nobody: the reason of a percentage outside the range.
      [[], [.tab], [.down]]
        + (0..<9).map { Array(repeating: .down, count: $0) + [.character("5"), .enter] }
        + [[.enter, .character("9"), .character("5"), .enter]]
    case .onSite:
      [
        [], [.character("2")], [.backTab], [.function(8)],
        [.function(8), .character("5"), .enter],
      ]
    case .terms:
      // At a meeting the first case is decided and the second one held back.
      [
        [], [.tab], [.tab, .tab, .tab], [.tab, .tab, .tab, .down], [.tab, .tab],
        [.tab, .tab, .down],
        [.tab, .tab, .enter, .character("2"), .character("1")],
      ]
    case .board: [[], [.right], [.left]]
    case .supervision: [[], [.down], [.down, .down], [.tab], [.tab, .tab]]
    case .exchange: [[]]
    case .setup:
      (0..<9).map { Array(repeating: .right, count: $0) }
        + [[.right, .down], [.right, .right, .down]]
    }
  }

  /// A desktop for each form that can be opened, at most two for one of a name.
  func forms(_ rig: Rig) throws -> [Desktop] {
    var found: [String: [Desktop]] = [:]
    try walk(rig) { desktop in
      for form in desktop.forms() {
        let abouts = found[form.form, default: []].compactMap(\.console.openForm?.about)
        let about = form.console.openForm?.about ?? ""
        guard abouts.count < 2, !abouts.contains(about) || about.isEmpty else { continue }
        found[form.form, default: []].append(form)
      }
    }
    return found.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// The keys that would do two things at one place, and the names that two actions of a place have.
  func doubled(_ rig: Rig) throws -> Set<String> {
    var doubled: Set<String> = []
    try walk(rig) { desktop in
      let offers = desktop.console.screen.offers(desktop.console.context)
      let keys = offers.filter(\.isAvailable).flatMap { offer in offer.keys.map { ("\($0)", offer) }
      }
      for (key, those) in Dictionary(grouping: keys, by: \.0) where those.count > 1 {
        doubled.insert("\(desktop.console.current) \(key): \(those.map(\.1.id).sorted())")
      }
      for (id, those) in Dictionary(grouping: offers, by: \.id) where those.count > 1 {
        doubled.insert("\(desktop.console.current) \(id)")
      }
    }
    return doubled
  }

  private func walk(_ rig: Rig, _ look: (Desktop) throws -> Void) throws {
    let start = try Desktop(rig, as: person)
    for screen in start.console.tabs {
      for dossier in cases(on: screen, start) {
        for walk in Self.walks(screen) {
          var desktop = start
          desktop.go(screen, dossier)
          desktop.press(walk)
          try look(desktop)
        }
      }
    }
  }

  private func cases(on screen: ScreenID, _ desktop: Desktop) -> [CaseID?] {
    guard screen.isOfCase else { return [nil] }
    let query = QueueQuery(scope: .all, order: .number)
    guard
      case .queue(_, _, let rows, _)? = desktop.answers(.queue(query, offset: 0, limit: 200))
    else { return [] }
    // Two of every stage: what was begun in one of them is not in the other.
    let byStage = Dictionary(grouping: rows, by: \.stage).mapValues { $0.prefix(2) }
    return byStage.values.flatMap { $0 }.map(\.application.id).sorted()
  }
}
