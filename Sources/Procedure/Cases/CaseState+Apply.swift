import Criteria
import Foundation

extension CaseState {
  /// The state after an event of this case's stream that was admitted, read and examined.
  ///
  /// - Parameters:
  ///   - event: What happened; a second registration and events of other streams change nothing.
  ///   - author: Who did it.
  ///   - moment: When, by the author's claim.
  ///   - name: The entry's name, which inquiries, objections and checks are called by.
  public mutating func apply(
    _ event: Event, by author: PersonID, at moment: Moment, named name: EntryName
  ) {
    guard [.dossier, .every].contains(event.kind.stream), event.kind != .caseRegistered else {
      return
    }
    let before = begun
    begun = nil
    if case .dossier(let change) = event.change {
      change(&self, Author(id: author, moment: moment, name: name, begun: before))
    }
    trace(event.kind, by: author, named: name)
  }

  /// A note belongs to a case with the decision that it is the reason of, and not before it.
  mutating func keepReason(_ about: NoteKind, _ author: Author) {
    guard case .reason(about, let note) = author.begun, note.by == author.id else { return }
    notes[about, default: []].append(note)
  }
}

extension Ending {
  /// What the note is about that gives the reason of a place lost.
  var note: NoteKind {
    switch self {
    case .reportMissing: .lost
    case .breach: .revocation
    case .fraud, .ineligible, .withdrawn: .ending
    }
  }
}
