import Criteria
import Foundation
import Procedure
import Terminal

extension OnSiteScreen {
  func layout(_ context: Context) -> OnSiteLayout {
    OnSiteLayout(context, tiers: context.parameters.tiers.count)
  }

  func isFocused(_ part: Part) -> Bool { self.part == part && entry == nil }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let phase = phase(context)
    guard phase.isOpen else {
      paintSentence(sentence(phase, context), on: &canvas, in: rect, context)
      return
    }
    let layout = OnSiteLayout(
      in: rect, isWide: context.isWide, tiers: context.parameters.tiers.count)
    if part == .marks {
      paintMarks(on: &canvas, in: layout.marks, context)
      paintTotals(on: &canvas, in: layout.totals, context)
      if context.isWide { paintItem(on: &canvas, in: layout.detail, context) }
    } else {
      if context.isWide || part == .agenda {
        paintAgenda(on: &canvas, in: layout.agenda, context)
      }
      if context.isWide || part == .checks {
        paintChecks(on: &canvas, in: layout.checks, context)
      }
      if context.isWide || part == .evidence {
        paintEvidence(on: &canvas, in: layout.evidence, context)
      }
    }
    if !context.isWide {
      TabBar(
        Part.allCases.map { context.say(.OnSite.part($0)) }, selected: part.rawValue,
        name: "parts"
      ).paint(on: &canvas, in: layout.tabs)
    }
  }

  /// What is said while there is nothing to work on.
  private func sentence(_ phase: OnSitePhase, _ context: Context) -> Phrase {
    if let obstacle { return obstacle }
    switch phase {
    case .loading, .underWay, .submitted: return .OnSite.loading
    case .elsewhere(let stage): return .OnSite.early(stage)
    case .unarranged:
      return context.acts(as: .secretariat)
        ? .OnSite.unarrangedForSecretariat : .OnSite.unarranged
    case .steppedBack(let interest): return .OnSite.steppedBack(.ground(interest.ground))
    case .undeclared: return .OnSite.undeclared
    case .waiting: return .OnSite.waiting
    case .closed: return .OnSite.closed
    }
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    guard context.isWide, phase(context).isOpen else { return [] }
    let layout = OnSiteLayout(in: rect, isWide: true, tiers: context.parameters.tiers.count)
    switch part {
    case .checks: return [layout.evidence]
    case .marks: return [layout.detail, layout.totals]
    case .agenda, .evidence: return []
    }
  }

  private func paintSentence(
    _ sentence: Phrase, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    var title = context.line(.stage(.onSiteReview))
    if let visit {
      title = title + Line("  ") + context.line(.OnSite.visitDays(visit.from, visit.until), .dim)
    }
    let room = TitleBand(title, isFocused: true).paint(on: &canvas, in: rect)
      .inset(columns: 2, rows: 1)
    var lines = context.line(sentence).wrapped(to: max(1, min(76, room.width)))
    if let visit, let panel = context.cycle.panels[visit.panel], let dossier {
      let leader = dossier.actingLeader(of: panel, in: context.cycle).map(context.name) ?? "—"
      lines += [
        Line(""),
        context.line(.OnSite.panel, .dim)
          + Line("  \(panel.name)（\(leader)）  ")
          + Line(dossier.members(of: panel).map(context.name).joined(separator: " "), .dim),
      ]
    }
    for (index, line) in lines.prefix(room.height).enumerated() {
      canvas.put(line, in: room.row(index))
    }
  }
}
