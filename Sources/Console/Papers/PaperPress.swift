import Foundation
import Office
import Procedure
import Reports
import Store

/// Makes papers of what a person may read: the one way from an order to files, for the screens and for
/// the command line.
public struct PaperPress {
  let store: Store
  let session: Session
  /// A bureau's own document that is filled in place of the composed one.
  private let template: Data?

  /// A press for somebody at work.
  ///
  /// - Parameter template: The bytes of a .docx with places to fill.
  public init(_ store: Store, by session: Session, template: Data? = nil) {
    (self.store, self.session, self.template) = (store, session, template)
  }

  /// What can be printed of a case or a complaint by its number, or of neither alone.
  public func papers(about number: String?) throws -> [PaperOrder] {
    guard let number else { return try papers() }
    let complaints = try papers(ofComplaint: ComplaintID(number))
    return complaints.isEmpty ? try papers(of: CaseID(number)) : complaints
  }

  /// The paper of a name: its key, or its Chinese title.
  ///
  /// - Throws: `PaperFault.unknown` where it is not among those that can be printed.
  public func order(_ name: String, about number: String?) throws -> PaperOrder {
    let order = try papers(about: number).first {
      $0.key == name || $0.title.said(in: .chinese) == name
    }
    guard let order else { throw PaperFault.unknown(name) }
    return order
  }

  /// What can be printed of a case now.
  ///
  /// - Throws: `StoreFault.unknownCase` where this person's lists do not show it.
  public func papers(of dossier: CaseID) throws -> [PaperOrder] {
    _ = try store.queueRow(dossier, by: session)
    return PaperDesk(
      dossier: try store.dossier(dossier, by: session), person: session.person,
      cycle: try store.cycle()
    ).orders
  }

  /// What can be printed of a complaint; nothing for those who cannot read it.
  public func papers(ofComplaint complaint: ComplaintID) throws -> [PaperOrder] {
    guard try store.cycle().acts(session.person, as: .supervisor) else { return [] }
    return try store.supervision(by: session).investigations[complaint]
      .map(PaperOrder.papers) ?? []
  }

  /// What can be printed of no case alone: the scores of the year, what districts recommend, and the
  /// complaints, each for those who can read them.
  public func papers() throws -> [PaperOrder] {
    let cycle = try store.cycle()
    let desks = try desks(cycle)
    let scored = desks.filter(\.isScored).map(\.dossier.id)
    let recommended = desks.filter { $0.orders.contains { $0.paper == .recommendation } }
      .map(\.dossier.id)
    var orders = cycle.acts(session.person, as: .secretariat) ? PaperOrder.minutes(cycle) : []
    if !scored.isEmpty { orders.append(.scores(of: scored)) }
    if !recommended.isEmpty { orders.append(PaperOrder(.recommendation, of: recommended)) }
    if cycle.acts(session.person, as: .supervisor) {
      orders += try store.supervision(by: session).listed.flatMap(PaperOrder.papers)
    }
    return orders
  }

  /// The desks at this year's cases that a district let through.
  private func desks(_ cycle: CycleState) throws -> [PaperDesk] {
    let query = QueueQuery(scope: .all, order: .number)
    return try store.queue(
      query, limit: max(1, try store.count(query, by: session)), by: session
    ).filter { $0.year == cycle.year && $0.stage > .districtCheck }.map { row in
      PaperDesk(
        dossier: try store.dossier(row.application.id, by: session), person: session.person,
        cycle: cycle)
    }
  }

  /// The paper, from the cases as they stand and this person may read them.
  ///
  /// - Throws: `PaperFault`, `StoreFault`, `WordTemplateFault`.
  func printed(_ order: PaperOrder) throws -> PrintedPaper {
    let facts = try facts(order)
    var paper = try Self.made(facts)
    paper.template = try template.map { try WordTemplate($0) }
    if order.paper == .scoreTable { paper.spreadsheet = try facts.scores().spreadsheet }
    guard order.paper == .caseFile, let dossier = facts.dossiers.first else { return paper }
    let desk = PaperDesk(dossier: dossier, person: session.person, cycle: facts.cycle)
    for var filed in desk.filed {
      filed.isDraft = filed.isDraft || order.isDraft
      paper.composition.blocks +=
        [.pageBreak] + (try Self.made(self.facts(filed))).composition.blocks
    }
    return paper
  }

  /// What a paper says, with all cases that stand on it.
  private func facts(_ order: PaperOrder) throws -> PaperFacts {
    let cycle = try store.cycle()
    var order = order
    if order.paper == .scoreTable, order.dossiers.isEmpty {
      order.dossiers = try desks(cycle).filter(\.isScored).map(\.dossier.id)
    }
    let meeting = order.meeting.flatMap { cycle.meetings[$0] }
    let decided = try meeting.map { try store.decisions(at: $0, by: session) } ?? []
    let together =
      try order.department?.number.map { number in
        try store.casesAsked(under: number).filter { !order.dossiers.contains($0) }
      } ?? []
    return PaperFacts(
      order: order,
      dossiers: try (order.dossiers + together + decided.map(\.dossier)).map {
        try store.dossier($0, by: session)
      }, cycle: cycle, now: store.clock.now(), person: session.person,
      supervision: order.complaint == nil
        ? SupervisionState() : try store.supervision(by: session),
      minutes: order.meeting == nil ? [:] : try store.minutes(by: session), decided: decided)
  }

  private static func made(_ facts: PaperFacts) throws -> PrintedPaper {
    let (order, fill) = (facts.order, try facts.fill())
    do throws(TemplateFault) {
      let templates = try PaperTemplates(overriding: facts.cycle.parameters.letters)
      let draft = ["draft": FieldValue.text(order.isDraft ? "草稿" : "")]
      return PrintedPaper(
        composition: try templates.composition(order.paper, fill, isDraft: order.isDraft),
        values: fill.values.merging(draft) { $1 }, made: facts.now)
    } catch {
      throw PaperFault.template(place: error.place, detail: error.detail)
    }
  }
}
