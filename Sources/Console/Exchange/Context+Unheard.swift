import Foundation
import Procedure
import Store
import Terminal

extension Context {
  /// Warns of people whose copies were not heard from since a moment: what they wrote on them apart is
  /// not here.
  ///
  /// - Parameter moment: Nobody is warned of where it is not known.
  /// - Returns: A line, or none.
  func unheard(_ people: [PersonID], since moment: Moment?) -> [Phrase] {
    guard let moment else { return [] }
    let silent = (copies?.copies ?? []).filter { copy in
      !cycle.retiredCopies.contains(copy.device)
        && !copy.people.isDisjoint(with: people) && copy.heard.map { $0 < moment } ?? true
    }
    if silent.isEmpty { return [] }
    let names = silent.map { copy in
      Phrase.copy(copy.device) + "（"
        + copy.people.intersection(people).sorted().map(name).joined(separator: "、") + "）"
    }.joined(separator: "、")
    return [
      Phrase(
        "注意：自那以来没有收到这几份副本的消息：\(names)；他们若另有记录，将在交换后暂缓。",
        "Note: these copies were not heard from since: \(names); what was written on them is held when it comes."
      )
    ]
  }
}
