import Foundation
import Procedure

/// Words of what is recorded of papers, inquiries and objections.
extension Phrase.Act {
  static let corrected = Phrase("更正文件", "Paper")
  static let correctedPart = Phrase("更正之处", "What")
  static let former = Phrase("误作", "What stands there")
  static let formerHelp = Phrase("文号留空即为登记的文号", "empty stands for the recorded number")
  static let right = Phrase("应为", "What is right")
  static let rightHelp = Phrase(
    "日期写作 2026-03-05；公示和名单的日期只能更正为登记的日期",
    "a day as 2026-03-05; of notices and the list the day on record alone")
  static let correctedTogether = Phrase(
    "公示、名单列有几家的，到 期限 › 公示 选中它按 F4，一次更正各家",
    "a notice or list that names several cases is corrected in all of them at Terms › Notices, F4")
  static let correctNotice = Phrase("更正…", "Correct…")
  static let correctNoticeHelp = Phrase(
    "更正选中公示或名单的文号、名称或日期，所列各家一并更正（V5）",
    "corrects the notice or list in all the cases that it names (V5)")
  static let sentOn = Phrase("发出日期", "Sent on")
  static let inquiryNumber = Phrase("征询函编号", "Letter number")
  static let means = Phrase("送达方式", "Means")
  static let deliveredOn = Phrase("送达日期", "Delivered on")

  static func paper(_ kind: PaperCorrection.Kind, _ ordinal: Int) -> Phrase {
    switch kind {
    case .qualificationNotice: .notice(.qualification)
    case .onSiteNotice: .notice(.onSite)
    case .proposalNotice: .notice(.proposal)
    case .letter: Phrase("函件 \(ordinal)", "letter \(ordinal)")
    case .list: Phrase("公布名单", "the list")
    case .announcement: Phrase("公告", "announcement")
    }
  }

  static func part(_ part: PaperCorrection.Part) -> Phrase {
    switch part {
    case .number: Phrase("文号", "number")
    case .name: Phrase("名称", "name")
    case .day: Phrase("日期", "date")
    }
  }

  static func means(_ means: Delivery.Means) -> Phrase {
    switch means {
    case .inPerson: Phrase("当面送达", "in person")
    case .post: Phrase("邮寄", "by post")
    case .electronic: Phrase("电子送达", "electronically")
    case .announcement: Phrase("公告送达", "by announcement")
    }
  }
}
