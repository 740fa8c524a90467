import Foundation
import Procedure
import Store

/// What the history says of every kind of entry about keys.
extension Phrase.History {
  static func name(of kind: KeyEventKind) -> Phrase {
    switch kind {
    case .storeFounded: Phrase("建立评审库", "founded the store")
    case .invitationMade: Phrase("生成邀请码", "made an invitation")
    case .personKeyed: Phrase("登记公钥", "registered public keys")
    case .passphraseChanged: Phrase("更改口令", "changed the passphrase")
    case .keysReplaced: Phrase("更换钥匙", "replaced their keys")
    case .keysRecovered: Phrase("凭两半恢复码更换钥匙", "new keys by both recovery halves")
    case .recoveryUsed: Phrase("凭两半恢复码取回钥匙", "took keys by both recovery halves")
    case .groupFounded: Phrase("建立群组钥匙", "founded a group's key")
    case .roomMade: Phrase("生成房间钥匙", "made a room's key")
    case .keysGranted: Phrase("发放钥匙", "gave keys")
    case .halvesMade: Phrase("分存评审表钥匙", "put a sheet's key in two halves")
    case .halvesReleased: Phrase("移交钥匙半份", "handed halves over")
    case .keysShared: Phrase("向评审组启封", "opened what was sealed to the panel")
    case .entriesTaken: Phrase("收到其他副本的记录", "took entries of other copies")
    }
  }

  static func key(_ event: KeyEvent, _ context: Context) -> Phrase {
    let detail: Phrase
    switch event {
    case .storeFounded(let name, _, _, _, _): detail = .plain(name)
    case .invitationMade(let person, _), .personKeyed(let person, _, _, _),
      .passphraseChanged(let person, _), .keysReplaced(let person, _, _, _),
      .recoveryUsed(let person, _, _):
      detail = .plain(context.name(person))
    case .keysRecovered(let recovered):
      detail =
        .plain(context.name(recovered.person))
        + (recovered.successor.map { successor in
          Phrase(
            "，由 \(context.name(successor)) 接任", ", succeeded by \(context.name(successor))")
        } ?? .plain(""))
    case .groupFounded(let group, _): detail = self.group(group, context)
    case .roomMade(let room, _, let wraps):
      detail = self.room(room, context) + Phrase("，\(wraps.count) 份", ", \(wraps.count)")
    case .keysGranted(_, let wraps):
      detail = wraps.prefix(3).compactMap { Reader(rawValue: $0.to) }.reduce(
        Phrase("\(wraps.count) 份", "\(wraps.count)")
      ) { $0 + .plain(" ") + self.reader($1, context) }
    case .halvesMade(_, _, _, let proof):
      detail =
        Phrase("组长、秘书处各一半", "one for the leader, one for the secretariat")
        + (proof == nil ? .plain("") : Phrase("，凭两半恢复码", ", by both recovery halves"))
    case .halvesReleased(let halves):
      detail = Phrase("\(halves.count) 份", "\(halves.count) sheets")
    case .keysShared(let keys): detail = Phrase("\(keys.count) 份", "\(keys.count)")
    case .entriesTaken(let lines):
      detail =
        lines.prefix(3).reduce(Phrase.plain("")) { text, line in
          text + .plain(line == lines.first ? "" : " · ")
            + .plain("\(Phrase.copy(line.device)) \(line.first)–\(line.last)")
        } + .plain(lines.count > 3 ? " …" : "")
    }
    return name(of: event.kind) + colon + detail
  }
}
