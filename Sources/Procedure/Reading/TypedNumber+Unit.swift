extension TypedNumber {
  /// In what a number is counted: what people write behind it, or before.
  public enum Unit: Sendable, Hashable, CaseIterable {
    /// A plain count, without a word of its own.
    case one
    case people
    /// A year of the calendar.
    case year
    case hours
    /// A place among others: 第3名.
    case rank
    /// The number of a thing in its row: 第3号.
    case ordinal
    /// Copies of a paper.
    case copies
    case percent
    /// Yuan: 万 and 亿 count.
    case yuan
    /// Ten thousand yuan: 亿 and what ends in 元 is converted, a bare 万 is not understood.
    case tenThousandYuan

    /// Whether it is money, which has marks and multiples of its own.
    var isMoney: Bool { self == .yuan || self == .tenThousandYuan }

    /// What may stand behind the number, longer words first, in half width and without blanks.
    var behind: [String] {
      switch self {
      case .one, .yuan, .tenThousandYuan: []
      case .people:
        ["名员工", "名职工", "个人", "人", "名", "位", "employees", "persons", "people", "staff"]
      case .year: ["年度", "年"]
      case .hours: ["个小时", "小时", "个钟头", "钟头", "个钟", "时", "hours", "hour", "hrs", "h"]
      case .rank: ["名", "位"]
      case .ordinal: ["号", "件", "项"]
      case .copies: ["份", "套", "本", "copies", "copy"]
      case .percent: ["%", "个百分点", "percent"]
      }
    }

    /// What may stand before it.
    private var before: [String] {
      switch self {
      case .rank, .ordinal: ["第", "no.", "#"]
      case .percent: ["百分之"]
      case .one, .people, .year, .hours, .copies, .yuan, .tenThousandYuan: []
      }
    }

    /// Takes the word of the unit off a number, where one stands there.
    func takeWords(off plain: inout String) {
      if let word = behind.first(where: plain.hasSuffix) { plain.removeLast(word.count) }
      if let word = before.first(where: plain.hasPrefix) { plain.removeFirst(word.count) }
    }
  }
}
