import Criteria
import Procedure

extension Entries {
  /// On site.
  var visit: [Sample] {
    let visit = dossier?.visit
    let day = visit?.from ?? today
    let percentages = visit?.percentages ?? World.listable
    let total = Scorecard(percentages, edition: .shipped).total ?? .zero
    let mark = Percentage(65)!
    let arranged = Event.visitArranged(panel: "s1", from: day, until: day)
    let concluded = Event.visitConcluded(total: total, opinion: "建议列入")
    return [
      Sample(name: "visitArranged", event: arranged),
      Sample(name: "visitPrepared", event: prepared(on: day), before: [arranged]),
      Sample(name: "agendaChanged", event: .agendaChanged(agenda: visit?.agenda ?? [])),
      Sample(
        name: "checkAdded",
        event: .checkAdded(
          check: CheckPoint(item: "4.5.3", text: "抽查", method: .documents, origin: .examiner))),
      Sample(
        name: "checkTicked", event: .checkTicked(check: "c.1", finding: World.finding)),
      Sample(
        name: "siteMarkProposed",
        event: .siteMarkProposed(item: "4.1.2", percentage: mark, reason: "证实")),
      Sample(
        name: "siteMarkSettled",
        event: .siteMarkSettled(item: "4.1.2", percentage: mark, reason: "证实")),
      Sample(name: "visitConcluded", event: concluded),
      Sample(name: "visitSubmitted", event: .visitSubmitted, before: [concluded]),
      Sample(
        name: "siteResult",
        event: .siteResult(
          total: total, tier: parameters.tier(of: total)?.rank, percentages: percentages),
        before: [concluded, .visitSubmitted]),
    ]
  }

  /// What is carried over from the consensus to a visit of one day.
  private func prepared(on day: Day) -> Event {
    let session = dossier?.consensus
    var checks: [CheckPoint] = []
    for item in Edition.shipped.items {
      for point in session?.merge(of: item.id).points ?? [] where point.used {
        checks.append(
          CheckPoint(
            item: item.id, text: point.point.text,
            method: point.point.kind == .verify ? .documents : .inquiry, origin: .consensus))
      }
      for line in parameters.checklist where line.item == item.id {
        checks.append(
          CheckPoint(item: item.id, text: line.text.zh, method: line.method, origin: .template))
      }
    }
    let agenda: [(AgendaKind, String)] = [
      (.openingMeeting, "09:00"), (.presentation, "09:30"), (.investigation, "10:30"),
      (.panelMeeting, "15:30"), (.closingMeeting, "16:30"),
    ]
    return .visitPrepared(
      material: session?.percentages ?? [:], checks: checks,
      agenda: agenda.map { AgendaLine(kind: $0, day: day, time: $1, title: "") })
  }

  /// Kinds of the cycle's and supervision's streams.
  var beside: [Sample] {
    let panel = Panel(
      id: "m9", name: "组", stage: .material, leader: Cast.third, deputy: nil,
      members: [Cast.third, Cast.fourth, Cast.fifth])
    let events: [Event] = [
      .cycleOpened(year: 2027, title: "2027", parameters: .hangzhou, edition: nil),
      .personInvited(person: Person(id: "p50", name: "何六", roles: [.expert])),
      .personChanged(person: Cast.people[3]),
      .personJoined(person: actor, fingerprint: "f"),
      .personConfirmed(person: Cast.invited, fingerprint: "f-p14"), .panelFormed(panel: panel),
      .panelChanged(panel: Cast.second), .parametersAdopted(parameters: .hangzhou),
      .callAnnounced(from: today, until: World.call.until),
      .calendarLoaded(text: Papers.calendar(2027)),
      .meetingHeld(meeting: Papers.meeting("b9", .leaders, on: today)),
      .letterheadSet(letterhead: Papers.letterhead),
      .personSanctioned(person: Cast.retired, sanction: .criticism), .cycleClosed(year: 2026),
      .entryNoted(
        entry: "ab12", by: actor,
        role: world.cycle.acts(actor, as: .supervisor) ? .supervisor : .secretariat,
        reason: "已查明"),
      .entriesAccepted(entries: ["ab12"], reason: "已核实"),
      .clockCorrected(last: world.now.adding(seconds: 86_400), reason: "主板电池没电"),
      .copyRetired(copy: "00ff00ff00ff00ff", reason: "电脑遗失"),
      .complaintLodged(complaint: Papers.complaint("k9")),
      .investigationNoted(complaint: "k3", text: "约谈"),
      .investigationClosed(
        complaint: "k3", outcome: .unfounded, measure: .none, finding: "查无实据"),
    ]
    let papers = [RoomID.bureau, .supervision].map { room in
      Sample(
        name: "paperKept \(room.rawValue)",
        event: .paperKept(paper: Papers.kept(room, on: today)))
    }
    let minutes = Sample(
      name: "minutesRecorded",
      event: .minutesRecorded(
        meeting: world.cycle.meetings.keys.min() ?? "b9", minutes: Papers.minutes))
    return [minutes] + events.map { Sample(name: $0.kind.rawValue, event: $0) } + papers
  }
}
