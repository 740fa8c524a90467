import Criteria
import Demo
import Foundation
import Office
import Procedure
import Reports
import Store
import Terminal
import Testing

@testable import Console

@Suite("Papers are printed by keys")
struct PaperPrintingTests {
  /// A console on the screen of terms, at the list that was published.
  private func rig() throws -> Rig {
    let rig = try Rig(.listed)
    try rig.signIn("chenmi")
    rig.go(.terms, nil)
    rig.press(.right, .end)
    return rig
  }

  private func files(_ rig: Rig) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: rig.home.path).sorted()
  }

  @Test("P4: the published list goes out as Word, page and text in one go")
  func list() throws {
    let rig = try rig()
    rig.press(.function(7))
    #expect(rig.text.contains("纳入培育组织名单公告"))
    rig.press(.function(5))
    let files = try files(rig)
    #expect(files.map { ($0 as NSString).pathExtension } == ["docx", "html", "txt"], "\(rig.text)")
    let text = try String(contentsOf: rig.home.appendingPathComponent(files[2]), encoding: .utf8)
    #expect(text.contains("现予公布") && text.contains("层级"))
    let word = try Data(contentsOf: rig.home.appendingPathComponent(files[0]))
    let lines = try DocumentReading(in: .here).manuscript(of: word, named: files[0]).lines
    #expect(lines.contains { $0.text.contains("现予公布") })
  }

  @Test("P2: what is ready to be published can be seen before, as a preview that says so")
  func ahead() throws {
    let rig = try rig()
    rig.press(.home, .down, .down, .function(7))
    #expect(rig.text.contains("拟纳入培育组织名单公示") && !rig.text.contains("用途"))
    rig.press(.function(5))
    let name = try #require(try files(rig).last)
    let text = try String(contentsOf: rig.home.appendingPathComponent(name), encoding: .utf8)
    #expect(text.contains("草　稿") && text.contains("个工作日）") && text.contains("层级"))
  }

  @Test("V5: a fair copy is kept, and printed again byte for byte from the list of papers")
  func kept() throws {
    let rig = try rig()
    rig.press(.function(7), .function(5))
    let first = try files(rig).map { try Data(contentsOf: rig.home.appendingPathComponent($0)) }
    #expect(first.count == 3)
    rig.press(.right, .right, .right)
    #expect(rig.text.contains("存档文书") && rig.text.contains("纳入培育组织名单公告"))
    rig.press(.function(7))
    for _ in 0..<80 { rig.press(.backspace) }
    rig.type("again")
    rig.press(.function(5))
    #expect(rig.text.contains("存档原件"))
    let again = try files(rig).filter { $0.hasPrefix("again") }
      .map { try Data(contentsOf: rig.home.appendingPathComponent($0)) }
    #expect(again == first)
  }

  @Test("V5: a kept paper is listed under the day that stands on it, not that of its keeping")
  func ownDay() throws {
    let rig = try Rig(.listed, at: Moment(day: Day("2027-03-01")!, hour: 9))
    try rig.signIn("chenmi")
    let session = try #require(rig.backstage.session)
    rig.go(.terms, nil)
    rig.press(.right, .end, .function(7), .function(5))
    let paper = try #require(
      try rig.backstage.store.papers(limit: 1, by: session).first?.paper, "\(rig.text)")
    let listed = try rig.backstage.store.queue(
      QueueQuery(scope: .listed), limit: 100, by: session)
    let own = try #require(listed.first { $0.listNumber == paper.number })
    let since = try rig.backstage.store.dossier(own.id, by: session).cultivation?.since
    #expect(paper.day == since && paper.day < Day("2027-03-01")!)
    rig.press(.right, .right, .right)
    #expect(rig.text.contains("\(paper.day)"), "\(rig.text)")
  }

  @Test("V5: a preview leaves no entry")
  func previews() throws {
    let rig = try rig()
    rig.press(.function(7), .right, .function(5))
    #expect(try files(rig).count == 3)
    rig.press(.right, .right, .right)
    #expect(rig.text.contains("尚无存档的文书"))
  }

  @Test("a paper without a number of its own is kept without one, and by what it says")
  func ownNumber() throws {
    let rig = try Rig(.scored)
    try rig.signIn("chenmi")
    let session = try #require(rig.backstage.session)
    let id = try #require(rig.aCase(at: .leadersMeeting))
    let press = PaperPress(rig.backstage.store, by: session)
    let order = try press.order("consensusRecord", about: id.rawValue)
    _ = try press.files(of: order)
    let kept = try rig.backstage.store.papers(of: id, limit: 9, by: session)
    #expect(kept.map(\.paper?.kind) == [order.key] && kept.map(\.paper?.number) == [nil])
  }

  @Test("R7: the minutes of a meeting are printed where it is listed")
  func minutes() throws {
    let rig = try rig()
    rig.press(.right, .home, .down, .function(7))
    #expect(rig.text.contains("会议纪要"))
    rig.press(.function(5))
    let name = try #require(try files(rig).last)
    let text = try String(contentsOf: rig.home.appendingPathComponent(name), encoding: .utf8)
    #expect(text.contains("组长会议纪要") && text.contains("出席：") && text.contains("主持人"))
    // What was decided of the cases stands in them from the record, typed or not.
    let session = try #require(rig.backstage.session)
    let meeting = try #require(try rig.backstage.store.cycle().meetings(.leaders).first)
    let decided = try rig.backstage.store.decisions(at: meeting, by: session)
    #expect(!decided.isEmpty)
    for found in decided { #expect(text.contains("（\(found.dossier)）"), "\(text)") }
    #expect(text.contains("\(decided.count(where: \.isYes)) 家）："))
  }

  @Test("V5: a list is corrected in all its cases with one form and one question, or in none")
  func corrected() throws {
    let rig = try rig()
    let session = try #require(rig.backstage.session)
    rig.press(.function(4))
    #expect(rig.text.contains("更正文件") && rig.text.contains("公布名单"), "\(rig.text)")
    rig.press(.tab, .tab, .tab)
    rig.type("更正9号")
    rig.press(.tab)
    rig.type("笔误")
    rig.press(.function(5))
    #expect(rig.text.contains("F8"), "\(rig.text)")
    rig.press(.function(8))
    let rows = try rig.backstage.store.queue(
      QueueQuery(scope: .listed), limit: 100, by: session
    ).filter { $0.listNumber == "更正9号" }
    #expect(rows.count > 1, "\(rig.text)")
    // The slip stands on supervision's watch list, once for each case.
    let watcher = try rig.backstage.store.signIn("hejian", passphrase: Demo.passphrase)
    let watched = try rig.backstage.store.watch(after: nil, limit: 100, by: watcher).0
    let slips = watched.flatMap(\.oddities).filter { OddityKind($0) == .corrected }
    #expect(slips.count == rows.count)
  }

  @Test("K: forms hold the next number as the store counts it, the one just taken among them")
  func nextNumber() throws {
    let rig = try rig()
    let (store, session) = (rig.backstage.store, try #require(rig.backstage.session))
    var head = Letterhead()
    head.prefix = "杭市监质"
    try store.perform(.cycle(.setLetterhead(head)), by: session)
    rig.backstage.storeChanged()
    rig.press(.right, .function(4))
    #expect(rig.text.contains("杭市监质〔2026〕1号"), "\(rig.text)")
    rig.press(.escape, .escape)
    let meeting = Meeting(id: "2026-x", kind: .directors, day: Rig.now.day, present: ["chenmi"])
    var numbered = meeting
    numbered.number = "杭市监质〔2026〕4号"
    try store.perform(.cycle(.hold(numbered)), by: session)
    rig.backstage.storeChanged()
    rig.press(.function(4))
    #expect(rig.text.contains("杭市监质〔2026〕5号"), "\(rig.text)")
  }

  @Test("R6: who leads a panel prints the table of its scores from the consensus")
  func ownScores() throws {
    let rig = try Rig(.scored)
    try rig.signIn("zhaoyi")
    let session = try #require(rig.backstage.session)
    let led = try rig.backstage.store.queue(QueueQuery(scope: .all), limit: 100, by: session)
      .map(\.id).filter { id in
        let desk = PaperDesk(
          dossier: try rig.backstage.store.dossier(id, by: session), person: "zhaoyi",
          cycle: try rig.backstage.store.cycle())
        return desk.isScored
      }
    rig.go(.consensus, led.first)
    rig.press(.control("p"))
    #expect(rig.text.contains("打印"), "\(rig.text)")
    let papers = PaperPress(rig.backstage.store, by: session)
    let text = try papers.printed(.scores(of: [])).composition.text
    for id in led { #expect(text.contains("\(id)"), "\(id)") }
    rig.press(.left)
    #expect(rig.text.contains("评分汇总表"), "\(rig.text)")
  }

  @Test("Q1: a list of several recommendations is kept by the bureau, and printed again as it was")
  func severalRecommendations() throws {
    let rig = try rig()
    let store = rig.backstage.store
    let session = try #require(rig.backstage.session)
    let press = PaperPress(store, by: session)
    let order = try press.order("recommendation", about: nil)
    #expect(order.dossiers.count > 1)
    let made = try press.files(of: order)
    #expect(made.origin == .kept)
    let kept = try store.papers(limit: 9, by: session)
    #expect(kept.map(\.room) == [.bureau] && kept.map(\.dossier) == [nil])
    let again = try press.files(of: order)
    #expect(again.origin == .again && again.files == made.files)
    // A district has no room beside the cases: its own print is a fair copy all the same.
    let district = try store.signIn("shenbin", passphrase: Demo.passphrase)
    let own = PaperPress(store, by: district)
    let printed = try own.files(of: try own.order("recommendation", about: nil))
    #expect(printed.origin == .unkept)
    let text = try #require(printed.files[.txt].flatMap { String(data: $0, encoding: .utf8) })
    #expect(!text.contains("草　稿") && Phrase.origin(.unkept).zh.contains("由市局存档"))
  }

  /// A case whose feedback the secretariat can print, on its dossier, with the form of printing open.
  private func feedback(_ rig: Rig, _ number: String?, to path: String) throws -> CaseID {
    let session = try #require(rig.backstage.session)
    let press = PaperPress(rig.backstage.store, by: session)
    let row = try rig.backstage.store.queue(
      QueueQuery(scope: .all, order: .number), limit: 100, by: session
    ).first { row in
      try press.papers(of: row.id).contains { $0.paper == .feedbackReport }
    }
    let id = try #require(row?.id)
    rig.go(.dossier, id)
    rig.press(.function(7))
    guard case .form(var sheet) = rig.backstage.console.overlay,
      case .choice(let options, _)? = sheet.form["paper"]?.kind
    else {
      Issue.record("no form")
      return id
    }
    sheet.form.choose(try #require(options.firstIndex { $0.contains("反馈") }), of: "paper")
    if let number { sheet.form.type(number, into: "number") }
    sheet.form.type(path, into: "path")
    rig.backstage.console.overlay = .form(sheet)
    return id
  }

  @Test("K: a paper printed again goes out under its own number, whoever prints it")
  func ownNumberAgain() throws {
    let rig = try rig()
    let store = rig.backstage.store
    var head = Letterhead()
    head.prefix = "杭市监质"
    try store.perform(
      .cycle(.setLetterhead(head)), by: try #require(rig.backstage.session))
    rig.backstage.storeChanged()
    let id = try feedback(rig, nil, to: "first")
    rig.press(.function(5))
    let number = "杭市监质〔2026〕1号"
    // Another of the secretariat, who never opened it.
    let other = try Rig(beside: rig)
    try other.signIn("linban")
    _ = try feedback(other, nil, to: "again")
    other.press(.function(5))
    let session = try #require(other.backstage.session)
    let kept = try store.papers(of: id, limit: 9, by: session)
    #expect(kept.map { $0.paper?.number } == [number], "\(other.text)")
    let texts = try ["first", "again"].map {
      try String(
        contentsOf: rig.home.appendingPathComponent("\($0).txt"), encoding: .utf8)
    }
    #expect(texts[0] == texts[1] && texts[0].contains(number))
    // Another number is another paper.
    _ = try feedback(other, "杭市监质〔2026〕31号", to: "new")
    other.press(.function(5))
    #expect(try store.papers(of: id, limit: 9, by: session).count == 2, "\(other.text)")
  }

  @Test(
    "what is wrong with a number or a template of one's own stands at its field, not at the path")
  func faultsAtTheirFields() throws {
    let rig = try rig()
    func errors() -> [String: String] { rig.backstage.console.openForm?.form.errors ?? [:] }
    _ = try feedback(rig, "", to: "out")
    rig.press(.function(5))
    #expect(errors() == ["number": Phrase.Papers.numberless.zh])
    rig.press(.escape, .escape)
    _ = try feedback(rig, "9号", to: "out")
    guard case .form(var sheet) = rig.backstage.console.overlay else { return }
    sheet.form.type("没有.docx", into: "template")
    rig.backstage.console.overlay = .form(sheet)
    rig.press(.function(5))
    #expect(Set(errors().keys) == ["template"])
    #expect(errors()["template"]?.contains("没有.docx") == true)
    // A document that is none is named there, too.
    try Data("x".utf8).write(to: rig.home.appendingPathComponent("空.docx"))
    guard case .form(var second) = rig.backstage.console.overlay else { return }
    second.form.type("空.docx", into: "template")
    rig.backstage.console.overlay = .form(second)
    rig.press(.function(5))
    #expect(Set(errors().keys) == ["template"])
    #expect(try files(rig).filter { $0.hasPrefix("out") }.isEmpty)
  }

  @Test("a file in the way is replaced only after it was asked")
  func inTheWay() throws {
    let rig = try rig()
    rig.press(.function(7), .function(5))
    let first = try #require(try files(rig).last)
    let path = rig.home.appendingPathComponent(first)
    try Data("旧".utf8).write(to: path)
    rig.press(.function(7), .function(5))
    #expect(rig.text.contains("替换文件"))
    #expect(try String(contentsOf: path, encoding: .utf8) == "旧")
    rig.press(.function(8))
    #expect(try String(contentsOf: path, encoding: .utf8) != "旧")
  }

  @Test(
    "a bureau's own document is filled, one that names something else is refused with its place")
  func template() throws {
    let facts = PaperContent.sample
    func template(_ text: String) throws -> WordTemplate {
      try WordTemplate(
        Composition(title: "", blocks: [.title("{{title}}"), .paragraph(Words(text))]).docx())
    }
    var made = PrintedPaper(
      composition: Composition(title: "", blocks: []), values: facts.fill.values,
      template: try template("{{#rows}}{{index}}.{{name}}{{/rows}}"), made: Rig.now)
    let word = try #require(try made.bytes(as: .docx))
    let lines = try DocumentReading(in: .here).manuscript(of: word, named: "a.docx").lines
    #expect(lines.contains { $0.text == "1.示例组织" })
    made.template = try template("{{nmae}}")
    let fault = #expect(throws: WordTemplateFault.self) { try made.bytes(as: .docx) }
    #expect(Phrase.template(try #require(fault)).zh.contains("没有叫“nmae”的内容"))
  }
}
