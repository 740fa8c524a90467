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
}
