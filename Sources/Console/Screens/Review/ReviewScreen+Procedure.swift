import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Handing in, withdrawing, abstaining (R3, R4), and the forms of a review.
extension ReviewScreen {
  /// Asks for something to be done to the case.
  func perform(_ command: CaseCommand, _ ticket: String) -> [Effect] {
    dossier.map { [.perform([.dossier($0.id, command)], ticket: ticket)] } ?? []
  }

  // MARK: Handing in

  /// What is missing and what could be looked at once more.
  func gaps(_ context: Context) -> [ReviewGap] { ReviewGap.all(of: editor, context) }

  /// Lists what is missing or could be looked at, else asks whether to hand in.
  mutating func submit(_ context: Context) -> [Effect] {
    if let refusal = typing?.refusal { return [.say(refusal)] }
    guard headForm?.errors.isEmpty != false else {
      headForm?.focusFirstError()
      return []
    }
    let effects = save()
    closeEntry()
    (typing, headForm) = (nil, nil)
    if !gaps(context).isEmpty, focus != .checklist {
      focus = .checklist
      gapList = GapList()
      let twice = editor.others.slots
      return effects
        + (twice.isEmpty ? [] : [.say(Notice(.warning, .Review.standsTwice(twice)))])
    }
    guard !gaps(context).contains(where: \.isBlocking) else { return effects }
    pendingSheet = editor.sheet
    return effects + [.ask(confirmation(context))]
  }

  private func confirmation(_ context: Context) -> Question {
    let card = Scorecard(editor.sheet.percentages, edition: context.edition)
    let comments = editor.sheet.items.values.reduce(0) { $0 + $1.comments.count }
    return Question(
      id: "handIn", title: .Review.handInQuestion,
      lines: [
        card.total.map { .Review.handInTotal($0, of: context.edition.totalPoints) }
          ?? .Review.handInWithoutTotal(card.missing.count),
        .Review.handInCounts(items: card.lines.count - card.missing.count, comments: comments),
        .Review.handInSeals,
      ],
      choices: [
        .init("no", .back, key: .escape, keyName: "Esc", then: [.begin("keepWriting")]),
        .init(
          "yes", .Review.handInYes, key: .function(8), keyName: "F8", needsOwnKey: true,
          then: [.begin("handIn")]),
      ])
  }

  /// What the question whether to hand in leads to.
  var handingIn: [Action] {
    guard let dossier, let sheet = pendingSheet else { return [] }
    return [
      Action("handIn", .Review.handInYes, help: .Review.submitHelp) { screen, _ in
        screen.focus = .items
        return screen.save() + [.handIn(dossier.id, sheet, ticket: "handIn")]
      },
      Action("keepWriting", .back, help: .Review.submitHelp) { screen, _ in screen.keepWriting() },
    ]
  }

  /// Nothing is handed in; what another window wrote meanwhile is followed.
  mutating func keepWriting() -> [Effect] {
    pendingSheet = nil
    return reloadDraft()
  }

  /// What the list before handing in offers.
  func checklistActions(_ context: Context) -> [Action] {
    let count = gaps(context).count(where: \.isBlocking)
    return [
      Action("moveGap", .choose, shown: .arrows, help: .Review.gapsHelp, importance: 6),
      Action(
        "jump", .Review.jump, keys: [.enter], shown: .plain("Enter"), help: .Review.jumpHelp,
        importance: 8
      ) { $0.jumpToGap($1) },
      Action(
        "submit", .Review.submit, keys: [.function(5)], shown: .plain("F5"),
        help: .Review.submitHelp,
        availability: count == 0 ? .available : .disabled(.Review.stillMissing(count)),
        importance: 9
      ) { $0.submit($1) },
      Action(
        "closeList", .back, keys: [.escape], shown: .plain("Esc"), help: .Review.leaveHelp,
        importance: 7
      ) { screen, _ in screen.focus(on: .items) },
    ]
  }

  /// Goes to what the list names.
  mutating func jumpToGap(_ context: Context) -> [Effect] {
    switch gapList.selected(of: gaps(context))?.place {
    case .head(let field):
      let effects = openHead(context)
      let place = headForm?.fields.firstIndex { $0.id == field }
      place.map { headForm?.setFocus($0) }
      return effects
    case .item(let id, let focus):
      context.edition.index(of: id).map { select($0, context) }
      self.focus = focus
      return []
    case nil: return []
    }
  }

  // MARK: Forms

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard let dossier else { return nil }
    switch name {
    case "abstain": return context.edition.item(ItemID(about)).flatMap { abstaining($0, context) }
    case "withdraw":
      let asks = Asks(Self.reason(), lines: [.Review.withdrawMeans]) {
        Intent(.withdraw(reason: $0), in: dossier)
      }
      return ScreenForm(name, .Review.withdraw, asks, in: dossier, context)
    default: return form(ofSheet: name, context) ?? actForm(name, context)
    }
  }

  private func abstaining(_ item: Item, _ context: Context) -> ScreenForm<Self>? {
    guard canWrite else { return nil }
    var reason = ""
    if case .abstained(let text) = editor.review(item.id).mark { reason = text }
    let asks = Asks(Self.reason(reason), lines: [.Review.abstainMeans]) { $0 }
    return ScreenForm(
      "abstain", .Review.abstainTitle(context.say(item.name)), about: item.id.rawValue, asks,
      context
    ) { screen, reason, _ in
      screen.typing = nil
      return .effects([.endForm] + screen.change(item.id) { $0.mark = .abstained(reason: reason) })
    }
  }

  private static func reason(_ text: String = "") -> ActField<String> {
    .text("reason", .reason, text, rows: 3, limit: 500, refused: .otherwise)
  }

  /// Opens a form anew that was left unfinished, on the item that it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    if let item = context.edition.index(of: ItemID(place.about)) {
      focus = .items
      select(item, context)
    }
    return reopenByName(place, context)
  }
}
