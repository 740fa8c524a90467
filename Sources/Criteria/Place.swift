/// Where in a file something stands.
public enum Place: Sendable, Hashable {
  /// The file as a whole.
  case file
  /// A value of a JSON file, by the way to it.
  case json([Step])
  /// A line of a table, counted from 1; the column where it is about one cell.
  case line(Int, column: String?)

  /// One step into a JSON value.
  public enum Step: Sendable, Hashable {
    case key(String)
    case element(Int)
  }

  /// The place to which a way leads, such as a decoder names it.
  public init(_ path: [any CodingKey]) {
    self = path.reduce(.file) { place, key in
      key.intValue.map { place[$0] } ?? place[key.stringValue]
    }
  }

  /// What stands under a key here; in a line of a table, in that column.
  public subscript(key: String) -> Place {
    switch self {
    case .file: .json([.key(key)])
    case .json(let steps): .json(steps + [.key(key)])
    case .line(let line, _): .line(line, column: key)
    }
  }

  /// An element of the list that stands here; a table's line has none.
  public subscript(index: Int) -> Place {
    switch self {
    case .file: .json([.element(index)])
    case .json(let steps): .json(steps + [.element(index)])
    case .line: self
    }
  }

  /// A place that was found in a part of the file, where that part stands here.
  public func place(of inner: Place) -> Place {
    guard case .json(let steps) = inner else { return self }
    return steps.reduce(self) { place, step in
      switch step {
      case .key(let key): place[key]
      case .element(let index): place[index]
      }
    }
  }

  /// Whether it is another place or a part of it.
  public func lies(within whole: Place) -> Bool {
    switch (self, whole) {
    case (_, .file): true
    case (.json(let steps), .json(let first)): steps.starts(with: first)
    case (.line(let line, let column), .line(let other, let whole)):
      line == other && (whole == nil || column == whole)
    case (.file, _), (.json, _), (.line, _): false
    }
  }
}

extension Place: CustomStringConvertible {
  /// As people write it: `tiers[1].from`, `line 7, district`; empty for the whole file.
  public var description: String {
    switch self {
    case .file: ""
    case .json(let steps):
      steps.reduce(into: "") { text, step in
        switch step {
        case .key(let key): text += (text.isEmpty ? "" : ".") + key
        case .element(let index): text += "[\(index)]"
        }
      }
    case .line(let line, let column): "line \(line)" + (column.map { ", \($0)" } ?? "")
    }
  }
}
