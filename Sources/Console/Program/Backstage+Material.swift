import Foundation
import Intake
import Office
import Procedure
import Store

/// Why nothing came of a file of the material.
enum MaterialFault: Error, Sendable, Hashable {
  /// A folder, of which one file after the other is taken.
  case folder(String)
  /// A document of that number is there.
  case stands(DocumentID)
  /// There is no program that shows files.
  case noViewer
}

/// Files of the material: attached, written out, shown.
extension Backstage {
  /// Attaches a file, its text beside it where there is one.
  func attach(_ file: FileToAttach, to id: CaseID, ticket: String) {
    change(ticket) { session in
      let scratch = try PrivateFolder()
      let url = try folders.source(file.path, copyingInto: scratch)
      let name = url.lastPathComponent
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        throw MaterialFault.folder(name)
      }
      let dossier = try store.dossier(id, by: session)
      if let ordinal = file.ordinal, !file.replaces,
        dossier.documents.contains(where: { $0.id == DocumentID(file.kind, ordinal) })
      {
        throw MaterialFault.stands(DocumentID(file.kind, ordinal))
      }
      let title = file.title ?? Names.title(url.deletingPathExtension().lastPathComponent)
      var incoming = IncomingDocument(url, as: file.kind, titled: title)
      (incoming.ordinal, incoming.items) = (file.ordinal, file.items)
      incoming.receipt = file.receipt
      let without = AttachedText.fill(&incoming, for: try store.cycle().edition(of: dossier.year))
      let document = try working(.attaching(name)) { progress in
        try store.attach(incoming, to: id, by: session) { progress($0 >> 20, $1 >> 20) }
      }
      let words: Phrase = .Material.attached(document)
      take(
        .notice(
          without.map { Notice(.warning, words + Phrase("；", "; ") + .attachedWithoutText($0)) }
            ?? Notice(.good, words)))
      return []
    }
  }

  /// Writes an original to a new file, whole or not at all.
  func writeOut(_ document: Document, of id: CaseID, path: String, ticket: String) {
    guard let session else { return }
    attempt(ticket: ticket) {
      let name = try folders.deliver(to: path, called: document.fileName) { url in
        try extract(document, of: id, to: url, by: session)
      }
      take(.notice(Notice(.good, .writtenTo(name) + folders.fetching([name]))))
      take(.written(ticket))
    }
  }

  /// Shows an original with the person's own program, from a folder that goes with the keys.
  func view(_ document: Document, of id: CaseID) {
    guard let session else { return }
    attempt(ticket: nil) {
      guard let onView else { throw MaterialFault.noViewer }
      let folder = try viewed ?? PrivateFolder()
      viewed = folder
      let url = try folder.place(named: document.fileName)
      try extract(document, of: id, to: url, by: session)
      guard onView(url) else { throw MaterialFault.noViewer }
      take(.notice(Notice(.info, .Material.viewing(document.fileName))))
    }
  }

  private func extract(
    _ document: Document, of id: CaseID, to url: URL, by session: Session
  ) throws {
    try working(.extracting(document.fileName)) { progress in
      try store.extract(document, in: id, to: url, by: session) { progress($0 >> 20, $1 >> 20) }
    }
  }
}
