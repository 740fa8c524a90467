import Foundation
import Procedure
import Store
import Terminal

/// The backups (备份): what there is, making one, the second place, restoring elsewhere (P5).
extension SetupScreen {
  /// As many as a form offers to choose among.
  private static let offered = 24

  func backupActions(_ context: Context) -> [Action] {
    [
      Action(
        "make", .Backups.make, keys: [.function(4)], shown: .plain("F4"), help: .Backups.makeHelp,
        importance: 9),
      Action(
        "second", .Backups.setSecond, keys: [.function(6)], shown: .plain("F6"),
        help: .Backups.setSecondHelp,
        availability: context.surroundings.isGate
          ? .disabled(.Gate.byAdministrator) : .available, importance: 8),
      Action(
        "restore", .Backups.restore, keys: [.function(7)], shown: .plain("F7"),
        help: .Backups.restoreHelp,
        availability: restoring(context), importance: 7),
    ]
  }

  private func restoring(_ context: Context) -> Availability {
    if context.surroundings.isGate { return .disabled(.Gate.byAdministrator) }
    return choices(context).isEmpty ? .disabled(.Backups.none) : .available
  }

  mutating func runBackups(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "make": return [.backUp(ticket: "backup")]
    case "second":
      return [
        .open(
          FormSheet(
            id: "second", title: Phrase.Backups.setSecond.bare, lines: [.Backups.secondMeans],
            isKept: false,
            form: Form([
              FormField(
                id: "path", label: context.say(.Backups.directory),
                kind: .text(TextField(context.backups.secondPath ?? "", maxLength: 500)))
            ])))
      ]
    case "restore": return [.open(restoreSheet(context))]
    default: return []
    }
  }

  /// The backups of both places, the newest of each first.
  private func choices(_ context: Context) -> [Backup] {
    Array((context.backups.own + context.backups.second).sorted(by: >).prefix(Self.offered))
  }

  private func restoreSheet(_ context: Context) -> FormSheet {
    FormSheet(
      id: "restore", title: Phrase.Backups.restore.bare, lines: [.Backups.restoreMeans],
      isKept: false,
      form: Form([
        .choice(
          "which", .Backups.which,
          of: choices(context).map {
            FormField.Option(
              .plain("\(Backup.shown($0.made))  ") + .Backups.entries($0.position), $0.url.path)
          }, context),
        FormField(
          id: "path", label: context.say(.Backups.directory),
          kind: .text(TextField("", maxLength: 500)), isRequired: true),
      ]))
  }

  func restore(_ form: Form, _ context: Context) -> [Effect] {
    let chosen = form.value("which")
    guard let backup = choices(context).first(where: { $0.url.path == chosen }) else {
      return [.closeForm]
    }
    return [.restore(backup, path: form.text("path"), ticket: "restore")]
  }

  // MARK: What is shown

  func backupLines(width: Int, _ context: Context) -> [Line] {
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
        DossierScreen.cell(Line(Backup.shown(backup.made)), 18)
          + context.line(.Backups.entries(backup.position), .dim))
    }
    if backups.count > offered {
      lines.append(context.line(.Backups.more(backups.count - offered), .dim))
    }
    return lines
  }
}
