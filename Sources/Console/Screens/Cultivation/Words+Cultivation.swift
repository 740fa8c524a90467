import Foundation
import Procedure

/// Words of the list of places under cultivation (C).
extension Phrase {
  enum Cultivation {
    static func pane(_ pane: CultivationScreen.Pane) -> Phrase {
      switch pane {
      case .list: Phrase("培育名单", "Listed")
      case .detail: Phrase("培育情况", "The place")
      }
    }
    static func filter(_ filter: CultivationScreen.Filter) -> Phrase {
      switch filter {
      case .all: Phrase("全部", "all")
      case .reportDue:
        Phrase(
          "待交报告（\(CultivationScreen.reportDays) 天内或逾期）",
          "report due (within \(CultivationScreen.reportDays) days or late)")
      case .lost: Phrase("已取消", "place lost")
      }
    }
    static func state(_ state: CultivationScreen.State) -> Phrase {
      switch state {
      case .cultivated: Phrase("培育中", "under way")
      case .reportLate: Phrase("报告逾期", "report late")
      case .ended: Phrase("期满", "ended")
      case .lost: Phrase("已取消", "lost")
      }
    }

    // MARK: Keys

    static let moveHelp = Phrase("上下选择组织，或滚动右侧内容", "selects an organisation or scrolls")
    static let openHelp = Phrase(
      "打开案卷，在“办理”中登记资助、活动、报告或取消", "opens the case, where grant, activities and reports are done")
    static let paneHelp = Phrase("在名单与培育情况之间切换", "between the list and the place")
    static let filterHelp = Phrase("依次看全部、待交报告、已取消", "all, report due, place lost in turn")
    static let nobody = Phrase("没有这样的组织", "no such organisation")
    static let noneListed = Phrase(
      "名单公布后，列入的组织出现在这里（P4）", "organisations appear once the list is published (P4)")

    // MARK: Columns

    static let tierHeader = Phrase("层级", "Tier")
    static let totalHeader = Phrase("得分", "Total")
    static let reportHeader = Phrase("下次年度报告", "Next report")
    static let stateHeader = Phrase("状态", "State")
    static func left(_ days: Int) -> Phrase { Phrase("剩 \(days) 天", "in \(days) d") }
    static func over(_ days: Int) -> Phrase { Phrase("逾 \(days) 天", "late \(days) d") }

    // MARK: The place

    static let nextReport = Phrase("下次报告", "Next report")
    static func dueIn(_ day: Day, days: Int, working: Int, isProvisional: Bool) -> Phrase {
      let mark = isProvisional ? Phrase("，暂定", ", provisional") : Phrase("", "")
      return Phrase(
        "\(day)，剩 \(days) 天（\(working) 个工作日\(mark.zh)）",
        "\(day), \(days) days left (\(working) working days\(mark.en))")
    }
    static func overdue(_ day: Day, days: Int) -> Phrase {
      Phrase(
        "\(day) 已过 \(days) 天；逾期未交取消培育资格（C3）",
        "\(day), \(days) days late: the place is lost (C3)")
    }
    static let allReportsIn = Phrase("培育期内的报告已交齐", "all reports of the period are in")
    static let grant = Phrase("资助", "Grant")
    static let notPaid = Phrase("未发放（C1）", "not paid yet (C1)")
    static let noActivity = Phrase("尚无活动记录（C2）", "no activity recorded yet (C2)")
    static let activities = Phrase("活动", "Activities")
    static let notAnnounced = Phrase("尚未公告（C4）", "not announced yet (C4)")
    static let letterNotSent = Phrase("告知函未发出", "the letter is not sent yet")
    static let letters = Phrase("函件", "Letters")
    static let ending = Phrase("取消原因", "Lost by")
  }
}
