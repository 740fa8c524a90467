import Foundation
import Procedure
import Store

/// Copies of the store: meeting others through a post, making one to take along.
extension Backstage {
  /// Exchanges with a post; what came of it comes to the screen. Whatever was taken before an exchange
  /// was stopped or failed is there all the same.
  func exchange(_ typed: String, ticket: String) {
    guard let session else { return }
    attempt(ticket: ticket) {
      let address = try folders.post(typed)
      let report = try working(.exchanging) {
        try store.exchange(at: address, by: session, progress: $0)
      }
      take(.written(ticket))
      take(.screen(.loaded(.exchanged(report, at: address.text))))
    }
    storeChanged()
  }

  /// Makes a copy to take along, in an empty directory.
  func makeCopy(_ typed: String, for people: [PersonID], ticket: String) {
    guard session != nil else { return }
    attempt(ticket: ticket) {
      let path = try folders.path(typed)
      let report = try working(.copying) {
        try CopyToTake.make(of: store, at: path, for: people, program: program, progress: $0)
      }
      take(.written(ticket))
      take(.screen(.loaded(.copied(report, at: path))))
      take(
        .notice(Notice(report.missing.isEmpty ? .good : .warning, .Exchange.made)))
    }
  }
}
