import Foundation
import Testing

@testable import Store

@Suite("Of the environment TERM, LANG and LC_* go through the gate, where they are plain names")
struct SurroundingsTests {
  private func admitted(_ environment: [String: String]) -> [String: String] {
    Surroundings.admitted { environment[$0].map { Array($0.utf8) } }
  }

  @Test("what a terminal and a locale are called goes through")
  func plain() {
    let plain = [
      "TERM": "xterm-256color", "LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8",
      "LC_CTYPE": "sr_RS.UTF-8@latin", "LC_MESSAGES": "en_GB",
    ]
    #expect(admitted(plain) == plain)
    for term in ["linux", "vt100", "screen.xterm-256color", "xterm+256color", "tmux-256color"] {
      #expect(admitted(["TERM": term]) == ["TERM": term])
    }
  }

  @Test("no other variable does")
  func others() {
    let hostile = [
      "HOME", "PATH", "SHELL", "TERMINFO", "TERMINFO_DIRS", "TERMCAP", "TERMPATH", "ENV",
      "BASH_ENV",
      "EDITOR", "VISUAL", "PAGER", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT", "LOCPATH",
      "LANGUAGE",
      "NLSPATH", "TZ", "TZDIR", "TMPDIR", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "PINGSHEN_NOW",
      "PINGSHEN_PASSPHRASE", "PINGSHEN_BACKUPS", "PINGSHEN_IDLE", "PINGSHEN_THEME",
      "SSH_ORIGINAL_COMMAND", "SSH_AUTH_SOCK", "LC_", "LC_EVIL", "LC_all", "term", "NO_COLOR",
      "ESCDELAY", "LINES", "COLUMNS", "NCURSES_NO_SETBUF", "MALLOC_CHECK_", "GLIBC_TUNABLES",
    ]
    #expect(admitted(Dictionary(uniqueKeysWithValues: hostile.map { ($0, "x") })) == [:])
  }

  @Test(
    "no value does that is a path, long, hidden or no text",
    arguments: [
      "", "/etc/passwd", "../../tmp/evil", "a/b", "a b", "a\nb", "\u{1B}[2J", ".hidden", "-x",
      "评", "a\0b", "a:b", "a;b", "$(x)", String(repeating: "x", count: 65),
    ])
  func values(value: String) {
    #expect(admitted(["TERM": value, "LANG": value, "LC_ALL": value]) == [:])
  }

  @Test("a terminal's name is no locale's")
  func terminal() {
    #expect(admitted(["TERM": "xterm@x"]) == [:])
    #expect(Surroundings.admitted { _ in [0x78, 0xFF] } == [:])
  }

  @Test("a program is at the gate only where it was started so")
  func isGate() {
    for words in [["open", "/srv"], ["check", "--gate"], [], ["--gate", "open"]] {
      #expect(!Surroundings.taken(["pingshen"] + words).isGate)
    }
  }
}
