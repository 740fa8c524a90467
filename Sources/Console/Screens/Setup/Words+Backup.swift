import Foundation
import Procedure
import Store

/// Words of backups; public where the command line says them.
extension Phrase {
  public static let cliBackup = Phrase("备份评审库", "makes a backup of a store")
  public static let cliBackupTo = Phrase(
    "备份到此目录（另一块磁盘、U 盘），不给则备份到库内",
    "into this directory (another disk, a stick) instead of the store's own")
  public static let cliSecondPlace = Phrase(
    "设定第二备份处（另一块磁盘、U 盘），以后自动备份也存到那里；- 为取消",
    "sets the second place (another disk, a stick), to which backups made by themselves go too; - for none"
  )

  /// What became of the second place.
  public static func secondPlaceSet(_ path: String?) -> Phrase {
    path.map {
      Phrase("第二备份处：\($0)", "second place: \($0)")
    } ?? Phrase("已取消第二备份处", "no second place any more")
  }

  public static let cliThorough = Phrase("核对备份中的全部签名", "verifies all signatures in it")
  public static let cliRestore = Phrase(
    "由备份恢复到空目录", "makes a store from a backup, in an empty directory")
  public static let cliBackupSource = Phrase(
    "备份文件，或放备份的目录（取最新）", "a backup's file, or a directory that holds some (the newest)")
  public static let cliEmptyDirectory = Phrase("空目录", "an empty directory")

  /// What a backup that was made holds.
  public static func backupMade(_ report: BackupReport) -> Phrase {
    Phrase(
      "已备份：\(report.backup.url.path)，\(report.entries) 条记录，封存文件 \(report.files) 个",
      "made \(report.backup.url.path): \(report.entries) entries, \(report.files) sealed files")
      + (report.isVerified ? Phrase("，签名已核对", ", signatures verified") : .plain(""))
  }

  /// What a restored store holds.
  public static func restored(_ report: RestoreReport, in path: String) -> Phrase {
    let made = Backup.shown(report.backup.made)
    let last = report.last.map(Backup.shown) ?? "–"
    return Phrase(
      "已恢复到 \(path)：备份于 \(made)，\(report.entries) 条记录，最后一条 \(last)，封存文件 \(report.files) 个",
      "restored to \(path): backed up \(made), \(report.entries) entries, the last of \(last), \(report.files) sealed files"
    )
  }

  /// Bytes that are free.
  public static func backupFree(_ bytes: Int) -> Phrase {
    Phrase("可用空间 \(Backup.size(bytes))", "\(Backup.size(bytes)) free")
  }

  /// Sealed files that are not where they should be.
  public static func filesMissing(_ count: Int) -> Phrase {
    Phrase("缺封存文件 \(count) 个", "\(count) sealed files are missing")
  }

  /// What is to be known of a store's backups.
  public static func backupWarning(_ warning: BackupWarning) -> Phrase {
    switch warning {
    case .none: Phrase("还没有备份", "no backup yet")
    case .old(let made):
      Phrase("最近一次备份：\(Backup.shown(made))", "last backup: \(Backup.shown(made))")
    case .failed(let failure): Phrase("备份有误：", "backup: ") + .backupFailure(failure)
    case .littleSpace(let bytes):
      Phrase("备份磁盘只剩 \(Backup.size(bytes))", "\(Backup.size(bytes)) left for backups")
    case .secondGone(let path): Phrase("第二处不在：\(path)", "second place is not there: \(path)")
    case .secondOld(let made?):
      Phrase("第二处最近备份：\(Backup.shown(made))", "second place, last: \(Backup.shown(made))")
    case .secondOld(nil): Phrase("第二处还没有备份", "no backup in the second place yet")
    }
  }

  /// The same on the top line of every screen.
  static func backupMark(_ warning: BackupWarning) -> Phrase {
    switch warning {
    case .none: Phrase("! 无备份", "! no backup")
    case .old: Phrase("! 备份过旧", "! old backup")
    case .failed: Phrase("! 备份有误", "! backup failed")
    case .littleSpace: Phrase("! 备份空间不足", "! little room")
    case .secondGone, .secondOld: Phrase("! 第二处未备份", "! second backup")
    }
  }

  /// Why a backup is not what it should be.
  static func backupFailure(_ failure: BackupFailure) -> Phrase {
    switch failure {
    case .noSpace: Phrase("磁盘空间不足", "too little room on the disk")
    case .notWritable: Phrase("备份处无法写入", "its place cannot be written to")
    case .unsound: Phrase("库中有被改动之处，请核对（check）", "the store was altered; run check")
    case .filesMissing: Phrase("库中缺封存文件", "sealed files are missing from the store")
    }
  }

  /// Words of the set-up's page.
  enum Backups {
    static let explains = Phrase(
      "登录后每天自动备份一次，每 500 条记录再备份一次；保留 7 天、5 周、12 个月各一份。",
      "Made by itself after login once a day and every 500 entries; kept: 7 days, 5 weeks, 12 months."
    )
    static let own = Phrase("库内", "In the store")
    static let second = Phrase("第二处", "Second place")
    static let noSecond = Phrase("未设（F6）：另一块磁盘或 U 盘", "none (F6): another disk or a stick")
    static let free = Phrase("可用空间", "Free")
    static let none = Phrase("还没有备份（F4 立即备份）", "none yet (F4 makes one)")
    static let allWell = Phrase("✓ 备份正常", "✓ backups are as they should be")
    static func entries(_ position: Int) -> Phrase {
      Phrase("至第 \(position) 条", "up to entry \(position)")
    }
    static func more(_ count: Int) -> Phrase { Phrase("另有 \(count) 份", "\(count) more") }
    static let make = Phrase("立即备份", "Back up now")
    static let makeHelp = Phrase(
      "备份到库内，设了第二处的也备份到那里", "into the store's own place, and the second where there is one")
    static let setSecond = Phrase("第二处…", "Second place…")
    static let setSecondHelp = Phrase(
      "备份同时存到另一块磁盘或 U 盘", "backups also go to another disk or a stick")
    static let secondMeans = Phrase(
      "目录须已存在；不填则不设。U 盘不在时不备份到那里，插回后自动补上。",
      "A directory that exists; empty for none. What is missed while a stick is out is made up later."
    )
    static let restore = Phrase("恢复到新目录…", "Restore elsewhere…")
    static let restoreHelp = Phrase(
      "由一份备份另建一个库，现在的库不动", "makes another store from a backup; this one stays")
    static let restoreMeans = Phrase(
      "在空目录里另建一个库，现在的库不动；之后用 pingshen open 打开。",
      "Makes another store in an empty directory; this one stays. Open it with pingshen open.")
    static let which = Phrase("备份", "Backup")
    static let directory = Phrase("目录", "Directory")
    static let madeNotWhole = Phrase(
      "已备份，但备份不完整：见本页上方", "backed up, but not whole: see the top of this page")
    static func made(_ count: Int) -> Phrase {
      Phrase("已备份 \(count) 处", "backed up in \(count) places")
    }
  }
}

extension Backup {
  /// A moment to the minute.
  static func shown(_ moment: Moment) -> String { String(moment.description.dropLast(3)) }

  /// Bytes in the largest unit of which there is one.
  static func size(_ bytes: Int) -> String {
    for (unit, shift) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] where bytes >= 1 << shift {
      return "\(bytes >> shift) \(unit)"
    }
    return "\(bytes) B"
  }
}
