import Testing

@Suite("A screen knows no other screen's types")
struct ScreenWallTests {
  @Test("as the sources are")
  func sources() throws {
    let files = try SourceTree().files(of: "Console").filter { $0.path.hasSuffix(".swift") }
    let walls = ScreenWalls(files)
    let violations = files.flatMap(walls.violations)
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  private static let queue = (
    path: "Sources/Console/Screens/Queue/QueueScreen.swift",
    text: "struct QueueScreen {}\nprivate struct Own {}\n"
  )

  @Test(
    "another screen, the kit, acts and words are refused; the program, comments and texts are not",
    arguments: [
      ("Screens/Board/Board.swift", "let screen = QueueScreen()", true),
      ("Kit/Window.swift", "extension QueueScreen {}", true),
      ("Acts/Act.swift", "func act(_ screen: QueueScreen?) {}", true),
      ("Program/Console.swift", "QueueScreen()", false),
      ("Screens/Queue/QueueLayout.swift", "QueueScreen()", false),
      ("Screens/Board/Board.swift", "// QueueScreen\nlet name = \"QueueScreen\"", false),
      ("Screens/Board/Board.swift", "Own()", false),
    ])
  func kinds(path: String, text: String, isRefused: Bool) {
    let walls = ScreenWalls([Self.queue])
    let found = walls.violations(in: ("Sources/Console/" + path, text))
    #expect(found.isEmpty != isRefused, "\(found)")
  }
}
