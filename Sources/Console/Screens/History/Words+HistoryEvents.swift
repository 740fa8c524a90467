import Criteria
import Foundation
import Procedure
import Store

/// A sentence for every event and key entry that can be read.
extension Phrase.History {
  static func event(
    _ event: Event, ordinal: Int? = nil, _ context: Context
  ) -> Phrase {
    let name = { (person: PersonID) in context.name(person) }
    let names = { (people: [PersonID]) in people.map(context.name).joined(separator: "、") }
    let panel = { (id: PanelID) in context.cycle.panels[id]?.name ?? id.rawValue }
    let item = { (id: ItemID) -> Phrase in
      context.edition.item(id).map { .plain("\(id) ") + Phrase($0.name) } ?? .plain("\(id)")
    }
    func plain(_ detail: String = "") -> Phrase {
      self.name(of: event.kind) + after(detail)
    }
    func detailed(_ detail: Phrase) -> Phrase {
      self.name(of: event.kind) + colon + detail
    }
    func short(_ text: String) -> String { text.replacing("\n", with: " ") }
    switch event {
    case .cycleOpened(let year, let title, _, _): return plain("\(year) \(title)")
    case .personInvited(let person): return detailed(who(person))
    case .personChanged(let person):
      return detailed(person.active ? who(person) : who(person) + Phrase("（停用）", " (inactive)"))
    case .personJoined(let person, _):
      return detailed(Phrase("\(name(person)) 建立了钥匙", "\(name(person)) made their keys"))
    case .personConfirmed(let person, _): return plain(name(person))
    case .panelFormed(let panel), .panelChanged(let panel):
      return detailed(
        Phrase(
          "\(panel.name)，组长 \(name(panel.leader))，\(panel.members.count) 人",
          "\(panel.name), leader \(name(panel.leader)), \(panel.members.count) members"))
    case .caseRegistered(let application, _), .applicationAmended(let application):
      return plain("\(application.id) \(application.name)")
    case .documentAttached(let document):
      return detailed(
        Phrase(
          "\(document.title)，\(document.characters) 字",
          "\(document.title), \(document.characters) characters"))
    case .panelAssigned(let id): return plain(panel(id))
    case .declarationSigned(_, let interest):
      return detailed(interest.map { .ground($0.ground) } ?? Phrase("无利益关系", "no interest"))
    case .personRecused(_, let interest): return detailed(.ground(interest.ground))
    case .reviewersDesignated(let reviewers, let due):
      return detailed(Phrase("\(names(reviewers))，期限 \(due)", "\(names(reviewers)), due \(due)"))
    case .reviewStarted: return plain()
    case .sheetHandedIn(_, let revision), .consensusFinished(let revision):
      return revision > 1 ? detailed(time(revision)) : plain()
    case .sheetRecorded(let reviewer, _, let sheet):
      return detailed(
        Phrase("\(name(reviewer))，\(sheet.marked) 条", "\(name(reviewer)), \(sheet.marked) items"))
    case .sheetWithdrawn(_, _, let reason): return plain(short(reason))
    case .openingAsked, .openingReleased, .visitSubmitted: return plain()
    case .consensusOpened(let revision, let threshold):
      let limit = Phrase("极差界限 \(threshold)", "range limit \(threshold)")
      return detailed(revision > 1 ? time(revision) + Phrase("，", ", ") + limit : limit)
    case .attendanceRecorded(let present, let absences):
      return detailed(
        Phrase(
          "到会 \(present.count) 人（\(names(present))），缺席 \(absences.count) 人",
          "\(present.count) present (\(names(present))), \(absences.count) absent"))
    case .itemDiscussed(let id, let text): return detailed(item(id) + after(short(text)))
    case .itemMerged(let id, let merge):
      let used = merge.comments.count(where: \.used)
      return detailed(
        item(id)
          + Phrase(
            "，采用 \(used)/\(merge.comments.count) 条", ", \(used)/\(merge.comments.count) used"))
    case .itemSettled(let id, let percentage, let reason),
      .siteMarkProposed(let id, let percentage, let reason),
      .siteMarkSettled(let id, let percentage, let reason):
      return detailed(item(id) + .plain(" \(percentage)%") + after(short(reason)))
    case .dissentRecorded(let id, let person, let text):
      return detailed(item(id) + .plain(" \(name(person))") + after(short(text)))
    case .consensusConcluded(let total, let text), .visitConcluded(let total, let text):
      return detailed(Phrase("\(total) 分，", "\(total) points, ") + .plain(short(text)))
    case .materialResult(_, let total, _): return detailed(Phrase("\(total) 分", "\(total) points"))
    case .consensusReopened(let revision, let reason):
      return detailed(time(revision) + after(short(reason)))
    case .visitArranged(let id, let from, let until):
      return plain("\(panel(id))，\(from) – \(until)")
    case .visitPrepared(_, let checks, let agenda):
      return detailed(
        Phrase(
          "检查项 \(checks.count)，议程 \(agenda.count) 项",
          "\(checks.count) checks, \(agenda.count) lines"))
    case .agendaChanged(let agenda):
      let held = agenda.count(where: \.done)
      return detailed(
        Phrase("\(agenda.count) 项，已进行 \(held)", "\(agenda.count) lines, \(held) held"))
    case .checkAdded(let check): return detailed(.plain("\(check.item) \(short(check.text))"))
    case .checkTicked(_, let finding):
      let check = ordinal.map { Phrase("检查项 \($0) ", "check \($0) ") } ?? .plain("")
      return detailed(check + .OnSite.outcome(finding.outcome) + after(short(finding.evidence)))
    case .siteResult(let total, let tier, _):
      let rank =
        Phrase("，", ", ") + (tier.map(Phrase.tier) ?? Phrase("未达最低层级", "below the tiers"))
      return detailed(Phrase("\(total) 分", "\(total) points") + rank)
    default:
      return self.name(of: event) + (frame(event, context).map { colon + $0 } ?? .plain(""))
    }
  }

  private static let colon = Phrase("：", ": ")

  /// What people wrote, after a colon; nothing where they wrote nothing.
  private static func after(_ text: String) -> Phrase {
    text.isBlank ? .plain("") : colon + .plain(text)
  }

  private static func who(_ person: Person) -> Phrase {
    let roles = person.roles.map(Phrase.role)
    return Phrase(
      "\(person.name)（\(roles.map(\.zh).joined(separator: "、"))）",
      "\(person.name) (\(roles.map(\.en).joined(separator: ", ")))")
  }

  private static func time(_ revision: Int) -> Phrase {
    Phrase("第 \(revision) 次", "revision \(revision)")
  }

  static func key(_ event: KeyEvent, _ context: Context) -> Phrase {
    let detail: Phrase
    switch event {
    case .storeFounded(let name, _, _, _, _): detail = .plain(name)
    case .invitationMade(let person, _), .personKeyed(let person, _, _, _),
      .passphraseChanged(let person, _), .keysReplaced(let person, _, _, _),
      .recoveryUsed(let person, _, _):
      detail = .plain(context.name(person))
    case .keysRecovered(let recovered):
      detail =
        .plain(context.name(recovered.person))
        + (recovered.successor.map { successor in
          Phrase(
            "，由 \(context.name(successor)) 接任", ", succeeded by \(context.name(successor))")
        } ?? .plain(""))
    case .groupFounded(let group, _): detail = self.group(group, context)
    case .roomMade(let room, _, let wraps):
      detail = self.room(room, context) + Phrase("，\(wraps.count) 份", ", \(wraps.count)")
    case .keysGranted(_, let wraps):
      detail = wraps.prefix(3).compactMap { Reader(rawValue: $0.to) }.reduce(
        Phrase("\(wraps.count) 份", "\(wraps.count)")
      ) { $0 + .plain(" ") + self.reader($1, context) }
    case .halvesMade(_, _, _, let proof):
      detail =
        Phrase("组长、秘书处各一半", "one for the leader, one for the secretariat")
        + (proof == nil ? .plain("") : Phrase("，凭两半恢复码", ", by both recovery halves"))
    case .halvesReleased(let halves):
      detail = Phrase("\(halves.count) 份", "\(halves.count) sheets")
    case .sheetsShared(let keys): detail = Phrase("\(keys.count) 份", "\(keys.count) sheets")
    }
    return name(of: event.kind) + colon + detail
  }
}
