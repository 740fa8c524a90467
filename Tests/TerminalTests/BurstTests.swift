import Testing

@testable import Terminal

@Suite("Text pasted without the terminal's marks")
struct BurstTests {
  private func keys(_ text: String) -> [Input] {
    text.map { .key(Key($0)) }
  }

  private static let words = "这是从邮件里复制的一整段文字，里面有换行和制表符，谁也打不了这么快"

  @Test("words, Enter and Tab that come in one go are one piece of text")
  func words() {
    let text = Self.words + "\n" + Self.words + "\t50\n"
    #expect(Burst.joined(keys(text)) == [.paste(text)])
  }

  @Test(
    "what a person types ahead stays keys",
    arguments: [
      "demo\n", "战略研讨机制系统\n", "50\n55\n60\n65\n70\n75\n80\n85\n90\n95\n", "张三\t李四\n",
      String(repeating: "j", count: 60), String(repeating: " ", count: 60),
      String(repeating: "\n", count: 60),
    ])
  func typed(_ text: String) { #expect(Burst.joined(keys(text)) == keys(text)) }

  @Test("other keys around the text stay what and where they are")
  func around() {
    let inputs = [Input.key(.down)] + keys(Self.words + "\n乙") + [.key(.function(5))]
    #expect(
      Burst.joined(inputs) == [.key(.down), .paste(Self.words + "\n乙"), .key(.function(5))])
  }
}
