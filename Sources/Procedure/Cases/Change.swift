import Criteria
import Foundation

/// What an event changes, in the one state that its stream makes.
enum Change {
  case cycle((inout CycleState) -> Void)
  case supervision((inout SupervisionState, PersonID, Moment) -> Void)
  case dossier((inout CaseState, Author) -> Void)
  case nothing
}

/// Who wrote an entry and when, what it is called, and what the entry directly before it began.
struct Author {
  let id: PersonID
  let moment: Moment
  let name: EntryName
  let begun: CaseState.Begun?
}
