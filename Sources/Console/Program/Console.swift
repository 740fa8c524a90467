import Foundation
import Procedure
import Store
import Terminal

/// The whole program's model: who is at work, the screens, what lies over them.
///
/// `update` takes a message and answers with effects; `paint` makes a frame. No store, clock or
/// terminal is touched here.
public struct Console: Sendable {
  /// What lies over the screen.
  enum Overlay: Sendable {
    case help(ScrollState)
    case palette(Palette)
    case question(Question, Dialog)
    case form(FormSheet)
    case locked(TextField)
  }

  public internal(set) var context: Context
  var screens: [ScreenID: any Screen]
  /// The screen in front.
  public internal(set) var current: ScreenID
  /// Where one came from, for every screen that another led to.
  var origins: [ScreenID: Origin] = [:]
  var overlay: Overlay?
  /// What help, the list of actions and the question whether to quit lie over, the lowest first; it
  /// comes back as it was.
  var covering: [Overlay] = []
  var notice: Notice?
  /// What is said once something asked for is durable, by its ticket.
  var promised: [String: Phrase] = [:]
  var saving: Saving
  /// What the screen offered when the last frame was made; nil once anything has come since.
  var settledOffers: [Offer]?
  /// A form that was open when the screen was locked.
  var covered: FormSheet?
  /// The form that led to the question on the screen; it comes back unless what follows is done.
  var asking: FormSheet?
  /// What stood in the form's fields when it was opened.
  var openedTexts: [String] = []
  /// What is kept of the form that is open.
  var keeping = FormKeeping()
  /// Forms of earlier times that were not finished and are still to be asked about.
  var left: [UnfinishedForm] = []
  /// Whether Esc was pressed once in a form that holds something.
  var mayDrop = false
  /// Whether a form waits for what it led to.
  var formIsPending = false
  /// Whether the program is to end.
  public internal(set) var isFinished = false
  /// The person named on the command line, chosen at login.
  let wanted: PersonID?

  /// A screen that led to another, with the case in front of it.
  struct Origin: Sendable {
    let screen: ScreenID
    let dossier: CaseID?
  }

  /// What the top line says about saving.
  enum Saving: Sendable, Hashable {
    case nothing
    case unsaved
    case saved(Moment)
  }

  /// The program before login.
  ///
  /// - Parameter wanted: Who is chosen on the login screen.
  public init(context: Context, wanted: PersonID? = nil) {
    self.context = context
    self.wanted = wanted
    (screens, current, overlay, notice, saving) = ([:], .login, nil, nil, .nothing)
    screens[.login] = LoginScreen(wanted: wanted)
  }

  /// The smallest window that shows screens.
  static let minimum = Size(width: 60, height: 16)

  /// The screen in front.
  var screen: any Screen {
    get { screens[current] ?? LoginScreen(wanted: wanted) }
    set { screens[current] = newValue }
  }

  /// What the screen in front shows first.
  public mutating func start() -> [Effect] { send(.opened) }

  /// Gives a message to the screen in front.
  mutating func send(_ message: ScreenMessage) -> [Effect] {
    // A case of an earlier year is shown by that year's criteria and parameters.
    if case .loaded(.dossier(let dossier)) = message, current.isOfCase,
      dossier.id == context.dossier
    {
      context.year = dossier.year
    }
    if case .loaded(.exchanged) = message { context.hasUnsentDrafts = false }
    if case .loaded(.copies(let state)) = message {
      context.copies = state
      offerExchange()
    }
    return screen.update(message, context)
  }

  /// Whether letters belong to a text field now.
  var isTyping: Bool {
    switch overlay {
    case .form, .palette, .locked: true
    case .help, .question: false
    case nil: screen.isTyping
    }
  }

  /// The name of what has the focus, for snapshots.
  public var focusName: String {
    switch overlay {
    case .help: "help"
    case .palette: "palette"
    case .question(let question, _): "question/\(question.id)"
    case .form(let sheet): "form/\(sheet.id)"
    case .locked: "locked"
    case nil: "\(current.rawValue)/\(screen.focusName)"
    }
  }
}
