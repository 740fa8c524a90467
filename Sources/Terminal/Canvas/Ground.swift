/// What a piece of text stands on.
public enum Ground: UInt8, CaseIterable, Sendable {
  /// The terminal's own ground.
  case plain
  /// The top and the bottom line of the screen.
  case bar
  /// The title band of a pane without the focus.
  case band
  /// The title band of the pane with the focus, the tab in front, the chosen button.
  case focus
  /// The selected row.
  case selection
  /// A dialog or other panel over the screen.
  case raised
  /// A quoted or marked passage.
  case quote

  /// One sign for style maps in snapshots; a dot for the plain ground.
  var letter: Character {
    switch self {
    case .plain: "."
    case .bar: "="
    case .band: "-"
    case .focus: "#"
    case .selection: ">"
    case .raised: "+"
    case .quote: "'"
    }
  }
}
