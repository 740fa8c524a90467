import Criteria
import Foundation
import Terminal

/// The field in which the percentage of an item is typed, on every screen that takes one.
///
/// What was typed stands where it was typed and never changes its meaning by itself: no further key
/// makes another percentage of it than the one that can be read.
struct PercentField: Sendable, Hashable {
  let item: ItemID
  private(set) var field: TextField

  /// A field that proposes a percentage, which the first character replaces.
  init(_ item: ItemID, proposing percentage: Percentage?) {
    self.item = item
    field = TextField(percentage.map { "\($0)" } ?? "", isProposal: true)
  }

  /// A field that goes on with what is there.
  init(_ item: ItemID, text: String = "") {
    self.item = item
    field = TextField(text)
  }

  /// What stands in it, in half width.
  var text: String { field.text }

  /// Whether somebody typed into it.
  var isTyped: Bool { !field.isProposal }

  /// What has been typed, or what is wrong with it.
  var percentage: Result<Percentage, PercentageFault> {
    Result { () throws(PercentageFault) in try Percentage.parse(text) }
  }

  /// What is wrong with what stands there; nil where it is a percentage or there is nothing.
  var fault: PercentageFault? {
    guard !text.isEmpty, case .failure(let fault) = percentage else { return nil }
    return fault
  }

  /// Whether no percentage can come of it any more, whatever is typed after it.
  var isWrong: Bool {
    guard fault != nil else { return false }
    // 0 to 9 can become a multiple of ten; what is longer and none by itself cannot.
    return !(text.count == 1 && text.allSatisfy(\.isWholeNumber))
  }

  /// The style of what stands there.
  var style: Style { isWrong ? .bad : .text }

  /// Takes characters in both widths, ← and → by 5, and the erasing keys.
  mutating func take(_ key: Key) {
    switch key {
    case .left: step(-1)
    case .right: step(1)
    case .backspace, .delete: _ = field.handle(key == .delete && isTyped ? .backspace : key)
    case .character(let character):
      let plain = String(character).precomposedStringWithCompatibilityMapping
      if !plain.isBlank { field.insert(plain) }
    default: break
    }
  }

  private mutating func step(_ by: Int) {
    guard case .success(let percentage) = percentage else { return }
    field.propose("\(percentage.stepped(by: by))")
  }

  // MARK: What is said

  /// Why it stores nothing, and what stands: said on Enter, and when it is left; nil where it is a
  /// percentage.
  ///
  /// - Parameter standing: What stands on the item.
  func refusal(standing: Percentage?) -> Notice? {
    guard case .failure(let fault) = percentage else { return nil }
    if text.isEmpty { return Notice(.refusal, Notices.sentence(fault)) }
    return Notice(
      .refusal,
      .notAPercentage(text, standing) + Phrase("（", " (") + Notices.sentence(fault)
        + Phrase("）", ")"))
  }

  /// What is said where it is left without Enter, which alone stores it; nil where nothing was typed.
  func left(standing: Percentage?) -> Notice? {
    guard isTyped, !text.isEmpty else { return nil }
    if let refusal = refusal(standing: standing) { return refusal }
    guard case .success(let percentage) = percentage, percentage != standing else { return nil }
    return Notice(.warning, .percentageNotEntered(item, percentage, standing))
  }
}

extension Phrase {
  private static func standing(_ percentage: Percentage?) -> Phrase {
    percentage.map { Phrase("，仍是 \($0) %", "; it is still \($0) %") }
      ?? Phrase("，仍未评分", "; still without a mark")
  }

  /// «150 不是合法得分率，仍是 45 %».
  static func notAPercentage(_ text: String, _ standing: Percentage?) -> Phrase {
    Phrase("\(text) 不是合法得分率", "\(text) is no percentage") + self.standing(standing)
  }

  static func percentageNotEntered(
    _ item: ItemID, _ percentage: Percentage, _ standing: Percentage?
  ) -> Phrase {
    Phrase("\(item) 的 \(percentage) % 未按 Enter 确认", "\(item): \(percentage) % was not entered")
      + self.standing(standing)
  }
}
