/// What colours the roles and grounds have; screens never name one.
public enum Theme: String, CaseIterable, Sendable {
  /// For a terminal with a dark ground.
  case dark
  /// For a terminal with a light ground.
  case light
  /// Without colours: bold, underlined, dim and reversed text carry the difference.
  case mono

  /// The theme that the environment asks for.
  ///
  /// `PINGSHEN_THEME` (dark, light, mono) decides; else `NO_COLOR` with any value means mono; else
  /// a light ground in `COLORFGBG` means light; else dark.
  public init(environment: [String: String]) {
    if let named = environment["PINGSHEN_THEME"].flatMap({ Theme(rawValue: $0.lowercased()) }) {
      self = named
    } else if let value = environment["NO_COLOR"], !value.isEmpty {
      self = .mono
    } else if let ground = environment["COLORFGBG"]?.split(separator: ";").last,
      ground == "7" || ground == "15"
    {
      self = .light
    } else {
      self = .dark
    }
  }

  /// How `style` is shown on a terminal of `colours` colours.
  ///
  /// 256 and more have shades of grey; from 8 up the basic colours are used; fewer mean mono.
  public func paint(_ style: Style, colours: Int) -> Paint {
    var paint: Paint
    switch self {
    case .mono: paint = MonoPalette.paint(style)
    case _ where colours < 8: paint = MonoPalette.paint(style)
    case .dark where colours >= 256: paint = ShadedPalette.dark.paint(style)
    case .light where colours >= 256: paint = ShadedPalette.light.paint(style)
    case .dark: paint = BasicPalette.paint(style, isDark: true, colours: colours)
    case .light: paint = BasicPalette.paint(style, isDark: false, colours: colours)
    }
    if style.bold { paint.attributes.insert(.bold) }
    if style.underline { paint.attributes.insert(.underline) }
    if style.reverse { paint.attributes.formSymmetricDifference(.reverse) }
    return paint
  }
}
