/// Colours of the 256-colour palette for every role and ground.
struct ShadedPalette: Sendable {
  let foregrounds: [Role: Int]
  let grounds: [Ground: Int]
  /// What text and dim text are on grounds of their own; -1, the terminal's own, only fits plain.
  let textOnGround: Int
  let dimOnGround: Int
  /// On the accent ground all is this colour, for the roles' colours would not be readable.
  let onFocus: Int
  let dimOnFocus: Int

  static let dark = ShadedPalette(
    foregrounds: [
      .text: -1, .dim: 244, .title: 255, .accent: 79, .good: 114, .warning: 214, .bad: 203,
      .info: 81,
    ],
    grounds: [
      .plain: -1, .bar: 236, .band: 238, .focus: 24, .selection: 239, .raised: 236, .quote: 235,
    ],
    textOnGround: 252, dimOnGround: 247, onFocus: 231, dimOnFocus: 152)

  static let light = ShadedPalette(
    foregrounds: [
      .text: -1, .dim: 243, .title: 16, .accent: 24, .good: 22, .warning: 130, .bad: 124,
      .info: 25,
    ],
    grounds: [
      .plain: -1, .bar: 253, .band: 251, .focus: 25, .selection: 252, .raised: 254, .quote: 230,
    ],
    textOnGround: 234, dimOnGround: 240, onFocus: 231, dimOnFocus: 195)

  func paint(_ style: Style) -> Paint {
    let ground = grounds[style.ground] ?? -1
    let foreground =
      switch (style.ground, style.role) {
      case (.focus, .dim): dimOnFocus
      case (.focus, .warning), (.focus, .bad): 229
      case (.focus, _): onFocus
      case (.plain, _): foregrounds[style.role] ?? -1
      case (_, .text): textOnGround
      case (_, .dim): dimOnGround
      default: foregrounds[style.role] ?? textOnGround
      }
    return Paint(foreground: foreground, ground: ground)
  }
}
