import Demo
import Foundation
import Procedure
import Store
import Testing

@testable import Console

/// Every list as a program that is not ours reads it.
@Suite("Cells of lists")
struct ListCellsTests {
  /// What openpyxl says of a cell.
  private struct Cell: Decodable, Equatable {
    var kind: String
    var text: String?
    var number: Double?
  }

  private static let python = "/usr/bin/python3"

  /// The cells of a workbook's one sheet, row by row.
  private static let script = """
    import sys, json, openpyxl
    b = openpyxl.load_workbook(sys.argv[1])
    assert len(b.sheetnames) == 1
    def cell(c):
      if c.value is None: return {'kind': 'empty'}
      if c.is_date: return {'kind': 'day', 'text': c.value.date().isoformat()}
      if c.data_type == 'n': return {'kind': 'number', 'number': c.value}
      return {'kind': c.data_type, 'text': str(c.value)}
    print(json.dumps([[cell(c) for c in r] for r in b.active.iter_rows()]))
    """

  private static let hasReader =
    FileManager.default.isExecutableFile(atPath: python)
    && (try? run(["-c", "import openpyxl"])) != nil

  private struct Failed: Error { var status: Int32 }

  private static func run(_ arguments: [String]) throws -> Data {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
    return data
  }

  private static func expected(_ value: ListValue) -> Cell {
    switch value {
    case .empty: Cell(kind: "empty")
    case .text(let text): text.isEmpty ? Cell(kind: "empty") : Cell(kind: "s", text: text)
    case .whole(let number): Cell(kind: "number", number: Double(number))
    case .points(let points): Cell(kind: "number", number: Double(points.hundredths) / 100)
    case .day(let day): Cell(kind: "day", text: day.description)
    }
  }

  @Test(
    "openpyxl reads every cell of every list as the store has it, words as words",
    .enabled(if: hasReader, "left out: python3-openpyxl is missing"))
  func cells() throws {
    let rig = try Rig(.listed)
    let (store, context) = (rig.backstage.store, rig.backstage.console.context)
    let orders: [(PersonID, ListOrder)] = [
      ("chenmi", .queue(QueueQuery(scope: .all))), ("chenmi", .overview), ("chenmi", .scores),
      ("chenmi", .tiers), ("chenmi", .terms(nil)), ("chenmi", .people),
      ("hejian", .evidence("HZ26-0001")),
      (
        "hejian",
        try .everythingToWatch(
          in: store, by: store.signIn("hejian", passphrase: Demo.passphrase))
      ),
    ]
    for (person, order) in orders {
      let session = try store.signIn(person, passphrase: Demo.passphrase)
      var own = context
      (own.person, own.cycle) = (person, try store.cycle())
      let table = try order.table(from: store, by: session, own)
      #expect(!table.rows.isEmpty, "\(order.title.zh)")
      let file = rig.home.appendingPathComponent("\(order.title.zh).xlsx")
      try table.bytes(as: .xlsx, at: own.now).write(to: file)
      let read = try JSONDecoder().decode(
        [[Cell]].self, from: Self.run(["-c", Self.script, file.path]))
      let written =
        [table.head.map { Cell(kind: "s", text: $0) }] + table.rows.map { $0.map(Self.expected) }
      #expect(read.count == written.count, "\(order.title.zh)")
      for (row, (found, wanted)) in zip(read, written).enumerated() {
        #expect(found == wanted, "\(order.title.zh) \(row + 1)")
      }
    }
  }
}
