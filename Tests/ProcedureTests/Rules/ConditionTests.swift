import Criteria
import Procedure
import Testing

/// What the program finds on E1 to E6 from the form's own answers.
@Suite("E1–E6: conditions of application")
struct ConditionTests {
  private static let day = Day("2026-03-31")!

  /// A form, what is found on a rule, and why.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let rule: Rule
    let judgement: Judgement
    let reasons: [ConditionReason]
    var form: ApplicationForm?
    var application = Cast.application()
    var day = ConditionTests.day

    init(
      _ name: String, _ rule: Rule, _ judgement: Judgement, _ reasons: [ConditionReason],
      day: String? = nil, form: (inout ApplicationForm) -> Void = { _ in }
    ) {
      (self.name, self.rule, self.judgement, self.reasons) = (name, rule, judgement, reasons)
      self.form = Papers.form(form)
      if let day { self.day = Day(day)! }
    }

    var testDescription: String { "\(rule) \(name)" }

    /// The same of a changed application.
    func of(_ change: (inout Application) -> Void) -> Case {
      var copy = self
      change(&copy.application)
      return copy
    }
  }

  static let declared: [Case] = [
    Case("declared", .E1, .met, [.declared]),
    Case("one declared not", .E1, .notMet, [.declaredNo(.credit)]) {
      $0.declarations[.credit] = false
    },
    Case("one not answered", .E1, .open, [.notAnswered(.lawful)]) {
      $0.declarations[.lawful] = nil
    },
    Case("one no beside one unanswered", .E1, .notMet, [.declaredNo(.lawful)]) {
      ($0.declarations[.lawful], $0.declarations[.credit]) = (false, nil)
    },
    Case("declared", .E3, .met, [.declared]),
    Case("an accident", .E3, .notMet, [.declaredNo(.noAccident)]) {
      $0.declarations[.noAccident] = false
    },
    Case(
      "complaint and listing", .E3, .notMet, [.declaredNo(.noComplaint), .declaredNo(.notListed)]
    ) { ($0.declarations[.noComplaint], $0.declarations[.notListed]) = (false, false) },
    Case("violation not answered", .E3, .open, [.notAnswered(.noViolation)]) {
      $0.declarations[.noViolation] = nil
    },
    Case("inspection failed", .E3, .notMet, [.declaredNo(.inspections)]) {
      $0.declarations[.inspections] = false
    },
    Case("truthfulness is M1's", .E3, .met, [.declared]) { $0.declarations[.truthful] = nil },
  ]

  static let practice: [Case] = [
    Case("36 full months", .E2, .met, [.practised(months: 36)], day: "2026-04-01") {
      $0.modelSince = YearMonth("2023-03")
    },
    Case("two months short", .E2, .notMet, [.practiceShort(months: 34, years: 3)]) {
      $0.modelSince = YearMonth("2023-05")
    },
    Case(
      "in the month of the anniversary a person decides", .E2, .open,
      [.practiceShort(months: 35, years: 3)],
      day: "2026-03-30"
    ) { $0.modelSince = YearMonth("2023-03") },
    Case("across the year", .E2, .met, [.practised(months: 36)], day: "2026-01-01") {
      $0.modelSince = YearMonth("2022-12")
    },
    Case("year and month unknown", .E2, .open, [.practiceUnknown]) { $0.modelSince = nil },
    Case("not in front", .E2, .notMet, [.practised(months: 72), .declaredNo(.inFront)]) {
      $0.declarations[.inFront] = false
    },
    Case("not answered", .E2, .open, [.practised(months: 72), .notAnswered(.inFront)]) {
      $0.declarations[.inFront] = nil
    },
    Case("a rank missing", .E2, .open, [.practised(months: 72), .rankMissing]) {
      $0.years[1].rank = nil
    },
    Case("no years at all", .E2, .open, [.practised(months: 72), .rankMissing]) { $0.years = [] },
    Case("a school has no trade rank", .E2, .open, [.practised(months: 72), .noTradeRank]) {
      $0.kind = .school
    },
    Case("a hospital has no trade rank", .E2, .open, [.practised(months: 72), .noTradeRank]) {
      $0.kind = .hospital
    },
    Case(
      "a hospital too young", .E2, .notMet,
      [.practiceShort(months: 2, years: 3), .noTradeRank]
    ) { ($0.kind, $0.modelSince) = (.hospital, YearMonth("2026-01")) },
    Case("another institution is ranked", .E2, .met, [.practised(months: 72)]) {
      $0.kind = .otherInstitution
    },
  ]

  static let sectors: [Case] =
    ExemptSector.allCases.flatMap { sector in
      [
        Case("\(sector) exempt from years", .E2, .met, [.exempt(sector)]) {
          $0.modelSince = YearMonth("2026-02")
        }.of {
          $0.exemptSector = sector
        },
        Case(
          "\(sector) not exempt from the rank", .E2, .notMet,
          [.exempt(sector), .declaredNo(.inFront)]
        ) {
          $0.declarations[.inFront] = false
        }.of {
          $0.exemptSector = sector
        },
      ]
    }

  static let others: [Case] = [
    Case("a mark", .E4, .met, [.encouragement([.brandMark]), .neverCondition]).of {
      $0.encouraged = [.brandMark]
    },
    Case("no mark", .E4, .met, [.neverCondition]),
    Case("a public body", .E5, .notMet, [.publicBody]) { $0.kind = .publicBody },
    Case("a school", .E5, .met, [.kindMayApply(.school)]) { $0.kind = .school },
    Case("an enterprise", .E5, .met, [.kindMayApply(.enterprise)]),
  ]

  private static func daughter(
    _ name: String = "子公司", _ change: (inout ControlledOrganisation) -> Void = { _ in }
  ) -> ControlledOrganisation {
    var daughter = ControlledOrganisation(
      name: name, declarations: Papers.answers, modelSince: YearMonth("2022-01"))
    change(&daughter)
    return daughter
  }

  static let groups: [Case] = [
    Case("no group", .E6, .met, [.noGroup]),
    Case("a line left empty names nobody", .E6, .met, [.noGroup]).of { $0.controlled = ["", "　"] },
    Case("a group that names nobody", .E6, .open, [.groupIncomplete]) { $0.group = "某集团" },
    Case("all meet", .E6, .met, [.controlledMeet(2)]) {
      $0.controlled = [daughter(), daughter("孙公司")]
    },
    Case("one in the clear is not on the form", .E6, .open, [.groupIncomplete]) {
      $0.controlled = [daughter()]
    }.of {
      $0.controlled = ["子公司", "另一家"]
    },
    Case(
      "one fails E1 and E3", .E6, .notMet, [.controlled("子公司", .E1), .controlled("子公司", .E3)]
    ) {
      $0.controlled = [
        daughter { ($0.declarations[.credit], $0.declarations[.noAccident]) = (false, false) },
        daughter("孙公司"),
      ]
    },
    Case("one is too young", .E6, .notMet, [.controlled("子公司", .E2)]) {
      $0.controlled = [daughter { $0.modelSince = YearMonth("2023-05") }]
    },
    Case("one lags behind", .E6, .notMet, [.controlled("子公司", .E2)]) {
      $0.controlled = [daughter { $0.declarations[.inFront] = false }]
    },
    Case("one has answered nothing", .E6, .open, [.groupIncomplete]) {
      $0.controlled = [ControlledOrganisation(name: "子公司")]
    },
    Case("a young one in an exempt sector", .E6, .met, [.controlledMeet(1)]) {
      $0.controlled = [daughter { $0.modelSince = nil }]
    }.of {
      $0.exemptSector = .agriculture
    },
    Case("one that fails beside one unanswered", .E6, .notMet, [.controlled("子公司", .E3)]) {
      $0.controlled = [
        daughter { $0.declarations[.notListed] = false }, ControlledOrganisation(name: "孙公司"),
      ]
    },
  ]

  @Test(
    "E1–E6: met, not met or a person must decide, with the reason",
    arguments: declared + practice + sectors + others + groups)
  func finds(_ example: Case) {
    let findings = conditionFindings(
      example.application, form: example.form, parameters: .hangzhou, on: example.day)
    #expect(findings.map(\.rule) == Rule.conditions)
    let finding = findings.first { $0.rule == example.rule }
    #expect(finding?.judgement == example.judgement)
    #expect(finding?.reasons == example.reasons)
  }

  @Test("E2: on the last day of the month three years are full, whenever in it they began")
  func fullMonth() {
    let since = YearMonth("2023-03")!
    #expect(since.fullMonths(until: Day("2026-03-30")!) == 35)
    #expect(since.fullMonths(until: Day("2026-03-31")!) == 36)
    #expect(since.fullMonths(until: Day("2026-04-29")!) == 36)
    #expect(since.fullMonths(until: Day("2023-03-31")!) == 0)
    #expect(YearMonth("2024-02")!.fullMonths(until: Day("2027-02-28")!) == 36)
    #expect(YearMonth("2021-02")!.fullMonths(until: Day("2024-02-28")!) == 35)
  }

  @Test("E4: no mark of encouragement changes any other finding")
  func encouragement() {
    for example in Self.declared + Self.practice + Self.sectors + Self.groups {
      var marked = example.application
      marked.encouraged = Encouragement.allCases
      func others(_ application: Application) -> [ConditionFinding] {
        conditionFindings(
          application, form: example.form, parameters: .hangzhou, on: example.day
        ).filter { $0.rule != .E4 }
      }
      #expect(others(marked) == others(example.application), "\(example.name)")
    }
  }

  @Test("E1–E6: without a form everything but the mark is for a person")
  func noForm() {
    let findings = conditionFindings(
      Cast.application(), form: nil, parameters: .hangzhou, on: Self.day)
    #expect(findings.filter { $0.judgement == .open }.map(\.rule) == Rule.decided)
    #expect(findings.allSatisfy { $0.rule == .E4 || $0.reasons == [.noForm] })
  }

  @Test("E2: years and exempt sectors are parameters")
  func parameters() {
    var parameters = Parameters.hangzhou
    (parameters.yearsOfPractice, parameters.exemptSectors) = (5, [])
    var application = Cast.application()
    application.exemptSector = .agriculture
    func judgement(_ since: String) -> Judgement? {
      conditionFindings(
        application, form: Papers.form { $0.modelSince = YearMonth(since) },
        parameters: parameters, on: Self.day
      ).first { $0.rule == .E2 }?.judgement
    }
    #expect(judgement("2021-02") == .met)
    #expect(judgement("2021-05") == .notMet)
  }

  @Test(
    "E2: a month is read as people write it",
    arguments: [
      ("2021-03", "2021-03"), ("2021.3", "2021-03"), ("2021/12", "2021-12"), ("２０２１年３月", "2021-03"),
      ("2021-13", nil), ("2021", nil), ("1899-01", nil), ("2021-03-01", nil), ("", nil),
    ])
  func months(_ text: String, _ month: String?) { #expect(YearMonth(text)?.description == month) }
}
