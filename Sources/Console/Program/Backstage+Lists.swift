import Foundation
import Store

/// Lists, written to files as tables, and quick cards.
extension Backstage {
  /// Writes a quick card and says where; asks first where a file of that name is there.
  func writeCard(_ role: QuickCard.Role, path: String, replaces: Bool, ticket: String) {
    guard let kind = QuickCard.Kind(typed: path) else { return }
    attempt(ticket: ticket) {
      do {
        let words = try QuickCard(role).write(
          as: kind, to: path, in: folders, replaces: replaces)
        written(ticket, words + folders.fetching([path]))
      } catch Folders.Fault.exists(let file) {
        askToReplace(
          file, then: .writeCard(role, path: path, replaces: true, ticket: ticket))
      }
    }
  }

  /// Writes a list as it stands now and says where; asks first where a file of that name is there.
  func writeList(_ order: ListOrder, path: String, replaces: Bool, ticket: String) {
    guard let session else { return }
    attempt(ticket: ticket) {
      do {
        written(
          ticket,
          try order.write(
            to: path, replaces: replaces, in: folders, from: store, by: session, console.context))
      } catch Folders.Fault.exists(let file) {
        askToReplace(
          file, then: .writeList(order, path: path, replaces: true, ticket: ticket))
      }
    }
  }
}
