/// Roles and grounds by attributes alone; a sign beside them carries the rest.
enum MonoPalette {
  static func paint(_ style: Style) -> Paint {
    Paint(attributes: attributes(of: style.role).union(attributes(of: style.ground)))
  }

  /// No two roles have the same.
  private static func attributes(of role: Role) -> Paint.Attributes {
    switch role {
    case .text: []
    case .dim: .dim
    case .title: .bold
    case .accent: [.bold, .italic]
    case .good: .italic
    case .warning: [.bold, .underline]
    case .bad: [.bold, .underline, .italic]
    case .info: .underline
    }
  }

  /// What holds the focus or the selection is reversed; a panel is told by its band and signs.
  private static func attributes(of ground: Ground) -> Paint.Attributes {
    switch ground {
    case .plain, .raised, .quote: []
    case .band: .underline
    case .bar, .focus, .selection: .reverse
    }
  }
}
