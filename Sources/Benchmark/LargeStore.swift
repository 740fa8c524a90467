import Foundation
import Procedure
import Store

/// A demo store that has grown: acts in the clear about new cases, and sealed ones of supervision.
struct LargeStore {
  /// Who works in it.
  static let office: PersonID = "chenmi"
  private static let supervisor: PersonID = "hejian"
  private static let stage = "application"

  private static let cases = 200
  /// Acts in one transaction.
  private static let batch = 500

  let path: String

  /// Lets the demo store of the open call grow by acts, through the program's own door.
  ///
  /// - Parameters:
  ///   - stores: Where it is made.
  ///   - entries: How many acts, half of them sealed.
  init(in stores: DemoStores, entries: Int) throws {
    path = try stores.path(stage: Self.stage)
    let store = try Store(opening: URL(fileURLWithPath: path))
    let office = try store.signIn(Self.office, passphrase: Scripts.passphrase)
    let ids = (0..<min(Self.cases, max(entries / 4, 1))).map { CaseID("HZ26-\(5_000 + $0)") }
    try store.perform(
      ids.map { .dossier($0, .register(Self.application($0, staff: 0))) }, by: office)
    try Self.batches(entries / 2 - ids.count) { numbers in
      try store.perform(
        numbers.map { number in
          let id = ids[number % ids.count]
          return .dossier(id, .amend(Self.application(id, staff: number + 1)))
        }, by: office)
    }
    let supervisor = try store.signIn(Self.supervisor, passphrase: Scripts.passphrase)
    let complaint = Complaint(
      id: "large", topic: .procedure, source: .staff, text: "程序测试用，非真实投诉")
    try store.perform([.supervision(.lodge(complaint))], by: supervisor)
    try Self.batches(entries / 2 - 1) { numbers in
      try store.perform(
        numbers.map { .supervision(.note("large", text: "第 \($0) 次核查，资料与现场一致")) },
        by: supervisor)
    }
  }

  private static func application(_ id: CaseID, staff: Int) -> Application {
    Application(
      id: id, name: "杭州测速\(id.rawValue)有限公司", district: "330108", industry: "测试设备",
      staff: staff)
  }

  private static func batches(_ count: Int, _ body: (Range<Int>) throws -> Void) throws {
    for start in stride(from: 0, to: count, by: batch) {
      try body(start..<min(start + batch, count))
    }
  }
}
