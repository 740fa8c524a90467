import Foundation
import Procedure
import Terminal

/// What lies over the screen: help, palette, questions, forms, the lock.
extension Console {
  mutating func takeInOverlay(_ key: Key) -> [Effect] {
    if let effects = takeOverOverlay(key) { return effects }
    switch overlay {
    case .help(var scroll):
      if [.escape, .enter, .function(1)].contains(key) {
        uncoverWindow()
      } else if key == CardForm.key, canWriteCard {
        uncoverWindow()
        open(CardForm.sheet(context))
      } else {
        _ = scroll.handle(key, total: helpLines().count, rows: max(1, context.size.height - 6))
        overlay = .help(scroll)
      }
      return []
    case .palette(var palette):
      let answer = palette.handle(key)
      overlay = .palette(palette)
      return take(answer)
    case .question(let question, var dialog):
      let answer = dialog.handle(key, in: parts().room)
      overlay = .question(question, dialog)
      return take(answer, to: question)
    case .form(let sheet): return take(key, in: sheet)
    case .locked(let field): return takeWhileLocked(key, field)
    case nil: return []
    }
  }

  /// Help, actions, quit and lock from every window but the lock, and not over themselves.
  private mutating func takeOverOverlay(_ key: Key) -> [Effect]? {
    switch (overlay, key) {
    case (.locked, _), (.help, .function(1)), (.palette, .function(2)): return nil
    case (.question(let question, let dialog), _):
      let isAsked = question.id == Question.quit.id && key == .function(10)
      if isAsked || dialog.choices.contains(where: { $0.key == key }) { return nil }
    default: break
    }
    return takeInEveryWindow(key)
  }

  /// Shows help, actions or a question over whatever is there; it comes back as it was.
  mutating func show(_ window: Overlay) -> [Effect] {
    overlay.map { covering.append($0) }
    overlay = window
    return []
  }

  /// Takes away what was shown over something.
  mutating func uncoverWindow() {
    overlay = covering.popLast()
    layoutForm()
  }

  /// Takes away all that was shown over a form, a question or the screen.
  mutating func uncoverAll() {
    guard let lowest = covering.first else { return }
    (overlay, covering) = (lowest, [])
  }

  mutating func clickInOverlay(_ target: HitTarget) -> [Effect] {
    switch overlay {
    case .palette(var palette):
      let answer = palette.click(target.index)
      overlay = .palette(palette)
      return take(answer)
    case .question(let question, var dialog):
      let answer = dialog.click(target.index)
      overlay = .question(question, dialog)
      return take(answer, to: question)
    case .form(var sheet) where target.name == sheet.form.name:
      sheet.form.setFocus(target.index)
      overlay = .form(sheet)
      return []
    default: return []
    }
  }

  private mutating func take(_ answer: Palette.Answer) -> [Effect] {
    switch answer {
    case .chosen(let id):
      uncoverWindow()
      return press(id)
    case .refused(let reason): notice = Notice(.refusal, .plain(reason))
    case .cancelled: uncoverWindow()
    case .ignored, .handled: break
    }
    return []
  }

  private mutating func take(_ answer: Dialog.Answer, to question: Question) -> [Effect] {
    switch answer {
    case .chosen(let id):
      if question.id == Question.quit.id {
        uncoverWindow()
        if id == "yes" { isFinished = true }
        return question.choices.first { $0.id == id }?.then ?? []
      }
      if question.id == Question.unfinishedID { return takeLeft(id) }
      if question.id == Question.clockID {
        uncover(isPending: id == "yes")
        return id == "yes" ? [.acceptClock] : []
      }
      return follow(question, id)
    case .cancelled:
      if question.id == Question.quit.id { uncoverWindow() } else { uncover(isPending: false) }
      return []
    case .ignored, .handled: return []
    }
  }

  /// Offers the exchange where one is about to leave and something was not given anywhere yet; not
  /// over a form.
  mutating func offerExchange() {
    guard case .question(let question, _) = overlay, question.id == Question.quit.id,
      covering.isEmpty, !context.surroundings.isGate, let state = context.copies,
      state.unsent > 0 || context.hasUnsentDrafts,
      let post = state.posts.first
    else { return }
    let offering = Question.quit(before: state.unsent, goTo: post.address)
    overlay = .question(offering, dialog(offering))
  }

  /// Asks; a form that is open waits under the question.
  mutating func ask(_ question: Question) {
    // Nothing takes the lock away but the passphrase.
    guard !isLocked else { return }
    uncoverAll()
    if case .form(let sheet) = overlay { asking = sheet }
    formIsPending = false
    overlay = .question(question, dialog(question))
  }

  /// Goes on with an answer: a form under the question closes only once what follows is done.
  private mutating func follow(_ question: Question, _ id: String) -> [Effect] {
    let isBack = question.choices.first { $0.id == id }?.key == .escape
    uncover(isPending: !isBack)
    let effects = question.choices.first { $0.id == id }?.then ?? []
    guard formIsPending, effects.isEmpty else { return effects }
    (overlay, formIsPending) = (nil, false)
    return forgetForm()
  }

  /// Takes the question away; the form under it is there again.
  private mutating func uncover(isPending: Bool) {
    formIsPending = isPending && asking != nil
    overlay = asking.map(Overlay.form)
    (asking, mayDrop) = (nil, false)
    layoutForm()
  }

  private mutating func take(_ key: Key, in sheet: FormSheet) -> [Effect] {
    var sheet = sheet
    switch key {
    case .function(5): return fill(sheet)
    case .function(9), .control("z"):
      sheet.form.undo()
      sheet.form.wanted = screen.wanted(in: sheet, context)
      overlay = .form(sheet)
      return keepSoon()
    default: break
    }
    let before = sheet.form.choices
    let outcome = sheet.form.handle(key)
    if sheet.form.choices != before { sheet.form.wanted = screen.wanted(in: sheet, context) }
    sheet.form.nameExcess(context)
    switch outcome {
    case .submitted: return fill(sheet)
    case .cancelled: return leave(sheet)
    case .ignored, .handled:
      mayDrop = false
      overlay = .form(sheet)
      return []
    case .changed:
      mayDrop = false
      overlay = .form(sheet)
      return keepSoon()
    }
  }

  /// Whether the quick card can be written from the help: it lies over a screen and nothing else.
  var canWriteCard: Bool { covering.isEmpty && !QuickCard.Role.own(context).isEmpty }

  /// What the keys of a form do.
  var formActions: [ScreenAction<Console>] {
    typealias Action = ScreenAction<Console>
    return [
      Action("form/fields", .fields, shown: .plain("Tab ↑↓"), help: .fieldsHelp),
      Action("form/done", .done, keys: [.function(5)], shown: .plain("F5"), help: .doneHelp) {
        console, _ in console.takeInOverlay(.function(5))
      },
      Action("form/undo", .undo, keys: [.function(9)], shown: .plain("F9"), help: .undoTypingHelp) {
        console, _ in console.takeInOverlay(.function(9))
      },
      Action("form/cancel", .cancel, keys: [.escape], shown: .plain("Esc"), help: .cancelHelp) {
        console, _ in console.takeInOverlay(.escape)
      },
    ]
  }

  /// The answers to a question, each by its key.
  func answers(to question: Question) -> [ScreenAction<Console>] {
    question.choices.map { choice in
      ScreenAction(
        "answer/\(choice.id)", choice.title, keys: [choice.key], shown: .plain(choice.keyName),
        help: .answerHelp
      ) { console, _ in console.takeInOverlay(choice.key) }
    }
  }

  /// Leaves a form; one in which something was put in wants a second Esc.
  private mutating func leave(_ sheet: FormSheet) -> [Effect] {
    if !mayDrop, sheet.form.fields.map(\.text) != openedTexts {
      mayDrop = true
      notice = Notice(.warning, .escAgainDrops)
      return []
    }
    overlay = nil
    return forgetForm() + send(.dismissed(sheet.id))
  }

  /// Hands a form to the screen that opened it; it stays open until what follows is done.
  private mutating func fill(_ sheet: FormSheet) -> [Effect] {
    var sheet = sheet
    sheet.form.errors = [:]
    for field in sheet.form.fields where field.isRequired && field.text.allSatisfy(\.isWhitespace) {
      sheet.form.errors[field.id] = context.say(.mustBeFilled)
    }
    sheet.form.nameExcess(context)
    guard sheet.form.errors.isEmpty else {
      sheet.form.focusFirstError()
      overlay = .form(sheet)
      return []
    }
    overlay = .form(sheet)
    formIsPending = true
    if sheet.id == PassphraseForm.name { return PassphraseForm.filled(sheet.form, context) }
    if sheet.id == CardForm.name { return CardForm.filled(sheet.form, context) }
    return screen.fill(sheet, context)
  }

  /// Opens a form over the screen.
  mutating func open(_ sheet: FormSheet) {
    guard !isLocked else { return }
    uncoverAll()
    // The same form with its errors named: what was there at first stays so.
    var isSame = false
    if case .form(let shown) = overlay { isSame = shown.id == sheet.id }
    if !isSame { (openedTexts, keeping) = (sheet.form.fields.map(\.text), FormKeeping()) }
    mayDrop = false
    var sheet = sheet
    sheet.form.wanted = screen.wanted(in: sheet, context)
    overlay = .form(sheet)
    layoutForm()
  }

  /// Tells a form that is open how wide it is.
  mutating func layoutForm() {
    guard case .form(var sheet) = overlay else { return }
    sheet.form.layout(width: formRect().width - 4)
    overlay = .form(sheet)
  }

  private mutating func takeWhileLocked(_ key: Key, _ field: TextField) -> [Effect] {
    var field = field
    guard let person = context.person else { return [] }
    if key == .function(10) {
      isFinished = true
      return []
    }
    guard field.handle(key) == .submitted else {
      overlay = .locked(field)
      return []
    }
    let passphrase = field.text
    overlay = .locked(TextField(isSecret: true))
    return [.signIn(person, passphrase: passphrase)]
  }

  func dialog(_ question: Question) -> Dialog {
    Dialog(
      title: context.say(question.title), lines: question.lines.map { context.line($0) },
      choices: question.choices.map {
        Dialog.Choice(
          id: $0.id, title: context.say($0.title), key: $0.key, keyName: $0.keyName,
          needsOwnKey: $0.needsOwnKey)
      }, isList: question.isList)
  }
}

extension Question {
  /// Asked before the program ends; the key that asked is not the one that confirms.
  static let clockID = "clock"

  /// Whether the machine's clock is right, where it is far ahead of the last entry made here.
  static func clock(_ now: Moment, _ last: Moment) -> Question {
    .confirm(
      id: clockID, title: .clockQuestion, lines: [.clockNow(now), .clockLast(last), .clockMeans],
      yes: .clockYes)
  }

  /// The same where entries were not given anywhere yet, or drafts alone: they can be exchanged first.
  static func quit(before unsent: Int, goTo post: String) -> Question {
    var question = quit
    question.lines.append(
      unsent > 0 ? .Exchange.quitUnsent(unsent, post) : .Exchange.quitDrafts(post))
    question.choices.insert(
      Choice(
        "exchange", .Exchange.first, key: .function(4), keyName: "F4",
        then: [.go(.exchange, nil), .exchange(at: post, ticket: ExchangePage.meet)]), at: 1)
    return question
  }

  static let quit = Question(
    id: "quit", title: .quitQuestion, lines: [.quitNothingLost],
    choices: [
      Choice("no", .stay, key: .escape, keyName: "Esc"),
      Choice("yes", .quit, key: .enter, keyName: "Enter"),
    ])
}
