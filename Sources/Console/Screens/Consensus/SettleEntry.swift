import Criteria
import Foundation
import Terminal

/// The small field in which the leader types the percentage of an item.
struct SettleEntry: Sendable, Hashable {
  let item: ItemID
  private(set) var field: TextField
  /// Whether the figure in it is only a proposal, which the first digit replaces.
  private var isProposal: Bool

  /// A field that proposes a percentage.
  init(_ item: ItemID, proposing percentage: Percentage?) {
    self.item = item
    field = TextField(percentage.map { "\($0)" } ?? "", maxLength: 3)
    isProposal = true
  }

  /// What has been typed, or what is wrong with it.
  var percentage: Result<Percentage, PercentageFault> {
    Result { () throws(PercentageFault) in try Percentage.parse(field.text) }
  }

  /// Takes digits in both widths, ← and → by 5, and the erasing keys.
  mutating func take(_ key: Key) {
    switch key {
    case .left: step(-1)
    case .right: step(1)
    case .backspace, .delete:
      if isProposal { field.setText("") } else { _ = field.handle(key) }
      isProposal = false
    case .character(let character):
      guard let digit = TypedDigit.value(character) else { return }
      // A digit that would lead beyond 100 begins anew.
      if isProposal || (Int("\(field.text)\(digit)") ?? 0) > 100 { field.setText("") }
      isProposal = false
      _ = field.insert("\(digit)")
    default: break
    }
  }

  private mutating func step(_ by: Int) {
    guard case .success(let percentage) = percentage else { return }
    field.setText("\(percentage.stepped(by: by))")
    isProposal = true
  }
}
