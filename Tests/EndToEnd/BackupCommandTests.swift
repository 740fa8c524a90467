import Foundation
import Store
import Testing

/// Backups by command and by themselves, with the real binary (P5).
@Suite("pingshen backup, pingshen restore")
struct BackupCommandTests {
  @Test("made, restored and checked by three commands; a restore into a full directory is refused")
  func commands() throws {
    let store = try DemoStore.reviewed()
    let folder = try TemporaryDirectory()
    let made = try runCommand(["backup", store.path])
    #expect(made.status == .code(0), "\(made)")
    #expect(made.stdout.contains("已备份") && made.stdout.contains("签名已核对"))
    let restored = try runCommand(["restore", store.path, folder.path("back")])
    #expect(restored.status == .code(0), "\(restored)")
    #expect(restored.stdout.contains("已恢复到") && restored.stdout.contains("未发现问题"))
    let again = try runCommand(["restore", store.path, folder.path("back")])
    #expect(again.status == .code(1) && again.stderr.contains("不为空"), "\(again)")
    let doctor = try runCommand(["doctor", folder.path("back")])
    #expect(doctor.status == .code(0) && doctor.stdout.contains("备份"), "\(doctor)")
  }

  @Test("the second place is set by a command, too, and backups made by themselves go there")
  func second() throws {
    let store = try DemoStore.reviewed()
    let folder = try TemporaryDirectory()
    let set = try runCommand(["backup", store.path, "--second", folder.url.path])
    #expect(set.status == .code(0), "\(set)")
    #expect(try Store(opening: URL(fileURLWithPath: store.path)).secondPlace == folder.url.path)
    #expect(try runCommand(["backup", store.path, "--second", "/nowhere"]).status == .code(1))
    #expect(try runCommand(["backup", store.path, "--second", "-"]).status == .code(0))
    #expect(try Store(opening: URL(fileURLWithPath: store.path)).secondPlace == nil)
  }

  @Test("a disk that is full in the middle leaves no half backup, and the store as it was")
  func full() throws {
    let store = try DemoStore.reviewed()
    let program = try Program.pingshen()
    let run = try runCommand(
      ["-c", "ulimit -f 256; trap '' XFSZ; exec \"$0\" backup \"$1\"", program, store.path],
      program: "/bin/sh")
    #expect(run.status == .code(1), "\(run)")
    let names = try FileManager.default.contentsOfDirectory(atPath: store.path + "/backups")
    #expect(names.filter { $0.hasSuffix(".sqlite") || $0.hasSuffix(".part") } == [])
    let check = try runCommand(["check", store.path])
    #expect(check.status == .code(0), "\(check)")
    #expect(try runCommand(["backup", store.path]).status == .code(0))
  }
}

extension AtTheTerminal.BackupTests {
  @Test("a console makes one by itself after login, aside, and goes on where it ends")
  func byItself() throws {
    let store = try DemoStore.reviewed()
    let desk = try Desk.loggedIn(store.path, as: "zhaoyi", env: ["PINGSHEN_BACKUPS": ""])
    let end = ContinuousClock.now + .seconds(120)
    func made() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: store.path + "/backups")) ?? [])
        .filter { $0.hasSuffix(".sqlite") }
    }
    while made().isEmpty, ContinuousClock.now < end { usleep(20_000) }
    #expect(made().count == 1)
    try desk.quit()
    let check = try runCommand(["check", store.path])
    #expect(check.status == .code(0), "\(check)")
  }
}
