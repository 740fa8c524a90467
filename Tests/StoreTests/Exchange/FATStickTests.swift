import Foundation
import Procedure
import Testing

@testable import Store

/// A post that is carried on a FAT stick, between two places that never see each other's disk.
@Suite(
  "A FAT stick carries a post", .enabled(if: FATStick.isThere, FATStick.without))
struct FATStickTests {
  /// A folder's name as people give it.
  private static let name = "评审 交换 2026"
  private let copies: CopyWorld
  private let other: OtherCopy
  private let stick: FATStick
  /// The folder of each place, under the same name.
  private let (office, home): (URL, URL)

  init() throws {
    copies = try CopyWorld()
    other = try copies.copy()
    stick = try FATStick(copies.folder().appendingPathComponent("stick.img"))
    (office, home) = (
      try copies.folder().appendingPathComponent(Self.name),
      try copies.folder().appendingPathComponent(Self.name)
    )
    for url in [office, home] {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }
    try stick.makeFolder(Self.name)
  }

  /// Carries what one place has to the other.
  private func carry(_ from: URL, _ to: URL) throws {
    try stick.write(from, into: Self.name)
    try stick.read(Self.name, into: to.deletingLastPathComponent())
  }

  private func expectTheSame() throws {
    #expect(try copies.world.store.acts() == other.store.acts())
    for store in [copies.world.store, other.store] { #expect(try store.check().isSound) }
  }

  @Test("there and back: every name as it was written, all acts, attachments too")
  func thereAndBack() throws {
    try copies.register("HZ26-0001")
    try copies.exchange(office)
    try carry(office, home)
    #expect(try home.paths() == office.paths())
    let taken = try other.exchange(home)
    #expect(taken.taken > 0 && taken.filesTaken > 0 && taken.isSound && taken.strangers == 0)
    try other.register("HZ26-0002")
    #expect(try other.exchange(home).given > 0)
    try carry(home, office)
    let back = try copies.exchange(office)
    #expect(back.taken > 0 && back.isSound && back.strangers == 0)
    try expectTheSame()
  }

  /// A place's folder as it lies on a stick that was pulled out: files missing, one of them cut.
  private func interrupted(_ folder: URL, _ chance: inout Chance) throws -> URL {
    let staged = try copies.folder()
    let paths = try folder.paths().shuffled(using: &chance)
    let whole = Int.random(in: 0..<paths.count, using: &chance)
    for (place, path) in paths.prefix(whole + 1).enumerated() {
      let target = staged.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      let data = try Data(contentsOf: folder.appendingPathComponent(path))
      let count = place < whole ? data.count : Int.random(in: 0..<data.count, using: &chance)
      try data.prefix(count).write(to: target)
    }
    return staged
  }

  @Test(
    "pulled out at any moment, both ways: what is whole is taken, and the next journey brings the rest",
    arguments: 1...4)
  func pulledOut(_ seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let before = try copies.world.store.acts()
    try copies.register("HZ26-0001")
    try copies.exchange(office)
    try copies.register("HZ26-0002")
    try copies.exchange(office)
    try carry(interrupted(office, &chance), home)
    try other.exchange(home)
    let known = try copies.world.store.acts()
    let taken = try other.store.acts()
    #expect(before.isSubset(of: taken) && taken.isSubset(of: known))
    try other.register("HZ26-0003")
    try other.exchange(home)
    // What is cut at home comes to the office over what was whole there.
    try carry(interrupted(home, &chance), office)
    try copies.exchange(office)
    // Two whole journeys: what the cut files lay over is given again.
    for _ in 0..<2 {
      try carry(office, home)
      try other.exchange(home)
      try carry(home, office)
      try copies.exchange(office)
    }
    for report in [try copies.exchange(office), try other.exchange(home)] {
      #expect(report.waiting == [] && report.filesRefused == [] && report.filesMissing == 0)
      // What was cut and given again in another pack stays where it lies, and is named.
      #expect(Set(report.refused.map(\.fault)).isSubset(of: [.cut]), "\(report.refused)")
    }
    try expectTheSame()
  }
}
