import Foundation
import Procedure
import Terminal

/// What a meeting decided of the cases that wait for it, noted case by case and recorded with one
/// question (R7, S6, P4).
struct MeetingDecisions: Sendable {
  /// The name of the form, and the ticket of what is asked to be done.
  static let name = "decisions"

  /// Yes or no, of the cases for which it was noted.
  private(set) var noted: [CaseID: Bool] = [:]
  /// The cases with a decision, read when it is to be recorded.
  private var dossiers: [CaseState] = []
  /// Whether the form opens once the cases were read.
  private var isAsking = false

  // MARK: Noting

  mutating func note(_ isYes: Bool?, of id: CaseID) {
    noted[id] = isYes
    dossiers = []
  }

  /// Yes, then no, then nothing again.
  mutating func step(_ id: CaseID) {
    switch noted[id] {
    case nil: note(true, of: id)
    case true?: note(false, of: id)
    case false?: note(nil, of: id)
    }
  }

  /// Yes for all of which nothing was noted.
  mutating func accept(_ cases: [CaseID]) {
    for id in cases where noted[id] == nil { note(true, of: id) }
  }

  /// How many were decided of these cases, and how.
  func counts(_ cases: [CaseID]) -> (yes: Int, no: Int) {
    let found = cases.compactMap { noted[$0] }
    return (found.count { $0 }, found.count { !$0 })
  }

  // MARK: Recording

  /// Reads the cases of a meeting's list that have a decision, to record it.
  mutating func ask(of cases: [CaseID]) -> [Effect] {
    isAsking = true
    return [.load(.dossiers(cases.filter { noted[$0] != nil }))]
  }

  /// Hears what becomes of the cases; true where the form is to open.
  mutating func hear(_ message: ScreenMessage) -> (opens: Bool, effects: [Effect]) {
    switch message {
    case .loaded(.dossiers(let dossiers)):
      self.dossiers = dossiers
      defer { isAsking = false }
      return (isAsking, [])
    case .storeChanged:
      return (false, dossiers.isEmpty ? [] : [.load(.dossiers(dossiers.map(\.id)))])
    case .done(Self.name, _):
      for dossier in dossiers { noted[dossier.id] = nil }
      dossiers = []
    default: break
    }
    return (false, [])
  }

  /// A case with its decision and what the rules say to it.
  private struct Decided: Sendable {
    let scene: CaseScene
    let isYes: Bool
    /// Why it cannot be recorded; a reason for it is asked for beside it.
    let refusal: Refusal?
    let needsReason: Bool

    var dossier: CaseState { scene.dossier }
    /// The field of its reason.
    var field: String { "reason/\(dossier.id)" }

    init(_ dossier: CaseState, _ isYes: Bool, at kind: Meeting.Kind, _ context: Context) {
      var own = context
      own.year = dossier.year
      let scene = CaseScene(dossier, own)
      // Without a meeting the rule itself says so.
      let held = context.cycle.meetings(kind).map(\.id)
      func refusal(_ reason: String) -> Refusal? {
        var first: Refusal?
        for meeting in held.isEmpty ? [MeetingID("-")] : held {
          let command = kind.decision(at: meeting, isYes, reason: reason)
          guard let found = scene.refusal(of: [command]) else { return nil }
          first = first ?? found
        }
        return first
      }
      (self.scene, self.isYes) = (scene, isYes)
      self.refusal = refusal("-")
      needsReason = self.refusal == nil && refusal("") != nil
    }
  }

  /// The form in which the decisions are recorded: the meeting, and why not where it is not.
  func form(at kind: Meeting.Kind, _ selected: MeetingID?, _ context: Context)
    -> ScreenForm<MeetingsPage>?
  {
    let decided = dossiers.compactMap { dossier in
      noted[dossier.id].map { Decided(dossier, $0, at: kind, context) }
    }
    let able = decided.filter { $0.refusal == nil }
    guard !decided.isEmpty else { return nil }
    let unable = decided.compactMap { decided in
      decided.refusal.map { (decided.dossier, Notices.sentence($0, decided.scene.context)) }
    }
    let refused = able.filter { !$0.isYes }
    let asks = Asks(
      .meeting(kind, selected: selected, context),
      ActField<[String: String]>.each(refused.map(\.field)) { field in
        let one = refused.first { $0.field == field }
        return .text(
          field, .plain(one?.dossier.application.name ?? ""),
          isRequired: one?.needsReason == true,
          help: one?.needsReason == true ? .Terms.reasonDue : .Terms.reasonMayBe, refused: .never)
      },
      .known(able.map { "\($0.dossier.id) \($0.isYes)" }),
      lines: Self.lines(able, kind) + CaseBatch.summary(unable)
    ) { meeting, reasons, _ in
      (meeting, reasons)
    }
    return ScreenForm(Self.name, .Terms.decide, isKept: false, asks, context) {
      [able] _, said, context in
      let (meeting, reasons) = said
      var faults: Faults = [:]
      let commands = able.map { one in
        let reason = reasons[one.field] ?? ""
        let command = kind.decision(at: meeting, one.isYes, reason: reason)
        if let refusal = one.scene.refusal(of: [command]) {
          let place = reasons[one.field] == nil ? asks.place(of: refusal) : one.field
          faults[place] =
            one.scene.head + Phrase("：", ": ") + Notices.sentence(refusal, one.scene.context)
        }
        return Command.dossier(one.dossier.id, command)
      }
      if commands.isEmpty { faults["meeting"] = .Terms.nothingToRecord }
      guard faults.isEmpty else { return .faults(faults) }
      let given = able.compactMap { one in
        reasons[one.field].flatMap { $0.isBlank ? nil : one.scene.head + .plain("  \($0)") }
      }
      return .effects([
        .confirm(
          Self.name, Phrase.Terms.decide.bare,
          [context.name(of: meeting)] + Self.lines(able, kind) + given
            + [.Several.allOrNone, .Act.cannotBeUndone] + CaseBatch.lines(unable),
          then: CaseBatch.together(
            commands, .Terms.decide, in: commands.count, leaving: unable, ticket: Self.name))
      ])
    }
  }

  /// How many cases and which, by what was decided of them.
  private static func lines(_ able: [Decided], _ kind: Meeting.Kind) -> [Phrase] {
    [true, false].compactMap { isYes in
      let found = able.filter { $0.isYes == isYes }
      return found.isEmpty
        ? nil : kind.words(isYes) + .plain("  ") + CaseBatch.named(found.map(\.dossier))
    }
  }
}

extension MeetingsPage {
  /// Noting what was decided of each case, and recording it all at once.
  func deciding(_ context: Context) -> [ScreenAction<Self>] {
    guard meetings.isOnCases, context.acts(as: .secretariat),
      let kind = meetings.list.selected?.kind
    else { return [] }
    func noting(_ digit: Character, _ wide: Character, _ isYes: Bool?) -> ScreenAction<Self> {
      ScreenAction(
        "note\(digit)", isYes.map(kind.words) ?? .Terms.undecide,
        keys: [.character(digit), .character(wide)], shown: .plain(String(digit)),
        help: .Terms.noteHelp, importance: isYes == nil ? 3 : 8
      ) { page, context in
        page.meetings.selected.map { page.decisions.note(isYes, of: $0) }
        return page.meetings.next(context)
      }
    }
    let cases = meetings.cases.rows.map(\.dossier)
    let counts = decisions.counts(cases)
    return [
      noting("1", "１", true), noting("2", "２", false), noting("0", "０", nil),
      ScreenAction(
        "step", .Terms.stepDecision, keys: [.character(" "), .character("\u{3000}")],
        help: .Terms.stepDecisionHelp
      ) { page, _ in
        page.meetings.selected.map { page.decisions.step($0) }
        return []
      },
      ScreenAction(
        "acceptAll", .Terms.acceptAll, keys: [.control("a")], help: .Terms.acceptAllHelp
      ) { page, _ in
        page.decisions.accept(cases)
        return []
      },
      ScreenAction(
        "decide", .Terms.decide, keys: [.function(5)], shown: .plain("F5"),
        help: .Terms.decideHelp,
        availability: counts.yes + counts.no == 0 ? .disabled(.Terms.nothingDecided) : .available,
        importance: 9
      ) { page, _ in page.decisions.ask(of: cases) },
    ]
  }

  /// The column of decisions, for those who record them.
  func decisionColumn(_ context: Context) -> ListWithCases<MeetingRow>.Choice? {
    guard context.acts(as: .secretariat), let kind = meetings.list.selected?.kind else {
      return nil
    }
    let width = [true, false].map { context.line(kind.words($0)).width() }.max() ?? 0
    return (
      .Act.decision, width,
      { member in
        switch decisions.noted[member.dossier] {
        case true?: context.line(kind.words(true), .good)
        case false?: context.line(kind.words(false), .warning)
        case nil: Line("–", .dim)
        }
      }
    )
  }

  /// How many of the listed cases were decided, and how.
  func decisionNote(_ context: Context) -> Line {
    let counts = decisions.counts(meetings.cases.rows.map(\.dossier))
    guard counts.yes + counts.no > 0, let kind = meetings.list.selected?.kind else {
      return Line("")
    }
    return Line("\(context.say(kind.words(true))) \(counts.yes)", .good) + Line("  ")
      + Line("\(context.say(kind.words(false))) \(counts.no)", .warning) + Line("  ")
  }
}
