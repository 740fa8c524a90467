import Testing

@testable import Terminal

@Suite("Finding again")
struct FindFieldTests {
  @Test("the word that is there is selected: what is typed or pasted replaces it")
  func replaced() {
    var typed = FindField(label: "查找", text: "钱江")
    #expect(typed.field.isProposal)
    #expect(typed.handle(.character("西")) == .changed)
    _ = typed.handle(.character("溪"))
    #expect(typed.text == "西溪")
    var pasted = FindField(label: "查找", text: "钱江")
    pasted.paste("西溪")
    #expect(pasted.text == "西溪")
    var erased = FindField(label: "查找", text: "钱江")
    _ = erased.handle(.backspace)
    #expect(erased.text.isEmpty)
  }

  @Test("who moves in it keeps it")
  func kept() {
    for key in [Key.left, .home, .end] {
      var field = FindField(label: "查找", text: "钱江")
      _ = field.handle(key)
      _ = field.handle(.character("x"))
      #expect(field.text.count == 3, "\(key)")
    }
  }
}
