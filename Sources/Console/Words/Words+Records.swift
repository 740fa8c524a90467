import Criteria
import Procedure
import Terminal

/// What two acts met on.
extension Phrase {
  static func record(_ record: Record) -> Phrase {
    switch record {
    case .year: Phrase("年度", "the cycle")
    case .parameters: Phrase("参数", "the parameters")
    case .call: Phrase("申报期", "the call")
    case .letterhead: Phrase("文头", "the letterhead")
    case .person(let id): Phrase("人员 \(id)", "person \(id)")
    case .panel(let id): Phrase("评审组 \(id)", "panel \(id)")
    case .meeting(let id): Phrase("会议 \(id)", "meeting \(id)")
    case .complaint(let id): Phrase("举报 \(id)", "complaint \(id)")
    case .registration: Phrase("登记", "the registration")
    case .application: Phrase("申报信息", "the application")
    case .form: Phrase("申报表", "the form")
    case .copies: Phrase("份数", "the copies")
    case .submission: Phrase("提交与推荐", "submission and recommendation")
    case .qualification: Phrase("资格审查", "the qualification")
    case .assignment: Phrase("分组", "the panel's assignment")
    case .designation: Phrase("指派", "the designation")
    case .opening: Phrase("启封", "the opening")
    case .attendance: Phrase("到会", "attendance")
    case .finish: Phrase("结束", "the finish")
    case .visit: Phrase("现场安排", "the visit")
    case .agenda: Phrase("日程", "the agenda")
    case .closing: Phrase("终止", "the ending")
    case .document(let id): Phrase("材料 \(id)", "document \(id)")
    case .condition(let rule): Phrase("条件 \(rule.rawValue)", "condition \(rule.rawValue)")
    case .inquiry: Phrase("征询答复", "an inquiry's answer")
    case .objection: Phrase("异议答复", "an objection's answer")
    case .notice(let kind): .notice(kind)
    case .entry: Phrase("进入现场的决定", "the decision on entry")
    case .proposal: Phrase("拟定名单的决定", "the decision on the proposal")
    case .approval: Phrase("审定", "the approval")
    case .listing: Phrase("名单", "the list")
    case .declaration(let id): Phrase("\(id) 的声明", "\(id)'s declaration")
    case .sheet(let id): Phrase("\(id) 的评审表", "\(id)'s sheet")
    case .merge(let item): Phrase("\(item) 的合并", "the merge of \(item)")
    case .item(let item), .siteItem(let item): Phrase("条款 \(item)", "item \(item)")
    case .check: Phrase("检查项", "a check")
    case .siteProposal(let item, let id): Phrase("\(id) 对 \(item) 的建议", "\(id)'s proposal on \(item)")
    }
  }
}
