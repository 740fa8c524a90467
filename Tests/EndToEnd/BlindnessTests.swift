import Foundation
import Testing

/// Before the opening nobody learns another's marks at the command line (R4, trial P3).
extension AtTheTerminal.BlindnessTests {
  @Test("R4: show, queue and log of leader, secretariat and colleague hold nothing of a sheet")
  func commandLine() throws {
    let store = try DemoStore.reviewed()
    let canaries = ["CANARYwords9317", "密语金丝雀玖叁壹柒"]
    let desk = try store.reviewing(as: "qianer")
    try desk.markFirst(95)
    try desk.beginStrength()
    try desk.session.type(canaries.joined(separator: "，"))
    // The last of it: the text runs on in a second row.
    try desk.seeSaved(String(canaries[1].suffix(3)))
    try desk.quit()
    for person in ["zhaoyi", "chenmi", "sunsan"] {
      for json in [[], ["--json"]] {
        let env = ["PINGSHEN_PASSPHRASE": "demo"]
        let show = try runCommand(
          ["show", store.path, DemoStore.number, "--as", person] + json, env: env)
        let queue = try runCommand(["queue", store.path, "--as", person] + json, env: env)
        let log = try runCommand(["log", store.path, "--as", person] + json, env: env)
        for run in [show, queue, log] {
          #expect(run.status == .code(0) && run.stdout.contains(DemoStore.number))
          for canary in canaries { #expect(!(run.stdout + run.stderr).contains(canary)) }
        }
        // Neither a percentage nor a total of anybody's.
        #expect(!show.stdout.contains("%") && !show.stdout.contains("\"percentage\""))
        #expect(!show.stdout.contains("\"points\"") && !show.stdout.contains("otal"))
      }
    }
    // The reviewer reads their own again, so the words were there to be leaked.
    let own = try store.reviewing(as: "qianer")
    try own.see(canaries[0])
  }
}
