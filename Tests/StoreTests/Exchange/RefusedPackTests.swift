import Foundation
import Testing

@testable import Store

@Suite("A kept pack of each class is refused by its name")
struct RefusedPackTests {
  /// Recorded anew once, where the environment asks for it.
  private static let recorded: Result<Bool, any Error> = Result {
    guard ProcessInfo.processInfo.environment["RECORD_REFUSED_PACKS"] != nil else { return false }
    try RefusedPacks.record()
    return true
  }

  init() throws {
    if try Self.recorded.get() {
      Issue.record("recorded; look at what changed, and run without RECORD_REFUSED_PACKS")
    }
  }

  @Test("there is one for every fault, beside a good one")
  func complete() throws {
    let files = Set(PackFault.allCases.map(\.rawValue) + ["good"])
    #expect(try RefusedPacks.files() == files)
    #expect(try Set(RefusedPacks.names().packs.keys) == files)
  }

  @Test("the good one is read, and every entry of it is signed by its author")
  func good() throws {
    let entries = try RefusedPacks.read()
    #expect(entries.map(\.number) == Array(1...6))
    var signers = Signers()
    for entry in entries {
      #expect(signers.vouch(for: entry), "\(entry.number)")
      signers.take(entry)
    }
  }

  @Test("each is refused by its fault", arguments: PackFault.allCases.filter { $0 != .notSigned })
  func refused(_ fault: PackFault) throws {
    #expect(throws: fault) { try RefusedPacks.read(fault.rawValue) }
  }

  @Test("notSigned: it is read to its end, and its author did not sign the last entry")
  func notSigned() throws {
    let entries = try RefusedPacks.read(PackFault.notSigned.rawValue)
    var signers = Signers()
    for entry in try RefusedPacks.read() { signers.take(entry) }
    #expect(entries.map(signers.vouch) == [true, true, true, true, true, false])
  }
}
