import Criteria
import Foundation
import Procedure
import Terminal

extension OnSiteScreen {
  func layout(_ context: Context) -> OnSiteLayout {
    OnSiteLayout(context, tiers: tierRows(context))
  }

  /// The rows of the tiers under the total, or of the sentence that they are not shown.
  private func tierRows(_ context: Context) -> Int {
    max(1, SiteScore.tiers(of: visit, context.parameters).count)
  }

  private func isFocused(_ part: Part) -> Bool { self.part == part && !isTyping }

  /// The evidence of the selected check.
  var evidencePane: EvidencePane {
    EvidencePane(
      check: checks.selected, visit: visit, pending: checks.pending, session: dossier?.consensus)
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let phase = phase(context)
    guard phase.isOpen, let visit, let score else {
      paintSentence(sentence(phase, context), on: &canvas, in: rect, context)
      return
    }
    let layout = OnSiteLayout(in: rect, isWide: context.isWide, tiers: tierRows(context))
    if part == .marks {
      marks.paintTable(
        visit, score, examiners: examiners(context), isFocused: isFocused(.marks), on: &canvas,
        in: layout.marks, context)
      marks.paintTotals(visit, score, on: &canvas, in: layout.totals, context)
      if context.isWide, let item = marks.selected(context) {
        MarkedItem(
          item: item, visit: visit, typed: try? marks.entry?.percentage.get(),
          sealed: sealedProposals(of: item.id, context)
        ).paint(on: &canvas, in: layout.detail, context)
      }
    } else {
      if context.isWide || part == .agenda {
        agenda.paint(
          visit, isFocused: isFocused(.agenda), on: &canvas, in: layout.agenda, context)
      }
      if context.isWide || part == .checks {
        checks.paint(
          visit, isFocused: isFocused(.checks), on: &canvas, in: layout.checks, context)
      }
      if context.isWide || part == .evidence {
        evidencePane.paint(
          evidence, isFocused: isFocused(.evidence), on: &canvas, in: layout.evidence, context)
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
    case .waiting:
      return .OnSite.waiting
        + (dossier.map { KeyGivers.sentence(.onSite($0.id), context) } ?? .plain(""))
    case .closed: return .OnSite.closed
    }
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    guard context.isWide, phase(context).isOpen else { return [] }
    let layout = OnSiteLayout(in: rect, isWide: true, tiers: tierRows(context))
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
    TextPane.paint(title, on: &canvas, in: rect) { width in
      let words = context.line(sentence).wrapped(to: min(76, width))
      guard let visit, let panel = context.cycle.panels[visit.panel], let dossier else {
        return words
      }
      let leader = dossier.actingLeader(of: panel, in: context.cycle).map(context.name) ?? "—"
      return words + [
        Line(""),
        context.line(.OnSite.panel, .dim)
          + Line("  \(panel.name)（\(leader)）  ")
          + Line(dossier.members(of: panel).map(context.name).joined(separator: " "), .dim),
      ]
    }
  }
}
