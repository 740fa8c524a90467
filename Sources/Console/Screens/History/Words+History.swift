import Criteria
import Foundation
import Procedure
import Store

/// Words of the history.
extension Phrase {
  enum History {
    static let time = Phrase("时间", "Time")
    static let who = Phrase("何人", "Who")
    static let what = Phrase("何事", "What")
    static let empty = Phrase("没有符合条件的记录", "no entries")
    static let ofCase = Phrase(" 的全部记录", ": all that was done")
    static let ofAll = Phrase("全部记录", "All that was done")
    static let keysLeftOut = Phrase("未列钥匙记录", "key entries left out")
    static func count(_ count: Int, isComplete: Bool) -> Phrase {
      isComplete ? Phrase("\(count) 条", "\(count)") : Phrase("最近 \(count) 条", "latest \(count)")
    }
    static func arrived(_ at: Moment) -> Phrase {
      let time = String(at.description.dropLast(3))
      return Phrase("! 收到 \(time)", "! arrived \(time)")
    }
    static let clock = Phrase("时钟", "Clock")
    /// What the clock of an entry's copy did before it (V5).
    static func step(_ step: ClockStep) -> Phrase {
      switch step {
      case .back(let seconds):
        Phrase("时钟倒退 ", "clock back by ") + .span(seconds)
      case .ahead(let seconds):
        Phrase("与上一笔相隔 ", "after the last by ") + .span(seconds)
      }
    }
    static let rejected = Phrase("✗ 无效", "✗ void")
    static func rejectedMeans(_ fault: Phrase) -> Phrase {
      Phrase("✗ ", "✗ ") + fault + Phrase("：记录保留，不产生效力。", ": kept, without effect.")
    }
    static let sealed = Phrase("（封存）", " (sealed)")
    static let sealedMeans = Phrase(
      "内容已封存，不对你开放；谁、何时、做了哪类事可查。",
      "Sealed to others; who did what kind of thing, and when, is open.")

    // MARK: Keys

    static let moveHelp = Phrase(
      "上下选择记录，到底自动续读", "selects an entry; older ones follow by themselves")
    static let whole = Phrase("看全文", "whole entry")
    static let wholeHelp = Phrase(
      "展开选中的记录：编号、时间、全部内容", "shows the selected entry with everything it says")
    static let filter = Phrase("筛选…", "Filter…")
    static let filterHelp = Phrase("按人、种类、时间筛选", "by person, kind and time")
    static let showAll = Phrase("看全部", "all cases")
    static let showCase = Phrase("只看本案", "this case")
    static let scopeHelp = Phrase("在本案与全部之间切换", "between this case and all")
    static let withKeys = Phrase("列出钥匙", "with keys")
    static let withoutKeys = Phrase("不列钥匙", "without keys")
    static let keysHelp = Phrase("列出或略去钥匙的发放记录", "shows or leaves out what happened to keys")
    static let clear = Phrase("清除筛选", "no filter")
    static let clearHelp = Phrase("去掉全部筛选条件", "drops every condition")
    static let noFilter = Phrase("没有筛选条件", "nothing is filtered")
    static let neighbour = Phrase("前后条", "other entry")
    static let neighbourHelp = Phrase("看上一条或下一条记录", "the entry before or after")
    static let toList = Phrase("回列表", "back")
    static let toListHelp = Phrase("回到记录列表", "back to the list")

    // MARK: Filter and entry

    static let scope = Phrase("范围", "Scope")
    static let thisCase = Phrase("本案", "this case")
    static let kinds = Phrase("种类", "Kinds")
    static let kindsHelp = Phrase("←→ 移动，空格选取", "←→ move, space takes")
    static let from = Phrase("从", "From")
    static let until = Phrase("到", "Until")
    static let dayHelp = Phrase("如 2026-09-18；不填则不限", "such as 2026-09-18; empty for any")
    static let note = Phrase("注明不生效…", "Note as void…")
    static let noteHelp = Phrase(
      "无效记录查明后，由秘书处和监督组各注明一次，不再在每个画面提示（V5）",
      "a void entry that was looked into: noted once by secretariat and once by supervision (V5)")
    static let accept = Phrase("认可暂缓的办理…", "Accept what is held…")
    static let acceptHelp = Phrase(
      "另一副本上各自办理、因此暂缓的事，由秘书处或监督组写明理由认可，从此生效（V5）",
      "an act held because it was done apart on another copy takes effect, with a reason (V5)")
    static let nothingHeld = Phrase("先选择一条暂缓的记录", "choose an entry that is held first")
    static let acceptMeans = Phrase(
      "认可后这件事照常生效；认可本身记入历史，人人可见。",
      "It takes effect then; that it was accepted stands in everybody's history.")
    static let noteWho = Phrase("由秘书处和监督组注明", "for secretariat and supervision")
    static let nothingToNote = Phrase("先选择一条无效记录", "choose a void entry first")
    static let noteMeans = Phrase(
      "记录仍保留、仍不生效；两方都注明后，只在历史和 check 中列出。",
      "It stays, without effect; once both have noted it, history and check alone name it.")
    static func notedBy(_ people: String) -> Phrase {
      Phrase("已注明：\(people)", "noted by \(people)")
    }
    static func entry(_ position: Int) -> Phrase {
      Phrase("第 \(position) 条记录", "Entry \(position)")
    }
    static let claimed = Phrase("作者时间", "Author's time")
    static let arrival = Phrase("入库时间", "Arrived")
    static let taken = Phrase("他处收到", "Taken elsewhere")
    static func refuted(by seen: Moment) -> Phrase {
      Phrase("早于其所见记录的 \(seen)", "before \(seen), the time of what was seen")
    }
    static let kind = Phrase("类型", "Kind")
    static let room = Phrase("封存于", "Sealed to")
    static let unsealed = Phrase("不封存，人人可读", "not sealed: open to all")
    static let entryID = Phrase("记录编号", "Entry id")

    static func group(_ group: HistoryGroup) -> Phrase {
      switch group {
      case .people: Phrase("年度与人员", "cycle and people")
      case .admission: Phrase("申报与资格", "application")
      case .publicity: Phrase("公示与决定", "notices and decisions")
      case .cultivation: Phrase("培育", "cultivation")
      case .supervision: Phrase("监督", "supervision")
      case .review: Phrase("独立评审", "review")
      case .consensus: Phrase("合议", "consensus")
      case .onSite: Phrase("现场", "on site")
      case .keys: Phrase("钥匙与副本", "keys and copies")
      }
    }

    /// What an entry says, with figures where it can be read.
    static func sentence(of row: HistoryRow, _ context: Context) -> Phrase {
      switch row.act {
      case .event(let event):
        self.event(event, ordinal: row.ordinal, context)
          + (row.department.map { .plain(" \($0)") } ?? .plain(""))
      case .key(let event): key(event, context)
      case nil: name(of: row.kind) + sealed
      }
    }

    /// The words of a kind of entry, as the log names it.
    static func name(of kind: String) -> Phrase {
      if let kind = EventKind(rawValue: kind) { return name(of: kind) }
      if let kind = KeyEventKind(rawValue: kind) { return name(of: kind) }
      return .plain(kind)
    }
  }
}

extension Phrase {
  /// A length of time in whole days, hours or minutes, rounded down.
  static func span(_ seconds: Int) -> Phrase {
    if seconds >= 86_400 { return Phrase("\(seconds / 86_400) 天", "\(seconds / 86_400) days") }
    if seconds >= 7_200 { return Phrase("\(seconds / 3_600) 小时", "\(seconds / 3_600) hours") }
    return Phrase("\(seconds / 60) 分钟", "\(seconds / 60) minutes")
  }
}
