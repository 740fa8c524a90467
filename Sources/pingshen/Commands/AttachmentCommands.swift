import ArgumentParser
import Console
import Criteria
import Foundation
import Procedure
import Store

/// `pingshen attachments DIR CASE --as PERSON`
struct AttachmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachments", abstract: say(.cliAttachments))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliCase), valueName: "case")) var number: String
  @Flag(help: ArgumentHelp(say(.cliFormer))) var former = false
  @OptionGroup var access: Access
  @Flag(name: .customLong("json"), help: ArgumentHelp(say(.cliJSON))) var printsJSON = false

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    _ = try store.queueRow(CaseID(number), by: session)
    let dossier = try store.dossier(CaseID(number), by: session)
    let sorted = dossier.documents.sorted(by: Document.precedes)
    let old = former ? dossier.material.former : []
    if printsJSON {
      return try JSONOutput.write(
        sorted.map { JSONOutput.Attachment($0, in: dossier) }
          + old.map { JSONOutput.Attachment($0.document, in: dossier, former: $0) })
    }
    for document in sorted { Output.row(DocumentRow.cells(document, in: dossier)) }
    for old in old { Output.row(DocumentRow.cells(old.document, in: dossier, former: old)) }
  }
}

/// A document in a list.
enum DocumentRow {
  static func cells(
    _ document: Document, in dossier: CaseState, former: FormerDocument? = nil
  ) -> [String] {
    let material = dossier.material
    let isCurrent = former == nil
    return [
      document.id.rawValue, document.title, document.pages.map { "\($0)" } ?? "",
      (document.items ?? []).map(\.rawValue).joined(separator: ","),
      document.original.map { say(.fileSize($0.bytes)) } ?? "", document.original?.name ?? "",
      say(
        .documentState(
          isCurrent ? material.receipts[document.id] : nil,
          isCurrent ? material.splittings[document.id] : nil, former: former)),
    ]
  }
}

/// `pingshen attachment DIR CASE DOCUMENT --out FILE --as PERSON`
struct AttachmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachment", abstract: say(.cliAttachment))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliCase), valueName: "case")) var number: String
  @Argument(help: ArgumentHelp(say(.cliDocumentID), valueName: "document")) var document: String
  @Option(help: ArgumentHelp(say(.cliOut), valueName: "file"), transform: homePath) var out: String
  @OptionGroup var access: Access

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let id = CaseID(number)
    _ = try store.queueRow(id, by: session)
    let dossier = try store.dossier(id, by: session)
    let wanted = DocumentID(document)
    guard let found = dossier.documents.first(where: { $0.id == wanted }) else {
      throw Refusal(.K, .unknownDocument)
    }
    let target = self.target(for: found)
    try LongWork.run(.extracting(found.original?.name ?? found.title)) { progress in
      try store.extract(found, in: id, to: target, by: session) {
        progress($0 >> 20, $1 >> 20)
      }
    }
    Output.line(say(.writtenTo(target.path)))
  }

  /// The file named, or one in the folder named, called as the original was.
  private func target(for document: Document) -> URL {
    let url = URL(fileURLWithPath: out)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: out, isDirectory: &isFolder), isFolder.boolValue
    else { return url }
    return url.appendingPathComponent(document.fileName)
  }
}

extension JSONOutput {
  /// A document of a case.
  struct Attachment: Encodable {
    let id: String
    let kind: DocumentKind
    let number: Int?
    let title: String
    let pages: Int?
    let items: [String]
    /// The original's name, bytes and SHA-256; none for a text that was typed.
    let name: String?
    let bytes: Int?
    let sha256: String?
    let characters: Int
    let hasText: Bool
    let receivedOn: Day?
    let receivedBy: String?
    let splittingCorrected: String?
    /// «current», «replaced» or «removed».
    let state: String

    init(_ document: Document, in dossier: CaseState, former: FormerDocument? = nil) {
      (id, kind, number) = (document.id.rawValue, document.kind, document.ordinal)
      (title, pages) = (document.title, document.pages)
      items = (document.items ?? []).map(\.rawValue)
      name = document.original?.name
      bytes = document.original?.bytes
      sha256 = document.original?.hash
      (characters, hasText) = (document.characters, document.hasText)
      let receipt = former == nil ? dossier.material.receipts[document.id] : nil
      (receivedOn, receivedBy) = (receipt?.receivedOn, receipt?.receivedBy)
      let splitting = former == nil ? dossier.material.splittings[document.id] : nil
      splittingCorrected = splitting?.at.description
      state = former.map { $0.isReplaced ? "replaced" : "removed" } ?? "current"
    }
  }
}
