import Foundation

/// Setting up by keys: cycle, people, panels, import (设置).
extension Desk {
  /// Goes to a part of the set-up; the first of them is in front when it is opened.
  private func turn(to part: String, showing sign: String) throws {
    try session.press(.right)
    try see([part, sign])
  }

  /// Opens the cycle with what the form proposes.
  func openCycle() throws {
    try go(to: "设置")
    try see("年度尚未开启")
    try session.press(.enter)
    try see(["采用杭州市的参数", "2026 年度培育"])
    try session.press(.f(5))
    try seeNoMore("采用杭州市的参数")
  }

  /// Announces the call with the days that the form proposes (M7).
  func announceCall() throws {
    try see("尚未发布申报通知")
    try session.press(.f(4))
    try see("截止日只能延后")
    try session.press(.f(5))
    try see("2026-03-02 – 2026-04-01")
  }

  private static func invitation(on screen: ScreenText) -> Substring? {
    screen.rows.lazy.compactMap { row in
      row.firstMatch(of: /(?:[0-9A-Z] ){3}[0-9A-Z](?: +- +(?:[0-9A-Z] ){3}[0-9A-Z]){3}/)?.0
    }.first
  }

  /// Enters one person and reads the invitation code that is shown once.
  func invite(_ id: String, _ name: String) throws -> String {
    try turn(to: "人员", showing: "新增人员…")
    try session.press(.f(4))
    try see("一次性邀请码，请当面")
    try session.type(id)
    try session.press(.tab)
    try session.type(name)
    try see(name)
    try session.press(.f(5))
    // The frame comes in pieces: its title may stand before the code does.
    let screen = try session.waitFor("an invitation code") { Self.invitation(on: $0) != nil }
    guard let code = Self.invitation(on: screen) else {
      throw NotOnScreen(wanted: "an invitation code", screen: screen)
    }
    try session.press(.enter)
    try seeNoMore("的邀请码")
    return code.filter { $0 != " " }
  }

  /// Imports a file and reads the codes of so many people that the screen shows.
  func importFile(_ path: String, people count: Int) throws -> [String: String] {
    for _ in 0..<4 { try session.press(.right) }
    try see("试导入…")
    try session.press(.f(6))
    try see("JSON 或 CSV 文件的路径")
    try session.paste(path)
    try session.press(.f(5))
    try confirm("导入后不能撤回")
    try see("以下邀请码只在这里显示")
    let screen = try session.waitFor("\(count) codes") { Self.codes(on: $0).count == count }
    // Nobody loses them by leaving.
    try session.press(.alt("1"))
    try see("还有 \(count) 个邀请码在屏幕上")
    try session.press(.esc)
    try seeNoMore("还有 \(count) 个邀请码在屏幕上")
    try act("清除邀请码")
    try seeNoMore("以下邀请码只在这里显示")
    return Self.codes(on: screen)
  }

  private static func codes(on screen: ScreenText) -> [String: String] {
    var codes: [String: String] = [:]
    for row in screen.rows {
      guard let match = row.firstMatch(of: /([a-z]+) +([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/) else {
        continue
      }
      codes[String(match.1)] = String(match.2)
    }
    return codes
  }

  /// Forms the panel of all three experts, who stand in the order of their ids; the third leads,
  /// the first is deputy.
  func formPanel(_ id: String, _ name: String) throws {
    for _ in 0..<3 { try session.press(.left) }
    try see("新建评审组…")
    try session.press(.f(4))
    try see("材料评审组 3–7 人")
    try session.type(id)
    try session.press(.tab)
    try session.type(name)
    try session.press(.tab, .tab, .space, .right, .space, .right, .space)
    try session.press(.tab, .right, .right, .tab, .right)
    try see(["‹ 赵一 ›", "‹ 钱二 ›"])
    try session.press(.f(5))
    try seeNoMore("材料评审组 3–7 人")
    try see([name, "赵一"])
  }

  /// Compares the fingerprint of the first who waits with those given and confirms the person.
  func confirmNext() throws -> String {
    try see("● 待核对指纹")
    try session.press(.home)
    try see("核对指纹并启用…")
    try session.press(.enter)
    let screen = try see("请当面或电话请本人念出指纹")
    let groups = screen.rows.flatMap { row in
      row.firstMatch(of: /^[^0-9]*(\d{4}   \d{4}   \d{4}   \d{4})/).map { [String($0.1)] } ?? []
    }
    try session.press(.f(8))
    try seeNoMore("请当面或电话请本人念出指纹")
    return groups.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// Opens the file of the main job's case from the queue, once it is there.
  func openCase() throws {
    try session.press(.alt("1"), .right)
    try see(MainJob.number)
    try session.press(.f(7))
    try see(["办理", MainJob.number])
  }
}
