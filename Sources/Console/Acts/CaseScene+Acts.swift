import Foundation
import Procedure
import Terminal

/// Offering acts, beginning them, and what follows from their forms.
extension CaseScene {
  /// What the name of an act's action begins with.
  static let prefix = "act/"

  /// The acts that a person has to do with here, whether or not they are possible now.
  var offered: [CaseActName] { CaseActName.allCases.filter { $0.act.isOffered(self) } }

  /// The acts that wait for a person here.
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
        name.act.duties.contains(where: duties.contains) && name.act.isNext(self)
      })
  }

  /// Begins an act: with its form, its question, or on its screen.
  func begin(_ name: CaseActName) -> [Effect] {
    switch name.act.way {
    case .form: return open(name)
    case .question(let question):
      return question(self).map { [ask(name, $0.command, $0.words)] } ?? []
    case .choices(let question, _): return [.ask(question(self))]
    case .screen(let screen): return [.go(screen, dossier.id)]
    }
  }

  /// Opens the form of an act; nothing where there is nothing to fill in.
  func open(_ name: CaseActName) -> [Effect] { sheet(name).map { [.open($0)] } ?? [] }

  private func asks(_ name: CaseActName) -> Asks<CaseAct.Deed>? {
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
    sheet(name).map { sheet in
      ScreenForm(sheet) { _, form, context in CaseScene(dossier, context).filled(name, form) }
    }
  }

  /// What follows from a form that was filled in.
  private func filled<Actor>(_ name: CaseActName, _ form: Form) -> ScreenForm<Actor>.Outcome {
    guard let asks = asks(name) else { return .effects([.closeForm]) }
    switch asks.read(form) {
    case .faults(let faults): return .faults(faults)
    case .outcome(.effects(let effects), _, _): return .effects(effects)
    case .outcome(.command(let command), let said, let doubts):
      if let refusal = context.refusal(of: command, in: dossier) {
        return .faults(asks.faults(refusal, context))
      }
      if name.act.canBeRedone {
        return .effects([doubts.isEmpty ? perform(command) : ask(name, command, doubts)])
      }
      let facts = said.filter { !context.say($0.value).isBlank }.map {
        $0.label + Phrase("：", ": ") + $0.value
      }
      return .effects([
        ask(name, command, asks.lead + facts + doubts + [.plain(""), .Act.cannotBeUndone])
      ])
    }
  }

  func perform(_ command: CaseCommand) -> Effect {
    .perform([.dossier(dossier.id, command)], ticket: Self.ticket)
  }

  /// Asks before a command that cannot be taken back.
  private func ask(_ name: CaseActName, _ command: CaseCommand, _ words: [Phrase]) -> Effect {
    .confirm(
      name.rawValue, name.act.title.bare, [head, .plain("")] + words, then: [perform(command)])
  }
}

/// A screen that shows one case, and on which acts of the case can be done.
protocol CaseScreen: Screen {
  /// The case; nil before it was read.
  var dossier: CaseState? { get }
}

extension CaseScreen {
  func scene(_ context: Context) -> CaseScene? { dossier.map { CaseScene($0, context) } }

  /// The form of an act by its name.
  func actForm(_ name: String, _ context: Context) -> ScreenForm<Self>? {
    CaseActName(rawValue: name).flatMap { scene(context)?.form($0) }
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
