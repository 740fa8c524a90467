import CWipe
import Foundation
import Procedure
import Testing

@testable import Store
@testable import Vault

/// What a locked console, its environment and a core file tell whoever gets at them.
extension AtTheTerminal.MemoryTests {
  /// A store like those that work is done in, with one application.
  private struct Secrets {
    let folder: TemporaryDirectory
    let passphrase: String
    /// Signing seed, agreement key, keys of groups and rooms.
    let keys: [String: Data]

    static let number: CaseID = "HZ26-0102"

    var store: String { folder.path("2026") }

    init(_ passphrase: String) throws {
      self.passphrase = passphrase
      folder = try TemporaryDirectory()
      let founder = Person(id: "chenmi", name: "陈秘", roles: [.secretariat])
      let founded = try Store.found(
        Founding(name: "库", founder: founder, isDemo: false), passphrase: passphrase,
        at: folder.url.appendingPathComponent("2026"))
      try Self.receive(founded.store, founded.session)
      let ring = founded.session.ring
      var keys = [
        "signing seed": Data(ring.keys.data.prefix(32)), "agreement key": ring.keys.agreement.data,
      ]
      for id in ring.groupIDs {
        for (place, pair) in ring.group(id).enumerated() {
          keys["group \(id) \(place)"] = pair.agreement.data
        }
      }
      for name in ring.names { keys["room \(name)"] = ring.key(name)?.data }
      self.keys = keys
    }

    /// Opens the year and takes in the application.
    private static func receive(_ store: Store, _ session: Session) throws {
      let today = store.clock.now().day
      for command in [
        CycleCommand.openCycle(
          year: today.year, title: "年度", parameters: .hangzhou, edition: nil),
        .call(from: today, until: today.adding(days: 30)),
      ] {
        try store.perform(.cycle(command), by: session)
      }
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../fixtures/import/application.json")
      let districts = try store.cycle().parameters.districts
      _ = try store.importFile(
        Importer.read(file, districts: districts), dryRun: false, by: session)
      _ = try store.dossier(number, by: session)
    }

    /// The passphrase as text, and as a field holds it while it is typed.
    var typed: [String: Data] {
      let characters = Array(passphrase).withUnsafeBytes { Data($0) }
      return [
        "passphrase": Data(passphrase.utf8), "passphrase typed": characters,
        "passphrase in UTF-16": passphrase.data(using: .utf16LittleEndian) ?? Data(),
      ]
    }

    var all: [String: Data] { keys.merging(typed) { $1 } }
  }

  @Test(
    "a locked console holds neither signing seed, agreement key, room key nor passphrase",
    .enabled(if: ProcessMemory.isReadable, "left out: only root reads another's memory"),
    arguments: ["西湖边的长口令 — for 2026", "kurzes-Wort9"])
  func locked(_ passphrase: String) throws {
    let secrets = try Secrets(passphrase)
    #expect(secrets.keys.count >= 4, "\(secrets.keys.keys)")
    let desk = try Desk(secrets.store, as: "chenmi")
    let memory = ProcessMemory(of: desk.session.pid)
    try desk.see("口令")
    try desk.session.type(passphrase)
    try desk.see(String(repeating: "•", count: passphrase.count))
    #expect(try memory.find(secrets.typed).contains("passphrase typed"))
    try desk.session.press(.enter)
    try desk.see("1 队列")
    try desk.choose(Secrets.number.rawValue)
    for round in 1...2 {
      #expect(try memory.find(secrets.keys) == Set(secrets.keys.keys), "round \(round)")
      try desk.session.press(.f(12))
      try desk.see("已锁定")
      #expect(try memory.find(secrets.all) == [], "round \(round)")
      try desk.session.type("wrong" + passphrase)
      try desk.session.press(.enter)
      try desk.see("口令不对")
      #expect(try memory.find(secrets.all) == [], "round \(round)")
      try desk.session.type(passphrase)
      try desk.session.press(.enter)
      try desk.see(["办理", Secrets.number.rawValue])
    }
    try desk.quit()
  }

  @Test(
    "the passphrase of the environment is written over where /proc shows it, and nowhere kept",
    .enabled(if: ProcessMemory.isReadable, "left out: only root reads another's memory"))
  func environment() throws {
    let store = try DemoStore.reviewed()
    let passphrase = "ein Wort, das sonst nirgends steht"
    let desk = try Desk(store.path, as: "chenmi", env: ["PINGSHEN_PASSPHRASE": passphrase])
    try desk.see("口令")
    let environment = try #require(
      FileManager.default.contents(atPath: "/proc/\(desk.session.pid)/environ"))
    #expect(environment.range(of: Data("PINGSHEN_PASSPHRASE=\0".utf8)) != nil)
    let memory = ProcessMemory(of: desk.session.pid)
    #expect(try memory.find(["passphrase": Data(passphrase.utf8)]) == [])
    // The same search finds what does stand there.
    #expect(try memory.find(["person": Data("chenmi".utf8)]) == ["person"])
  }

  @Test(
    "no core file is written, and the process is closed to its own user",
    .enabled(if: ProcessMemory.isReadable, "left out: only root may become somebody else"))
  func closed() throws {
    let nobody: uid_t = 65534
    let folder = try TemporaryDirectory()
    // What the tests were built in may be closed to others.
    try FileManager.default.copyItem(atPath: Program.pingshen(), toPath: folder.path("pingshen"))
    try #require(chown(folder.path, nobody, nobody) == 0)
    let session = try TerminalSession(
      [
        "--reuid", "\(nobody)", "--regid", "\(nobody)", "--clear-groups", folder.path("pingshen"),
        "demo", "--at", "application", "--path", folder.path("store"),
      ], program: "/usr/bin/setpriv", cwd: "/")
    try session.waitFor(text: "所有账号的口令都是 demo")
    let process = "/proc/\(session.pid)"
    let files = try FileManager.default.attributesOfItem(atPath: "\(process)/environ")
    let status = try String(contentsOfFile: "\(process)/status", encoding: .utf8)
    #expect(status.contains("Uid:\t\(nobody)\t\(nobody)"))
    #expect(files[.ownerAccountID] as? Int == 0)
    let limits = try String(contentsOfFile: "\(process)/limits", encoding: .utf8)
    #expect(limits.contains(/Max core file size +0 +0 +bytes/))
  }

  @Test("what a function that has returned left on the stack is written over")
  func stack() throws {
    let memory = try #require(FileHandle(forReadingAtPath: "/proc/self/mem"))
    func left(at place: UInt64) throws -> Set<UInt8> {
      try memory.seek(toOffset: place)
      return Set(try memory.read(upToCount: Self.leftBytes) ?? Data())
    }
    // Deeper than what looks for it reaches.
    let place = Self.leave(0xa7, depth: 400)
    #expect(try left(at: place) == [0xa7])
    cwipe_stack()
    #expect(try left(at: place) == [0])
  }

  private static let leftBytes = 64

  /// Leaves bytes so many calls down the stack, and says where.
  @inline(never)
  private static func leave(_ byte: UInt8, depth: Int) -> UInt64 {
    withUnsafeTemporaryAllocation(byteCount: 512, alignment: 16) { room in
      room.initializeMemory(as: UInt8.self, repeating: byte)
      return depth == 0 ? UInt64(UInt(bitPattern: room.baseAddress)) : leave(byte, depth: depth - 1)
    }
  }
}
