import Foundation
import Procedure

/// Words of what is done in several cases at once.
extension Phrase {
  enum Several {
    static let mark = Phrase("标记", "Mark")
    static let unmark = Phrase("取消标记", "Unmark")
    static let markHelp = Phrase("标记这一件，到下一件；再按一次取消", "marks it and goes on; again takes it off")
    static let markAll = Phrase("全部标记", "Mark all")
    static let markAllHelp = Phrase("标记列表中的全部案卷", "marks every case of the list")
    static let dropMarks = Phrase("清除标记", "Drop marks")
    static let dropMarksHelp = Phrase("清除全部标记", "takes all marks off")
    static let title = Phrase("一并办理…", "Do together…")
    static let help = Phrase(
      "标记的案卷一张表、一次确认办完：征询、初判、决定、公示、发函等",
      "one form and one question for all marked cases: inquiries, decisions, notices, letters")
    static let nothingMarked = Phrase("先用空格标记案卷", "mark cases with space first")
    static let nothing = Phrase("标记的案卷没有可以一并办理的事项。", "Nothing can be done with these together.")
    static func tooMany(_ most: Int) -> Phrase {
      Phrase("列表超过 \(most) 件，请先缩小范围", "more than \(most): narrow the list first")
    }
    static func cases(_ count: Int) -> Phrase { Phrase("\(count) 件", "\(count) cases") }
    static func possible(_ able: Int, of total: Int) -> Phrase {
      if able == total { return Phrase("\(total) 件都可办", "all \(total)") }
      return able == 0
        ? Phrase("暂不可办，看原因", "not now: why")
        : Phrase("\(able) 件可办，\(total - able) 件不可", "\(able) of \(total)")
    }
    /// The first few by their names, and how many there are.
    static func named(_ names: [Phrase], of count: Int) -> Phrase {
      let shown = names.prefix(6)
      let list = Phrase.list(Array(shown))
      guard count > shown.count else { return list }
      return list + Phrase(" 等 \(count) 件", " and \(count - shown.count) more")
    }
    static func unable(_ count: Int) -> Phrase {
      Phrase("另有 \(count) 件暂不可办，这次不办：", "\(count) more cannot be done now and are left out:")
    }
    static func moreReasons(_ count: Int) -> Phrase {
      Phrase(
        "（还有 \(count) 种原因，确认前逐件列出）",
        "(\(count) more reasons, named case by case before it counts)")
    }
    static func notInStage(_ stage: Stage) -> Phrase {
      Phrase("在「", "is in «") + .stage(stage) + Phrase("」阶段，不办此项", "», where this is not done")
    }
    /// «已为 6 件办理「核定资格」».
    static func done(_ title: Phrase, _ count: Int) -> Phrase {
      Phrase("已为 \(count) 件办理「", "Done for \(count): «") + title + Phrase("」", "»")
    }
    /// The rest of that sentence: what was not done, and why.
    static func notDone(_ count: Int, _ reasons: [Phrase]) -> Phrase {
      reasons.enumerated().reduce(Phrase("；\(count) 件未办：", "; \(count) not: ")) {
        $0 + ($1.offset == 0 ? .plain("") : Phrase("；", "; ")) + $1.element
      }
    }
    static let allOrNone = Phrase(
      "全部一起办：有一件不符合规定则一件也不办，并说明是哪一件。",
      "All together: if one is refused, none is done, and the one is named.")
    /// What stands at a field where some cases refuse what was put in.
    static func refused(_ reasons: [Phrase]) -> Phrase {
      guard let first = reasons.first else { return .plain("") }
      guard reasons.count > 1 else { return first }
      return first
        + Phrase("；另有 \(reasons.count - 1) 件也不行", "; \(reasons.count - 1) more refuse it too")
    }
  }
}
