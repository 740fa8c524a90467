import Criteria
import Foundation

/// What is wrong with a file of parameters, and where.
public struct ParametersFault: Error, Hashable, Sendable {
  /// The field, as a path in the file; empty for the whole file.
  public let place: String
  public let problem: Problem

  /// A fault at a place.
  public init(_ place: String, _ problem: Problem) { (self.place, self.problem) = (place, problem) }

  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    case json(JSONFault.Problem)
    /// A number outside what makes sense.
    case notBetween(Int, Int)
    /// A score outside 0 to the criteria's points.
    case notBetweenPoints(Points)
    /// A tier that is not below the one before it.
    case tierNotBelow(Points)
    /// A tier's rank that is not its place in the list.
    case wrongRank(Int)
    /// More reviews of an application than a panel has members.
    case moreThanPanel(Int)
    case noMonthAndDay
    case noCode
    case repeated
    case empty
    /// Criteria that this program does not have.
    case unknownEdition(String)
    /// An item that the criteria do not have.
    case unknownItem(ItemID)
    /// A letter's template that does not hold; the template's own word for it.
    case letter(String)
  }
}

extension Parameters {
  /// Hangzhou's parameters, compiled in.
  public static let hangzhou: Parameters = {
    do {
      return try load(Data(PackageResources.hangzhou_json))
    } catch {
      preconditionFailure("the parameters compiled in are wrong: \(error)")
    }
  }()

  /// Reads a file of parameters; keys that parameters do not have are refused.
  ///
  /// - Throws: `ParametersFault` with the place of the first fault.
  public static func load(_ data: Data) throws(ParametersFault) -> Parameters {
    let parameters: Parameters
    let strangers: [String]
    do throws(JSONFault) {
      let source = try JSONSource(data)
      parameters = try source.decode(Parameters.self)
      strangers = source.strangers(to: parameters)
    } catch {
      throw ParametersFault(error.place, .json(error.problem))
    }
    if let stranger = strangers.first { throw ParametersFault(stranger, .json(.unknownKey)) }
    if let fault = parameters.fault { throw fault }
    return parameters
  }

  /// The first thing that does not hold together.
  private var fault: ParametersFault? {
    numberFault ?? scoreFault ?? districtFault ?? criteriaFault
  }

  /// Numbers, with the most that makes sense.
  private var numberFault: ParametersFault? {
    let numbers: [(String, Int, ClosedRange<Int>)] = [
      ("qualificationNoticeDays", qualificationNoticeDays, 1...250),
      ("onSiteNoticeDays", onSiteNoticeDays, 1...250),
      ("proposalNoticeDays", proposalNoticeDays, 1...250),
      ("objectionDays", objectionDays, 1...250), ("changeReportDays", changeReportDays, 1...250),
      ("reviewDays", reviewDays, 1...250), ("profileLimit", profileLimit, 1...10_000_000),
      ("selfEvaluationLimit", selfEvaluationLimit, 1...10_000_000),
      ("yearsOfPractice", yearsOfPractice, 0...50), ("copies", copies, 1...100),
      ("evidenceCopies", evidenceCopies, 1...100), ("refundMonths", refundMonths, 1...120),
      ("cultivationYears", cultivationYears, 1...50), ("spreadLimit", spreadLimit, 1...100),
      ("bandGap", bandGap, 1...10), ("minimumReviews", minimumReviews, 1...100),
      ("idleMinutes", idleMinutes, 1...1440),
      ("panelSize", panelSize.lowerBound, 1...100),
      ("panelSize", panelSize.upperBound, 1...100),
      ("onSitePanelSize", onSitePanelSize.lowerBound, 1...100),
      ("onSitePanelSize", onSitePanelSize.upperBound, 1...100),
    ]
    if let (place, _, range) = numbers.first(where: { !$0.2.contains($0.1) }) {
      return ParametersFault(place, .notBetween(range.lowerBound, range.upperBound))
    }
    if minimumReviews > panelSize.upperBound {
      return ParametersFault("minimumReviews", .moreThanPanel(panelSize.upperBound))
    }
    // A day that every year has: the report is due each year.
    return Day("2025-\(annualReportDue)") == nil
      ? ParametersFault("annualReportDue", .noMonthAndDay) : nil
  }

  private var scoreFault: ParametersFault? {
    let scores =
      [("materialLine", materialLine)]
      + tiers.enumerated().map { ("tiers[\($0.offset)].from", $0.element.from) }
    let most = Points(whole: Edition.shipped.totalPoints)
    if let (place, _) = scores.first(where: { $0.1 < .zero || $0.1 > most }) {
      return ParametersFault(place, .notBetweenPoints(most))
    }
    for (index, pair) in zip(tiers, tiers.dropFirst()).enumerated() where pair.0.from <= pair.1.from
    {
      return ParametersFault("tiers[\(index + 1)].from", .tierNotBelow(pair.0.from))
    }
    if let wrong = tiers.indices.first(where: { tiers[$0].rank != $0 + 1 }) {
      return ParametersFault("tiers[\(wrong)].rank", .wrongRank(wrong + 1))
    }
    return tiers.isEmpty ? ParametersFault("tiers", .empty) : nil
  }

  private var districtFault: ParametersFault? {
    // Codes name groups: letters, digits and hyphens only.
    if let wrong = districts.firstIndex(where: { !Desk.isWellFormed($0.code.rawValue) }) {
      return ParametersFault("districts[\(wrong)].code", .noCode)
    }
    var codes: Set<DistrictCode> = []
    for (index, district) in districts.enumerated() where !codes.insert(district.code).inserted {
      return ParametersFault("districts[\(index)].code", .repeated)
    }
    return districts.isEmpty ? ParametersFault("districts", .empty) : nil
  }

  private var criteriaFault: ParametersFault? {
    if edition != Edition.shipped.id { return ParametersFault("edition", .unknownEdition(edition)) }
    let wrong = checklist.firstIndex { Edition.shipped.item($0.item) == nil }
    return wrong.map {
      ParametersFault("checklist[\($0)].item", .unknownItem(checklist[$0].item))
    }
  }
}
