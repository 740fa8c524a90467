import Foundation

/// What supervision looks at (V2).
public enum SupervisionTopic: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// Openness, fairness, no fees in any form.
  case fairness
  case procedure
  case discipline
  /// Improper influence by the applicant.
  case influence
}

/// Where a report or complaint comes from (V3).
public enum ComplaintSource: String, Codable, Sendable, CaseIterable {
  case applicant
  case expert
  case staff
  case publicReport
  case anonymous
}

/// A report or complaint as it came in (V3).
public struct Complaint: Codable, Sendable, Hashable {
  public var id: ComplaintID
  public var topic: SupervisionTopic
  public var source: ComplaintSource
  /// The application it is about, where it is about one.
  public var dossier: CaseID?
  /// The person it is about, where it is about one.
  public var person: PersonID?
  public var text: String

  /// A complaint.
  public init(
    id: ComplaintID, topic: SupervisionTopic, source: ComplaintSource, dossier: CaseID? = nil,
    person: PersonID? = nil, text: String
  ) {
    (self.id, self.topic, self.source) = (id, topic, source)
    (self.dossier, self.person, self.text) = (dossier, person, text)
  }
}

/// What an investigation came to (V3).
public enum Outcome: String, Codable, Sendable, CaseIterable {
  case substantiated
  case partly
  case unfounded
}

/// What supervision does about a violation that was found (V3, V4).
public enum Measure: String, Codable, Sendable, CaseIterable {
  case none
  /// Corrected by supervision itself.
  case corrected
  /// Proposed to the bureau.
  case proposed
  /// A crime is referred.
  case referred
  /// Fraud by the applicant is established: its application ends, a place is taken back (V4).
  case fraud
}

/// How severely somebody who took part is dealt with (V4).
public enum Sanction: String, Codable, Sendable, CaseIterable {
  case criticism
  case disqualification
}

/// One side's assessment of the other after a visit (V3, [ours]).
public struct Assessment: Codable, Sendable, Hashable {
  /// Who assesses whom.
  public enum Direction: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// The panel's, of the applicant.
    case ofApplicant
    /// The applicant's, of the panel.
    case ofPanel
  }

  /// 1 to 5 per topic, 5 the best.
  public var grades: [SupervisionTopic: Int]
  public var text: String

  /// An assessment.
  public init(grades: [SupervisionTopic: Int], text: String) {
    (self.grades, self.text) = (grades, text)
  }
}

/// A complaint with what became of it.
public struct Investigation: Sendable, Hashable {
  public var complaint: Complaint
  public var lodgedBy: PersonID
  public var lodgedAt: Moment
  /// Steps of the investigation.
  public var steps: [Note]
  public var outcome: Outcome?
  public var measure: Measure?
  public var finding: String
  public var closedAt: Moment?

  /// Whether it found a violation by somebody who takes part (V4).
  func establishesViolation(by person: PersonID) -> Bool {
    complaint.person == person && (outcome == .substantiated || outcome == .partly)
  }

  /// Whether it found fraud by the applicant of a case (V4).
  func establishesFraud(of dossier: CaseID) -> Bool {
    complaint.dossier == dossier && outcome == .substantiated && measure == .fraud
  }
}

/// What supervision knows of reports and complaints; its members alone can read it.
public struct SupervisionState: Sendable, Hashable {
  public internal(set) var investigations: [ComplaintID: Investigation] = [:]

  /// The state before the first entry.
  public init() {}

  /// The investigations, the open ones first, then by time.
  public var listed: [Investigation] {
    investigations.values.sorted {
      (($0.closedAt == nil ? 0 : 1), $0.lodgedAt, $0.complaint.id)
        < (($1.closedAt == nil ? 0 : 1), $1.lodgedAt, $1.complaint.id)
    }
  }

  /// The state after an event of supervision.
  public mutating func apply(_ event: Event, by author: PersonID, at moment: Moment) {
    if case .supervision(let change) = event.change { change(&self, author, moment) }
  }

  mutating func lodge(_ complaint: Complaint, by author: PersonID, at moment: Moment) {
    var complaint = complaint
    // Who turns to supervision does not see which numbers are taken: none of them is dropped.
    complaint.id = free(complaint.id)
    investigations[complaint.id] = Investigation(
      complaint: complaint, lodgedBy: author, lodgedAt: moment, steps: [], finding: "")
  }

  /// The number, or with the first running number behind it that is free.
  private func free(_ id: ComplaintID) -> ComplaintID {
    var (found, number) = (id, 1)
    while investigations[found] != nil {
      number += 1
      found = ComplaintID("\(id)-\(number)")
    }
    return found
  }
}
