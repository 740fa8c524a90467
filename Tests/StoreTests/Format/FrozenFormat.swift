import Foundation

/// The recorded format taken apart: what a later one may not do to it.
struct FrozenFormat {
  /// A kind of entry or a type, by its first word.
  private struct Part {
    var heading: String
    var lines: [String]

    /// The version in a kind's heading; nil of a type.
    var version: Int? {
      heading.split(separator: " ").dropFirst().first.flatMap {
        $0.hasPrefix("v") ? Int($0.dropFirst()) : nil
      }
    }

    /// The heading without a kind's version, or without an enum's words.
    var frame: String {
      if heading.contains(" = ") { return heading.split(separator: ":").first.map(String.init)! }
      return heading.replacing(#/ v\d+ /#, with: " ")
    }

    /// The words of an enum.
    var words: Set<Substring> {
      guard let colon = heading.firstIndex(of: ":") else { return [] }
      return Set(heading[heading.index(after: colon)...].split(separator: " "))
    }

    var isWhole: (String, [String]) { (heading.replacing(#/ v\d+ /#, with: " "), lines) }
  }

  private var parts: [String: Part] = [:]

  init(_ text: String) {
    for paragraph in text.split(separator: "\n\n") {
      var lines = paragraph.split(separator: "\n").map(String.init)
      let heading = lines.removeFirst()
      let name = String(heading.split(separator: " ").first!)
      parts[name] = Part(heading: heading, lines: lines)
    }
  }

  /// What a later format does that this one forbids, each in a line; nothing where it only grew.
  ///
  /// - A kind or a type may not go, nor a field, nor a word of an enum, nor may a kind's stream or room
  ///   be another.
  /// - A kind of which anything at any depth changed has a higher version.
  func violations(by later: FrozenFormat) -> [String] {
    var found: [String] = []
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      guard let now = later.parts[name] else {
        found.append("\(name) is gone")
        continue
      }
      if part.frame != now.frame { found.append("\(name): «\(now.frame)», before «\(part.frame)»") }
      found += part.words.subtracting(now.words).sorted().map { "\(name): the word \($0) is gone" }
      found += part.lines.filter { !now.lines.contains($0) }.map { "\(name): «\($0)» is gone" }
      if let version = part.version, let new = now.version {
        if new < version { found.append("\(name): version \(new) after \(version)") }
        if new == version, !isSame(name, in: later) {
          found.append("\(name): changed, and still version \(version)")
        }
      }
    }
    return found
  }

  /// Whether a part and everything it is made of is the same in both.
  private func isSame(_ name: String, in later: FrozenFormat) -> Bool {
    let (own, others) = (reach(of: name), later.reach(of: name))
    return own == others
      && own.allSatisfy { name in
        guard let before = parts[name], let now = later.parts[name] else { return false }
        return before.isWhole == now.isWhole
      }
  }

  /// The parts that a part is made of, itself among them.
  private func reach(of name: String) -> Set<String> {
    var seen: Set<String> = []
    var next = [name]
    while let name = next.popLast() {
      guard let part = parts[name], seen.insert(name).inserted else { continue }
      for line in part.lines + [part.heading] {
        next += line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == ".") })
          .map(String.init)
      }
    }
    return seen
  }
}
