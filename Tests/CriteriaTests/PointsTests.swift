import Criteria
import Foundation
import Testing

@Suite("Points and fractions are exact")
struct PointsTests {
  @Test(
    "Points are written with no more decimals than needed, and with two in columns",
    arguments: [
      (2000, "20", "20.00"), (1250, "12.5", "12.50"), (55275, "552.75", "552.75"),
      (-350, "-3.5", "-3.50"), (0, "0", "0.00"), (-25, "-0.25", "-0.25"), (5, "0.05", "0.05"),
      (10000, "100", "100.00"),
    ])
  func writing(_ hundredths: Int, _ short: String, _ fixed: String) {
    let points = Points(hundredths: hundredths)
    #expect(points.description == short)
    #expect(points.fixed == fixed)
    #expect(Points.parse(short) == points)
    #expect(Points.parse(fixed) == points)
  }

  @Test(
    "A text that is no amount is not read",
    arguments: [
      "", ".", "5.", ".5", "5.123", "1e3", "五百", "5,5", "--5", "1.2.3",
      "92233720368547758.08", "99999999999999999999",
    ])
  func refuses(_ text: String) { #expect(Points.parse(text) == nil) }

  @Test("Full-width amounts are read")
  func fullWidth() { #expect(Points.parse(" ５４９．７５\u{3000}") == Points(hundredths: 54975)) }

  @Test("In files points are text with two decimals")
  func coding() throws {
    let data = try JSONEncoder().encode([Points(hundredths: 54975), Points(whole: 550)])
    #expect(String(decoding: data, as: UTF8.self) == #"["549.75","550.00"]"#)
    #expect(
      try JSONDecoder().decode([Points].self, from: data)
        == [Points(hundredths: 54975), Points(whole: 550)])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Points].self, from: Data(#"["550.001"]"#.utf8))
    }
  }

  @Test("Fractions are kept reduced, with the sign above the line")
  func reduced() {
    #expect(Fraction(6, -8) == Fraction(-3, 4))
    #expect(Fraction(0, 7) == .zero)
    #expect(Fraction(6, -8).description == "-3/4")
    #expect(Fraction(6, 3).isInteger)
    #expect(Fraction(Points(hundredths: 787_50)).description == "1575/2")
  }

  @Test("Fractions calculate exactly")
  func arithmetic() {
    #expect(Fraction(1, 3) + Fraction(1, 6) == Fraction(1, 2))
    #expect(Fraction(1, 3) - Fraction(1, 2) == Fraction(-1, 6))
    #expect(Fraction(2, 3) * Fraction(9, 4) == Fraction(3, 2))
    #expect(Fraction(2, 3) / Fraction(-4, 9) == Fraction(-3, 2))
    #expect(Fraction(-1, 2) < Fraction(1, 3))
    #expect(Fraction(-5, 2).magnitude == Fraction(5, 2))
  }

  @Test(
    "Fractions are shown rounded down, so that nothing below a line looks like it",
    arguments: [
      (Fraction(155, 3), 2, "51.66"), (Fraction(54_999_999, 100_000), 2, "549.99"),
      (Fraction(63, 8), 3, "7.875"), (Fraction(-1, 3), 2, "-0.34"),
      (Fraction(-1, 1000), 2, "-0.01"),
      (Fraction(550), 2, "550.00"), (Fraction(-5, 2), 0, "-3"), (Fraction(1, 20), 2, "0.05"),
    ])
  func roundsDown(_ fraction: Fraction, _ places: Int, _ text: String) {
    #expect(fraction.roundedDown(places: places) == text)
  }

  @Test("Item numbers are ordered as people count")
  func itemOrder() {
    let numbers: [ItemID] = ["4.4.10", "4.10", "4.4.2", "4.4", "B.1.2", "B.1.1", "4.4.9"]
    #expect(
      numbers.sorted().map(\.rawValue)
        == ["4.4", "4.4.2", "4.4.9", "4.4.10", "4.10", "B.1.1", "B.1.2"])
  }
}
