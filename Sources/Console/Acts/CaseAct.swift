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

  /// What a form leads to: commands that are done together, by way of one question unless they can
  /// be taken back, or effects of its own.
  enum Deed: Sendable {
    case commands([CaseCommand])
    case effects([Effect])
  }

  /// How it is done.
  enum Way: Sendable {
    /// By a form; nil where there is nothing to fill in now.
    case form(@Sendable (CaseScene) -> Asks<Deed>?)
    /// By a question alone, in these words.
    case question(@Sendable (CaseScene) -> (commands: [CaseCommand], words: [Phrase])?)
    /// By a question with answers of its own, one of which leads to a form; in several cases at once
    /// by the plain answer, under some words.
    case choices(
      @Sendable (CaseScene) -> Question, probe: CaseCommand, plain: (CaseCommand, [Phrase]))
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
  /// The duty that is next to be brought nearer by it, where it has a part in one now.
  let prepares: @Sendable (CaseScene) -> DutyKind?
  /// Whether it can be done again and then stands for what was there before: nothing is asked first.
  let canBeRedone: Bool
  /// Whether it can be done in several cases at once, with what one form or question says.
  let isForSeveral: Bool
  let way: Way

  /// An act with its form, which leads to one command.
  init(
    _ title: Phrase, _ help: Phrase, by holder: Holder, in stages: ClosedRange<Stage>? = nil,
    while isThere: @escaping @Sendable (CaseScene) -> Bool = { _ in true },
    does duties: DutyKind...,
    preparing prepares: @escaping @Sendable (CaseScene) -> DutyKind? = { _ in nil },
    canBeRedone: Bool = false, isForSeveral: Bool = false,
    asks form: @escaping @Sendable (CaseScene) -> Asks<CaseCommand>?
  ) {
    self.init(
      title, help, by: holder, in: stages, while: isThere, does: duties, preparing: prepares,
      canBeRedone: canBeRedone, isForSeveral: isForSeveral,
      way: .form { form($0)?.map { .commands([$0]) } })
  }

  /// An act with its form, which leads to as many commands as are chosen in it.
  init(
    _ title: Phrase, _ help: Phrase, by holder: Holder, in stages: ClosedRange<Stage>? = nil,
    while isThere: @escaping @Sendable (CaseScene) -> Bool = { _ in true },
    does duties: DutyKind...,
    preparing prepares: @escaping @Sendable (CaseScene) -> DutyKind? = { _ in nil },
    isForSeveral: Bool = false,
    asksForEach form: @escaping @Sendable (CaseScene) -> Asks<[CaseCommand]>?
  ) {
    self.init(
      title, help, by: holder, in: stages, while: isThere, does: duties, preparing: prepares,
      isForSeveral: isForSeveral, way: .form { form($0)?.map { .commands($0) } })
  }

  init(
    _ title: Phrase, _ help: Phrase, by holder: Holder, in stages: ClosedRange<Stage>? = nil,
    while isThere: @escaping @Sendable (CaseScene) -> Bool = { _ in true },
    does duties: [DutyKind] = [],
    preparing prepares: @escaping @Sendable (CaseScene) -> DutyKind? = { _ in nil },
    canBeRedone: Bool = false, isForSeveral: Bool = false, way: Way
  ) {
    self.prepares = prepares
    (self.title, self.help, self.holder, self.duties) = (title, help, holder, duties)
    (self.canBeRedone, self.isForSeveral, self.way) = (canBeRedone, isForSeveral, way)
    isOffered = { scene in
      (stages?.contains(scene.dossier.stage) ?? true) && isThere(scene) && holder.offers(scene)
    }
  }

  /// Whether it can be done now, by the rules; else why not.
  func availability(_ scene: CaseScene) -> Availability {
    let probes: [[CaseCommand]]
    switch way {
    case .screen: return .available
    case .choices(_, let probe, _): probes = [[probe]]
    case .question(let question): probes = question(scene).map { [$0.commands] } ?? []
    case .form(let form):
      guard let form = form(scene) else { return .disabled(.Case.nothingToDo) }
      let deeds = form.probes()
      guard !deeds.isEmpty else { return .disabled(form.empty ?? .Case.nothingToDo) }
      probes = deeds.compactMap { deed in
        if case .commands(let commands) = deed { commands } else { nil }
      }
      if probes.isEmpty { return .available }
    }
    var first: Refusal?
    for commands in probes {
      // The number that stands for all is none of the bureau's; the form asks for a right one.
      guard let refusal = scene.refusal(of: commands), !refusal.reason.isOfPaperNumber else {
        return .available
      }
      first = first ?? refusal
    }
    return first.map { .disabled(Notices.sentence($0, scene.context)) }
      ?? .disabled(.Case.nothingToDo)
  }
}
