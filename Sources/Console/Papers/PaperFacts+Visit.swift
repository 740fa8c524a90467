import Criteria
import Office
import Procedure
import Reports

/// The papers of a visit and of supervision.
extension PaperFacts {
  func visit(_ dossier: CaseState) throws(PaperFault) -> VisitContent {
    guard let visit = dossier.visit, let panel = cycle.panels[visit.panel] else {
      throw .closed(order.paper)
    }
    var content = VisitContent(
      subject(dossier), edition(dossier), panel: panel.name, members: people(of: panel, dossier),
      from: visit.from, until: visit.until)
    content.agenda = visit.agenda.map {
      PaperAgendaLine(
        day: $0.day, time: $0.time, kind: Phrase.agenda($0.kind).zh, title: $0.title,
        department: $0.department, place: $0.place, escort: $0.escort, isHeld: $0.done)
    }
    content.checks = visit.checks.map { check(of: $0, visit) }
    (content.before, content.after) = (visit.material, visit.percentages)
    content.reasons = visit.settlements.compactMapValues { $0.last?.reason }
    // Who is not of the panel that met before knows no more of it than the points to verify.
    if dossier.consensusFinished, let session = dossier.consensus, !session.sheets.isEmpty {
      for item in content.edition.items {
        content.comments[item.id] = session.merge(of: item.id).comments.filter(\.used)
          .map(\.comment)
      }
    }
    content.opinion = visit.opinion ?? ""
    content.submitted = dossier.submittedAt?.day
    if visit.submitted, let total = dossier.siteTotal {
      content.total = total
      content.tier =
        cycle.parameters(of: dossier.year).tier(of: total).map { Phrase.tier($0.rank).zh } ?? ""
    }
    return content
  }

  private func check(of check: Check, _ visit: Visit) -> PaperCheck {
    let tick = visit.tick(check.id)
    var found = PaperCheck(
      ordinal: check.ordinal, item: check.item, text: check.text,
      method: Phrase.OnSite.methodInFull(tick?.finding.method ?? check.method).zh)
    guard let tick else { return found }
    found.outcome = Phrase.OnSite.outcome(tick.finding.outcome).zh
    (found.evidence, found.place) = (tick.finding.evidence, tick.finding.place)
    found.asked = tick.finding.asked
    (found.by, found.day) = (
      names[tick.by] ?? tick.by.rawValue, "\(tick.at.day.month)月\(tick.at.day.day)日"
    )
    found.isInquiry = tick.finding.method == .inquiry
    return found
  }

  func assessment(_ dossier: CaseState) throws(PaperFault) -> AssessmentContent {
    guard let direction = order.direction else { throw .closed(order.paper) }
    let given = dossier.assessments[direction]
    var content = AssessmentContent(
      subject(dossier), direction: Phrase.assessment(direction).zh,
      rows: SupervisionTopic.allCases.map {
        AssessmentContent.Row(Phrase.topic($0).zh, given?.grades[$0])
      })
    content.text = given?.text ?? ""
    return content
  }

  /// A complaint, which supervision alone can read.
  func complaint() throws(PaperFault) -> ComplaintContent {
    guard let found = order.complaint.flatMap({ supervision.investigations[$0] }),
      PaperOrder.papers(of: found).contains(where: { $0.isSame(as: order) })
    else { throw .closed(order.paper) }
    let complaint = found.complaint
    let parameters = cycle.parameters
    var content = ComplaintContent(
      number: complaint.id.rawValue, lodged: found.lodgedAt.day, city: parameters.city.zh,
      year: cycle.year ?? now.day.year, date: found.closedAt?.day ?? now.day,
      head: head(parameters))
    content.topic = Phrase.topic(complaint.topic).zh
    content.source = Phrase.source(complaint.source).zh
    content.dossier = complaint.dossier?.rawValue ?? ""
    content.person = complaint.person.map { names[$0] ?? $0.rawValue } ?? ""
    (content.text, content.lodgedBy) = (complaint.text, names[found.lodgedBy] ?? "")
    content.steps = found.steps.map {
      ComplaintContent.Step(day: $0.at.day, by: names[$0.by] ?? $0.by.rawValue, text: $0.text)
    }
    content.outcome = found.outcome.map { Phrase.outcome($0).zh } ?? ""
    content.measure = found.measure.map { Phrase.measure($0).zh } ?? ""
    (content.finding, content.closed) = (found.finding, found.closedAt?.day)
    // What was done about people is known by person alone, not by complaint.
    content.sanctions =
      complaint.person.map { person in
        (cycle.sanctions[person] ?? []).map { Phrase.sanction($0).zh }
      } ?? []
    return content
  }
}
