/// The number of an official paper (发文字号): «杭市监质〔2026〕5号» (GB/T 9704 7.2.5).
public struct DocumentNumber: Sendable, Hashable, CustomStringConvertible {
  /// What it begins with: the office's own sign (发文机关代字).
  public let prefix: String
  public let year: Int
  /// The running number in the year, from 1.
  public let ordinal: Int

  /// The number of an office, a year and a running number.
  public init(prefix: String, year: Int, ordinal: Int) {
    (self.prefix, self.year, self.ordinal) = (prefix, year, ordinal)
  }

  /// Reads a number; nil for any other form: the year in full between 〔 and 〕, the running number
  /// without zeros before it and without 第.
  public init?(_ text: String) {
    guard let match = text.wholeMatch(of: /([^〔〕\s]+)〔(20[0-9]{2})〕([1-9][0-9]{0,6})号/),
      let year = Int(match.2), let ordinal = Int(match.3)
    else { return nil }
    self.init(prefix: String(match.1), year: year, ordinal: ordinal)
  }

  public var description: String { "\(series)\(ordinal)号" }

  /// What all numbers of an office and a year begin with.
  public var series: String { "\(prefix)〔\(year)〕" }
}
