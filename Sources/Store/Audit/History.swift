import Foundation
import GRDB
import Procedure
import Vault

/// One line of the history: an entry, with what it says where that can be read.
public struct HistoryRow: Sendable, Hashable {
  /// The place in this store's order of arrival, from 1.
  public var position: Int
  /// Lower-case hexadecimal, 64 digits.
  public var entryID: String
  /// The author's time, a claim; a row where it is more than 10 minutes from `arrived` shows both.
  public var time: Moment
  /// When it came into this store.
  public var arrived: Moment
  public var author: PersonID
  public var stream: Stream
  public var kind: String
  /// The room that the body is sealed to; nil where it is clear.
  public var room: String?
  /// What it says; nil where it is sealed to others, or cannot be read (`check` tells which).
  public var act: Act?
  /// Why it has no effect, where it has none: kept, shown.
  public var fault: EntryFault?
  /// The running number, in the case, of the inquiry, objection or check that it speaks of; nil
  /// where it speaks of none, or of one that is no more.
  public var ordinal: Int?
  /// The department that it is about, where it speaks of an inquiry whose content this person can read.
  public var department: String?
  /// What the clock of its copy did before it, where it has effect (V5).
  public var step: ClockStep?
  /// When another copy first took it, where one says so.
  public var taken: Arrival?
  /// The time of what its author had seen, where that is later than its own (V5).
  public var seen: Moment?
  /// Whether it has no effect.
  public var isRejected: Bool { fault != nil }
}

/// Which entries a history shows.
public struct HistoryQuery: Sendable, Hashable {
  /// Of one case; of the cycle and all cases that the person's lists show where nil.
  public var dossier: CaseID?
  /// By one author.
  public var person: PersonID?
  /// Of these kinds.
  public var kinds: Set<String>?
  /// Sealed to one room.
  public var room: RoomID?
  /// By the author's time, both ends included.
  public var from: Moment?
  public var to: Moment?

  /// Everything, unless narrowed.
  public init(
    dossier: CaseID? = nil, person: PersonID? = nil, kinds: Set<String>? = nil,
    room: RoomID? = nil, from: Moment? = nil, to: Moment? = nil
  ) {
    self.room = room
    (self.dossier, self.person, self.kinds, self.from, self.to) = (dossier, person, kinds, from, to)
  }
}

extension Store {
  /// A window of the history, newest first (V5).
  ///
  /// - Parameters:
  ///   - position: Only entries before it; nil for the newest.
  ///   - limit: Rows at most.
  ///   - session: Whose lists and keys count; nil for the clear parts of everything, which is what
  ///     the administrator of the machine sees.
  /// - Throws: `StoreFault.unknownCase` for a case that the person's lists do not show.
  public func history(
    _ query: HistoryQuery, before position: Int?, limit: Int, by session: Session?
  ) throws -> [HistoryRow] {
    let cycle = try cycle()
    if let session { session.learnGroups(cycleCache.keys) }
    let (entries, steps, refuted, sound) = try read { db in
      let (condition, arguments) = try Self.condition(query, before: position, cycle, session)
      if let dossier = query.dossier { try Self.requireSeen(dossier, db, cycle, session) }
      let store = try Meta.text(db, .store)
      let entries = try Row.fetchAll(
        db,
        sql: """
          SELECT \(LogTable.columns) FROM entry WHERE position IN (
            SELECT position FROM entry WHERE \(condition) ORDER BY position DESC LIMIT ?)
          ORDER BY position DESC
          """, arguments: arguments + [limit]
      ).compactMap { try? LogTable.read($0, store: store).get() }
      let steps =
        entries.isEmpty
        ? []
        : try ClockStep.steps(
          db, where: "e.position IN (\(Self.marks(entries.count)))",
          arguments: StatementArguments(entries.map(\.position)))
      let refuted =
        entries.isEmpty
        ? []
        : try RefutedTime.all(
          db, where: "e.position IN (\(Self.marks(entries.count)))",
          arguments: StatementArguments(entries.map(\.position)))
      return (
        entries, Dictionary(uniqueKeysWithValues: steps.map { ($0.stored.position, $0.step) }),
        Dictionary(uniqueKeysWithValues: refuted.map { ($0.position, $0.seen) }),
        try Self.sound(entries, db, session)
      )
    }
    var dossiers: [CaseID: DossierReplay] = [:]
    func dossier(_ id: CaseID) throws -> DossierReplay {
      if let known = dossiers[id] { return known }
      let replay = try replayed(id, by: session)
      dossiers[id] = replay
      return replay
    }
    var supervision: SupervisionReplay?
    if entries.contains(where: { $0.entry.stream == .supervision }) {
      supervision = try supervisionReplay(by: session)
    }
    let taken = try arrivals(by: session)
    let firsts = try read { db in
      let archive = Archive { try $0(db) }
      return Dictionary(
        uniqueKeysWithValues: entries.compactMap { stored in
          taken.arrivals.first(of: stored, archive).map { (stored.position, $0) }
        })
    }
    return try entries.map { stored in
      let (fault, rooms): (EntryFault?, RoomRegister?) =
        switch stored.entry.stream {
        case .cycle: (cycleCache.faults[stored.position]?.fault, nil)
        // A case that was verified as a whole is replayed for what is sealed in it alone.
        case .dossier(let id) where stored.entry.room == nil && sound.contains(id): (nil, nil)
        case .dossier(let id): (try dossier(id).fault(at: stored.position), try dossier(id).rooms)
        case .supervision:
          (
            supervision.flatMap {
              ($0.faults[stored.position] ?? $0.doubts[stored.position])?.fault
            },
            supervision?.rooms
          )
        case .arrivals: (taken.faults[stored.position]?.fault, nil)
        }
      let act = Self.act(of: stored.entry, rooms ?? RoomRegister(), cycleCache.keys, session)
      var (ordinal, department): (Int?, String?)
      if case .dossier(let id) = stored.entry.stream, case .event(let event) = act {
        ordinal = try event.ordinal { try dossier(id).state }
        department = try event.inquiry(sentBy: stored.id).flatMap {
          try dossier(id).state?.admission.inquiries[$0]?.content?.department
        }
      }
      return HistoryRow(
        position: stored.position, entryID: Hex.encode(stored.id), time: stored.entry.time,
        arrived: stored.arrived, author: stored.entry.author, stream: stored.entry.stream,
        kind: stored.entry.kind, room: stored.entry.room, act: act, fault: fault,
        ordinal: ordinal, department: department, step: fault == nil ? steps[stored.position] : nil,
        taken: firsts[stored.position], seen: refuted[stored.position])
    }
  }

  /// Of which cases every entry was verified and has effect, and is as it was then.
  private static func sound(
    _ entries: [StoredEntry], _ db: Database, _ session: Session?
  ) throws -> Set<CaseID> {
    guard let session else { return [] }
    return try Set(entries.map(\.entry.stream)).reduce(into: []) { sound, stream in
      guard case .dossier(let id) = stream, let verdict = session.verdicts[id],
        verdict.voids.isEmpty, try verdict.seal == LogTable.seal(db, of: stream),
        entries.allSatisfy({ $0.entry.stream != stream || $0.entry.id == $0.id })
      else { return }
      sound.insert(id)
    }
  }

  /// What an entry says, as far as the person's keys open it.
  private static func act(
    of entry: Entry, _ rooms: RoomRegister, _ register: KeyRegister, _ session: Session?
  ) -> Act? {
    guard let name = entry.room else { return try? entry.clearAct() }
    guard let room = RoomID(rawValue: name), let kind = ActKind(entry) else { return nil }
    if room == .bureau { return session?.bureauAct(of: entry, register) }
    guard case .opened(let body)? = session?.unseal(entry, in: room, rooms, register) else {
      return nil
    }
    let act = try? Act.decode(body, as: kind)
    if case .event(.paperKept(let paper)) = act, let dossier = entry.stream.dossier {
      session?.learn(paper, of: dossier)
    }
    return act
  }

  /// A case as the person's keys show it, or as everybody sees it.
  private func replayed(_ id: CaseID, by session: Session?) throws -> DossierReplay {
    if let session { return try replayed(id, by: session) }
    return try read { try replayer($0).dossier(id, cycle: cycleCache, from: nil) }
  }

  /// Supervision's stream as the person's keys show it, or as everybody sees it.
  func supervisionReplay(by session: Session?) throws -> SupervisionReplay {
    let replay = try read { db in
      cycleCache = try replayer(db).cycle(from: cycleCache)
      session?.learnGroups(cycleCache.keys)
      return try replayer(db, session).supervision(
        cycle: cycleCache, from: session?.supervision ?? SupervisionReplay())
    }
    session?.supervision = replay
    return replay
  }

  /// When entries came to other copies.
  func arrivals(by session: Session?) throws -> ArrivalReplay {
    let replay = try read { db in
      cycleCache = try replayer(db).cycle(from: cycleCache)
      return try replayer(db).arrivals(
        cycle: cycleCache, from: session?.arrivals ?? ArrivalReplay())
    }
    session?.arrivals = replay
    return replay
  }

  private static func requireSeen(
    _ dossier: CaseID, _ db: Database, _ cycle: CycleState, _ session: Session?
  ) throws {
    var sql = "SELECT EXISTS (SELECT 1 FROM dossier WHERE id = ?"
    var arguments: StatementArguments = [dossier.rawValue]
    if let session {
      let (condition, more) = seen(by: session.person, cycle: cycle)
      sql += " AND \(condition)"
      arguments += more
    }
    guard try Bool.fetchOne(db, sql: sql + ")", arguments: arguments) == true else {
      throw StoreFault.unknownCase(dossier.rawValue)
    }
  }

  private static func condition(
    _ query: HistoryQuery, before position: Int?, _ cycle: CycleState, _ session: Session?
  ) throws -> (String, StatementArguments) {
    var parts = ["position > 0", "position < ?"]
    var arguments: StatementArguments = [min(position ?? LogTable.end, LogTable.end)]
    if let dossier = query.dossier {
      parts.append("stream = ?")
      arguments += [Stream.dossier(dossier).rawValue]
    } else if let session {
      let (seen, more) = seen(by: session.person, cycle: cycle)
      if !cycle.acts(session.person, as: .supervisor) {
        // Who turned to supervision is nobody else's business.
        parts.append("stream <> 'supervision'")
      }
      if seen != "1" {
        parts.append(
          "stream IN (SELECT 'cycle' UNION ALL SELECT 'case/' || id FROM dossier WHERE \(seen))")
        arguments += more
      }
    }
    if let room = query.room {
      parts.append("room = ?")
      arguments += [room.rawValue]
    }
    if let person = query.person {
      parts.append("author = ?")
      arguments += [person.rawValue]
    }
    if query.kinds == [EventKind.paperKept.rawValue] {
      // As the index of papers says it.
      parts.append("kind = 'paperKept'")
    } else if let kinds = query.kinds {
      parts.append("kind IN (\(marks(kinds.count)))")
      arguments += StatementArguments(kinds.sorted())
    }
    if let from = query.from {
      parts.append("time >= ?")
      arguments += [from.seconds]
    }
    if let to = query.to {
      parts.append("time <= ?")
      arguments += [to.seconds]
    }
    return (parts.joined(separator: " AND "), arguments)
  }
}

extension Event {
  /// The inquiry whose sending or answer this is, its content being told by an entry of its own.
  fileprivate func inquiry(sentBy entry: Data) -> InquiryID? {
    if case .inquirySent = self { return InquiryID(Hex.encode(entry)) }
    if case .inquiryAnswered(let id, _) = self { return id }
    return nil
  }

  /// The running number, in its case, of the inquiry, objection or check that it names by its entry;
  /// the case is asked for where it names one.
  fileprivate func ordinal(in state: () throws -> CaseState?) rethrows -> Int? {
    if case .inquiryRecorded(let id?, _) = self {
      return try state()?.admission.inquiries[id]?.ordinal
    }
    if case .inquiryAnswered(let id, _) = self {
      return try state()?.admission.inquiries[id]?.ordinal
    }
    if case .objectionRecorded(let id?, _) = self {
      return try state()?.publicity.objections[id]?.ordinal
    }
    if case .objectionAnswered(let id, _, _) = self {
      return try state()?.publicity.objections[id]?.ordinal
    }
    if case .checkTicked(let id, _) = self {
      return try state()?.visit?.checks.first { $0.id == id }?.ordinal
    }
    return nil
  }
}
