import Foundation

/// Why somebody may not review an organisation (R5; grounds after review practice).
public enum InterestGround: String, Codable, Sendable, CaseIterable {
  case employment
  case kinship
  case consultancy
  case shareholding
  case trading
  case competitor
  case other
}

/// An interest somebody has in an applicant.
public struct Interest: Codable, Sendable, Hashable {
  /// The ground chosen.
  public var ground: InterestGround
  /// More words, seen by all who see the case's history.
  public var note: String

  /// An interest with its ground.
  public init(ground: InterestGround, note: String = "") {
    self.ground = ground
    self.note = note
  }
}

/// A block that follows from what is recorded about a person, before anybody declares anything (R5).
public enum ConflictBlock: Codable, Sendable, Hashable {
  /// Works for the applicant or one of its controlled organisations.
  case sameEmployer(String)
  /// Advised the applicant or one of its controlled organisations.
  case consultancy(String)
  /// Declared an interest in this application, or recused.
  case declared(InterestGround)
}

extension Person {
  /// The block that the person's recorded employer and consultancies give for an application (R5).
  public func recordedConflict(with application: Application) -> ConflictBlock? {
    let organisations = ([application.name] + application.controlled).map(Self.comparable)
      .filter { !$0.isEmpty }
    if organisations.contains(Self.comparable(employer)) {
      return .sameEmployer(employer)
    }
    if let advised = consultancies.first(where: {
      organisations.contains(Self.comparable($0))
    }) {
      return .consultancy(advised)
    }
    return nil
  }

  /// A name without the spaces and brackets that people type differently.
  private static func comparable(_ name: String) -> String {
    String(
      name.precomposedStringWithCompatibilityMapping.lowercased().filter {
        !$0.isWhitespace && !"()·".contains($0)
      })
  }
}
