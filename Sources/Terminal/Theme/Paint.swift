/// How a style is shown on a terminal: two colours and attributes.
public struct Paint: Hashable, Sendable {
  /// Attributes of a terminal.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits, as the C door takes them.
    public let rawValue: Int32

    /// Makes attributes of their bits.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Underlined.
    public static let underline = Attributes(rawValue: 2)
    /// Foreground and ground changed over.
    public static let reverse = Attributes(rawValue: 4)
    /// Half bright.
    public static let dim = Attributes(rawValue: 8)
    /// Italic; terminals without show it plain.
    public static let italic = Attributes(rawValue: 16)
  }

  /// The foreground by its number in the palette; -1 is the terminal's own.
  public var foreground: Int
  /// The ground by its number in the palette; -1 is the terminal's own.
  public var ground: Int
  /// The attributes beside the colours.
  public var attributes: Attributes

  /// Makes a paint.
  public init(foreground: Int = -1, ground: Int = -1, attributes: Attributes = []) {
    self.foreground = foreground
    self.ground = ground
    self.attributes = attributes
  }
}
