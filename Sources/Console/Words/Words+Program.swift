import Foundation
import Procedure

/// Words of the program around the screens.
extension Phrase {
  static let clockQuestion = Phrase("时钟对吗？", "Is the clock right?")
  static func clockNow(_ now: Moment) -> Phrase {
    Phrase("本机时钟：\(now)", "this machine's clock: \(now)")
  }
  static func clockLast(_ last: Moment) -> Phrase {
    Phrase("本机上一条记录：\(last)", "the last entry made here: \(last)")
  }
  static let clockMeans = Phrase(
    "相隔一天以上。确认时钟无误，即接着办理；不对请返回，先校准本机时钟。",
    "More than a day apart. Say that the clock is right, and it is done; if not, go back and set it first."
  )
  static let clockYes = Phrase("时钟无误", "The clock is right")

  static func verifying(_ percent: Int) -> Phrase {
    Phrase("核验中 \(percent) %", "verifying \(percent) %")
  }
  static let readOnlyMark = Phrase("! 只读", "! read-only")
  static func voidEntries(_ count: Int) -> Phrase {
    Phrase("✗ 无效记录 \(count)", "✗ \(count) void")
  }

  static let goBackHelp = Phrase(
    "回到来处，没有来处则回到队列；已写的都已保存",
    "back to where you came from, else to the queue; everything is saved")
  static let chooseCaseFirst = Phrase(
    "请先在队列中选定一个组织（Alt-1 队列，Enter 打开）",
    "Choose an organisation in the queue first (Alt-1, Enter)")
  static func pasteCut(_ bytes: Int) -> Phrase {
    Phrase("粘贴内容过长，末尾 \(bytes) 字节未收入", "Paste too long: \(bytes) bytes at its end left out")
  }
  static let quitQuestion = Phrase("退出评审台？", "Quit pingshen?")
  static let quitNothingLost = Phrase(
    "评审草稿和办妥的事项都已保存；没有按 F5 完成的表单留着，下次登录时会问。",
    "Drafts and everything done are saved; a form not finished by F5 is kept and offered at the next login."
  )
  static let stay = Phrase("留下", "Stay")
  static let done = Phrase("完成", "Done")
  static let undo = Phrase("撤销", "Undo")
  static let fields = Phrase("换字段", "fields")
  static let mustBeFilled = Phrase("必填", "must be filled")
  static func tooLong(_ excess: Int, limit: Int) -> Phrase {
    Phrase(
      "超出 \(excess.grouped) 字（限 \(limit.grouped) 字）；全文都在，请删减后再完成",
      "\(excess.grouped) characters too many (limit \(limit.grouped)); all of it is here, shorten it"
    )
  }
  static func pasteNotTaken(_ count: Int) -> Phrase {
    Phrase(
      "这里不能粘贴文字：\(count) 字没有收入，什么也没有办理",
      "no text can be pasted here: \(count) characters not taken, nothing was done")
  }
  static let fieldsHelp = Phrase(
    "上一个、下一个字段；在选项上 ←→ 改选；带入的内容一键入就替换，先移动光标则保留",
    "goes through the fields; ←→ choose; what is filled in is replaced by typing, kept by moving first"
  )
  static let doneHelp = Phrase("填好了，照此办理", "filled in: go on")
  static let undoTypingHelp = Phrase("撤回本字段刚才的键入", "takes back what was typed in this field")
  static let cancelHelp = Phrase("关闭窗口；填了内容的要再按一次", "closes; twice where something was put in")
  static let answerHelp = Phrase("回答这个问题", "answers the question")
  static let formKeys = Phrase(
    "Tab 或 ↑↓ 换字段，←→ 选择，F5 完成，F9 撤销，Esc 取消",
    "Tab or ↑↓ move, ←→ choose, F5 done, F9 undo, Esc cancel")
  static let escAgainDrops = Phrase(
    "再按一次 Esc 放弃填写的内容；F5 完成", "Esc again drops what was put in; F5 is done")
  static func formKept(_ time: Moment) -> Phrase {
    Phrase("已留存 \(time.clock)", "kept \(time.clock)")
  }
  static let formNotKept = Phrase("未留存：", "not kept: ")
  static let formTooLong = Phrase("内容太长，请及时按 F5 完成", "too long, finish with F5")
  static let formHasNoRoom = Phrase(
    "另有两份未完成的表单，请及时按 F5 完成", "two other forms are unfinished, finish with F5")
  static let formIsAnother = Phrase(
    "此事已有变化，请按 Esc 后重新打开表单", "this has changed; press Esc and open the form anew")
  static let formIsGone = Phrase(
    "此事已有变化，表单已关闭", "this has changed and the form closed")
  static let formHadToClose = Phrase(
    "此事已有变化，表单已关闭；填写的内容留着，下次登录时会问",
    "this has changed and the form closed; what was put in is kept and offered at the next login")
  static let unfinishedTitle = Phrase("上次有一份表单未完成", "A form was left unfinished")
  static func unfinishedSince(_ dossier: CaseID?, _ time: Moment) -> Phrase {
    let since = time.brief
    let name = dossier.map { "\($0)，" } ?? ""
    return Phrase("\(name)\(since) 留存", "\(dossier.map { "\($0), " } ?? "")kept \(since)")
  }
  static let unfinishedResume = Phrase("继续填写", "Go on")
  static let unfinishedDrop = Phrase("不要了", "Drop it")
  static let unfinishedLater = Phrase("下次再说", "Next time")
  static let unfinishedClosed = Phrase("这份表单已不能打开", "This form cannot be opened any more")
  static let unfinishedRest = Phrase("有些内容放不回表单", "Some of it has no place in the form")
  static let unfinishedCopy = Phrase(
    "内容如下，可抄录；↑↓ 翻看", "what was put in, to be copied; ↑↓ scroll")
  static let closeOverlay = Phrase("关闭", "Close")
  static let scrollOverlay = Phrase("滚动", "scroll")
  static let doOverlay = Phrase("执行", "Do")
  static let nothingFound = Phrase("没有找到", "nothing found")
  static let onThisScreen = Phrase("本屏", "On this screen")
  static let inThisWindow = Phrase("本窗口", "In this window")
  static let everywhere = Phrase("通用", "Everywhere")
  static let leaveByEsc = Phrase("Esc 关闭", "Esc closes")
  static let unlock = Phrase("解锁", "Unlock")
  static let passphrase = Phrase("口令", "Passphrase")
  static func locked(_ name: String) -> Phrase {
    Phrase("\(name) 的屏幕已锁定", "Locked by \(name)")
  }

  static let paletteHelp = Phrase(
    "列出此处能做的一切；可用中文名、拼音首字母或英文查找",
    "lists all that can be done here; find by Chinese name, pinyin initials or English")
  static let helpHelp = Phrase("按键一览", "what the keys do")
  static let quitHelp = Phrase("离开程序；内容都已保存", "leaves the program; everything is saved")
  static let lockHelp = Phrase("离开座位前锁定屏幕，凭口令解锁", "covers the screen until the passphrase is typed")
  static let repaintHelp = Phrase("画面错乱时整屏重画", "paints everything anew")
  static let suspendHelp = Phrase("回到命令行，fg 继续", "back to the shell; fg goes on")
  static let mouseHelp = Phrase(
    "打开或关闭鼠标点选；打开时按住 Shift 才能复制文字",
    "turns the mouse on or off; while on, Shift is needed to copy text")
  static let mouseIsOn = Phrase("鼠标已打开（按住 Shift 可复制文字）", "mouse on (Shift copies text)")
  static let mouseIsOff = Phrase("鼠标已关闭", "mouse off")
  static func tabHelp(_ place: Int) -> Phrase {
    Phrase("转到第 \(place) 个标签；Ctrl-PgUp/PgDn 前后切换", "tab \(place); Ctrl-PgUp/PgDn step through tabs")
  }
}
