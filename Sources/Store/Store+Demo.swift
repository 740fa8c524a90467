import Foundation
import GRDB

extension Store {
  /// Makes a demo without waiting for the disk after each act: it is waited for once, at the end.
  ///
  /// Whoever loses power meanwhile has lost a demo that nobody has seen. Every other store waits.
  public func makeDemo(_ body: () throws -> Void) throws {
    guard try title().isDemo else { return try body() }
    func wait(_ waits: Bool) throws {
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA synchronous = \(waits ? "FULL" : "OFF")")
      }
      waitsForDisk = waits
    }
    do {
      try wait(false)
      try body()
      try wait(true)
      try Durable.everything(in: directory)
    } catch {
      try? wait(true)
      throw StoreFault.naming(error)
    }
  }
}
