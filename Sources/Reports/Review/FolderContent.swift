import Office
import Procedure

/// The list of what lies in a case's folder (卷内目录); the papers follow it.
public struct FolderContent: PaperContents {
  /// A paper in the folder.
  public struct Entry: Sendable, Hashable {
    public var title: String
    public var number: String
    public var date: String
    /// Whether it follows here, or lies elsewhere.
    public var remark: String

    /// A paper.
    public init(title: String, number: String = "", date: String = "", remark: String = "") {
      (self.title, self.number, self.date, self.remark) = (title, number, date, remark)
    }
  }

  public var subject: PaperCase
  /// How far the case has come.
  public var stage: String
  public var entries: [Entry]

  /// A folder.
  public init(_ subject: PaperCase, stage: String, entries: [Entry]) {
    (self.subject, self.stage, self.entries) = (subject, stage, entries)
  }

  public var fill: PaperFill {
    subject.fill(
      ["stage": stage, "count": "\(entries.count)"],
      [
        "list": [
          .table(
            Table(
              [
                .init(2, .centre), .init(9), .init(6), .init(5, .centre), .init(3, .centre),
                .init(5),
              ],
              head: [["序号", "文书名称", "文号", "日期", "页次", "备注"].map { Table.Cell(head: $0) }],
              rows: entries.enumerated().map { index, entry in
                ["\(index + 1)", entry.title, entry.number, entry.date, "", entry.remark].map {
                  Table.Cell(Words($0))
                }
              }, rowHeight: 9))
        ],
        "signatures": [.signatureLines(["立卷人", "检查人"])],
      ])
  }

  /// With nothing left out.
  public static let sample = FolderContent(
    .sample, stage: "示例",
    entries: [Entry(title: "示例", number: "示例〔2026〕1号", date: "2026年9月17日", remark: "示例")])
}
