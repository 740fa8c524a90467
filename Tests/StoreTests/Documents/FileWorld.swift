import Foundation
import Procedure
import Vault

@testable import Store

/// A store with a registered case, and files to attach to it.
struct FileWorld {
  static let id: CaseID = "HZ26-0001"

  let world: StoreWorld
  private let folder = StoreWorld.emptyDirectory()

  init() throws {
    world = try StoreWorld()
    try world.register(Self.id)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  var store: Store { world.store }
  var officer: Session { world[StoreWorld.officer] }
  /// The folder of sealed files.
  var sealed: URL { world.directory.appendingPathComponent("files") }

  /// Makes a file of so many bytes by chance.
  func file(_ name: String = "执照.pdf", bytes: Int) throws -> (url: URL, body: Data) {
    let body = Bytes.random(bytes)
    let url = folder.appendingPathComponent(name)
    try body.write(to: url)
    return (url, body)
  }

  func incoming(_ url: URL, _ change: (inout IncomingDocument) -> Void = { _ in })
    -> IncomingDocument
  {
    var incoming = IncomingDocument(url, as: .evidence, titled: "营业执照")
    incoming.text = IncomingText("执照全文", characters: 4, sections: [])
    change(&incoming)
    return incoming
  }

  /// Attaches a file of so many bytes as the district's officer.
  @discardableResult
  func attach(
    bytes: Int, _ change: (inout IncomingDocument) -> Void = { _ in }
  ) throws -> (document: Document, body: Data) {
    let (url, body) = try file(bytes: bytes)
    return (try store.attach(incoming(url, change), to: Self.id, by: officer), body)
  }

  /// What a document opens to.
  func opened(_ document: Document, by session: Session? = nil) throws -> Data {
    var body = Data()
    try store.open(document, in: Self.id, by: session ?? officer) { body += $0 }
    return body
  }

  /// The names of the sealed files.
  func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: sealed.path))
  }

  /// Makes a file look as if it had been written an hour ago.
  func age(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3_600)],
      ofItemAtPath: sealed.appendingPathComponent(name).path)
  }

  /// The state as a person sees it.
  func state(_ session: Session? = nil) throws -> CaseState {
    try store.dossier(Self.id, by: session ?? officer)
  }
}
