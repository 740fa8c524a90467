import Criteria
import Foundation
import Terminal

/// The field in which the percentage of an item is typed, on every screen that takes one.
struct PercentField: Sendable, Hashable {
  let item: ItemID
  private(set) var field: TextField
  /// Whether the figure in it is only a proposal, which the first digit replaces.
  private var isProposal: Bool
  /// Whether a digit for which there is no room begins anew; else it is not taken.
  private let startsOver: Bool
  private static let length = 3

  /// A field that proposes a percentage.
  init(_ item: ItemID, proposing percentage: Percentage?) {
    self.init(item, percentage.map { "\($0)" } ?? "", isProposal: true, startsOver: false)
  }

  /// A field that goes on with the digits that are there.
  init(_ item: ItemID, digits: String = "") {
    self.init(item, digits, isProposal: false, startsOver: true)
  }

  private init(_ item: ItemID, _ text: String, isProposal: Bool, startsOver: Bool) {
    (self.item, self.isProposal, self.startsOver) = (item, isProposal, startsOver)
    field = TextField(text, maxLength: Self.length)
  }

  /// What stands in it, as ASCII digits.
  var digits: String { field.text }

  /// What has been typed, or what is wrong with it.
  var percentage: Result<Percentage, PercentageFault> {
    Result { () throws(PercentageFault) in try Percentage.parse(digits) }
  }

  /// What is wrong with the digits; nil where they are a percentage or there are none.
  var fault: PercentageFault? {
    guard !digits.isEmpty, case .failure(let fault) = percentage else { return nil }
    return fault
  }

  /// Takes digits in both widths, ← and → by 5, and the erasing keys.
  mutating func take(_ key: Key) {
    switch key {
    case .left: step(-1)
    case .right: step(1)
    case .backspace, .delete:
      if isProposal { field.setText("") } else { _ = field.handle(key) }
      isProposal = false
    case .character(let character): _ = type(character)
    default: break
    }
  }

  /// Takes a digit, which begins anew where it would lead beyond 100; false for what is none.
  mutating func type(_ character: Character) -> Bool {
    guard let digit = TypedDigit.value(character) else { return false }
    let longer = "\(digits)\(digit)"
    let isFull = startsOver && longer.count > Self.length
    if isProposal || isFull || (Int(longer) ?? 0) > 100 { field.setText("") }
    isProposal = false
    _ = field.insert("\(digit)")
    return true
  }

  private mutating func step(_ by: Int) {
    guard case .success(let percentage) = percentage else { return }
    field.setText("\(percentage.stepped(by: by))")
    isProposal = true
  }
}
