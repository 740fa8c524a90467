import Foundation
import Procedure
import Store
import Terminal

/// The cases that are marked in a list, and what is done with all of them at once.
struct MarkedCases: Sendable {
  /// What the names of the forms begin with.
  static let form = "several/"
  /// The ticket of what is asked to be done.
  static let ticket = "several"

  private(set) var marks = Marks<CaseID>()
  /// The marked cases, read when something is to be done with them.
  private var dossiers: [CaseState] = []
  /// Whether what can be done is asked once the cases were read.
  private var isAsking = false
  /// Whether all of a list is marked once it was read whole.
  private var isTakingAll = false

  // MARK: Actions

  /// Marking in a list, and doing something with what is marked, for those who have to do with many
  /// cases.
  ///
  /// - Parameters:
  ///   - selected: The case under the hand.
  ///   - total: The rows of the list.
  ///   - all: What asks for all of them.
  ///   - next: Goes to the row below.
  func actions<Whole>(
    _ path: WritableKeyPath<Whole, Self> & Sendable, on selected: CaseID?, of total: Int,
    all: Effect, _ context: Context,
    next: @escaping @Sendable (inout Whole, Context) -> [Effect]
  ) -> [ScreenAction<Whole>] {
    // Experts sign their declarations for all their cases before they take a copy along (R5).
    let roles: [Procedure.Role] = [.secretariat, .districtOfficer, .expert]
    guard roles.contains(where: context.acts(as:)) else { return [] }
    let isMarked = selected.map(marks.contains) == true
    var canTakeAll = Availability.available
    if total == 0 { canTakeAll = .disabled(.queueEmpty) }
    if total > Request.mostCases { canTakeAll = .disabled(.Several.tooMany(Request.mostCases)) }
    return [
      ScreenAction(
        "mark", isMarked ? .Several.unmark : .Several.mark,
        keys: [.character(" "), .character("\u{3000}")], shown: .space,
        help: .Several.markHelp,
        availability: selected == nil ? .disabled(.queueEmpty) : .available, importance: 4
      ) { whole, context in
        selected.map { whole[keyPath: path].toggle($0) }
        return next(&whole, context)
      },
      ScreenAction(
        "markAll", .Several.markAll, keys: [.control("a")], help: .Several.markAllHelp,
        availability: canTakeAll
      ) { whole, _ in
        whole[keyPath: path].isTakingAll = true
        return [all]
      },
      ScreenAction(
        "several", .Several.title, keys: [.function(5)], shown: .plain("F5"), help: .Several.help,
        availability: marks.isEmpty ? .disabled(.Several.nothingMarked) : .available,
        importance: marks.isEmpty ? 3 : 9
      ) { whole, _ in whole[keyPath: path].ask() },
    ]
  }

  /// Taking all marks off, where Esc is free for it.
  func dropping<Whole>(
    _ path: WritableKeyPath<Whole, Self> & Sendable
  ) -> [ScreenAction<Whole>] {
    guard !marks.isEmpty else { return [] }
    return [
      ScreenAction(
        "dropMarks", .Several.dropMarks, keys: [.escape], shown: .plain("Esc"),
        help: .Several.dropMarksHelp, importance: 5
      ) { whole, _ in
        whole[keyPath: path] = MarkedCases()
        return []
      }
    ]
  }

  private mutating func toggle(_ id: CaseID) {
    marks.toggle(id)
    dossiers = []
  }

  private mutating func ask() -> [Effect] {
    isAsking = true
    return [read]
  }

  private var read: Effect { .load(.dossiers(marks.all.sorted())) }

  // MARK: Forms

  /// The form of an act in all marked cases in which it can be done.
  func form<Actor>(_ name: String, _ context: Context) -> ScreenForm<Actor>? {
    guard name.hasPrefix(Self.form),
      let act = CaseActName(rawValue: String(name.dropFirst(Self.form.count)))
    else { return nil }
    let batch = CaseBatch(act, in: dossiers, context)
    return batch.sheet(context).map { sheet in
      ScreenForm(sheet) { _, form, context in batch.filled(form, context) }
    }
  }

  // MARK: Updates

  /// A part of the list was read: all of it, where all is to be marked.
  mutating func take(_ cases: [CaseID], of total: Int) {
    guard isTakingAll, cases.count == total else { return }
    isTakingAll = false
    marks.add(cases)
    dossiers = []
  }

  /// Hears what becomes of the marked cases.
  mutating func hear(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .loaded(.dossiers(let dossiers)):
      self.dossiers = dossiers
      guard isAsking else { return [] }
      isAsking = false
      return [.ask(question(context))]
    case .storeChanged: return dossiers.isEmpty ? [] : [read]
    case .done(Self.ticket, _): dossiers = []
    default: break
    }
    return []
  }

  /// Which of the acts that can be done in several cases is to be done.
  private func question(_ context: Context) -> Question {
    let offered = CaseActName.allCases.filter(\.act.isForSeveral)
      .map { CaseBatch($0, in: dossiers, context) }.filter(\.isOffered)
    let acts = offered.filter { !$0.able.isEmpty } + offered.filter(\.able.isEmpty)
    let choices = zip(acts, Self.keys).map { batch, key in
      Question.Choice(
        batch.name.rawValue,
        batch.name.act.title + .plain("  ")
          + .Several.possible(batch.able.count, of: dossiers.count),
        key: .character(key), keyName: String(key), then: batch.begin(context))
    }
    let back = Question.Choice("no", .back, key: .escape, keyName: "Esc")
    return Question(
      id: Self.ticket, title: .Several.title.bare,
      lines: [CaseBatch.named(dossiers)] + (choices.isEmpty ? [.Several.nothing] : []),
      choices: choices + [back], isList: true)
  }

  /// The keys of the acts: digits, then letters.
  private static let keys = Array("123456789abcdefghijklmnopqrstuvwxyz")
}
