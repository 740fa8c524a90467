import Office
import Procedure

/// A report or complaint on paper: as it came in, and what became of it (V3, V4).
public struct ComplaintContent: PaperContents {
  /// A step of the investigation.
  public struct Step: Sendable, Hashable {
    public var day: Day
    public var by: String
    public var text: String

    /// A step.
    public init(day: Day, by: String, text: String) {
      (self.day, self.by, self.text) = (day, by, text)
    }
  }

  /// Whose papers these are, and the day of this one.
  public var city: String
  public var year: Int
  public var date: Day
  public var head: Letterhead
  /// Its number, what it is about, and where it comes from.
  public var number: String
  public var topic = ""
  public var source = ""
  /// The application and the person it is about, where it is about any.
  public var dossier = ""
  public var person = ""
  public var text = ""
  /// Who took it down, and when.
  public var lodgedBy = ""
  public var lodged: Day
  public var steps: [Step] = []
  /// What it came to, once it was closed.
  public var outcome = ""
  public var measure = ""
  public var finding = ""
  public var closed: Day?
  /// What was done about the person (V4), one a line.
  public var sanctions: [String] = []

  /// A complaint that just came in.
  public init(
    number: String, lodged: Day, city: String, year: Int, date: Day, head: Letterhead
  ) {
    (self.number, self.lodged, self.city) = (number, lodged, city)
    (self.year, self.date, self.head) = (year, date, head)
  }

  public var fill: PaperFill {
    let words: [String: String] = [
      "number": number, "topic": topic, "source": source, "dossier": dossier, "person": person,
      "lodgedBy": lodgedBy, "lodged": PaperFill.written(lodged), "outcome": outcome,
      "measure": measure, "closed": closed.map(PaperFill.written) ?? "", "city": city,
      "year": "\(year)", "date": PaperFill.written(date), "text": text, "finding": finding,
    ]
    let rows: [(String, String)] = [
      ("登记编号", number), ("受理日期", PaperFill.written(lodged)), ("来源", source), ("事项类别", topic),
      ("涉及申报", dossier), ("涉及人员", person), ("登记人", lodgedBy),
    ]
    return PaperFill(
      head.values(in: city).merging(words.mapValues(FieldValue.text)) { $1 },
      blocks: [
        "facts": [
          .table(
            Table(
              [.init(3, .centre), .init(9)],
              rows: rows.map { [Table.Cell(Words($0)), Table.Cell(Words($1.isEmpty ? "—" : $1))] },
              rowHeight: 10))
        ],
        "steps": Composition.numbered(
          steps.map { "\(PaperFill.written($0.day))　\($0.by)：\($0.text)" }),
        "sanctions": Composition.numbered(sanctions),
        "signature": [.signature(signer: "监督组", date: PaperFill.written(date))],
        "signatures": [.signatureLines(["登记人", "监督组负责人"])],
      ])
  }

  /// With nothing left out.
  public static let sample: ComplaintContent = {
    let day = PaperCase.sample.date
    var content = ComplaintContent(
      number: "T0", lodged: day, city: "示例市", year: 2026, date: day, head: .sample)
    (content.topic, content.source, content.dossier) = ("示例", "示例", "示例")
    (content.person, content.text, content.lodgedBy) = ("示例", "示例", "示例")
    content.steps = [Step(day: day, by: "示例", text: "示例")]
    (content.outcome, content.measure, content.finding) = ("示例", "示例", "示例")
    (content.closed, content.sanctions) = (day, ["示例"])
    return content
  }()
}
