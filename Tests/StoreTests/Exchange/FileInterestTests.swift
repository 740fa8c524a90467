import Foundation
import Procedure
import Testing

@testable import Store

@Suite("A copy that is made for people has the attachments that they may open")
struct FileInterestTests {
  private let copies: CopyWorld
  /// A case of the panel with a cleared member, one that nobody of the panel was cleared for.
  private let open: CaseID = "HZ26-0001"
  private let closed: CaseID = "HZ26-0002"

  init() throws {
    copies = try CopyWorld()
    let world = copies.world
    for id in [open, closed] {
      try world.register(id)
      try world.toReview(id)
    }
    try world.store.perform(.declare(nil), in: open, by: world["p11"])
    try world.store.settleKeys(by: world.office)
    world.time.advance(seconds: 60)
  }

  private func files(_ id: CaseID) throws -> Set<String> {
    Set(
      try copies.world.store.entries().filter { $0.entry.stream == .dossier(id) }
        .flatMap(\.entry.files).map(\.name))
  }

  private func lying(in directory: URL) throws -> Set<String> {
    Set(try Files(directory: directory).names())
  }

  private func copy(for people: [PersonID]) throws -> (OtherCopy, CopyReport) {
    let directory = try copies.folder()
    let report = try copies.world.store.copy(to: directory, for: people)
    return (try OtherCopy(directory, of: copies.world), report)
  }

  /// How many attachments the check says are not on a copy.
  private func elsewhere(_ copy: OtherCopy) throws -> Int? {
    try copy.store.check().remarks.compactMap {
      if case .attachmentsElsewhere(let count) = $0 { count } else { nil }
    }.first
  }

  @Test(
    "those that a cleared member may open are brought, others are not, and nothing is wrong with that"
  )
  func brought() throws {
    let (mine, others) = (try files(open), try files(closed))
    let (copy, report) = try copy(for: ["p11"])
    #expect(try lying(in: copy.store.directory) == mine)
    #expect((report.files, report.left) == (mine.count, others.count))
    #expect(try copy.store.check(by: copy["p11"]).findings == [])
    #expect(try elsewhere(copy) == others.count)
    #expect(try copy.store.dossier(open, by: copy["p11"]).documents.isEmpty == false)
    let backup = try copy.store.backUp(
      to: BackupPlace(copies.folder()), now: copies.world.time.clock.now())
    #expect(backup.missing == [])
    // One of theirs that is gone is named as ever.
    let gone = try #require(mine.sorted().first)
    Files(directory: copy.store.directory).remove(gone)
    #expect(
      try copy.store.check().findings.contains {
        if case .attachmentMissing(_, gone) = $0 { true } else { false }
      })
  }

  @Test("what they may open later comes by exchange; so does what whoever exchanges there may open")
  func later() throws {
    let (world, stick) = (copies.world, try copies.folder())
    let (copy, _) = try copy(for: ["p11"])
    try copies.exchange(stick)
    _ = try copy.store.exchange(with: stick, by: copy["p11"])
    #expect(try lying(in: copy.store.directory) == files(open))
    try world.store.perform(.declare(nil), in: closed, by: world["p11"])
    world.time.advance(seconds: 60)
    try copies.exchange(stick)
    _ = try copy.store.exchange(with: stick, by: copy["p11"])
    #expect(try lying(in: copy.store.directory) == files(open).union(files(closed)))
    #expect(try elsewhere(copy) == nil)

    let (second, _) = try self.copy(for: ["p21"])
    #expect(try lying(in: second.store.directory).isEmpty)
    try second.exchange(stick)
    #expect(try lying(in: second.store.directory) == files(open).union(files(closed)))
  }

  @Test("without names it has all")
  func all() throws {
    let (copy, report) = try copy(for: [])
    #expect(try lying(in: copy.store.directory) == lying(in: copies.world.directory))
    #expect(report.left == 0)
    #expect(try elsewhere(copy) == nil)
  }
}
