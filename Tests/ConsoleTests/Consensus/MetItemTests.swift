import Criteria
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("What met on copies, where the record is")
struct MetItemTests {
  @Test("9: an item that was settled on two copies says so where it is settled")
  func item() {
    var session = ScreenWorld.session()
    let words = "两处各定了一次，请重新定分"
    #expect(!session.text.contains(words))
    session.dossier.note(clashes: [], sealed: [Clash(.item("4.7.4"), ["ab", "cd"])], held: [])
    session.show()
    #expect(session.text.contains(words))
    session.play(.down)
    #expect(!session.text.contains(words))
  }

  @Test("9: a case's head says what met in it and how much is held; nothing where nothing is")
  func head() {
    var dossier: CaseState = ScreenWorld.session().dossier
    #expect(Phrase.apart(in: dossier) == nil)
    dossier.note(clashes: [Clash(.qualification, ["ab", "cd"])], sealed: [], held: ["ef"])
    let words = Phrase.apart(in: dossier)
    #expect(words?.zh == "两处各办了一次：资格审查，须重新办理一次  ·  暂缓 1 件（历史）")
  }
}
