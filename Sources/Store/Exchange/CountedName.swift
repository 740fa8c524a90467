/// Names of a copy's files in a post that differ by a running number of ten digits alone.
struct CountedName: Sendable {
  let beginning: String
  let ending: String

  /// The name of a number.
  func name(_ number: Int) -> String { "\(beginning)\(PackName.digits(number))\(ending)" }

  /// The number of a name; nil for any other.
  func number(of name: String) -> Int? {
    guard name.hasPrefix(beginning), name.hasSuffix(ending),
      name.utf8.count == beginning.utf8.count + 10 + ending.utf8.count
    else { return nil }
    return PackName.number(name.dropFirst(beginning.count).dropLast(ending.count))
  }
}
