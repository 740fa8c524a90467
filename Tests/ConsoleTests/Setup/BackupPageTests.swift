import Console
import Foundation
import Procedure
import Terminal
import Testing

@testable import Store

/// The backups' page, with a real store under it (P5).
@Suite("设置 → 备份")
struct BackupPageTests {
  private func open(as person: PersonID = "chenmi") throws -> Rig {
    let rig = try Rig(.application)
    try rig.signIn(person)
    rig.backstage.storeChanged()
    rig.go(.setup, nil)
    rig.press(.backTab)
    return rig
  }

  @Test("F4 makes a backup, which is listed; F7 makes another store from it")
  func works() throws {
    let rig = try open()
    #expect(rig.text.contains("还没有备份（F4 立即备份）"))
    rig.press(.function(4))
    #expect(rig.text.contains("已备份 1 处"))
    #expect(rig.text.contains("✓ 备份正常") && rig.text.contains("至第 "))
    let target = rig.home.appendingPathComponent("back")
    rig.press(.function(7), .tab)
    rig.type("~/back")
    rig.press(.function(5))
    #expect(rig.text.contains("已恢复到 \(target.path)"))
    #expect(try Store(opening: target).check().isSound)
    // Not twice into one directory; what was typed stays.
    rig.press(.function(7), .tab)
    rig.type("~/back")
    rig.press(.function(5))
    #expect(rig.text.contains("不为空") && rig.text.contains("~/back"))
  }

  @Test("the second place is set where it exists; while it is out the top line says so")
  func second() throws {
    let rig = try open()
    rig.press(.function(6))
    rig.type("/nirgends")
    rig.press(.function(5))
    #expect(rig.text.contains("没有目录 /nirgends"))
    rig.press(.escape, .escape)
    let stick = rig.home.appendingPathComponent("stick")
    try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
    rig.press(.function(6))
    rig.type("~/stick")
    rig.press(.function(5))
    #expect(rig.text.contains("第二处还没有备份"))
    rig.press(.function(4))
    #expect(rig.text.contains("已备份 2 处") && !rig.text.contains("! 第二处"))
    try FileManager.default.removeItem(at: stick)
    rig.pass(milliseconds: 60_000)
    rig.backstage.storeChanged()
    rig.go(.queue, nil)
    #expect(rig.text.contains("! 第二处未备份"))
  }

  @Test("a backup of a store that was altered is not called a good one")
  func notWhole() throws {
    let rig = try open()
    try rig.tamper("DROP TRIGGER entry_keeps_update")
    try rig.tamper("UPDATE entry SET time = time + 1 WHERE position = 5")
    rig.press(.function(4))
    #expect(rig.text.contains("备份不完整") && !rig.text.contains("✓ 备份正常"))
  }

  @Test("who is not of the secretariat is told nothing of it")
  func others() throws {
    let rig = try Rig(.application)
    try rig.backstage.store.setSecondPlace(rig.home.path)
    try rig.signIn("zhaoyi")
    rig.backstage.storeChanged()
    #expect(!rig.text.contains("!"))
  }

  @Test("where none is made for all that, the secretariat's top line says so")
  func none() throws {
    let rig = try Rig(.scored)
    try rig.signIn("chenmi")
    rig.backstage.storeChanged()
    #expect(!rig.text.contains("! 无备份"))
    rig.pass(milliseconds: 10_000)
    #expect(rig.text.contains("! 无备份"))
  }

  @Test("where a backup is due it is begun once, after anybody's login")
  func begun() throws {
    let rig = try Rig(.application)
    var begun = 0
    rig.backstage.onBackupDue = { begun += 1 }
    try rig.signIn("zhaoyi")
    rig.backstage.storeChanged()
    rig.backstage.storeChanged()
    #expect(begun == 1)
    rig.pass(milliseconds: 61_000)
    rig.backstage.storeChanged()
    #expect(begun == 1, "not again within the hour")
    rig.pass(milliseconds: 3_600_000)
    rig.backstage.storeChanged()
    #expect(begun == 2, "what came to nothing is tried again")
  }
}
