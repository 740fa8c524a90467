import Procedure
import Testing

@testable import Console

@Suite("Amounts as they are shown")
struct AmountWordsTests {
  @Test("amounts are shown with their thousands and in 万元")
  func shown() {
    #expect(Phrase.yuan(500_000).zh == "500,000 元（50 万元）")
    #expect(Phrase.yuan(1_234_567).zh == "1,234,567 元（约 123.46 万元）")
    #expect(Phrase.yuan(Amount(hundredths: 20_000_050)).zh == "200,000.50 元（约 20 万元）")
    #expect(Phrase.yuan(Amount(hundredths: -5)).zh == "-0.05 元")
    #expect(Phrase.yuan(1_234_500).zh == "1,234,500 元（123.45 万元）")
    #expect(Phrase.yuan(800).zh == "800 元")
    #expect(Amount(hundredths: 301_050).grouped == "3,010.50")
    #expect((-1234).grouped == "-1,234" && 0.grouped == "0")
  }
}
