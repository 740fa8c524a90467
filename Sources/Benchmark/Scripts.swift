/// The keys that the measures press, as data: what leads to a screen and what is pressed there.
///
/// `open --as` preselects the person and the passphrase field has the focus; Enter leads to the
/// queue, whose first rows are what waits for the person, what is due first on top.
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

  /// A long list on which keys are timed.
  struct ListScript {
    var title: String
    /// What leads to its screen; nil for the queue, where a login leads.
    var tab: Stroke?
    var cycle: [Stroke]
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
      title: "key in the queue", stage: stage, person: person, open: [],
      cycle: moving + [.right, .left], beside: .moving),
    KeyScript(
      title: "key in independent review", stage: stage, person: person, open: review,
      cycle: moving, beside: .moving),
    KeyScript(
      title: "typing a comment in independent review", stage: stage, person: person,
      open: review + [
        Step(strokes: [.enter], shows: "新写优势"), Step(strokes: [.enter], shows: "加重"),
      ],
      cycle: VimScript.typing.cycle, beside: .typing),
    KeyScript(
      title: "key in consensus", stage: stage, person: person,
      open: [Step(strokes: [.down, .down, .enter], shows: "极差")],
      cycle: moving, beside: .moving),
    KeyScript(
      title: "key on site", stage: stage, person: "zhengqi",
      open: [Step(strokes: [.enter], shows: "核查")],
      cycle: moving + [.right, .left], beside: .moving),
  ]

  /// From the queue to 赵一's review of HZ26-0031.
  private static let review = [Step(strokes: [.down, .enter], shows: "我的评审")]

  /// The long lists of the secretariat, by the tabs that it has.
  static let province = [
    ListScript(
      title: "key in the queue (End, Home, F6, arrows)", tab: nil,
      cycle: moving + [.end, .up, .pageUp, .f6, .end, .home, .pageDown]),
    ListScript(
      title: "key in the terms (End, Home, arrows)", tab: .alt("5"),
      cycle: moving + [.end, .up, .pageUp, .home, .pageDown]),
    ListScript(
      title: "key in the overview", tab: .alt("6"), cycle: moving + [.right, .left]),
    ListScript(
      title: "key in the history (PgDn, arrows)", tab: .alt("8"),
      cycle: moving + [.pageDown, .pageDown, .pageDown]),
  ]

  /// HZ26-0019 in the order of the numbers: its first nine items take 60 % without a word.
  static let settle = SettleScript(
    stage: stage, person: person,
    open: [
      Step(strokes: [.down, .down, .down, .enter], shows: "极差"),
      Step(strokes: [.f6], shows: "款号"),
      Step(strokes: [.pageUp], shows: "高层领导"),
    ],
    prepare: Stroke.text("60"), confirm: .enter, proceed: [.down], items: 9)
}
