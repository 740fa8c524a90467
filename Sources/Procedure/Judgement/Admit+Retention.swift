import Foundation

/// How long contents are kept, and what is destroyed afterwards [ours].
extension CaseState {
  /// The first day on which contents need be kept no longer: full years after the year of the
  /// application, as records are counted.
  public func keptUntil(_ parameters: Parameters) -> Day {
    Day(year: year + parameters.retentionYears + 1, month: 1, day: 1) ?? Day(daysSinceEpoch: .max)
  }

  /// Whether it ended without a place, so that nothing but its signed skeleton is kept for good.
  public var isUnlisted: Bool { stage.isEnd && cultivation == nil }

  /// Whether the sealed contents of its entries and its attachments were destroyed; of what is on the
  /// list drafts alone are.
  public var isEmptied: Bool { destroyed != nil && isUnlisted }
}

extension Desk {
  /// Nothing follows where the contents were destroyed; what was held of the case may be accepted.
  func requireContents(for kind: EventKind) throws(Refusal) {
    if let dossier, let day = dossier.destroyed, dossier.isEmptied, kind != .entriesAccepted {
      throw Refusal(.V5, .contentsDestroyed(day), ours: true)
    }
  }

  func admitDestruction(on day: Day, in dossier: CaseState) throws(Refusal) {
    if let day = dossier.destroyed { throw Refusal(.V5, .contentsDestroyed(day), ours: true) }
    let until = dossier.keptUntil(parameters)
    if now.day < until { throw Refusal(.V5, .contentsKept(until), ours: true) }
    guard dossier.isUnlisted || dossier.cultivation != nil else {
      throw Refusal(.V5, .wrongStage(dossier.stage), ours: true)
    }
    try requireToday(day, .V5)
  }
}
