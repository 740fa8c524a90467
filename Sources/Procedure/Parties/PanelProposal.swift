import Foundation

/// Which panel an application is proposed for, and why (R1, R5).
public struct PanelProposal: Sendable, Hashable {
  /// One application's place; no panel where every one is in conflict.
  public struct Line: Sendable, Hashable {
    public var dossier: CaseID
    public var panel: PanelID?
    /// Members of the panel who know the trade.
    public var experts: Int
    /// Members who would have to step back.
    public var conflicts: Int
  }

  public var lines: [Line]
  /// Applications a panel has afterwards, those it had before included.
  public var load: [PanelID: Int]

  /// Proposes a panel for each application: conflicts first, then the trade, then balanced load.
  ///
  /// A panel is left out where its leader is in conflict, or too few members remain to review.
  /// The same input gives the same proposal, whatever the order of the applications.
  /// - Parameter load: Applications that the panels have already.
  public init(
    for applications: [Application], panels: [Panel], people: [PersonID: Person],
    parameters: Parameters, load: [PanelID: Int] = [:]
  ) {
    var load = load
    var options: [(application: Application, fits: [Fit])] = []
    for application in applications.sorted(by: { $0.id < $1.id }) {
      options.append(
        (
          application,
          panels.filter { $0.stage == .material }.sorted { $0.id < $1.id }.compactMap {
            Self.fit($0, application, people, parameters)
          }
        ))
    }
    // Who has the fewest panels to go to chooses first.
    options.sort { ($0.fits.count, $0.application.id) < ($1.fits.count, $1.application.id) }
    let most =
      (applications.count + load.values.reduce(0, +) + panels.count - 1)
      / max(1, panels.count)
    lines = options.map { application, fits in
      let roomy = fits.filter { load[$0.panel, default: 0] < most }
      let best = (roomy.isEmpty ? fits : roomy).min { a, b in
        (-a.experts, a.conflicts, load[a.panel, default: 0], a.panel)
          < (-b.experts, b.conflicts, load[b.panel, default: 0], b.panel)
      }
      if let best { load[best.panel, default: 0] += 1 }
      return Line(
        dossier: application.id, panel: best?.panel, experts: best?.experts ?? 0,
        conflicts: best?.conflicts ?? 0)
    }
    lines.sort { $0.dossier < $1.dossier }
    self.load = load
  }

  private struct Fit {
    var panel: PanelID
    var experts: Int
    var conflicts: Int
  }

  private static func fit(
    _ panel: Panel, _ application: Application, _ people: [PersonID: Person],
    _ parameters: Parameters
  ) -> Fit? {
    let members = panel.members.compactMap { people[$0] }
    let barred = members.filter {
      !$0.active
        || parameters.keeps(.recordedConflicts) && $0.recordedConflict(with: application) != nil
    }
    guard !barred.contains(where: { $0.id == panel.leader }),
      members.count - barred.count >= parameters.minimumReviews
    else { return nil }
    let experts = members.filter { member in
      member.expertise.contains {
        application.industry.contains($0) || $0.contains(application.industry)
      }
    }
    return Fit(panel: panel.id, experts: experts.count, conflicts: barred.count)
  }
}
