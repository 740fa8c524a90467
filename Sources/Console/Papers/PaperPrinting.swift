import Criteria
import Foundation
import Procedure
import Reports
import Store
import Terminal

/// Printing where papers can be made of what a screen shows: one action and one form everywhere.
extension Printing {
  /// The action; F7 beside the key that prints everywhere where the screen has no other use for it.
  static func action<Actor: Screen>(
    _ papers: [PaperOrder], hasOwnKey: Bool = true, importance: Int = 6
  ) -> ScreenAction<Actor> {
    .print(
      keys: hasOwnKey ? [.function(7)] : [], help: .Papers.printHelp,
      availability: papers.isEmpty ? .disabled(.Papers.nothingToPrint) : .available,
      importance: importance
    ) { screen, context in screen.open(name, context) }
  }

  /// The form: which paper, for what, in which forms, and where to.
  static func form<Actor>(
    _ papers: [PaperOrder], as name: String = name, _ context: Context
  ) -> ScreenForm<Actor>? {
    guard let first = papers.first else { return nil }
    let proposed = context.nextNumber ?? ""
    let asks = Asks(
      papers.count == 1
        ? .known(first)
        : .one(of: papers, by: { context.say($0.title) }, "paper", .Papers.paper, title: \.title),
      papers.contains(where: \.wantsNumber)
        ? .paperNumber(
          .Papers.number, isRequired: false,
          help: papers.allSatisfy(\.wantsNumber) ? .Papers.againHelp : .Papers.numberHelp,
          refused: Refused(takes: \.isOfPaperNumber))
        : .known(""),
      papers.contains { $0.department != nil }
        ? .day(orNone: "reply", .Papers.replyBy, nil, help: .Papers.replyByHelp) : .known(nil),
      papers.allSatisfy(\.isDraft)
        ? .known(true)
        : .one(
          of: [false, true], by: { "\($0)" }, "draft", .Papers.purpose,
          title: { $0 ? .Papers.draft : .Papers.fair }),
      .one(
        of: [first.formats] + first.formats.map { [$0] },
        by: { $0.map(\.rawValue).joined() }, "format", .Papers.format,
        title: Phrase.Papers.name(of:)),
      .target(
        .Papers.path, .plain(papers.count == 1 ? first.fileName : ""), help: .Papers.pathHelp),
      .text(
        "template", .Papers.template, isRequired: false, help: .Papers.templateHelp,
        refused: .never),
      lines: [papers.count == 1 ? first.title + .plain(" \(first.number)") : .Papers.printHelp]
    ) { order, number, replyBy, isDraft, formats, path, template in
      var order = order
      // What was proposed is counted when it is made: printed again it goes out under its own.
      if order.wantsNumber, number != proposed { order.number = number }
      // What is not finished is never a fair copy.
      (order.isDraft, order.formats) = (order.isDraft || isDraft, formats)
      (order.template, order.replyBy) = (template, replyBy)
      return (order, path.hasSuffix("/") ? path + order.fileName : path)
    }
    return ScreenForm(name, Phrase.Printing.print, isKept: false, asks, context) { _, said, _ in
      let (order, path) = said
      return .effects([.writePaper(order, path: path, replaces: false, ticket: "paper")])
    }
  }
}
