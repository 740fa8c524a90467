/// One person at work: the program open on a store, and what everybody does there by keys.
struct Desk {
  let person: String
  let session: TerminalSession

  /// Sits down at a terminal in which the program was started.
  init(_ session: TerminalSession, as person: String) {
    (self.session, self.person) = (session, person)
  }

  /// Opens the console with the person already chosen on the login screen.
  init(
    _ store: String, as person: String, cols: Int = 120, rows: Int = 40, env: [String: String] = [:]
  ) throws {
    self.init(
      try TerminalSession(["open", store, "--as", person], cols: cols, rows: rows, env: env),
      as: person)
  }

  /// Opens the console and logs in.
  static func loggedIn(
    _ store: String, as person: String, passphrase: String = "demo", cols: Int = 120,
    rows: Int = 40, env: [String: String] = [:]
  ) throws -> Desk {
    let desk = try Desk(store, as: person, cols: cols, rows: rows, env: env)
    try desk.logIn(passphrase)
    return desk
  }

  /// Types the passphrase of the person who is chosen.
  func logIn(_ passphrase: String = "demo") throws {
    try see("口令")
    try session.type(passphrase)
    try session.press(.enter)
    try see("1 队列")
  }

  /// The first login: invitation, passphrase twice.
  func join(invitation: String, passphrase: String) throws {
    try see("首次登录")
    try session.type(invitation)
    try session.press(.tab)
    try session.type(passphrase)
    try session.press(.tab)
    try session.type(passphrase)
    try session.press(.f(5))
    try see("1 队列")
  }

  // MARK: Looking

  @discardableResult
  func see(_ text: String) throws -> ScreenText {
    try session.waitFor(text: text)
  }

  @discardableResult
  func see(_ texts: [String]) throws -> ScreenText {
    try session.waitFor("\(texts)") { screen in
      texts.allSatisfy(screen.contains)
    }
  }

  @discardableResult
  func seeNoMore(_ text: String) throws -> ScreenText {
    try session.waitFor("no more «\(text)»") { !$0.contains(text) }
  }

  /// Waits for what was typed and, on the same screen, for its being saved.
  ///
  /// A sign of an earlier save does not pass: from the frame that shows new text on it reads ● until
  /// that text is durable, and the top line is painted before the text.
  func seeSaved(_ text: String) throws {
    try session.waitFor("«\(text)» saved") { screen in
      screen.contains(text) && screen.rows[0].contains("✓ 已保存")
    }
  }

  /// Waits until the case of the main job stands in a stage, in its file.
  func seeStage(_ stage: String) throws {
    try session.waitFor("the stage «\(stage)»") { screen in
      screen.rows.contains { $0.contains(MainJob.number) && $0.hasSuffix(stage) }
    }
  }

  // MARK: Doing

  /// Goes to a tab by its number on the tab line.
  func go(to tab: String) throws {
    let screen = try see(" \(tab)")
    let words = screen.rows[1].split(separator: " ")
    guard let place = words.firstIndex(of: Substring(tab)), place > 0,
      let digit = words[place - 1].first
    else { throw NotOnScreen(wanted: "the tab «\(tab)»", screen: screen) }
    try session.press(.alt(digit))
  }

  /// Does an action by its name, found in the list of actions.
  func act(_ name: String) throws {
    try session.press(.f(2))
    try session.waitFor("the list of actions") { screen in
      screen.contains("操作…") && screen.contains("▸")
    }
    try session.type(name)
    try session.waitFor("«\(name)» selected") { screen in
      screen.rows.contains { row in row.contains("▸\(name)") || row.contains("▸ \(name)") }
    }
    try session.press(.enter)
  }

  /// Answers a question with the key that it wants, and waits until it is gone.
  func confirm(_ question: String, by key: TestKey = .f(8)) throws {
    try see(question)
    try session.press(key)
    try seeNoMore(question)
  }

  /// Ends a form whose title is on the screen.
  func fillIn(_ title: String) throws {
    try see(title)
    try session.press(.f(5))
  }

  /// Leaves the program.
  func quit() throws {
    try session.press(.f(10))
    try see("退出评审台？")
    try session.press(.enter)
    try session.waitForExit()
  }
}

/// What a test looked for does not stand on the screen.
struct NotOnScreen: Error, CustomStringConvertible {
  let wanted: String
  let screen: ScreenText
  var description: String { "not on the screen: \(wanted)\n\(screen)" }
}

extension Desk {
  /// Selects a case by its number in the whole queue and makes it the one the tabs are about.
  func choose(_ number: String) throws {
    // From «my open work» to all cases.
    try session.press(.right, .f(3))
    try see("取消查找")
    try session.type(number)
    try session.waitFor("\(number) found") { screen in
      screen.rows.contains { $0.contains("▸") && $0.contains(number) }
    }
    try session.press(.enter)
    try seeNoMore("取消查找")
    try session.press(.f(7))
    try see(["办理", number])
  }

  /// Opens a new strength on the selected item of the review.
  func beginStrength() throws {
    try session.press(.enter)
    try see("新写优势")
    try session.press(.enter)
    try see("写一条优势")
  }

  /// Gives the first item of the review a percentage and stays on it.
  func markFirst(_ percentage: Int) throws {
    try session.type("\(percentage)\r")
    try see(["▸ ✓ 4.1.3", "0–9 得分率"])
    try session.press(.up)
    try see(["▸ ✓ 4.1.2", " \(percentage) %"])
  }
}
