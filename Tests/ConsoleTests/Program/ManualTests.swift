import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// The manual's tables of keys are made from the actions that the screens declare.
///
/// `RECORD_MANUAL=1 swift test --filter ManualTests` writes them anew and then fails where they
/// differed, so that nobody records unawares.
@Suite("The manual's tables of keys")
struct ManualTests {
  /// A screen in one of its states, with who looks at it and the keys that lead there.
  private struct View {
    let heading: String
    let screen: ScreenID
    let stage: DemoStage
    let person: PersonID?
    var dossier: CaseID?
    var keys: [Key] = []
    /// Where the focus is then: a view that is not reached is no view.
    let focus: String
  }

  private static let views: [View] = [
    View(heading: "选人", screen: .login, stage: .scored, person: nil, focus: "login/people"),
    View(
      heading: "输入口令", screen: .login, stage: .scored, person: nil, keys: [.enter],
      focus: "login/passphrase"),
    View(heading: "列表", screen: .queue, stage: .scored, person: "chenmi", focus: "queue/cases"),
    View(
      heading: "列表，有标记时", screen: .queue, stage: .scored, person: "chenmi",
      keys: [.right, .character(" ")], focus: "queue/cases"),
    View(
      heading: "查找", screen: .queue, stage: .scored, person: "chenmi", keys: [.function(3)],
      focus: "queue/finding"),
    View(
      heading: "未签回避声明", screen: .review, stage: .scored, person: "lisi", dossier: "HZ26-0044",
      focus: "review/items"),
    View(
      heading: "尚未开始", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0044",
      focus: "review/items"),
    View(
      heading: "条款栏", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      focus: "review/items"),
    View(
      heading: "材料栏", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      keys: [.tab], focus: "review/text"),
    View(
      heading: "得分率栏", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      keys: [.tab, .tab], focus: "review/percentage"),
    View(
      heading: "档位栏", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      keys: [.tab, .tab, .tab], focus: "review/bands"),
    View(
      heading: "意见栏", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      keys: [.enter], focus: "review/comments"),
    View(
      heading: "写意见时", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      keys: [.enter, .enter], focus: "review/entry"),
    View(
      heading: "整体意见", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      keys: [.function(6)], focus: "review/head"),
    View(
      heading: "提交前的清单", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      keys: [.function(5)], focus: "review/checklist"),
    View(
      heading: "在材料中查找", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031",
      keys: [.function(3)], focus: "review/find"),
    View(
      heading: "已提交", screen: .review, stage: .scored, person: "sunsan", dossier: "HZ26-0031",
      focus: "review/items"),
    View(
      heading: "启封之前（秘书处）", screen: .consensus, stage: .consensus, person: "chenmi",
      dossier: "HZ26-0001", focus: "consensus/opening"),
    View(
      heading: "启封之前（组长）", screen: .consensus, stage: .consensus, person: "zhaoyi",
      dossier: "HZ26-0004", focus: "consensus/opening"),
    View(
      heading: "条款栏", screen: .consensus, stage: .scored, person: "zhaoyi", dossier: "HZ26-0007",
      focus: "consensus/items"),
    View(
      heading: "条款详情栏", screen: .consensus, stage: .scored, person: "zhaoyi",
      dossier: "HZ26-0007", keys: [.tab], focus: "consensus/detail"),
    View(
      heading: "定分时", screen: .consensus, stage: .scored, person: "zhaoyi", dossier: "HZ26-0007",
      keys: [.function(6), .home, .enter], focus: "consensus/settle"),
    View(
      heading: "评审员一致性", screen: .consensus, stage: .scored, person: "zhaoyi",
      dossier: "HZ26-0007", keys: [.function(8)], focus: "consensus/agreement"),
    View(
      heading: "合议完成之后", screen: .consensus, stage: .scored, person: "zhaoyi",
      dossier: "HZ26-0010", focus: "consensus/items"),
    View(
      heading: "未安排（秘书处）", screen: .onSite, stage: .scored, person: "chenmi",
      dossier: "HZ26-0014", focus: "onSite/message"),
    View(
      heading: "检查表", screen: .onSite, stage: .scored, person: "zhengqi", dossier: "HZ26-0013",
      focus: "onSite/checks"),
    View(
      heading: "日程", screen: .onSite, stage: .scored, person: "zhengqi", dossier: "HZ26-0013",
      keys: [.backTab], focus: "onSite/agenda"),
    View(
      heading: "现场评分", screen: .onSite, stage: .scored, person: "zhengqi", dossier: "HZ26-0013",
      keys: [.function(8)], focus: "onSite/marks"),
    View(
      heading: "录入得分率时", screen: .onSite, stage: .scored, person: "zhengqi", dossier: "HZ26-0013",
      keys: [.function(8), .enter], focus: "onSite/percentage"),
    View(
      heading: "办理", screen: .dossier, stage: .scored, person: "hejian", dossier: "HZ26-0018",
      focus: "dossier/acts"),
    View(
      heading: "材料", screen: .dossier, stage: .scored, person: "hejian", dossier: "HZ26-0018",
      keys: [.right], focus: "dossier/material"),
    View(
      heading: "阅读材料时", screen: .dossier, stage: .scored, person: "hejian", dossier: "HZ26-0018",
      keys: [.right, .down, .enter], focus: "dossier/reader"),
    View(
      heading: "人员、申报", screen: .dossier, stage: .scored, person: "hejian", dossier: "HZ26-0018",
      keys: [.right, .right], focus: "dossier/people"),
    View(heading: "期限", screen: .terms, stage: .proposed, person: "chenmi", focus: "terms/terms"),
    View(
      heading: "公示", screen: .terms, stage: .proposed, person: "chenmi", keys: [.tab],
      focus: "terms/notices"),
    View(
      heading: "一项公示的组织", screen: .terms, stage: .proposed, person: "chenmi",
      keys: [.tab, .down, .down, .down, .down, .enter], focus: "terms/notices/cases"),
    View(
      heading: "会议", screen: .terms, stage: .proposed, person: "chenmi", keys: [.tab, .tab],
      focus: "terms/meetings"),
    View(
      heading: "等待会议决定的组织", screen: .terms, stage: .proposed, person: "chenmi",
      keys: [.tab, .tab, .enter], focus: "terms/meetings/cases"),
    View(
      heading: "函件", screen: .terms, stage: .proposed, person: "chenmi",
      keys: [.backTab, .backTab], focus: "terms/letters"),
    View(
      heading: "存档的文书", screen: .terms, stage: .proposed, person: "chenmi", keys: [.backTab],
      focus: "terms/papers"),
    View(heading: "总览", screen: .board, stage: .listed, person: "chenmi", focus: "board/stages"),
    View(
      heading: "逾期", screen: .board, stage: .listed, person: "chenmi", keys: [.tab],
      focus: "board/late"),
    View(
      heading: "得分", screen: .board, stage: .listed, person: "chenmi", keys: [.right],
      focus: "board/material"),
    View(
      heading: "名单", screen: .board, stage: .listed, person: "chenmi", keys: [.left],
      focus: "board/list"),
    View(
      heading: "培育名单", screen: .cultivation, stage: .listed, person: "chenmi",
      focus: "cultivation/list"),
    View(
      heading: "举报投诉", screen: .supervision, stage: .listed, person: "hejian",
      focus: "supervision/complaints"),
    View(
      heading: "关注", screen: .supervision, stage: .listed, person: "hejian", keys: [.tab],
      focus: "supervision/watch"),
    View(
      heading: "互评", screen: .supervision, stage: .listed, person: "hejian", keys: [.tab, .tab],
      focus: "supervision/assessments"),
    View(
      heading: "细读时", screen: .supervision, stage: .listed, person: "hejian",
      keys: [.character(" ")], focus: "supervision/complaints/reading"),
    View(heading: "列表", screen: .history, stage: .scored, person: "chenmi", focus: "history/list"),
    View(
      heading: "一条记录", screen: .history, stage: .scored, person: "chenmi", keys: [.enter],
      focus: "history/entry"),
    View(heading: "年度", screen: .setup, stage: .scored, person: "chenmi", focus: "setup/cycle"),
    View(
      heading: "人员", screen: .setup, stage: .scored, person: "chenmi", keys: [.right],
      focus: "setup/people"),
    View(
      heading: "评审组", screen: .setup, stage: .scored, person: "chenmi",
      keys: [.right, .right], focus: "setup/panels"),
    View(
      heading: "申报", screen: .setup, stage: .scored, person: "chenmi",
      keys: [.right, .right, .right], focus: "setup/cases"),
    View(
      heading: "文头", screen: .setup, stage: .scored, person: "chenmi",
      keys: [.right, .right, .right, .right], focus: "setup/letterhead"),
    View(
      heading: "导入", screen: .setup, stage: .scored, person: "chenmi",
      keys: [.left, .left, .left, .left], focus: "setup/importing"),
    View(
      heading: "参数", screen: .setup, stage: .scored, person: "chenmi",
      keys: [.left, .left, .left], focus: "setup/parameters"),
    View(
      heading: "交换", screen: .setup, stage: .scored, person: "chenmi", keys: [.left, .left],
      focus: "setup/exchange"),
    View(
      heading: "备份", screen: .setup, stage: .scored, person: "chenmi", keys: [.left],
      focus: "setup/backups"),
    View(
      heading: "交换", screen: .exchange, stage: .scored, person: "zhaoyi",
      focus: "exchange/posts"),
  ]

  @Test("the manual's tables are what the screens offer")
  func tables() throws {
    let (begin, end) = ("<!-- keys: begin -->\n", "<!-- keys: end -->")
    let manual = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Console/Console.docc/手册.md").standardized
    let text = try String(contentsOf: manual, encoding: .utf8)
    let start = try #require(text.range(of: begin)?.upperBound)
    let stop = try #require(text.range(of: end)?.lowerBound)
    let (kept, made) = (String(text[start..<stop]), try Self.made())
    guard kept != made else { return }
    if ProcessInfo.processInfo.environment["RECORD_MANUAL"] != nil {
      try text.replacingCharacters(in: start..<stop, with: made)
        .write(to: manual, atomically: true, encoding: .utf8)
    }
    let lost = Set(kept.split(separator: "\n")).symmetricDifference(made.split(separator: "\n"))
    Issue.record("the manual's tables differ:\n\(lost.sorted().joined(separator: "\n"))")
  }

  @Test("a screen without a view in the manual fails")
  func everyScreen() {
    let shown = Set(Self.views.map(\.screen))
    #expect(ScreenID.allCases.filter { !shown.contains($0) } == [])
  }

  /// All tables, with what is the same everywhere first.
  private static func made() throws -> String {
    var text = try table("通用", console(of: views[2]).helpSections()[1].entries)
    for screen in ScreenID.allCases {
      var parts = try views.filter { $0.screen == screen }.map { view in
        (heading: view.heading, entries: own(try console(of: view)))
      }
      if screen == .login { parts.append(("首次登录", own(try joining()))) }
      // What has a key in some part is named there; what no part has a key for is in the list of F2.
      let keyed = Set(parts.flatMap(\.entries).filter { !$0.keys.isEmpty }.map(\.title))
      var seen: Set<HelpView.Entry> = []
      for (heading, entries) in parts {
        let new = entries.filter {
          (!$0.keys.isEmpty || !keyed.contains($0.title)) && !seen.contains($0)
        }
        seen.formUnion(new)
        if !new.isEmpty { text += table("\(screen.title.zh) · \(heading)", new) }
      }
    }
    return text + acts()
  }

  /// A console that was led to a view.
  private static func console(of view: View) throws -> Console {
    let rig = try Rig(view.stage)
    if let person = view.person {
      try rig.signIn(person)
      rig.go(view.screen, view.dossier)
    }
    for key in view.keys { rig.press(key) }
    #expect(rig.backstage.console.focusName == view.focus, "\(view.screen) \(view.heading)")
    return rig.backstage.console
  }

  /// A console before which somebody sits who was invited and never logged in.
  private static func joining() throws -> Console {
    let rig = try Rig(.scored)
    let office = try rig.backstage.store.signIn("chenmi", passphrase: Demo.passphrase)
    let person = Person(id: "zhaojian", name: "赵监", roles: [.supervisor])
    _ = try rig.backstage.store.invite(person, by: office)
    let window = try Rig(beside: rig)
    window.press(.end, .enter)
    #expect(window.backstage.console.focusName == "login/joining")
    return window.backstage.console
  }

  /// What the screen itself offers, without the acts of the case that happens to be in front.
  private static func own(_ console: Console) -> [HelpView.Entry] {
    let actions = console.screen.offers(console.context).filter {
      // Acts without keys of their own have a table of their own.
      !$0.id.hasPrefix(CaseScene.prefix) || !$0.keys.isEmpty
    }
    let titles = Set(actions.map { console.context.say($0.title) })
    return console.helpSections()[0].entries.filter { titles.contains($0.title) }
  }

  /// What is done in a case from its dossier: it has no keys of its own.
  private static func acts() -> String {
    let rows = CaseActName.allCases.filter { $0 != .interest }.map {
      "| \($0.act.title.zh) | \($0.act.help.zh) |\n"
    }
    return "\n#### 案卷里的办理事项（Enter 或 F2）\n\n| 事项 | 说明 |\n|---|---|\n" + rows.joined() + "\n"
  }

  private static func table(_ heading: String, _ entries: [HelpView.Entry]) -> String {
    // Whose tabs they are differs: the manual says so in words.
    let rows = entries.filter { !$0.keys.hasPrefix("Alt-") }.map {
      "| \($0.keys.isEmpty ? "F2" : $0.keys) | \($0.title) | \($0.text) |\n"
    }
    return "\n#### \(heading)\n\n| 按键 | 名称 | 说明 |\n|---|---|---|\n" + rows.joined()
  }
}
