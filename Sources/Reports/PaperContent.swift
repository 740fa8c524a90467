import Criteria
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
}

/// What a paper says: the caller's facts, from which the template picks.
public struct PaperContent: Sendable, Hashable {
  /// The city, such as 杭州市.
  public var city: String
  /// The year of the cycle.
  public var year: Int
  /// The cycle's title.
  public var cycle: String
  /// The paper's own number.
  public var number: String
  /// The day of the paper; of a notice, the day it is published.
  public var date: Day
  /// The last day of a notice.
  public var last: Day?
  /// The length of a notice, working days.
  public var days: Int?
  /// Whether the last day lies in a year whose holidays are not published yet (W).
  public var isProvisional: Bool
  /// The organisations listed, in the order in which they are to stand.
  public var rows: [PaperRow]
  /// Whom a letter is written to.
  public var recipient: String
  /// Who recommended the recipient and is told too (Q3, R9).
  public var recommender: String
  /// Why; of an objection, what was objected.
  public var reason: String
  /// What the check of an objection found (P3).
  public var answer: String
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
  /// The authority that signs.
  public var body: String
  /// The log's head when the paper was made, in hexadecimal.
  public var head: String
  /// The position in the log of what the paper tells.
  public var position: Int
  /// When it was printed, as it is to stand on the paper.
  public var printed: String
  /// Whether a place lapsed for want of the annual report (C3) and was not revoked (C4).
  public var isLapsed: Bool
  /// Whether a place was taken back for fraud (V4).
  public var isFraud: Bool = false
  /// Whether an objection was found to be right; nil where the paper is about none (P3).
  public var isUpheld: Bool?

  /// What a paper says; parts that it does not need stay empty.
  public init(
    city: String, year: Int, cycle: String, number: String, date: Day, last: Day? = nil,
    days: Int? = nil, isProvisional: Bool = false, rows: [PaperRow] = [],
    recipient: String = "", recommender: String = "", reason: String = "", answer: String = "",
    total: Points? = nil, line: Points? = nil, refundMonths: Int? = nil, refundDue: Day? = nil,
    body: String, head: String, position: Int, printed: String, isLapsed: Bool = false
  ) {
    (self.city, self.year, self.cycle, self.number) = (city, year, cycle, number)
    (self.date, self.last, self.days, self.isProvisional) = (date, last, days, isProvisional)
    (self.rows, self.recipient, self.recommender) = (rows, recipient, recommender)
    (self.reason, self.answer, self.total, self.line) = (reason, answer, total, line)
    (self.refundMonths, self.refundDue) = (refundMonths, refundDue)
    (self.body, self.head, self.position) = (body, head, position)
    (self.printed, self.isLapsed) = (printed, isLapsed)
  }
}
