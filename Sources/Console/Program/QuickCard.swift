import Foundation
import Office

/// What somebody in one of the roles does and with which keys, on one page in Chinese to be printed.
///
/// The keys and what stands in 「」 are those that the screens declare: a test compares them with the
/// manual's tables, which are made from the actions.
public struct QuickCard: Sendable, Hashable {
  /// For whom there is a card.
  public enum Role: String, Sendable, CaseIterable {
    case reviewer, leader, onsite, secretariat, district, supervision

    /// What the role is called.
    public var title: Phrase {
      switch self {
      case .reviewer: Phrase("评审员", "reviewer")
      case .leader: Phrase("组长", "leader")
      case .onsite: Phrase("现场评审员", "examiner on site")
      case .secretariat: Phrase("秘书处", "secretariat")
      case .district: Phrase("区县局", "district")
      case .supervision: Phrase("监督组", "supervision")
      }
    }
  }

  /// A key, where it does something, and what for.
  struct Key: Sendable, Hashable {
    /// The screen; nil where it is the same everywhere.
    let screen: ScreenID?
    let keys: String
    /// What the screen calls it.
    let title: String
    let means: String

    init(_ screen: ScreenID?, _ keys: String, _ title: String, _ means: String) {
      (self.screen, self.keys, self.title, self.means) = (screen, keys, title, means)
    }
  }

  /// Whose card it is.
  public let role: Role
  /// What is done, in its order.
  let steps: [String]
  let keys: [Key]
  /// What is not to be forgotten.
  let notes: [String]

  /// The kinds of file that a card leaves as.
  public enum Kind: String, Sendable, CaseIterable {
    case docx, html, txt

    /// The kind that a name ends in; nil for another ending.
    public init?(typed: String) {
      let lower = typed.lowercased()
      guard let kind = Self.allCases.first(where: { lower.hasSuffix(".\($0.rawValue)") }) else {
        return nil
      }
      self = kind
    }
  }

  /// The card as a paper.
  public var paper: Composition {
    let title = "\(role.title.zh)速查卡"
    return Composition(
      title: title,
      blocks: [
        .title(title), .heading(1, HeadingNumber.text(1, rank: 1) + "怎么办"),
        .table(
          Table(
            [.init(1, .centre), .init(16)],
            rows: steps.enumerated().map { ["\($0.offset + 1)", Table.Cell(Words($0.element))] },
            rowHeight: 5)),
        .heading(1, HeadingNumber.text(2, rank: 1) + "常用按键"),
        .table(
          Table(
            [.init(3, .centre), .init(3, .centre), .init(4), .init(9)],
            head: [["哪一屏", "按键", "名称", "作用"]],
            rows: keys.map { key in
              [
                Table.Cell(Words(key.screen?.title.zh ?? "处处")), Table.Cell(.bold(key.keys)),
                Table.Cell(Words(key.title)), Table.Cell(Words(key.means)),
              ]
            }, rowHeight: 5)),
      ] + notes.map { .fine($0) })
  }

  /// The card as a file.
  ///
  /// - Throws: `WritingFault`.
  public func bytes(as kind: Kind) throws -> Data {
    switch kind {
    case .docx: try paper.docx()
    case .html: Data(paper.html.utf8)
    case .txt: Data(paper.text.utf8)
    }
  }

  /// Writes the card where no file is yet, and says where.
  ///
  /// - Parameter replaces: Whether a file that is there goes for it.
  public func write(
    as kind: Kind, to typed: String, in folders: Folders, replaces: Bool = false
  ) throws -> Phrase {
    try folders.write(try bytes(as: kind), to: typed, replaces: replaces)
    return .writtenTo(try folders.shown(typed))
  }
}
