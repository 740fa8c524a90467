import Procedure

extension TypedNumber.Unit {
  /// A whole number in a field, nil for nothing; what is none says which form is wanted.
  func whole(_ text: String) throws(Wrong) -> Int? {
    do throws(TypedNumber.Fault) {
      return try TypedNumber.whole(text, in: self)
    } catch {
      throw Wrong(why: .noNumber(text, error, in: self))
    }
  }

  /// An amount in a field, of two decimals at most; nil for nothing.
  func amount(_ text: String) throws(Wrong) -> Amount? {
    do throws(TypedNumber.Fault) {
      return try TypedNumber.amount(text, in: self)
    } catch {
      throw Wrong(why: .noNumber(text, error, in: self))
    }
  }
}

extension Int {
  /// «200,000».
  var grouped: String { Amount(whole: self).grouped }
}

extension Phrase {
  /// Why a text is no number, and how one is written.
  static func noNumber(
    _ text: String, _ fault: TypedNumber.Fault, in unit: TypedNumber.Unit
  ) -> Phrase {
    let written = Phrase("；可写 ", "; write ") + numberSample(unit)
    return switch fault {
    case .notNumber: Phrase("「\(text)」读不成一个数", "«\(text)» is no number") + written
    case .tooLarge: Phrase("数太大", "too large a number")
    case .notWhole: Phrase("须为整数，不能是 \(text)", "a whole number, not \(text)") + written
    case .moreThanTwoDecimals: .Act.twoDecimals
    case .whichTenThousand:
      Phrase(
        "单位已是万元：请写 \(text)元，或只写数字", "counted in 10,000 yuan: write \(text)元, or the figure alone")
    }
  }

  /// Ways of writing a number.
  private static func numberSample(_ unit: TypedNumber.Unit) -> Phrase {
    switch unit {
    case .one: Phrase("200,000、3万、八", "200,000 or 12")
    case .people: Phrase("412、412人、1.2万人", "412 or 412 people")
    case .year: Phrase("2009、2009年", "2009")
    case .hours: Phrase("8、8小时", "8 or 8 hours")
    case .rank: Phrase("3、第3名", "3 or no. 3")
    case .ordinal: Phrase("3、第3号", "3 or no. 3")
    case .copies: Phrase("2、2份", "2 or 2 copies")
    case .percent: Phrase("7.1、7.1%", "7.1 or 7.1%")
    case .yuan: Phrase("200,000.50、20万、20 万元", "200,000.50")
    case .tenThousandYuan: Phrase("3,010.5、3,010.5万元、1.5亿", "3,010.5")
    }
  }
}
