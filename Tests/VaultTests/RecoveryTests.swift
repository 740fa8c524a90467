import Foundation
import Testing

@testable import Vault

@Suite("Recovery")
struct RecoveryTests {
  private let fixed = RecoveryHalf(side: .first, share: Data(0..<32), pair: Data([0xab, 0xcd]))

  @Test("Both halves, written down and typed again, open what was wrapped for recovery")
  func roundTrip() throws {
    let (publicKeys, halves) = RecoveryKeys.generate()
    let wrap = try Wrap.make(
      Data("钥匙".utf8), to: Recipient.recovery, publicKey: publicKeys.agreement,
      context: "sheet/4")
    let first = try RecoveryHalf(parsing: halves.0.code)
    let second = try RecoveryHalf(parsing: halves.1.code.lowercased())
    for keys in try [RecoveryKeys.join(first, second), .join(second, first)] {
      #expect(keys.publicKeys == publicKeys)
      #expect(try wrap.open(with: keys, context: "sheet/4") == Data("钥匙".utf8))
    }
  }

  @Test("One half alone opens nothing")
  func alone() throws {
    let (publicKeys, halves) = RecoveryKeys.generate()
    let wrap = try Wrap.make(
      Data("钥匙".utf8), to: Recipient.recovery, publicKey: publicKeys.agreement,
      context: "sheet/4")
    for half in [halves.0, halves.1] {
      let key = try AgreementKey(data: half.share)
      #expect(throws: VaultFault.notForThisKey) { try wrap.open(with: key, context: "sheet/4") }
      #expect(throws: VaultFault.halvesDoNotJoin) { try RecoveryKeys.join(half, half) }
    }
  }

  @Test("Halves of two pairs do not join, not even with the same mark")
  func mixed() {
    let one = RecoveryKeys.generate().halves
    let other = RecoveryKeys.generate().halves
    #expect(throws: VaultFault.halvesDoNotJoin) { try RecoveryKeys.join(one.0, other.1) }
    var share = one.1.share
    share[5] ^= 1
    let forged = RecoveryHalf(side: .second, share: share, pair: one.0.pair)
    #expect(throws: VaultFault.halvesDoNotJoin) { try RecoveryKeys.join(one.0, forged) }
  }

  @Test("A known half keeps its code: what is in the safe must stay good")
  func vector() throws {
    #expect(
      fixed.code == "0400-20G3-0G2G-C1R8-1450-P30D-1R7H-048J-2CA1-A5GQ-30CH-M6RW-3MF1-ZAYD-DZK9")
    #expect(try RecoveryHalf(parsing: fixed.code) == fixed)
  }

  @Test("Any one wrong character is noticed, and its group named")
  func substitution() {
    let code = Array(fixed.code.filter { $0 != "-" })
    for index in code.indices {
      // One of the alphabet, one that codes never have, one of an input method.
      for character: Character in [code[index] == "7" ? "8" : "7", "U", "中"] {
        var typed = code
        typed[index] = character
        #expect(throws: VaultFault.misreadRecoveryCode(group: index / 4 + 1)) {
          try RecoveryHalf(parsing: String(typed))
        }
      }
    }
  }

  @Test("Both halves sign together, for their own pair and these words alone")
  func signature() throws {
    let (publicKeys, halves) = RecoveryKeys.generate()
    let keys = try RecoveryKeys.join(halves.0, halves.1)
    let parts = [Data("一".utf8), Data("二".utf8)]
    let signature = keys.sign(parts)
    #expect(RecoveryKeys.verify(signature, parts, with: publicKeys))
    #expect(!RecoveryKeys.verify(signature, [Data("一二".utf8), Data()], with: publicKeys))
    #expect(!RecoveryKeys.verify(signature, parts, with: RecoveryKeys.generate().publicKeys))
  }

  @Test("Two neighbours exchanged, groups exchanged, one left out or doubled are noticed")
  func otherMistakes() {
    let code = Array(fixed.code.filter { $0 != "-" })
    var mistakes: [[Character]] = []
    for index in stride(from: 0, to: code.count, by: 3) {
      mistakes.append(Array(code[..<index] + code[(index + 1)...]))
      mistakes.append(Array(code[...index] + code[index...]))
      guard index + 1 < code.count, code[index] != code[index + 1] else { continue }
      var typed = code
      typed.swapAt(index, index + 1)
      mistakes.append(typed)
    }
    mistakes.append(Array(code[4..<8] + code[0..<4] + code[8...]))
    for typed in mistakes {
      #expect(throws: VaultFault.badRecoveryCode) { try RecoveryHalf(parsing: String(typed)) }
    }
  }

  @Test("Small and full-width letters, O for 0 and I for 1 are understood")
  func forgiving() throws {
    let sloppy = fixed.code.lowercased().replacingOccurrences(of: "0", with: "o")
      .replacingOccurrences(of: "1", with: "l").replacingOccurrences(of: "-", with: " — ")
    #expect(try RecoveryHalf(parsing: sloppy) == fixed)
    let wide = try #require(fixed.code.applyingTransform(.fullwidthToHalfwidth, reverse: true))
    #expect(try RecoveryHalf(parsing: wide) == fixed)
  }

  @Test(
    "An invitation or nothing is no recovery half", arguments: ["", "ABCD-EFGH-JKMN-PQRS", "恢复"])
  func refused(text: String) {
    #expect(throws: VaultFault.badRecoveryCode) { try RecoveryHalf(parsing: text) }
  }
}
