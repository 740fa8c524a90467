import Criteria
import Foundation
import Procedure
import Terminal

/// How hard or mild each reviewer marked: for reflection, never applied.
extension ConsensusScreen {
  func paintAgreement(
    _ figures: ConsensusFigures, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let room = TitleBand(context.line(.reviewersAgreement), isFocused: isFocused(.detail))
      .paint(on: &canvas, in: rect).inset(columns: 2, rows: 1)
    let width = max(1, room.width)
    var lines = context.line(.forReferenceOnly, .warning).wrapped(to: width)
    lines.append(Line(" "))
    lines.append(
      context.line(.severityHeading, .title) + Line("  ")
        + context.line(.severityUnit, .dim))
    for person in figures.reviewers {
      lines += figures.severity.effects.filter { $0.reviewer == person.rawValue }
        .map { severity($0, context) }
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
    for (index, line) in lines.enumerated() { canvas.put(line, in: room.row(index)) }
  }

  /// One reviewer's line: "钱二   −1.0 ± 0.9   23 条".
  func severity(_ effect: Severity.Effect, _ context: Context) -> Line {
    let name = padded(context.name(PersonID(effect.reviewer)), to: 8)
    let marks = Line("   ") + context.line(.markCount(effect.marks), .dim)
    guard let value = effect.effect.value else {
      let why: Phrase = effect.effect == .undefined(.tooFewMarks) ? .tooFewMarks : .notDefined
      return Line(name) + context.line(why, .dim) + marks
    }
    let figure = Self.oneDecimal(value, signed: true)
    let error = effect.standardError.value.map { " ± " + Self.oneDecimal($0) } ?? ""
    let blanks = String(repeating: " ", count: max(0, 6 - figure.count))
    return Line(name + blanks) + Line(figure, .title) + Line(error) + marks
  }

  /// A figure with one decimal; a real minus sign where it is negative.
  static func oneDecimal(_ value: Double, signed: Bool = false) -> String {
    let tenths = Int((value.magnitude * 10).rounded())
    let sign = value < 0 && tenths > 0 ? "−" : signed ? "+" : ""
    return "\(sign)\(tenths / 10).\(tenths % 10)"
  }
}
