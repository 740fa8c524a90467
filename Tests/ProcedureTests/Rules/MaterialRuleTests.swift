import Criteria
import Procedure
import Testing

/// What must be there, how long it may be, in how many copies (M1–M6).
@Suite("M1–M6: material")
struct MaterialRuleTests {
  /// A case that is complete but for what a test changes.
  private func findings(
    of application: Application = Cast.application(), form: ApplicationForm? = Papers.form,
    documents: [Document] = Papers.documents,
    copies: [DocumentKind: CopyCount] = Papers.copies, parameters: Parameters = .hangzhou
  ) -> [MaterialFinding] {
    let moment = World.call.from.start
    let registered = Event.caseRegistered(application: application, year: 2026)
    var dossier = CaseState(registered, at: moment, named: "e")!
    if let form { dossier.apply(.formFilled(form: form), by: Cast.officer, at: moment, named: "e") }
    for document in documents {
      dossier.apply(.documentAttached(document: document), by: Cast.officer, at: moment, named: "e")
    }
    dossier.apply(.copiesCounted(copies: copies), by: Cast.officer, at: moment, named: "e")
    return materialFindings(of: dossier, parameters: parameters, edition: .shipped)
  }

  private func replacing(_ document: Document, _ change: (inout Document) -> Void) -> [Document] {
    var changed = document
    change(&changed)
    return Papers.documents.map { $0.id == document.id ? changed : $0 }
  }

  @Test("M1–M6: what is complete has no finding")
  func complete() { #expect(findings() == []) }

  /// A form with one gap.
  static let gaps: [(FormGap, ApplicationForm)] =
    [
      (.address, Papers.form { $0.address = "　" }),
      (.legalRepresentative, Papers.form { $0.legalRepresentative = "" }),
      (.qualityOfficer, Papers.form { $0.qualityOfficer = "" }),
      (.contact, Papers.form { $0.contact = " " }),
      (.industryCode, Papers.form { $0.industryCode = "" }),
      (.modelSince, Papers.form { $0.modelSince = nil }),
      (.years, Papers.form { $0.years.removeLast() }),
    ]
    + Declaration.allCases.map { declaration in
      (.declaration(declaration), Papers.form { $0.declarations[declaration] = nil })
    }

  @Test("M1: every gap of the form is named and blocks", arguments: gaps)
  func formGap(_ gap: FormGap, _ form: ApplicationForm) throws {
    #expect(form.missing == [gap])
    let finding = MaterialFinding.formIncomplete([gap])
    #expect(findings(form: form) == [finding])
    #expect(finding.isBlocking && finding.rule == .M1)
    var world = try World.at(.complete)
    try world.on(.fillForm(form), as: Cast.officer)
    #expect(world.refusal(.submit, as: Cast.officer) == Refusal(.M1, .material(finding)))
  }

  @Test("M1: a declaration answered with no is answered; what it means is E's")
  func answeredNo() {
    let form = Papers.form { $0.declarations[.noAccident] = false }
    #expect(form.missing.isEmpty && findings(form: form) == [])
  }

  @Test("M1: an application without a form does not go on")
  func noForm() { #expect(findings(form: nil).first?.rule == .M1) }

  @Test(
    "M2–M5: a missing part is named under its rule and blocks",
    arguments: [
      (DocumentKind.profile, Rule.M2), (.selfEvaluation, .M3), (.workSummary, .M4),
      (.evidence, .M5),
    ])
  func missing(_ kind: DocumentKind, _ rule: Rule) throws {
    let finding = MaterialFinding.missing(kind)
    #expect(findings(documents: Papers.documents.filter { $0.kind != kind }) == [finding])
    #expect(finding.rule == rule && finding.isBlocking)
    var world = try World.at(.registered)
    try world.on(.fillForm(Papers.form), as: Cast.officer)
    for document in Papers.documents where document.kind != kind {
      try world.on(.attach(document), as: Cast.officer)
    }
    #expect(world.refusal(.submit, as: Cast.officer) == Refusal(rule, .material(finding)))
  }

  @Test("M2, M3: exactly at the limit is within it, one character more is not")
  func limits() {
    for (document, limit) in [(Papers.profile, 3_000), (Papers.selfEvaluation, 60_000)] {
      #expect(findings(documents: replacing(document) { $0.characters = limit }) == [])
      #expect(
        findings(documents: replacing(document) { $0.characters = limit + 1 })
          == [.overLimit(document.kind, count: limit + 1, limit: limit)])
      var appendix = document
      (appendix.id, appendix.characters) = ("d-more", limit - document.characters + 1)
      #expect(
        findings(documents: Papers.documents + [appendix])
          == [.overLimit(document.kind, count: limit + 1, limit: limit)])
    }
    let long = replacing(Papers.summary) { $0.characters = 1_000_000 }
    #expect(findings(documents: long) == [])
  }

  @Test("M2, M3: the limits are parameters")
  func otherLimits() {
    var parameters = Parameters.hangzhou
    parameters.profileLimit = 2_799
    #expect(
      findings(parameters: parameters) == [.overLimit(.profile, count: 2_800, limit: 2_799)])
  }

  @Test("M6: three bound copies of M1–M4, one of M5, and each electronically")
  func copies() {
    for kind in DocumentKind.allCases {
      let paper = kind == .evidence ? 1 : 3
      for short in [
        CopyCount(electronic: 1, paper: paper - 1), CopyCount(electronic: 0, paper: paper),
      ] {
        var copies = Papers.copies
        copies[kind] = short
        let finding = MaterialFinding.copiesShort(kind, short, paper: paper)
        #expect(findings(copies: copies) == [finding])
        #expect(finding.rule == .M6 && finding.isBlocking)
      }
    }
    #expect(findings(copies: [:]).count == 5)
  }

  @Test("M2: headings of annex B that are missing are shown and do not block")
  func headings() throws {
    let without = replacing(Papers.profile) { $0.sections = ["B.1.1", "B.2.2"] }
    let finding = MaterialFinding.sectionsMissing(.profile, ["B.1.2", "B.2.1", "B.2.3"])
    #expect(findings(documents: without) == [finding])
    #expect(!finding.isBlocking && finding.rule == .M2)
  }

  @Test("M3: items of the criteria that are missing are shown and do not block")
  func items() throws {
    let without = replacing(Papers.selfEvaluation) { $0.sections?.removeAll { $0 == "4.7.7" } }
    let finding = MaterialFinding.sectionsMissing(.selfEvaluation, ["4.7.7"])
    #expect(findings(documents: without) == [finding])
    #expect(!finding.isBlocking && finding.rule == .M3)
    var world = try World.at(.complete)
    for document in without { try world.on(.attach(document), as: Cast.officer) }
    try world.on(.submit, as: Cast.officer)
    try world.on(.recommend(opinion: "同意", sealedOn: world.now.day), as: Cast.officer)
    #expect(world.dossier.stage == .qualification)
  }

  @Test("M3: a group's self-evaluation names every controlled organisation, or it is shown")
  func controlled() {
    var group = Cast.application()
    group.controlled = ["子公司", "孙公司", "　"]
    let naming = replacing(Papers.selfEvaluation) { $0.mentions = ["孙公司"] }
    let finding = MaterialFinding.notCovered(["子公司"])
    #expect(findings(of: group, documents: naming) == [finding])
    #expect(!finding.isBlocking && finding.rule == .M3)
    let all = replacing(Papers.selfEvaluation) { $0.mentions = ["孙公司", "子公司"] }
    #expect(findings(of: group, documents: all) == [])
  }

  @Test("M1–M6: what blocks stands before what a person weighs")
  func order() {
    var documents = replacing(Papers.profile) { $0.sections = [] }
    documents.removeAll { $0.kind == .evidence }
    #expect(findings(documents: documents).map(\.isBlocking) == [true, false])
  }
}
