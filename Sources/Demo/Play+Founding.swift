import Foundation
import Procedure
import Store

/// The year begins: people, panels, applications.
extension Play {
  func openCycle() throws {
    time.advance(to: Moment(day: day(.founding), hour: 9, minute: 30))
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
    sessions[id] = session
    guard let fingerprint = try store.cycle().fingerprints[id] else {
      preconditionFailure("who joined has a fingerprint")
    }
    try store.perform(.cycle(.confirm(id, fingerprint: fingerprint)), by: secretary)
    if person.roles.contains(.supervisor) { try store.settleKeys(by: session) }
  }

  /// The district's officer registers where there is one, else the secretariat (M7).
  func register(_ id: CaseID) throws {
    guard let file = script.file(id) else { preconditionFailure("\(id) is not in the demo") }
    go(to: .registration)
    let officer = script.cycle.people.first {
      $0.roles.contains(.districtOfficer) && $0.district == file.application.district
    }
    let session = officer.map { self.session($0.id) } ?? secretary
    try store.perform(.register(file.application), in: id, by: session)
    guard file.hasMaterial == true else { return }
    let texts: [(String, DocumentKind, String)] = [
      ("profile", .profile, "组织概述"), ("self-evaluation", .selfEvaluation, "自评报告"),
      ("summary", .workSummary, "工作总结"),
    ]
    for (name, kind, title) in texts {
      try store.attach(
        DemoFile.text("material/\(id)/\(name).md"), as: kind, titled: title, to: id, by: session)
    }
  }

  /// Panels are formed and cases assigned as the material review begins (R1).
  func beginReview() throws {
    go(to: .panels)
    try store.perform(
      script.cycle.panels.filter { $0.stage == .material }.map { .cycle(.formPanel($0)) },
      by: secretary)
    go(to: .independentReview)
    var commands: [Command] = []
    for file in script.cycle.files {
      guard let panel = file.panel else { continue }
      commands.append(.file(file.application.id, .pass(to: .independentReview, note: "")))
      commands.append(.file(file.application.id, .assignPanel(panel)))
    }
    try store.perform(commands, by: secretary)
  }

  /// One member's declarations for all cases of their panel (R5).
  func declare(_ person: PersonID) throws {
    go(to: .designation, hour: 8, minute: 30)
    let commands = script.cycle.files.compactMap { file -> Command? in
      guard let panel = file.panel, self.panel(panel).members.contains(person),
        file.undeclared?.contains(person) != true
      else { return nil }
      return .file(file.application.id, .declare(file.interests?[person]))
    }
    try store.perform(commands, by: session(person))
  }

  /// The material is opened to who declared; the leader designates (R2).
  func designate(_ id: PanelID) throws {
    try store.settleKeys(by: secretary)
    go(to: .designation, hour: 14)
    let commands = script.files(of: id).compactMap { file -> Command? in
      guard let review = script.reviews[file.application.id] else { return nil }
      return .file(
        file.application.id, .designate(reviewers: review.reviewers, due: file.due))
    }
    try store.perform(commands, by: session(panel(id).leader))
  }

  /// The leader gives the reviews that are still open more time: the same reviewers, a later day.
  func extend(_ id: PanelID) throws {
    go(to: .moreTime, hour: 15)
    let commands = script.files(of: id).compactMap { file -> Command? in
      guard let review = script.reviews[file.application.id], let later = file.extended else {
        return nil
      }
      return .file(file.application.id, .designate(reviewers: review.reviewers, due: later))
    }
    try store.perform(commands, by: session(panel(id).leader))
  }

  private func day(_ act: CycleScript.DatedAct) -> Day {
    guard let day = script.cycle.dates[act] else {
      preconditionFailure("the demo has no date for \(act)")
    }
    return day
  }
}
