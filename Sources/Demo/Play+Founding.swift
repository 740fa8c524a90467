import Foundation
import Procedure
import Store

/// The year begins: people, applications, panels, and the acts around the review.
extension Play {
  func openCycle() throws {
    try store.perform(
      .cycle(
        .openCycle(
          year: script.cycle.year, title: script.cycle.title, parameters: .hangzhou,
          edition: nil)), by: secretary)
  }

  /// Invites somebody, who makes their keys and is countersigned after the fingerprint is compared.
  func enter(_ id: PersonID) throws {
    guard let person = script.cycle.people.first(where: { $0.id == id }) else {
      preconditionFailure("\(id) is not in the demo")
    }
    let invitation = try store.invite(person, by: secretary)
    let session = try store.join(
      id, invitation: invitation.code, passphrase: Demo.passphrase)
    take(session)
    guard let fingerprint = try store.cycle().fingerprints[id] else {
      preconditionFailure("who joined has a fingerprint")
    }
    try store.perform(.cycle(.confirm(id, fingerprint: fingerprint)), by: secretary)
    if person.roles.contains(.supervisor) { try store.settleKeys(by: session) }
  }

  /// The district's officer enters an application with its form, texts and copies (M1–M6).
  func apply(_ id: CaseID) throws {
    guard let dossier = script.dossier(id) else { preconditionFailure("\(id) is not in the demo") }
    let entry = MaterialScript(script: script, dossier: dossier).entry
    try store.importFile(ImportFile(cases: [entry]), dryRun: false, by: officer(of: id))
  }

  /// M7: to the district's check.
  func submit(_ id: CaseID) throws { try store.perform(.submit, in: id, by: officer(of: id)) }

  /// An act of the script: by whom it says, else by each application's own district.
  func play(_ act: ActScript) throws {
    var commands = act.deeds.compactMap(\.command)
    var byOfficer: [PersonID: [Command]] = [:]
    for id in act.dossiers {
      let reader = act.by.map(session) ?? officer(of: id)
      let state = try store.dossier(id, by: reader)
      let own = act.deeds.compactMap { $0.command(in: id, of: script, state) }
        .map { Command.dossier(id, $0) }
      if act.by == nil {
        byOfficer[officer(of: id).person, default: []] += own
      } else {
        commands += own
      }
    }
    if let by = act.by { byOfficer[by, default: []] += commands }
    for (person, commands) in byOfficer.sorted(by: { $0.key < $1.key }) {
      try store.perform(commands, by: session(person))
    }
  }

  /// Panels of the material review (R1).
  func formPanels() throws {
    try store.perform(
      script.cycle.panels.filter { $0.stage == .material }.map { .cycle(.formPanel($0)) },
      by: secretary)
  }

  /// Cases are given to their panels as the material review begins (R1).
  func assignPanels() throws {
    try store.perform(
      script.cycle.dossiers.compactMap { dossier in
        dossier.panel.map { .dossier(dossier.application.id, .assignPanel($0)) }
      }, by: secretary)
  }

  /// One member's declarations for all cases of their panel (R5).
  func declare(_ person: PersonID) throws {
    let commands = script.cycle.dossiers.compactMap { dossier -> Command? in
      guard let panel = dossier.panel, script.panel(panel).members.contains(person),
        dossier.undeclared?.contains(person) != true
      else { return nil }
      return .dossier(dossier.application.id, .declare(dossier.interests?[person]))
    }
    try store.perform(commands, by: session(person))
  }

  /// The leader designates (R2).
  func designate(_ id: PanelID) throws {
    let commands = script.dossiers(of: id).compactMap { dossier -> Command? in
      guard let review = script.reviews[dossier.application.id] else { return nil }
      return .dossier(
        dossier.application.id,
        .designate(reviewers: review.reviewers + (review.stoodBack ?? []), due: dossier.due))
    }
    try store.perform(commands, by: session(script.panel(id).leader))
  }

  /// The leader gives the reviews that are still open more time: the same reviewers, a later day.
  func extend(_ id: PanelID) throws {
    let commands = script.dossiers(of: id).compactMap { dossier -> Command? in
      guard let review = script.reviews[dossier.application.id], let later = dossier.extended else {
        return nil
      }
      return .dossier(dossier.application.id, .designate(reviewers: review.reviewers, due: later))
    }
    try store.perform(commands, by: session(script.panel(id).leader))
  }
}
