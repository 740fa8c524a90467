import Console
import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

/// Every screen as a person sees it, at both sizes, dark and mono; the main ones in English too.
@Suite("Screens by snapshot")
struct SnapshotTests {
  /// A screen with who looks at it, and the keys that lead there.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let screen: ScreenID
    let stage: DemoStage
    let person: PersonID?
    var dossier: CaseID?
    var keys: [Key] = []
    var isMain = true
    /// Whose gate it is; nil for a shell of one's own.
    var gate: PersonID?
    /// A form that the person left unfinished; its question stands before them then.
    var unfinished: UnfinishedForm?
    var testDescription: String { name }
  }

  /// A check that an examiner began to add to the visit under way.
  private static let unfinished = UnfinishedForm(
    place: UnfinishedForm.Place(
      screen: "onSite", form: "addCheck", dossier: "HZ26-0013", about: ""),
    title: "追加检查项", time: Rig.now,
    fields: [
      UnfinishedForm.Field(
        id: "text", label: "检查内容",
        text: "2025 年专利转化收入占比为百分之十二，其中两项没有合同佐证，请技术中心补充台账。"),
      UnfinishedForm.Field(id: "item", label: "条款", text: "4.4.5 技术资源"),
      UnfinishedForm.Field(id: "method", label: "方法", text: "查看现场"),
    ])

  static let scenes: [Scene] = [
    Scene(name: "login", screen: .login, stage: .scored, person: nil),
    Scene(
      name: "login-passphrase", screen: .login, stage: .scored, person: nil, keys: [.enter],
      isMain: false),
    Scene(name: "queue-mine", screen: .queue, stage: .scored, person: "zhaoyi"),
    Scene(
      name: "queue-all", screen: .queue, stage: .scored, person: "chenmi", keys: [.right],
      isMain: false),
    Scene(
      name: "queue-several", screen: .queue, stage: .qualification, person: "chenmi",
      keys: [.right, .control("a"), .function(5)], isMain: false),
    Scene(
      name: "queue-qualify", screen: .queue, stage: .qualification, person: "chenmi",
      keys: [
        .right, .character(" "), .character(" "), .character(" "), .character(" "), .function(5),
        .enter,
      ], isMain: false),
    Scene(
      name: "terms-decisions", screen: .terms, stage: .proposed, person: "chenmi",
      keys: [.tab, .tab, .enter, .character("1")], isMain: false),
    Scene(name: "review", screen: .review, stage: .scored, person: "zhaoyi", dossier: "HZ26-0031"),
    Scene(
      name: "review-declare", screen: .review, stage: .scored, person: "lisi",
      dossier: "HZ26-0044", isMain: false),
    Scene(
      name: "consensus", screen: .consensus, stage: .scored, person: "zhaoyi",
      dossier: "HZ26-0007"),
    Scene(
      name: "consensus-p5", screen: .consensus, stage: .scored, person: "zhaoyi",
      dossier: "HZ26-0019", isMain: false),
    Scene(
      name: "consensus-agreement", screen: .consensus, stage: .scored, person: "zhaoyi",
      dossier: "HZ26-0019", keys: [.function(8)], isMain: false),
    Scene(name: "onsite", screen: .onSite, stage: .scored, person: "zhengqi", dossier: "HZ26-0013"),
    Scene(
      name: "onsite-scoring", screen: .onSite, stage: .scored, person: "zhengqi",
      dossier: "HZ26-0013", keys: [.function(8)], isMain: false),
    Scene(
      name: "dossier", screen: .dossier, stage: .scored, person: "chenmi", dossier: "HZ26-0031"),
    Scene(name: "terms", screen: .terms, stage: .proposed, person: "chenmi"),
    Scene(
      name: "terms-notices", screen: .terms, stage: .proposed, person: "chenmi",
      keys: [.tab, .down, .down, .down, .down, .enter], isMain: false),
    Scene(
      name: "terms-meetings", screen: .terms, stage: .proposed, person: "chenmi",
      keys: [.tab, .tab, .down], isMain: false),
    Scene(
      name: "terms-letters", screen: .terms, stage: .proposed, person: "chenmi",
      keys: [.backTab, .backTab], isMain: false),
    Scene(
      name: "terms-papers", screen: .terms, stage: .proposed, person: "chenmi",
      keys: [.backTab], isMain: false),
    Scene(name: "board", screen: .board, stage: .listed, person: "chenmi"),
    Scene(
      name: "board-scores", screen: .board, stage: .listed, person: "chenmi", keys: [.right]),
    Scene(
      name: "board-list", screen: .board, stage: .listed, person: "hejian", keys: [.left],
      isMain: false),
    Scene(name: "cultivation", screen: .cultivation, stage: .listed, person: "chenmi"),
    Scene(name: "history", screen: .history, stage: .scored, person: "chenmi"),
    Scene(name: "supervision", screen: .supervision, stage: .listed, person: "hejian"),
    Scene(
      name: "supervision-watch", screen: .supervision, stage: .listed, person: "hejian",
      keys: [.tab], isMain: false),
    Scene(
      name: "supervision-assessments", screen: .supervision, stage: .listed, person: "hejian",
      keys: [.tab, .tab], isMain: false),
    Scene(
      name: "complaint-form", screen: .queue, stage: .scored, person: "zhaoyi",
      keys: [.function(2)] + "监督组".map { .character($0) } + [.enter], isMain: false),
    Scene(
      name: "form-unfinished", screen: .queue, stage: .scored, person: "zhengqi", isMain: false,
      unfinished: unfinished),
    Scene(
      name: "form-reopened", screen: .onSite, stage: .scored, person: "zhengqi",
      dossier: "HZ26-0013", keys: [.enter], isMain: false, unfinished: unfinished),
    Scene(
      name: "form-closed", screen: .queue, stage: .scored, person: "chenmi", keys: [.enter],
      isMain: false, unfinished: unfinished),
    Scene(name: "setup", screen: .setup, stage: .scored, person: "chenmi"),
    Scene(name: "exchange", screen: .exchange, stage: .scored, person: "zhaoyi"),
    Scene(
      name: "help", screen: .queue, stage: .scored, person: "zhaoyi", keys: [.function(1)],
      isMain: false),
    Scene(
      name: "palette", screen: .queue, stage: .scored, person: "zhaoyi", keys: [.function(2)],
      isMain: false),
    Scene(
      name: "gate-login", screen: .login, stage: .scored, person: nil, isMain: false, gate: "qianer"
    ),
    Scene(
      name: "gate-import", screen: .setup, stage: .scored, person: "chenmi",
      keys: [.backTab, .backTab, .backTab, .backTab, .enter], isMain: false, gate: "chenmi"),
    Scene(
      name: "locked", screen: .queue, stage: .scored, person: "zhaoyi", keys: [.function(12)],
      isMain: false),
  ]

  @Test("a screen without a snapshot fails")
  func everyScreenHasAScene() {
    let shown = Set(Self.scenes.map(\.screen))
    #expect(ScreenID.allCases.filter { !shown.contains($0) } == [])
  }

  @Test("what a person sees is what was agreed", arguments: scenes)
  func snapshot(_ scene: Scene) throws {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      for language in Language.allCases where language == .chinese || scene.isMain {
        let rig = try Rig(
          scene.stage, size: size, language: language,
          verifying: scene.screen == .queue ? .atOnce : .never, gate: scene.gate)
        if let person = scene.person { try rig.signIn(person, leaving: scene.unfinished) }
        if scene.person != nil, scene.unfinished == nil { rig.go(scene.screen, scene.dossier) }
        for key in scene.keys { rig.press(key) }
        let place = "\(scene.name)-\(size.width)x\(size.height)"
        let canvas = rig.canvas
        let focus = rig.backstage.console.focusName
        if language == .chinese {
          for theme in [Theme.dark, .mono] {
            Snapshots.expect(canvas, focus: focus, theme: theme, is: "\(place)-\(theme.rawValue)")
          }
        } else {
          Snapshots.expect(canvas, focus: focus, theme: .dark, is: "\(place)-english")
        }
      }
    }
  }

  @Test("no screen crashes at any size, and below 60×16 one line says what it wants")
  func everySize() throws {
    for scene in Self.scenes {
      let rig = try Rig(scene.stage)
      if let person = scene.person {
        try rig.signIn(person)
        rig.go(scene.screen, scene.dossier)
      }
      for key in scene.keys { rig.press(key) }
      for (width, height) in [(1, 1), (2, 40), (59, 16), (60, 16), (61, 17), (99, 20), (300, 90)] {
        rig.backstage.take(.input(.resize(Size(width: width, height: height))))
        #expect(rig.canvas.size == Size(width: width, height: height))
        rig.press(.down, .up)
      }
    }
  }
}
