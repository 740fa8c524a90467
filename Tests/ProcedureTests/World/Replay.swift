import Procedure

/// A case taken up entry by entry by one reader, as the store does it.
struct Replay: Sendable {
  /// The case as the reader knows it.
  private(set) var state: CaseState?
  /// The case by what is clear for everybody.
  private(set) var clear: CaseState?
  /// What `admit` refused.
  private(set) var refused: [Refusal] = []

  /// Judges an entry at its place and takes up what stands.
  mutating func take(_ record: World.Record, reads isRead: Bool) {
    let (event, author) = (record.event, record.author)
    let (moment, name) = (record.moment, record.name)
    let shown = Shown(event, in: record.dossier, year: clear?.year ?? 0, by: author)
    do throws(Refusal) {
      try admit(shown, on: record.desk(state, clear: clear))
    } catch {
      refused.append(error)
      return
    }
    guard state != nil else {
      state = CaseState(event, at: moment, named: name)
      clear = state
      return
    }
    let stands = isRead && record.stands(state, clear: clear)
    if stands {
      state?.apply(event, by: author, at: moment, named: name)
    } else {
      state?.pass(event.kind, by: author, at: moment, named: name, isRead: isRead)
    }
    if case .clear = shown {
      clear?.apply(event, by: author, at: moment, named: name)
    } else {
      clear?.pass(event.kind, by: author, at: moment, named: name, isRead: false)
    }
  }
}

extension World {
  /// What replay would say to an entry that somebody wrote here and now, nil where it stands.
  func writing(_ event: Event, as author: PersonID, in id: CaseID = first) -> Refusal? {
    let isOfCase = Record.isOfCase(event)
    let desk = Desk(
      cycle: cycle, dossier: isOfCase ? dossiers[id] : nil, actor: author, now: now,
      supervision: supervision)
    return Record.refusal(event, on: desk)
  }
}

extension World.Record {
  /// Whether an event belongs to a case: a paper where its room does.
  static func isOfCase(_ event: Event) -> Bool {
    if case .paperKept(let paper) = event { return ![.bureau, .supervision].contains(paper.room) }
    return event.kind.stream == .dossier
  }

  /// What replay would say to an event on a desk, nil where it stands.
  static func refusal(_ event: Event, on desk: Desk) -> Refusal? {
    do throws(Refusal) {
      try admit(Shown(event, in: desk.dossier, by: desk.actor), on: desk)
      try examine(event, on: desk)
      return nil
    } catch {
      return error
    }
  }

  /// What everybody would say to what an entry shows, nil where it is admitted.
  static func answer(_ shown: Shown, on desk: Desk) -> Refusal? {
    do throws(Refusal) {
      try admit(shown, on: desk)
      return nil
    } catch {
      return error
    }
  }

  /// What replay would say to it by its author or somebody else.
  func refusal(_ dossier: CaseState?, by author: PersonID? = nil) -> Refusal? {
    Self.refusal(event, on: desk(dossier, by: author))
  }

  /// Whether its content stands before a reader who could open it.
  func stands(_ dossier: CaseState?, clear: CaseState?) -> Bool {
    do throws(Refusal) {
      try examine(event, on: desk(dossier, clear: clear))
      return true
    } catch {
      return false
    }
  }
}
