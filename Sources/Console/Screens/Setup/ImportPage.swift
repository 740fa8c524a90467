import Procedure
import Store
import Terminal

/// The import (导入): of people, panels and applications from a file, of their material from a stick.
struct ImportPage: TextPage {
  static let part = SetupScreen.Part.importing
  var pane = PageText()
  /// What the last import brought; its codes stay until the screen is left.
  private var report: ImportReport?
  private var isDryRun = false
  private var path = ""
  /// The stick that is looked into.
  private var taking = TakePane()

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    [
      ScreenAction(
        "enter", .Setup.tryImport, keys: [.enter, .function(4)], shown: .plain("Enter"),
        help: .Setup.tryImportHelp, importance: 9
      ) { page, context in page.open("tryImport", context) },
      ScreenAction(
        "import", .Setup.importFile, keys: [.function(6)], shown: .plain("F6"),
        help: .Setup.importHelp, importance: 8
      ) { page, context in page.open("import", context) },
      TakePane.looking { page, context in page.open(TakePane.look, context) },
      taking.taking(),
    ]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case "tryImport":
      .file(
        name, .Setup.tryImport, .Setup.tryImportHelp, path: path, help: .Setup.importPathHelp,
        context
      ) { page, path in
        page.path = path
        return [.importFile(path: path, isDryRun: true, ticket: "import")]
      }
    case "import":
      .file(
        name, .Setup.importFile, .Setup.importHelp, path: path, help: .Setup.importPathHelp, context
      ) { page, path in
        page.path = path
        return [
          .confirm(
            name, Phrase.Setup.importFile.bare, [.plain(path), .Setup.importMeans],
            then: [.importFile(path: path, isDryRun: false, ticket: "import")])
        ]
      }
    case TakePane.look: TakePane.form(for: nil, context)
    default: nil
    }
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .loaded(.fileFaults): report = nil
    case .loaded(.stick): (report, pane) = (nil, PageText())
    case .loaded(.imported(let report, let isDryRun)):
      (self.report, self.isDryRun, pane) = (report, isDryRun, PageText())
    default: break
    }
    read(message, context)
    return taking.take(message)
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    if taking.isShown { return taking.lines(width: width, context) }
    var lines = context.line(.Setup.importExplains).wrapped(to: width)
    guard let report else { return lines }
    lines.append(Line(""))
    lines.append(
      context.line(
        .imported(
          people: report.people, panels: report.panels, cases: report.cases, isDryRun: isDryRun),
        .good))
    for remark in report.remarks {
      lines += context.line(Notices.sentence(remark), .warning).wrapped(to: width)
    }
    guard !report.invitations.isEmpty else { return lines }
    lines += context.line(.Setup.codesOnce, .warning).wrapped(to: width) + [Line("")]
    return lines
      + report.invitations.map { person, code in
        FactLines.cell(Line(context.name(person)), 12)
          + FactLines.cell(Line("\(person)", .dim), 12) + Line(code, .accent)
      }
  }
}
