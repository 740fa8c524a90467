import Foundation
import Procedure
import Store

/// The score sheet of a review that is under way: out, and back in.
extension Backstage {
  /// Writes the sheet and says who can read it; asks first where a file of that name is there.
  func writeSheet(_ id: CaseID, path: String, replaces: Bool, ticket: String) {
    guard let session else { return }
    attempt(ticket: ticket) {
      do {
        let sheet = try OwnScoreSheet(of: id, in: store, by: session)
        written(ticket, try sheet.write(to: path, replaces: replaces, in: folders))
      } catch Folders.Fault.exists(let file) {
        askToReplace(
          file, then: .writeSheet(id, path: path, replaces: true, ticket: ticket))
      }
    }
  }

  /// Reads a sheet that came back; the screen asks before anything of it is taken.
  func readSheet(_ id: CaseID, path: String, ticket: String) {
    guard let session else { return }
    attempt(ticket: ticket) {
      let sheet = try OwnScoreSheet(of: id, in: store, by: session)
      let reading = try sheet.read(path, in: folders)
      take(.written(ticket))
      take(.screen(.loaded(.scoreSheet(id, sheet.form, reading))))
    }
  }
}
