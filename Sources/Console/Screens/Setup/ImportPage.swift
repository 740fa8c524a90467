import Procedure
import Store
import Terminal

/// The import (导入): of people, panels and applications from a file, of their material from a stick.
struct ImportPage: TextPage {
  static let part = SetupScreen.Part.importing
  var pane = PageText()
  /// What the last import brought.
  private var report: ImportReport?
  /// The codes of invitations that were made here: they stay until somebody says that they may go.
  private(set) var codes: [IssuedCode] = []
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
    ] + (codes.isEmpty ? taken : issued)
  }

  private var taken: [ScreenAction<Self>] {
    [
      TakePane.looking { page, context in page.open(TakePane.look, context) },
      taking.taking(),
    ]
  }

  /// What is done with codes before anything else is looked into.
  private var issued: [ScreenAction<Self>] {
    [
      .print(.Setup.saveCodes, help: .Setup.saveCodesHelp, importance: 9) { page, context in
        page.open(Printing.listForm, context)
      },
      ScreenAction("forgetCodes", .Setup.forgetCodes, help: .Setup.forgetCodesHelp) { page, _ in
        page.codes = []
        return []
      },
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
    default: Printing.form(name, codes.isEmpty ? nil : .invitations(codes), context)
    }
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    var effects: [Effect] = []
    switch message {
    case .opened, .loaded(.fileFaults): report = nil
    case .loaded(.stick): (report, pane) = (nil, PageText())
    case .loaded(.imported(let report, let isDryRun)):
      (self.report, self.isDryRun, pane) = (report, isDryRun, PageText())
      codes += report.invitations.map { IssuedCode(person: $0.0, code: $0.1) }
      effects = taking.putAway()
    default: break
    }
    read(message, context)
    return effects + taking.take(message)
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    if taking.isShown { return taking.lines(width: width, context) }
    var lines = context.line(.Setup.importExplains).wrapped(to: width)
    if let report { lines += Self.lines(of: report, isDryRun: isDryRun, width: width, context) }
    guard !codes.isEmpty else { return lines }
    lines += [Line("")] + context.line(.Setup.codesOnce, .warning).wrapped(to: width) + [Line("")]
    return lines
      + codes.map { issued in
        FactLines.cell(Line(context.name(issued.person)), 12)
          + FactLines.cell(Line("\(issued.person)", .dim), 12) + Line(issued.code, .accent)
      }
  }

  private static func lines(
    of report: ImportReport, isDryRun: Bool, width: Int, _ context: Context
  ) -> [Line] {
    var lines: [Line] = []
    lines.append(Line(""))
    lines.append(
      context.line(
        .imported(
          people: report.people, panels: report.panels, cases: report.cases, isDryRun: isDryRun),
        .good))
    for remark in report.remarks {
      lines += context.line(Notices.sentence(remark), .warning).wrapped(to: width)
    }
    return lines
  }

  // MARK: Leaving

  /// Codes are shown here and nowhere else: whoever leaves says so first.
  func parting(then effects: [Effect]) -> Question? {
    guard !codes.isEmpty else { return nil }
    return Question(
      id: "codes", title: .Setup.codesLeft(codes.count), lines: [.Setup.codesOnlyNow],
      choices: [
        .init("no", .back, key: .escape, keyName: "Esc"),
        .init(
          "save", .Setup.saveCodes, key: .function(7), keyName: "F7",
          then: [.begin("toCodes"), .begin(Printing.name)]),
        .init(
          "yes", .Setup.leaveCodes, key: .function(8), keyName: "F8", needsOwnKey: true,
          then: [.begin("toCodes"), .begin("forgetCodes")] + effects),
      ])
  }
}
