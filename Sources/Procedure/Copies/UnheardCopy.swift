import Foundation

/// A copy of the store that may hold what an act must not miss, and was not heard from since.
public struct UnheardCopy: Sendable, Hashable {
  /// Its id, sixteen hexadecimal digits.
  public var copy: String
  /// Who wrote on it, of those whom the act has to hear.
  public var people: [PersonID]
  /// When it was heard from last, by its own clock.
  public var last: Moment?

  /// A copy.
  public init(copy: String, people: [PersonID], last: Moment?) {
    (self.copy, self.people, self.last) = (copy, people, last)
  }
}

extension Command {
  /// What it must have heard of the store's other copies, where it is a gate.
  ///
  /// - Parameter dossier: The case, as everybody sees it.
  public func hearing(in dossier: CaseState?, cycle: CycleState) -> Hearing? {
    if case .cycle(.closeCycle) = self { return .everything }
    guard case .dossier(_, .closeNotice(let kind)) = self, let dossier,
      let notice = dossier.publicity.notice(kind)
    else { return nil }
    let parameters = cycle.parameters(of: dossier.year)
    return .secretariat(
      after: notice.term(cycle.calendar, firstDayCounts: parameters.firstDayCounts).last)
  }
}

/// What a gate must have heard.
public enum Hearing: Sendable, Hashable {
  /// From every copy on which the secretariat wrote this year, after a day.
  case secretariat(after: Day)
  /// Everything that any copy is known to have written.
  case everything
}
