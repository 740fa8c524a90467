import Criteria
import Foundation
import Procedure
import Store

/// Independent reviews and the sessions that follow them.
extension Play {
  /// A sheet from its first mark to handing in, or as far as the script has it.
  func review(_ id: CaseID, by person: PersonID) throws {
    guard let review = script.reviews[id], let begin = script.cycle.dates[.reviewsBegin],
      let file = script.file(id)
    else { preconditionFailure("\(id) is not reviewed in the demo") }
    let turn = review.reviewers.firstIndex(of: person) ?? 0
    let place = script.cycle.files.firstIndex { $0.application.id == file.application.id } ?? 0
    time.advance(
      to: Moment(
        day: workingDay(turn * 2 + place / 8, from: begin), hour: 8 + place % 8, minute: 40))
    let session = session(person)
    try store.startReview(of: id, by: session)
    var sheet = SheetScript(script: script, file: id).sheet(of: person)
    let left = review.unfinished?[person]
    if let left { SheetScript.cut(&sheet, after: left) }
    let slots = Edition.shipped.items.filter { sheet.items[$0.id] != nil }
    try store.save(
      Set([.head] + slots.map { .item($0.id) }), of: sheet, in: id, by: session)
    if left == nil { try store.handIn(id, by: session) }
  }

  /// The leader asks, the secretariat releases: as far as the script has it before the sessions.
  func prepareOpening(_ id: CaseID) throws {
    guard let file = script.file(id), let leader = file.panel.map({ panel($0).leader }) else {
      preconditionFailure("\(id) is not reviewed in the demo")
    }
    go(to: .opening)
    try store.perform(.askOpening, in: id, by: session(leader))
    if file.opening == .released { try store.perform(.releaseOpening, in: id, by: secretary) }
  }

  /// A session from its opening to its conclusion, or as far as the script has it (R6).
  func hold(_ id: CaseID) throws {
    guard let review = script.reviews[id], let file = script.file(id),
      let panel = file.panel.map(panel)
    else { preconditionFailure("\(id) has no session in the demo") }
    if review.conclusion == nil {
      go(to: .opening, hour: 14)
    } else if let begin = script.cycle.dates[.consensus] {
      let place = script.cycle.files.firstIndex { $0.application.id == id } ?? 0
      time.advance(
        to: Moment(day: workingDay(place / 3, from: begin), hour: 9 + place % 3 * 3))
    }
    let leader = session(panel.leader)
    if file.opening == nil { try store.perform(.askOpening, in: id, by: leader) }
    if file.opening != .released {
      try store.perform(.releaseOpening, in: id, by: secretary)
    }
    try store.perform(.openConsensus, in: id, by: leader)
    // The session's sheets are read before anything is settled.
    let state = try store.file(id, by: leader)
    let present = state.members(of: panel).filter { state.isCleared($0) }
    var commands: [CaseCommand] = [.recordAttendance(present: present, absences: [:])]
    for item in Edition.shipped.items {
      guard let percentage = review.settled?[item.id] else { continue }
      if let text = review.discussions?[item.id] { commands.append(.discuss(item.id, text: text)) }
      commands.append(.settle(item.id, percentage, reason: ""))
    }
    if let conclusion = review.conclusion {
      commands.append(.finishConsensus(conclusion: conclusion))
    }
    try store.perform(commands.map { .file(id, $0) }, by: leader)
  }

  /// The working day so many working days after one.
  private func workingDay(_ count: Int, from day: Day) -> Day {
    store.calendar.term(days: count + 1, after: day, countFirst: true).last
  }
}
