import Foundation
import Testing

@testable import Office

/// What lies unsealed lies in a folder of the program's own, which no other program's tidying takes.
@Suite("Private folders")
struct PrivateFolderTests {
  private func folder(of own: PrivateFolder) -> URL { own.files.deletingLastPathComponent() }

  @Test("for its owner alone, and gone with the work")
  func gone() throws {
    let own = try PrivateFolder()
    let folder = folder(of: own)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    try Data("x".utf8).write(to: own.place(named: "原件.pdf"))
    own.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test("what a killed program left goes, what a living one has stays, a link leads nowhere")
  func forgotten() throws {
    let living = try PrivateFolder()
    let parent = folder(of: living).deletingLastPathComponent()
    let (left, elsewhere) = (
      parent.appendingPathComponent("pingshen-private-\(UUID().uuidString)"),
      parent.appendingPathComponent("pingshen-else-\(UUID().uuidString)")
    )
    let link = parent.appendingPathComponent("pingshen-private-\(UUID().uuidString)")
    for url in [left, elsewhere] {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
      try Data("x".utf8).write(to: url.appendingPathComponent("原件.pdf"))
    }
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: elsewhere)
    defer { for url in [link, elsewhere] { try? FileManager.default.removeItem(at: url) } }
    PrivateFolder.removeForgotten()
    #expect(!FileManager.default.fileExists(atPath: left.path))
    #expect(FileManager.default.fileExists(atPath: living.files.path))
    #expect(
      FileManager.default.fileExists(
        atPath: elsewhere.appendingPathComponent("原件.pdf").path))
  }
}
