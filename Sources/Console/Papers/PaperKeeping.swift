import Foundation
import Office
import Procedure
import Reports
import Store
import Vault

/// Where a fair copy is kept: in the most secret room that its contents come from (V5).
struct PaperPlace: Sendable, Hashable {
  let room: RoomID
  /// The case that it is of; none for what the bureau keeps for itself.
  let dossier: CaseID?

  /// The place of an order's paper; nil of one that leaves no entry.
  init?(_ order: PaperOrder) {
    guard order.paper.isKept, !order.isDraft else { return nil }
    func of(_ room: (CaseID) -> RoomID) -> PaperPlace? {
      order.dossiers.first.map { PaperPlace(room: room($0), dossier: $0) }
    }
    let place: PaperPlace? =
      switch order.paper {
      case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .announcement,
        .letterInquiry, .letterOpinion:
        PaperPlace(room: .bureau, dossier: nil)
      case .letterNotQualified, .letterObjection, .letterRevoked: of(RoomID.office)
      // It tells what the panel agreed on.
      case .letterNotEntered: of(RoomID.consensus)
      }
    guard let place else { return nil }
    self = place
  }

  private init(room: RoomID, dossier: CaseID?) { (self.room, self.dossier) = (room, dossier) }
}

/// A paper as files, and whether they are those of an earlier time.
struct PaperFiles {
  let files: [PaperFormat: Data]
  var isAgain = false
}

extension Backstage {
  /// The files of an order: of a fair copy those that were kept of it, or those made and kept now.
  ///
  /// - Throws: `Refusal` where its number is another paper's, or this person may not keep it.
  func files(of order: PaperOrder, by session: Session) throws -> PaperFiles {
    let made = try make(order, by: session)
    guard let place = PaperPlace(order) else {
      return PaperFiles(files: try made.files(order.formats))
    }
    let text = try made.bytes(as: .txt)
    let rows = try store.papers(of: place.dossier, limit: Self.mostPapers, by: session)
    if let row = rows.first(where: { $0.isSame(as: order, under: made.number, saying: text) }) {
      return PaperFiles(files: try files(of: row, order.formats), isAgain: true)
    }
    // Whatever forms are wanted today, all are kept that can be made here.
    let wanted = PaperFormat.allCases.filter { $0 != .docx || Helper.libarchive.isThere }
    let files = try made.files(Set(wanted + order.formats).sorted { $0.rawValue < $1.rawValue })
    let paper = NewPaper(
      kind: order.paper.rawValue, title: made.title,
      number: made.number.isEmpty ? nil : made.number, day: store.clock.now().day,
      room: place.room, in: place.dossier,
      files: files.sorted { $0.key.rawValue < $1.key.rawValue }.map { format, data in
        NewPaper.File(name: "\(order.paper.title.zh).\(format.rawValue)", data: data)
      })
    try store.keep(paper, by: session)
    take(.saved(store.clock.now()))
    return PaperFiles(files: files)
  }

  /// The files of a kept paper, in the forms that it has.
  func files(of row: KeptPaperRow, _ formats: [PaperFormat]) throws -> [PaperFormat: Data] {
    var files: [PaperFormat: Data] = [:]
    for format in formats {
      if let file = row.file(format) { files[format] = try store.bytes(of: file, in: row) }
    }
    return files
  }

  /// Among so many papers, newest first, one that was kept is looked for.
  private static let mostPapers = 1000
}

extension KeptPaperRow {
  /// Whether it is the paper of an order: under its number, or where there is none by what it says.
  func isSame(as order: PaperOrder, under number: String, saying text: Data) -> Bool {
    guard let paper, paper.kind == order.paper.rawValue else { return false }
    if !number.isEmpty { return paper.number == number }
    let hash = Hex.encode(Digest.sha256(text))
    return paper.number == nil && paper.files.contains { $0.hash == hash }
  }

  /// Its file in a form.
  func file(_ format: PaperFormat) -> KeptFile? {
    paper?.files.first { $0.name.hasSuffix(".\(format.rawValue)") }
  }
}
