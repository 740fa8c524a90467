import Criteria
import Foundation
import Intake
import Office
import Procedure
import Splitting
import Store

/// What a stick holds for each application, looked into before anything of it is taken (M1–M7).
public struct TakePlan {
  /// A file for an application.
  public struct Item {
    public var found: Sorting.Found
    var url: URL
    /// SHA-256 of what was looked at; what is taken is nothing else.
    var hash: String
    /// What can be read of it.
    var text: IncomingText?
    public var pages: Int?
    /// Why nothing can be read of it; a scan has no text, and nobody expects one.
    public var fault: ReadingFault?
    /// Whether the application has a document of these very bytes.
    public var isThere: Bool

    /// Characters of its text, as word processors count; nil where there is none.
    public var characters: Int? { text?.characters }
    /// Whether a person should look at it first.
    public var isDoubtful: Bool { !isThere && (!found.doubts.isEmpty || fault != nil) }
  }

  /// What is there for an application.
  public struct Share {
    public var id: CaseID
    public var name: String
    /// Doubts first.
    public var items: [Item]
    /// What stands behind the labels of its application form.
    public var form: Intake.FormReading?
    /// Items of the criteria under which its self-evaluation has no text; nil where it has none.
    public var missing: [ItemID]?
    /// What its application form says of who applies, where that is somebody else than applied.
    public var strangers: [FormLabel] = []

    /// What would be attached.
    public var new: Int { items.count { !$0.isThere } }
  }

  /// The applications for which something is there, by number.
  public private(set) var shares: [Share] = []
  /// Files of which no name tells the one application.
  public private(set) var unowned: [Sorting.Unowned] = []
  /// Files that are nobody's material.
  public private(set) var rubbish: [Sorting.Left] = []
  /// What could not be looked into.
  public private(set) var unread: [Stick.Unread] = []

  /// Finds the files of a folder, a stick or an archive.
  ///
  /// - Parameters:
  ///   - scratch: A folder of ours, for what archives hold.
  ///   - progress: Told how many files were found; false stops.
  /// - Throws: `ReadingFault`, `StoreFault.stopped`.
  public static func look(
    at url: URL, unpackingInto scratch: URL, progress: @escaping (Int, Int) -> Bool
  ) throws -> Stick {
    do {
      return try Stick(url, unpackingInto: scratch) { progress($0, $0 + 1) }
    } catch is CancellationError {
      throw StoreFault.stopped
    }
  }

  /// Looks into a stick.
  ///
  /// - Parameters:
  ///   - only: The application that all of it is for; nil where folders tell.
  ///   - progress: Told the files done and in all; false stops.
  /// - Throws: `StoreFault.stopped`.
  public init(
    _ stick: Stick, for only: CaseID? = nil, in store: Store, by session: Session,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws {
    let applicants =
      try only.map { [try store.queueRow($0, by: session)] }
      ?? Self.applications(in: store, by: session)
    let edition = try store.cycle().edition
    let sorted = Sorting(
      stick.files.enumerated().map { place, file in
        StickFile(path: file.path, size: file.size, isPicture: file.isPicture, place: place)
      }, of: applicants.map { Applicant($0.application) },
      items: Set(edition.items.map(\.id)))
    (unowned, rubbish, unread) = (sorted.unowned, sorted.rubbish, stick.unread)
    let total = sorted.found.values.reduce(0) { $0 + $1.count }
    var (done, room) = (0, Self.mostText)
    for (id, found) in sorted.found.sorted(by: { $0.key < $1.key }) {
      let dossier = try store.dossier(id, by: session)
      let own = try store.cycle().edition(of: dossier.year)
      var share = Share(id: id, name: dossier.application.name, items: [])
      for file in found {
        guard progress(done, total) else { throw StoreFault.stopped }
        done += 1
        let url = stick.files[file.file.place].url
        let hash = try Store.hash(of: url)
        var item = Item(
          found: file, url: url, hash: hash,
          isThere: dossier.documents.contains { $0.original?.hash == hash })
        if !item.isThere { Self.read(&item, for: own, into: &share, &room) }
        share.items.append(item)
      }
      share.strangers = Self.strangers(in: share.form, dossier.application)
      shares.append(share)
    }
  }

  /// The labels behind which a form names another organisation than the application is of.
  private static func strangers(
    in form: Intake.FormReading?, _ application: Application
  ) -> [FormLabel] {
    func differs(_ label: FormLabel, _ own: String) -> Bool {
      guard let found = form?.fields[label].map({ Names.key($0.text) }) else { return false }
      let own = Names.key(own)
      return !found.isEmpty && !own.isEmpty && !found.contains(own) && !own.contains(found)
    }
    return [(FormLabel.name, application.name), (.creditCode, application.creditCode)]
      .filter { differs($0.0, $0.1) }.map(\.0)
  }

  /// Bytes of all texts of a stick at most: they are kept until they are taken.
  private static let mostText = 256 << 20

  private static func read(
    _ item: inout Item, for edition: Edition, into share: inout Share, _ room: inout Int
  ) {
    guard !item.found.file.isPicture, item.found.file.size <= AttachedText.largest else { return }
    guard room > 0 else {
      item.fault = .tooLarge
      return
    }
    do throws(ReadingFault) {
      let read = try AttachedText.read(
        item.url.path, named: item.found.file.name, as: item.found.kind, for: edition)
      (item.text, item.pages) = (read.text, read.pages)
      room -= read.text.text.utf8.count
      if item.found.doubts.contains(.secondText(of: item.found.kind)) {
        // Of two of a kind one is read; the other is kept as it came.
        item.text = nil
        return
      }
      switch item.found.kind {
      case .applicationForm: share.form = Intake.FormReading(read.manuscript)
      case .selfEvaluation:
        let found = Set(read.text.sections)
        share.missing = edition.items.map(\.id).filter { !found.contains($0.rawValue) }
      case .profile, .workSummary, .evidence: break
      }
    } catch {
      // Scans and pictures are evidence as they are.
      if item.found.kind != .evidence { item.fault = error }
    }
  }

  /// Evidence under the numbers that its names have, as far as they are free; what has none comes
  /// behind, in the order of names.
  private static func numbered(_ items: [Item], taken: [Int]) -> [(Item, Int?)] {
    var used = Set(taken)
    let numbered = items.map { item -> (Item, Int?) in
      guard item.found.kind == .evidence, let number = item.found.name.number.flatMap({ Int($0) }),
        number > 0, used.insert(number).inserted
      else { return (item, nil) }
      return (item, number)
    }
    return numbered.filter { $0.1 != nil } + numbered.filter { $0.1 == nil }
  }

  /// Everything that the person's lists show.
  private static func applications(in store: Store, by session: Session) throws -> [QueueRow] {
    var rows: [QueueRow] = []
    while true {
      let next = try store.queue(
        QueueQuery(scope: .all, order: .number), offset: rows.count, limit: 500, by: session)
      rows += next
      if next.count < 500 { return rows }
    }
  }

  /// Attaches what is there for an application: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - receipt: When the district received it, where the call is over (M7).
  ///   - progress: Told the bytes done and in all; false stops, and nothing is attached.
  /// - Throws: `Refusal`, `StoreFault`.
  public static func take(
    _ share: Share, receipt: LateReceipt? = nil, in store: Store, by session: Session,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> [Document] {
    let taken = try store.dossier(share.id, by: session).documents
      .filter { $0.kind == .evidence }.compactMap(\.ordinal)
    let documents = numbered(share.items.filter { !$0.isThere }, taken: taken).map { item, number in
      var incoming = IncomingDocument(
        item.url, as: item.found.kind, titled: item.found.name.title)
      (incoming.called, incoming.ordinal) = (item.found.file.name, number)
      (incoming.hash, incoming.mayBeLink) = (item.hash, false)
      (incoming.pages, incoming.items) = (item.pages, item.found.name.items)
      (incoming.text, incoming.receipt) = (item.text, receipt)
      return incoming
    }
    return try store.attach(documents, to: share.id, by: session, progress: progress)
  }
}
