import Procedure
import Store
import Terminal

/// A form of a screen with what follows from it.
///
/// It is made from the screen as it is now, when it is opened and again when it is filled in: what
/// it says stands for names, so that others' changes in between do no harm.
struct ScreenForm<Actor>: Sendable {
  /// What a filled-in form leads to.
  enum Outcome: Sendable {
    case effects([Effect])
    /// What is wrong, by field; the form stays.
    case faults([String: Phrase])
  }

  /// The form as it opens.
  var sheet: FormSheet
  /// What follows once it is filled in.
  var fill: @Sendable (inout Actor, Form, Context) -> Outcome

  /// Where a refusal stands that comes later, from the store: by field.
  var faults: @Sendable (Refusal, Context) -> Faults

  /// A form.
  init(
    _ sheet: FormSheet, faults: @escaping @Sendable (Refusal, Context) -> Faults = { _, _ in [:] },
    fill: @escaping @Sendable (inout Actor, Form, Context) -> Outcome
  ) {
    (self.sheet, self.faults, self.fill) = (sheet, faults, fill)
  }

  /// A form of typed fields: the words of what it asks stand over them, then further lines.
  init<Said: Sendable>(
    _ id: String, _ title: Phrase, lines: [Phrase] = [], about: String = "", isKept: Bool = true,
    _ asks: Asks<Said>, _ context: Context,
    fill: @escaping @Sendable (inout Actor, Said, Context) -> Outcome
  ) {
    let sheet = FormSheet(
      id: id, title: title.bare, lines: asks.lead + asks.lines + lines, about: about,
      isKept: isKept,
      form: Form(asks.fields(context)), ground: asks.ground)
    self.init(sheet, asks, fill: fill)
  }

  private init<Said: Sendable>(
    _ sheet: FormSheet, _ asks: Asks<Said>,
    fill: @escaping @Sendable (inout Actor, Said, Context) -> Outcome
  ) {
    self.init(sheet, faults: asks.faults) { actor, form, context in
      switch asks.read(form) {
      case .faults(let faults): .faults(faults)
      case .outcome(let said, _, _): fill(&actor, said, context)
      }
    }
  }

  /// A form of a command.
  init(
    _ id: String, _ title: Phrase, about: String = "", ticket: String? = nil,
    _ asks: Asks<Intent>, in dossier: CaseState? = nil, supervision: SupervisionState? = nil,
    _ context: Context
  ) {
    let sheet = FormSheet(
      id: id, title: title.bare, lines: asks.lead + asks.lines, about: about,
      form: Form(asks.fields(context)), ground: asks.ground)
    self.init(sheet, faults: asks.faults) { _, form, context in
      switch asks.read(form) {
      case .faults(let faults): .faults(faults)
      case .outcome(let intent, _, let doubts):
        .perform(
          intent.doubting(doubts), as: title.bare, ticket: ticket ?? id, asks, in: dossier,
          supervision: supervision, context)
      }
    }
  }
}

/// A command that follows from a form.
struct Intent: Sendable {
  let command: Command
  /// The words in which it is asked for before it is done; nil where it is not.
  let asking: [Phrase]?

  init(_ command: Command, asking: [Phrase]? = nil) {
    (self.command, self.asking) = (command, asking)
  }

  /// A command of a case; nothing is asked first.
  init(_ command: CaseCommand, in dossier: CaseState) { self.init(.dossier(dossier.id, command)) }

  /// The same, asked about where something in it is doubtful.
  func doubting(_ doubts: [Phrase]) -> Intent {
    doubts.isEmpty ? self : Intent(command, asking: (asking ?? []) + doubts)
  }
}

extension ScreenForm.Outcome {
  /// Does a command, or names its refusal in the form; asks first where there are words for it.
  static func perform<Said>(
    _ intent: Intent, as title: Phrase, ticket: String, doing effect: Effect? = nil,
    _ asks: Asks<Said>, in dossier: CaseState? = nil, supervision: SupervisionState? = nil,
    _ context: Context
  ) -> Self {
    if let refusal = context.refusal(
      of: intent.command, in: dossier, supervision: supervision)
    {
      return .faults(asks.faults(refusal, context))
    }
    let effect = effect ?? .perform([intent.command], ticket: ticket)
    return .effects(
      [intent.asking.map { .confirm(ticket, title, $0, then: [effect]) } ?? effect])
  }
}

extension Screen {
  /// Opens a form of this screen as it is now; nothing where there is none.
  func open(_ name: String, about: String = "", _ context: Context) -> [Effect] {
    form(name, about: about, context).map { [.open($0.sheet)] } ?? []
  }

  /// What follows from a form that was filled in; what is wrong with it stands in its fields.
  mutating func fill(_ sheet: FormSheet, _ context: Context) -> [Effect] {
    guard let form = form(sheet.id, about: sheet.about, context) else { return [.closeForm] }
    guard form.sheet.ground == sheet.ground else {
      var sheet = sheet
      sheet.form.errors =
        sheet.form.fields.first.map { [$0.id: context.say(.formIsAnother)] } ?? [:]
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    switch form.fill(&self, sheet.form, context) {
    case .effects(let effects): return effects
    case .faults(let faults):
      var sheet = sheet
      sheet.lines = form.sheet.lines
      sheet.form.errors = faults.mapValues(context.say)
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
  }

  /// Where a refusal by the store stands in a form of this screen: by field, as far as it has one.
  func faults(of refusal: Refusal, in sheet: FormSheet, _ context: Context) -> [String: String] {
    let faults = form(sheet.id, about: sheet.about, context)?.faults(refusal, context) ?? [:]
    return faults.filter { sheet.form[$0.key] != nil }.mapValues(context.say)
  }

  /// Opens a form anew that was left unfinished, as a person would where an action leads to it.
  mutating func reopenByName(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    let names = [place.form, CaseScene.prefix + place.form]
    if let offer = offers(context).first(where: { names.contains($0.id) }) {
      return begin(offer.id, context)
    }
    // Another form than an act's opens only where an action leads to it.
    guard let scene = (self as? any CaseScreen)?.scene(context),
      let act = CaseActName(rawValue: place.form)?.act
    else { return [] }
    if case .disabled(let why) = act.availability(scene) {
      return [.say(Notice(.refusal, why))]
    }
    return open(place.form, about: place.about, context)
  }
}
