import Foundation
import Procedure
import Store
import Terminal

/// The backups (备份): what there is, making one, the second place, restoring elsewhere (P5).
struct BackupsPage: TextPage {
  static let part = SetupScreen.Part.backups
  var pane = PageText()
  /// As many as a form offers to choose among.
  private static let offered = 24

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    let isGate = context.surroundings.isGate
    var restoring = Availability.available
    if isGate {
      restoring = .disabled(.Gate.byAdministrator)
    } else if Self.choices(context).isEmpty {
      restoring = .disabled(.Backups.none)
    }
    return [
      ScreenAction(
        "make", .Backups.make, keys: [.function(4)], shown: .plain("F4"), help: .Backups.makeHelp,
        importance: 9, does: [.backUp(ticket: "backup")]),
      ScreenAction(
        "second", .Backups.setSecond, keys: [.function(6)], shown: .plain("F6"),
        help: .Backups.setSecondHelp,
        availability: isGate ? .disabled(.Gate.byAdministrator) : .available, importance: 8
      ) { page, context in page.open("second", context) },
      ScreenAction(
        "restore", .Backups.restore, keys: [.function(7)], shown: .plain("F7"),
        help: .Backups.restoreHelp, availability: restoring, importance: 7
      ) { page, context in page.open("restore", context) },
    ]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case "second":
      ScreenForm(
        name, .Backups.setSecond, isKept: false,
        Asks(
          Self.directory(context.backups.secondPath ?? "", isRequired: false),
          lines: [.Backups.secondMeans]
        ) { $0 }, context
      ) { _, path, _ in .effects([.setSecondPlace(path, ticket: name)]) }
    case "restore":
      ScreenForm(
        name, .Backups.restore, isKept: false,
        Asks(
          .one(of: Self.choices(context), by: \.url.path, "which", .Backups.which) {
            .plain("\(Backup.shown($0.made))  ") + .Backups.entries($0.position)
          }, Self.directory("", isRequired: true), lines: [.Backups.restoreMeans]
        ) { Effect.restore($0, path: $1, ticket: name) }, context
      ) { _, restore, _ in .effects([restore]) }
    default: nil
    }
  }

  private static func directory(_ path: String, isRequired: Bool) -> ActField<String> {
    .text(
      FormField.fileID, .Backups.directory, path, isRequired: isRequired, limit: 500,
      refused: .never)
  }

  /// The backups of both places, the newest of each first.
  private static func choices(_ context: Context) -> [Backup] {
    Array((context.backups.own + context.backups.second).sorted(by: >).prefix(offered))
  }

  // MARK: What is shown

  func lines(width: Int, _ context: Context) -> [Line] {
    let state = context.backups
    var lines = context.line(.Backups.explains, .dim).wrapped(to: width) + [Line("")]
    lines +=
      state.warnings.isEmpty
      ? [
        context.line(
          state.own.isEmpty ? .Backups.none : .Backups.allWell, state.own.isEmpty ? .dim : .good)
      ]
      : state.warnings.flatMap { warning in
        (Line("! ", .warning) + context.line(.backupWarning(warning), .warning))
          .wrapped(to: width)
      }
    lines += [Line(""), context.line(.Backups.own, .title)]
    lines += Self.lines(of: state.own, free: state.free, width: width, context)
    lines += [Line(""), context.line(.Backups.second, .title)]
    guard let path = state.secondPath else {
      return lines + context.line(.Backups.noSecond, .dim).wrapped(to: width)
    }
    lines += Line(path).wrapped(to: width)
    return lines + Self.lines(of: state.second, free: state.secondFree, width: width, context)
  }

  private static func lines(
    of backups: [Backup], free: Int?, width: Int, _ context: Context
  ) -> [Line] {
    var lines: [Line] = []
    if let free {
      lines += FactLines.lines(.Backups.free, Line(Backup.size(free)), width: width, context)
    }
    for backup in backups.prefix(offered) {
      lines.append(
        FactLines.cell(Line(Backup.shown(backup.made)), 18)
          + context.line(.Backups.entries(backup.position), .dim))
    }
    if backups.count > offered {
      lines.append(context.line(.Backups.more(backups.count - offered), .dim))
    }
    return lines
  }
}
