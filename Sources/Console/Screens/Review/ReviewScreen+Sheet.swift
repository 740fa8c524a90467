import Criteria
import Foundation
import Procedure
import Reports
import Store
import Terminal

/// The score sheet for those without the program: out, and back into the draft.
extension ReviewScreen {
  /// A sheet that came back and waits for the person's word.
  struct Brought: Sendable, Hashable {
    let form: ScoreSheet
    let reading: ScoreSheetReading
  }

  /// The cells and faults that a question shows; more are counted.
  private static let shownCells = 10

  /// What can be done with a score sheet.
  func scoreSheetActions(_ availability: Availability) -> [Action] {
    [
      .print(
        .Review.sheet, keys: [], help: .Review.sheetHelp, availability: availability
      ) { screen, context in screen.save() + screen.open("writeSheet", context) },
      Action(
        "readSheet", .Review.readSheet, help: .Review.readSheetHelp, availability: availability
      ) { screen, context in screen.save() + screen.open("readSheet", context) },
    ]
  }

  /// The forms that ask for the file.
  func form(ofSheet name: String, _ context: Context) -> ScreenForm<Self>? {
    guard canWrite, let id = dossier?.id else { return nil }
    switch name {
    case "writeSheet":
      let file = Phrase("评审表-\(id).xlsx", "sheet-\(id).xlsx")
      let asks = Asks(
        .target(.Printing.file, file, help: .Review.sheetFileHelp), lines: [.sheetIsReadable]
      ) { $0 }
      return ScreenForm(name, .Review.sheet, isKept: false, asks, context) { _, path, _ in
        .effects([.writeSheet(id, path: path, replaces: false, ticket: "sheet")])
      }
    case "readSheet":
      let asks = Asks(.file(), lines: [.Review.readSheetMeans]) { $0 }
      return ScreenForm(name, .Review.readSheet, isKept: false, asks, context) { _, path, _ in
        .effects([.readSheet(id, path: path, ticket: "sheet")])
      }
    default: return nil
    }
  }

  /// Asks whether to take a sheet that came back, cell by cell.
  mutating func meet(_ brought: Brought, _ context: Context) -> [Effect] {
    let taking = brought.form.taking(brought.reading, into: editor.sheet)
    let changes = taking.changes
    guard !changes.isEmpty else {
      return [.say(Notice(.info, .Review.sheetSaysTheSame(taking.cells.count)))]
    }
    self.brought = brought
    let more = changes.count - Self.shownCells
    return [
      .ask(
        Question(
          id: "sheet", title: Phrase.Review.readSheet.bare,
          lines: [.Review.sheetChanges(changes.count, of: taking.cells.count), .plain("")]
            + changes.prefix(Self.shownCells).map { .sheetCell($0) }
            + (more > 0 ? [.Review.sheetMore(more)] : []),
          choices: [
            .init("no", .back, key: .escape, keyName: "Esc", then: [.begin("leaveSheet")]),
            .init(
              "yes", .Review.takeSheet, key: .function(8), keyName: "F8", needsOwnKey: true,
              then: [.begin("takeSheet")]),
          ]))
    ]
  }

  /// What is wrong with a sheet, each with its cell; nothing of it was taken.
  func show(_ faults: [Phrase]) -> [Effect] {
    let more = faults.count - Self.shownCells
    return [
      .ask(
        Question(
          id: "sheetFaults", title: .Review.sheetRefused,
          lines: faults.prefix(Self.shownCells) + (more > 0 ? [.Review.sheetMore(more)] : []),
          choices: [.init("no", .back, key: .escape, keyName: "Esc")]))
    ]
  }

  /// What the question leads to.
  var takingSheet: [Action] {
    guard let brought else { return [] }
    return [
      Action("leaveSheet", .back, help: .Review.readSheetHelp) { screen, _ in
        screen.brought = nil
        return []
      },
      Action("takeSheet", .Review.takeSheet, help: .Review.readSheetHelp) { screen, context in
        screen.brought = nil
        guard screen.canWrite else { return [] }
        screen.closeEntry()
        screen.typing = nil
        let taking = brought.form.taking(brought.reading, into: screen.editor.sheet)
        screen.editor.take(taking.sheet, of: brought.form.edition)
        screen.showHeadAnew(context)
        return screen.changed() + screen.save()
          + [.say(Notice(.good, .sheetCounts(taking, isDryRun: false)))]
      },
    ]
  }
}
