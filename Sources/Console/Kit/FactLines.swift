import Procedure
import Terminal

/// A label with its value, wrapped under itself.
enum FactLines {
  private static let labelWidth = 12

  /// A line made as wide as its column.
  static func cell(_ line: Line, _ width: Int) -> Line {
    let fitted = line.fitted(to: width - 1)
    return fitted + Line(String(repeating: " ", count: max(0, width - fitted.width())))
  }

  /// - Parameter labelWidth: Columns of the label, one blank included.
  static func lines(
    _ label: Phrase, _ value: Line, width: Int, labelWidth: Int = labelWidth, _ context: Context
  ) -> [Line] {
    let head = cell(context.line(label, .dim), labelWidth)
    let blank = Line(String(repeating: " ", count: labelWidth))
    return value.wrapped(to: max(1, width - labelWidth)).enumerated().map {
      ($0.offset == 0 ? head : blank) + $0.element
    }
  }

  /// Several labels with their values.
  static func lines(_ facts: [(Phrase, Line)], width: Int, _ context: Context) -> [Line] {
    facts.flatMap { lines($0.0, $0.1, width: width, context) }
  }
}

/// What is known of an applicant in the clear, as lines.
enum ApplicationFacts {
  static func lines(_ application: Application, width: Int, _ context: Context) -> [Line] {
    var facts: [(Phrase, Line)] = [
      (.Case.creditCode, code(application.creditCode, context)),
      (.district, context.line(.districtOf(application.district, context.parameters))),
      (.industry, Line(application.industry)),
    ]
    if let staff = application.staff { facts.append((.Case.size, context.line(.staff(staff)))) }
    if let year = application.founded { facts.append((.Case.foundedIn, Line("\(year)"))) }
    if let year = application.modelSince { facts.append((.Case.modelSince, Line("\(year)"))) }
    if let sector = application.exemptSector {
      facts.append((.Case.exemption, context.line(.sector(sector), .info)))
    }
    if !application.encouraged.isEmpty {
      let marks = application.encouraged.map { "◆ " + context.say(.encouragement($0)) }
      facts.append((.Case.encouraged, Line(marks.joined(separator: "  "), .info)))
    }
    if !application.controlled.isEmpty {
      facts.append((.Case.controlled, Line(application.controlled.joined(separator: "、"))))
    }
    return FactLines.lines(facts, width: width, context)
  }

  private static func code(_ text: String, _ context: Context) -> Line {
    if text.isEmpty { return context.line(.none, .dim) }
    guard let fault = CreditCode(text).fault else { return Line(text) }
    return Line(text) + Line("  ") + context.line(.Setup.codeFault(fault), .warning)
  }
}
