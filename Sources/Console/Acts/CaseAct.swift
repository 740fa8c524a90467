import Foundation
import Procedure
import Terminal

/// An act of a case, declared once: palette, keys, help, form, reading, faults, availability,
/// question and duty follow from it, on every screen that offers it.
struct CaseAct: Sendable {
  /// To whom an act is offered; whether it is possible the rules say.
  enum Holder: Sendable {
    case office, officer, officeOrOfficer, leader, reviewer, examiner, member, supervisor
    /// Whoever the closure says.
    case whoever(@Sendable (CaseScene) -> Bool)

    func offers(_ scene: CaseScene) -> Bool {
      switch self {
      case .office: scene.isOffice
      case .officer: scene.isOfficer
      case .officeOrOfficer: scene.isOffice || scene.isOfficer
      case .leader: scene.leads
      case .reviewer: scene.sits(.material)
      case .examiner: scene.sits(.onSite)
      case .member: scene.sits(.material) || scene.sits(.onSite)
      case .supervisor: scene.isSupervisor
      case .whoever(let offers): offers(scene)
      }
    }
  }

  /// What a form leads to: a command, by way of a question unless it can be taken back, or effects
  /// of its own.
  enum Deed: Sendable {
    case command(CaseCommand)
    case effects([Effect])
  }

  /// How it is done.
  enum Way: Sendable {
    /// By a form; nil where there is nothing to fill in now.
    case form(@Sendable (CaseScene) -> Asks<Deed>?)
    /// By a question alone, in these words.
    case question(@Sendable (CaseScene) -> (command: CaseCommand, words: [Phrase])?)
    /// By a question with answers of its own, one of which leads to a form.
    case choices(@Sendable (CaseScene) -> Question, probe: CaseCommand)
    /// On a screen of its own.
    case screen(ScreenID)
  }

  let title: Phrase
  let help: Phrase
  let holder: Holder
  /// Whether it is offered in a case as it stands.
  let isOffered: @Sendable (CaseScene) -> Bool
  /// The duties that are done by it.
  let duties: [DutyKind]
  /// Whether it still helps to do them, where several acts do.
  private(set) var isNext: @Sendable (CaseScene) -> Bool = { _ in true }
  /// Whether it can be done again and then stands for what was there before: nothing is asked first.
  let canBeRedone: Bool
  let way: Way

  /// An act with its form.
  init(
    _ title: Phrase, _ help: Phrase, by holder: Holder, in stages: ClosedRange<Stage>? = nil,
    while isThere: @escaping @Sendable (CaseScene) -> Bool = { _ in true },
    does duties: DutyKind..., canBeRedone: Bool = false,
    asks form: @escaping @Sendable (CaseScene) -> Asks<CaseCommand>?
  ) {
    self.init(
      title, help, by: holder, in: stages, while: isThere, does: duties, canBeRedone: canBeRedone,
      way: .form { form($0)?.map { .command($0) } })
  }

  init(
    _ title: Phrase, _ help: Phrase, by holder: Holder, in stages: ClosedRange<Stage>? = nil,
    while isThere: @escaping @Sendable (CaseScene) -> Bool = { _ in true },
    does duties: [DutyKind] = [], canBeRedone: Bool = false, way: Way
  ) {
    (self.title, self.help, self.holder, self.duties) = (title, help, holder, duties)
    (self.canBeRedone, self.way) = (canBeRedone, way)
    isOffered = { scene in
      (stages?.contains(scene.dossier.stage) ?? true) && isThere(scene) && holder.offers(scene)
    }
  }

  /// The act as one of several that do its duties, as long as there is something left of it.
  func next(while isNext: @escaping @Sendable (CaseScene) -> Bool) -> CaseAct {
    var act = self
    act.isNext = isNext
    return act
  }

  /// Whether it can be done now, by the rules; else why not.
  func availability(_ scene: CaseScene) -> Availability {
    let probes: [CaseCommand]
    switch way {
    case .screen: return .available
    case .choices(_, let probe): probes = [probe]
    case .question(let question): probes = question(scene).map { [$0.command] } ?? []
    case .form(let form):
      guard let form = form(scene) else { return .disabled(.Case.nothingToDo) }
      let deeds = form.probes()
      guard !deeds.isEmpty else { return .disabled(form.empty ?? .Case.nothingToDo) }
      probes = deeds.compactMap { deed in
        if case .command(let command) = deed { command } else { nil }
      }
      if probes.isEmpty { return .available }
    }
    var first: Refusal?
    for command in probes {
      guard let refusal = scene.context.refusal(of: command, in: scene.dossier) else {
        return .available
      }
      first = first ?? refusal
    }
    return first.map { .disabled(Notices.sentence($0, scene.context)) }
      ?? .disabled(.Case.nothingToDo)
  }
}
