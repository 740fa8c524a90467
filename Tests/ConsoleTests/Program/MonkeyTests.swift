import Console
import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

/// I6: keys without sense over every screen and role.
@Suite("A monkey at the keyboard")
struct MonkeyTests {
  /// A seeded generator, so that a fault comes back.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let keys: [Key] = [
    .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .down, .left,
    .right, .home, .end, .pageUp, .pageDown, .function(1), .function(2), .function(3),
    .function(4), .function(5), .function(6), .function(7), .function(8), .function(8),
    .function(9), .alt("1"), .alt("2"), .alt("3"), .alt("4"), .alt("5"), .alt("6"), .alt("7"),
    .controlPageDown, .character(" "), .character("5"), .character("0"), .character("５"),
    .character("优"), .character("n"), .control("u"), .controlLeft,
  ]

  private static let presses =
    ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full" ? 100_000 : 1_500

  @Test(
    "I6: no crash, and check passes after",
    arguments: ["zhaoyi", "qianer", "zhengqi", "chenmi", "hejian", "shenbin"] as [PersonID])
  func monkey(_ person: PersonID) throws {
    let rig = try Rig(.scored)
    try rig.signIn(person)
    var dice = Dice(state: UInt64(person.rawValue.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    for press in 0..<Self.presses {
      switch Int.random(in: 0..<100, using: &dice) {
      case 0:
        let size = Size(
          width: Int.random(in: 1...160, using: &dice), height: Int.random(in: 1...50, using: &dice)
        )
        rig.backstage.take(.input(.resize(size)))
      case 1: rig.backstage.take(.input(.paste("粘贴\u{1B}[31m\n的文字|表")))
      case 2:
        let point = Point(
          x: Int.random(in: 0..<120, using: &dice), y: Int.random(in: 0..<36, using: &dice))
        rig.backstage.take(.input(.mouse(MouseEvent(.doublePress, at: point))))
      default: rig.press(try #require(Self.keys.randomElement(using: &dice)))
      }
      if press % 10 == 0 { #expect(rig.canvas.size.width >= 1) }
      if press % 50 == 0 { rig.backstage.take(.screen(.timer("save"))) }
    }
    #expect(try rig.backstage.store.check().findings == [])
  }
}
