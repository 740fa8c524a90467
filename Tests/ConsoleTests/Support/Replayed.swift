import BuiltDemos
import Demo
import Foundation
import Procedure
import Vault

@testable import Store

/// What was replayed of a demo store for a person, for the next test on a copy of it: most of the
/// tests' time went into replaying the same entries.
enum Replayed {
  private struct Place: Hashable {
    var stage: DemoStage
    var person: PersonID
  }

  private struct Kept {
    var ring: KeyRing
    var dossiers: [CaseID: DossierReplay]
    var verdicts: Verification.Results?
  }

  private static let lock = NSLock()
  nonisolated(unsafe) private static var known: [Place: Kept] = [:]
  nonisolated(unsafe) private static var ends: [DemoStage: Int] = [:]

  /// Lets a person who has just logged in begin with what is known of the store as it was built.
  static func give(to session: Session, of stage: DemoStage) {
    let place = Place(stage: stage, person: session.person)
    guard let kept = lock.withLock({ known[place] }),
      kept.ring.keys.publicKeys == session.ring.keys.publicKeys
    else { return }
    session.ring = kept.ring
    for (id, replay) in kept.dossiers { session.keep(replay, of: id) }
    // Which rows were compared is what tests look at: as at every login, none was.
    session.verdicts = [:]
  }

  /// Takes what was replayed, up to the end of the store as it was built.
  static func take(from session: Session, of stage: DemoStage) {
    guard let end = end(of: stage) else { return }
    let dossiers = session.dossiers.filter { $0.value.position <= end }
    let place = Place(stage: stage, person: session.person)
    lock.withLock {
      var kept = known[place] ?? Kept(ring: session.ring, dossiers: [:])
      guard kept.ring.keys.publicKeys == session.ring.keys.publicKeys else { return }
      if dossiers.count >= kept.dossiers.count { kept.ring = session.ring }
      kept.dossiers.merge(dossiers) { known, _ in known }
      known[place] = kept
    }
  }

  /// What a verification of the store says, made once for each person.
  static func verified(_ store: Store, by session: Session, of stage: DemoStage) throws {
    let place = Place(stage: stage, person: session.person)
    if let results = lock.withLock({ known[place]?.verdicts }) {
      return store.take(results, by: session)
    }
    let verification = try store.verification(by: session)
    verification.run()
    let results = verification.found
    store.take(results, by: session)
    lock.withLock {
      known[place, default: Kept(ring: session.ring, dossiers: [:])].verdicts = results
    }
  }

  /// The last position of a stage's store as it was built.
  private static func end(of stage: DemoStage) -> Int? {
    if let known = lock.withLock({ ends[stage] }) { return known }
    let store = try? DemoStores.directory(stage)
    let end = store.flatMap { try? Store(opening: $0).read(LogTable.last) }
    lock.withLock { ends[stage] = end }
    return end
  }
}
