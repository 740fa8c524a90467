import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Posts that lie elsewhere, reached by the programs that carry to them.
@Suite("pingshen exchange with posts that lie elsewhere")
struct ExchangeCarrierTests {
  private let folder: TemporaryDirectory
  private let store: DemoStore

  private static func isHere(_ program: String) -> Bool {
    ["/usr/bin", "/usr/local/bin", "/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  private static let hasRsync = isHere("rsync") && SSHServer.isHere
  private static let hasRclone = isHere("rclone")

  init() throws {
    (folder, store) = (try TemporaryDirectory(), try DemoStore.reviewed())
    try FileManager.default.createDirectory(
      atPath: folder.path("post"), withIntermediateDirectories: true)
  }

  /// Two copies that meet at an address: what one wrote the other takes; both end with one head.
  private func meet(_ address: String, env: [String: String]) throws {
    let taken = folder.path("taken")
    #expect(try runCommand(["copy", store.path, taken]).status == .code(0))
    let people = folder.path("people.json")
    let text = #"{"people":[{"id":"newcomer","name":"新人","roles":["expert"]}]}"#
    try Data(text.utf8).write(to: URL(fileURLWithPath: people))
    let env = env.merging(["PINGSHEN_PASSPHRASE": "demo"]) { a, _ in a }
    #expect(
      try runCommand(["import", store.path, people, "--as", "chenmi"], env: env).status == .code(0))
    func exchange(_ path: String) throws -> CommandRun {
      try runCommand(["exchange", path, address, "--as", "chenmi", "--json"], env: env)
    }
    for path in [store.path, taken + "/store", store.path, store.path] {
      let run = try exchange(path)
      #expect(run.status == .code(0), "\(run)")
    }
    let packs = try names { $0.hasSuffix(".pack") }
    #expect(!packs.isEmpty)
    let receipts = try names { $0.contains("seen-") }
    #expect(receipts.count == 2, "the newest of each copy: \(receipts)")
    #expect(try names { $0.hasSuffix(".part") } == [])
    #expect(try names { $0.contains("/files/") }.count > 0)
    let heads = try [store.path, taken + "/store"].map { path in
      let check = try runCommand(["check", path])
      #expect(check.status == .code(0), "\(check)")
      return check.stdout.firstMatch(of: #/头摘要 ([0-9a-f]{64})/#).map { String($0.1) }
    }
    #expect(heads[0] != nil && heads[0] == heads[1])
    let people2 = try runCommand(["people", taken + "/store"])
    #expect(people2.stdout.contains("新人"), "\(people2)")
  }

  /// A pack that was damaged in the folder of this machine is refused once, and comes again.
  private func mend(_ address: String, env: [String: String]) throws {
    let posts = store.path + "/posts"
    let pack = try #require(
      try FileManager.default.subpathsOfDirectory(atPath: posts).first { $0.hasSuffix(".pack") })
    let url = URL(fileURLWithPath: posts).appendingPathComponent(pack)
    let data = try Data(contentsOf: url)
    try data.dropLast(9).write(to: url)
    let env = env.merging(["PINGSHEN_PASSPHRASE": "demo"]) { a, _ in a }
    let arguments = ["exchange", store.path, address, "--as", "chenmi"]
    let damaged = try runCommand(arguments, env: env)
    #expect(damaged.status == .code(1) && damaged.stderr.contains("不完整"), "\(damaged)")
    let mended = try runCommand(arguments, env: env)
    #expect(mended.status == .code(0), "\(mended)")
    #expect(try Data(contentsOf: url) == data)
  }

  private func names(_ isMeant: (String) -> Bool) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path("post")).filter(isMeant)
  }

  @Test("rsync over ssh to a loopback sshd", .enabled(if: hasRsync, "where rsync and an sshd are"))
  func rsync() throws {
    let server = try SSHServer(folder, command: "eval $SSH_ORIGINAL_COMMAND")
    let words = server.options.map { "'\($0)'" }.joined(separator: " ")
    let shell = folder.path("remote-shell")
    try Data("#!/bin/sh\nexec ssh \(words) \"$@\"\n".utf8).write(to: URL(fileURLWithPath: shell))
    chmod(shell, 0o700)
    let account = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "root"
    try meet("\(account)@gate:\(folder.path("post"))", env: ["RSYNC_RSH": shell])
    try mend("\(account)@gate:\(folder.path("post"))", env: ["RSYNC_RSH": shell])
    let refused = try runCommand(
      [
        "exchange", store.path, "\(account)@gate:\(folder.path("nowhere/at/all"))", "--as",
        "chenmi",
      ],
      env: ["RSYNC_RSH": shell, "PINGSHEN_PASSPHRASE": "demo"])
    #expect(refused.status == .code(1) && refused.stderr.contains("rsync 没有办成"), "\(refused)")
  }

  @Test("rclone to a loopback WebDAV server", .enabled(if: hasRclone, "where rclone is"))
  func webDAV() throws {
    let server = try WebDAVServer(folder.path("post"), log: folder.path("webdav.log"))
    defer { server.stop() }
    try meet(
      "rclone:box:",
      env: ["RCLONE_CONFIG_BOX_TYPE": "webdav", "RCLONE_CONFIG_BOX_URL": server.url])
  }
}

/// `rclone serve webdav` on a port that the system chose.
private final class WebDAVServer {
  private let process = Process()
  let url: String

  init(_ path: String, log: String) throws {
    try Data().write(to: URL(fileURLWithPath: log))
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "rclone", "serve", "webdav", path, "--addr", "127.0.0.1:0", "--config", "/dev/null", "-v",
    ]
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      let text = try String(contentsOfFile: log, encoding: .utf8)
      if let match = text.firstMatch(of: #/http://127\.0\.0\.1:[1-9][0-9]*/#) {
        url = String(match.0)
        return
      }
      usleep(20_000)
    }
    throw NoServer()
  }

  struct NoServer: Error {}

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}
