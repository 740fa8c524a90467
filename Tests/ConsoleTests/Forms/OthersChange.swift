import Criteria
import Foundation
import Procedure
import Store
import Terminal

@testable import Console
@testable import Procedure
@testable import Store

/// What somebody else did while a form stood open; whether the rules would let them does not matter,
/// for a copy of the store may bring anything.
struct OthersChange: Sendable {
  let name: String
  /// What it did to the cycle.
  var cycle: @Sendable (inout CycleState) -> Void = { _ in }
  /// What it did to a case that is read.
  var dossier: @Sendable (inout CaseState, CycleState) -> Void = { _, _ in }
  /// What it did to whatever else is read.
  var reply: @Sendable (Reply) -> Reply = { $0 }

  /// Somebody else's entry in a case.
  static func event(
    _ name: String, _ events: @escaping @Sendable (CaseState, CycleState) -> [Event]
  ) -> Self {
    OthersChange(
      name: name,
      dossier: { dossier, cycle in
        for event in events(dossier, cycle) {
          dossier.apply(event, by: other(than: dossier, cycle), at: Rig.now)
        }
      })
  }

  /// Somebody else's entry in the cycle.
  static func cycle(_ name: String, _ change: @escaping @Sendable (inout CycleState) -> Void)
    -> Self
  {
    OthersChange(name: name, cycle: change)
  }

  /// Who did it, where it matters: a member of a panel who is not its leader.
  static func other(than dossier: CaseState, _ cycle: CycleState) -> PersonID {
    let panel = (dossier.onSitePanel ?? dossier.panel).flatMap { cycle.panels[$0] }
    return panel?.members.last ?? "linban"
  }

  private static let listChanges = ListChange.allCases.map { change in
    OthersChange(name: "\(change) in every list", reply: { change.changed($0) })
  }

  /// What can make a difference on a desktop: cases are read on few screens beside their own.
  static func all(on desktop: Desktop) -> [OthersChange] {
    let everywhere = cycleChanges + listChanges
    return switch desktop.console.current {
    case .dossier: everywhere + admissionChanges + stageChanges + reviewChanges + visitChanges
    case .review, .consensus: everywhere + stageChanges + reviewChanges
    case .onSite: everywhere + stageChanges + reviewChanges + visitChanges
    case .queue: everywhere + stageChanges
    case .terms, .supervision: everywhere + admissionChanges + stageChanges
    default: everywhere
    }
  }

  /// The desktop after it, the screen told as the program tells it.
  func made(under desktop: Desktop) -> Desktop {
    var (after, state) = (desktop, desktop.console.context.cycle)
    cycle(&state)
    let (answers, before) = (desktop.answers, state)
    after.answers = { request in
      guard let reply = answers(request) else { return nil }
      switch reply {
      case .dossier(var dossier):
        self.dossier(&dossier, before)
        return self.reply(.dossier(dossier))
      case .dossiers(var dossiers):
        for place in dossiers.indices { self.dossier(&dossiers[place], before) }
        return self.reply(.dossiers(dossiers))
      default: return self.reply(reply)
      }
    }
    after.send(.cycleChanged(state))
    return after
  }
}

// MARK: People, panels, meetings, parameters

extension OthersChange {
  private static let everybody: [Procedure.Role] = [.secretariat, .expert]

  private static let cycleChanges: [OthersChange] = [
    OthersChange(name: "nothing"),
    .cycle("somebody new stands first among the people") { cycle in
      cycle.apply(
        .personInvited(person: Person(id: "aaaa", name: "新来", roles: everybody)))
      cycle.apply(.personJoined(person: "aaaa", fingerprint: "f"))
      cycle.apply(.personConfirmed(person: "aaaa", fingerprint: "f"))
    },
    .cycle("the first three of the people are gone") { cycle in
      for id in cycle.people.keys.sorted().prefix(3) { cycle.people[id] = nil }
    },
    .cycle("all others stopped taking part") { cycle in
      for person in cycle.people.values where person.roles == [.expert] {
        cycle.people[person.id]?.active = false
      }
    },
    .cycle("everybody has another name") { cycle in
      for id in cycle.people.keys { cycle.people[id]?.name = "改名\(id.rawValue.count)" }
    },
    .cycle("new panels stand first") { cycle in
      for stage in PanelStage.allCases {
        guard let panel = cycle.panels.values.first(where: { $0.stage == stage }) else { continue }
        var new = panel
        new.id = PanelID("a-\(stage)")
        cycle.apply(.panelFormed(panel: new))
      }
    },
    .cycle("every panel has its last member in the lead") { cycle in
      for var panel in Array(cycle.panels.values) {
        (panel.leader, panel.deputy) = (panel.members.last ?? panel.leader, panel.members.first)
        cycle.apply(.panelChanged(panel: panel))
      }
    },
    .cycle("every panel has another member") { cycle in
      for var panel in Array(cycle.panels.values) {
        panel.members = Array(panel.members.dropLast()) + ["chushi", "fengjiu"]
        cycle.apply(.panelChanged(panel: panel))
      }
    },
    .cycle("every panel lost its second member") { cycle in
      for var panel in Array(cycle.panels.values) where panel.members.count > 2 {
        panel.members.remove(at: 1)
        cycle.apply(.panelChanged(panel: panel))
      }
    },
    .cycle("a later meeting of every kind was held") { cycle in
      for kind in Meeting.Kind.allCases {
        let day = Rig.now.day.adding(days: 300)
        cycle.apply(
          .meetingHeld(
            meeting: Meeting(id: MeetingID("N-\(kind)"), kind: kind, day: day, present: [])))
      }
    },
    .cycle("the latest meeting of every kind counts for nothing") { cycle in
      for kind in Meeting.Kind.allCases {
        if let latest = cycle.meetings(kind).first { cycle.meetings[latest.id] = nil }
      }
    },
    .cycle("the next number of every meeting is taken") { cycle in
      for kind in Meeting.Kind.allCases {
        let id = MeetingRow.nextID(of: kind, cycle)
        cycle.apply(
          .meetingHeld(meeting: Meeting(id: id, kind: kind, day: Rig.now.day, present: [])))
      }
    },
    .cycle("the parameters lost their first department and district") { cycle in
      cycle.parameters.departments.removeFirst()
      cycle.parameters.districts.removeFirst()
    },
    .cycle("the call is another") { cycle in
      let day = Rig.now.day
      cycle.apply(.callAnnounced(from: day.adding(days: -3), until: day.adding(days: 40)))
    },
    .cycle("the year is closed") { $0.apply(.cycleClosed(year: $0.year ?? 2026)) },
    .cycle("another year is open") {
      $0.apply(
        .cycleOpened(year: 2028, title: "2028", parameters: $0.parameters, edition: nil))
    },
  ]
}
