import Criteria
import Foundation
import Procedure
import Terminal

/// The parameters of a cycle as lines: what the bureau fixed, with the rule each belongs to.
enum ParameterLines {
  private static let labelWidth = 30

  /// The cycle with the figures that everybody asks for.
  static func cycle(width: Int, _ context: Context) -> [Line] {
    let parameters = context.parameters
    var lines: [Line]
    if let year = context.cycle.year {
      lines = [
        row(.Setup.year, Line("\(year)"), context),
        row(.Setup.cycleTitle, Line(context.cycle.title), context),
      ]
    } else {
      lines = context.line(.Setup.noCycleYet, .warning).wrapped(to: width)
    }
    lines += [
      row(.Setup.city, context.line(Phrase(parameters.city)), context),
      row(.Setup.edition, context.line(Phrase(context.edition.title)), context),
    ]
    if let year = context.cycle.year {
      lines.append(
        row(
          .Setup.call,
          context.cycle.call.map { Line("\($0.from) – \($0.until)", .accent) }
            ?? context.line(.Setup.noCall, .warning), context))
      let state: Phrase = context.cycle.isClosed ? .Setup.isClosed(year) : .Setup.isOpen(year)
      lines.append(row(.Setup.state, context.line(state), context))
    }
    let years = context.calendar.yearsCovered.sorted().map { "\($0)" }
    lines += [
      row(.Setup.calendarYears, Line(years.joined(separator: "  ")), context), Line(""),
    ]
    return lines + figures(parameters, context)
  }

  /// Every parameter.
  static func all(of parameters: Parameters, width: Int, _ context: Context) -> [Line] {
    var lines = figures(parameters, context)
    lines += [Line(""), context.line(.Setup.terms, .title)]
    lines += [
      row(
        .Setup.notices,
        days(
          [
            parameters.qualificationNoticeDays, parameters.onSiteNoticeDays,
            parameters.proposalNoticeDays,
          ], context), context),
      row(.Setup.objection, days([parameters.objectionDays], context), context),
      row(.Setup.changeReport, days([parameters.changeReportDays], context), context),
      row(.Setup.reviewDays, days([parameters.reviewDays], context), context),
      row(.Setup.annualReport, Line(parameters.annualReportDue), context),
      row(.Setup.refund, context.line(.Setup.months(parameters.refundMonths)), context),
      row(.Setup.cultivation, context.line(.Setup.years(parameters.cultivationYears)), context),
      row(.Setup.waits, yes(parameters.reviewWaitsForNotice, context), context),
      row(.Setup.firstDay, yes(parameters.firstDayCounts, context), context),
      row(.Setup.idle, context.line(.Setup.minutes(parameters.idleMinutes)), context),
      row(.Setup.opinionBody, context.line(Phrase(parameters.opinionBody)), context),
    ]
    lines += [Line(""), context.line(.Setup.safeguards, .title)]
    lines += Safeguard.allCases.map {
      row(.Setup.safeguard($0), yes(parameters.keeps($0), context), context)
    }
    lines += [Line(""), context.line(.Setup.districts(parameters.districts.count), .title)]
    let names = parameters.districts.map { "\($0.code) \(context.say($0.name))" }
    return lines + Line(names.joined(separator: "   ")).wrapped(to: width)
  }

  private static func figures(_ parameters: Parameters, _ context: Context) -> [Line] {
    let tiers = parameters.tiers.map { $0.from.description }.joined(separator: " / ")
    let exempt = parameters.exemptSectors.map { context.say(.sector($0)) }
    return [
      row(.Setup.materialLine, Line(parameters.materialLine.description, .accent), context),
      row(.Setup.tiers, Line(tiers, .accent), context),
      row(.Setup.spread, Line("\(parameters.spreadLimit)", .accent), context),
      row(.Setup.panelSize, size(parameters.panelSize), context),
      row(.Setup.onSitePanelSize, size(parameters.onSitePanelSize), context),
      row(.Setup.minimumReviews, Line("\(parameters.minimumReviews)"), context),
      row(.Setup.profileLimit, context.line(.Case.characters(parameters.profileLimit)), context),
      row(
        .Setup.selfEvaluationLimit,
        context.line(.Case.characters(parameters.selfEvaluationLimit)), context),
      row(.Setup.practice, context.line(.Setup.years(parameters.yearsOfPractice)), context),
      row(.Setup.exempt, Line(exempt.joined(separator: "、")), context),
    ]
  }

  private static func row(_ label: Phrase, _ value: Line, _ context: Context) -> Line {
    DossierScreen.cell(context.line(label, .dim), labelWidth) + value
  }

  private static func size(_ range: ClosedRange<Int>) -> Line {
    Line("\(range.lowerBound)–\(range.upperBound)")
  }

  private static func days(_ days: [Int], _ context: Context) -> Line {
    context.line(.Setup.workingDays(days.map(String.init).joined(separator: " / ")))
  }

  private static func yes(_ isOn: Bool, _ context: Context) -> Line {
    context.line(isOn ? .Setup.yes : .Setup.no, isOn ? .good : .dim)
  }
}
