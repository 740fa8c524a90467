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
    public var form: FormReading?
    /// Items of the criteria under which its self-evaluation has no text; nil where it has none.
    public var missing: [ItemID]?

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
    let files = Dictionary(
      stick.files.map {
        (StickFile(path: $0.path, size: $0.size, isPicture: $0.isPicture), $0.url)
      }, uniquingKeysWith: { first, _ in first })
    let sorted = Sorting(
      Array(files.keys), of: applicants.map { Applicant($0.application) },
      items: Set(edition.items.map(\.id)))
    (unowned, rubbish, unread) = (sorted.unowned, sorted.rubbish, stick.unread)
    let total = sorted.found.values.reduce(0) { $0 + $1.count }
    var done = 0
    for (id, found) in sorted.found.sorted(by: { $0.key < $1.key }) {
      let dossier = try store.dossier(id, by: session)
      let own = try store.cycle().edition(of: dossier.year)
      var share = Share(id: id, name: dossier.application.name, items: [])
      for file in found {
        guard progress(done, total) else { throw StoreFault.stopped }
        done += 1
        guard let url = files[file.file] else { continue }
        var item = Item(
          found: file, url: url, isThere: try store.holds(url, in: dossier))
        if !item.isThere { Self.read(&item, for: own, into: &share) }
        share.items.append(item)
      }
      shares.append(share)
    }
  }

  private static func read(_ item: inout Item, for edition: Edition, into share: inout Share) {
    guard !item.found.file.isPicture, item.found.file.size <= AttachedText.largest else { return }
    do throws(ReadingFault) {
      let read = try AttachedText.read(
        item.url.path, named: item.found.file.name, as: item.found.kind, for: edition)
      (item.text, item.pages) = (read.text, read.pages)
      if item.found.doubts.contains(.secondText(of: item.found.kind)) {
        // Of two of a kind one is read; the other is kept as it came.
        item.text = nil
        return
      }
      switch item.found.kind {
      case .applicationForm: share.form = FormReading(read.manuscript)
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
    let documents = share.items.filter { !$0.isThere }.map { item in
      var incoming = IncomingDocument(
        item.url, as: item.found.kind, titled: item.found.name.title)
      incoming.called = item.found.file.name
      (incoming.pages, incoming.items) = (item.pages, item.found.name.items)
      (incoming.text, incoming.receipt) = (item.text, receipt)
      return incoming
    }
    return try store.attach(documents, to: share.id, by: session, progress: progress)
  }
}
