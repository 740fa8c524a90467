import Foundation
import Procedure
import Store

/// The store's backups: how they stand, and what a person does with them (P5).
extension Backstage {
  /// Milliseconds between two looks at the backups, and between two of them that a console begins.
  private static let looking = 60_000
  private static let beginning = 3_600_000

  /// Looks at the backups after login and then once a minute where the store goes on; begins one
  /// where it is due.
  ///
  /// By the machine's clock, also where the store's time is played.
  func lookAtBackups() {
    guard session != nil, backupsLookedAt.map({ uptime() - $0 >= Self.looking }) ?? true else {
      return
    }
    backupsLookedAt = uptime()
    guard let onBackupDue, backupBegun.map({ uptime() - $0 >= Self.beginning }) ?? true,
      (try? store.isBackupDue(now: Clock.system.now())) == true
    else { return showBackups() }
    backupBegun = uptime()
    onBackupDue()
    // What is just being mended is not complained of.
    timers[Self.backupsTimer] = uptime() + Self.mending
  }

  /// The name of the timer after which a backup that was begun is looked for.
  static let backupsTimer = "backups"
  /// Milliseconds that a backup is given.
  private static let mending = 10_000

  /// How the backups stand, for who answers for them.
  func showBackups() {
    guard console.context.acts(as: .secretariat) else { return }
    guard let state = try? store.backupState(now: Clock.system.now()) else { return }
    take(.backups(state))
  }

  /// Makes a backup in each place that is there.
  func backUp(ticket: String) {
    change(ticket) { _ in
      let now = Clock.system.now()
      defer { showBackups() }
      var made = [try store.backUp(to: store.ownBackups, now: now)]
      if let path = store.secondPlace {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreFault.noFolder(path) }
        made.append(try store.backUp(to: store.backups(in: URL(fileURLWithPath: path)), now: now))
      }
      let isWhole = made.allSatisfy { $0.fault == nil && $0.missing.isEmpty }
      take(
        .notice(
          isWhole
            ? Notice(.good, .Backups.made(made.count)) : Notice(.warning, .Backups.madeNotWhole)))
      return []
    }
  }

  /// Sets the second place, or none where nothing was typed.
  func setSecondPlace(_ typed: String, ticket: String) {
    change(ticket) { _ in
      let path = try folders.path(typed)
      try store.setSecondPlace(typed.isBlank ? nil : path)
      showBackups()
      return []
    }
  }

  /// Makes another store from a backup.
  func restore(_ backup: Backup, path: String, ticket: String) {
    change(ticket) { _ in
      let target = try folders.path(path)
      let report = try Store.restore(backup.url, to: URL(fileURLWithPath: target))
      take(
        .notice(Notice(report.missing.isEmpty ? .good : .warning, .restored(report, in: target))))
      return []
    }
  }
}
