import Foundation
import Procedure
import Store

/// Words of the queue.
extension Phrase {
  static let stages = Phrase("阶段", "Stages")
  static let mine = Phrase("我的待办", "My open work")
  static let all = Phrase("全部", "All")
  static let queueEmpty = Phrase("这里没有申报", "nothing here")
  static let number = Phrase("编号", "Number")
  static let organisation = Phrase("组织", "Organisation")
  static let district = Phrase("区县", "District")
  static let industry = Phrase("行业", "Trade")
  static let stageHeader = Phrase("阶段", "Stage")
  static let progress = Phrase("进度", "Progress")
  static let dueHeader = Phrase("期限", "Due")
  static let rowMended = Phrase(
    "! 列表数据被改动过，此处按签名记录显示", "! the list was changed; this is what signed entries say")
  static let waitsForConfirmation = Phrase(
    "钥匙已建立。请把指纹念给秘书处核对，确认后即可工作。",
    "Your keys are made. Read the fingerprint to the secretariat; once confirmed you can work.")
  static let comparePeople = Phrase("核对指纹", "Compare fingerprints")
  static let comparePeopleHelp = Phrase(
    "到 设置 → 人员，核对首次登录者的指纹并启用", "to the people who joined and wait to be confirmed")
  static func waitToBeCompared(_ names: [String]) -> Phrase {
    Phrase("● \(names.count) 人待核对指纹（F9）：", "● \(names.count) to be compared (F9): ")
      + .Several.named(names.map { .plain($0) }, of: names.count)
  }
  static let fingerprint = Phrase("指纹", "Fingerprint")
  static let waitsHeader = Phrase("待我办理", "Waits for me")
  static let waitsForMe = Phrase("待我办理：", "waits for me: ")
  static let encouragedOnly = Phrase("只看 ◆ 鼓励申报", "◆ encouraged only")
  static let choose = Phrase("选择", "choose")
  static let chooseHelp = Phrase("上下选择申报", "selects an application")
  static let open = Phrase("打开", "Open")
  static let openHelp = Phrase("打开等我办理的界面；没有则打开案卷", "opens what waits for you, else the case")
  static let openDossier = Phrase("案卷", "Case")
  static let openDossierHelp = Phrase("打开案卷：材料、评审组、办理事项", "opens the case: material, panel, acts")
  static let stagePane = Phrase("阶段", "stages")
  static let stagePaneHelp = Phrase("换到前一个或后一个阶段", "the stage before or after")
  static let switchPane = Phrase("换栏", "other pane")
  static let switchPaneHelp = Phrase("在阶段栏与列表之间切换", "between stages and list")
  static let findHelp = Phrase(
    "在全部申报中按编号、名称或行业查找，两个字即可", "finds by number, name or trade, among all")
  static let nothingLookedFor = Phrase("没有查找条件", "nothing is being looked for")
  static let showFound = Phrase("看结果", "show found")
  static let showFoundHelp = Phrase("回到找到的列表", "to the list of what was found")
  static let dropFind = Phrase("取消查找", "drop")
  static let dropFindHelp = Phrase("清除查找条件", "clears what was looked for")
  static let filter = Phrase("筛选", "Filter")
  static let filterHelp = Phrase("只看带 ◆ 的鼓励申报组织，再按一次取消", "encouraged ones only; again for all")
  static let sort = Phrase("排序", "Sort")
  static let sortHelp = Phrase("依次按期限、编号、阶段、名称排序", "by due date, number, stage, name in turn")

  static func scope(_ scope: QueueQuery.Scope) -> Phrase {
    switch scope {
    case .listed: Phrase("培育名单", "Listed")
    case .reportDue: Phrase("待交年度报告", "Reports due")
    case .mine: .mine
    case .all: .all
    case .stage(let stage): .stage(stage)
    }
  }

  static func order(_ order: QueueQuery.Order) -> Phrase {
    switch order {
    case .due: Phrase("排序：期限", "by due date")
    case .number: Phrase("排序：编号", "by number")
    case .stage: Phrase("排序：阶段", "by stage")
    case .name: Phrase("排序：名称", "by name")
    }
  }

  /// A due day in a narrow column; 暂定 in the place of the days left beyond the calendar.
  static func shortDue(
    _ day: Day, left: Int, lapse: Lapse? = nil, isProvisional: Bool = false
  ) -> Phrase {
    let date = Phrase.plain(String(day.description.dropFirst(5)) + " ")
    switch lapse {
    case .missed: return date + Phrase("过期", "late")
    case .over: return date + Phrase("期满", "over")
    case nil: break
    }
    return date + (isProvisional ? Phrase("暂定", "prov.") : Phrase("\(left)日", "\(left)d"))
  }

  static func handedIn(_ count: Int, of total: Int) -> Phrase {
    Phrase("\(count)/\(total) 已交", "\(count)/\(total) in")
  }

  static func openObjections(_ count: Int) -> Phrase {
    Phrase("\(count) 件异议未结", count == 1 ? "1 objection" : "\(count) objections")
  }

  static func searching(_ words: String) -> Phrase {
    Phrase("查找「\(words)」Esc 清除", "found by «\(words)», Esc clears")
  }
  static func found(_ count: Int) -> Phrase { Phrase("找到 \(count)", "\(count) found") }

  static func districtOf(_ code: DistrictCode, _ parameters: Parameters) -> Phrase {
    parameters.district(code).map { Phrase($0.name) } ?? .plain(code.rawValue)
  }

  static func staff(_ count: Int) -> Phrase { Phrase("\(count) 人", "\(count) people") }
  static func founded(_ year: Int) -> Phrase { Phrase("成立 \(year)", "founded \(year)") }
  static func modelSince(_ year: Int) -> Phrase {
    Phrase("\(year) 年导入卓越绩效", "model since \(year)")
  }
  static func exempt(_ sector: ExemptSector) -> Phrase {
    let name = Phrase.sector(sector)
    return Phrase("年限豁免：\(name.zh)", "exempt sector: \(name.en)")
  }
  static func controlled(_ names: [String]) -> Phrase {
    Phrase(
      "\(names.count) 家控股组织：\(names.joined(separator: "、"))",
      "\(names.count) controlled: \(names.joined(separator: ", "))")
  }
}
