import Foundation
import Procedure
import Vault

/// The sealed files that one write puts down: they go again if it is not committed.
final class Attachments {
  private let files: Files
  private var written: [String] = []

  init(directory: URL) { files = Files(directory: directory) }

  /// Writes a sealed file.
  ///
  /// - Returns: Its name.
  func put(_ sealed: Data) throws -> String {
    let name = try files.put(sealed)
    written.append(name)
    return name
  }

  /// Removes what was written: nothing refers to it.
  func discard() {
    for name in written { files.remove(name) }
    written = []
  }
}

extension Transaction {
  /// Seals a text into a case's material and attaches it (M1–M5).
  ///
  /// - Throws: `StoreFault.keyMissing` where the material is not open to this person, `Refusal`.
  mutating func attach(
    _ text: String, as kind: DocumentKind, titled title: String, to id: CaseID
  ) throws {
    let room = RoomID.material(id).rawValue
    guard let key = try Seals(db: db).key(of: room, for: session) else {
      throw StoreFault.keyMissing(room)
    }
    let sealed = try key.seal(Data(text.utf8), context: Data(room.utf8), padding: .file)
    let parts = MaterialText(text).parts.filter { !$0.body.isBlank }
    let controlled = try file(id).value.state?.application.controlled ?? []
    let document = Document(
      id: DocumentID(kind.rawValue), kind: kind, title: title, file: try attachments.put(sealed),
      characters: CharacterCount.of(text), sections: parts.compactMap { $0.id?.rawValue },
      mentions: controlled.filter { text.contains($0) })
    try perform(.file(id, .attach(document)))
  }
}
