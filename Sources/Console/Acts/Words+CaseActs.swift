import Foundation
import Procedure

/// The acts of a case: their names and what they do.
extension Phrase.Case {
  static func act(_ act: CaseActName) -> Phrase { words(act).name }
  static func actHelp(_ act: CaseActName) -> Phrase { words(act).help }

  private static func words(_ act: CaseActName) -> (name: Phrase, help: Phrase) {
    switch act {
    case .form:
      (
        Phrase("填申报表…", "Fill in the form…"),
        Phrase("填写申报表的各项和声明（M1）", "the fields and declarations of the form (M1)")
      )
    case .figures:
      (
        Phrase("填三年指标…", "Figures of three years…"),
        Phrase("近三年收入、利润、税收等和行业位次（E2）", "revenue, profit, tax and rank of three years (E2)")
      )
    case .controlled:
      (
        Phrase("填控股组织…", "Controlled organisations…"),
        Phrase("集团的控股组织及其条件（E6）", "the group's organisations and their conditions (E6)")
      )
    case .amend:
      (
        Phrase("改申报信息…", "Amend the application…"),
        Phrase("更改名称、行业等（截止前，M7）", "name, trade and so on, before closing (M7)")
      )
    case .attach:
      (
        Phrase("附材料…", "Attach material…"),
        Phrase("附上申报材料的文本；提交或截止后不再增补（M7）", "adds a text; not after closing (M7)")
      )
    case .copies:
      (
        Phrase("清点份数…", "Count the copies…"),
        Phrase("登记收到的电子和纸质份数（M6）", "electronic and paper copies that came in (M6)")
      )
    case .submit:
      (
        Phrase("提交申报…", "Hand in…"),
        Phrase("材料齐全后提交区县初审（M1–M7）", "to the district's check once complete (M1–M7)")
      )
    case .recommend:
      (
        Phrase("推荐…", "Recommend…"),
        Phrase("签署推荐意见和盖章日期，报市局（Q1）", "opinion and seal date, to the city (Q1)")
      )
    case .sendBack:
      (
        Phrase("退回…", "Return…"),
        Phrase("不符合条件的退回并说明理由（Q1）", "back to the applicant with the reason (Q1)")
      )
    case .resume:
      (
        Phrase("重新受理…", "Take up again…"),
        Phrase("退回后在截止前补正再报（M7）", "mended and handed in again before closing (M7)")
      )
    case .reportChange:
      (
        Phrase("登记变更报告…", "Change report…"),
        Phrase("评审期间的变更须 5 个工作日内报告（M8）", "changes under review, within 5 working days (M8)")
      )
    default: qualificationWords(act)
    }
  }

  private static func qualificationWords(_ act: CaseActName) -> (name: Phrase, help: Phrase) {
    switch act {
    case .inquire:
      (
        Phrase("征询部门…", "Ask a department…"),
        Phrase("向有关部门核实合法经营和信用（Q2）", "lawful operation and credit (Q2)")
      )
    case .answerInquiry:
      (
        Phrase("登记答复…", "Record an answer…"),
        Phrase("登记部门的答复（Q2、P1）", "a department's answer (Q2, P1)")
      )
    case .condition:
      (
        Phrase("判定条件…", "Decide a condition…"),
        Phrase("对 E1–E6 作出判定并说明理由（Q3）", "met or not, with the reason (Q3)")
      )
    case .qualify:
      (
        Phrase("资格审查决定…", "Decide on qualification…"),
        Phrase("批准进入材料评审或认定不符（Q3）", "to material review, or not qualified (Q3)")
      )
    case .publishNotice:
      (
        Phrase("发布公示…", "Publish the notice…"),
        Phrase("列入公示；期限自今日起算（Q3、R8、P2）", "on notice; the term runs from today (Q3, R8, P2)")
      )
    case .closeNotice:
      (
        Phrase("结束公示…", "Close the notice…"),
        Phrase("公示期满后转入下一阶段", "after its last day, on to the next stage")
      )
    case .objection:
      (
        Phrase("登记异议…", "Record an objection…"),
        Phrase("公示期内提出的异议，须有事实、理由、材料（P3）", "facts, reasons and evidence (P3)")
      )
    case .answerObjection:
      (
        Phrase("答复异议…", "Answer an objection…"),
        Phrase("核查后告知结果（P3）", "after the check (P3)")
      )
    case .letter:
      (
        Phrase("发函…", "Send the letter…"),
        Phrase("书面告知申报组织及推荐单位（Q3、R9、P3、C4）", "in writing (Q3, R9, P3, C4)")
      )
    case .reportToMeeting:
      (
        Phrase("向组长会议汇报…", "Report to the meeting…"),
        Phrase("汇报评审情况和评分说明（R7）", "the review and its score (R7)")
      )
    case .entry:
      (
        Phrase("决定进入现场…", "Decide on entry…"),
        Phrase("组长会议确定进入现场评审的组织（R7）", "what enters on-site review (R7)")
      )
    case .proposal:
      (
        Phrase("决定列入名单…", "Decide on the proposal…"),
        Phrase("市局合议提出建议名单（S6）", "the bureau's settlement (S6)")
      )
    case .askOpinion:
      (
        Phrase("征求部门意见…", "Ask for an opinion…"),
        Phrase("对拟纳入名单和材料征求意见（P1）", "on list and material (P1)")
      )
    case .approve:
      (
        Phrase("审定…", "Approve…"),
        Phrase("局长办公会审定（P4）", "by the director meeting (P4)")
      )
    case .publishList:
      (
        Phrase("公布名单…", "Publish the list…"),
        Phrase("公布并进入培育（P4）", "published; cultivation begins (P4)")
      )
    default: cultivationWords(act)
    }
  }

  private static func cultivationWords(_ act: CaseActName) -> (name: Phrase, help: Phrase) {
    switch act {
    case .grant:
      (Phrase("发放资助…", "Pay the grant…"), Phrase("一次性资助经费（C1）", "the one-off grant (C1)"))
    case .activity:
      (
        Phrase("登记活动…", "Record an activity…"),
        Phrase("宣传、公益、孵化等义务（C2）", "duties of the listed (C2)")
      )
    case .yearlyReport:
      (
        Phrase("登记年度报告…", "Yearly report…"),
        Phrase("上年度自我评价报告（C3）", "last year's self-evaluation (C3)")
      )
    case .losePlace:
      (
        Phrase("取消培育资格…", "End the place…"),
        Phrase("未按期提交年度报告的取消（C3）", "no report in time (C3)")
      )
    case .revoke:
      (
        Phrase("撤销培育资格…", "Revoke the place…"),
        Phrase("重大事故或严重违法，3 个月内退回资助（C4）", "major breach; refund in 3 months (C4)")
      )
    case .announce:
      (Phrase("公告取消…", "Announce the loss…"), Phrase("予以公告（C4）", "announced (C4)"))
    case .refund:
      (Phrase("登记退款…", "Record the refund…"), Phrase("资助经费已退回（C4）", "the grant is back (C4)"))
    case .assess:
      (
        Phrase("评受评组织…", "Assess the applicant…"),
        Phrase("访问后的互评，只有监督组可见（V3）", "after the visit; supervision alone reads it (V3)")
      )
    case .assessPanel:
      (
        Phrase("登记对评审组的评价…", "Assessment of the panel…"),
        Phrase("受评组织对评审组的评价（V3）", "what the applicant says (V3)")
      )
    case .end:
      (
        Phrase("终止申报…", "End the application…"),
        Phrase("申报组织退出或不再符合条件（M8）", "withdrawn or no longer eligible (M8)")
      )
    default: reviewWords(act)
    }
  }

  private static func reviewWords(_ act: CaseActName) -> (name: Phrase, help: Phrase) {
    switch act {
    case .assignPanel:
      (
        Phrase("分配评审组…", "Assign panel…"),
        Phrase("确定材料评审组（R1）", "names the panel for the material review (R1)")
      )
    case .releaseOpening:
      (
        Phrase("交出启封钥匙…", "Release the key…"),
        Phrase("应组长申请，交出秘书处的一半钥匙（R4）", "the secretariat's half of the key (R4)")
      )
    case .arrangeVisit:
      (
        Phrase("安排现场评审…", "Arrange visit…"),
        Phrase("确定现场评审组和日期（S1）", "the on-site panel and the days (S1)")
      )
    case .declare:
      (
        Phrase("签署回避声明…", "Sign declaration…"),
        Phrase("声明有无利益关系；签署后材料才开放（R5）", "declares interests; material opens after it (R5)")
      )
    case .designate:
      (
        Phrase("指定评审员…", "Designate reviewers…"),
        Phrase("指定由谁独立评审及期限（R2）", "who reviews independently, and until when (R2)")
      )
    case .askOpening:
      (
        Phrase("申请启封…", "Ask to open…"),
        Phrase("全部评审表提交后，向秘书处申请启封（R4）", "once all sheets are in (R4)")
      )
    case .openConsensus:
      (
        Phrase("开启合议…", "Open consensus…"),
        Phrase("用两半钥匙启封评审表，开始合议（R4、R6）", "opens the sheets and begins (R4, R6)")
      )
    case .review: (Phrase("到独立评审", "To the review"), Phrase("转到独立评审界面", "goes to the review"))
    case .consensus: (Phrase("到合议", "To the consensus"), Phrase("转到合议界面", "goes to the consensus"))
    case .onSite: (Phrase("到现场评审", "To the visit"), Phrase("转到现场评审界面", "goes to the visit"))
    default:
      (
        Phrase("回避…", "Step back…"),
        Phrase("声明利益关系并退出本案（R5）", "declares an interest and leaves this case (R5)")
      )
    }
  }
}
