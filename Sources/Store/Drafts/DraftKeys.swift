import Foundation
import Procedure
import Vault

/// The keys of a draft's room that its author can open: one, or one of each copy on which the review was
/// started before they met.
struct DraftKeys {
  private let keys: [RoomKey]
  /// The one with which is sealed.
  let last: RoomKey

  /// - Returns: Nil where none opens.
  init?(of id: CaseID, _ session: Session, _ replay: DossierReplay) {
    keys = replay.rooms.keys(of: .draft(id, session.person)).compactMap(session.open)
    guard let last = keys.last else { return nil }
    self.last = last
  }

  /// Opens a row, whichever key sealed it; nil where none does.
  func open(_ sealed: Data, context: Data) -> Data? {
    for key in keys.reversed() {
      if let plain = try? key.open(sealed, context: context) { return plain }
    }
    return nil
  }
}
