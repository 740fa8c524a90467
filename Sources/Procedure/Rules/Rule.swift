import Criteria
import Foundation

/// A rule of the procedure, by its id (`procedure.md`).
// swift-format-ignore: AlwaysUseLowerCamelCase
public enum Rule: String, Codable, Sendable, CaseIterable {
  case E1, E2, E3, E4, E5, E6
  case M1, M2, M3, M4, M5, M6, M7, M8
  case Q1, Q2, Q3
  case R1, R2, R3, R4, R5, R6, R7, R8, R9
  case S1, S2, S3, S4, S5, S6
  case P1, P2, P3, P4
  case V1, V2, V3, V4, V5
  case C1, C2, C3, C4
  case W
  /// What the program itself asks for: complete, well-formed input from somebody entitled to give it.
  case K

  /// The clause of the method, or the program's own rule where the method is silent.
  public var clause: Bilingual {
    switch self {
    case .E1: Self.method("二（一）")
    case .E2: Self.method("二（二）")
    case .E3: Self.method("二（三）")
    case .E4: Self.method("二（四）")
    case .E5: Self.method("二（五）")
    case .E6: Self.method("二（六）")
    case .M1: Self.method("三（一）")
    case .M2: Self.method("三（二）")
    case .M3: Self.method("三（三）")
    case .M4: Self.method("三（四）")
    case .M5, .M6: Self.method("三（五）")
    case .M7: Self.method("三（六）（七）")
    case .M8: Self.method("三（六）")
    case .Q1, .Q2, .Q3: Self.method("四（一）")
    case .R1, .R2, .R3, .R6: Self.method("四（二）1")
    case .R4, .R5, .V5, .W, .K: Bilingual(zh: "本系统规则", en: "rule of this system")
    case .R7, .R8: Self.method("四（二）2")
    case .R9: Self.method("四（二）3")
    case .S1: Self.method("四（三）1")
    case .S2, .S3, .S4: Self.method("四（三）2")
    case .S5: Self.method("四（三）3")
    case .S6: Self.method("四（三）4")
    case .P1: Self.method("四（四）")
    case .P2, .P3: Self.method("四（五）")
    case .P4: Self.method("四（六）")
    case .V1: Self.method("五（一）1")
    case .V2: Self.method("五（一）2")
    case .V3: Self.method("五（一）3")
    case .V4: Self.method("五（一）4")
    case .C1, .C3: Self.method("五（二）4")
    case .C2: Self.method("五（二）2、3")
    case .C4: Self.method("五（二）5")
    }
  }

  private static func method(_ clause: String) -> Bilingual {
    Bilingual(zh: "办法\(clause)", en: "Method \(clause)")
  }
}
