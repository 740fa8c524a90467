import Foundation
import Procedure
import Store
import Terminal

/// Accepting what is held: secretariat or supervision, with a reason, for an act that was done apart
/// from one that took the right to it, or that disclosed or closed what it changes (V5).
extension HistoryScreen {
  /// The case in which an entry is held, or the cycle; nil of what is not held.
  private static func acceptable(_ row: HistoryRow?) -> Place? {
    guard let row, case .held? = row.fault else { return nil }
    switch row.stream {
    case .dossier(let id): return .dossier(id)
    case .cycle: return .cycle
    case .supervision, .arrivals: return nil
    }
  }

  private enum Place {
    case cycle
    case dossier(CaseID)
  }

  private static func command(
    _ entries: [EntryName], in place: Place, _ reason: String
  ) -> Command {
    switch place {
    case .dossier(let id): .dossier(id, .accept(entries, reason: reason))
    case .cycle: .cycle(.accept(entries, reason: reason))
    }
  }

  func acceptAction(_ context: Context) -> Action {
    let availability: Availability
    if !context.acts(as: .secretariat), !context.acts(as: .supervisor) {
      availability = .disabled(.History.noteWho)
    } else if Self.acceptable(selected) == nil {
      availability = .disabled(.History.nothingHeld)
    } else {
      availability = .available
    }
    return Action(
      "accept", .History.accept, keys: [.function(9)], shown: .plain("F9"),
      help: .History.acceptHelp, availability: availability,
      importance: Self.acceptable(selected) == nil ? 1 : 9
    ) { screen, context in
      screen.selected.map { screen.open("accept", about: "\($0.position)", context) } ?? []
    }
  }

  /// The form about an entry among those at hand, by its position. The case may be one that is not
  /// open here: the store says what the rules do.
  func acceptForm(_ about: String, _ context: Context) -> ScreenForm<Self>? {
    guard let row = entries.rows.first(where: { "\($0.position)" == about }), let fault = row.fault,
      let place = Self.acceptable(row)
    else { return nil }
    let entries = [EntryName(row.entryID)]
    let asks = Asks(
      .text("reason", .reason, rows: 3, limit: 500, refused: .about(.reason)),
      lines: [
        .History.entry(row.position) + .plain("  ") + .fault(fault, context), .History.acceptMeans,
      ]
    ) { $0 }
    return ScreenForm("accept", .History.accept, about: about, asks, context) { _, reason, _ in
      .effects([.perform([Self.command(entries, in: place, reason)], ticket: "accept")])
    }
  }
}
