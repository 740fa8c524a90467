import Procedure
import Testing

@Suite("Unified social credit code")
struct CreditCodeTests {
  static let valid = [
    "91330106MA0000007Q", "91330108MA0000015G", "91330110MA00000237", "91330114MA0000031U",
  ]

  @Test("GB 32100: codes with their check character pass", arguments: valid)
  func passes(_ code: String) { #expect(CreditCode(code).fault == nil) }

  @Test("GB 32100: one wrong character is seen, wherever it stands", arguments: valid)
  func oneWrongCharacter(_ code: String) {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let characters = Array(code)
    for place in characters.indices {
      for other in alphabet where other != characters[place] {
        var wrong = characters
        wrong[place] = other
        #expect(CreditCode(String(wrong)).fault != nil)
      }
    }
  }

  @Test("blanks, small letters and full width are the same code")
  func asTyped() {
    #expect(CreditCode(" 91330106ma0000007q ").fault == nil)
    #expect(CreditCode("９１３３０１０６ＭＡ００００００７Ｑ").text == "91330106MA0000007Q")
  }

  @Test("what a spreadsheet made a number of is known by its form")
  func rounded() {
    for code in ["9.133E+17", "9.133010812E+17", "９.１Ｅ＋１７", "9E17"] {
      #expect(CreditCode(code).isRounded, "\(code)")
    }
    for code in Self.valid + ["", "913301080000000000"] {
      #expect(!CreditCode(code).isRounded, "\(code)")
    }
  }

  @Test("letters that are no part of a code fail", arguments: ["91330106MA000000IQ", "", "9133"])
  func fails(_ code: String) { #expect(CreditCode(code).fault != nil) }

  @Test("a code too short is told by its length, not by its check character")
  func length() {
    #expect(CreditCode("9133").fault == .length(4))
    #expect(CreditCode("91330106MA000000IQ").fault == .characters)
    #expect(CreditCode("91330108MA0000015H").fault == .check)
  }
}
