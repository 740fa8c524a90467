import Criteria
import Foundation
import Procedure
import Terminal

/// How hard or mild each reviewer marked: for reflection, never applied.
struct ConsensusAgreement {
  let figures: ConsensusFigures

  func paint(isFocused: Bool, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    TextPane.paint(
      context.line(.reviewersAgreement), isFocused: isFocused, on: &canvas, in: rect
    ) { lines(width: $0, context) }
  }

  private func lines(width: Int, _ context: Context) -> [Line] {
    var lines = context.line(.forReferenceOnly, .warning).wrapped(to: width)
    lines.append(Line(" "))
    lines.append(
      context.line(.severityHeading, .title) + Line("  ")
        + context.line(.severityUnit, .dim))
    for person in figures.reviewers {
      lines += figures.severity.effects.filter { $0.reviewer == person.rawValue }
        .map { Self.severity($0, context) }
    }
    lines.append(Line(" "))
    lines.append(
      context.line(.residualSD, .dim) + Line("  ")
        + (figures.severity.residualSD.value.map { Line(Self.oneDecimal($0)) }
          ?? context.line(.notDefined, .dim)))
    lines.append(Line(" "))
    lines += context.line(.severityReading, .dim).wrapped(to: width)
    lines.append(Line(" "))
    lines += context.line(.needsSeveralApplicants, .dim).wrapped(to: width)
    return lines
  }

  /// One reviewer's line: "钱二   −1.0 ± 0.9   23 条".
  static func severity(_ effect: Severity.Effect, _ context: Context) -> Line {
    let name = context.name(PersonID(effect.reviewer)).padded(to: 8)
    let marks = Line("   ") + context.line(.markCount(effect.marks), .dim)
    guard let value = effect.effect.value else {
      let why: Phrase = effect.effect == .undefined(.tooFewMarks) ? .tooFewMarks : .notDefined
      return Line(name) + context.line(why, .dim) + marks
    }
    let figure = oneDecimal(value, signed: true)
    let error = effect.standardError.value.map { " ± " + oneDecimal($0) } ?? ""
    let blanks = String(repeating: " ", count: max(0, 6 - figure.count))
    return Line(name + blanks) + Line(figure, .title) + Line(error) + marks
  }

  /// A figure with one decimal; a real minus sign where it is negative.
  private static func oneDecimal(_ value: Double, signed: Bool = false) -> String {
    let tenths = Int((value.magnitude * 10).rounded())
    let sign = value < 0 && tenths > 0 ? "−" : signed ? "+" : ""
    return "\(sign)\(tenths / 10).\(tenths % 10)"
  }
}
