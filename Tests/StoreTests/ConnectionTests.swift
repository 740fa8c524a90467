import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

/// How a store is written: what is called saved is on the disk.
@Suite("Every connection is set up to lose nothing")
struct ConnectionTests {
  @Test("P1: full synchronisation, a truncated journal, deleted content overwritten")
  func pragmas() throws {
    let world = try StoreWorld()
    func pragma(_ name: String) throws -> String {
      try world.store.read { try String.fetchOne($0, sql: "PRAGMA \(name)") ?? "" }
    }
    #expect(try pragma("synchronous") == "2")
    #expect(try pragma("journal_mode") == "truncate")
    #expect(try pragma("secure_delete") == "1")
    #expect(try pragma("foreign_keys") == "1")
  }

  @Test("P1: while a demo is made nothing waits for the disk; afterwards everything does again")
  func demo() throws {
    let world = try StoreWorld()
    func synchronous() throws -> Int? {
      try world.store.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }
    try world.store.makeDemo {
      #expect(try synchronous() == 0 && !world.store.waitsForDisk)
      try world.register("HZ26-0001")
    }
    #expect(try synchronous() == 2 && world.store.waitsForDisk)
    #expect(try world.state("HZ26-0001").stage == .registered)
    struct Stopped: Error {}
    #expect(throws: (any Error).self) { try world.store.makeDemo { throw Stopped() } }
  }

  @Test("P1: a sealed file is on the disk before it has its name, and its name before put returns")
  func files() throws {
    let world = try StoreWorld()
    final class Calls { var made: [String] = [] }
    let calls = Calls()
    var files = Files(directory: world.directory)
    let folder = world.directory.appendingPathComponent("files")
    files.synchronize = { handle, url in
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      calls.made.append("\(url.lastPathComponent) \(names.contains { $0.hasSuffix(".part") })")
      try handle.synchronize()
    }
    let name = try files.put(Data("密".utf8))
    #expect(calls.made == ["\(name).part true", "files false"])
    #expect(try files.get(name) == Data("密".utf8))
  }
}
