import Foundation
import Testing

@testable import Store

@Suite("The address of a post is a path, ssh's or rclone's, and never an option")
struct PostAddressTests {
  @Test("what it is goes by its form")
  func forms() throws {
    #expect(try PostAddress(parsing: "/media/stick") == .folder("/media/stick"))
    #expect(try PostAddress(parsing: "a:b") == .folder("a:b"))
    #expect(try PostAddress(parsing: "./me@host:x") == .folder("./me@host:x"))
    #expect(try PostAddress(parsing: "me@host:x/y") == .ssh("me@host:x/y"))
    #expect(try PostAddress(parsing: "me@10.0.0.1:") == .ssh("me@10.0.0.1:"))
    #expect(try PostAddress(parsing: "rclone:box:x y") == .rclone("box:x y"))
    for text in ["/media/stick", "me@host:x", "rclone:box:x"] {
      #expect(try PostAddress(parsing: text).text == text)
    }
  }

  @Test(
    "what a program could take for an option, and what is no address, is refused",
    arguments: [
      "", "-x", "--rsh=sh", "-oProxyCommand=x@host:y", "me@-oProxyCommand=x:y", "rclone:",
      "rclone:--config:x", "rclone:nothing", "me;id@host:x", "me@ho st:x", "a@b@c:x", "me@host:\n",
      "/tmp/\u{7F}",
    ])
  func refused(_ text: String) {
    #expect(throws: CarrierFault.badAddress(text)) { try PostAddress(parsing: text) }
  }

  @Test("a program that is not there, or fails, is named with what it said")
  func programs() throws {
    #expect(throws: CarrierFault.programMissing("no-such-program")) {
      try ChildProgram.run("no-such-program", [])
    }
    #expect(throws: CarrierFault.failed("sh", status: 3, words: "$(id); why")) {
      try ChildProgram.run("sh", ["-c", "echo \"$1\" >&2; exit 3", "sh", "$(id); why"])
    }
    #expect(throws: CarrierFault.failed("sh", status: 137, words: "")) {
      try ChildProgram.run("sh", ["-c", "kill -9 $$"])
    }
    try ChildProgram.run("true", [])
  }
}
