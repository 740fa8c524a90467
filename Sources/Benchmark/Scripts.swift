/// The keys that the measures press, as data: what leads to a screen and what is pressed there.
///
/// The screens' key contract: `open --as` preselects the person and the passphrase field has the
/// focus; Enter leads to the queue; Alt-1 to Alt-5 are queue, review, consensus, on site, history.
enum Scripts {
  /// Keys that lead somewhere, and a text that only the destination writes.
  struct Step {
    var strokes: [Stroke]
    var shows: String
  }

  /// A screen on which keys are timed.
  struct KeyScript {
    var title: String
    /// The demo store's stage.
    var stage: String
    /// Who logs in.
    var person: String
    /// From the queue to the screen.
    var open: [Step]
    /// Pressed over and over; it must end where it began.
    var cycle: [Stroke]
    /// What vim is given in the same rhythm.
    var beside: VimScript
  }

  /// What the anchor does.
  struct VimScript {
    var title: String
    var open: [Stroke]
    var cycle: [Stroke]

    static let moving = VimScript(
      title: "vim moving", open: [], cycle: [.down, .down, .down, .up, .up, .up])
    static let typing = VimScript(
      title: "vim typing", open: Stroke.text("i"),
      cycle: Stroke.text("战略部署 ok") + Array(repeating: .backspace, count: 7))
  }

  /// The settling of one item after another in consensus.
  struct SettleScript {
    var stage: String
    var person: String
    var open: [Step]
    /// Before the timed key: from the item list to the filled-in field.
    var prepare: [Stroke]
    /// The timed key, which settles.
    var confirm: Stroke
    /// After it: to the next item.
    var proceed: [Stroke]
    /// How many items can be settled before the case is used up.
    var items: Int
  }

  static let passphrase = "demo"
  /// Written by the login screen and by the queue, and by no other screen.
  static let loginShows = "口令"
  static let queueShows = "我的待办"
  /// Who starts, logs in and idles.
  static let person = "zhaoyi"
  static let stage = "scored"

  private static let moving: [Stroke] = [.down, .down, .down, .up, .up, .up]

  static let keys = [
    KeyScript(
      title: "key in the queue", stage: "scored", person: person, open: [],
      cycle: moving + [.right, .left], beside: .moving),
    KeyScript(
      title: "key in independent review", stage: "reviewed", person: "qianer",
      open: [Step(strokes: [.alt("2")], shows: "得分率")],
      cycle: moving + [.tab, .tab, .tab], beside: .moving),
    KeyScript(
      title: "typing a comment in independent review", stage: "reviewed", person: "qianer",
      open: [
        Step(strokes: [.alt("2")], shows: "得分率"), Step(strokes: [.tab, .tab, .enter], shows: "优势"),
      ],
      cycle: VimScript.typing.cycle, beside: .typing),
    KeyScript(
      title: "key in consensus", stage: "consensus", person: person,
      open: [Step(strokes: [.alt("3")], shows: "极差")],
      cycle: moving + [.tab, .tab], beside: .moving),
    KeyScript(
      title: "key on site", stage: "onsite", person: person,
      open: [Step(strokes: [.alt("4")], shows: "核查")],
      cycle: moving + [.right, .left], beside: .moving),
  ]

  static let settle = SettleScript(
    stage: "consensus", person: person,
    open: [Step(strokes: [.alt("3")], shows: "极差")],
    prepare: [.enter] + Stroke.text("50"), confirm: .enter, proceed: [.down], items: 20)
}
