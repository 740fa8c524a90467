import Criteria
import Office
import Procedure

/// What an organisation is told of its material: strengths and opportunities, never a mark, never
/// who said it.
public struct FeedbackContent: PaperContents {
  public var subject: PaperCase
  /// The criteria of the year.
  public var edition: Edition
  /// The paper's own number.
  public var number = ""
  /// What the panel left of the comments, by item.
  public var comments: [ItemID: [Comment]] = [:]

  /// Feedback without anything in it yet.
  public init(_ subject: PaperCase, _ edition: Edition) {
    (self.subject, self.edition) = (subject, edition)
  }

  public var fill: PaperFill {
    subject.fill(
      ["number": number, "criteria": edition.title.zh],
      [
        "heading": subject.head.heading(title: Paper.feedbackReport.title.zh, number: number),
        "mainStrengths": main(.strength), "mainOpportunities": main(.opportunity),
        "items": items,
      ])
  }

  /// The most important ones; nothing where the panel marked none.
  private func main(_ kind: CommentKind) -> [Composition.Block] {
    let lines = edition.items.flatMap { item in
      (comments[item.id] ?? []).filter { $0.kind == kind && $0.doubled }
        .map { "（\(item.id) \(item.name.zh)）\(Markup.line($0.text))" }
    }
    return lines.isEmpty ? [] : Composition.numbered(lines)
  }

  private var items: [Composition.Block] {
    let blocks = edition.categories.flatMap { category -> [Composition.Block] in
      let said = category.items.flatMap { item -> [Composition.Block] in
        let found = comments[item.id] ?? []
        guard !found.isEmpty else { return [] }
        func lines(_ kind: CommentKind) -> [Composition.Block] {
          let lines = found.filter { $0.kind == kind }.map(\.text)
          guard !lines.isEmpty else { return [] }
          return [.paragraph(.bold(kind == .strength ? "优势" : "改进空间"))]
            + Composition.numbered(lines)
        }
        return [.heading(3, "\(item.id) \(item.name.zh)")] + lines(.strength) + lines(.opportunity)
      }
      return said.isEmpty ? [] : [.heading(2, "\(category.id) \(category.name.zh)")] + said
    }
    return blocks.isEmpty ? [.paragraph("（无）")] : blocks
  }

  /// With nothing left out.
  public static let sample: FeedbackContent = {
    var content = FeedbackContent(.sample, .shipped)
    content.number = "示例〔2026〕1号"
    for item in content.edition.items {
      content.comments[item.id] = [
        Comment(.strength, "示例", doubled: true), Comment(.opportunity, "示例", doubled: true),
      ]
    }
    return content
  }()
}
