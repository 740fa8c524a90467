import Office
import Procedure

/// The minutes of a meeting: who was there, and what was decided for which reasons (R7, S6, P4).
public struct MinutesContent: PaperContents {
  /// What was decided.
  public struct Decision: Sendable, Hashable {
    public var text: String
    public var grounds: String

    /// A decision with its grounds.
    public init(text: String, grounds: String) { (self.text, self.grounds) = (text, grounds) }
  }

  /// Which meeting, such as 组长会议.
  public var meeting: String
  public var city: String
  public var year: Int
  public var head: Letterhead
  public var number: String
  /// When and where.
  public var day: Day
  public var place = ""
  public var chair = ""
  public var recorder = ""
  /// Who was there, and who was not and why.
  public var present: [String] = []
  public var absent: [String] = []
  public var decisions: [Decision] = []

  /// The minutes of a meeting that was held.
  public init(
    meeting: String, city: String, year: Int, head: Letterhead, number: String, day: Day
  ) {
    (self.meeting, self.city, self.year) = (meeting, city, year)
    (self.head, self.number, self.day) = (head, number, day)
  }

  public var fill: PaperFill {
    let title = "\(meeting)纪要"
    let words = [
      "title": title, "meeting": meeting, "number": number, "city": city, "year": "\(year)",
      "date": PaperFill.written(day), "place": place, "chair": chair, "recorder": recorder,
      "present": present.joined(separator: "、"), "absent": absent.joined(separator: "；"),
    ]
    let decided: [Composition.Block] = decisions.enumerated().flatMap { index, decision in
      let grounds: [Composition.Block] =
        decision.grounds.isEmpty ? [] : [.paragraph(Words("理由：\(Markup.line(decision.grounds))"))]
      let text = "（\(index + 1)）\(Markup.line(decision.text))"
      return [.paragraph(Words(text))] + grounds
    }
    return PaperFill(
      head.values(in: city).merging(words.mapValues(FieldValue.text)) { $1 },
      blocks: [
        "heading": [.title(title)] + (number.isEmpty ? [] : [.number(number)]),
        "decisions": decided, "signatures": [.signatureLines(["主持人", "记录人"])],
      ])
  }

  public static let sample: MinutesContent = {
    var content = MinutesContent(
      meeting: "组长会议", city: "示例市", year: 2026, head: .sample, number: "示例〔2026〕1号",
      day: Day(daysSinceEpoch: 20_713))
    (content.place, content.chair, content.recorder) = ("示例", "示例甲", "示例乙")
    (content.present, content.absent) = (["示例甲", "示例乙"], ["示例丙（出差）"])
    content.decisions = [Decision(text: "示例", grounds: "示例")]
    return content
  }()
}
