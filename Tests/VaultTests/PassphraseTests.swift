import Foundation
import Testing

@testable import Vault

@Suite("Passphrases")
struct PassphraseTests {
  @Test(
    "Whatever input method typed it, a passphrase is the same",
    arguments: [
      ("abc 123 XYZ", "ａｂｃ　１２３　ＸＹＺ"),
      ("caf\u{E9} beau temps", "cafe\u{301} beau temps"),
      ("春眠不觉晓处处闻啼鸟", "  春眠不觉晓处处闻啼鸟\n"),
      ("春眠不觉晓，处处闻啼鸟", "\u{3000}春眠不觉晓,处处闻啼鸟\u{3000}"),
      (
        "\u{AC00}\u{B098}\u{B2E4} ten chars",
        "\u{1100}\u{1161}\u{1102}\u{1161}\u{1103}\u{1161} ten chars"
      ),
      ("ﬁne weather today", "fine weather today"),
    ])
  func normalised(one: String, other: String) throws {
    #expect(Passphrase(unlocking: one).bytes == Passphrase(unlocking: other).bytes)
    let locked = try PersonKeys.generate().lock(
      with: Passphrase(creating: one), cost: Tampering.cost)
    #expect(throws: Never.self) { try locked.unlock(Passphrase(unlocking: other)) }
  }

  @Test("Case, inner white space and order are kept")
  func different() {
    let texts = [
      "correct horse", "Correct horse", "correct  horse", "correcthorse", "horse correct",
    ]
    #expect(Set(texts.map { Passphrase(unlocking: $0).bytes }).count == texts.count)
  }

  @Test(
    "A new passphrase has at least ten characters as people count them",
    arguments: [
      ("123456789", false), ("1234567890", true), ("春眠不觉晓处处闻啼", false),
      ("春眠不觉晓处处闻啼鸟", true), ("123456789\u{301}", false), ("12345678 \u{3000} ", false),
      ("👨‍👩‍👧👨‍👩‍👧", false), ("", false), ("          ", false),
    ])
  func length(text: String, accepted: Bool) {
    if accepted {
      #expect(throws: Never.self) { try Passphrase(creating: text) }
    } else {
      #expect(throws: VaultFault.weakPassphrase(minimum: 10)) { try Passphrase(creating: text) }
    }
  }

  @Test("The demo store names a smaller minimum, but nothing is never a passphrase")
  func demo() {
    #expect(throws: Never.self) { try Passphrase(creating: "demo", minimum: 4) }
    #expect(throws: VaultFault.weakPassphrase(minimum: 4)) {
      try Passphrase(creating: "dem", minimum: 4)
    }
    #expect(throws: VaultFault.weakPassphrase(minimum: 1)) {
      try Passphrase(creating: " ", minimum: 0)
    }
  }
}
