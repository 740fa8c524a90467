import Foundation

/// Consensus (R6).
extension Desk {
  /// R4, R6: the leader opens once the secretariat released its half.
  func admitOpening(
    revision: Int, threshold: Int, of file: CaseState
  ) throws(Refusal) {
    _ = try requireLeader(.material, of: file, .R6)
    switch file.opening(under: actor) {
    case .opened: throw Refusal(.R4, .alreadyOpened)
    case .closed: throw Refusal(.R4, .notAsked)
    case .asked: throw Refusal(.R4, .notReleased)
    case .released: break
    }
    try requireStage(.independentReview, in: file, .R6)
    try require(revision, is: 1, .R6)
    try require(threshold, is: parameters.spreadLimit, .R6)
  }

  /// The session, of which the actor must be the leader and which must be under way.
  func requireSession(of file: CaseState) throws(Refusal) -> Consensus {
    _ = try requireLeader(.material, of: file, .R6)
    return try requireOpenSession(of: file)
  }

  func requireOpenSession(of file: CaseState) throws(Refusal) -> Consensus {
    if file.consensusFinished { throw Refusal(.R6, .consensusFinished) }
    try requireStage(.consensus, in: file, .R6)
    guard let session = file.consensus else { throw Refusal(.R6, .wrongStage(file.stage)) }
    return session
  }

  /// A new revision with its reason, as long as the leaders' meeting has not moved the case on.
  func admitReopening(
    revision: Int, reason: String, of file: CaseState
  ) throws(Refusal) {
    _ = try requireLeader(.material, of: file, .R6)
    guard file.consensusFinished, let session = file.consensus else {
      throw Refusal(.R6, .consensusNotFinished)
    }
    try requireStage(.leadersMeeting, in: file, .R6)
    try requireText(reason, .reason, .R6)
    try require(revision, is: session.revision + 1, .R6)
  }
}
