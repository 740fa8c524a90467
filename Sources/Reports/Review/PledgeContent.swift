import Office
import Procedure

/// What somebody who reviews promises in writing: to step back where they must, to keep silence, to
/// take nothing (R5, V2).
public struct PledgeContent: PaperContents {
  /// A ground to step back for, and whether it was declared.
  public struct Ground: Sendable, Hashable {
    public var text: String
    public var isDeclared: Bool

    /// A ground.
    public init(_ text: String, isDeclared: Bool) {
      (self.text, self.isDeclared) = (text, isDeclared)
    }
  }

  public var subject: PaperCase
  /// Who promises, with what they declared in the program.
  public var person: PaperPerson
  /// The grounds to step back for.
  public var grounds: [Ground] = []
  /// More words to what was declared.
  public var note = ""

  /// A promise.
  public init(_ subject: PaperCase, _ person: PaperPerson) {
    (self.subject, self.person) = (subject, person)
  }

  public var fill: PaperFill {
    subject.fill(
      [
        "person": person.name, "unit": person.unit, "post": person.post,
        "declared": person.declared, "note": note,
      ],
      [
        "grounds": stride(from: 0, to: grounds.count, by: 2).map { first in
          .ticks(
            grounds[first..<min(first + 2, grounds.count)].map {
              .init($0.text, isTicked: $0.isDeclared)
            })
        },
        "signatures": [.signatureLines(["承诺人"])],
      ])
  }

  /// With nothing left out.
  public static let sample: PledgeContent = {
    var content = PledgeContent(.sample, .sample)
    content.grounds = [Ground("示例", isDeclared: true)]
    content.note = "示例"
    return content
  }()
}

/// What one side says of the other after a visit, filled or blank (V3).
public struct AssessmentContent: PaperContents {
  /// A topic with the grade given, 1 to 5.
  public struct Row: Sendable, Hashable {
    public var topic: String
    public var grade: Int?

    /// A topic; no grade on a blank paper.
    public init(_ topic: String, _ grade: Int? = nil) { (self.topic, self.grade) = (topic, grade) }
  }

  public var subject: PaperCase
  /// Who assesses whom.
  public var direction: String
  public var rows: [Row]
  /// The words added to the grades.
  public var text = ""

  /// An assessment.
  public init(_ subject: PaperCase, direction: String, rows: [Row]) {
    (self.subject, self.direction, self.rows) = (subject, direction, rows)
  }

  public var fill: PaperFill {
    let isBlank = rows.allSatisfy { $0.grade == nil }
    return subject.fill(
      ["direction": direction],
      [
        "grades": [
          .table(
            Table(
              [.init(8)] + (1...5).map { _ in .init(2, .centre) },
              head: [["内容", "5 好", "4", "3", "2", "1 差"].map { Table.Cell(head: $0) }],
              rows: rows.map { row in
                [Table.Cell(Words(row.topic))]
                  + (1...5).reversed().map { $0 == row.grade ? "☑" : "□" }
              }, rowHeight: 12))
        ],
        "text": isBlank
          ? (0..<4).map { _ in .paragraph(.blank(26), .flush) } : Composition.said(text),
        "signatures": [.signatureLines(["评价人"])],
      ])
  }

  /// With nothing left out.
  public static let sample: AssessmentContent = {
    var content = AssessmentContent(.sample, direction: "示例", rows: [Row("示例", 5)])
    content.text = "示例"
    return content
  }()
}
