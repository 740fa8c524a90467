import Console
import Criteria
import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

/// R4 on the screens: nobody sees what is not theirs yet.
@Suite("Blindness on every screen")
struct BlindnessTests {
  private static let canaries = ["CANARY-q7Xw9Lr2Vd5Kp8Zt3M", "砺霭骞瓴筠珩翊璟宸峤昶霁"]
  private static let others: [PersonID] = [
    "zhaoyi", "lisi", "chenmi", "linban", "hejian", "shenbin",
  ]

  /// A console on the demo in which 钱二's unfinished sheet says this.
  private func rig(marks: Int, words: String) throws -> Rig {
    let rig = try Rig(.reviewed)
    let store = rig.backstage.store
    let author = try store.signIn("qianer", passphrase: Demo.passphrase)
    let base = try store.draft(of: "HZ26-0031", by: author).sheet
    var sheet = base
    for item in Edition.shipped.items where sheet.items[item.id]?.mark != nil {
      sheet.items[item.id]?.mark = .percentage(try #require(Percentage(marks)))
      sheet.items[item.id]?.comments = [Comment(.strength, words, evidence: [words])]
    }
    sheet.head.keyFactors = [words]
    let slots = Set(Edition.shipped.items.map { DraftSlot.item($0.id) } + [.head])
    try store.save(slots, of: sheet, over: base, in: "HZ26-0031", by: author)
    return rig
  }

  /// Every frame that a person comes by on the screens of a case and on the lists.
  private func frames(_ rig: Rig, as person: PersonID) throws -> [String] {
    try rig.signIn(person)
    var frames = [rig.text]
    for screen in ScreenID.tabs {
      rig.go(screen, "HZ26-0031")
      frames.append(rig.text)
      for key in [Key.down, .enter, .tab, .function(8), .escape] {
        rig.press(key)
        frames.append(rig.text)
        if rig.backstage.console.focusName.hasPrefix("question/") { rig.press(.escape) }
      }
    }
    return frames
  }

  @Test("R4: no word of an unfinished sheet is on anybody else's screen", arguments: others)
  func canariesStayHidden(_ person: PersonID) throws {
    let rig = try rig(marks: 95, words: Self.canaries.joined(separator: " "))
    for frame in try frames(rig, as: person) {
      for canary in Self.canaries { #expect(!frame.contains(canary)) }
    }
  }

  @Test("B1: two sheets that differ give others the same screens", arguments: others)
  func screensDoNotDepend(_ person: PersonID) throws {
    let one = try frames(try rig(marks: 10, words: "一"), as: person)
    let other = try frames(try rig(marks: 95, words: "另一段长得多的意见"), as: person)
    #expect(one == other)
  }

  @Test("the author sees their own words")
  func authorReads() throws {
    let rig = try rig(marks: 95, words: Self.canaries[0])
    #expect(try frames(rig, as: "qianer").contains { $0.contains(Self.canaries[0].prefix(12)) })
  }
}
