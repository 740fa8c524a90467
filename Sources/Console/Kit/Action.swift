import Foundation
import Terminal

/// Whether something can be done here and now.
enum Availability: Sendable, Hashable {
  case available
  /// Stays visible, with its reason.
  case disabled(Phrase)
}

/// What is said of something a person can do: hint line, help, palette and keys are drawn from it.
struct Offer: Sendable, Hashable {
  /// The name by which a screen knows it.
  let id: String
  /// Its name on the screen.
  let title: Phrase
  /// A sentence about it, for the help.
  let help: Phrase
  /// The keys that do it; letters among them work only outside text fields.
  let keys: [Key]
  /// The keys as the bottom line names them; empty keeps it off the line.
  let keyNames: Phrase
  let availability: Availability
  /// Actions of lower importance leave the bottom line first when there is not room for all.
  let importance: Int

  /// Whether it can be done now.
  var isAvailable: Bool { availability == .available }
}

/// Something a person can do on a screen, with what it does there.
struct ScreenAction<Actor>: Sendable {
  /// What it does to a screen, and what it asks for.
  typealias Deed = @Sendable (inout Actor, Context) -> [Effect]

  /// What is said of it.
  let offer: Offer
  /// What it does; a key that the screen takes by itself, as arrows, is named without a deed.
  let run: Deed?

  /// An action; available and of middling importance unless told otherwise.
  init(
    _ id: String, _ title: Phrase, keys: [Key] = [], shown keyNames: Phrase = .plain(""),
    help: Phrase, availability: Availability = .available, importance: Int = 5,
    run: Deed? = nil
  ) {
    offer = Offer(
      id: id, title: title, help: help, keys: keys, keyNames: keyNames,
      availability: availability, importance: importance)
    self.run = run
  }

  /// An action that asks for something and changes nothing on the screen itself.
  init(
    _ id: String, _ title: Phrase, keys: [Key] = [], shown keyNames: Phrase = .plain(""),
    help: Phrase, availability: Availability = .available, importance: Int = 5,
    does effects: [Effect]
  ) {
    self.init(
      id, title, keys: keys, shown: keyNames, help: help, availability: availability,
      importance: importance
    ) { _, _ in effects }
  }

  var id: String { offer.id }
  var availability: Availability { offer.availability }
  var isAvailable: Bool { offer.isAvailable }

  /// The same, off the bottom line where it cannot be done: for work that is over. Help and the list
  /// of actions keep it with its reason.
  var offTheLineIfOver: Self {
    guard !isAvailable else { return self }
    return Self(
      offer.id, offer.title, keys: offer.keys, help: offer.help, availability: offer.availability,
      importance: offer.importance, run: run)
  }

  /// Scrolling a wide table sideways, where one is in sight.
  static func sideways(_ isWide: Bool) -> ScreenAction {
    ScreenAction(
      "sideways", .sideways, shown: .plain("Shift-←→"), help: .sidewaysHelp,
      availability: isWide ? .available : .disabled(.nothingWide), importance: isWide ? 7 : 0)
  }

  /// Esc on the screens of a case: back to where one came from, else to the queue.
  static func goBack(_ context: Context, importance: Int = 5) -> ScreenAction {
    ScreenAction(
      "goBack", (context.cameFrom ?? .queue).title, keys: [.escape], shown: .plain("Esc"),
      help: .goBackHelp, importance: importance, does: [.goBack])
  }
}

extension Screen {
  /// Something that can be done on this screen.
  typealias Action = ScreenAction<Self>

  /// What is said of everything that can be done here now.
  func offers(_ context: Context) -> [Offer] { actions(context).map(\.offer) }

  /// Does an action where it is offered now; says why not where it cannot be done.
  mutating func begin(_ name: String, _ context: Context) -> [Effect] {
    begin(context) { $0.id == name } ?? []
  }

  /// Does the first such action; nil where none is offered now.
  mutating func begin(_ context: Context, where isIt: (Offer) -> Bool) -> [Effect]? {
    guard let action = actions(context).first(where: { isIt($0.offer) }) else { return nil }
    if case .disabled(let why) = action.availability { return [.say(Notice(.refusal, why))] }
    return action.run?(&self, context) ?? []
  }
}
