import Foundation

/// A passphrase, brought to one form whatever input method typed it.
///
/// Normalised to NFKC (full-width «Ａ» is «A», a composed and a decomposed letter are one) and with
/// white space at both ends taken off. No rules of composition: length is what counts.
public struct Passphrase: Secret, Sendable {
  /// The least length of a person's own passphrase, in characters as people count them.
  public static let minimum = 10

  let bytes: Data

  /// Takes a passphrase that somebody chooses.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - minimum: the least number of characters; the demo store alone names a smaller one.
  /// - Throws: ``VaultFault/weakPassphrase(minimum:)``.
  public init(
    creating text: String, minimum: Int = Passphrase.minimum
  ) throws(VaultFault) {
    let normal = Self.normalised(text)
    let minimum = max(minimum, 1)
    guard normal.count >= minimum else { throw .weakPassphrase(minimum: minimum) }
    bytes = Data(normal.utf8)
  }

  /// Takes a passphrase that somebody types to unlock; of any length, even none.
  public init(unlocking text: String) {
    bytes = Data(Self.normalised(text).utf8)
  }

  private static func normalised(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
