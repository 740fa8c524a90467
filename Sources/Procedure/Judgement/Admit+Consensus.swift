import Foundation

/// Consensus (R6).
extension Desk {
  /// R4, R6: the leader opens once the secretariat released its half.
  func admitOpening(
    revision: Int, threshold: Int, of dossier: CaseState
  ) throws(Refusal) {
    _ = try requireLeader(.material, of: dossier, .R6)
    switch dossier.opening(under: actor) {
    case .opened: throw Refusal(.R4, .alreadyOpened)
    case .closed: throw Refusal(.R4, .notAsked)
    case .asked: throw Refusal(.R4, .notReleased)
    case .released: break
    }
    try requireStage(.independentReview, in: dossier, .R6)
    try requireNoClash(in: dossier, .R4)
    try require(revision, is: 1, .R6)
    try require(threshold, is: parameters.spreadLimit, .R6)
  }

  /// The session, of which the actor must be the leader and which must be under way.
  func requireSession(of dossier: CaseState) throws(Refusal) -> Consensus {
    _ = try requireLeader(.material, of: dossier, .R6)
    return try requireOpenSession(of: dossier)
  }

  func requireOpenSession(of dossier: CaseState) throws(Refusal) -> Consensus {
    if dossier.consensusFinished { throw Refusal(.R6, .consensusFinished) }
    try requireStage(.consensus, in: dossier, .R6)
    guard let session = dossier.consensus else { throw Refusal(.R6, .wrongStage(dossier.stage)) }
    return session
  }

  /// Nothing is closed or disclosed over acts that meet.
  func requireNoClash(in dossier: CaseState, _ rule: Rule) throws(Refusal) {
    let open = dossier.clashes.map(\.record).filter { $0 != .opening }
    if !open.isEmpty { throw Refusal(rule, .actsMeet(open)) }
  }

  /// Nothing is concluded over acts that meet in what its author could read.
  func requireNoSealedClash(in dossier: CaseState, _ rule: Rule) throws(Refusal) {
    if !dossier.sealedClashes.isEmpty {
      throw Refusal(rule, .actsMeet(dossier.sealedClashes.map(\.record)))
    }
  }

  /// A new revision with its reason, as long as the leaders' meeting has not moved the case on.
  func admitReopening(
    revision: Int, reason: String, of dossier: CaseState
  ) throws(Refusal) {
    _ = try requireLeader(.material, of: dossier, .R6)
    guard dossier.consensusFinished, let session = dossier.consensus else {
      throw Refusal(.R6, .consensusNotFinished)
    }
    try requireStage(.leadersMeeting, in: dossier, .R6)
    try requireText(reason, .reason, .R6)
    try require(revision, is: session.revision + 1, .R6)
  }
}
