import Foundation
import GRDB
import Procedure
import Vault

/// A paper that is about to be kept whole: what goes out under a number or for signature (V5).
public struct NewPaper: Sendable, Hashable {
  /// One of its forms: what it is called, such as «告知书.docx», and its bytes.
  public struct File: Sendable, Hashable {
    public var name: String
    public var data: Data

    /// A form of a paper.
    public init(name: String, data: Data) { (self.name, self.data) = (name, data) }
  }

  /// The case that it is of; none for what the bureau or supervision keeps for itself.
  public var dossier: CaseID?
  /// What it is; its files are sealed when it is kept.
  public var paper: KeptPaper
  public var files: [File]

  /// A paper with its forms.
  ///
  /// - Parameters:
  ///   - kind: Which paper it is, in a word that stays.
  ///   - number: The number under which it goes out; nil for one that goes out for signature.
  ///   - room: The most secret room that its contents come from; without a case `.bureau` or
  ///     `.supervision`.
  public init(
    kind: String, title: String, number: String? = nil, day: Day, room: RoomID,
    in dossier: CaseID? = nil, files: [File]
  ) {
    self.dossier = dossier
    paper = KeptPaper(kind: kind, title: title, number: number, day: day, room: room)
    self.files = files
  }
}

/// A kept paper as the list of papers shows it.
public struct KeptPaperRow: Sendable, Hashable {
  /// The entry that keeps it.
  public var id: EntryName
  /// Its place in this store's order of arrival, by which windows go on.
  public var position: Int
  public var dossier: CaseID?
  public var by: PersonID
  public var at: Moment
  /// The room that it is sealed to.
  public var room: RoomID
  /// What it is; nil for those who cannot open its room.
  public var paper: KeptPaper?
}

extension Store {
  /// Keeps a paper whole.
  ///
  /// - Returns: Its name, by which it is asked for.
  /// - Throws: `Refusal` where it may not be kept so, or its number is used; `StoreFault.keyMissing`.
  @discardableResult
  public func keep(_ paper: NewPaper, by session: Session) throws -> EntryName {
    let kept = try perform([], keeping: [paper], by: session)
    guard let name = kept.first else { throw StoreFault.busy }
    return name
  }

  /// Carries out commands and keeps the papers that go out with them: all, or none.
  ///
  /// - Returns: The names of the papers, in their order.
  @discardableResult
  public func perform(
    _ commands: [Command], keeping papers: [NewPaper], by session: Session
  ) throws -> [EntryName] {
    if commands.contains(where: { $0.number != nil })
      || papers.contains(where: { $0.paper.number != nil })
    {
      try learnNumbers(by: session)
    }
    let names = try write(by: session) { transaction in
      for command in commands { try transaction.perform(command) }
      for paper in papers { try transaction.keep(paper) }
      return transaction.kept
    }
    for new in papers { new.dossier.map { session.learn(new.paper, of: $0) } }
    return names
  }

  /// A window of the papers that were kept, newest first: of one case, or of the cycle and all cases
  /// that the person's lists show.
  ///
  /// - Parameters:
  ///   - position: Only papers before it; nil for the newest.
  ///   - limit: Rows at most.
  public func papers(
    of dossier: CaseID? = nil, before position: Int? = nil, limit: Int, by session: Session
  ) throws -> [KeptPaperRow] {
    try papers(HistoryQuery(dossier: dossier, kinds: Self.paperKinds), position, limit, session)
  }

  private static let paperKinds: Set<String> = [EventKind.paperKept.rawValue]

  private func papers(
    _ query: HistoryQuery, _ position: Int?, _ limit: Int, _ session: Session
  ) throws -> [KeptPaperRow] {
    var (rows, before): ([KeptPaperRow], Int?) = ([], position)
    while rows.count < limit {
      let window = try history(query, before: before, limit: limit, by: session)
      rows += window.compactMap(KeptPaperRow.init)
      guard window.count == limit, let last = window.last else { break }
      before = last.position
    }
    return Array(rows.prefix(limit))
  }

  /// The latest paper in a room that is looked for, however many were kept elsewhere since.
  ///
  /// - Parameters:
  ///   - dossier: The case whose room it is; none for what the bureau or supervision keeps for itself.
  public func paper(
    in room: RoomID, of dossier: CaseID?, by session: Session,
    where isIt: (KeptPaperRow) -> Bool
  ) throws -> KeptPaperRow? {
    let query = HistoryQuery(dossier: dossier, kinds: Self.paperKinds, room: room)
    var before: Int?
    while true {
      let window = try papers(query, before, Self.paperWindow, session)
      if let found = window.first(where: isIt) { return found }
      guard window.count == Self.paperWindow, let last = window.last else { return nil }
      before = last.position
    }
  }

  /// Opens what was kept since the last time: nothing clear tells the numbers of papers that lie in a
  /// case, whether or not this person looked at it.
  func learnNumbers(by session: Session) throws {
    let newest = try read { db in
      try Int.fetchOne(
        db, sql: "SELECT max(position) FROM entry WHERE kind = 'paperKept' AND position < ?",
        arguments: [LogTable.end])
    }
    guard let newest, newest > session.papersRead else { return }
    let query = HistoryQuery(kinds: Self.paperKinds)
    var before: Int?
    while true {
      let window = try papers(query, before, Self.paperWindow, session)
      guard window.count == Self.paperWindow, let last = window.last,
        last.position > session.papersRead
      else { break }
      before = last.position
    }
    session.papersRead = newest
  }

  /// So many papers are opened at once where one is looked for.
  private static let paperWindow = 50

  /// A kept paper by its name; nil where there is none that this person's lists show.
  public func paper(_ id: EntryName, by session: Session) throws -> KeptPaperRow? {
    guard let bytes = Hex.decode(id.rawValue),
      let position = try read({
        try Int.fetchOne($0, sql: "SELECT position FROM entry WHERE id = ?", arguments: [bytes])
      })
    else { return nil }
    return try papers(before: position + 1, limit: 1, by: session).first { $0.id == id }
  }

  /// The bytes of one of a kept paper's files, as they were when it was kept.
  ///
  /// - Throws: `StoreFault.keyMissing` where the paper is not open to who asked for it,
  ///   `.damaged(.attachment)` where the file is missing, or not as it was sealed.
  public func bytes(of file: KeptFile, in row: KeptPaperRow) throws -> Data {
    guard row.paper?.files.contains(file) == true else {
      throw StoreFault.keyMissing(row.room.rawValue)
    }
    var whole = Data()
    try Files(directory: directory).open(
      file, key: FileKey(data: file.fileKey), room: row.room, progress: { _, _ in true },
      { whole += $0 })
    return whole
  }
}

extension KeptPaperRow {
  /// The paper of a row of the history; nil of any other, and of one that has no effect.
  init?(_ row: HistoryRow) {
    guard row.kind == EventKind.paperKept.rawValue, row.fault == nil,
      let room = row.room.flatMap(RoomID.init(rawValue:))
    else { return nil }
    (id, position, self.room) = (EntryName(row.entryID), row.position, room)
    (dossier, by, at) = (row.stream.dossier, row.author, row.time)
    if case .event(.paperKept(let paper)) = row.act { self.paper = paper }
  }
}

extension Transaction {
  /// Seals a paper's files and writes its entry.
  mutating func keep(_ new: NewPaper) throws {
    try requireFree(new)
    var paper = new.paper
    paper.files = try new.files.map { try seal($0, to: paper.room) }
    if let id = new.dossier {
      try perform(.dossier(id, .keep(paper)))
    } else if paper.room == .supervision {
      try perform(.supervision(.keep(paper)))
    } else {
      try perform(.cycle(.keep(paper)))
    }
  }

  private func seal(_ file: NewPaper.File, to room: RoomID) throws -> KeptFile {
    guard file.data.count <= KeptPaper.largestFile else { throw Refusal(.K, .badAmount) }
    let (key, binding) = (FileKey.generate(), Bytes.random(16))
    var sealer = Pieces.Sealer(key, context: Data(room.rawValue.utf8), binding)
    var (sealed, rest) = (Data(), file.data)
    repeat {
      let piece = Data(rest.prefix(Pieces.size))
      rest = rest.dropFirst(piece.count)
      sealed += try sealer.seal(piece, isLast: rest.isEmpty)
    } while !rest.isEmpty
    return KeptFile(
      name: file.name, bytes: file.data.count, hash: Hex.encode(Digest.sha256(file.data)),
      file: try attachments.put(sealed), binding: Hex.encode(binding), piece: Pieces.size,
      fileKey: key.data)
  }
}
