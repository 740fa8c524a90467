import Foundation
import Procedure
import Store

/// Looking through all cases in steps, so that keys are answered in between (V1).
struct WatchPass: Sendable {
  /// How far it is.
  enum Phase: Sendable, Hashable {
    /// Not begun.
    case idle
    case running
    /// The screen was left or locked in the middle; it goes on when it comes back.
    case paused
    /// Stopped by the person.
    case stopped
    /// A step failed, for this reason.
    case failed(Phrase)
    case done
  }

  /// Cases looked through in one step.
  static let step = 20
  /// The timer between two steps: keys that came in are taken before the next one.
  static let timer = "watch"

  private(set) var phase = Phase.idle
  /// What was found so far, by the case's number.
  private(set) var rows: [WatchRow] = []
  private(set) var looked = 0
  private(set) var total = 0
  private(set) var endedAt: Moment?
  /// The case after which the next step begins.
  private var last: CaseID?
  /// Time and count at which the pass began or went on, for the time that is left.
  private var since: (moment: Moment, looked: Int)?

  var isRunning: Bool { phase == .running }

  /// Begins anew.
  mutating func begin(at now: Moment) -> [Effect] {
    self = WatchPass()
    phase = .running
    since = (now, 0)
    return next()
  }

  /// Begins, or goes on where it was left; a pass that was stopped or is done stays so.
  mutating func resume(at now: Moment) -> [Effect] {
    switch phase {
    case .idle: return begin(at: now)
    case .paused:
      phase = .running
      since = (now, looked)
      return next()
    case .running, .stopped, .failed, .done: return []
    }
  }

  /// Stops; what was found stays.
  mutating func stop(at now: Moment) -> [Effect] {
    guard isRunning else { return [] }
    (phase, endedAt) = (.stopped, now)
    return [.stopTimer(Self.timer)]
  }

  /// Leaves off until the screen comes back.
  mutating func pause() -> [Effect] {
    guard isRunning else { return [] }
    phase = .paused
    return [.stopTimer(Self.timer)]
  }

  /// The next step, while it runs.
  func next() -> [Effect] {
    isRunning ? [.load(.watch(after: last, limit: Self.step))] : []
  }

  /// Takes the answer to a step; one that was not asked for changes nothing.
  mutating func take(
    after: CaseID?, rows more: [WatchRow], last: CaseID?, total: Int, at now: Moment
  ) -> [Effect] {
    guard isRunning, after == self.last else { return [] }
    rows = Self.inOrder(rows + more)
    (self.total, self.last) = (total, last)
    guard last != nil else {
      (phase, looked, endedAt) = (.done, total, now)
      return []
    }
    looked = min(total, looked + Self.step)
    return [.startTimer(Self.timer, milliseconds: 0)]
  }

  /// By the case's number; what lies in no case stands first.
  static func inOrder(_ rows: [WatchRow]) -> [WatchRow] {
    rows.sorted { ($0.dossier?.rawValue ?? "") < ($1.dossier?.rawValue ?? "") }
  }

  /// Takes that a step could not be done.
  mutating func fail(_ why: Phrase, after: CaseID?) {
    if isRunning, after == last { phase = .failed(why) }
  }

  /// The seconds that the rest will take, once that can be told.
  func secondsLeft(at now: Moment) -> Int? {
    guard isRunning, let since, looked > since.looked else { return nil }
    let spent = now.seconds - since.moment.seconds
    guard spent > 0 else { return nil }
    return max(1, spent * (total - looked) / (looked - since.looked))
  }
}
