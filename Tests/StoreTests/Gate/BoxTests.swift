import Foundation
import Procedure
import Testing

@testable import Store

#if canImport(Glibc)
  import Glibc
#endif

/// A person's boxes in a directory of a test's own.
private struct BoxWorld {
  let directory = StoreWorld.emptyDirectory()
  var limits = BoxLimits()
  let person: PersonID = "qianer"

  var boxes: Boxes { Boxes(of: person, in: directory, limits: limits) }
  var inbox: String { directory.path + "/gate/qianer/in" }

  init() throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    limits.spare = 0
    _ = try boxes.open(.inbox)
  }

  func clear() { try? FileManager.default.removeItem(at: directory) }

  func put(_ name: String, _ text: String, replaces: Bool = true) throws {
    try boxes.open(.inbox).write(Data(text.utf8), as: BoxName(name), replaces: replaces)
  }

  func text(_ name: String) throws -> String {
    String(
      decoding: try boxes.open(.inbox).contents(BoxName(name), limit: 1 << 20), as: UTF8.self)
  }

  /// All that lies in the inbox, hidden or not.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: inbox)) ?? []).sorted()
  }
}

@Suite("A box takes whole plain files up to its limits, and touches nothing else")
struct BoxTests {
  private func open(_ body: (inout BoxWorld) throws -> Void) throws {
    var world = try BoxWorld()
    defer { world.clear() }
    try body(&world)
  }

  @Test("what is brought is there under its name, for this account alone; a later one replaces it")
  func brings() throws {
    try open { world in
      try world.put("自评 一.txt", "一")
      try world.put("自评 一.txt", "二")
      #expect(try world.text("自评 一.txt") == "二")
      #expect(world.names == ["自评 一.txt"])
      var status = stat()
      for (path, mode) in [("", 0o700), ("/自评 一.txt", 0o600)] as [(String, mode_t)] {
        #expect(lstat(world.inbox + path, &status) == 0 && status.st_mode & 0o777 == mode)
      }
      #expect(throws: GateFault.exists("自评 一.txt")) {
        try world.put("自评 一.txt", "三", replaces: false)
      }
      #expect(try world.text("自评 一.txt") == "二")
      #expect(try world.boxes.brought().map(\.text) == ["自评 一.txt"])
      #expect(try world.boxes.open(.inbox).remove(BoxName("自评 一.txt")))
      #expect(world.names == [])
    }
  }

  @Test("two people's folders are two, and none leads elsewhere")
  func folders() {
    let ids: [PersonID] = [
      "qianer", "QIANER", "../x", "..", ".", "", "/", "a/b", "a=2fb", "钱二", "=", "a\0b", "-rf",
    ]
    let folders = ids.map(Boxes.folder)
    #expect(Set(folders).count == ids.count)
    #expect(folders[0] == "qianer" && folders[2] == "=2e=2e=2fx")
    for folder in folders {
      #expect(!folder.isEmpty && folder.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      #expect(!folder.contains("/") && !folder.contains(".") && !folder.hasPrefix("-"))
    }
  }

  @Test("links, second names, pipes, devices and folders are neither read nor replaced nor removed")
  func planted() throws {
    try open { world in
      let victim = world.directory.appendingPathComponent("victim")
      try Data("secret".utf8).write(to: victim)
      symlink(victim.path, world.inbox + "/link")
      symlink(world.directory.path + "/new", world.inbox + "/dangling")
      link(victim.path, world.inbox + "/second")
      mkfifo(world.inbox + "/pipe", 0o600)
      mkdir(world.inbox + "/folder", 0o700)
      let box = try world.boxes.open(.inbox)
      for name in ["link", "dangling", "second", "pipe", "folder"] {
        #expect(throws: GateFault.notPlain(name)) { try world.text(name) }
        #expect(throws: GateFault.notPlain(name)) { try world.put(name, "x") }
        #expect(throws: GateFault.notPlain(name)) { try box.remove(BoxName(name)) }
      }
      #expect(try box.entries().map(\.name) == [nil, nil, nil, nil, nil])
      #expect(try world.boxes.brought() == [])
      #expect(try String(contentsOf: victim, encoding: .utf8) == "secret")
      #expect(!FileManager.default.fileExists(atPath: world.directory.path + "/new"))
      #expect(world.names.count == 5)
    }
  }

  @Test("a name that no box gives is listed as it may be shown, and reached by nobody")
  func oddNames() throws {
    try open { world in
      for name: [UInt8] in [[0x61, 0xFF], Array("a\u{1B}[2J".utf8), Array("e\u{301}".utf8)] {
        let path = Array(world.inbox.utf8) + [0x2F] + name + [0]
        let file = path.map(CChar.init(bitPattern:)).withUnsafeBufferPointer {
          Glibc.open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600)
        }
        close(file)
      }
      let entries = try world.boxes.open(.inbox).entries()
      #expect(entries.map(\.name) == [nil, nil, nil])
      #expect(entries.map(\.shown).contains("a\\u{1b}[2J"))
    }
  }

  @Test(
    "a folder on the way that is a link, or where others may write, is not gone through",
    arguments: ["gate", "gate/qianer", "gate/qianer/in"])
  func foreignFolders(path: String) throws {
    try open { world in
      let folder = world.directory.path + "/" + path
      chmod(folder, 0o770)
      #expect(throws: GateFault.foreignFolder(path)) { try world.boxes.open(.inbox) }
      let aside = world.directory.path + "/aside"
      rename(folder, aside)
      chmod(aside, 0o700)
      symlink(aside, folder)
      #expect(throws: GateFault.foreignFolder(path)) { try world.boxes.open(.inbox) }
    }
  }

  @Test("what is too much stops and leaves nothing; what was there stays")
  func limits() throws {
    try open { world in
      (world.limits.file, world.limits.box, world.limits.files) = (100_000, 150_000, 3)
      let big = String(repeating: "x", count: 100_000)
      #expect(throws: GateFault.tooLarge(limit: 100_000)) { try world.put("a", big + "x") }
      try world.put("a", big)
      #expect(throws: GateFault.tooLarge(limit: 100_000)) { try world.put("a", big + "x") }
      #expect(throws: GateFault.fullOfBytes(150_000)) { try world.put("b", big) }
      // In its own place it is no more than before.
      try world.put("a", big)
      try world.put("b", "b")
      try world.put("c", "c")
      #expect(throws: GateFault.fullOfFiles(3)) { try world.put("d", "d") }
      try world.put("c", "cc")
      #expect(world.names == ["a", "b", "c"])
      #expect(try world.text("a") == big && world.text("c") == "cc")
      world.limits.spare = .max
      #expect(throws: GateFault.noRoom) { try world.put("c", "ccc") }
      #expect(try world.text("c") == "cc" && world.names == ["a", "b", "c"])
    }
  }

  @Test("what breaks off leaves nothing, and what was there stays")
  func breaksOff() throws {
    try open { world in
      try world.put("a", "whole")
      let box = try world.boxes.open(.inbox)
      #expect(throws: GateFault.brokenOff) {
        var isFirst = true
        try box.put(BoxName("a"), replaces: true, isWhole: { false }) { _ in
          defer { isFirst = false }
          return isFirst ? 5 : 0
        }
      }
      #expect(throws: GateFault.system("x")) {
        try box.put(BoxName("b"), replaces: true) { (_) throws(GateFault) in throw .system("x") }
      }
      #expect(world.names == ["a"])
      #expect(try world.text("a") == "whole")
    }
  }

  @Test("the next one sweeps away what a killed program left, and nothing that is being written")
  func sweeps() throws {
    try open { world in
      try Data("left".utf8).write(to: URL(fileURLWithPath: world.inbox + "/.part-00"))
      let other = world
      try world.boxes.open(.inbox).put(BoxName("a"), replaces: true) { (buffer) throws(GateFault) in
        #expect(other.names.count == 1 && other.names[0] != ".part-00")
        try? other.put("b", "meanwhile")
        #expect(other.names.count == 2 && other.names.contains("b"))
        return 0
      }
      #expect(world.names == ["a", "b"])
      #expect(try world.text("b") == "meanwhile")
    }
  }

  @Test("what two bring at once does not go past the box's limit")
  func together() throws {
    try open { world in
      world.limits.box = 10
      let other = world
      var isFirst = true
      #expect(throws: GateFault.fullOfBytes(10)) {
        try world.boxes.open(.inbox).put(BoxName("a"), replaces: true) { _ in
          guard isFirst else { return 0 }
          isFirst = false
          try? other.put("b", "1234567")
          return 7
        }
      }
      #expect(world.names == ["b"])
    }
  }

  @Test("the boxes are part of the store's directory: check and backups go on as ever")
  func besideTheStore() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory)
    try Boxes(of: "qianer", in: directory).open(.inbox).write(
      Data("x".utf8), as: BoxName("x"), replaces: true)
    #expect(try store.check().isSound)
    let report = try store.backUp(to: store.ownBackups, now: BackupTests.noon)
    #expect(report.fault == nil && report.missing == [])
    #expect(Sharing.faults(of: directory) == [])
  }
}
