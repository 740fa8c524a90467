import Foundation
import Procedure
import Terminal

/// What is done with the documents of a case: read, shown, written out, replaced, removed, taken.
extension DossierScreen {
  /// The document that is read, or selected in the index.
  var atHand: Document? { reader?.document ?? index?.selected?.document }

  mutating func openIndex(_ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    var index = MaterialIndex()
    index.hold(dossier, in: DossierLayout(context).room)
    self.index = index
    return []
  }

  mutating func closeIndex() -> [Effect] {
    index = nil
    return []
  }

  // MARK: Actions

  /// Opening the index, and taking a folder or an archive for the case.
  func materialActions(_ context: Context) -> [Action] {
    guard let dossier else { return [] }
    var actions = [
      Action(
        "index", .Material.index, keys: [.function(6)], shown: .plain("F6"),
        help: .Material.indexHelp,
        availability: dossier.documents.isEmpty ? .disabled(noMaterial(context)) : .available,
        importance: 4
      ) { screen, context in screen.openIndex(context) }
    ]
    if CaseActName.attach.act.isOffered(CaseScene(dossier, context)) {
      let may = context.availability(of: Attachment.sample(context), in: dossier)
      actions.append(
        TakePane.looking(may, key: 8) { screen, context in screen.open(TakePane.look, context) })
    }
    return actions
  }

  /// What can be done in the index.
  func indexActions(_ context: Context) -> [Action] {
    [
      Action("move", .choose, shown: .arrows, help: .Case.moveHelp, importance: 6),
      Action(
        "enter", .Case.read, keys: [.enter], shown: .plain("Enter"), help: .Case.readHelp,
        availability: atHand == nil ? .disabled(.Case.notAttached) : .available, importance: 9
      ) { screen, _ in screen.atHand.map { screen.read($0) } ?? [] },
    ] + originalActions(context) + [splitAction(context)] + changingActions(context) + [
      Action(
        "closeIndex", .Case.closeReader, keys: [.escape], shown: .plain("Esc"),
        help: .Material.closeIndexHelp, importance: 8
      ) { screen, _ in screen.closeIndex() }
    ]
  }

  /// What can be done with the original at hand.
  func originalActions(_ context: Context) -> [Action] {
    let hasOriginal: Availability =
      atHand?.original == nil ? .disabled(.Material.noOriginal) : .available
    let canView: Availability =
      context.surroundings.isGate ? .disabled(.Material.atGate) : hasOriginal
    return [
      Action(
        "writeOut", .Material.writeOut, keys: [.function(6)], shown: .plain("F6"),
        help: .Material.writeOutHelp, availability: hasOriginal, importance: 5
      ) { screen, context in screen.open("writeOut", context) },
      Action(
        "view", .Material.view, keys: [.function(7)], shown: .plain("F7"),
        help: .Material.viewHelp, availability: canView, importance: 7
      ) { screen, _ in
        guard let id = screen.dossier?.id, let document = screen.atHand else { return [] }
        return [.view(id, document)]
      },
    ]
  }

  private func changingActions(_ context: Context) -> [Action] {
    guard let dossier, let row = index?.selected else { return [] }
    let id = row.document.id
    let may: Availability =
      row.isFormer
      ? .disabled(.Material.former)
      : context.availability(of: .removeDocument(id), in: dossier)
    return [
      Action(
        "remove", .Material.remove, keys: [.function(8)], shown: .plain("F8"),
        help: .Material.removeHelp, availability: may, importance: 4,
        does: [
          .confirm(
            "remove", Phrase.Material.remove.bare,
            [.document(id) + .plain("  \(row.document.title)"), .Material.removing],
            then: [
              .perform([.dossier(dossier.id, .removeDocument(id))], ticket: CaseScene.ticket)
            ])
        ]),
      Action(
        "replace", .Material.replace, help: .Material.replaceHelp,
        availability: row.document.original == nil ? .disabled(.Material.noOriginal) : may,
        importance: 4
      ) { screen, context in screen.open("replace", about: id.rawValue, context) },
    ]
  }

  /// What can be done while a folder or an archive is looked at.
  var takingActions: [Action] {
    [
      Action("scroll", .Case.scroll, shown: .arrows, help: .Case.scrollHelp, importance: 6),
      taking.taking(),
      Action(
        "putAway", .Case.closeReader, keys: [.escape, .enter], shown: .plain("Esc"),
        help: .Take.putAwayHelp, importance: 7
      ) { screen, _ in screen.taking.putAway() },
    ]
  }

  // MARK: Forms

  func materialForm(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard let dossier else { return nil }
    let id = dossier.id
    switch name {
    case "assign": return assignForm(context)
    case TakePane.look: return TakePane.form(for: id, context)
    case "replace":
      guard let document = dossier.documents.first(where: { $0.id.rawValue == about }) else {
        return nil
      }
      return ScreenForm(
        name, .Material.replace, lines: [.document(document.id)], about: about, isKept: false,
        Asks(.attachment(replacing: document, context)) { $0 }, context
      ) { _, attachment, _ in .effects(attachment.effects(on: id, ticket: CaseScene.ticket)) }
    case "writeOut":
      guard let document = atHand, document.original != nil else { return nil }
      return ScreenForm(
        name, .Material.writeOut, isKept: false,
        Asks(
          .target(
            .Material.writeTo, .plain(document.fileName), help: .Material.writeToHelp),
          lines: [.Material.writeOutMeans]
        ) { $0 }, context
      ) { _, path, _ in .effects([.writeOut(id, document, path: path, ticket: name)]) }
    default: return nil
    }
  }
}
