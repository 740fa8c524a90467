import Criteria
import Foundation

/// What people put in, as it is judged when it is written, and never when it is read.
enum PutIn {
  /// A name: it stands in lists, on the command line and in letters.
  case name(Refusal.Field, String)
  /// A text that may run over several lines.
  case text(Refusal.Field, String)
  /// A number that has its bounds, of a year where it is one of several.
  case number(Refusal.Field, of: Int?, Int, ClosedRange<Int>)
  /// A choice of which one must be made.
  case choice(Refusal.Field, isMade: Bool)

  /// Characters of a name at most.
  static let longestName = 120

  static func names(_ field: Refusal.Field, _ names: [String]) -> [PutIn] {
    names.map { .name(field, $0) }
  }
}

extension Desk {
  /// K: nothing unseen stands in what people read, names have a longest length, numbers can be.
  func requireFit(_ event: Event) throws(Refusal) {
    for part in event.putIn(until: cycle.year ?? now.day.year) {
      switch part {
      case .name(let field, let name):
        if let refusal = Refusal(of: name, as: field) { throw refusal }
      case .text(let field, let text):
        if let sign = text.unicodeScalars.first(where: \.isHarmful) {
          throw Refusal(.K, .unseen(field, sign: sign.value))
        }
      case .number(let field, let year, let number, let range):
        if !range.contains(number) { throw Refusal(.K, .outside(field, of: year, range)) }
      case .choice(let field, let isMade):
        if !isMade { throw Refusal(.K, .blank(field)) }
      }
    }
  }
}

extension Refusal {
  /// The refusal of a name; nil where nothing is wrong with it.
  public init?(of name: String, as field: Field) {
    if let sign = name.unicodeScalars.first(where: \.isUnseen) {
      self.init(.K, .unseen(field, sign: sign.value))
    } else if name.unicodeScalars.count > PutIn.longestName {
      self.init(.K, .tooLong(field, limit: PutIn.longestName))
    } else {
      return nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether nothing is seen of it, so that two names look the same or a line is turned around.
  public var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    // The selectors of variants of Han characters stand in names rightly.
    default: properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
    }
  }

  /// Whether it has no place in a text of several lines: controls, and what turns its direction.
  fileprivate var isHarmful: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: properties.generalCategory == .control
    }
  }
}
