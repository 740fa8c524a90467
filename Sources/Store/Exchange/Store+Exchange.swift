import Foundation
import GRDB
import Procedure
import Vault

extension Store {
  /// Meets other copies through a directory: takes what is there, gives what is missing there, writes
  /// a receipt.
  ///
  /// - Parameters:
  ///   - directory: A stick, a share; it is there.
  ///   - session: Who is at work: they sign the receipt.
  ///   - isTrial: Looks what would be taken and given, and writes nothing.
  ///   - progress: Told how far each step is; false stops between two pieces of work.
  /// - Throws: `StoreFault.noFolder`, `.stopped`, `.busy` where another program of this store's is
  ///   exchanging, `.database` where a disk refuses. What was taken
  ///   until then stays, and the next exchange goes on.
  public func exchange(
    with directory: URL, by session: Session, isTrial: Bool = false,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> ExchangeReport {
    do {
      // A trial takes no turn: it writes nothing.
      let turn = try isTrial ? nil : ExchangeTurn(of: self)
      defer { turn?.end() }
      return try meet(directory, session, isTrial, progress)
    } catch {
      throw StoreFault.naming(error)
    }
  }

  private func meet(
    _ directory: URL, _ session: Session, _ isTrial: Bool, _ progress: (Int, Int) -> Bool
  ) throws -> ExchangeReport {
    let (store, device) = try read { try (Meta.text($0, .store), Meta.text($0, .device)) }
    var post = try Post(in: directory, store: store, device: device)
    var report = ExchangeReport()
    let survey = try Survey(post, for: self, progress: progress)
    try take(survey, from: post, into: &report, session, isTrial, progress)
    if report.newDevice != nil, !isTrial {
      post = try Post(in: directory, store: store, device: read { try Meta.text($0, .device) })
    }
    if !isTrial { try welcome(session) }
    var attachments = AttachmentExchange(of: self, with: post, isTrial: isTrial)
    try attachments.take(progress: progress)
    if report.taken > 0, !isTrial { report.keysFault = try settled(by: session) }
    // Only now is anything written there: also where that is refused everything was taken.
    try attachments.give(progress: progress)
    (report.filesTaken, report.filesGiven) = (attachments.taken, attachments.given)
    (report.filesMissing, report.filesRefused) = (attachments.missing, attachments.refused)
    report.drafts = try exchangeDrafts(with: post, by: session, isTrial: isTrial)
    var giving = Giving(of: self, to: post, covered: survey.covered, isTrial: isTrial)
    try giving.run()
    (report.given, report.packs) = (giving.entries, giving.packs)
    // What can never become good in an own name was given anew, maybe under another.
    for refused in report.refused where !isTrial && refused.device == post.device {
      post.remove(refused.pack)
    }
    report.head = try head()
    if !isTrial {
      report.receipt = try writeReceipt(to: post, report.head, by: session)
      try carryReceipts(to: post, beside: report.receipts)
    }
    return report
  }

  /// Who works at a copy that was made for others is one of its people from then on.
  private func welcome(_ session: Session) throws {
    guard let people = try FileInterest(of: self).people, !people.contains(session.person) else {
      return
    }
    try writeTaken { try FileInterest.note(people.union([session.person]), $0) }
  }

  private func take(
    _ survey: Survey, from post: Post, into report: inout ExchangeReport, _ session: Session,
    _ isTrial: Bool, _ progress: (Int, Int) -> Bool
  ) throws {
    if !survey.lacking.isEmpty, !isTrial { try beginTaking() }
    var taking = try PostTaking(into: self, from: post, isTrial: isTrial)
    try taking.run(survey.lacking, progress: progress)
    report.receipts = taking.newestReceipts(survey.listing)
    try taking.compare(with: report.receipts)
    if !isTrial { try settleTaken(progress: progress) }
    // Whoever looked at those cases reads them anew.
    if taking.restored > 0 { session.forgetDossiers() }
    report.taken = taking.taken
    report.waiting = try taking.waits(report.receipts)
    report.refused = survey.refused + taking.refused
    report.strangers = survey.listing.strangers
    report.newDevice = taking.newDevice
  }

  /// Signs what came from other copies, and gives the keys that are owed by it.
  ///
  /// - Returns: Why that could not be done: a clock that is wrong, keys that were replaced.
  private func settled(by session: Session) throws -> StoreFault? {
    do {
      try noteArrivals(by: session)
      try settleKeys(by: session)
      return nil
    } catch let fault as StoreFault {
      return fault
    }
  }

  // MARK: Receipts

  private func writeReceipt(
    to post: Post, _ head: String, by session: Session
  ) throws -> Receipt {
    let earlier = post.listing().receipts[post.device] ?? []
    // One count for all posts, as far as it is remembered: they are carried on under their numbers.
    let known = Heard(in: postsFolder).receipts.first { $0.device == post.device }?.number ?? 0
    var receipt = Receipt(
      store: post.store, device: post.device,
      number: min(max(earlier.last ?? 0, known) + 1, PackName.highest),
      person: session.person, time: clock.now().seconds, head: head, seen: try lastEntries())
    receipt.signature = Hex.encode(try session.ring.keys.sign(receipt.signed))
    try post.write(receipt.encoded(), Receipt.name(receipt.number), of: post.device)
    for number in earlier where number != receipt.number { post.remove(Receipt.name(number)) }
    return receipt
  }

  /// Carries on the newest receipts of other copies: what one post brought the next one gets.
  ///
  /// - Parameter there: The newest that lie in the post.
  private func carryReceipts(to post: Post, beside there: [Receipt]) throws {
    for receipt in Heard(in: postsFolder).receipts(signedBy: cycleCache.keys) {
      let isNewer = there.allSatisfy {
        $0.device != receipt.device || ($0.time, $0.number) < (receipt.time, receipt.number)
      }
      let name = Receipt.name(receipt.number)
      // Where a copy forgot its count, one may lie there under the same number: it stays.
      guard receipt.device != post.device, receipt.store == post.store, isNewer,
        Post.isCopy(receipt.device), !post.holds(name, of: receipt.device)
      else { continue }
      try post.write(receipt.encoded(), name, of: receipt.device)
    }
  }

  /// The last entry of every copy that its author signed.
  func lastEntries() throws -> [Receipt.Seen] {
    try read { db in
      var signers = Signers()
      try signers.update(db)
      return try LogTable.devices(db).filter(Post.isCopy).compactMap { device in
        guard let last = try LogTable.lastSigned(db, of: device, by: signers) else { return nil }
        return Receipt.Seen(device: device, number: last.entry.number, id: Hex.encode(last.id))
      }
    }
  }
}

extension LogTable {
  /// A copy's last entry that its author signed.
  fileprivate static func lastSigned(
    _ db: Database, of device: String, by signers: Signers
  ) throws -> StoredEntry? {
    let store = try Meta.text(db, .store)
    var before = end
    while true {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(columns) FROM entry WHERE device = ? AND position > 0 AND position < ?
            ORDER BY position DESC LIMIT 1
            """), arguments: [device, before])
      guard let row else { return nil }
      let found = read(row, store: store)
      if let stored = try? found.get(), stored.entry.id == stored.id,
        signers.vouch(for: stored.entry)
      {
        return stored
      }
      guard found.position < before else { return nil }
      before = found.position
    }
  }
}
