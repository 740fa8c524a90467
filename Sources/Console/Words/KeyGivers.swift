import Foundation
import Procedure

/// Who can give a key that somebody lacks: named in every refusal about one.
enum KeyGivers {
  /// What is said where a key is missing: who gives it, and how.
  ///
  /// - Parameter scope: The room or group whose key it is, as the log names it.
  static func sentence(_ scope: String, _ context: Context) -> Phrase {
    if let room = RoomID(rawValue: scope) { return sentence(room, context) }
    if let group = GroupID(rawValue: scope) { return sentence(group, context) }
    return Phrase("你还没有拿到这里的钥匙", "you hold no key to this yet")
  }

  /// What is said where the key of a room is missing.
  static func sentence(_ room: RoomID, _ context: Context) -> Phrase {
    switch room {
    case .supervision: return sentence(GroupID.supervision, context)
    case .result(let year): return sentence(GroupID.results(year: year), context)
    case .bureau: return sentence(GroupID.bureau, context)
    case .material, .onSite, .consensus:
      return asking([office(context), Phrase("组长", "the leader")])
    case .office: return asking([office(context), supervision(context)])
    case .proposal(_, let person):
      return asking([.plain(context.name(person)), Phrase("组长", "the leader")])
    case .draft(_, let person), .sheet(_, let person, _):
      return asking([.plain(context.name(person))])
    }
  }

  private static func sentence(_ group: GroupID, _ context: Context) -> Phrase {
    switch group {
    // What is written to it before it has a key is sealed to its members: only without any, none is.
    case .supervision: return .Supervision.notYet
    case .secretariat, .district: return asking([office(context)])
    case .results, .bureau: return asking([office(context), supervision(context)])
    }
  }

  private static func asking(_ givers: [Phrase]) -> Phrase {
    let zh = givers.map(\.zh).joined(separator: "或")
    let en = givers.map(\.en).joined(separator: " or ")
    return Phrase(
      "你还没有拿到这里的钥匙；\(zh)登录一次，钥匙即自动发放给你",
      "you hold no key to this yet; it is given as soon as \(en) logs in")
  }

  // MARK: Who

  private static func office(_ context: Context) -> Phrase {
    .role(.secretariat) + named(people(.secretariat, context), context)
  }

  private static func supervision(_ context: Context) -> Phrase {
    .role(.supervisor) + named(people(.supervisor, context), context)
  }

  /// Who acts in a role, but for whoever asks.
  private static func people(_ role: Role, _ context: Context) -> [PersonID] {
    context.cycle.people.keys.filter { $0 != context.person && context.cycle.acts($0, as: role) }
      .sorted()
  }

  private static func named(_ people: [PersonID], _ context: Context) -> Phrase {
    if people.isEmpty { return .plain("") }
    let names = people.map(context.name)
    return Phrase(
      "（\(names.joined(separator: "、"))）", " (\(names.joined(separator: ", ")))")
  }
}
