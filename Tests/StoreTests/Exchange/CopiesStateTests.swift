import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("How copies stand to each other, by what is here and by signed receipts")
struct CopiesStateTests {
  private let copies: CopyWorld

  init() throws { copies = try CopyWorld() }

  private var own: CopiesState { get throws { try copies.world.store.copiesState() } }

  @discardableResult
  private func exchange(_ stick: URL) throws -> ExchangeReport {
    try copies.world.store.exchange(at: .folder(stick.path), by: copies.world.office)
  }

  @discardableResult
  private func exchange(_ other: OtherCopy, _ stick: URL) throws -> ExchangeReport {
    try other.store.exchange(at: .folder(stick.path), by: other.office)
  }

  @Test("a receipt says what the other has of ours, and what of its own is not here")
  func receipts() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    let first = try own
    #expect(first.copies == [] && first.posts == [])
    try exchange(stick)
    let early = try own.entries
    try exchange(other, stick)
    try copies.register("HZ26-0001")
    // Nobody took anything here since, so nobody is known.
    #expect(try own.copies == [])
    try exchange(stick)
    var state = try own
    var known = try #require(state.copies.first)
    let device = try other.store.deviceID
    #expect(state.copies.count == 1 && known.device == device)
    #expect(known.person == StoreWorld.office && known.last != nil)
    #expect(known.has == early && known.lacks == state.entries - early && known.lacks > 0)
    #expect(state.posts.map(\.address) == [stick.path])

    // What the other wrote, as its receipt says and as it is not here.
    try other.register("HZ26-0002")
    try exchange(other, stick)
    let written = try other.store.copiesState().entries
    for path in try stick.paths() where path.contains(known.device) && path.hasSuffix(".pack") {
      try FileManager.default.removeItem(at: stick.appendingPathComponent(path))
    }
    try exchange(stick)
    state = try own
    known = try #require(state.copies.first)
    #expect(known.here + known.missing == written && known.missing > 0)
    #expect(known.lacks == 0 && known.has == state.entries)
    try exchange(other, stick)
    try exchange(stick)
    known = try #require(try own.copies.first)
    #expect(known.here == written && known.missing == 0)
  }

  @Test("what was given nowhere is counted, until a post or another copy's receipt has it")
  func unsent() throws {
    let (other, stick, share) = (try copies.copy(), try copies.folder(), try copies.folder())
    let first = try own
    #expect(first.unsent == first.entries && first.entries > 0)
    try exchange(stick)
    #expect(try own.unsent == 0)
    let before = try own.entries
    try copies.register("HZ26-0001")
    let later = try own
    #expect(later.unsent == later.entries - before && later.unsent > 0)
    try exchange(share)
    #expect(try own.unsent == 0)
    // Of a copy that took all of it nothing waits either.
    try exchange(other, share)
    #expect(try other.store.copiesState().unsent == 0)
  }

  @Test("what waits is told until it has come, from whichever post")
  func waiting() throws {
    let (other, first, stick) = (try copies.copy(), try copies.folder(), try copies.folder())
    try copies.register("HZ26-0001")
    try exchange(first)
    let store = try copies.world.store.storeID
    try FileManager.default.copyItem(
      at: first.appendingPathComponent(store), to: stick.appendingPathComponent(store))
    let early = try stick.paths().filter { $0.hasSuffix(".pack") }
    try copies.register("HZ26-0002")
    try exchange(stick)
    for path in early { try FileManager.default.removeItem(at: stick.appendingPathComponent(path)) }
    let report = try exchange(other, stick)
    #expect(try other.store.copiesState().waiting == report.waiting)
    #expect(!report.waiting.isEmpty)
    // The numbers that were lacking have come, and those that wait are still in the post.
    try exchange(other, first)
    let left = try #require(try other.store.copiesState().waiting.first)
    #expect(left.numbers == report.waiting.first?.numbers && left.lacks == [])
    try exchange(other, stick)
    #expect(try other.store.copiesState().waiting == [])
  }

  @Test("a receipt that its person did not sign tells nothing")
  func forged() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    try exchange(other, stick)
    try exchange(stick)
    let file = copies.world.directory.appendingPathComponent("posts/heard.json")
    #expect(try own.copies.first?.receipt != nil)
    let text = try String(contentsOf: file, encoding: .utf8)
    let device = try other.store.deviceID
    let receipt = try #require(try own.copies.first?.receipt)
    let forged = text.replacingOccurrences(
      of: #""time":\#(receipt.time)"#, with: #""time":\#(receipt.time + 1)"#)
    #expect(forged != text)
    try Data(forged.utf8).write(to: file)
    #expect(try own.copies.first { $0.device == device }?.receipt == nil)
    // What cannot be read at all is as if nothing had been heard.
    try Data("{".utf8).write(to: file)
    let unread = try own
    #expect(unread.waiting == [] && unread.posts.count == 1)
  }
}
