import Foundation

/// Whether an act may stand at its place, judged by what is clear for everybody.
///
/// Who, stage, order, rule, room, and the figures that follow from clear facts. It looks only at
/// what the headers and the clear bodies of a case say, so that it gives the same answer whoever
/// holds which keys; and it never changes, since it is asked of cycle and case as they stood in
/// the entry's own past.
/// - Parameter desk: The author of the entry with its time, cycle and case as they stood before it.
/// - Throws: `Refusal` with the rule that the entry breaks.
public func admit(_ shown: Shown, on desk: Desk) throws(Refusal) {
}

/// What rests on sealed facts, or on the sealed content of an entry that was admitted.
///
/// Asked by those who can open it; a question whose sources they could not all read is not asked.
/// - Throws: `Refusal` with the rule that the entry breaks.
public func examine(_ event: Event, on desk: Desk) throws(Refusal) {
}
