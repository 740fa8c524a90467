import Testing

/// The check for switches that let a new event, command or act pass in silence.
struct SilentDefaultTests {
  /// Two watched enums and two others, with names that some of them share.
  private static let declarations = """
    public enum Event: Codable {
      // A comment with case .wrong in it.
      case opened(year: Int, title: String), closed
      case noted(
        by: PersonID, reason: String)
      case `default`
      var kind: Kind {
        switch self {
        case .opened: .one
        case .closed, .noted, .default: .two
        }
      }
      enum Inner { case inside }
    }
    enum CaseCommand: String { case submit, declare = "d", open }
    indirect enum Stage: String { case opened, closed, other }
    enum Step { case submit, other }
    """

  private func faults(_ text: String) -> [String] {
    SilentDefaults(enums: EnumTable([Self.declarations])).faults(in: text)
      .map { "\($0.line) \($0.enumName)" }
  }

  @Test("the cases of an enum are those that its own body declares")
  func declaredCases() {
    let enums = EnumTable([Self.declarations]).enums
    func cases(_ name: String) -> Set<String>? { enums.first { $0.name == name }?.cases }
    #expect(cases("Event") == ["opened", "closed", "noted", "default"])
    #expect(cases("Inner") == ["inside"])
    #expect(cases("CaseCommand") == ["submit", "declare", "open"])
    #expect(cases("Stage") == ["opened", "closed", "other"])
  }

  @Test(
    "a default over a watched enum is found, however it is written",
    arguments: [
      ("switch event {\ncase .noted: 1\ndefault: 2\n}", "3 Event"),
      ("switch event {\ncase .opened(let year, _), .noted: 1\n@unknown default: 2\n}", "3 Event"),
      ("switch event {\ncase let .noted(person, reason) where a: 1\ncase _: 2\n}", "3 Event"),
      ("switch event {\ncase .noted: 1\ncase let other: use(other)\n}", "3 Event"),
      ("switch (event, day) {\ncase (.noted, .today): 1\ndefault: 2\n}", "3 Event"),
      ("switch event {\ncase .noted?: 1\ncase nil: 0\ndefault: 2\n}", "4 Event"),
      ("switch event {\ncase .some(.noted): 1\ncase .none: 0\ndefault: 2\n}", "4 Event"),
      ("switch events.first(where: { $0.isOld }) {\ncase .noted?: 1\ndefault: 2\n}", "3 Event"),
      ("switch event {\ncase Event.noted: 1\ndefault: 2\n}", "3 Event"),
      // Each name is another enum's too, but no other has them both.
      ("switch command {\ncase .submit: 1\ncase .declare: 3\ndefault: 2\n}", "4 CaseCommand"),
      // What stands deeper is another switch's.
      (
        "switch a {\ncase .x: switch event {\n  case .noted: 1\n  default: 2\n}\ncase .y: 1\n}",
        "4 Event"
      ),
      ("switch event {\ncase .noted: if case .x = a { 1 } else { 2 }\ndefault: 2\n}", "3 Event"),
      ("let a = \"\\({ switch event { case .noted: 1; default: 2 } }())\"", "1 Event"),
    ])
  func finds(text: String, says: String) { #expect(faults(text) == [says], "\(text)") }

  @Test(
    "a switch that names all, one over something else, and `if case` are left alone",
    arguments: [
      "switch event {\ncase .opened, .closed: 1\ncase .noted: 2\n}",
      "switch event {\ncase .default: 1\ncase .opened, .closed, .noted: 2\n}",
      "if case .noted = event { 1 } else { 2 }\nguard case .noted = event else { return }",
      "switch stage {\ncase .other: 1\ndefault: 2\n}",
      "switch stage {\ncase .opened, .closed: 1\ndefault: 2\n}",
      "switch step {\ncase .submit: 1\ndefault: 2\n}",
      "switch text {\ncase \"noted\", \"opened\": 1\ndefault: 2\n}",
      "switch number {\ncase 1...2: 1\ndefault: 2\n}",
      "switch event {\ncase .noted: counts[a, default: 0] += 1\ncase .opened, .closed: 1\n}",
      "switch event {\ncase .noted: switch a { case 1: 2\n default: 3 }\ncase .closed: 1\n}",
      "// switch event { case .noted: 1; default: 2 }\nlet a = \"switch event { default: 2 }\"",
      "view.switch(to: .noted) { $0 }",
    ])
  func leavesAlone(text: String) { #expect(faults(text) == [], "\(text)") }

  @Test("SourceCheck says where, over what, and why")
  func sentence() {
    let check = SourceCheck(
      target: "Store", file: "Sources/Store/A.swift",
      text: "switch event {\ncase .noted: 1\ndefault: 2\n}",
      enums: EnumTable([Self.declarations]))
    #expect(
      check.violations
        == ["Sources/Store/A.swift:3: default over Event hides what a new case needs"])
  }
}
