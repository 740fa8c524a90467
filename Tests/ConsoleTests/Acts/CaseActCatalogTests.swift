import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

/// What holds for every act, whichever it is: one that is added is held to it unasked.
@Suite("Every act of a case")
struct CaseActCatalogTests {
  /// A case in every stage as those who act see it.
  private static let scenes: [CaseScene] = Stage.allCases.flatMap { stage in
    [DossierWorld.office, DossierWorld.leader, "p9"].map { person in
      let world = DossierWorld(as: person, at: stage)
      return CaseScene(world.dossier, world.context)
    }
  }

  private static func asks(_ name: CaseActName, _ scene: CaseScene) -> Asks<CaseAct.Deed>? {
    if case .form(let form) = name.act.way { form(scene) } else { nil }
  }

  @Test("every duty is done by exactly one act")
  func duties() {
    for duty in DutyKind.allCases {
      let acts = CaseActName.allCases.filter { $0.act.duties.contains(duty) }
      #expect(acts.count == 1, "\(duty): \(acts)")
    }
  }

  @Test("an act has words in both languages, none of them another's", arguments: Language.allCases)
  func words(_ language: Language) {
    let titles = CaseActName.allCases.map { $0.act.title.said(in: language) }
    #expect(titles.allSatisfy { !$0.isBlank })
    #expect(Set(titles).count == titles.count)
    for name in CaseActName.allCases {
      #expect(!name.act.help.said(in: language).isBlank, "\(name)")
    }
  }

  @Test(
    "a form names for each of its fields which refusals stand under it",
    arguments: CaseActName.allCases)
  func everyFieldIsNamed(_ name: CaseActName) {
    for scene in Self.scenes {
      guard let asks = Self.asks(name, scene) else { continue }
      let fields = asks.fields(scene.context).map(\.id)
      #expect(Set(fields) == Set(asks.refused.map(\.name)), "\(name)")
      #expect(Set(fields).count == fields.count, "\(name): two fields of one name")
      // Whatever the rules say, it stands at a field that is there.
      let anything = Refusal(.K, .numberTaken)
      #expect(fields.contains(asks.place(of: anything)), "\(name)")
    }
  }

  @Test("how the bureau's numbers begin closes no act: which number is right, the form asks")
  func numbersCloseNothing() {
    for scene in Self.scenes {
      var context = scene.context
      var letterhead = Letterhead()
      letterhead.prefix = "杭市监质"
      context.cycle.apply(.letterheadSet(letterhead: letterhead))
      let numbered = CaseScene(scene.dossier, context)
      for name in CaseActName.allCases {
        #expect(
          name.act.availability(numbered) == name.act.availability(scene),
          "\(name) in \(scene.dossier.stage)")
      }
    }
  }

  /// What may be done again and then stands for what was there; everything else is asked about.
  private static let redone: Set<CaseActName> = [
    .form, .figures, .controlled, .amend, .copies, .condition, .reportToMeeting, .assignPanel,
    .arrangeVisit, .designate,
  ]

  @Test("what cannot be taken back asks first, whichever act it is")
  func asksFirst() throws {
    var asked: Set<CaseActName> = []
    for name in CaseActName.allCases {
      #expect(name.act.canBeRedone == Self.redone.contains(name), "\(name)")
      for scene in Self.scenes where name.act.availability(scene) == .available {
        guard let form: ScreenForm<DossierScreen> = scene.form(name) else { continue }
        var (screen, filled) = (DossierScreen(), form.sheet.form)
        for field in filled.fields {
          filled[field.id]?.kind = Self.filled(field.kind)
        }
        guard case .effects(let effects) = form.fill(&screen, filled, scene.context) else {
          continue
        }
        switch effects.first {
        case .ask(let question):
          #expect(!name.act.canBeRedone, "\(name)")
          #expect(
            question.choices.first?.key == .escape && question.choices.last?.needsOwnKey == true)
          guard case .perform? = question.choices.last?.then.first else {
            Issue.record("\(name): nothing follows from the answer")
            continue
          }
          asked.insert(name)
        case .perform: #expect(name.act.canBeRedone, "\(name) is done unasked")
        default: #expect(name == .attach, "\(name): \(effects)")
        }
      }
    }
    #expect(asked.isSuperset(of: [.inquire, .reportChange, .objection, .end, .recuse]))
  }

  private static func filled(_ kind: FormField.Kind) -> FormField.Kind {
    switch kind {
    case .text(let field) where field.text.isEmpty: .text(TextField("1"))
    case .area(let area, let rows) where area.text.isEmpty:
      .area(TextArea("字", maxLength: 4000), rows: rows)
    default: kind
    }
  }

  @Test("K: a form that asks for a paper's number holds the next one, and says so")
  func nextNumber() {
    var asking: Set<CaseActName> = []
    var told = DossierWorld(as: DossierWorld.office, at: .qualificationNotice)
    let day = DossierWorld.now.day
    told.happens(.objectionReceived(on: day, due: Term(last: day, provisional: false)))
    told.happens(
      .objectionRecorded(
        objection: nil,
        content: Objection(objector: "某", facts: "甲", reasons: "乙", evidence: "丙")))
    if let objection = told.dossier.publicity.listedObjections.first?.id {
      told.happens(.objectionAnswered(objection: objection, on: day, isUpheld: false))
    }
    let scenes = Self.scenes + [CaseScene(told.dossier, told.context)]
    for name in CaseActName.allCases {
      for scene in scenes {
        var context = scene.context
        context.countedNumber = DocumentNumber(prefix: "杭市监质", year: 2026, ordinal: 7)
        guard let asks = Self.asks(name, scene),
          let field = asks.fields(context).first(where: { $0.id == "number" }),
          case .text(let text) = field.kind,
          case .commands(let commands)? = asks.probes().first,
          commands.contains(where: { $0.number != nil })
        else { continue }
        #expect(text.text == "杭市监质〔2026〕7号", "\(name)")
        #expect(field.help.contains("已填下一个编号"), "\(name)")
        asking.insert(name)
      }
    }
    #expect(asking.isSuperset(of: [.publishNotice, .letter, .publishList, .inquire]))
  }

  @Test("a text that the rules want is named at its own field when it is empty")
  func emptyTexts() {
    var tried = 0
    for name in CaseActName.allCases where name != .attach {
      let scene = Self.scenes.first { name.act.availability($0) == .available }
      guard let scene, let form: ScreenForm<DossierScreen> = scene.form(name) else { continue }
      for empty in form.sheet.form.fields where empty.isRequired {
        guard case .area = empty.kind else { continue }
        var (screen, filled) = (DossierScreen(), form.sheet.form)
        for field in filled.fields { filled[field.id]?.kind = Self.filled(field.kind) }
        filled[empty.id]?.kind = .area(TextArea(" ", maxLength: 4000), rows: 3)
        guard case .faults(let faults) = form.fill(&screen, filled, scene.context) else {
          Issue.record("\(name): taken without \(empty.id)")
          continue
        }
        #expect(faults[empty.id] != nil, "\(name): \(faults)")
        tried += 1
      }
    }
    #expect(tried > 5)
  }

  @Test("what was chosen and is gone by then is said, and nothing else is done")
  func goneChoices() throws {
    var world = DossierWorld(as: DossierWorld.office, at: .qualification)
    for department in ["税务", "环保"] {
      world.happens(.inquirySent(purpose: .qualification, on: DossierWorld.now.day))
      world.happens(
        .inquiryRecorded(
          inquiry: nil, content: Inquiry(department: department, question: "问")))
    }
    let opened = try #require(DossierWorld.form(world.act(.answerInquiry)))
    #expect(opened.form.values("inquiry") == ["税务", "环保"])
    let asked = try #require(world.dossier.admission.inquiries.first { $0.value.ordinal == 1 }?.key)
    // Somebody else answers it meanwhile.
    world.happens(.inquiryAnswered(inquiry: asked, on: DossierWorld.now.day))
    var sheet = opened
    sheet.form.take([0], of: "inquiry")
    sheet.form.write("无异议", into: "answer")
    let effects = world.fill(sheet)
    let again = try #require(DossierWorld.form(effects))
    #expect(again.form.errors["inquiry"] == world.context.say(.choiceIsGone))
    #expect(again.form.text("answer") == "无异议")
  }
}
