import Procedure
import Testing

@testable import Store

@Suite("Days on which something waits")
struct DutySpanTests {
  @Test("A case waits on exactly the days on which one of its duties can be done, once on each")
  func spans() {
    let start = StoreWorld.callEnd
    var random = Chance(seed: 7)
    for _ in 0..<200 {
      let duties = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Duty(
          holder: .group(.secretariat),
          kind: [.submit, .closeNotice, .report, .qualify].randomElement(using: &random)!,
          due: start.adding(days: Int.random(in: -20...20, using: &random)))
      }
      let spans = DutySpan.merged(duties)
      for day in (-25...25).map({ start.adding(days: $0) }) {
        let text = day.description
        let found = spans.filter { $0.opens <= text && $0.closes >= text }
        #expect(found.count == (duties.contains { $0.isPossible(on: day) } ? 1 : 0))
      }
    }
  }
}
