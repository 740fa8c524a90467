import Foundation

/// Whether an act may stand at its place, judged by what is clear for everybody.
///
/// Who, stage, order, rule, room, and the figures that follow from clear facts. It looks only at
/// what headers and clear bodies of a case say, so that it gives the same answer whoever holds
/// which keys; and it never changes, since it is asked of cycle and case as they stood in the
/// entry's own past.
/// - Parameter desk: The author of the entry with its time, cycle and case as they stood before it.
/// - Throws: `Refusal` with the rule that the entry breaks.
public func admit(_ shown: Shown, on desk: Desk) throws(Refusal) {
  guard desk.clear == nil else { return try admit(shown, on: desk.inTheClear) }
  try desk.requirePlace(shown)
  try desk.requireFrame(shown)
  try desk.requireOrder(shown)
}

extension Desk {
  /// The desk with the case by clear judgement alone.
  var inTheClear: Desk { desk(with: clear ?? dossier, clear: nil) }

  // MARK: Place

  /// In the stream that its kind belongs to, and sealed to the room that is its own here.
  func requirePlace(_ shown: Shown) throws(Refusal) {
    let kind = shown.kind
    try requireContents(for: kind)
    switch kind.stream {
    case .dossier:
      if dossier == nil, kind != .caseRegistered { throw Refusal(.K, .unknownCase) }
    case .cycle, .supervision:
      if dossier != nil { throw Refusal(.K, .wrongStream(kind)) }
    case .every: break
    }
    if kind.placement == .own, holdsPapers(shown.room) { return }
    let expected = room(for: kind)
    if shown.room != expected {
      throw Refusal(.K, .wrongRoom(expected: expected, found: shown.room))
    }
  }

  /// The room that an entry of a kind by this author is sealed to, none in the clear.
  private func room(for kind: EventKind) -> RoomID? {
    if kind.placement == .supervision { return .supervision }
    if kind.placement == .bureau || dossier == nil && kind.placement == .own { return .bureau }
    guard let id = dossier?.id, let year = dossier?.year else { return nil }
    switch kind.placement {
    case .clear, .supervision, .bureau: return nil
    case .material: return .material(id)
    case .office, .own: return .office(id)
    case .consensus: return .consensus(id)
    case .onSite: return .onSite(id)
    case .proposal: return .proposal(id, actor)
    case .result: return .result(year: year)
    case .sheet: return .sheet(id, actor, revision: dossier?.sheets[actor]?.revision ?? 0)
    }
  }

  // MARK: Order

  /// Directly after what it finishes, and after as many entries as it rests on.
  func requireOrder(_ shown: Shown) throws(Refusal) {
    guard let dossier else { return }
    let kind = shown.kind
    if !kind.follows.isEmpty { try require(kind, after: kind.follows, in: dossier) }
    switch shown {
    case .clear(.qualificationDecided(isQualified: false)):
      try require(kind, after: [.officeNoted], in: dossier)
    case .clear(.qualificationDecided):
      try require(Rule.decided.count, of: .conditionDecided, in: dossier, .Q3)
    case .clear(.approvalDecided(_, let isApproved)):
      if needsReason(isApproved: isApproved, dossier) {
        try require(kind, after: [.officeNoted], in: dossier)
      }
    case .clear(.applicationSubmitted):
      try require(1, of: .formFilled, in: dossier, .M1)
      // The form itself is typed in; every other part is a document.
      try require(DocumentKind.allCases.count - 1, of: .documentAttached, in: dossier, .M6)
    case .clear(.applicationRecommended): try require(1, of: .copiesCounted, in: dossier, .M6)
    case .clear(.consensusFinished):
      try require(1, of: .attendanceRecorded, in: dossier, .R6)
      try require(edition.items.count, of: .itemSettled, in: dossier, .R6)
    case .clear(.visitSubmitted):
      try require(1, of: .agendaChanged, in: dossier, .S2)
      try require(edition.items.count, of: .siteMarkSettled, in: dossier, .S4)
    case .clear, .sealed: break
    }
  }

  private func require(
    _ kind: EventKind, after kinds: [EventKind], in dossier: CaseState
  ) throws(Refusal) {
    guard let last = dossier.trace.last, last.author == actor, kinds.contains(last.kind) else {
      throw Refusal(.K, .outOfOrder(kind, after: kinds))
    }
  }

  private func require(
    _ needed: Int, of kind: EventKind, in dossier: CaseState, _ rule: Rule
  ) throws(Refusal) {
    let found = dossier.trace.count(of: kind)
    if found < needed { throw Refusal(rule, .tooFew(kind, found: found, needed: needed)) }
  }

  // MARK: Figures

  func require<Value: Equatable>(
    _ found: Value, is expected: Value, _ rule: Rule
  ) throws(Refusal) {
    if found != expected {
      throw Refusal(rule, .wrongFigure(expected: "\(expected)", found: "\(found)"))
    }
  }

  /// What is done today bears the day of today.
  func requireToday(_ day: Day, _ rule: Rule) throws(Refusal) {
    if day != now.day { throw Refusal(rule, .wrongDay(expected: now.day, found: day)) }
  }

  /// Nobody writes in somebody else's name.
  func requireOwn(_ person: PersonID, _ rule: Rule) throws(Refusal) {
    if person != actor { throw Refusal(rule, .inAnothersName(person)) }
  }
}
