import Criteria
import Foundation
import Procedure

/// The percentage of an item while its digits are being typed.
struct PercentEntry: Sendable, Hashable {
  /// What was typed, as ASCII digits.
  private(set) var digits: String
  /// The mark to which Esc returns.
  let original: Mark?
  /// Whether the list of items had the focus, which it gets back.
  let cameFromItems: Bool

  /// An entry that begins with what is there or with nothing.
  init(_ digits: String = "", original: Mark?, cameFromItems: Bool) {
    (self.digits, self.original, self.cameFromItems) = (digits, original, cameFromItems)
  }

  /// Takes a digit of either width, which begins anew where it would lead beyond 100.
  mutating func type(_ character: Character) -> Bool {
    guard let digit = TypedDigit.value(character) else { return false }
    let longer = digits + String(digit)
    digits = (Int(longer) ?? 0) > 100 || longer.count > 3 ? String(digit) : longer
    return true
  }

  /// Takes the last digit back.
  mutating func erase() { digits = String(digits.dropLast()) }

  /// The mark that the digits mean: none while there are none, the old one while they are wrong.
  var mark: Mark? {
    if digits.isEmpty { return nil }
    if let percentage = try? Percentage.parse(digits) { return .percentage(percentage) }
    return original
  }

  /// Why the digits are no percentage; nil where they are one or there are none.
  var fault: PercentageFault? {
    if digits.isEmpty { return nil }
    do throws(PercentageFault) {
      _ = try Percentage.parse(digits)
      return nil
    } catch {
      return error
    }
  }
}
