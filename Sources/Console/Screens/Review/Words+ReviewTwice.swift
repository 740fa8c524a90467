import Procedure
import Store

/// Words of what one person wrote on two laptops.
extension Phrase.Review {
  static let twice = Phrase("两份", "twice")
  static let standsTwiceGap = Phrase(
    "两台电脑上各改过，请先选定", "changed on two laptops: choose first")
  static let twiceTitle = Phrase("两台电脑上各写了一份", "Written on two laptops")
  static let chooseSide = Phrase("选定…", "Choose…")
  static let chooseSideHelp = Phrase(
    "这一处在两台电脑上各改过：用此处的、用另一份，或意见都留；F9 可撤销",
    "changed on two laptops: this one, the other, or the comments of both; F9 takes it back")
  static let nextTwice = Phrase("下一处两份", "next twice")
  static let nextTwiceHelp = Phrase(
    "到下一处在两台电脑上各改过的地方", "to the next place that was changed on two laptops")
  static let takeOther = Phrase("用另一份", "Take the other")
  static let takeBoth = Phrase("意见都留", "Comments of both")
  static let takeThis = Phrase("用此处的", "Keep what is here")
  static func sideHere(_ words: Phrase) -> Phrase { Phrase("  此处：", "  here: ") + words }
  static func sideThere(_ words: Phrase) -> Phrase { Phrase("  另一份：", "  the other: ") + words }
  static func moreSides(_ count: Int) -> Phrase {
    Phrase("此外还有 \(count) 份，接着再选", "and \(count) more, to be chosen among next")
  }
  static func otherSide(_ count: Int) -> Phrase {
    count > 1
      ? Phrase("另有 \(count) 份，先看一份（Ctrl-T 选定）", "\(count) others, here one (Ctrl-T chooses)")
      : Phrase("另一台电脑上写的（Ctrl-T 选定）", "written on another laptop (Ctrl-T chooses)")
  }
  static let notHandedIn = Phrase(
    "这里另写的，不在交出的评审表里", "written here and not in the sheet handed in")
  static func moreLines(_ count: Int) -> Phrase { Phrase("…还有 \(count) 行", "…\(count) more lines") }
  static let sameComments = Phrase("意见相同", "the same comments")
  static let allChosen = Phrase("已选定，没有两份的了", "chosen; nothing stands twice any more")
  static let startedElsewhere = Phrase(
    "评审是在另一台电脑上开始的，那里写的还没有到这里；请先交换，再接着写",
    "started on another laptop; what was written there is not here yet: exchange first")

  /// The places, as a sentence names them.
  private static func names(_ slots: [DraftSlot]) -> Phrase {
    let names = slots.map { slot -> Phrase in
      if case .item(let id) = slot { .plain(id.rawValue) } else { head }
    }
    return names.dropFirst().reduce(names.first ?? .plain("")) { $0 + Phrase("、", ", ") + $1 }
  }

  static func standsTwice(_ slots: [DraftSlot]) -> Phrase {
    Phrase("两台电脑上各改过：", "changed on two laptops: ") + names(slots)
      + Phrase("；选定（Ctrl-T）之后才能提交", "; choose (Ctrl-T) before handing in")
  }

  static func leftBeside(_ slots: [DraftSlot]) -> Phrase {
    Phrase(
      "评审表是在另一台电脑上提交的，这里另写的不在其中：",
      "handed in on another laptop, without what was written here: ")
      + names(slots)
      + Phrase("；撤回并再次开始后可选用", "; withdraw and start again to use it")
  }
}
