import Criteria
import Foundation
import Procedure
import Reports
import Store
import Terminal

/// Printing where papers can be made of what a screen shows: one action and one form everywhere.
extension Printing {
  /// The action; F7 where the screen has no other use for that key.
  static func action<Actor: Screen>(
    _ papers: [PaperOrder], keys: [Key] = [.function(7)]
  ) -> ScreenAction<Actor> {
    .print(
      .Papers.print, keys: keys, help: .Papers.printHelp,
      availability: papers.isEmpty ? .disabled(.Papers.nothingToPrint) : .available, importance: 6
    ) { screen, context in screen.open(name, context) }
  }

  /// The form: which paper, for what, in which forms, and where to.
  static func form<Actor>(
    _ papers: [PaperOrder], _ context: Context
  ) -> ScreenForm<Actor>? {
    guard let first = papers.first else { return nil }
    let asks = Asks(
      papers.count == 1
        ? .known(first)
        : .one(of: papers, by: { context.say($0.title) }, "paper", .Papers.paper, title: \.title),
      papers.allSatisfy(\.isOfNotice)
        ? .known("")
        : .text(
          "number", .Papers.number, isRequired: false, help: .Papers.numberHelp, refused: .never),
      papers.allSatisfy(\.isAhead)
        ? .known(true)
        : .one(
          of: [false, true], by: { "\($0)" }, "draft", .Papers.purpose,
          title: { $0 ? .Papers.draft : .Papers.fair }),
      .one(
        of: [PaperFormat.allCases] + PaperFormat.allCases.map { [$0] },
        by: { $0.map(\.rawValue).joined() }, "format", .Papers.format,
        title: Phrase.Papers.name(of:)),
      .target(.Papers.path, .plain(fileName(first)), help: .Papers.pathHelp),
      .text(
        "template", .Papers.template, isRequired: false, help: .Papers.templateHelp,
        refused: .never),
      lines: [papers.count == 1 ? first.title + .plain(" \(first.number)") : .Papers.printHelp]
    ) { order, number, isDraft, formats, path, template in
      var order = order
      if !order.isOfNotice, !number.isEmpty { order.number = number }
      (order.isDraft, order.formats, order.template) = (
        isDraft || order.isAhead, formats, template
      )
      return (order, path)
    }
    return ScreenForm(name, .Papers.print, isKept: false, asks, context) { _, said, _ in
      let (order, path) = said
      if !order.isDraft, order.paper.isNumbered, order.number.isEmpty {
        return .faults(["number": .Papers.needsNumber])
      }
      return .effects([.writePaper(order, path: path, replaces: false, ticket: "paper")])
    }
  }

  /// What a file of the paper is called.
  private static func fileName(_ order: PaperOrder) -> String {
    [
      order.paper.title.zh, order.dossiers.count == 1 ? order.dossiers[0].rawValue : "",
      order.number,
    ]
    .filter { !$0.isEmpty }.joined(separator: "-").replacing("/", with: "-")
  }
}
