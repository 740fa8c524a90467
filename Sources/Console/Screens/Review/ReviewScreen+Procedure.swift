import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Declaring, starting, handing in, withdrawing, recusing (R3–R5).
extension ReviewScreen {
  mutating func runProcedure(_ name: String, _ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    switch name {
    case "declare": return [.ask(DeclarationForm.question(for: dossier, context))]
    case "interest": return [.open(DeclarationForm.form("interest", context))]
    case "recuse": return [.open(DeclarationForm.form("recuse", context))]
    case "start": return [.startReview(dossier.id, ticket: "start")]
    case "submit": return submit(context)
    case "jump": return jumpToGap(context)
    case "closeList":
      focus = .items
      return []
    case "abstain":
      guard let item = selected(context) else { return [] }
      var reason = ""
      if case .abstained(let text) = review(context).mark { reason = text }
      return [
        .open(
          reasonForm(
            "abstain", .Review.abstainTitle(context.say(item.name)), reason,
            about: item.id.rawValue, context))
      ]
    case "withdraw": return [.open(reasonForm("withdraw", .Review.withdraw, "", context))]
    default: return []
    }
  }

  // MARK: Handing in

  /// What is missing and what could be looked at once more, in the order of the sheet.
  func gaps(_ context: Context) -> [ReviewGap] {
    editor.sheet.missing(in: context.edition).map(ReviewGap.missing)
      + editor.sheet.hints(in: context.edition).map(ReviewGap.hint)
  }

  /// Whether something is missing, so that the sheet cannot be handed in.
  func isIncomplete(_ context: Context) -> Bool {
    !editor.sheet.missing(in: context.edition).isEmpty
  }

  private mutating func submit(_ context: Context) -> [Effect] {
    let effects = save()
    closeEntry()
    (percent, headForm) = (nil, nil)
    if !gaps(context).isEmpty, focus != .checklist {
      focus = .checklist
      gapList = ListState()
      return effects
    }
    guard !isIncomplete(context) else { return effects }
    pendingSheet = editor.sheet
    return effects + [.ask(confirmation(context))]
  }

  func checklistActions(_ context: Context) -> [Action] {
    let count = editor.sheet.missing(in: context.edition).count
    return [
      Action("moveGap", .choose, shown: .arrows, help: .Review.gapsHelp, importance: 6),
      Action(
        "jump", .Review.jump, keys: [.enter], shown: .plain("Enter"), help: .Review.jumpHelp,
        importance: 8),
      Action(
        "submit", .Review.submit, keys: [.function(5)], shown: .plain("F5"),
        help: .Review.submitHelp,
        availability: count == 0 ? .available : .disabled(.Review.stillMissing(count)),
        importance: 9),
      Action(
        "closeList", .back, keys: [.escape], shown: .plain("Esc"), help: .Review.leaveHelp,
        importance: 7),
    ]
  }

  /// Goes to what the list names.
  mutating func jumpToGap(_ context: Context) -> [Effect] {
    let gaps = gaps(context)
    guard gaps.indices.contains(gapList.selection) else { return [] }
    switch gaps[gapList.selection].place {
    case .head(let field):
      let effects = openHead(context)
      let place = headForm?.fields.firstIndex { $0.id == field }
      place.map { headForm?.setFocus($0) }
      return effects
    case .item(let id, let focus):
      context.edition.index(of: id).map { select($0, context) }
      self.focus = focus
      return []
    }
  }

  private func confirmation(_ context: Context) -> Question {
    let card = Scorecard(editor.sheet.percentages, edition: context.edition)
    let comments = editor.sheet.items.values.reduce(0) { $0 + $1.comments.count }
    return .confirm(
      id: "handIn", title: .Review.handInQuestion,
      lines: [
        card.total.map { .Review.handInTotal($0, of: context.edition.totalPoints) }
          ?? .Review.handInWithoutTotal(card.missing.count),
        .Review.handInCounts(items: card.lines.count - card.missing.count, comments: comments),
        .Review.handInSeals,
      ], yes: .Review.handInYes)
  }

  // MARK: Answers

  mutating func answered(_ question: String, _ choice: String, _ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    switch (question, choice) {
    case ("declare", "clear"):
      return [.perform([.dossier(dossier.id, .declare(nil))], ticket: "declare")]
    case ("declare", "interest"): return runProcedure("interest", context)
    case ("handIn", "yes"):
      focus = .items
      guard let sheet = pendingSheet else { return [] }
      return save() + [.handIn(dossier.id, sheet, ticket: "handIn")]
    case ("handIn", _):
      pendingSheet = nil
      return reloadDraft()
    case ("conflict", let choice): return settle(choice, context)
    case ("recuse", "yes"):
      guard let interest = pendingRecusal else { return [] }
      pendingRecusal = nil
      return save() + [.perform([.dossier(dossier.id, .recuse(interest))], ticket: "recuse")]
    default: return []
    }
  }

  mutating func take(_ form: String, _ filled: Form, _ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    let reason = filled.text("reason").trimmingCharacters(in: .whitespacesAndNewlines)
    switch form {
    case "interest":
      return [
        .perform(
          [.dossier(dossier.id, .declare(DeclarationForm.interest(filled)))], ticket: "declare")
      ]
    case "recuse":
      let interest = DeclarationForm.interest(filled)
      pendingRecusal = interest
      return [
        .ask(
          .confirm(
            id: "recuse", title: .Review.recuseQuestion,
            lines: [
              .Review.groundIs(interest.ground), .Review.recuseMeans,
            ], yes: .Review.recuseYes))
      ]
    case "abstain":
      percent = nil
      return [.endForm] + change(context) { $0.mark = .abstained(reason: reason) }
    case "withdraw":
      return [.perform([.dossier(dossier.id, .withdraw(reason: reason))], ticket: "withdraw")]
    default: return []
    }
  }

  /// Opens a form anew that was left unfinished, on the item that it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    if let item = context.edition.index(of: ItemID(place.about)) {
      focus = .items
      select(item, context)
    }
    guard place.form == "interest" else { return begin(place.form, context) }
    let effects = begin("declare", context)
    return effects.isEmpty ? [] : runProcedure("interest", context)
  }

  private func reasonForm(
    _ id: String, _ title: Phrase, _ text: String, about: String = "", _ context: Context
  ) -> FormSheet {
    FormSheet(
      id: id, title: title,
      lines: [id == "abstain" ? .Review.abstainMeans : .Review.withdrawMeans], about: about,
      form: Form([
        FormField(
          id: "reason", label: context.say(.reason),
          kind: .area(TextArea(text, maxLength: 500), rows: 3), isRequired: true)
      ]))
  }
}

/// A row of the list before handing in.
enum ReviewGap: Sendable, Hashable {
  case missing(SheetGap)
  case hint(SheetHint)

  /// Where it is put right.
  enum Place: Sendable, Hashable {
    case item(ItemID, ReviewScreen.Focus)
    /// A field of the overall part.
    case head(String)
  }

  var place: Place {
    switch self {
    case .missing(.mark(let id)), .missing(.abstentionReason(let id)): .item(id, .percentage)
    case .missing(.finding(let kind)): .head(kind.rawValue)
    case .hint(.noComment(let id)): .item(id, .comments)
    case .hint(.outsideBands(let id)): .item(id, .bands)
    case .hint(.noOverall): .head("overall")
    }
  }
}
