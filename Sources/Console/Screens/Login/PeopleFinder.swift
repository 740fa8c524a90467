import Foundation
import Store

/// The people of the login screen by what is typed of them: a part of the name or of the id, or how
/// the name sounds, in full or by its initials.
struct PeopleFinder: Sendable {
  private let accounts: [Account]
  /// What each is found by; made when somebody types for the first time.
  private var words: [[String]] = []

  /// Nobody yet.
  init(_ accounts: [Account] = []) { self.accounts = accounts }

  /// Those whom a text means, in the order of the list.
  mutating func found(_ text: String) -> [Account] {
    let wanted = Self.plain(text)
    if wanted.isEmpty { return accounts }
    if words.isEmpty { words = Self.words(of: accounts) }
    return zip(accounts, words).filter { $1.contains { $0.contains(wanted) } }.map(\.0)
  }

  private static func words(of accounts: [Account]) -> [[String]] {
    let readings = Pinyin.readings(of: accounts.map(\.person.name))
    return zip(accounts, readings).map { account, readings in
      [plain(account.person.name), plain(account.person.id.rawValue)]
        + readings.flatMap { [$0.full, $0.initials] }
    }
  }

  private static func plain(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased()
      .filter { !$0.isWhitespace && $0 != "'" }
  }
}
