import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What of applicants' material lies unsealed while it is looked at is gone once the program is,
/// whatever ended it.
extension AtTheTerminal.TemporaryFileTests {
  private static let number = "HZ26-0010"
  /// Words that stand nowhere but in the material.
  private static let words = "只在原件里的一句话"

  /// A way out of the program.
  enum Way: String, CaseIterable {
    case quit, terminate, hangUp, kill
  }

  /// A store with an original in it, and a temporary directory that one can look into.
  private struct Place {
    let folder: TemporaryDirectory
    let store: DemoStore
    var temporary: String { folder.path("tmp") }
    var env: [String: String] { ["TMPDIR": temporary, "PINGSHEN_VIEWER": "/bin/true"] }

    init() throws {
      (folder, store) = (try TemporaryDirectory(), try DemoStore.application())
      try FileManager.default.createDirectory(
        atPath: temporary, withIntermediateDirectories: false)
    }

    /// The files with the material's words, anywhere in the temporary directory or the store.
    func found() throws -> [String] {
      try [temporary, store.path].flatMap { root in
        try FileManager.default.subpathsOfDirectory(atPath: root).map { "\(root)/\($0)" }
      }.filter { path in
        FileManager.default.contents(atPath: path)?.range(of: Data(words.utf8)) != nil
      }
    }

    /// The folders of ours that are there.
    func folders() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: temporary).filter {
        $0.hasPrefix("pingshen-")
      }
    }
  }

  private func leave(_ session: TerminalSession, by way: Way) throws {
    switch way {
    case .quit:
      try session.press(.f(10))
      try session.waitFor(text: "退出评审台？")
      try session.press(.enter)
    case .terminate: try session.signal(SIGTERM)
    case .hangUp: session.hangUp()
    case .kill: try session.kill9()
    }
    if way != .kill { try session.waitForExit() }
  }

  @Test("an original that was looked at: by every way out")
  func console() throws {
    let place = try Place()
    let path = place.folder.path("附件.txt")
    try Data(Self.words.utf8).write(to: URL(fileURLWithPath: path))
    let attached = try place.store.run(
      "attach", Self.number, path, "--kind", "evidence", as: "chenmi")
    #expect(attached.status == .code(0), "\(attached)")
    for way in Way.allCases {
      let desk = try Desk.loggedIn(place.store.path, as: "chenmi", env: place.env)
      // What a killed program left is gone as soon as there is another.
      #expect(try place.found() == [], "before \(way)")
      try desk.choose(Self.number)
      try desk.session.press(.f(6))
      try desk.see(["材料目录", "附件"])
      try desk.session.press(.end, .f(7))
      try desk.see("附件.txt")
      try desk.session.waitFor("the original opened") { _ in
        (try? place.found().isEmpty) == false
      }
      try leave(desk.session, by: way)
      if way == .kill {
        #expect(try place.found() != [])
      } else {
        #expect(try place.found() == [] && place.folders() == [], "\(way)")
      }
    }
    let desk = try Desk(place.store.path, as: "chenmi", env: place.env)
    try desk.see("口令")
    #expect(try place.found() == [] && place.folders() == [])
  }

  @Test("an archive that is being taken, while the program asks: by every way out")
  func taking() throws {
    let place = try Place()
    let archive = place.folder.path("\(Self.number) 材料.zip")
    let zip = """
      import zipfile,sys
      with zipfile.ZipFile(sys.argv[1],'w') as z:
        z.writestr('证实材料/附件3 获奖证书.txt',sys.argv[2])
      """
    let made = try runCommand(
      ["-c", zip, archive, Self.words], program: "/usr/bin/python3")
    #expect(made.status == .code(0), "\(made)")
    for number in [SIGINT, SIGTERM, SIGHUP, SIGKILL] {
      let session = try TerminalSession(
        ["take", place.store.path, archive, "--case", Self.number, "--as", "chenmi"],
        env: place.env.merging(["PINGSHEN_PASSPHRASE": "demo"]) { $1 })
      try session.waitFor("the question") { $0.cursorRow.contains("取入以上材料？") }
      #expect(try place.found().count == 1, "before \(number)")
      try session.signal(number)
      try session.waitForExit()
      if number != SIGKILL {
        #expect(try place.found() == [] && place.folders() == [], "\(number)")
      }
    }
    #expect(try place.found() != [])
    let desk = try Desk(place.store.path, as: "chenmi", env: place.env)
    try desk.see("口令")
    #expect(try place.found() == [] && place.folders() == [])
  }
}
