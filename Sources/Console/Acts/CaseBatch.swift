import Foundation
import Procedure
import Terminal

/// One act in several cases at once: in which of them it can be done, and why not in the others.
struct CaseBatch: Sendable {
  let name: CaseActName
  /// The cases in which it can be done, as the person at work sees them.
  let able: [CaseScene]
  /// The others, each with its reason.
  let unable: [(dossier: CaseState, reason: Phrase)]
  /// Whether it is offered in any of the cases.
  let isOffered: Bool

  /// Asks the rules about each of the cases.
  init(_ name: CaseActName, in dossiers: [CaseState], _ context: Context) {
    var able: [CaseState] = []
    var unable: [(CaseState, Phrase)] = []
    var isOffered = false
    func scene(_ dossier: CaseState, _ together: [CaseState]) -> CaseScene {
      var own = context
      own.year = dossier.year
      return CaseScene(dossier, own, together: together)
    }
    for dossier in dossiers {
      let scene = scene(dossier, dossiers)
      let isHere = name.act.isOffered(scene)
      isOffered = isOffered || isHere
      switch name.act.availability(scene) {
      case .available where isHere: able.append(dossier)
      case .available: unable.append((dossier, .Several.notInStage(dossier.stage)))
      case .disabled(let why): unable.append((dossier, why))
      }
    }
    (self.name, self.unable, self.isOffered) = (name, unable, isOffered)
    self.able = able.map { scene($0, able) }
  }

  // MARK: Beginning

  /// Begins it with its form or its question; where it can be done in none, says why for each.
  func begin(_ context: Context) -> [Effect] {
    guard !able.isEmpty else {
      return [
        .ask(
          Question(
            id: id, title: title, lines: Self.lines(unable),
            choices: [.init("no", .back, key: .escape, keyName: "Esc")]))
      ]
    }
    switch name.act.way {
    case .form: return sheet(context).map { [.open($0)] } ?? []
    case .question(let question):
      let asked = able.compactMap { scene in question(scene).map { (scene, $0) } }
      let words = asked.flatMap { scene, asked in
        asked.words.map { scene.isOneOfSeveral ? scene.head + .plain("  ") + $0 : $0 }
      }
      return [
        ask(
          asked.flatMap { scene, asked in asked.commands.map { .dossier(scene.dossier.id, $0) } },
          of: asked.map(\.0), Self.distinct(words), unable)
      ]
    case .choices(_, _, let (command, words)):
      var (unable, asked) = (unable, [CaseScene]())
      for scene in able {
        if let refusal = scene.refusal(of: [command]) {
          unable.append((scene.dossier, Notices.sentence(refusal, scene.context)))
        } else {
          asked.append(scene)
        }
      }
      return [ask(asked.map { .dossier($0.dossier.id, command) }, of: asked, words, unable)]
    case .screen: return []
    }
  }

  private var id: String { MarkedCases.form + name.rawValue }

  private var title: Phrase { name.act.title.bare }

  /// The form of the act, once for all the cases in which it can be done.
  func sheet(_ context: Context) -> FormSheet? {
    let asks = able.compactMap { $0.asks(name) }
    guard let first = asks.first else { return nil }
    return FormSheet(
      id: id, title: title,
      lines: [Self.named(able.map(\.dossier))] + Self.distinct(asks.flatMap(\.lead))
        + Self.summary(unable),
      isKept: false, form: Form(first.fields(able[0].context)),
      ground: able.map(\.dossier.id.rawValue) + asks.flatMap(\.ground))
  }

  // MARK: Filling in

  /// What follows from the form: each case reads it for itself, and one question is asked for all.
  ///
  /// A case in which just this cannot be done is left out and named; what the form can mend stands
  /// at its field, and so does the reason where no case is left.
  func filled<Actor>(_ form: Form, _ context: Context) -> ScreenForm<Actor>.Outcome {
    var commands: [Command] = []
    var done: [CaseScene] = []
    var facts: [Fact] = []
    var doubts: [Phrase] = []
    var refused: [String: [Phrase]] = [:]
    var leftOut: [String: [Phrase]] = [:]
    var unable = unable
    for scene in able {
      guard let asks = scene.asks(name) else { return .effects([.closeForm]) }
      switch asks.read(form) {
      case .faults(let faults): return .faults(faults)
      case .outcome(.effects(let effects), _, _): return .effects(effects)
      case .outcome(.commands(let found), let said, let doubted):
        if found.isEmpty { continue }
        if facts.isEmpty { facts = said }
        doubts += doubted
        guard let refusal = scene.refusal(of: found) else {
          done.append(scene)
          commands += found.map { .dossier(scene.dossier.id, $0) }
          continue
        }
        for (place, why) in asks.faults(refusal, scene.context) {
          let said = scene.head + Phrase("：", ": ") + why
          if asks.mends(refusal) {
            refused[place, default: []].append(said)
          } else {
            leftOut[place, default: []].append(said)
            unable.append((scene.dossier, why))
          }
        }
      }
    }
    if refused.isEmpty, commands.isEmpty { refused = leftOut }
    guard refused.isEmpty else { return .faults(refused.mapValues(Phrase.Several.refused)) }
    return .effects([ask(commands, of: done, context.lines(facts) + Self.distinct(doubts), unable)])
  }

  /// Asks once, whatever the act: what is done in many cases is not done by a slip.
  private func ask(
    _ commands: [Command], of scenes: [CaseScene], _ words: [Phrase],
    _ unable: [(dossier: CaseState, reason: Phrase)]
  ) -> Effect {
    var lines = [Self.named(scenes.map(\.dossier))] + words
    if scenes.count > 1 { lines.append(.Several.allOrNone) }
    if !name.act.canBeRedone { lines.append(.Act.cannotBeUndone) }
    return .confirm(
      id, title, lines + Self.lines(unable),
      then: Self.together(
        commands, title, in: scenes.count, leaving: unable, ticket: MarkedCases.ticket))
  }

  /// Does something in several cases and says what was done, and what was not and why.
  static func together(
    _ commands: [Command], _ title: Phrase, in dossiers: Int,
    leaving unable: [(dossier: CaseState, reason: Phrase)] = [], ticket: String
  ) -> [Effect] {
    let done = Phrase.Several.done(title.bare, dossiers)
    let words = unable.isEmpty ? done : done + .Several.notDone(unable.count, byReason(unable))
    return [.perform(commands, ticket: ticket), .sayWhenDone(words, ticket: ticket)]
  }

  // MARK: Words

  /// How many cases, and which.
  static func named(_ dossiers: [CaseState]) -> Phrase {
    .Several.cases(dossiers.count) + Phrase("：", ": ")
      + .Several.named(
        dossiers.map { .plain("\($0.id) \($0.application.name)") }, of: dossiers.count)
  }

  /// The cases in which it cannot be done, each with its reason.
  static func lines(_ unable: [(dossier: CaseState, reason: Phrase)]) -> [Phrase] {
    guard !unable.isEmpty else { return [] }
    return [.plain(""), .Several.unable(unable.count)]
      + unable.map {
        .plain("\($0.dossier.id) \($0.dossier.application.name)") + Phrase("：", ": ") + $0.reason
      }
  }

  /// The same in few lines: the cases by their reasons.
  static func summary(_ unable: [(dossier: CaseState, reason: Phrase)]) -> [Phrase] {
    guard !unable.isEmpty else { return [] }
    let reasons = byReason(unable)
    return [.Several.unable(unable.count)] + reasons.prefix(4)
      + (reasons.count > 4 ? [.Several.moreReasons(reasons.count - 4)] : [])
  }

  private static func byReason(_ unable: [(dossier: CaseState, reason: Phrase)]) -> [Phrase] {
    distinct(unable.map(\.reason)).map { reason in
      let ids = unable.filter { $0.reason == reason }.map { Phrase.plain("\($0.dossier.id)") }
      return .Several.named(ids, of: ids.count) + Phrase("：", ": ") + reason
    }
  }

  /// Each phrase once, in their order.
  private static func distinct(_ phrases: [Phrase]) -> [Phrase] {
    var seen: Set<Phrase> = []
    return phrases.filter { seen.insert($0).inserted }
  }
}
