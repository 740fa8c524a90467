import Terminal

/// A page of a screen: a value with its own state, keys, forms and paint.
protocol Page: Sendable {
  /// What can be done on the page.
  func actions(_ context: Context) -> [ScreenAction<Self>]
  /// A form of the page by its name and what it is about; nil where it cannot be opened now.
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>?
  /// Takes a message; the wheel comes as arrows.
  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect]
  /// One turned to the page; it begins anew, and asks for what it shows where that is not at hand.
  mutating func appear(_ context: Context) -> [Effect]
  /// Paints the page into the room of the screen.
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context)
  /// The panes that show what is selected.
  func followers(in rect: Rect, _ context: Context) -> [Rect]
}

extension Page {
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? { nil }

  mutating func appear(_ context: Context) -> [Effect] { [] }

  func followers(in rect: Rect, _ context: Context) -> [Rect] { [] }

  /// Opens a form of the page as it is now; nothing where there is none.
  func open(_ name: String, about: String = "", _ context: Context) -> [Effect] {
    form(name, about: about, context).map { [.open($0.sheet)] } ?? []
  }
}

extension ScreenAction {
  /// The action with another deed; one without a deed stays so.
  func with<Other>(
    _ change: (@escaping Deed) -> ScreenAction<Other>.Deed
  ) -> ScreenAction<Other> {
    ScreenAction<Other>(
      offer.id, offer.title, keys: offer.keys, shown: offer.keyNames, help: offer.help,
      availability: offer.availability, importance: offer.importance, run: run.map(change))
  }

  /// The action of a part as one of the whole.
  func of<Whole>(_ path: WritableKeyPath<Whole, Actor> & Sendable) -> ScreenAction<Whole> {
    with { run in { whole, context in run(&whole[keyPath: path], context) } }
  }
}

extension ScreenForm {
  /// The form of a part as one of the whole.
  func of<Whole>(_ path: WritableKeyPath<Whole, Actor> & Sendable) -> ScreenForm<Whole> {
    ScreenForm<Whole>(sheet, faults: faults) { [fill] whole, form, context in
      switch fill(&whole[keyPath: path], form, context) {
      case .effects(let effects): .effects(effects)
      case .faults(let faults): .faults(faults)
      }
    }
  }
}

/// A page where it stands in its screen.
struct Mount<Whole: Sendable>: Sendable {
  let actions: @Sendable (Whole, Context) -> [ScreenAction<Whole>]
  let form: @Sendable (Whole, String, String, Context) -> ScreenForm<Whole>?
  let update: @Sendable (inout Whole, ScreenMessage, Context) -> [Effect]
  let appear: @Sendable (inout Whole, Context) -> [Effect]
  let paint: @Sendable (Whole, inout Canvas, Rect, Context) -> Void
  let followers: @Sendable (Whole, Rect, Context) -> [Rect]

  init<Part: Page>(_ path: WritableKeyPath<Whole, Part> & Sendable) {
    actions = { whole, context in
      whole[keyPath: path].actions(context).map { $0.of(path) }
    }
    form = { whole, name, about, context in
      whole[keyPath: path].form(name, about: about, context)?.of(path)
    }
    update = { whole, message, context in whole[keyPath: path].update(message, context) }
    appear = { whole, context in whole[keyPath: path].appear(context) }
    paint = { whole, canvas, rect, context in
      whole[keyPath: path].paint(on: &canvas, in: rect, context)
    }
    followers = { whole, rect, context in whole[keyPath: path].followers(in: rect, context) }
  }
}

/// A screen of pages, one of which is in front; their names stand in its first row.
protocol PagedScreen: Screen {
  associatedtype Part: Equatable, Sendable, RawRepresentable<Int>, CaseIterable
  where Part.AllCases == [Part]
  /// The page in front.
  var part: Part { get set }
  static func page(_ part: Part) -> Mount<Self>
  static func name(of part: Part) -> Phrase
}

extension PagedScreen {
  /// Turning pages and moving in the one in front.
  static func paging(_ title: Phrase, _ help: Phrase, moving: Phrase) -> [Action] {
    [
      Action(
        "nextPart", title, keys: [.right, .tab], shown: .plain("Tab ←→"), help: help,
        importance: 7
      ) { screen, context in screen.turn(to: screen.part.stepped(1), context) },
      Action("previousPart", title, keys: [.left, .backTab], help: help) { screen, context in
        screen.turn(to: screen.part.stepped(-1), context)
      },
      Action("move", .choose, shown: .arrows, help: moving, importance: 6),
    ]
  }

  /// Goes to another page.
  @discardableResult
  mutating func turn(to part: Part, _ context: Context) -> [Effect] {
    self.part = part
    return Self.page(part).appear(&self, context)
  }

  /// Tells the page in front; a click on a name goes to another one.
  mutating func tell(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .wheel(let step, _): tell(.key(step > 0 ? .down : .up), context)
    case .click(let target, _) where target.name == "part":
      turn(to: Part(rawValue: target.index) ?? part, context)
    default: Self.page(part).update(&self, message, context)
    }
  }

  /// Tells every page.
  mutating func tellAll(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    var effects: [Effect] = []
    for part in Part.allCases { effects += Self.page(part).update(&self, message, context) }
    return effects
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    Self.page(part).form(self, name, about, context)
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    TabBar(
      Part.allCases.map { context.say(Self.name(of: $0)) }, selected: part.rawValue, name: "part"
    ).paint(on: &canvas, in: rect.splitTop(1).top)
    Self.page(part).paint(self, &canvas, rect, context)
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    Self.page(part).followers(self, rect, context)
  }
}
