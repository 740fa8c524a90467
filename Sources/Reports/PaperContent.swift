import Criteria
import Office
import Procedure

/// An organisation on a list.
public struct PaperRow: Sendable, Hashable {
  /// The number of its application.
  public var number: String
  /// Its name.
  public var name: String
  /// The district it is registered in.
  public var district: String
  /// Its trade.
  public var industry: String
  /// Its tier in words, where the list has tiers (S6).
  public var tier: String?
  /// Its total, where the list shows totals.
  public var total: Points?

  /// An organisation on a list; a column that is empty in all rows is left out.
  public init(
    number: String, name: String, district: String, industry: String, tier: String? = nil,
    total: Points? = nil
  ) {
    (self.number, self.name, self.district) = (number, name, district)
    (self.industry, self.tier, self.total) = (industry, tier, total)
  }

  var values: [String: FieldValue] {
    [
      "number": .text(number), "name": .text(name), "district": .text(district),
      "industry": .text(industry), "tier": .text(tier ?? ""), "total": .text(total?.fixed ?? ""),
    ]
  }
}

/// What a notice or a letter says: the caller's facts, from which the template picks.
public struct PaperContent: PaperContents {
  /// Which paper it is.
  public var paper: Paper
  /// The city, such as 杭州市.
  public var city: String
  /// The year of the cycle.
  public var year: Int
  /// The paper's own number.
  public var number: String
  /// The day of the paper; of a notice, the day it is published.
  public var date: Day
  /// What stands at its head and foot.
  public var head: Letterhead
  /// The first working day of a notice.
  public var first: Day?
  /// The last day of a notice; of a letter that asks, the day by which it is answered.
  public var last: Day?
  /// The length of a notice, working days.
  public var days: Int?
  /// Whether the last day lies in a year whose holidays are not published yet (W).
  public var isProvisional = false
  /// The organisations listed, in the order in which they are to stand.
  public var rows: [PaperRow] = []
  /// Whom a letter is written to.
  public var recipient = ""
  /// Who recommended the recipient and is told too (Q3, R9).
  public var recommender = ""
  /// Why; of an objection, what was objected; of a question, what is asked.
  public var reason = ""
  /// What the check of an objection found (P3).
  public var answer = ""
  /// What the panel found good about the recipient's material (R9), one a line.
  public var strengths = ""
  /// What the panel saw room for (R9), one a line.
  public var opportunities = ""
  /// The score of the recipient's material.
  public var total: Points?
  /// The line that the score is held against (R7).
  public var line: Points?
  /// Within how many months a grant is refunded (C4).
  public var refundMonths: Int?
  /// The day by which it is.
  public var refundDue: Day?
  /// The grant that is refunded, in yuan; nil where none was paid.
  public var refund: Amount?
  /// Whether a place lapsed for want of the annual report (C3) and was not revoked (C4).
  public var isLapsed = false
  /// Whether a place was taken back for fraud (V4).
  public var isFraud = false
  /// Whether an objection was found to be right; nil where the paper is about none (P3).
  public var isUpheld: Bool?

  /// What a paper says; parts that it does not need stay empty.
  public init(
    _ paper: Paper, city: String, year: Int, number: String, date: Day, head: Letterhead
  ) {
    (self.paper, self.city, self.year) = (paper, city, year)
    (self.number, self.date, self.head) = (number, date, head)
  }

  /// With nothing left out.
  public static let sample: PaperContent = {
    let day = Day(daysSinceEpoch: 20_713)
    var content = PaperContent(
      .noticeFinal, city: "示例市", year: 2026, number: "示例〔2026〕1号", date: day, head: .sample)
    (content.first, content.last, content.days, content.isProvisional) = (day, day, 7, true)
    content.rows = [
      PaperRow(
        number: "1", name: "示例组织", district: "示例区", industry: "示例", tier: "第一层级",
        total: .zero)
    ]
    (content.recipient, content.recommender) = ("示例组织", "示例区市场监督管理局")
    (content.reason, content.answer) = ("示例", "示例")
    (content.strengths, content.opportunities) = ("示例", "示例")
    (content.total, content.line) = (.zero, Points(whole: 1))
    (content.refundMonths, content.refundDue) = (3, day)
    content.refund = Amount(hundredths: 1)
    (content.isLapsed, content.isFraud, content.isUpheld) = (true, true, true)
    return content
  }()
}
