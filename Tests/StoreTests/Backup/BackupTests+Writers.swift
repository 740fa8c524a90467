import Foundation
import Procedure
import Testing

@testable import Store

/// Backups beside programs that write.
extension BackupTests {
  @Test("P4: backups made while eight programs write are each the store at one instant")
  func whileWriting() throws {
    let world = try StoreWorld(people: [])
    let directory = world.directory
    let group = DispatchGroup()
    for writer in 0..<8 {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        guard let store = try? Store(opening: directory),
          let session = try? store.signIn("p1", passphrase: "demo")
        else { return }
        for number in 0..<3 {
          let id = CaseID("HZ26-\(writer)\(number)")
          let application = Application(
            id: id, name: "企业\(writer)\(number)", district: StoreWorld.district, industry: "纺织")
          _ = try? store.perform(.register(application), in: id, by: session)
        }
      }
    }
    var made: [BackupReport] = []
    var isDone = false
    while !isDone {
      isDone = group.wait(timeout: .now()) == .success
      made.append(
        try world.store.backUp(
          to: world.store.ownBackups, now: Self.noon.adding(seconds: made.count)))
      #expect(made.last?.fault == nil)
    }
    let other = StoreWorld.emptyDirectory()
    defer { try? FileManager.default.removeItem(at: other) }
    _ = try Store.restore(directory, to: other)
    let back = try Store(opening: other)
    #expect(try back.check().isSound)
    #expect(try back.counts(by: back.signIn("p1", passphrase: "demo")).all == 24)
  }
}
