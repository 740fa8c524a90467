import Testing

@testable import Console

@Suite("The bar of a long work")
struct LongWorkWordsTests {
  private func said(_ done: Int, of total: Int, after spent: Duration) -> String {
    Phrase.working(.checking, done, of: total, after: spent).zh
  }

  @Test("it shows how much of how much is done, and what is left once that can be told")
  func bar() {
    #expect(said(0, of: 400, after: .zero) == "核对 [--------------------] 0/400（Ctrl-C 停止）")
    #expect(
      said(100, of: 400, after: .seconds(2))
        == "核对 [#####---------------] 100/400，还需约 6 秒（Ctrl-C 停止）")
    #expect(
      said(100, of: 400, after: .seconds(200))
        == "核对 [#####---------------] 100/400，还需约 10 分钟（Ctrl-C 停止）")
    #expect(said(400, of: 400, after: .seconds(9)).contains("[####################] 400/400（"))
    #expect(said(0, of: 0, after: .zero).contains("0/0"))
  }
}
