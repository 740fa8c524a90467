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
    lines += rows(.terms, parameters, context)
    lines += [Line(""), context.line(.Setup.safeguards, .title)]
    lines += Safeguard.allCases.map {
      row(.Setup.safeguard($0), yes(parameters.keeps($0), context), context)
    }
    lines += [Line(""), context.line(.Setup.districts(parameters.districts.count), .title)]
    let names = parameters.districts.map { "\($0.code) \(context.say($0.name))" }
    return lines + Line(names.joined(separator: "   ")).wrapped(to: width)
  }

  private static func figures(_ parameters: Parameters, _ context: Context) -> [Line] {
    rows(.figures, parameters, context)
  }

  private static func rows(
    _ part: Part, _ parameters: Parameters, _ context: Context
  ) -> [Line] {
    Parameters.Name.allCases.compactMap { shown($0, parameters, context) }
      .filter { $0.part == part }.map { row($0.label, $0.value, context) }
  }

  /// A part of the page in which each parameter has a row.
  private enum Part { case figures, terms }

  private typealias Shown = (part: Part, label: Phrase, value: Line)

  /// The row of a parameter; nil where it stands elsewhere.
  private static func shown(
    _ name: Parameters.Name, _ parameters: Parameters, _ context: Context
  ) -> Shown? {
    func figure(_ zh: String, _ en: String, _ value: Line) -> Shown {
      (.figures, Phrase(zh, en), value)
    }
    func term(_ zh: String, _ en: String, _ value: Line) -> Shown {
      (.terms, Phrase(zh, en), value)
    }
    func days(_ days: Int...) -> Line {
      context.line(.Setup.workingDays(days.map(String.init).joined(separator: " / ")))
    }
    switch name {
    // The head of the cycle's page.
    case .id, .city, .edition: return nil
    case .materialLine:
      return figure(
        "材料评审线（R7）", "Material line (R7)", Line(parameters.materialLine.description, .accent))
    case .tiers:
      let tiers = parameters.tiers.map { $0.from.description }.joined(separator: " / ")
      return figure("绩效层级分数线（S6）", "Tiers (S6)", Line(tiers, .accent))
    case .spreadLimit:
      return figure(
        "须讨论的极差，超过（R6）", "Range to be discussed, above (R6)",
        Line("\(parameters.spreadLimit)", .accent))
    case .quorum:
      return figure(
        "合议须到会（R6）", "Present at a consensus (R6)",
        context.line(.Setup.quorum(parameters.quorum)))
    case .panelSize: return figure("材料评审组人数", "Material panel", size(parameters.panelSize))
    case .onSitePanelSize:
      return figure("现场评审组人数", "On-site panel", size(parameters.onSitePanelSize))
    case .minimumReviews:
      return figure("独立评审至少人数", "Reviews at least", Line("\(parameters.minimumReviews)"))
    case .profileLimit:
      return figure(
        "组织概述字数上限（M2）", "Profile at most (M2)",
        context.line(.Case.characters(parameters.profileLimit)))
    case .selfEvaluationLimit:
      return figure(
        "自评报告字数上限（M3）", "Self-evaluation at most (M3)",
        context.line(.Case.characters(parameters.selfEvaluationLimit)))
    case .yearsOfPractice:
      return figure(
        "导入年限（E2）", "Years of practice (E2)",
        context.line(.Setup.years(parameters.yearsOfPractice)))
    case .exemptSectors:
      let sectors = parameters.exemptSectors.map { context.say(.sector($0)) }
      return figure(
        "年限豁免产业（E2）", "Exempt sectors (E2)", Line(sectors.joined(separator: "、")))
    // The three notices share a row.
    case .qualificationNoticeDays:
      return term(
        "资格、现场、拟纳入公示", "Three public notices",
        days(
          parameters.qualificationNoticeDays, parameters.onSiteNoticeDays,
          parameters.proposalNoticeDays))
    case .onSiteNoticeDays, .proposalNoticeDays: return nil
    case .objectionDays: return term("异议核查（P3）", "Objections (P3)", days(parameters.objectionDays))
    case .changeReportDays:
      return term("变更报告（M8）", "Change report (M8)", days(parameters.changeReportDays))
    case .reviewDays: return term("独立评审", "Independent review", days(parameters.reviewDays))
    case .annualReportDue:
      return term("年度自评报告截止（C3）", "Yearly report by (C3)", Line(parameters.annualReportDue))
    case .refundMonths:
      return term(
        "退还奖励（C4）", "Refund (C4)", context.line(.Setup.months(parameters.refundMonths)))
    case .cultivationYears:
      return term(
        "培育期（C3）", "Cultivation (C3)", context.line(.Setup.years(parameters.cultivationYears)))
    case .reviewWaitsForNotice:
      return term(
        "评审等待资格公示期满", "Review waits for the notice",
        yes(parameters.reviewWaitsForNotice, context))
    case .lateEntry:
      return term(
        "截止后补录按时收到的材料（M7）", "Late entry of what came in time (M7)",
        yes(parameters.lateEntry, context))
    case .firstDayCounts:
      return term("公布当日计入期限（W）", "First day counts (W)", yes(parameters.firstDayCounts, context))
    case .retentionYears:
      return term(
        "内容保存年限（V5）", "Contents are kept (V5)",
        context.line(.Setup.years(parameters.retentionYears)))
    case .idleMinutes:
      return term(
        "无操作自动锁屏", "Screen locks after", context.line(.Setup.minutes(parameters.idleMinutes)))
    case .opinionBody:
      return term(
        "征求意见单位（P1）", "Asked for opinions (P1)", context.line(Phrase(parameters.opinionBody)))
    // Below, in parts of their own.
    case .switchedOff, .districts: return nil
    // Shown where they are asked for: with copies, inquiries, letters and visits.
    case .bandGap, .copies, .evidenceCopies, .departments, .letters, .checklist: return nil
    }
  }

  private static func row(_ label: Phrase, _ value: Line, _ context: Context) -> Line {
    FactLines.cell(context.line(label, .dim), labelWidth) + value
  }

  private static func size(_ range: ClosedRange<Int>) -> Line {
    Line("\(range.lowerBound)–\(range.upperBound)")
  }

  private static func yes(_ isOn: Bool, _ context: Context) -> Line {
    context.line(isOn ? .Setup.yes : .Setup.no, isOn ? .good : .dim)
  }
}
