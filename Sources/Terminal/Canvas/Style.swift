/// How a cell looks: a role on a ground, with emphasis.
public struct Style: Hashable, Sendable {
  /// What the text is for.
  public var role: Role
  /// What it stands on.
  public var ground: Ground
  /// Whether it is bold.
  public var bold: Bool
  /// Whether it is underlined.
  public var underline: Bool
  /// Whether foreground and ground change places.
  public var reverse: Bool

  /// Makes a style; without arguments plain text on the plain ground.
  public init(
    _ role: Role = .text, on ground: Ground = .plain, bold: Bool = false, underline: Bool = false,
    reverse: Bool = false
  ) {
    self.role = role
    self.ground = ground
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
  }

  /// Plain text.
  public static let text = Style()
  /// Dim text.
  public static let dim = Style(.dim)
  /// A bold title.
  public static let title = Style(.title, bold: true)
  /// A key or a figure that can be changed.
  public static let accent = Style(.accent)
  /// Done, saved, a strength.
  public static let good = Style(.good)
  /// Attention.
  public static let warning = Style(.warning)
  /// An error, below the line.
  public static let bad = Style(.bad)
  /// A point to verify.
  public static let info = Style(.info)

  /// The same style on another ground.
  public func on(_ ground: Ground) -> Style {
    var style = self
    style.ground = ground
    return style
  }

  /// The same style in bold.
  public var strong: Style {
    var style = self
    style.bold = true
    return style
  }

  /// The same style on `ground` where it asks for none of its own.
  func settled(on ground: Ground) -> Style { self.ground == .plain ? on(ground) : self }
}
