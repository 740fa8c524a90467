import Foundation
import Procedure
import Vault

/// The sealed files that one write puts down: they go again if it is not committed.
final class Attachments {
  private let files: Files
  private var written: [String: FileReference] = [:]

  init(directory: URL, waitsForDisk: Bool) {
    var files = Files(directory: directory)
    if !waitsForDisk { files.synchronize = { _, _ in } }
    self.files = files
  }

  /// Writes a sealed file.
  ///
  /// - Returns: Its name.
  func put(_ sealed: Data) throws -> String {
    let reference = FileReference(digest: Digest.sha256(sealed), size: sealed.count)
    let name = try files.put(sealed)
    written[name] = reference
    return name
  }

  /// Takes charge of a sealed file that lies there already.
  func take(_ reference: FileReference) { written[reference.name] = reference }

  /// What an entry says of the files that its act speaks of.
  func references(of event: Event) -> [FileReference] {
    event.files.compactMap { written[$0] }
  }

  /// Removes what was written: nothing refers to it.
  func discard() {
    for name in written.keys { files.remove(name) }
    written = [:]
  }
}

extension Transaction {
  /// Seals a text into a case's material and attaches it (M1–M5).
  ///
  /// - Throws: `StoreFault.keyMissing` where the material is not open to this person, `Refusal`.
  mutating func attach(
    _ text: String, as kind: DocumentKind, titled title: String, to id: CaseID
  ) throws {
    let room = RoomID.material(id)
    let (_, key) = try sealingKey(of: room, in: id)
    let parts = MaterialText(text).parts.filter { !$0.body.isBlank }
    let controlled = try dossier(id).state?.application.controlled ?? []
    let document = Document(
      id: DocumentID(kind.rawValue), kind: kind, title: title,
      file: try sealText(text, to: room, key),
      characters: CharacterCount.of(text), sections: parts.compactMap { $0.id?.rawValue },
      mentions: controlled.filter { text.contains($0) })
    try perform(.dossier(id, .attach(document)))
  }
}
