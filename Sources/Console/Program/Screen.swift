import Foundation
import Procedure
import Store
import Terminal

/// A screen: a value, what comes to it, what it asks for, and how it looks.
///
/// A screen never touches store, clock or terminal: it answers messages with effects.
protocol Screen: Sendable {
  /// Which screen it is.
  var id: ScreenID { get }
  /// What stands on the top line after the program's name.
  func title(_ context: Context) -> Line
  /// Everything that can be done here now.
  func actions(_ context: Context) -> [ScreenAction<Self>]
  /// Whether letters and digits belong to a text or number field at the moment.
  var isTyping: Bool { get }
  /// The name of the part that has the focus, for snapshots.
  var focusName: String { get }
  /// A form of this screen by its name and what it is about; nil where it cannot be opened now.
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>?
  /// Opens a form anew that was left unfinished, on what it was about; not, where that cannot be done
  /// any more.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect]
  /// What is asked before one leaves because it is shown here and nowhere else; nil where nothing is.
  ///
  /// - Parameter effects: What follows for who leaves all the same.
  func parting(then effects: [Effect]) -> Question?
  /// Takes a message.
  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect]
  /// Paints the screen into the room between tabs and bottom line.
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context)
  /// The panes that show the row selected in the pane with the focus.
  ///
  /// While arrows are held down they stay as they are: over slow lines every byte is felt.
  func followers(in rect: Rect, _ context: Context) -> [Rect]
}

extension Screen {
  func followers(in rect: Rect, _ context: Context) -> [Rect] { [] }

  /// The followers that stay as they are in this frame, and need not be painted.
  func resting(in rect: Rect, _ context: Context) -> [Rect] {
    context.isMoving ? followers(in: rect, context) : []
  }

  func parting(then effects: [Effect]) -> Question? { nil }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? { nil }

  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    reopenByName(place, context)
  }
}

/// What comes to a screen.
public enum ScreenMessage: Sendable {
  /// It comes to the front; it asks for what it shows.
  case opened
  /// Others changed the store; it asks anew for what it shows and keeps place and text.
  case storeChanged
  /// More of what lists show was compared with verified entries; lists read their rows anew.
  case verified
  /// A key that no action takes.
  case key(Key)
  case paste(String)
  case click(HitTarget, isDouble: Bool)
  /// The wheel: −1 up, 1 down.
  case wheel(Int, HitTarget?)
  /// What it asked for.
  case loaded(Reply)
  /// What it asked to be done is durable; the ticket it gave with it, and the events.
  case done(String, [Event])
  /// What it asked to be done was refused or failed; the sentence is on the screen already.
  case failed(String)
  /// A timer it started is over.
  case timer(String)
  /// The form was left without being filled in, or the lock came over the question.
  case dismissed(String)
  /// The screen is about to be left, locked or closed: whatever is unsaved is to be saved now.
  case leaving
}
