/// A key, as a person would name it.
public enum Key: Hashable, Sendable {
  /// Text: a letter, a digit, the space, a Chinese character as the input method sends it.
  case character(Character)
  /// The Enter key.
  case enter
  /// The Esc key, alone.
  case escape
  /// The Tab key.
  case tab
  /// Shift and Tab.
  case backTab
  /// The key that takes away what is before the caret.
  case backspace
  /// The key that takes away what is under the caret.
  case delete
  /// An arrow.
  case up
  /// An arrow.
  case down
  /// An arrow.
  case left
  /// An arrow.
  case right
  /// To the start.
  case home
  /// To the end.
  case end
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown
  /// The Insert key.
  case insert
  /// F1 to F24.
  case function(Int)
  /// Ctrl with a lower case letter, or one of `@ [ \ ] ^ _`.
  case control(Character)
  /// Alt with a character.
  case alt(Character)
  /// Shift with an arrow, which extends a selection.
  case shiftUp
  /// Shift with an arrow, which extends a selection.
  case shiftDown
  /// Shift with an arrow, which extends a selection.
  case shiftLeft
  /// Shift with an arrow, which extends a selection.
  case shiftRight
  /// Ctrl with an arrow.
  case controlUp
  /// Ctrl with an arrow.
  case controlDown
  /// Ctrl with an arrow: a word back.
  case controlLeft
  /// Ctrl with an arrow: a word on.
  case controlRight
  /// Ctrl and Home: to the start of all.
  case controlHome
  /// Ctrl and End: to the end of all.
  case controlEnd
  /// Ctrl and page up: the tab before.
  case controlPageUp
  /// Ctrl and page down: the next tab.
  case controlPageDown
}
