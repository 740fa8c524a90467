import Criteria
import Foundation
import Procedure

/// Words of terms, notices, meetings and letters.
extension Phrase {
  enum Terms {
    static func part(_ part: TermsScreen.Part) -> Phrase {
      switch part {
      case .terms: Phrase("期限", "Terms")
      case .notices: Phrase("公示", "Notices")
      case .meetings: Phrase("会议", "Meetings")
      case .letters: Phrase("函件", "Letters")
      case .papers: Phrase("文书", "Papers")
      }
    }
    static let parts = Phrase("换页", "page")
    static let partsHelp = Phrase(
      "在期限、公示、会议、函件、文书之间切换", "between terms, notices, meetings, letters and papers")
    static let openDossierHelp = Phrase("打开选中组织的案卷办理", "opens the case to act there")
    static let moveHelp = Phrase("上下选择", "selects a row")

    // MARK: Terms

    static let what = Phrase("事项", "What")
    static let since = Phrase("自", "Since")
    static let until = Phrase("至", "Until")
    static let afterwards = Phrase("期满后", "Afterwards")
    static let rule = Phrase("依据", "Rule")
    static let provisional = Phrase("暂定", "provisional")
    static let provisionalMeans = Phrase(
      "暂定：所跨年度的节假日安排尚未公布，届时重新计算，只会延后。",
      "Provisional: the holidays of that year are not published yet; it can only become later.")
    static let leftIsProvisional = Phrase(
      "暂定：所跨年度的节假日安排尚未公布，剩余工作日届时重新计算。",
      "Provisional: that year's holidays are not published yet; the days left are counted anew.")
    static let late = Phrase("✗ 过期 ", "✗ late ")
    static func lateCount(_ count: Int, isMore: Bool) -> Phrase {
      Phrase("\(count)\(isMore ? "+" : "") 项已过期", "\(count)\(isMore ? "+" : "") late")
    }
    static let noTerms = Phrase("没有正在计算的期限", "no term is running")
    static let filter = Phrase("筛选…", "Filter…")
    static let filterHelp = Phrase("只看某几类期限", "only some kinds of term")
    static let kinds = Phrase("种类", "Kinds")
    static func only(_ kinds: Phrase) -> Phrase { Phrase("只看：", "only: ") + kinds }
    static let call = Phrase("申报受理 ", "Applications ")
    static let noCall = Phrase("尚未发布申报通知（设置 › 年度）", "no call for applications yet (Set-up › Cycle)")

    // MARK: Notices

    static let state = Phrase("状态", "State")
    static let notice = Phrase("公示", "Notice")
    static let noticeNumber = Phrase("编号", "Number")
    static let count = Phrase("家数", "Cases")
    static let ready = Phrase("待公示", "to publish")
    static let readyList = Phrase("待公布", "to publish")
    static let running = Phrase("公示中", "running")
    static let over = Phrase("已期满", "over")
    static let published = Phrase("已公布", "published")
    static let list = Phrase("培育名单", "final list")
    static func organisations(_ count: Int) -> Phrase { Phrase("\(count) 家", "\(count)") }
    static func length(_ days: Int) -> Phrase {
      Phrase("\(days) 个工作日", "\(days) working days")
    }
    static let noNotices = Phrase("没有公示", "no notices")
    static let noCases = Phrase("没有组织", "no cases")
    static let members = Phrase("组织", "Organisations")
    static let leftOut = Phrase("不列入", "left out")
    static let toCases = Phrase("看组织", "cases")
    static let toCasesHelp = Phrase("到这一行的组织中选择", "goes to the cases of this row")
    static let toList = Phrase("返回", "back")
    static let toListHelp = Phrase("回到上面的列表", "back to the list above")
    static let toggle = Phrase("取舍", "in or out")
    static let toggleHelp = Phrase(
      "选中的组织列入或不列入这次办理", "takes the case into this publication or closing, or leaves it out")
    static let cannotToggle = Phrase("这里不办理", "nothing is done with this here")
    static let publish = Phrase("发布…", "Publish…")
    static let publishHelp = Phrase(
      "用一个编号把选中一行的组织全部公示或公布；一家不行则全部不办",
      "publishes all cases of the row under one number; all or none")
    static let chooseReady = Phrase(
      "先选中「待公示」或「待公布」的一行", "select a row that is to be published first")
    static let choosePublished = Phrase(
      "先选中公示中或已公布的一行", "select a row that was published first")
    static let nothingReady = Phrase("没有可以公示的组织", "no case can be published")
    static let allOrNone = Phrase(
      "全部一起办理：有一家不符合规定，则全部不办，并说明是哪一家。",
      "All together: if one is refused, none is published, and the one is named.")
    static let close = Phrase("结束公示…", "Close…")
    static let closeHelp = Phrase(
      "结束全部已期满的公示，转入下一阶段", "closes every notice that is over; the next stage begins")
    static let nothingOver = Phrase("没有已期满的公示", "no notice is over")
    static func firstOver(_ last: Day) -> Phrase {
      Phrase("没有已期满的公示；最早的到 \(last) 24 时为止", "none is over; the first runs to the end of \(last)")
    }
    static func named(_ names: [String], of count: Int) -> Phrase {
      let shown = names.joined(separator: "、")
      return count > names.count
        ? Phrase("\(shown) 等 \(count) 家", "\(shown) and others, \(count) in all")
        : Phrase("\(shown)（\(count) 家）", "\(shown) (\(count))")
    }
    static func refused(_ dossier: CaseID, _ name: String) -> Phrase {
      Phrase("\(dossier) \(name)：", "\(dossier) \(name): ")
    }

    // MARK: Meetings

    static let meeting = Phrase("会议", "Meeting")
    static let day = Phrase("日期", "Day")
    static let present = Phrase("到会", "Present")
    static let waiting = Phrase("待决定", "Waiting")
    static let noMeetingYet = Phrase("尚未召开", "not held yet")
    static let hold = Phrase("登记会议…", "Record a meeting…")
    static let holdHelp = Phrase(
      "登记组长会议、市局合议或局长办公会，决定时引用", "a meeting at which the bureau decides (R7, S6, P4)")
    static let holdMeans = Phrase(
      "登记后不能更改；各组织的决定在这里的名单中逐家记下、一并登记，或在案卷中作出。",
      "It cannot be changed; decisions are noted in the list here and recorded at once, or made in each case."
    )
    static let meetingKind = Phrase("会议", "Meeting")
    static let meetingID = Phrase("编号", "Number")
    static let meetingIDHelp = Phrase(
      "留空取下一个编号；字母、数字和连字符，如 2026-zzhy-1",
      "empty takes the next; letters, digits and hyphens, such as 2026-leaders-1")
    static func nextNumbers(_ numbers: [Phrase]) -> Phrase {
      Phrase(
        "下一个编号：" + numbers.map(\.zh).joined(separator: "、"),
        "Next numbers: " + numbers.map(\.en).joined(separator: ", "))
    }
    static let leaders = Phrase("组长", "Leaders")
    static let office = Phrase("秘书处", "Secretariat")
    static let others = Phrase("其他人员", "Others")
    static let nobodyPresent = Phrase("（无）", "(nobody)")
    static let undecide = Phrase("不作决定", "undecided")
    static let noteHelp = Phrase(
      "记下会议对这一家的决定，到下一家；F5 一并登记", "notes the decision and goes on; F5 records them all")
    static let stepDecision = Phrase("换决定", "other decision")
    static let stepDecisionHelp = Phrase(
      "依次换成同意、不同意、不作决定", "yes, no and undecided in turn")
    static let acceptAll = Phrase("其余都同意", "Yes to the rest")
    static let acceptAllHelp = Phrase("还没有记下决定的，都记为同意", "yes for all without a decision")
    static let decide = Phrase("登记决定…", "Record the decisions…")
    static let decideHelp = Phrase(
      "选定会议，写明不同意的理由，一次确认登记全部决定",
      "the meeting and the reasons where it said no; one question for all")
    static let nothingDecided = Phrase(
      "先逐家记下决定：1 同意，2 不同意", "note decisions first: 1 yes, 2 no")
    static let nothingToRecord = Phrase(
      "记下的决定暂时都不能登记，原因见上", "none of the decisions can be recorded now; see above")
    static let reasonDue = Phrase("须写明理由", "a reason is due")
    static let reasonMayBe = Phrase("理由可以不写", "a reason may be given")
    static let waitsForMeeting = Phrase("等待决定的组织", "waiting for this meeting")

    // MARK: Letters

    static let due = Phrase("● 待发", "● due")
    static let sent = Phrase("✓ 已发", "✓ sent")
    static func dueCount(_ count: Int) -> Phrase { Phrase("\(count) 件待发", "\(count) due") }
    static let letter = Phrase("函件", "Letter")
    static let noLetters = Phrase("没有要发的函件", "no letters")

    // MARK: Printing

    static func bureau(_ place: Bilingual) -> Phrase {
      Phrase("\(place.zh)市场监督管理局", "\(place.en) Administration for Market Regulation")
    }
  }
}
