import Foundation

/// What the headers of a case's admitted entries say: the same whoever holds which keys.
public struct Trace: Sendable, Hashable {
  /// An entry as its header shows it.
  public struct Step: Sendable, Hashable {
    public let kind: EventKind
    public let author: PersonID
    public let name: EntryName
  }

  /// The last entry; nil where the registration is the only one.
  public private(set) var last: Step?
  private var counts: [EventKind: Int] = [:]

  /// How many entries of a kind there are, since what they belong to began anew.
  public func count(of kind: EventKind) -> Int { counts[kind, default: 0] }

  mutating func add(_ step: Step) {
    for kind in step.kind.restarts { counts[kind] = nil }
    counts[step.kind, default: 0] += 1
    last = step
  }
}

extension CaseState {
  /// Takes up an admitted entry that leaves the rest of the state as it is.
  ///
  /// - Parameters:
  ///   - kind: What its header says it is.
  ///   - author: Who wrote it.
  ///   - moment: When, by the author's claim.
  ///   - name: The entry's name.
  ///   - isRead: Whether the body was open to this reader, and does not stand; where it was not,
  ///     its placement is remembered, so that nobody is judged by what could not be read.
  public mutating func pass(
    _ kind: EventKind, by author: PersonID, at moment: Moment, named name: EntryName, isRead: Bool
  ) {
    if !isRead { unread.insert(kind.placement) }
    begun = nil
    trace(kind, by: author, named: name)
  }

  /// Adds an entry to the trace, with what follows from its header alone.
  mutating func trace(_ kind: EventKind, by author: PersonID, named name: EntryName) {
    let before = trace.last
    if kind == .sheetRecorded { sheets[author]?.isRecorded = true }
    if kind == .inquiryRecorded, before?.kind == .inquirySent, let id = before?.name {
      admission.inquiries[InquiryID(id.rawValue)]?.isRecorded = true
    }
    if kind == .objectionRecorded, before?.kind == .objectionReceived, let id = before?.name {
      publicity.objections[ObjectionID(id.rawValue)]?.isRecorded = true
    }
    trace.add(Trace.Step(kind: kind, author: author, name: name))
  }
}
