import Criteria
import Office
import Procedure
import Reports

/// The papers of several cases, each of which this person may print.
extension PaperFacts {
  /// What districts recommend.
  func recommendation() throws(PaperFault) -> RecommendationContent {
    guard let first = dossiers.first else { throw .nobody }
    for dossier in dossiers {
      let desk = PaperDesk(dossier: dossier, person: person, cycle: cycle)
      guard desk.orders.contains(where: { $0.paper == .recommendation }) else {
        throw .closed(order.paper)
      }
    }
    let parameters = cycle.parameters(of: first.year)
    let districts = Set(dossiers.map(\.application.district)).sorted()
    let bureaus = districts.compactMap { parameters.district($0) }
      .map { Phrase.Terms.bureau($0.name).zh }
    return RecommendationContent(
      city: parameters.city.zh, year: first.year, date: now.day, head: head(parameters),
      district: bureaus.joined(separator: "、"),
      rows: dossiers.map { dossier in
        let application = dossier.application
        return RecommendationContent.Row(
          number: application.id.rawValue, name: application.name,
          creditCode: application.creditCode, industry: application.industry,
          opinion: dossier.notes[.recommendation]?.last?.text ?? "",
          sealed: dossier.admission.sealedOn)
      })
  }

  /// The scores of cases side by side.
  func scores() throws(PaperFault) -> ScoreTable {
    guard let first = dossiers.first else { throw .nobody }
    let edition = edition(first)
    var rows: [ScoreTable.Row] = []
    for dossier in dossiers {
      let desk = PaperDesk(dossier: dossier, person: person, cycle: cycle)
      guard desk.isScored, let session = dossier.consensus, dossier.year == first.year else {
        throw .closed(order.paper)
      }
      let subject = subject(dossier)
      rows.append(
        ScoreTable.Row(
          number: subject.number, name: subject.name, district: subject.district,
          industry: subject.industry, percentages: session.percentages,
          reviews: session.sheets.values.compactMap {
            Scorecard($0.percentages, edition: edition).total
          }, onSite: dossier.visit?.submitted == true ? dossier.siteTotal : nil))
    }
    let parameters = cycle.parameters(of: first.year)
    return ScoreTable(
      city: parameters.city.zh, year: first.year, date: now.day, head: head(parameters),
      edition: edition, line: parameters.materialLine, rows: rows)
  }

  /// The minutes of a meeting: what was decided is for the bureau and its supervision.
  func minutesOfMeeting() throws(PaperFault) -> MinutesContent {
    guard let id = order.meeting, let meeting = cycle.meetings[id],
      cycle.acts(person, as: .secretariat) || cycle.acts(person, as: .supervisor)
    else { throw .closed(order.paper) }
    let minutes = minutes[id] ?? Minutes()
    let parameters = cycle.parameters
    let name = { (person: PersonID) in self.cycle.people[person]?.name ?? person.rawValue }
    var content = MinutesContent(
      meeting: Phrase.meeting(meeting.kind).zh, city: parameters.city.zh,
      year: meeting.day.year, head: head(parameters), number: meeting.number, day: meeting.day)
    (content.place, content.chair, content.recorder) = (
      meeting.place, meeting.chair, meeting.recorder
    )
    content.present = meeting.present.map(name) + meeting.guests
    content.absent = minutes.absences.map { "\($0.name)（\($0.reason)）" }
    content.decisions =
      decisions(at: meeting)
      + minutes.decisions.map { MinutesContent.Decision(text: $0.text, grounds: $0.grounds) }
    return content
  }

  /// What was decided of the cases: those that it was yes for, then the others, each with the reasons
  /// noted.
  private func decisions(at meeting: Meeting) -> [MinutesContent.Decision] {
    [true, false].compactMap { isYes in
      let cases = decided.filter { $0.isYes == isYes }.compactMap { found in
        dossiers.first { $0.id == found.dossier }
      }
      if cases.isEmpty { return nil }
      let names = cases.map { "\($0.application.name)（\($0.id)）" }.joined(separator: "、")
      let reasons = cases.compactMap { dossier in
        let reason = self.reason(meeting.kind.reasons, dossier)
        return reason.isBlank ? nil : "\(dossier.application.name)：\(reason)"
      }
      return MinutesContent.Decision(
        text: "\(meeting.kind.words(isYes).zh)（\(cases.count) 家）：\(names)",
        grounds: reasons.joined(separator: "；"))
    }
  }
}

extension PaperOrder {
  /// The minutes of a meeting.
  static func minutes(of meeting: Meeting) -> PaperOrder {
    var order = PaperOrder(.meetingMinutes, of: [], number: meeting.number)
    order.meeting = meeting.id
    order.about = .meeting(meeting.kind) + .plain(" \(meeting.day)")
    return order
  }

  /// The minutes of all meetings of a cycle, the latest first.
  static func minutes(_ cycle: CycleState) -> [PaperOrder] {
    cycle.meetings.values.sorted { ($1.day, $1.id) < ($0.day, $0.id) }.map(minutes(of:))
  }
}
