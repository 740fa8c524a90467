import Criteria
import Foundation

/// What is wrong with a file of parameters, and where.
public struct ParametersFault: Error, Hashable, Sendable {
  public let place: Place
  public let problem: Problem

  /// A fault at a place.
  public init(_ place: Place, _ problem: Problem) { (self.place, self.problem) = (place, problem) }

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
    let strangers: [Place]
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

  /// The first thing that does not hold together: each parameter by itself, then beside others.
  private var fault: ParametersFault? {
    Name.allCases.lazy.compactMap { $0.demand.fault(of: $0, in: self) }.first ?? reviewFault
  }

  /// What is asked of one parameter.
  enum Demand {
    /// A number within what makes sense.
    case number(KeyPath<Parameters, Int>, ClosedRange<Int>)
    /// Fewest and most, each within what makes sense.
    case span(KeyPath<Parameters, ClosedRange<Int>>, ClosedRange<Int>)
    /// A score that the criteria can give.
    case points(KeyPath<Parameters, Points>)
    case own((Parameters) -> ParametersFault?)
    case nothing

    func fault(of name: Name, in parameters: Parameters) -> ParametersFault? {
      switch self {
      case .number(let path, let range):
        return range.contains(parameters[keyPath: path]) ? nil : Self.notIn(range, name)
      case .span(let path, let range):
        let span = parameters[keyPath: path]
        let isSound = range.contains(span.lowerBound) && range.contains(span.upperBound)
        return isSound ? nil : Self.notIn(range, name)
      case .points(let path): return parameters[keyPath: path].fault(at: name.place)
      case .own(let fault): return fault(parameters)
      case .nothing: return nil
      }
    }

    private static func notIn(_ range: ClosedRange<Int>, _ name: Name) -> ParametersFault {
      ParametersFault(name.place, .notBetween(range.lowerBound, range.upperBound))
    }
  }

  private var reviewFault: ParametersFault? {
    minimumReviews > panelSize.upperBound
      ? ParametersFault(Name.minimumReviews.place, .moreThanPanel(panelSize.upperBound)) : nil
  }

  /// A day that every year has: the report is due each year.
  var reportDayFault: ParametersFault? {
    Day("2025-\(annualReportDue)") == nil
      ? ParametersFault(Name.annualReportDue.place, .noMonthAndDay) : nil
  }

  /// Somebody at least, and everybody at most.
  var quorumFault: ParametersFault? {
    if !(1...100).contains(quorum.of) {
      return ParametersFault(Name.quorum.place["of"], .notBetween(1, 100))
    }
    return (1...quorum.of).contains(quorum.parts)
      ? nil : ParametersFault(Name.quorum.place["parts"], .notBetween(1, quorum.of))
  }

  var tierFault: ParametersFault? {
    for (index, tier) in tiers.enumerated() {
      if let fault = tier.from.fault(at: Name.tiers.place[index]["from"]) { return fault }
    }
    for (index, pair) in zip(tiers, tiers.dropFirst()).enumerated() where pair.0.from <= pair.1.from
    {
      return ParametersFault(Name.tiers.place[index + 1]["from"], .tierNotBelow(pair.0.from))
    }
    if let wrong = tiers.indices.first(where: { tiers[$0].rank != $0 + 1 }) {
      return ParametersFault(Name.tiers.place[wrong]["rank"], .wrongRank(wrong + 1))
    }
    return tiers.isEmpty ? ParametersFault(Name.tiers.place, .empty) : nil
  }

  var districtFault: ParametersFault? {
    // Codes name groups: letters, digits and hyphens only.
    if let wrong = districts.firstIndex(where: { !Desk.isWellFormed($0.code.rawValue) }) {
      return ParametersFault(Name.districts.place[wrong]["code"], .noCode)
    }
    var codes: Set<DistrictCode> = []
    for (index, district) in districts.enumerated() where !codes.insert(district.code).inserted {
      return ParametersFault(Name.districts.place[index]["code"], .repeated)
    }
    return districts.isEmpty ? ParametersFault(Name.districts.place, .empty) : nil
  }

  var editionFault: ParametersFault? {
    edition == Edition.shipped.id
      ? nil : ParametersFault(Name.edition.place, .unknownEdition(edition))
  }

  var checklistFault: ParametersFault? {
    let wrong = checklist.firstIndex { Edition.shipped.item($0.item) == nil }
    return wrong.map {
      ParametersFault(Name.checklist.place[$0]["item"], .unknownItem(checklist[$0].item))
    }
  }
}

extension Parameters.Name {
  /// Where it stands in a file of parameters.
  fileprivate var place: Place { .file[rawValue] }
}

extension Points {
  /// What is wrong with a score that the criteria cannot give.
  fileprivate func fault(at place: Place) -> ParametersFault? {
    let most = Points(whole: Edition.shipped.totalPoints)
    return self < .zero || self > most ? ParametersFault(place, .notBetweenPoints(most)) : nil
  }
}
