import Criteria
import Foundation
import Procedure
import Terminal

/// What can be done in a case from its file, by the one or the other.
enum FileAct: String, Sendable, Hashable, CaseIterable {
  case pass
  case assignPanel
  case releaseOpening
  case arrangeVisit
  case attach
  case declare
  case designate
  case askOpening
  case openConsensus
  case review
  case consensus
  case onSite
  case recuse

  /// The acts that a person has to do with here, whether or not they are possible now.
  static func offered(in file: CaseState, _ context: Context) -> [FileAct] {
    guard let person = context.person else { return [] }
    let panels = [file.panel, file.onSitePanel].map { $0.flatMap { context.cycle.panels[$0] } }
    let sits = panels.map { $0?.members.contains(person) == true }
    let isOffice = context.acts(as: .secretariat)
    let watches = isOffice || context.acts(as: .supervisor)
    let isOfficer =
      context.acts(as: .districtOfficer)
      && context.cycle.people[person]?.district == file.application.district
    let leads = panels[0].map { $0.leader == person || file.actingLeader(of: $0) == person }
    return allCases.filter { act in
      switch act {
      case .pass, .assignPanel, .releaseOpening, .arrangeVisit: isOffice
      case .attach: isOffice || isOfficer
      case .designate, .askOpening, .openConsensus: leads == true
      case .declare, .recuse: sits[0] || sits[1]
      case .review: sits[0]
      case .consensus: sits[0] || (watches && file.opening != .closed)
      case .onSite: sits[1] || (watches && file.visit != nil)
      }
    }
  }

  /// The acts that wait for a person here.
  static func waiting(in file: CaseState, _ context: Context) -> Set<FileAct> {
    var holders: [Reader] = context.person.map { [.person($0)] } ?? []
    if context.acts(as: .secretariat) { holders.append(.group(.secretariat)) }
    return Set(
      duties(in: file, cycle: context.cycle).filter { holders.contains($0.holder) }
        .map { FileAct($0.kind) })
  }

  /// The act by which a duty is done.
  init(_ duty: DutyKind) {
    switch duty {
    case .pass: self = .pass
    case .assignPanel: self = .assignPanel
    case .declare: self = .declare
    case .designate: self = .designate
    case .review: self = .review
    case .askOpening: self = .askOpening
    case .release: self = .releaseOpening
    case .openConsensus: self = .openConsensus
    case .consensus: self = .consensus
    case .arrangeVisit: self = .arrangeVisit
    case .visit: self = .onSite
    }
  }

  /// Whether it can be done now, by the rules; else why not.
  func availability(in file: CaseState, _ context: Context) -> Action.Availability {
    switch self {
    case .pass:
      guard !file.stage.plainSuccessors.isEmpty else {
        return .disabled(.Case.leftByItsAct(file.stage))
      }
      return Self.any(
        file.stage.plainSuccessors.map { .pass(to: $0, note: "-") }, in: file, context)
    case .assignPanel:
      return Self.any(
        Self.panels(.material, context).map { .assignPanel($0.id) }, in: file, context)
    case .arrangeVisit:
      let today = context.now.day
      return Self.any(
        Self.panels(.onSite, context).map { .arrangeVisit($0.id, from: today, until: today) },
        in: file, context)
    case .attach:
      let sample = Document(
        id: "profile", kind: .profile, title: "-", file: "-", characters: 0)
      return Self.any([.attach(sample)], in: file, context)
    case .designate:
      let able = Self.candidates(in: file, context).filter { $0.reason == nil }.map(\.person)
      return Self.any([.designate(reviewers: able, due: nil)], in: file, context)
    case .declare:
      return Self.any([.declare(Interest(ground: .other))], in: file, context)
    case .recuse: return Self.any([.recuse(Interest(ground: .other))], in: file, context)
    case .askOpening: return Self.any([.askOpening], in: file, context)
    case .releaseOpening: return Self.any([.releaseOpening], in: file, context)
    case .openConsensus: return Self.any([.openConsensus], in: file, context)
    case .review, .consensus, .onSite: return .available
    }
  }

  /// Available where one of the commands would be allowed, else the first one's refusal.
  private static func any(
    _ commands: [CaseCommand], in file: CaseState, _ context: Context
  ) -> Action.Availability {
    guard let first = commands.first else { return .disabled(.Case.noPanels) }
    let isAllowed = commands.contains { context.refusal(of: $0, in: file) == nil }
    guard !isAllowed, let refusal = context.refusal(of: first, in: file) else { return .available }
    return .disabled(Notices.sentence(refusal, context))
  }

  /// The panels formed for a stage of review, by number.
  static func panels(_ stage: PanelStage, _ context: Context) -> [Panel] {
    context.cycle.panels.values.filter { $0.stage == stage }.sorted { $0.id < $1.id }
  }

  /// The panel's members, with what keeps one from reviewing here (R5).
  static func candidates(
    in file: CaseState, _ context: Context
  ) -> [(person: PersonID, reason: Phrase?)] {
    guard let panel = file.panel.flatMap({ context.cycle.panels[$0] }) else { return [] }
    return panel.members.map { member in
      if let interest = file.recusals[member] ?? file.declarations[member] ?? nil {
        return (member, .conflict(.declared(interest.ground)))
      }
      guard let person = context.cycle.people[member], person.active else {
        return (member, .Case.inactive)
      }
      guard context.parameters.keeps(.recordedConflicts),
        let block = person.recordedConflict(with: file.application)
      else { return (member, nil) }
      return (member, .conflict(block))
    }
  }
}
