/// Where the program decides otherwise than the oracle, on purpose, each with its reason.
///
/// An act that one of the two refuses is played on neither side; what the program refuses for a reason
/// that does not stand here fails the test.
enum OracleDifferences {
  /// What the program refuses and the oracle, which knows less, does not.
  static let refusedHere: [String: String] = [
    "dissent wrongStage": "a dissent belongs to an open session (R6); the oracle has no sessions",
    "dissent notDeclared": "who has not declared works on nothing of the case (R5)",
    "designate workBegun": "who began a sheet keeps the work (R2)",
    "dissent alreadyRecused": "who recused works on nothing of the case (R5)",
    "start notDesignated": "of two designations that met none is in force (9)",
    "handin notDesignated": "of two designations that met none is in force (9)",
    "withdraw notDesignated": "of two designations that met none is in force (9)",
    "designate conflict": "nobody is designated who recused (R5)",
    "declare conflict": "who recused has declared (R5)",
    "designate inactive": "nobody is designated who was deactivated (R5)",
    "panel inactive": "nobody sits in a panel who was deactivated (R5)",
    "ask alreadyOpened": shutByRecusal, "withdraw alreadyOpened": shutByRecusal,
    "release alreadyOpened": shutByRecusal, "designate wrongStage": shutByRecusal,
    "designate alreadyOpened": shutByRecusal,
  ]

  /// In the oracle a recusal shuts what is open, also in one line of acts; disclosed is disclosed (10).
  private static let shutByRecusal = "what a recusal came after stays open (10)"

  /// What the program is to show where the oracle shows something.
  static func expected(_ oracle: Oracle.Shown, _ here: Oracle.Shown) -> Oracle.Shown {
    var expected = oracle
    // Several percentages that stand against each other settle nothing.
    expected.items = oracle.items.mapValues { $0.count == 1 ? $0 : [] }
    // `shutByRecusal`
    if !oracle.recused.isEmpty, here.opening == "opened" { expected.opening = "opened" }
    return expected
  }
}
