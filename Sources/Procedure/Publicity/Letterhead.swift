import Criteria

/// What stands on a bureau's papers whatever they say: its head, its signature, how it is reached.
///
/// An act of the cycle of its own, since people and telephones change within a year; nothing of it
/// is asked for before it was entered, and a paper says then what it can.
public struct Letterhead: Codable, Sendable, Hashable {
  /// Who issues, as the red head names it (发文机关标志).
  public var issuer = ""
  /// Who issues, as it signs (署名).
  public var signer = ""
  /// What numbers begin with (发文机关代字), such as «杭市监质»: they are «杭市监质〔2026〕5号» then.
  public var prefix = ""
  /// Whom a citizen asks for, and by which telephone.
  public var contact = ""
  public var telephone = ""
  /// Where objections go by post.
  public var address = ""
  public var postcode = ""
  /// An address of e-mail or of a page for objections.
  public var mailbox = ""
  /// Who receives a copy (抄送).
  public var copiesTo: [String] = []
  /// Who prints and hands out (印发机关).
  public var printer = ""
  /// What the method is called (办法), without 《》; empty for the city's own after the shipped one.
  public var methodName = ""
  /// Where money that is to be given back goes: holder, bank and number (C4).
  @Added<NoWords> public var refundAccount: String
  /// The method's clause by a rule's id, where it is another than the shipped method's.
  public var clauses: [String: String] = [:]

  /// A head of which nothing is known.
  public init() { refundAccount = "" }

  /// How many receive a copy at most, and characters of a clause at most.
  static let mostCopies = 20
  static let longestClause = 40

  /// What the method is called in a city.
  public func methodTitle(in city: Bilingual) -> String {
    methodName.isBlank ? "\(city.zh)实施卓越绩效模式培育办法（试行）" : methodName
  }

  /// The clause of a rule by this method; the program's own rules have none in any.
  public func clause(of rule: Rule) -> Bilingual {
    guard rule.isOfMethod, let own = clauses[rule.rawValue] else { return rule.clause }
    return Bilingual(zh: "办法\(own)", en: "Method \(own)")
  }
}

extension Rule {
  /// Whether the method says it, and not this program alone.
  public var isOfMethod: Bool {
    switch self {
    case .R4, .R5, .V5, .W, .K: false
    case .E1, .E2, .E3, .E4, .E5, .E6, .M1, .M2, .M3, .M4, .M5, .M6, .M7, .M8, .Q1, .Q2, .Q3,
      .R1, .R2, .R3, .R6, .R7, .R8, .R9, .S1, .S2, .S3, .S4, .S5, .S6, .P1, .P2, .P3, .P4, .V1,
      .V2, .V3, .V4, .C1, .C2, .C3, .C4:
      true
    }
  }
}
