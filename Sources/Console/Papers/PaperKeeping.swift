import Foundation
import Office
import Procedure
import Reports
import Store
import Vault

/// Where a fair copy is kept: in the most secret room that its contents come from (V5).
struct PaperPlace: Sendable, Hashable {
  let room: RoomID
  /// The case that it is of; none for what the bureau or supervision keeps for itself.
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
        .scoreTable, .meetingMinutes:
        PaperPlace(room: .bureau, dossier: nil)
      // Under a number that was recorded it is one letter for all cases that were asked about.
      case .letterInquiry, .letterOpinion:
        order.department?.number == nil
          ? of(RoomID.office) : PaperPlace(room: .bureau, dossier: nil)
      case .letterNotQualified, .letterObjection, .letterRevoked: of(RoomID.office)
      case .materialReceipt: of(RoomID.material)
      // A list of several is nobody's case: the bureau keeps it; districts have no room beside the cases.
      case .recommendation:
        order.dossiers.count == 1
          ? of(RoomID.material) : PaperPlace(room: .bureau, dossier: nil)
      // They tell what the panel agreed on.
      case .letterNotEntered, .reviewSheet, .consensusRecord, .materialReport, .feedbackReport:
        of(RoomID.consensus)
      case .visitRecord, .visitReport: of(RoomID.onSite)
      case .complaintRecord, .complaintReport: PaperPlace(room: .supervision, dossier: nil)
      case .blankSheet, .visitPlan, .visitAgenda, .attendanceSheet, .pledge, .mutualAssessment,
        .caseFile:
        nil
      }
    guard let place else { return nil }
    self = place
  }

  private init(room: RoomID, dossier: CaseID?) { (self.room, self.dossier) = (room, dossier) }
}

/// A paper as files, and how it came about.
public struct PaperFiles: Sendable {
  /// How the files came about.
  public enum Origin: Sendable {
    /// Made now, with nothing kept of it.
    case made
    /// Made now as a fair copy that no room is for: its readers share none.
    case unkept
    /// Made and kept now.
    case kept
    /// Kept earlier: the same bytes.
    case again
    /// Marked as a preview: this person may not keep a fair copy.
    case preview
  }

  /// The files by their form.
  public let files: [PaperFormat: Data]
  /// How they came about.
  public let origin: Origin
}

extension PaperPress {
  /// The order with a number where it goes out under one: the one given, else that under which it was
  /// kept, else the next of the bureau's own.
  ///
  /// - Throws: `PaperFault.numberless` where none was given and the letterhead names no sign.
  public func numbered(_ order: PaperOrder, _ given: String?) throws -> PaperOrder {
    guard order.wantsNumber else { return order }
    var order = order
    let kept =
      try PaperPlace(order).flatMap { place in
        try store.paper(in: place.room, of: place.dossier, by: session) {
          $0.paper?.kind == order.key
        }
      }?.paper?.number
    let number =
      try given ?? kept ?? store.nextNumber(on: store.clock.now().day, by: session)
    guard let number, !number.isBlank else { throw PaperFault.numberless }
    order.number = number
    return order
  }

  /// The files of an order: of a fair copy those that were kept of it, or those made and kept now.
  ///
  /// - Throws: `Refusal` where its number is another paper's; `PaperFault`, `WritingFault`,
  ///   `WordTemplateFault`, `StoreFault`.
  public func files(of order: PaperOrder) throws -> PaperFiles {
    let made = try printed(order)
    guard let place = PaperPlace(order), let text = try made.bytes(as: .txt) else {
      return PaperFiles(
        files: try made.files(order.formats),
        origin: order.paper.isKept && !order.isDraft ? .unkept : .made)
    }
    // What papers without a number of their own call so is that of the case or the complaint.
    let number =
      !order.paper.hasNumber ? "" : order.number.isEmpty ? made.number : order.number
    let kept = try store.paper(in: place.room, of: place.dossier, by: session) {
      $0.isSame(as: order, under: number, saying: text)
    }
    if let row = kept {
      return PaperFiles(files: try files(of: row, order.formats), origin: .again)
    }
    // Whatever forms are wanted today, all are kept that can be made here.
    let wanted = PaperFormat.allCases.filter { $0.helper?.isThere != false }
    let files = try made.files(Set(wanted + order.formats))
    let paper = NewPaper(
      kind: order.key, title: made.title + (order.department.map { "（\($0.name)）" } ?? ""),
      number: number.isEmpty ? nil : number,
      day: min(made.day, store.clock.now().day), room: place.room, in: place.dossier,
      files: files.sorted { $0.key.rawValue < $1.key.rawValue }.map { format, data in
        NewPaper.File(name: "\(order.paper.title.zh).\(format.rawValue)", data: data)
      })
    do {
      try store.keep(paper, by: session)
    } catch let refusal as Refusal where refusal.reason.isOfPerson {
      if order.paper == .recommendation {
        return PaperFiles(
          files: files.filter { order.formats.contains($0.key) }, origin: .unkept)
      }
      var preview = order
      preview.isDraft = true
      let marked = try printed(preview).files(order.formats)
      return PaperFiles(files: marked, origin: .preview)
    }
    return PaperFiles(
      files: files.filter { order.formats.contains($0.key) }, origin: .kept)
  }

  /// The files of a kept paper, in the forms that it has of these.
  func files(of row: KeptPaperRow, _ formats: [PaperFormat]) throws -> [PaperFormat: Data] {
    var files: [PaperFormat: Data] = [:]
    for format in formats {
      if let file = row.file(format) { files[format] = try store.bytes(of: file, in: row) }
    }
    return files
  }
}

extension PaperFormat {
  /// What has to be on the machine to write it.
  fileprivate var helper: Helper? {
    switch self {
    case .docx: .libarchive
    case .xlsx: .libxlsxwriter
    case .html, .txt: nil
    }
  }
}

extension Refusal.Reason {
  /// Whether it is the person who may not, whatever they say.
  fileprivate var isOfPerson: Bool {
    switch self {
    case .needsRole, .notReadable, .notReady: true
    default: false
    }
  }
}

extension KeptPaperRow {
  /// Whether it is the paper of an order: under its number, or where there is none by what it says.
  func isSame(as order: PaperOrder, under number: String, saying text: Data) -> Bool {
    guard let paper, paper.kind == order.key else { return false }
    if !number.isEmpty { return paper.number == number }
    let hash = Hex.encode(Digest.sha256(text))
    return paper.number == nil && paper.files.contains { $0.hash == hash }
  }

  /// Its file in a form.
  func file(_ format: PaperFormat) -> KeptFile? {
    paper?.files.first { $0.name.hasSuffix(".\(format.rawValue)") }
  }
}
