import Criteria
import Demo
import Foundation
import Office
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// Lists leave as tables: by the same key everywhere, with what a person's screen shows and no more.
@Suite("Printing lists")
struct PrintingTests {
  /// A list on the way to it.
  struct Way: Sendable, CustomTestStringConvertible {
    let person: PersonID
    let screen: ScreenID
    var dossier: CaseID?
    var keys: [Key] = []
    let file: String
    let head: [String]
    /// Whether F7 prints, too.
    var isOnF7 = true
    var testDescription: String { file }
  }

  private static let ways = [
    Way(
      person: "chenmi", screen: .queue, file: "申报-2026.xlsx",
      head: ["编号", "组织", "区县", "行业", "阶段", "进度", "期限", "待我办理", "鼓励申报"], isOnF7: false),
    Way(
      person: "chenmi", screen: .board, file: "阶段分布-2026.xlsx", head: ["阶段", "合计"]),
    Way(
      person: "chenmi", screen: .board, keys: [.right], file: "得分-2026.xlsx",
      head: ["编号", "组织", "区县", "行业", "材料", "现场", "阶段", "层级"]),
    Way(
      person: "chenmi", screen: .board, keys: [.left], file: "名单-2026.xlsx",
      head: ["编号", "组织", "区县", "行业", "材料", "现场", "阶段", "层级"]),
    Way(
      person: "chenmi", screen: .terms, file: "期限-2026.xlsx",
      head: ["事项", "编号", "组织", "自", "至"]),
    Way(
      person: "chenmi", screen: .setup, keys: [.right], file: "人员-2026.xlsx",
      head: ["姓名", "编号", "身份", "状态", "区县", "单位"], isOnF7: false),
    Way(
      person: "hejian", screen: .dossier, dossier: "HZ26-0001", keys: [.right],
      file: "证实性材料目录-HZ26-0001-2026.xlsx", head: ["序号", "名称", "页数", "所证条款"]),
    Way(
      person: "hejian", screen: .supervision, keys: [.tab], file: "关注-2026.xlsx",
      head: ["编号", "组织", "情况", "规则"]),
  ]

  private func rig(_ way: Way) throws -> Rig {
    let rig = try Rig(.listed)
    try rig.signIn(way.person)
    rig.go(way.screen, way.dossier)
    for key in way.keys { rig.press(key) }
    while rig.text.contains("正在逐案查看") { rig.pass(milliseconds: 1) }
    return rig
  }

  /// The rows of a workbook that was written into the rig's home.
  private func rows(_ rig: Rig, _ file: String) throws -> [[String]] {
    let book = try Workbook(try Data(contentsOf: rig.home.appendingPathComponent(file)))
    #expect(book.sheets.count == 1 && book.sheets[0].formulas.isEmpty)
    return book.sheets[0].rows
  }

  @Test(
    "Ctrl-P prints on every screen with a list, F7 where the screen has it free", arguments: ways)
  func keys(_ way: Way) throws {
    let rig = try rig(way)
    rig.press(.function(7))
    #expect((rig.backstage.console.focusName == "form/printList") == way.isOnF7, "\(rig.text)")
    if way.isOnF7 { rig.press(.escape) }
    if !way.isOnF7 { rig.go(way.screen, way.dossier) }
    while rig.backstage.console.focusName.hasPrefix("question/") { rig.press(.escape) }
    for key in way.isOnF7 ? [] : way.keys where rig.backstage.console.current != way.screen {
      rig.press(key)
    }
    rig.press(.control("p"), .function(5))
    let rows = try rows(rig, way.file)
    #expect(Array(rows[0].prefix(way.head.count)) == way.head, "\(rows[0])")
    #expect(rows.count > 1)
    #expect(rig.text.contains("已写出 \(rows.count - 1) 行"), "\(rig.text)")
    let path = rig.home.appendingPathComponent(way.file).path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("a screen with nothing to print says so")
  func nothing() throws {
    let rig = try Rig(.listed)
    try rig.signIn("chenmi")
    rig.go(.history, nil)
    rig.press(.control("p"))
    #expect(rig.text.contains("这一屏没有可打印的内容"))
    #expect(rig.backstage.console.focusName == "history/list")
  }

  @Test("the table has every row of a list, not only those at hand, with days and figures as such")
  func whole() throws {
    let rig = try Rig(.listed)
    try rig.signIn("chenmi")
    let (store, context) = (rig.backstage.store, rig.backstage.console.context)
    let session = try #require(rig.backstage.session)
    let total = try store.count(QueueQuery(scope: .all), by: session)
    let queue = try ListOrder.queue(QueueQuery(scope: .all)).table(
      from: store, by: session, context)
    #expect(queue.rows.count == total)
    let scores = try ListOrder.scores.table(from: store, by: session, context)
    let known = try store.scores(by: session).filter { $0.material != nil || $0.onSite != nil }
    #expect(scores.rows.count == known.count)
    for (row, score) in zip(scores.rows, known) {
      #expect(row[0] == .text(score.dossier.rawValue))
      #expect(row[4] == score.material.map(ListValue.points) ?? .empty)
      #expect(row[5] == score.onSite.map(ListValue.points) ?? .empty)
    }
    let terms = try ListOrder.terms(nil).table(from: store, by: session, context)
    let running = try store.terms(limit: 10_000, by: session)
    #expect(terms.rows.count == running.total)
    for (row, term) in zip(terms.rows, running.rows) {
      #expect(row[3] == .day(term.term.since) && row[4] == .day(term.term.until))
    }
    let book = try Workbook(try terms.bytes(as: .xlsx, at: context.now))
    #expect(book.sheets[0].rows[1][4] == running.rows[0].term.until.description)
    let csv = String(decoding: try terms.bytes(as: .csv, at: context.now), as: UTF8.self)
    #expect(csv.contains(",\(running.rows[0].term.until),"))
  }

  @Test("what begins like a formula is words in both files")
  func formulas() throws {
    let columns = [ListColumn<String>(.plain("a"), .fixed(4), 1) { Line($0) }]
    let words = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)"]
    let rig = try Rig(.reviewed)
    let context = rig.backstage.console.context
    let table = ListTable(.plain("表"), columns, of: words, context)
    let book = try Workbook(try table.bytes(as: .xlsx, at: context.now))
    #expect(book.sheets[0].rows.dropFirst().map { $0[0] } == words)
    #expect(book.sheets[0].formulas.isEmpty)
    let csv = String(decoding: try table.bytes(as: .csv, at: context.now), as: UTF8.self)
    for word in words { #expect(csv.contains("\r\n'\(word)") || csv.contains("\"'\(word)")) }
  }

  /// Who may print which lists.
  private static let readers: [String: Set<PersonID>] = [
    "queue": ["chenmi", "hejian", "zhaoyi", "shenbin"],
    "overview": ["chenmi", "hejian"], "scores": ["chenmi", "hejian"],
    "tiers": ["chenmi", "hejian"], "terms": ["chenmi", "hejian", "shenbin"],
    "people": ["chenmi"], "watch": ["hejian"],
  ]

  @Test(
    "who has no screen with a list prints it by no way",
    arguments: ["chenmi", "hejian", "zhaoyi", "shenbin"])
  func readers(_ name: String) throws {
    let person = PersonID(name)
    let rig = try Rig(.scored)
    try rig.signIn(person)
    let (store, context) = (rig.backstage.store, rig.backstage.console.context)
    let session = try #require(rig.backstage.session)
    let orders: [String: ListOrder] = [
      "queue": .queue(QueueQuery(scope: .all)), "overview": .overview, "scores": .scores,
      "tiers": .tiers, "terms": .terms(nil), "people": .people,
      "watch": try .everythingToWatch(in: store, by: session),
    ]
    for (name, order) in orders {
      let table = try? order.table(from: store, by: session, context)
      #expect((table != nil) == Self.readers[name]?.contains(person), "\(name)")
    }
    // Another's case is not there for them.
    let seen = try store.queue(QueueQuery(scope: .all), limit: 1000, by: session).map(\.id)
    let office = try store.signIn("chenmi", passphrase: Demo.passphrase)
    for row in try store.queue(QueueQuery(scope: .all), limit: 1000, by: office) {
      let index = try? ListOrder.evidence(row.id).table(from: store, by: session, context)
      #expect((index != nil) == seen.contains(row.id), "\(row.id)")
    }
  }

  @Test(
    "R4: before the opening no list tells a mark",
    arguments: ["chenmi", "hejian", "zhaoyi", "lisi"])
  func blind(_ name: String) throws {
    func tables(marks: Int) throws -> [ListTable] {
      let rig = try Rig(.reviewed)
      let store = rig.backstage.store
      let author = try store.signIn("qianer", passphrase: Demo.passphrase)
      let base = try store.draft(of: "HZ26-0031", by: author).sheet
      var sheet = base
      for item in Edition.shipped.items where sheet.items[item.id]?.mark != nil {
        sheet.items[item.id]?.mark = .percentage(try #require(Percentage(marks)))
      }
      try store.save(
        Set(Edition.shipped.items.map { DraftSlot.item($0.id) }), of: sheet, over: base,
        in: "HZ26-0031", by: author)
      try rig.signIn(PersonID(name))
      let session = try #require(rig.backstage.session)
      let orders: [ListOrder] = [
        .queue(QueueQuery(scope: .all)), .overview, .scores, .tiers, .terms(nil), .people,
        .evidence("HZ26-0031"), try .everythingToWatch(in: store, by: session),
      ]
      return orders.compactMap {
        try? $0.table(from: store, by: session, rig.backstage.console.context)
      }
    }
    let (low, high) = (try tables(marks: 5), try tables(marks: 95))
    #expect(low == high && !low.isEmpty)
    for table in low where table.head.contains("材料") { #expect(table.rows.isEmpty) }
  }
}
