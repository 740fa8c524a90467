import Foundation
import Procedure
import Store
import Terminal

/// What is kept of the form that is open, should the program end before it is finished.
struct FormKeeping: Sendable {
  /// What became of it.
  enum State: Sendable {
    case nothing
    case kept(Moment)
    case failed(Phrase)
  }

  /// The form as it lies in the store; nil before it was written.
  var stored: UnfinishedForm?
  /// What was put in once and has no field in the form as it is now.
  var rest: [UnfinishedForm.Field] = []
  var state = State.nothing
}

extension Console {
  /// The timer after which what was put into a form is written.
  static let keepTimer = "keep"
  private static let rest = 400
  private static let retry = 3_000
  /// How long a write may wait for others while somebody types, and where it is the last chance.
  static let patience = 200
  static let longPatience = 2_000
  /// Where the line dropped nobody waits for the program.
  static let lastPatience = 20_000

  /// The form that is open, by itself, under a question or under the lock.
  var openForm: FormSheet? {
    if case .form(let sheet) = covering.first ?? overlay { return sheet }
    return asking ?? covered
  }

  // MARK: Writing

  /// What was put in is written once the keys rest; until then nothing says that it is kept.
  mutating func keepSoon() -> [Effect] {
    guard let sheet = openForm, sheet.isKept else { return [] }
    keeping.state = .nothing
    return [.startTimer(Self.keepTimer, milliseconds: Self.rest)]
  }

  /// Writes what stands in the form that is open, where it is another than what was written.
  ///
  /// - Parameter milliseconds: How long to wait for other writers.
  mutating func keepForm(waiting milliseconds: Int) -> [Effect] {
    guard let sheet = openForm, sheet.isKept, context.person != nil else { return [] }
    if sheet.form.fields.map(\.text) == openedTexts, keeping.rest.isEmpty { return forgetForm() }
    let fields =
      sheet.form.fields.filter { !$0.isSecret }.map {
        UnfinishedForm.Field(id: $0.id, label: $0.label, text: $0.text)
      } + keeping.rest
    if let stored = keeping.stored, stored.fields == fields {
      keeping.state = .kept(stored.time)
      return []
    }
    let form =
      keeping.stored?.with(fields, at: context.now)
      ?? UnfinishedForm(
        place: UnfinishedForm.Place(
          screen: current.rawValue, form: sheet.id,
          dossier: current.isOfCase ? context.dossier : nil,
          about: sheet.about),
        title: context.say(sheet.title), time: context.now, fields: fields)
    return [.keepForm(form, waiting: milliseconds)]
  }

  mutating func take(kept form: UnfinishedForm) {
    // A form that has closed meanwhile is not the one that opened since.
    guard openForm?.id == form.place.form else { return }
    (keeping.stored, keeping.state) = (form, .kept(form.time))
  }

  mutating func takeNotKept(_ why: Phrase, triesAgain: Bool) -> [Effect] {
    guard openForm != nil else { return [] }
    keeping.state = .failed(why)
    return triesAgain ? [.startTimer(Self.keepTimer, milliseconds: Self.retry)] : []
  }

  /// What was written of the form is gone, by another window of the person's: it is written anew.
  mutating func formWasTaken() -> [Effect] {
    keeping.stored = nil
    return keepSoon()
  }

  /// The form is finished or dropped: nothing of it stays.
  mutating func forgetForm() -> [Effect] {
    defer { keeping = FormKeeping() }
    return keeping.stored.map { [.forgetForm($0)] } ?? []
  }

  /// Closes a form that is done.
  mutating func endForm() -> [Effect] {
    uncoverAll()
    (overlay, formIsPending) = (nil, false)
    return forgetForm()
  }

  /// Closes a form whose ground is gone; what was put in is written and stays.
  mutating func closeForm() -> [Effect] {
    uncoverAll()
    let effects = keepForm(waiting: Self.longPatience)
    let isKept = !effects.isEmpty || keeping.stored != nil
    notice = Notice(.warning, isKept ? .formHadToClose : .formIsGone)
    (overlay, formIsPending, keeping) = (nil, false, FormKeeping())
    return effects
  }

  /// What the form says of its being kept.
  var keepingLine: Line {
    switch keeping.state {
    case .nothing: Line("")
    case .kept(let time): context.line(.formKept(time), .dim)
    case .failed(let why): context.line(.formNotKept + why, .warning)
    }
  }

  // MARK: Offering again

  /// Asks about the latest form that was left unfinished.
  mutating func offerLeft() {
    guard let form = left.first, overlay == nil else { return }
    ask(.unfinished(form, context))
  }

  mutating func takeLeft(_ choice: String) -> [Effect] {
    overlay = nil
    guard let form = left.first else { return [] }
    switch choice {
    case "resume":
      left.removeFirst()
      return [.reopen(form)]
    case "drop":
      left.removeFirst()
      offerLeft()
      return [.forgetForm(form)]
    default:
      left = []
      return []
    }
  }

  /// Goes to the screen and the case where a form stood.
  mutating func goWhere(_ form: UnfinishedForm) -> [Effect] {
    ScreenID(rawValue: form.place.screen).map { goTo($0, form.place.dossier ?? context.dossier) }
      ?? []
  }

  /// Asks the screen for the form.
  mutating func openAnew(_ form: UnfinishedForm) -> [Effect] {
    guard current.rawValue == form.place.screen,
      !current.isOfCase || context.dossier == form.place.dossier
    else { return [] }
    return screen.reopen(form.place, context)
  }

  /// Puts what was typed into the form that opened; what has no place there, and all of it where none
  /// opened, is shown and stays kept.
  mutating func putBack(_ form: UnfinishedForm) {
    guard case .form(var sheet) = overlay, sheet.id == form.place.form,
      sheet.about == form.place.about
    else {
      left.insert(form, at: 0)
      return ask(.unfinishedText(form, why: notice?.text, context))
    }
    var rest: [UnfinishedForm.Field] = []
    var goesOnInText = false
    for field in form.fields {
      var isWhole = false
      if var there = sheet.form[field.id], !there.isSecret {
        let before = there.text
        isWhole = there.putBack(field.text)
        sheet.form[field.id] = there
        // One goes on where something was written.
        if there.text != before, there.isWritten || !goesOnInText,
          let place = sheet.form.fields.firstIndex(where: { $0.id == field.id })
        {
          sheet.form.setFocus(place)
          goesOnInText = there.isWritten
        }
      }
      if !isWhole, !field.text.isBlank { rest.append(field) }
    }
    overlay = .form(sheet)
    layoutForm()
    keeping = FormKeeping(stored: form, rest: rest, state: .kept(form.time))
    if !rest.isEmpty { ask(.unfinishedRest(rest, context)) }
  }
}

extension Question {
  static let unfinishedID = "unfinished"
  /// As wide as a question is in the smallest window.
  private static let width = 52
  /// How much of what was typed is shown before one decides.
  private static let glimpse = 4

  /// Whether to go on with a form that was left unfinished.
  static func unfinished(_ form: UnfinishedForm, _ context: Context) -> Question {
    let texts = form.fields.map(\.text)
    let longest = texts.max { $0.count < $1.count } ?? ""
    let lines = wrapped(longest)
    return Question(
      id: unfinishedID, title: .unfinishedTitle,
      lines: [.plain(form.title), .unfinishedSince(form.place.dossier, form.time), .plain("")]
        + lines.prefix(glimpse) + (lines.count > glimpse ? [.plain("…")] : []),
      choices: [
        Choice("resume", .unfinishedResume, key: .enter, keyName: "Enter"), later, drop,
      ])
  }

  /// All that was typed into a form that does not open any more.
  static func unfinishedText(
    _ form: UnfinishedForm, why: Phrase?, _ context: Context
  ) -> Question {
    Question(
      id: unfinishedID, title: .unfinishedClosed,
      lines: [.plain(form.title), .unfinishedSince(form.place.dossier, form.time)]
        + (why.map { [$0] } ?? []) + [.unfinishedCopy] + lines(of: form.fields),
      choices: [later, drop])
  }

  /// What was typed and has no field any more.
  static func unfinishedRest(_ rest: [UnfinishedForm.Field], _ context: Context) -> Question {
    Question(
      id: "unfinishedRest", title: .unfinishedRest, lines: [.unfinishedCopy] + lines(of: rest),
      choices: [Choice("no", .back, key: .escape, keyName: "Esc")])
  }

  private static let later = Choice("later", .unfinishedLater, key: .escape, keyName: "Esc")
  private static let drop = Choice(
    "drop", .unfinishedDrop, key: .function(8), keyName: "F8", needsOwnKey: true)

  private static func lines(of fields: [UnfinishedForm.Field]) -> [Phrase] {
    fields.filter { !$0.text.isBlank }.flatMap { field in
      [.plain(""), .plain(field.label + "：")] + wrapped(field.text)
    }
  }

  /// A text in lines of a question, each a line of its own so that all of them can be scrolled to.
  private static func wrapped(_ text: String) -> [Phrase] {
    text.lines.flatMap { line in
      Line(String(line)).wrapped(to: width).map { .plain($0.spans.map(\.text).joined()) }
    }
  }
}
