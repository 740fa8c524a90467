import Terminal

/// The exchange (交换) for everybody, led to from the list of actions: who has no set-up carries a copy
/// along as well.
struct ExchangeScreen: Screen {
  let id = ScreenID.exchange
  var page = ExchangePage()

  let isTyping = false
  let focusName = "posts"

  private static let mount = Mount<Self>(\.page)

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  func actions(_ context: Context) -> [Action] {
    Self.mount.actions(self, context) + [.goBack(context)]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    Self.mount.form(self, name, about, context)
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    if case .wheel(let step, _) = message {
      return Self.mount.update(&self, .key(step > 0 ? .down : .up), context)
    }
    return Self.mount.update(&self, message, context)
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    TabBar([context.say(.Exchange.title)], selected: 0, name: "page")
      .paint(on: &canvas, in: rect.splitTop(1).top)
    Self.mount.paint(self, &canvas, rect, context)
  }
}
