/// One field of a form.
public struct FormField: Hashable, Sendable {
  /// What a field takes, with what has been put in.
  public enum Kind: Hashable, Sendable {
    /// One line of text; a `TextField` may be secret.
    case text(TextField)
    /// Several lines of text, shown in so many rows.
    case area(TextArea, rows: Int)
    /// One of several options, changed by ← and →.
    case choice(options: [String], selected: Int)
    /// Yes or no, changed by the space key.
    case toggle(Bool)
    /// Any of several options: ← and → move, the space key takes or leaves.
    case multiple(options: [String], selected: Set<Int>, cursor: Int)
  }

  /// The name by which the caller knows the field.
  public let id: String
  /// The words before the field.
  public var label: String
  /// What it takes.
  public var kind: Kind
  /// Whether it must be filled, which a sign at the label says.
  public var isRequired: Bool
  /// A line under the field while it has the focus.
  public var help: String
  /// What the options of a choice stand for, one for each: whoever reads the form goes by these, for
  /// the list from which it was made may be another by then.
  public var values: [String] = []

  /// Makes a field.
  public init(
    id: String, label: String, kind: Kind, isRequired: Bool = false, help: String = ""
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.isRequired = isRequired
    self.help = help
  }

  /// The text that was put in; of a choice the chosen option.
  public var text: String {
    switch kind {
    case .text(let field): field.text
    case .area(let area, _): area.text
    case .choice(let options, let selected):
      options.indices.contains(selected) ? options[selected] : ""
    case .toggle(let isOn): isOn ? "1" : ""
    case .multiple(let options, let selected, _):
      selected.sorted().filter(options.indices.contains).map { options[$0] }
        .joined(separator: "\n")
    }
  }

  /// Whether what is typed is shown as dots.
  public var isSecret: Bool {
    if case .text(let field) = kind { return field.isSecret }
    return false
  }

  /// How many characters of the text are over its limit, and the limit; nil where it keeps it.
  public var excess: (count: Int, limit: Int)? {
    let over: (Int, Int) =
      switch kind {
      case .text(let field): (field.excess, field.maxLength)
      case .area(let area, _): (area.excess, area.maxLength)
      case .choice, .toggle, .multiple: (0, 0)
      }
    return over.0 > 0 ? over : nil
  }

  /// Whether one writes in it, and does not choose.
  public var isWritten: Bool {
    switch kind {
    case .text, .area: true
    case .choice, .toggle, .multiple: false
    }
  }

  /// Puts in what `text` gave in a field of this kind.
  ///
  /// Returns false where not all of it finds a place: an option that is not offered.
  public mutating func putBack(_ text: String) -> Bool {
    switch kind {
    case .text(var field):
      field.setText(text)
      kind = .text(field)
      return field.text == text
    case .area(let area, let rows):
      kind = .area(TextArea(text, maxLength: area.maxLength, room: area.room), rows: rows)
      return self.text == text
    case .choice(let options, _):
      guard let place = options.firstIndex(of: text) else { return false }
      kind = .choice(options: options, selected: place)
      return true
    case .toggle:
      kind = .toggle(text == "1")
      return true
    case .multiple(let options, _, let cursor):
      let wanted = text.split(whereSeparator: \.isNewline).map(String.init)
      let places = wanted.compactMap(options.firstIndex)
      kind = .multiple(options: options, selected: Set(places), cursor: cursor)
      return places.count == wanted.count
    }
  }

  /// The rows in which it is shown, without the line for an error or help.
  public var rows: Int {
    if case .area(_, let rows) = kind { return max(1, rows) }
    return 1
  }

  mutating func handle(_ key: Key) -> Outcome {
    switch kind {
    case .text(var field):
      let outcome = field.handle(key)
      kind = .text(field)
      return outcome
    case .area(var area, let rows):
      let outcome = area.handle(key)
      kind = .area(area, rows: rows)
      return outcome
    case .choice(let options, let selected):
      guard let step = Self.step(key), !options.isEmpty else { return Self.plain(key) }
      kind = .choice(
        options: options, selected: (selected + step + options.count) % options.count)
      return .changed
    case .toggle(let isOn):
      guard key == .character(" ") || Self.step(key) != nil else { return Self.plain(key) }
      kind = .toggle(!isOn)
      return .changed
    case .multiple(let options, let selected, let cursor):
      return handle(key, options: options, selected: selected, cursor: cursor)
    }
  }

  private mutating func handle(
    _ key: Key, options: [String], selected: Set<Int>, cursor: Int
  ) -> Outcome {
    guard !options.isEmpty else { return Self.plain(key) }
    if key == .character(" ") {
      kind = .multiple(
        options: options, selected: selected.symmetricDifference([cursor]), cursor: cursor)
      return .changed
    }
    guard key == .left || key == .right else { return Self.plain(key) }
    let place = min(max(0, cursor + (key == .left ? -1 : 1)), options.count - 1)
    kind = .multiple(options: options, selected: selected, cursor: place)
    return .handled
  }

  /// Pasted text; fields without text take none.
  mutating func insert(_ text: String) -> Outcome {
    switch kind {
    case .text(var field):
      field.insert(text)
      kind = .text(field)
    case .area(var area, let rows):
      area.insert(text)
      kind = .area(area, rows: rows)
    case .choice, .toggle, .multiple: return .ignored
    }
    return .changed
  }

  private static func step(_ key: Key) -> Int? {
    switch key {
    case .left: -1
    case .right, .character(" "): 1
    default: nil
    }
  }

  private static func plain(_ key: Key) -> Outcome { key == .enter ? .submitted : .ignored }
}
