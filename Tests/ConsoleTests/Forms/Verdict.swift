import Criteria
import Foundation
import Procedure
import Terminal

@testable import Console

/// Whether what a form came to after somebody else's change is what was shown.
struct Verdict {
  private let before, after: Desktop
  private let filling: Form
  private var context: Context { before.console.context }

  init(_ before: Desktop, _ after: Desktop, _ filling: Form) {
    (self.before, self.after, self.filling) = (before, after, filling)
  }

  /// The case that a desktop shows.
  private static func dossier(_ desktop: Desktop) -> CaseState? {
    guard let id = desktop.console.context.dossier,
      case .dossier(let dossier)? = desktop.answers(.dossier(id))
    else { return nil }
    return dossier
  }

  /// What is wrong with it; nil where it is what was shown, or says what changed.
  func objection(to found: FilledIn, shown: FilledIn) -> String? {
    switch (found, shown) {
    case (.says, _), (.closes, _): nil
    case (.fault(let why), _): why
    case (.does(let now), .does(let then)):
      now == then || isSame(now, then) ? nil : "\(now) and not \(then)"
    // What was refused as it was shown can be done now.
    case (.does(let now), .says), (.does(let now), .closes):
      isAsShown(now) ? nil : "\(now) is not what was shown"
    case (.does, .fault(let why)): why
    }
  }

  /// Whether two forms of a deed are the same, where a whole is written of which a part was shown:
  /// that part is in both, and the rest is as the other left it.
  private func isSame(_ now: [Effect], _ then: [Effect]) -> Bool {
    if let now = Self.cycleCommand(now), let then = Self.cycleCommand(then) {
      switch (now, then) {
      // Without a number it is the next one that is free, as the form says.
      case (.hold(var now), .hold(let then)) where filling.text("id").isEmpty:
        now.id = then.id
        return now == then
      // A year is opened by the parameters in force.
      case (.openCycle(let now, let title, _, _), .openCycle(let then, let same, _, _)):
        return now == then && title == same
      default: return false
      }
    }
    guard let now = Self.command(now), let then = Self.command(then) else { return false }
    switch (now, then) {
    case (.changeAgenda(let now), .changeAgenda(let then)):
      return keeps(now, then, \.visit?.agenda)
    case (.merge(let item, let now), .merge(let same, let then)):
      return item == same
        && keeps(now.comments, then.comments) { $0.consensus?.merge(of: item).comments }
    // What the form does not show stays as the other put it in.
    case (.fillForm, .fillForm): return true
    default: return false
    }
  }

  private func keeps<Part: Hashable>(
    _ now: [Part], _ then: [Part], _ parts: (CaseState) -> [Part]?
  ) -> Bool {
    let before = Self.dossier(before).flatMap(parts) ?? []
    let after = Self.dossier(after).flatMap(parts) ?? []
    let new = Set(then).subtracting(before)
    let gone = Set(before).subtracting(then)
    return Set(now) == Set(after).subtracting(gone).union(new)
  }

  private static func cycleCommand(_ effects: [Effect]) -> CycleCommand? {
    guard effects.count == 1, case .perform(let commands, _)? = effects.first,
      commands.count == 1, case .cycle(let command)? = commands.first
    else { return nil }
    return command
  }

  private static func command(_ effects: [Effect]) -> CaseCommand? {
    guard effects.count == 1, case .perform(let commands, _)? = effects.first,
      commands.count == 1, case .dossier(_, let command)? = commands.first
    else { return nil }
    return command
  }

  // MARK: Names

  /// Whether it speaks of nothing that the form did not name.
  private func isAsShown(_ effects: [Effect]) -> Bool {
    var named = Set(filling.fields.flatMap { filling.values($0.id) + [filling.value($0.id) ?? ""] })
    named.formUnion(filling.fields.map(\.text))
    named.formUnion((before.console.openForm?.about ?? "").split(separator: "/").map(String.init))
    named.formUnion([context.dossier?.rawValue, context.person?.rawValue].compactMap { $0 })
    return Self.names(in: effects).isSubset(of: named)
  }

  /// The people, cases and things that a value names.
  private static func names(in value: Any) -> Set<String> {
    let name: String? =
      switch value {
      case let id as PersonID: id.rawValue
      case let id as CaseID: id.rawValue
      case let id as PanelID: id.rawValue
      case let id as MeetingID: id.rawValue
      case let id as ItemID: id.rawValue
      case let id as CheckID: id.rawValue
      case let id as ComplaintID: id.rawValue
      case let id as InquiryID: id.rawValue
      case let id as ObjectionID: id.rawValue
      case let id as EntryName: id.rawValue
      case let kind as NoticeKind: kind.rawValue
      case let kind as LetterKind: kind.rawValue
      default: nil
      }
    if let name { return [name] }
    return Mirror(reflecting: value).children.reduce(into: []) { names, child in
      names.formUnion(self.names(in: child.value))
    }
  }
}

extension FilledIn {
  var isDone: Bool { if case .does = self { true } else { false } }
}
