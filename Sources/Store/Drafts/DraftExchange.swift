import Foundation
import GRDB
import Procedure
import Vault

/// What came of a person's unfinished sheets at an exchange.
public struct DraftsReport: Sendable, Hashable {
  /// The cases in whose drafts something was taken from another copy.
  public var taken: [CaseID] = []
  /// The cases whose drafts stand twice somewhere: one has to be chosen.
  public var twice: [CaseID] = []
  /// The cases whose sheet was handed in on another copy while something was written here that is not in
  /// it.
  public var apart: [CaseID] = []
  /// Files of drafts, or parts of them in this person's name, that did not open.
  public var refused = 0

  /// Nothing yet.
  public init() {}
}

/// Unfinished sheets of the person at work: what lies in a post of them is taken, what is here is
/// written there.
struct DraftExchange {
  let store: Store
  let post: Post
  let session: Session
  let isTrial: Bool
  private(set) var report = DraftsReport()
  private let listing: [String: [Int]]

  /// Files of a copy that are looked at, the newest first: it leaves one there.
  private static let mostFiles = 3

  init(of store: Store, with post: Post, by session: Session, isTrial: Bool) {
    (self.store, self.post, self.session, self.isTrial) = (store, post, session, isTrial)
    listing = post.listing().drafts
  }

  /// Takes what other copies have, then writes what is here; who has other keys by now does neither.
  mutating func run() throws {
    _ = try store.cycle()
    guard !store.cycleCache.keys.isOutdated(session) else { return }
    let reviews = try reviews()
    try take(reviews)
    if !isTrial { try give(reviews) }
  }

  /// The reviews that the log says this person has begun and that nobody opened: neither what is
  /// written in them nor whether decides it.
  private func reviews() throws -> [CaseID: DossierReplay] {
    let (open, begun) = try store.read { db in
      try (
        Set(
          String.fetchAll(
            db, sql: "SELECT id FROM dossier WHERE stage_order = ?",
            arguments: [Stage.allCases.firstIndex(of: .independentReview)])),
        String.fetchAll(
          db, sql: "SELECT DISTINCT stream FROM entry WHERE author = ? AND kind = ?",
          arguments: [session.person.rawValue, EventKind.reviewStarted.rawValue])
      )
    }
    var reviews: [CaseID: DossierReplay] = [:]
    for id in begun.compactMap({ Stream(rawValue: $0)?.dossier }) where open.contains(id.rawValue) {
      let replay = try store.replayed(id, by: session)
      guard replay.clear?.sheets[session.person] != nil, replay.clear?.opening != .opened,
        DraftKeys(of: id, session, replay) != nil
      else { continue }
      reviews[id] = replay
    }
    return reviews
  }

  // MARK: Taking

  private mutating func take(_ reviews: [CaseID: DossierReplay]) throws {
    if reviews.isEmpty { return }
    let found = packed()
    let cycle = try store.cycle()
    var attempt = self
    let marks =
      try isTrial
      ? store.read { try attempt.merge(reviews, found, cycle, $0) }
      : store.overwrite(by: session) { try attempt.merge(reviews, found, cycle, $0) }
    self = attempt
    if isTrial { return }
    for (id, mark) in marks { store.remember(mark, of: id, by: session) }
  }

  /// What lies in the post of this person's drafts, of all copies.
  private mutating func packed() -> [CaseID: [DraftState]] {
    var found: [CaseID: [DraftState]] = [:]
    for (device, numbers) in listing.sorted(by: { $0.key < $1.key }) {
      for number in numbers.suffix(Self.mostFiles) {
        guard let pack = post.drafts(number, of: device, keeping: { $0 == session.person }) else {
          report.refused += 1
          continue
        }
        guard let section = pack.sections.first else { continue }
        let opened = DraftsPack.open(section, by: session, store: post.store, device: device)
        if opened == nil { report.refused += 1 }
        for (id, state) in opened ?? [:] { found[CaseID(id), default: []].append(state) }
      }
    }
    return found
  }

  /// - Returns: How far the drafts have come that were written; nil for what is no draft any more.
  private mutating func merge(
    _ reviews: [CaseID: DossierReplay], _ found: [CaseID: [DraftState]], _ cycle: CycleState,
    _ db: Database
  ) throws -> [CaseID: DraftMark?] {
    var marks: [CaseID: DraftMark?] = [:]
    for (id, replay) in reviews.sorted(by: { $0.key < $1.key }) {
      var draft = try Draft(db, id, session, replay, cycle: cycle, anyState: true)
      let sound = (found[id] ?? []).filter { $0.isSound(draft.slots) }
      report.refused += (found[id] ?? []).count - sound.count
      try mergeReading(sound.compactMap(\.reading), id, replay, db)
      if draft.isUnderWay {
        let merge = try draft.merging(sound)
        if merge.bringsSomething { report.taken.append(id) }
        if merge.isTwice { report.twice.append(id) }
        if isTrial || sound.isEmpty { continue }
        let mark = try draft.write(merge)
        // What is still behind what was seen is said to be.
        if draft.known.map(mark.lacksChanges) != true { marks[id] = .some(mark) }
      } else if isTrial {
        if try !draft.apart(sound).isEmpty { report.apart.append(id) }
      } else if try draft.retire(sound) {
        report.apart.append(id)
      } else if draft.index.digests.isEmpty {
        marks[id] = .some(nil)
      }
    }
    return marks
  }

  private func mergeReading(
    _ others: [ReadingState], _ id: CaseID, _ replay: DossierReplay, _ db: Database
  ) throws {
    let row = try ReadingRow(db, id, session, replay)
    let mine = try row.state()
    var merged = mine ?? ReadingState()
    for other in others where other.isSound { merged.merge(other) }
    if merged != mine, !others.isEmpty, !isTrial { try row.put(merged) }
  }

  // MARK: Giving

  /// Writes this person's drafts, all of all their reviews, in the place of the file before.
  ///
  /// What other people of this copy have in that file is carried into the new one as it lies: only
  /// they can seal it anew, and a file for each person would tell who was here how often.
  private func give(_ reviews: [CaseID: DossierReplay]) throws {
    let earlier = listing[post.device] ?? []
    var pack =
      earlier.last.flatMap { post.drafts($0, of: post.device) { $0 != session.person } }
      ?? DraftsPack()
    if !reviews.isEmpty {
      pack.sections.append(
        try DraftsPack.seal(
          states(reviews), reviews: reviews.count, by: session, store: post.store,
          device: post.device))
    }
    pack.sections.sort { $0.person < $1.person }
    if !pack.sections.isEmpty {
      let number = min((earlier.last ?? 0) + 1, PackName.highest)
      let name = DraftsPack.name(number)
      guard post.hasRoom(for: name, of: post.device) else { return }
      try post.write(
        pack.encoded(store: post.store, device: post.device), name, of: post.device)
    }
    for number in earlier { post.remove(DraftsPack.name(number)) }
  }

  private func states(_ reviews: [CaseID: DossierReplay]) throws -> [String: DraftState] {
    let cycle = try store.cycle()
    return try store.read { db in
      var states: [String: DraftState] = [:]
      for (id, replay) in reviews {
        let draft = try Draft(db, id, session, replay, cycle: cycle, anyState: true)
        guard !draft.isBlank else { continue }
        var state = try draft.asItLies()
        state.reading = try ReadingRow(db, id, session, replay).state()
        states[id.rawValue] = state
      }
      return states
    }
  }
}

extension Store {
  /// Takes what other copies have of this person's unfinished sheets, and writes theirs.
  func exchangeDrafts(
    with post: Post, by session: Session, isTrial: Bool
  ) throws -> DraftsReport {
    var exchange = DraftExchange(of: self, with: post, by: session, isTrial: isTrial)
    try exchange.run()
    return exchange.report
  }

  /// What this person wrote on this copy that is not in the sheet that was handed in on another.
  ///
  /// - Returns: Nothing where the review is under way: there it stands beside the draft.
  public func leftBeside(_ id: CaseID, by session: Session) throws -> OtherSides {
    let (replay, cycle) = (try replayed(id, by: session), try cycle())
    guard replay.clear?.sheets[session.person] != nil,
      DraftKeys(of: id, session, replay) != nil
    else { return [:] }
    return try read { db in
      try Draft(db, id, session, replay, cycle: cycle, anyState: true).apart()
    }
  }
}
