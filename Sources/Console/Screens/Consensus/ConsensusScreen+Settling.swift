import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Settling an item (R6), and the forms that were left unfinished over it.
extension ConsensusScreen {
  /// Opens the field, or first the record of a discussion where R6 asks for one.
  mutating func startSettling(_ context: Context) -> [Effect] {
    guard let row = selected, let dossier else { return [] }
    if let refusal = context.refusal(of: .discuss(row.item.id, text: "—"), in: dossier) {
      return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
    if row.needsDiscussion {
      return open("discussFirst", about: row.item.id.rawValue, context)
    }
    openEntry(row)
    return []
  }

  /// Opens the field with its first digit.
  mutating func startSettling(with digit: Key, _ context: Context) -> [Effect] {
    // Digits are a percentage: they never end up in the record of a discussion.
    if let row = selected, row.needsDiscussion, let dossier,
      let refusal = context.refusal(
        of: .settle(row.item.id, row.agreement.lowest ?? Percentage.all[0], reason: ""),
        in: dossier)
    {
      return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
    let effects = startSettling(context)
    entry?.take(digit)
    return effects
  }

  /// The field proposes what is settled already, else the median as the nearest step below.
  mutating func openEntry(_ row: ConsensusFigures.Row) {
    let median = row.agreement.median.flatMap { Percentage($0.hundredths / 500 * 5) }
    entry = PercentField(row.item.id, proposing: row.settlement?.percentage ?? median)
    restsOn = nil
  }

  /// Settles what was typed, or asks for the reason where R6 wants one.
  func settle(_ context: Context) -> [Effect] {
    guard let entry else { return [] }
    if let refusal = entry.refusal(standing: session?.percentages[entry.item]) {
      return [.say(refusal)]
    }
    guard case .success(let percentage) = entry.percentage else { return [] }
    return whatKeeps(entry.item, from: percentage, context)
      ?? perform(.settle(entry.item, percentage, reason: ""), "settle")
  }

  /// What is asked or said before an item is settled at a percentage; nil where nothing is.
  private func whatKeeps(
    _ item: ItemID, from percentage: Percentage, _ context: Context
  ) -> [Effect]? {
    guard let dossier,
      let refusal = context.refusal(of: .settle(item, percentage, reason: ""), in: dossier)
    else { return nil }
    switch refusal.reason {
    case .reasonOutsideRange, .reasonForCorrection, .reasonWithoutMarks:
      return open("settle", about: "\(item)/\(percentage.value)", context)
    default: return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
  }

  // MARK: Forms left unfinished

  /// Opens a form anew on the item, and the remark, that it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    let about = place.about.split(separator: "/", maxSplits: 1).map(String.init)
    if let item = about.first {
      guard let row = items.rows.first(where: { $0.item.id.rawValue == item }) else { return [] }
      amongItems { $0.select(row.item.id, context) }
    }
    switch place.form {
    case "discussFirst": return startSettling(context)
    case "conclusion": return begin("finish", context)
    case "edit":
      guard about.count == 2, remarks.select(named: about[1]) else { return [] }
      part = .detail
      return begin("edit", context)
    case "settle":
      guard about.count == 2, let percentage = Int(about[1]).flatMap({ Percentage($0) }),
        let item = selected?.item.id
      else { return [] }
      return whatKeeps(item, from: percentage, context) ?? []
    default: return reopenByName(place, context)
    }
  }
}
