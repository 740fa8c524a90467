import Foundation
import Testing

@testable import Store

@Suite("The gate takes put, get, ls and rm with one plain name, and nothing else")
struct GateRequestTests {
  private func request(_ text: String) throws(GateFault) -> GateRequest {
    try GateRequest(Array(text.utf8))
  }

  @Test(
    "the verb, one space, and the rest is the name; quotes around it are not of it",
    arguments: [
      ("put 自评.docx", "自评.docx"), ("put 自评 定稿.docx", "自评 定稿.docx"),
      ("put '自评.docx'", "自评.docx"), ("put \"自评 定稿.docx\"", "自评 定稿.docx"),
      ("put it's.txt", "it's.txt"), ("put $(reboot)", "$(reboot)"), ("put a;b|c&d", "a;b|c&d"),
      ("put *", "*"), ("put 'a'b", nil), ("put a'", "a'"),
    ] as [(String, String?)])
  func names(command: String, name: String?) throws {
    if let name {
      #expect(try request(command) == .put(BoxName(name)))
    } else {
      #expect(throws: GateFault.self) { try request(command) }
    }
  }

  @Test("each verb means what it says")
  func verbs() throws {
    #expect(try request("get a") == .get(BoxName("a")))
    #expect(try request("rm a") == .remove(BoxName("a")))
    #expect(try request("ls") == .list)
  }

  @Test(
    "everything else is no command, and is named",
    arguments: [
      "", "sh", "/bin/sh", "bash -i", "ls -la", "ls a", " ls", "ls ", "LS", "put", "get", "rm",
      "PUT a",
      "put\ta", "scp -t .", "scp -f /etc/passwd", "internal-sftp", "/usr/lib/openssh/sftp-server",
      "rsync --server . a", "git-upload-pack 'a'", "ls;reboot", "ls\nput a", "cat a", "mv a b", " ",
      "put;ls", String(repeating: "x", count: 2000),
    ])
  func others(command: String) {
    #expect(throws: GateFault.noCommand(BoxName.shown(command.utf8.prefix(1000)))) {
      try request(command)
    }
  }

  @Test("bytes that are no text are no command")
  func noText() {
    for bytes: [UInt8] in [
      [0xFF], Array("put ".utf8) + [0xC3], Array("put ".utf8) + [0xED, 0xA0, 0x80],
    ] {
      #expect(throws: GateFault.self) { try GateRequest(bytes) }
    }
  }

  @Test(
    "a name is plain: no path, nothing hidden, nothing a screen does not show",
    arguments: [
      "", " ", "   ", ".", "..", ".ssh", "-rf", "--", "../x", "a/b", "/etc/passwd", "a\\b", "..\\x",
      "a\0b", "a\nb", "a\rb", "a\tb", "a\u{1B}[2Jb", "a\u{7F}", "a\u{85}", "a\u{202E}gpj.exe",
      "a\u{200B}b", "a\u{200D}b", "a\u{2066}b", "a\u{FEFF}", "a\u{FE0F}", "a\u{AD}b", "a\u{3164}b",
      "a\u{2028}b", "\u{E000}", "a\u{E0041}", " a", "a ", "\u{3000}a", "a\u{A0}", "'a", "\"a",
      "\"", String(repeating: "评", count: 67),
    ])
  func badNames(name: String) {
    #expect(throws: GateFault.noName(BoxName.shown(name))) { try request("put " + name) }
  }

  @Test("a name is composed, so that one name has one file")
  func composed() throws {
    #expect(try BoxName("e\u{301}").text.unicodeScalars.count == 1)
    #expect(try BoxName("e\u{301}") == BoxName("\u{E9}"))
    #expect(try BoxName(String(repeating: "评", count: 66)).text.utf8.count == 198)
  }

  @Test("what is shown of a refused command holds no control")
  func shown() {
    #expect(BoxName.shown("a\u{1B}]0;x\u{7}\u{202E}b") == "a\\u{1b}]0;x\\u{7}\\u{202e}b")
    #expect(BoxName.shown([0x61, 0xFF]) == "a\u{FFFD}")
  }
}
