import Foundation
import Procedure
import Store
import Terminal

/// What was done apart on copies, as the command line and screens say it.
extension Phrase {
  public static let cliMeetings = Phrase(
    "列出各副本上并行办理、尚未定夺或暂缓的事", "list what was done apart on copies and is not settled, or held")
  public static let nothingApart = Phrase("没有并行办理、暂缓的事", "nothing was done apart, nothing is held")

  /// A row, a line for it and one for each act.
  public static func apart(_ row: ApartRow, name: (PersonID) -> String) -> [Phrase] {
    let place = row.dossier.map { Phrase.plain($0.rawValue) } ?? Phrase("年度", "the cycle")
    let head: Phrase =
      switch row.what {
      case .met(let record):
        place + Phrase("  两处各办了一次、尚未定夺：", "  done apart, not settled: ") + .record(record)
      case .held: place + Phrase("  暂缓，等秘书处或监督组认可", "  held until it is accepted")
      }
    return [head]
      + row.acts.map { act in
        let kind = EventKind(rawValue: act.kind).map(History.name(of:)) ?? .plain(act.kind)
        return .plain("    \(act.time)  \(name(act.author))  ") + kind
          + Phrase(
            "  记录 \(act.id.prefix(12))，副本 \(act.device.prefix(4))",
            "  entry \(act.id.prefix(12)), copy \(act.device.prefix(4))")
      }
  }

  /// What was done apart in a case, in one line for its head; nil where nothing was.
  static func apart(in dossier: CaseState) -> Phrase? {
    let met = (dossier.clashes + dossier.sealedClashes).map { Phrase.record($0.record) }
    let held = dossier.held.count
    if met.isEmpty, held == 0 { return nil }
    let meeting = Phrase(
      "两处各办了一次：\(met.map(\.zh).joined(separator: "、"))，须重新办理一次",
      "done apart: \(met.map(\.en).joined(separator: ", ")); do it once more")
    let waiting = Phrase("暂缓 \(held) 件（历史）", "\(held) held (history)")
    if met.isEmpty { return waiting }
    return held == 0 ? meeting : meeting + .plain("  ·  ") + waiting
  }
}
