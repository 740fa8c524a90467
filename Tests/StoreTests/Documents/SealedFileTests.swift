import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Files of the material are sealed in pieces")
struct SealedFileTests {
  @Test(
    "M5: a file comes back as it was, empty and at the edge of a piece too",
    arguments: [0, 1, Pieces.size - 1, Pieces.size, Pieces.size + 1, 3 * Pieces.size])
  func roundTrip(bytes: Int) throws {
    let world = try FileWorld()
    let (document, body) = try world.attach(bytes: bytes) { ($0.pages, $0.items) = (3, ["4.1.2"]) }
    #expect(try world.opened(document) == body)
    #expect(try world.opened(document, by: world.world.office) == body)
    #expect(document.original?.bytes == bytes)
    #expect(document.original?.hash == Hex.encode(Digest.sha256(body)))
    #expect(document.id == "evidence-1" && document.pages == 3 && document.items == ["4.1.2"])
    #expect(try world.store.text(of: document, in: FileWorld.id, by: world.officer) == "执照全文")
    #expect(try world.state().documents.contains(document))
    let report = try world.store.check(by: world.officer)
    #expect(report.isSound && report.files == 3)
  }

  @Test("the next file of a kind has the next number; of one number the later counts")
  func numbers() throws {
    let world = try FileWorld()
    let first = try world.attach(bytes: 10)
    let second = try world.attach(bytes: 20)
    #expect(second.document.ordinal == 2)
    let third = try world.attach(bytes: 30) { $0.ordinal = 1 }
    #expect(try world.opened(third.document) == third.body)
    #expect(
      try world.state().documents.compactMap(\.ordinal) == [2, 1])
    // The old one is kept in the history, and opens still.
    let former = try #require(try world.state().material.former.first)
    #expect(former.document == first.document && former.isReplaced)
    #expect(try world.opened(former.document) == first.body)
    #expect(try world.store.check(by: world.officer).isSound)
  }

  @Test("R5: who may not read the material of a case opens none of its files")
  func readers() throws {
    let world = try FileWorld()
    let (document, _) = try world.attach(bytes: 100)
    for person: PersonID in ["p11", "p4", StoreWorld.supervisor] {
      #expect(throws: StoreFault.keyMissing(RoomID.material(FileWorld.id).rawValue)) {
        try world.opened(document, by: world.world[person])
      }
    }
    // Nor does a file of another case open under this one's name.
    try world.world.register("HZ26-0002", name: "杭州西湖茶业有限公司", industry: "茶叶")
    #expect(throws: (any Error).self) {
      try world.store.open(document, in: "HZ26-0002", by: world.world.office) { _ in }
    }
  }

  @Test("no byte of a file stands in the clear, nor its name, nor its title")
  func secret() throws {
    let world = try FileWorld()
    let text = Data(String(repeating: "绝密的营业执照内容", count: 200).utf8)
    let (url, _) = try world.file("机密文件名.pdf", bytes: 0)
    try text.write(to: url)
    try world.store.attach(
      world.incoming(url) { $0.title = "机密标题" }, to: FileWorld.id, by: world.officer)
    for needle in ["绝密的营业执照内容", "机密文件名", "机密标题"] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: world.world.directory.path)
      for name in names {
        let file = world.world.directory.appendingPathComponent(name)
        guard let data = try? Data(contentsOf: file) else { continue }
        #expect(data.range(of: Data(needle.utf8)) == nil, "\(needle) in \(name)")
      }
    }
  }

  // MARK: Damage

  static let damages: [(String, @Sendable (inout Data) -> Void)] = [
    ("a byte of the first piece", { $0[10] ^= 1 }),
    ("a byte of the last tag", { $0[$0.count - 1] ^= 1 }),
    ("cut in a piece", { $0 = $0.dropLast(3) }),
    ("cut between pieces", { $0 = $0.prefix(Pieces.size + Pieces.overhead) }),
    ("a byte more", { $0.append(0) }),
    ("empty", { $0 = Data() }),
    (
      "pieces exchanged",
      {
        let size = Pieces.size + Pieces.overhead
        $0 = $0[size..<2 * size] + $0[..<size] + $0[(2 * size)...]
      }
    ),
  ]

  @Test(
    "V5: an altered, cut or exchanged file is named, and given out no further than it is right",
    arguments: damages.indices)
  func damaged(_ index: Int) throws {
    let world = try FileWorld()
    let (document, body) = try world.attach(bytes: 2 * Pieces.size + 7)
    let name = try #require(document.original?.file)
    let url = world.sealed.appendingPathComponent(name)
    var data = try Data(contentsOf: url)
    Self.damages[index].1(&data)
    try data.write(to: url)
    var given = Data()
    #expect(throws: StoreFault.damaged(.attachment)) {
      try world.store.open(document, in: FileWorld.id, by: world.officer) { given += $0 }
    }
    #expect(body.starts(with: given) && given.count < body.count)
    let out = world.world.directory.deletingLastPathComponent()
      .appendingPathComponent(UUID().uuidString)
    #expect(throws: StoreFault.damaged(.attachment)) {
      try world.store.extract(document, in: FileWorld.id, to: out, by: world.officer)
    }
    #expect(!FileManager.default.fileExists(atPath: out.path))
    #expect(!FileManager.default.fileExists(atPath: out.path + ".part"))
    #expect(try world.store.check().findings == [.attachmentDamaged(name)])
    let named = CheckReport.Finding.documentDamaged(FileWorld.id, "营业执照")
    #expect(
      try world.store.check(by: world.officer).findings == [.attachmentDamaged(name), named])
  }

  @Test("V5: a missing file is named with its entry, and by its title to who may read it")
  func missing() throws {
    let world = try FileWorld()
    let (document, _) = try world.attach(bytes: 7)
    let name = try #require(document.original?.file)
    try FileManager.default.removeItem(at: world.sealed.appendingPathComponent(name))
    let position = try world.store.read(LogTable.last)
    #expect(try world.store.check().findings == [.attachmentMissing(at: position, name)])
    #expect(
      try world.store.check(by: world.officer).findings == [
        .attachmentMissing(at: position, name), .documentDamaged(FileWorld.id, "营业执照"),
      ])
  }

  @Test("V5: files exchanged for each other do not open, each under its name or not")
  func swapped() throws {
    let world = try FileWorld()
    let (one, other) = (try world.attach(bytes: 50).document, try world.attach(bytes: 50).document)
    let urls = [one, other].map { world.sealed.appendingPathComponent($0.original!.file) }
    let data = try urls.map { try Data(contentsOf: $0) }
    try data[1].write(to: urls[0])
    try data[0].write(to: urls[1])
    for document in [one, other] {
      #expect(throws: StoreFault.damaged(.attachment)) { try world.opened(document) }
    }
    #expect(try world.store.check().findings.count == 2)
    // One entry's words about another's file open nothing either.
    var forged = one
    forged.original?.file = other.original!.file
    try data[1].write(to: urls[1])
    #expect(throws: StoreFault.damaged(.attachment)) { try world.opened(forged) }
    forged = one
    forged.original?.sealedKey = other.original!.sealedKey
    try data[0].write(to: urls[0])
    #expect(throws: StoreFault.damaged(.attachment)) { try world.opened(forged) }
    forged = one
    forged.original?.piece = 0
    #expect(throws: StoreFault.damaged(.attachment)) { try world.opened(forged) }
    #expect(try world.opened(one).count == 50)
  }

  @Test("a file is opened with the memory of a few pieces, and so is it checked")
  func memory() throws {
    let world = try FileWorld()
    let (document, _) = try world.attach(bytes: 40 << 20)
    var largest = 0
    try world.store.open(document, in: FileWorld.id, by: world.officer) {
      largest = max(largest, $0.count)
    }
    #expect(largest == Pieces.size)
  }

  @Test("taken out, a file is its reader's alone, and nothing is written over")
  func extracted() throws {
    let world = try FileWorld()
    let (document, body) = try world.attach(bytes: 70_000)
    let out = world.world.directory.deletingLastPathComponent()
      .appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: out) }
    try world.store.extract(document, in: FileWorld.id, to: out, by: world.officer)
    #expect(try Data(contentsOf: out) == body)
    let mode = try FileManager.default.attributesOfItem(atPath: out.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(throws: StoreFault.fileExists(out.path)) {
      try world.store.extract(document, in: FileWorld.id, to: out, by: world.officer)
    }
    #expect(throws: StoreFault.noOriginal("组织概述")) {
      try world.store.attach(
        "# B.1.1 环境\n文", as: .profile, titled: "组织概述", to: FileWorld.id, by: world.officer)
      let profile = try world.state().documents.first { $0.kind == .profile }!
      try world.store.extract(
        profile, in: FileWorld.id, to: out.appendingPathExtension("x"), by: world.officer)
    }
  }
}
