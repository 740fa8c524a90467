import Foundation
import Store

/// Lists, written to files as tables.
extension Backstage {
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
