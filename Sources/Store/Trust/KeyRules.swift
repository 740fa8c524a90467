import Foundation
import Procedure
import Vault

/// Whether an author was entitled to a key entry: the vault's half of the procedure's `admit`.
///
/// Asked when a key is given and again at every replay, of what verified entries say and of what is
/// clear for everybody, as both stood in its own past. Without it a program changed by somebody could put a key of their own under
/// a group, a room or a person, and everything wrapped for those later would be theirs to read. An
/// entry that fails is kept and named by `check`, and has no effect.
struct KeyRules {
  let register: KeyRegister
  let cycle: CycleState
  /// The case whose stream the entry belongs to, by what is clear of it, once it is registered.
  let dossier: CaseState?
  let rooms: RoomRegister
  /// Whether what an invitation or the recovery halves signed is known to be good.
  var isProven = false

  /// Why an entry has no effect; nil where it takes effect.
  func fault(of event: KeyEvent, by author: PersonID, in stream: Stream) -> EntryFault? {
    switch (event, stream) {
    case (.storeFounded(_, let isDemo, let recovery, let cost, let format), .cycle):
      // Founded once, by the first who made keys.
      guard register.founding == nil, register.holders.count == 1, recovery.isSound,
        let founder = register.holders[author]
      else { return .keysNotAllowed }
      if format != .current { return .newerKind }
      if !isDemo, cost.isWeaker(than: .standard) { return .keysWeak }
      return founder.locked.cost.isWeaker(than: cost) ? .keysWeak : nil
    case (.invitationMade(let person, _), .cycle):
      return allowed(cycle.acts(author, as: .secretariat) && cycle.standing[person] == .invited)
    case (.personKeyed(let person, let keys, let locked, let signature), .cycle):
      guard person == author, isVouched(keys, of: person, by: signature) else {
        return .keysNotVouched
      }
      return strengthFault(of: locked)
    case (.passphraseChanged(let person, let locked), .cycle):
      guard person == author else { return .keysNotAllowed }
      return strengthFault(of: locked)
    case (.keysReplaced(let person, let keys, let locked, let former), .cycle):
      guard person == author, mayChange(keys, of: person),
        former.to == Reader.person(person).rawValue
      else { return .keysNotAllowed }
      return strengthFault(of: locked)
    case (.keysRecovered(let recovered), .cycle):
      guard recovered.person == author, mayChange(recovered.keys, of: author),
        recovered.former == register.holders[author]?.keys.fingerprint,
        let recovery = register.founding?.recovery, isProven || recovered.isProven(by: recovery)
      else { return .keysNotVouched }
      return strengthFault(of: recovered.locked)
    case (.recoveryUsed(let person, let after, let proof), .cycle):
      guard person == author, let recovery = register.founding?.recovery,
        isProven
          || RecoveryKeys.verify(proof, UseProof.parts(person, after: after), with: recovery)
      else { return .keysNotVouched }
      return nil
    case (.groupFounded(let group, let publicKey), .cycle):
      let role: Role = group == .supervision ? .supervisor : .secretariat
      return allowed(
        cycle.acts(author, as: role) && PublicKeys.isSound(agreement: publicKey)
          && (register.group(group) == nil
            || register.isExposed(group, in: cycle))
      )
    case (.keysGranted(let key, let wraps), .cycle):
      guard let group = register.group(named: key) else { return .keysNotAllowed }
      return allowed(
        group.contains(author, in: cycle)
          && wraps.allSatisfy(isFor(group.members(in: cycle))))
    case (.entriesTaken(let lines), .arrivals):
      return allowed(
        cycle.isReady(author) && !lines.isEmpty && lines.count <= TakenLine.most
          && lines.allSatisfy {
            Sighting.isCopy($0.device) && 0 < $0.first && $0.first <= $0.last
              && $0.last < EntryCheck.highest
          })
    case (_, .arrivals): return .keysNotAllowed
    case (_, .dossier(let id)): return fault(of: event, by: author, in: id)
    case (.keysGranted(let key, let wraps), .supervision):
      // A letter from before the group had a key, into the group's room (V3).
      guard let room = rooms.keys[key]?.room else { return .keysNotAllowed }
      return allowed(
        holds(author, room)
          && wraps.allSatisfy(isFor(readers(of: room, cycle: cycle, dossier: nil))))
    case (_, .supervision), (_, .cycle): return .keysNotAllowed
    }
  }

  private func fault(of event: KeyEvent, by author: PersonID, in id: CaseID) -> EntryFault? {
    switch event {
    case .roomMade(let room, _, let wraps):
      guard room.dossier == id else { return .keysNotAllowed }
      if mayMake(room, author) { return allowed(wraps.allSatisfy(isFor(firstReaders(of: room)))) }
      return allowed(
        mayRenew(room, author) && reachesAll(wraps, of: room))
    case .keysGranted(let key, let wraps):
      guard let room = rooms.keys[key]?.room, let dossier else { return .keysNotAllowed }
      let readers = readers(of: room, cycle: cycle, dossier: dossier)
      return allowed(holds(author, room) && wraps.allSatisfy(isFor(readers)))
    case .halvesMade(let key, let leader, let secretariat, let proof):
      guard let made = rooms.keys[key], case .sheet(id, let reviewer, _) = made.room, let acting,
        !reach(made, acting)
      else { return .keysNotAllowed }
      let isProven = proof.flatMap { proof in
        register.founding.map { founding in
          RecoveryKeys.verify(
            proof,
            HalvesProof.parts(
              key, leader: leader, secretariat: secretariat,
              for: register.holders[acting]?.keys),
            with: founding.recovery)
        }
      }
      return allowed(
        leader.to == Reader.person(acting).rawValue
          && secretariat.to == Reader.group(.secretariat).rawValue
          && (reviewer == author
            || isProven == true && (author == acting || cycle.acts(author, as: .secretariat)))
      )
    case .halvesReleased(let halves):
      guard let acting, acting != author, let opening = dossier?.opening(under: acting),
        [.asked, .released].contains(opening)
      else { return .keysNotAllowed }
      return allowed(
        cycle.acts(author, as: .secretariat)
          && halves.allSatisfy { key, wrap in
            rooms.keys[key].map { reach($0, acting) } == true
              && wrap.to == Reader.person(acting).rawValue
          })
    // Sealed: judged by its frame alone, `mayShare`.
    case .keysShared: return .keyWrong
    case .storeFounded, .invitationMade, .personKeyed, .passphraseChanged, .keysReplaced,
      .keysRecovered, .recoveryUsed, .groupFounded, .entriesTaken:
      return .keysNotAllowed
    }
  }

  /// Whether keys may be shared: of sheets by whoever opened, into the consensus (R4); of proposals
  /// by who leads on site, into the visit (S4).
  func mayShare(_ author: PersonID, in room: RoomID) -> Bool {
    switch room {
    case .consensus(dossier?.id): acting == author && dossier?.opening == .opened
    case .onSite(dossier?.id):
      dossier?.siteLeader(in: cycle) == author && dossier?.stage == .onSiteReview
    case .material, .draft, .sheet, .consensus, .onSite, .proposal, .result, .office,
      .supervision, .bureau:
      false
    }
  }

  /// For whom a letter is wrapped that brings its own key: one to a group that has none yet, for
  /// the members who have keys, as long as there is a person among them (V3); what is proposed on
  /// site, for its author and who leads (S4). Nobody where it may not bring its own.
  func letterReaders(of room: RoomID) -> Set<Reader> {
    var readers: Set<Reader> = []
    if let group = room.letterBox {
      if !register.hasKey(.group(group)) { readers = group.members(in: cycle) }
    } else if case .proposal = room {
      readers = presentReaders(of: room)
    }
    readers = readers.filter { register.hasKey($0) }
    return readers == [.recovery] ? [] : readers
  }

  /// Whether the halves of a sheet's key are there for the leader who acts.
  func reach(_ key: RoomRegister.Key, _ leader: PersonID) -> Bool {
    key.halves?.reach(leader, by: register) == true
  }

  /// The leader who acts, where a sheet counts whose halves are there for another.
  func strandedFrom(_ key: RoomRegister.Key) -> PersonID? {
    guard let acting, dossier?.stage == .independentReview, counts(key.room),
      cycle.isReady(acting), !reach(key, acting)
    else { return nil }
    return acting
  }

  /// The reviewers whose sheets' halves are there for another leader than the one who acts.
  var awaited: [PersonID] {
    rooms.sheetKeys.filter { strandedFrom($0) != nil }.compactMap { key in
      guard case .sheet(_, let reviewer, _) = key.room else { return nil }
      return reviewer
    }
  }

  /// The leader for whom the secretariat released before the halves were made anew for them.
  var awaitsRelease: PersonID? {
    guard let acting, let dossier, dossier.stage == .independentReview,
      dossier.opening(under: acting) == .released
    else { return nil }
    let keys = rooms.sheetKeys.filter { counts($0.room) }
    return awaited.isEmpty && keys.contains { $0.halves?.released == nil } ? acting : nil
  }

  private func counts(_ room: RoomID) -> Bool {
    guard let dossier, case .sheet(_, let reviewer, let revision) = room,
      dossier.assigned.contains(reviewer), let record = dossier.sheets[reviewer]
    else { return false }
    return record.state == .handedIn && record.revision == revision
  }

  // MARK: Who

  private func allowed(_ isSo: Bool) -> EntryFault? { isSo ? nil : .keysNotAllowed }

  private func isFor(_ readers: Set<Reader>) -> (Wrap) -> Bool {
    { wrap in Reader(rawValue: wrap.to).map(readers.contains) == true }
  }

  /// For whom a room's key is wrapped when it is made; everybody else gets it by `keysGranted`.
  func firstReaders(of room: RoomID) -> Set<Reader> {
    switch room {
    case .draft(_, let person), .sheet(_, let person, _): [.person(person), .recovery]
    case .material, .consensus, .onSite, .office: [.recovery]
    case .proposal, .result, .supervision, .bureau: []
    }
  }

  /// Whether a person may wrap a room's key for others: they may hold it themselves.
  func holds(_ author: PersonID, _ room: RoomID) -> Bool {
    readers(of: room, cycle: cycle, dossier: dossier).contains { holder in
      switch holder {
      case .person(let person): person == author
      case .group(let group): group.contains(author, in: cycle)
      case .recovery: false
      }
    }
  }

  private func mayMake(_ room: RoomID, _ author: PersonID) -> Bool {
    switch room {
    case .material:
      // Before the registration, and again before it: nobody keeps a number from others by it.
      return dossier == nil
        && (cycle.acts(author, as: .secretariat) || cycle.acts(author, as: .districtOfficer))
    case .draft(_, let person):
      return person == author && !rooms.has(room) && isReviewing(author)
    case .sheet(_, let person, _):
      return person == author && isReviewing(author) && dossier?.sheets[author]?.state == .started
    case .consensus:
      return !rooms.has(room) && acting == author && dossier?.opening(under: author) == .released
    case .onSite:
      return !rooms.has(room) && dossier?.stage == .onSiteReview
        && cycle.acts(author, as: .secretariat)
    case .office:
      return !rooms.has(room) && dossier != nil
        && (cycle.acts(author, as: .secretariat) || cycle.acts(author, as: .supervisor))
    case .proposal, .result, .supervision, .bureau: return false
    }
  }

  private func isReviewing(_ person: PersonID) -> Bool {
    guard let dossier else { return false }
    return dossier.stage == .independentReview && dossier.assigned.contains(person)
      && dossier.isCleared(person)
  }

  /// Who leads the case's panel for the material review.
  var acting: PersonID? {
    guard let dossier, let panel = dossier.panel.flatMap({ cycle.panels[$0] }) else { return nil }
    return dossier.actingLeader(of: panel, in: cycle)
  }

  /// A guess at a passphrase costs no less than the store's founding asks for.
  private func strengthFault(of locked: LockedKeys) -> EntryFault? {
    register.founding.map { locked.cost.isWeaker(than: $0.cost) } == true ? .keysWeak : nil
  }

  /// Whether a person may have other keys: once their first were confirmed, and no others' again.
  private func mayChange(_ keys: PublicKeys, of person: PersonID) -> Bool {
    cycle.standing[person] == .confirmed && isNew(keys)
  }

  /// Whether keys are sound, and nobody's from before.
  private func isNew(_ keys: PublicKeys) -> Bool {
    keys.isSound && !register.knows(keys.signing) && !register.knows(keys.agreement)
  }

  /// First keys only, signed with the invitation; the founder alone has none.
  private func isVouched(
    _ keys: PublicKeys, of person: PersonID, by signature: Data?
  ) -> Bool {
    guard isNew(keys) else { return false }
    if register.holders.isEmpty { return true }
    guard register.holders[person] == nil, let signature,
      let invitation = register.invitations[person]
    else { return false }
    return isProven
      || Invitation.verify(
        signature: signature, publicKey: invitation, keys: keys, person: person.rawValue)
  }
}
