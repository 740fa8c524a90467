import Foundation
import Procedure
import Testing

@testable import Store

@Suite("P5: backups are made in time, rotate, and what is wrong with them is named")
struct BackupCareTests {
  private static let noon = BackupTests.noon

  private func open(_ body: (Store, URL) throws -> Void) throws {
    try BackupTests().open(body)
  }

  @Test("kept are the newest of 7 days, 5 weeks and 12 months that have any")
  func rotation() throws {
    func backup(_ day: Day, _ hour: Int = 9) -> Backup {
      let made = Moment(day: day, hour: hour)
      return Backup(URL(fileURLWithPath: "/b/" + Backup.name(made: made, position: 7)))!
    }
    let first = Day("2025-06-01")!
    let daily = (0..<500).flatMap {
      [backup(first.adding(days: $0)), backup(first.adding(days: $0), 17)]
    }
    let spare = Set(BackupRotation.spare(of: daily))
    let kept = daily.filter { !spare.contains($0) }.sorted(by: >)
    #expect(
      kept.prefix(7).map(\.made)
        == (0..<7).map { Moment(day: first.adding(days: 499 - $0), hour: 17) })
    #expect(kept.count <= 7 + 5 + 12)
    #expect(Set(kept.map { $0.made.day.year * 12 + $0.made.day.month }).count == 12)
    // Nothing goes while there is little.
    #expect(BackupRotation.spare(of: [backup(first), backup(first.adding(days: 300))]) == [])
  }

  @Test("one is due where there is none, a day after the last and 500 entries after it")
  func due() throws {
    try open { store, _ in
      let place = store.ownBackups
      #expect(try store.isBackupDue(now: Self.noon))
      let report = try store.backUp(to: place, now: Self.noon)
      #expect(try !store.isBackupDue(now: Self.noon.adding(seconds: 90_000)), "nothing new")
      let behind = { (by: Int) in
        for old in place.backups() { try FileManager.default.removeItem(at: old.url) }
        let name = Backup.name(made: Self.noon, position: report.backup.position - by)
        try Data().write(to: place.directory.appendingPathComponent(name))
      }
      try behind(1)
      #expect(try !store.isBackupDue(now: Self.noon.adding(seconds: 3_600)))
      #expect(try store.isBackupDue(now: Self.noon.adding(seconds: 86_400)))
      #expect(
        try store.backupState(now: Self.noon.adding(seconds: 4 * 86_400)).warnings == [
          .old(Self.noon)
        ])
      // A number below what any store has: a hundred entries stand for five hundred here.
      try behind(Store.backupEntries)
      #expect(try store.isBackupDue(now: Self.noon))
      for old in place.backups() { try FileManager.default.removeItem(at: old.url) }
      let wrong = Backup.name(
        made: Self.noon.adding(seconds: 400 * 86_400), position: report.backup.position)
      try Data().write(to: place.directory.appendingPathComponent(wrong))
      #expect(try store.isBackupDue(now: Self.noon), "one from the future counts for nothing")
    }
  }

  @Test("the second place is named while it is out, and made up for once it is back")
  func second() throws {
    try open { store, other in
      try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
      #expect(throws: StoreFault.noFolder("/nirgends")) { try store.setSecondPlace("/nirgends") }
      try store.setSecondPlace(other.path)
      #expect(try store.backupState(now: Self.noon).warnings == [.secondOld(nil)])
      try store.backUpWhereDue(now: Self.noon)
      let state = try store.backupState(now: Self.noon)
      #expect(state.warnings == [] && state.own.count == 1 && state.second.count == 1)
      try FileManager.default.removeItem(at: other)
      #expect(try store.backupState(now: Self.noon).warnings == [.secondGone(other.path)])
      try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
      try store.backUpWhereDue(now: Self.noon.adding(seconds: 3_600))
      #expect(try store.backupState(now: Self.noon).second.count == 1)
      try store.setSecondPlace(nil)
      #expect(try store.backupState(now: Self.noon).secondPath == nil)
    }
  }
}
