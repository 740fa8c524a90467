import Foundation
import Testing

@testable import Terminal

@Suite struct WakerTests {
  /// The reading end and the writing end; neither waits.
  private func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(Foundation.pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    return (ends[0], ends[1])
  }

  private func put(_ bytes: [UInt8], into descriptor: Int32) {
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
  }

  @Test("a wake that comes while one of its kind is acted on is told in the next turn")
  func meanwhile() throws {
    let ends = try pipe()
    defer {
      close(ends.read)
      close(ends.write)
    }
    put([7], into: ends.write)
    var told: [UInt8] = []
    Waker.take(from: ends.read) { byte in
      told.append(byte)
      put([7], into: ends.write)
    }
    #expect(told == [7])
    told = []
    Waker.take(from: ends.read) { told.append($0) }
    #expect(told == [7])
  }

  @Test("many wakes of one kind are told once, and kinds in the order in which they came")
  func once() throws {
    let ends = try pipe()
    defer {
      close(ends.read)
      close(ends.write)
    }
    put(Array(repeating: 3, count: 700) + [1, 3, 1], into: ends.write)
    var told: [UInt8] = []
    Waker.take(from: ends.read) { told.append($0) }
    #expect(told == [3, 1])
  }
}
