import Foundation
import Procedure

/// Words of the minutes of meetings.
extension Phrase.Terms {
  static let minutes = Phrase("会议纪要…", "Minutes…")
  static let minutesHelp = Phrase(
    "缺席人员及原因、决定事项及理由；可以补写，以最后一次为准",
    "who was absent and why, what was decided and why; the last version counts")
  static let noMeetingChosen = Phrase("先选中一次已召开的会议", "select a meeting that was held first")
  static let minutesMean = Phrase(
    "只有秘书处和监督组能看到；每次修改都留在历史中。",
    "Secretariat and supervision alone read it; each version stays in the history.")
  static let minutesNumber = Phrase("纪要编号", "Minutes")
  static let place = Phrase("地点", "Place")
  static let guests = Phrase("其他到会", "Others present")
  static let guestsHelp = Phrase(
    "没有账号的到会人员，如局领导，用「、」隔开", "people without an account, such as directors")
  static let absent = Phrase("缺席", "Absent")
  static let absentHelp = Phrase("一行一人：姓名 原因", "one in a line: name, then the reason")
  static let decided = Phrase("决定", "Decided")
  static let decidedHelp = Phrase(
    "一行一项：决定事项 理由：……", "one in a line: the decision, then 理由： and its grounds")
  static func noAbsence(_ line: String) -> Phrase {
    Phrase("「\(line)」缺少原因：写作 姓名 原因", "«\(line)»: a name and a reason are due")
  }
  static func noDecision(_ line: String) -> Phrase {
    Phrase("「\(line)」缺少理由：写作 决定事项 理由：……", "«\(line)»: 理由： and the grounds are due")
  }
}
