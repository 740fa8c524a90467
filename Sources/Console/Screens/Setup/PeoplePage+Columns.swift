import Procedure
import Store
import Terminal

extension PeoplePage {
  /// The columns of the list; a table has what the pane beside it says, too.
  static func columns(_ context: Context) -> [ListColumn<Account>] {
    [
      .init(.Setup.personName, .fixed(10), 10) { Line($0.person.name) },
      .init(.number, .fixed(10), 6) { Line("\($0.id)", .dim) },
      .init(.Setup.roles, .flexible(minimum: 12, weight: 1), 7) {
        Line($0.person.roles.map { context.say(.role($0)) }.joined(separator: "、"), .dim)
      },
      .init(
        .Setup.standing, .flexible(minimum: 14, weight: 1), 9
      ) { standing(of: $0, context) }.holding {
        .text(context.say($0.person.active ? .standingName($0.standing) : .inactiveName))
      },
      .init(.district) { account in
        account.person.district.map {
          .text(context.say(.districtOf($0, context.parameters)))
        } ?? .empty
      },
      .init(.Setup.employer) { .text($0.person.employer) },
      .init(.Setup.consultancies) { .text($0.person.consultancies.joined(separator: "、")) },
      .init(.Setup.expertise) { .text($0.person.expertise.joined(separator: "、")) },
      .init(.Setup.fingerprint) { .text($0.fingerprint ?? "") },
    ]
  }

  /// The columns of invitation codes.
  static func codeColumns(_ context: Context) -> [ListColumn<IssuedCode>] {
    [
      .init(.Setup.personName, .fixed(12), 10) { Line(context.name($0.person)) },
      .init(.number, .fixed(12), 8) { Line("\($0.person)", .dim) },
      .init(.Setup.roles) { code in
        .text(
          (context.cycle.people[code.person]?.roles ?? []).map { context.say(.role($0)) }
            .joined(separator: "、"))
      },
      .init(.invitationCode, .flexible(minimum: 19, weight: 1), 9) { Line($0.code, .accent) },
    ]
  }

  static func standing(of account: Account, _ context: Context) -> Line {
    guard account.person.active else { return context.line(.Setup.inactive, .dim) }
    switch account.standing {
    case .confirmed: return context.line(.Setup.confirmed, .good)
    case .joined: return context.line(.Setup.joined, .warning)
    case .invited: return context.line(.Setup.invited, .info)
    }
  }
}
