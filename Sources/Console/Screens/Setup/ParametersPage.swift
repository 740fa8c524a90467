import Procedure
import Terminal

/// The parameters (参数), and another city's before a cycle is open.
struct ParametersPage: TextPage {
  static let part = SetupScreen.Part.parameters
  var pane = PageText()

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    [
      ScreenAction(
        "adopt", .Setup.adopt, keys: [.function(4)], shown: .plain("F4"),
        help: .Setup.adoptHelp,
        availability: context.cycle.year == nil || context.cycle.isClosed
          ? .available : .disabled(.reason(.cycleOpen, context)), importance: 8
      ) { page, context in page.open("adopt", context) }
    ]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard name == "adopt" else { return nil }
    return .file(name, .Setup.adopt, .Setup.adoptMeans, context) { _, path in
      [.adoptParameters(path: path, ticket: "adopt")]
    }
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    ParameterLines.all(of: context.parameters, width: width, context)
  }
}
