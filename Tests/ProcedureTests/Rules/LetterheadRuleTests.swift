import Procedure
import Testing

/// What stands on papers, and how their numbers look.
@Suite("K: the papers' head")
struct LetterheadRuleTests {
  private static func set(_ change: (inout Letterhead) -> Void) -> Command {
    .cycle(.setLetterhead(Papers.letterhead.with(change)))
  }

  static let attempts: [Attempt] = [
    Attempt(
      "by supervision", at: .founded, set { _ in }, by: Cast.supervisor,
      Refusal(.K, .needsRole(.secretariat))),
    Attempt(
      "a sign that no number can begin with", at: .founded, set { $0.prefix = "杭市监 质" },
      by: Cast.office, Refusal(.K, .badPrefix)),
    Attempt(
      "a clause of the program's own rule", at: .founded, set { $0.clauses = ["V5": "第一条"] },
      by: Cast.office, Refusal(.K, .badClause("V5"))),
    Attempt(
      "too long a clause", at: .founded,
      set { $0.clauses = ["Q3": String(repeating: "条", count: 41)] }, by: Cast.office,
      Refusal(.K, .badClause("Q3"))),
    Attempt(
      "too many copies", at: .founded, set { $0.copiesTo = (0...20).map { "局\($0)" } },
      by: Cast.office, Refusal(.K, .tooMany(.copies, limit: 20))),
  ]

  static let unfit: [Attempt] = [
    Attempt(
      "a sign that is not seen", at: .founded, set { $0.telephone = "0571\u{200B}" },
      by: Cast.office, Refusal(.K, .unseen(.telephone, sign: 0x200B))),
    Attempt(
      "too long an address", at: .founded,
      set { $0.address = String(repeating: "路", count: 121) }, by: Cast.office,
      Refusal(.K, .tooLong(.address, limit: 120))),
  ]

  @Test("K: no head stands that a paper could not bear", arguments: attempts + unfit)
  func refused(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("K: the head changes at any time, and stays over the years")
  func anyTime() throws {
    var world = try World.at(.listed)
    try world.run(.setLetterhead(Papers.letterhead))
    world.nextYear()
    #expect(world.cycle.letterhead == Papers.letterhead)
    try world.run(.setLetterhead(Papers.letterhead.with { $0.contact = "李工" }))
    #expect(world.cycle.letterhead.contact == "李工")
  }

  @Test("a rule's clause is the city's own where the head says one")
  func clauses() {
    #expect(Papers.letterhead.clause(of: .Q3).zh == "办法第八条")
    #expect(Papers.letterhead.clause(of: .R7).zh == "办法四（二）2")
    #expect(Letterhead().methodTitle(in: Parameters.hangzhou.city) == "杭州市实施卓越绩效模式培育办法（试行）")
  }

  @Test("GB/T 9704: a number has a sign, its year in full and a running number without zeros")
  func numbers() {
    let number = DocumentNumber("杭市监质〔2026〕5号")
    #expect(number == DocumentNumber(prefix: "杭市监质", year: 2026, ordinal: 5))
    #expect(number?.description == "杭市监质〔2026〕5号")
    let wrong = [
      "", "函", "杭市监质[2026]5号", "杭市监质〔26〕5号", "杭市监质〔2026〕05号", "杭市监质〔2026〕第5号",
      "杭市监质〔2026〕5", "〔2026〕5号", "杭市监质〔2026〕0号", "杭市监质（2026）5号",
    ]
    for text in wrong { #expect(DocumentNumber(text) == nil, "\(text)") }
  }
}
