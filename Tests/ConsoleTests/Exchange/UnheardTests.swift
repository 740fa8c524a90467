import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

@Suite("Who finishes is warned of copies that were not heard from")
struct UnheardTests {
  private func copy(_ device: String, of person: PersonID, _ written: Moment) -> KnownCopy {
    var copy = KnownCopy(device: device)
    (copy.author, copy.written) = (person, written)
    return copy
  }

  @Test("R6: members whose copies were not heard from since the opening are named, with the copy")
  func warns() {
    let opened = DossierWorld.now
    var context = DossierWorld(as: "p2").context
    var state = CopiesState()
    state.copies = [
      copy("00ff00ff00ff00ff", of: "p3", opened.adding(seconds: -60)),
      copy("11ff00ff00ff00ff", of: "p4", opened.adding(seconds: 60)),
    ]
    context.copies = state
    let lines = context.unheard(["p3", "p4", "p5"], since: opened).map(\.zh)
    #expect(lines.count == 1)
    for words in ["00FF", "钱二"] { #expect(lines.first?.contains(words) == true) }
    for words in ["11FF", "孙三"] { #expect(lines.first?.contains(words) == false) }
    #expect(context.unheard(["p4", "p5"], since: opened).isEmpty)
    #expect(context.unheard(["p3"], since: nil).isEmpty)
    context.cycle.apply(.copyRetired(copy: "00ff00ff00ff00ff", reason: "遗失"))
    #expect(context.unheard(["p3"], since: opened).isEmpty)
  }
}
