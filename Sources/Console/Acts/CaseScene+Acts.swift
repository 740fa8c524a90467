import Foundation
import Procedure
import Terminal

/// Offering acts, beginning them, and what follows from their forms.
extension CaseScene {
  /// What the name of an act's action begins with.
  static let prefix = "act/"

  /// The acts that a person has to do with here, whether or not they are possible now.
  var offered: [CaseActName] { CaseActName.allCases.filter { $0.act.isOffered(self) } }

  /// The acts that wait for a person here, and those without which they cannot be done.
  var waiting: Set<CaseActName> {
    guard let person = context.person else { return [] }
    var holders: [Reader] = [.person(person)]
    if isOffice { holders.append(.group(.secretariat)) }
    if context.acts(as: .districtOfficer), let own = context.cycle.people[person]?.district {
      holders.append(.group(.district(own)))
    }
    let duties = duties(in: dossier, cycle: context.cycle)
      .filter { holders.contains($0.holder) && $0.isPossible(on: today) }.map(\.kind)
    return Set(
      CaseActName.allCases.filter { name in
        name.act.duties.contains(where: duties.contains)
          || name.act.prepares(self).map(duties.contains) == true
      })
  }

  /// Begins an act: with its form, its question, or on its screen.
  func begin(_ name: CaseActName) -> [Effect] {
    switch name.act.way {
    case .form: return open(name)
    case .question(let question):
      return question(self).map { [ask(name, $0.commands, $0.words)] } ?? []
    case .choices(let question, _, _): return [.ask(question(self))]
    case .screen(let screen): return [.go(screen, dossier.id)]
    }
  }

  /// Opens the form of an act; nothing where there is nothing to fill in.
  func open(_ name: CaseActName) -> [Effect] { sheet(name).map { [.open($0)] } ?? [] }

  func asks(_ name: CaseActName) -> Asks<CaseAct.Deed>? {
    if case .form(let form) = name.act.way { form(self) } else { nil }
  }

  private func sheet(_ name: CaseActName) -> FormSheet? {
    asks(name).map { asks in
      FormSheet(
        id: name.rawValue, title: name.act.title.bare, lines: [head] + asks.lead + asks.lines,
        form: Form(asks.fields(context)), ground: asks.ground)
    }
  }

  /// The form of an act on a screen that shows the case.
  func form<Actor>(_ name: CaseActName) -> ScreenForm<Actor>? {
    guard let asks = asks(name), let sheet = sheet(name) else { return nil }
    return ScreenForm(sheet, faults: asks.faults) { _, form, context in
      CaseScene(dossier, context).filled(name, form)
    }
  }

  /// What follows from a form that was filled in.
  private func filled<Actor>(_ name: CaseActName, _ form: Form) -> ScreenForm<Actor>.Outcome {
    guard let asks = asks(name) else { return .effects([.closeForm]) }
    switch asks.read(form) {
    case .faults(let faults): return .faults(faults)
    case .outcome(.effects(let effects), _, _): return .effects(effects)
    case .outcome(.commands(let commands), let said, let doubts):
      if let refusal = refusal(of: commands) { return .faults(asks.faults(refusal, context)) }
      if name.act.canBeRedone {
        return .effects([doubts.isEmpty ? perform(commands) : ask(name, commands, doubts)])
      }
      return .effects([
        ask(
          name, commands,
          asks.lead + context.lines(said) + doubts + [.plain(""), .Act.cannotBeUndone])
      ])
    }
  }

  /// What the rules say to the first of some commands that they refuse.
  func refusal(of commands: [CaseCommand]) -> Refusal? {
    for command in commands {
      if let refusal = context.refusal(of: command, in: dossier) { return refusal }
    }
    return nil
  }

  func perform(_ commands: [CaseCommand]) -> Effect {
    .perform(commands.map { .dossier(dossier.id, $0) }, ticket: Self.ticket)
  }

  /// Asks before what cannot be taken back.
  private func ask(_ name: CaseActName, _ commands: [CaseCommand], _ words: [Phrase]) -> Effect {
    .confirm(
      name.rawValue, name.act.title.bare, [head, .plain("")] + words, then: [perform(commands)])
  }
}

extension Context {
  /// What was put into a form, a line each, without what was left empty.
  func lines(_ said: [Fact]) -> [Phrase] {
    said.filter { !say($0.value).isBlank }.map { $0.label + Phrase("：", ": ") + $0.value }
  }
}

/// A screen that shows one case, and on which acts of the case can be done.
protocol CaseScreen: Screen {
  /// The case; nil before it was read.
  var dossier: CaseState? { get }
}

extension CaseScreen {
  func scene(_ context: Context) -> CaseScene? { dossier.map { CaseScene($0, context) } }

  /// The form of an act by its name, or that of printing what there is of the case.
  func actForm(_ name: String, _ context: Context) -> ScreenForm<Self>? {
    if name == Printing.name { return Printing.form(papers(context), context) }
    return CaseActName(rawValue: name).flatMap { scene(context)?.form($0) }
  }

  /// What can be printed of the case now.
  func papers(_ context: Context) -> [PaperOrder] {
    guard let dossier, let person = context.person else { return [] }
    let desk = PaperDesk(dossier: dossier, person: person, cycle: context.cycle)
    // Those who have the overview print the table of all panels there.
    return desk.orders + (desk.isScored && scene(context)?.leads == true ? [.scores(of: [])] : [])
  }

  /// Acts as actions of this screen; none before the case was read.
  func actions(
    _ names: [CaseActName], keys: [Key] = [], shown: Phrase = .plain(""), importance: Int = 5,
    _ context: Context
  ) -> [Action] {
    guard let scene = scene(context) else { return [] }
    return names.map {
      action($0, $0.act.availability(scene), keys: keys, shown: shown, importance: importance)
    }
  }

  /// An act as an action of this screen, where it is known whether it can be done.
  func action(
    _ name: CaseActName, _ availability: Availability, keys: [Key] = [],
    shown: Phrase = .plain(""), importance: Int = 5
  ) -> Action {
    Action(
      CaseScene.prefix + name.rawValue, name.act.title, keys: keys, shown: shown,
      help: name.act.help, availability: availability, importance: importance
    ) { screen, context in screen.scene(context)?.begin(name) ?? [] }
  }
}
