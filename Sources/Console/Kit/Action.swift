import Foundation
import Terminal

/// Something a person can do on a screen: hint line, help, palette and keys are drawn from it.
public struct Action: Sendable {
  /// Whether it can be done here and now.
  public enum Availability: Sendable, Hashable {
    case available
    /// Stays visible, with its reason.
    case disabled(Phrase)
  }

  /// The name by which a screen knows it.
  public let id: String
  /// Its name on the screen.
  public let title: Phrase
  /// A sentence about it, for the help.
  public let help: Phrase
  /// The keys that do it; letters among them work only outside text fields.
  public let keys: [Key]
  /// The keys as the bottom line names them; empty keeps it off the line.
  public let keyNames: Phrase
  public let availability: Availability
  /// Actions of lower importance leave the bottom line first when there is not room for all.
  public let importance: Int

  /// An action; available and of middling importance unless told otherwise.
  public init(
    _ id: String, _ title: Phrase, keys: [Key] = [], shown keyNames: Phrase = .plain(""),
    help: Phrase, availability: Availability = .available, importance: Int = 5
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.keys = keys
    self.keyNames = keyNames
    self.availability = availability
    self.importance = importance
  }

  /// Esc on the screens of a case: back to where one came from, else to the queue.
  static func goBack(_ context: Context, importance: Int = 5) -> Action {
    Action(
      "goBack", .tab(context.cameFrom ?? .queue), keys: [.escape], shown: .plain("Esc"),
      help: .goBackHelp, importance: importance)
  }

  /// Whether it can be done now.
  public var isAvailable: Bool { availability == .available }
}
