/// Colours for terminals that have 8 or 16 of them; selection is reversed video.
enum BasicPalette {
  private static let black = 0
  private static let red = 1
  private static let green = 2
  private static let yellow = 3
  private static let blue = 4
  private static let cyan = 6
  private static let white = 7

  static func paint(_ style: Style, isDark: Bool, colours: Int) -> Paint {
    switch style.ground {
    case .selection: reversed(style)
    case .focus:
      bright(style.role == .dim ? white : white + 8, on: blue, colours: colours)
    case .bar, .band, .raised: onPanel(style, isDark: isDark, colours: colours)
    case .plain, .quote: plain(style, isDark: isDark, colours: colours)
    }
  }

  /// The terminal's own colours changed over, which is seen on every ground.
  private static func reversed(_ style: Style) -> Paint {
    var attributes: Paint.Attributes = .reverse
    if style.role == .warning || style.role == .bad { attributes.insert(.underline) }
    if style.role == .accent || style.role == .title { attributes.insert(.bold) }
    return Paint(attributes: attributes)
  }

  private static func onPanel(_ style: Style, isDark: Bool, colours: Int) -> Paint {
    let ground = isDark && colours >= 16 ? black + 8 : white
    if ground == white {
      switch style.role {
      case .bad: return Paint(foreground: red, ground: white)
      case .accent, .info: return Paint(foreground: blue, ground: white)
      case .title: return Paint(foreground: black, ground: white, attributes: .bold)
      case .warning: return Paint(foreground: red, ground: white, attributes: .bold)
      case .text, .dim, .good: return Paint(foreground: black, ground: white)
      }
    }
    var paint = plain(style, isDark: true, colours: colours)
    if style.role == .text || style.role == .dim { paint.foreground = white }
    paint.ground = ground
    return paint
  }

  private static func plain(_ style: Style, isDark: Bool, colours: Int) -> Paint {
    switch style.role {
    case .text: Paint(attributes: style.ground == .quote ? .underline : [])
    case .title: Paint(attributes: .bold)
    case .dim where colours >= 16: Paint(foreground: black + 8)
    case .dim: Paint(attributes: .dim)
    case .accent: bright(isDark ? cyan + 8 : blue, on: -1, colours: colours)
    case .good: bright(isDark ? green + 8 : green, on: -1, colours: colours)
    case .warning: bright(isDark ? yellow + 8 : 5, on: -1, colours: colours)
    case .bad: bright(isDark ? red + 8 : red, on: -1, colours: colours)
    case .info: bright(isDark ? blue + 8 : cyan, on: -1, colours: colours)
    }
  }

  /// A bright colour; where there are only 8, the colour in bold.
  private static func bright(_ colour: Int, on ground: Int, colours: Int) -> Paint {
    if colour >= 8 && colours < 16 {
      return Paint(foreground: colour - 8, ground: ground, attributes: .bold)
    }
    return Paint(foreground: colour, ground: ground)
  }
}
