import Criteria
import Foundation
import Procedure
import Splitting
import Terminal

/// Correcting how a document falls into items (S13): assigned, cut, joined, taken back, handed over.
extension DossierScreen {
  /// The ticket of corrections that are handed over.
  static let splitTicket = "split"

  /// Beginning with the document at hand.
  func splitAction(_ context: Context) -> Action {
    let document = atHand
    let may: Availability
    if let dossier, let document, !dossier.documents.contains(document) {
      may = .disabled(.Material.former)
    } else if let dossier, let document {
      may = context.availability(of: .correctSplitting(document.id, [], sections: []), in: dossier)
    } else {
      may = .disabled(.Case.notAttached)
    }
    return Action(
      "split", .Split.correct, keys: [.function(4)], shown: .plain("F4"), help: .Split.correctHelp,
      availability: may, importance: 4
    ) { screen, _ in
      guard let id = screen.dossier?.id, let document else { return [] }
      return [.load(.manuscript(id, document))]
    }
  }

  /// A document was read to be corrected.
  mutating func correct(
    _ document: DocumentID, _ manuscript: Manuscript, _ context: Context
  ) {
    guard let dossier, let document = dossier.documents.first(where: { $0.id == document }) else {
      return
    }
    desk = SplittingDesk(
      document, manuscript, dossier.material.splittings[document.id]?.corrections ?? [],
      for: context.cycle.edition(of: dossier.year))
  }

  /// What can be done at the desk.
  func deskActions(_ desk: SplittingDesk, _ context: Context) -> [Action] {
    let hasChanged: Availability = desk.isChanged ? .available : .disabled(.Split.unchanged)
    return [
      Action("move", .choose, shown: .arrows, help: .Split.moveHelp, importance: 6),
      Action(
        "switchPane", .switchPane, keys: [.tab, .backTab, .left, .right], shown: .plain("Tab ←→"),
        help: .Split.paneHelp, importance: 7
      ) { screen, _ in
        screen.desk?.switchPane()
        return []
      },
      Action(
        "assign", .Split.assign, keys: [.enter], shown: .plain("Enter"), help: .Split.assignHelp,
        importance: 9
      ) { screen, context in screen.open("assign", context) },
      Action(
        "cut", .Split.cut, keys: [.function(6)], shown: .plain("F6"), help: .Split.cutHelp,
        availability: desk.canCut ? .available : .disabled(.Split.noCut), importance: 8
      ) { screen, _ in
        screen.desk?.cut()
        return []
      },
      Action(
        "join", .Split.join, keys: [.function(7)], shown: .plain("F7"), help: .Split.joinHelp,
        availability: desk.canJoin ? .available : .disabled(.Split.noJoin), importance: 8
      ) { screen, _ in
        screen.desk?.join()
        return []
      },
      Action(
        "undo", .undo, keys: [.function(9)], shown: .plain("F9"), help: .Split.undoHelp,
        availability: desk.canUndo ? .available : .disabled(.Split.nothingToUndo), importance: 5
      ) { screen, _ in
        screen.desk?.undo()
        return []
      },
      Action(
        "handOver", .Split.handOver, keys: [.function(5)], shown: .plain("F5"),
        help: .Split.handOverHelp, availability: hasChanged, importance: 9
      ) { screen, _ in screen.handOver() },
      Action(
        "closeDesk", .Case.closeReader, keys: [.escape], shown: .plain("Esc"),
        help: .Split.closeHelp, importance: 7
      ) { screen, _ in screen.leaveDesk() },
      Action("dropDesk", .Split.drop, help: .Split.dropHelp, availability: hasChanged) {
        screen, _ in
        screen.desk = nil
        return []
      },
    ]
  }

  /// Corrections are recorded: the desk closes, and what is read shows them.
  mutating func splitDone(_ context: Context) -> [Effect] {
    desk = nil
    let again = reader?.document.map { read($0) } ?? []
    return reload(context) + again + [.say(Notice(.good, .Split.recorded))]
  }

  private func handOver() -> [Effect] {
    guard let dossier, let desk else { return [] }
    return [
      .confirm(
        "handOver", Phrase.Split.handOver.bare,
        [.document(desk.document.id) + .plain("  \(desk.document.title)"), .Split.handingOver],
        then: [.perform([.dossier(dossier.id, desk.command)], ticket: Self.splitTicket)])
    ]
  }

  private mutating func leaveDesk() -> [Effect] {
    guard desk?.isChanged == true else {
      desk = nil
      return []
    }
    return [
      .confirm(
        "dropDesk", Phrase.Split.drop.bare, [.Split.dropping], then: [.begin("dropDesk")])
    ]
  }

  /// Where the part at hand belongs: items, written together or not, a category, or nowhere.
  func assignForm(_ context: Context) -> ScreenForm<Self>? {
    guard let dossier, let desk, let part = desk.shown else { return nil }
    let edition = context.cycle.edition(of: dossier.year)
    let known: [(ItemID, Phrase)] =
      desk.document.kind == .profile
      ? edition.profile.map { ($0.id, .plain("\($0.id) ") + Phrase($0.name)) }
      : edition.items.map { ($0.id, .plain("\($0.id) ") + Phrase($0.name)) }
    let items = ActField<[ItemID]>.several(
      of: known.map(\.0), "items", .Split.items, taken: part.items, help: .Split.itemsHelp
    ) { id in known.first { $0.0 == id }?.1 ?? .plain(id.rawValue) }
    let categories: [(Phrase, ItemID?)] =
      [(.Split.noCategory, nil)]
      + edition.categories.map { (.plain("\($0.id) ") + Phrase($0.name), $0.id) }
    let first = categories.firstIndex { $0.1 == part.category } ?? 0
    let category = ActField<ItemID?>.choice(
      "category", .Split.category, categories, selected: first)
    let hasCategories = desk.document.kind != .profile
    return ScreenForm(
      "assign", .Split.assign, isKept: false,
      Asks(
        items, hasCategories ? category : .known(nil),
        lines: [.splitSubject(part), .Split.assigning]
      ) { ($0, $1) }, context
    ) { screen, said, context in
      if !said.0.isEmpty, said.1 != nil {
        return .faults(["category": .Split.oneOfBoth])
      }
      let target =
        said.1.map { SplittingDesk.Target.category($0) }
        ?? (said.0.isEmpty ? .nowhere : .items(said.0))
      screen.desk?.assign(target)
      return .effects([.endForm])
    }
  }
}
