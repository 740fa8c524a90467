import Criteria
import Foundation
import Procedure

/// The parts of which reasons are made: fields, uses of numbers, standings.
extension Phrase {
  static func field(_ field: Refusal.Field) -> Phrase {
    switch field {
    case .name: Phrase("名称", "name")
    case .number: Phrase("编号", "number")
    case .industry: Phrase("行业", "trade")
    case .title: Phrase("标题", "title")
    case .reason: Phrase("理由", "reason")
    case .text: Phrase("内容", "text")
    case .note: Phrase("说明", "note")
    case .opinion: Phrase("评审组意见", "the panel's opinion")
    case .conclusion: Phrase("评审结论", "conclusion")
    case .evidence: Phrase("记录（证据）", "evidence")
    case .place: Phrase("地点", "place")
    case .asked: Phrase("对象", "who was asked")
    case .facts: Phrase("事实", "facts")
    case .answer: Phrase("答复", "answer")
    case .department: Phrase("部门", "department")
    case .receiver: Phrase("接收人", "received by")
    case .roles: .Setup.roles
    case .district: Phrase("区县", "district")
    case .employer: .Setup.employer
    case .consultancies: .Setup.consultancies
    case .expertise: .Setup.expertise
    case .creditCode: .Case.creditCode
    case .staff: .Setup.staff
    case .founded: .Setup.founded
    case .modelSince: .Setup.modelSince
    case .controlled: .Case.controlled
    case .address: .formGap(.address)
    case .legalRepresentative: .formGap(.legalRepresentative)
    case .qualityOfficer: .formGap(.qualityOfficer)
    case .appointment: .Act.appointment
    case .contact: .formGap(.contact)
    case .industryCode: .formGap(.industryCode)
    case .group: .Act.group
    case .systems: .Act.systems
    case .awards: .Act.awards
    case .year: Phrase("年份", "year")
    case .revenue: .Act.figure(.revenue)
    case .profit: .Act.figure(.profit)
    case .tax: .Act.figure(.tax)
    case .assets: .Act.figure(.assets)
    case .productivity: .Act.figure(.productivity)
    case .researchShare: .Act.figure(.researchShare)
    case .rank: .Act.figure(.rank)
    case .issuer: Phrase("发文机关标志", "issuer in the head")
    case .signer: Phrase("署名", "signer")
    case .prefix: Phrase("发文机关代字", "the office's sign")
    case .telephone: Phrase("联系电话", "telephone")
    case .postcode: Phrase("邮政编码", "post code")
    case .mailbox: Phrase("邮箱或网址", "e-mail or page")
    case .copies: Phrase("抄送", "copies to")
    case .printer: Phrase("印发机关", "printed by")
    case .refundAccount: Phrase("退款账户", "refund account")
    case .method: Phrase("办法名称", "title of the method")
    case .clauses: Phrase("办法条款", "clauses of the method")
    case .chair: Phrase("主持人", "chair")
    case .recorder: Phrase("记录人", "recorder")
    case .guests: Phrase("其他到会人员", "others present")
    case .unit: Phrase("单位或身份", "unit or identity")
    }
  }

  /// What a number was used for.
  static func use(_ use: UsedNumber.Use) -> Phrase {
    switch use {
    case .notice(let kind): .notice(kind)
    case .letter(let kind): .letter(kind)
    case .inquiry(let purpose): .purpose(purpose)
    case .list: Phrase("公布名单", "the list")
    case .announcement: Phrase("公告", "announcement")
    case .minutes: Phrase("会议纪要", "minutes")
    case .paper: Phrase("留存的文件", "a kept paper")
    }
  }

  static func standing(_ standing: Standing) -> Phrase {
    switch standing {
    case .invited: Phrase("已邀请，未首次登录", "invited, not joined yet")
    case .joined: Phrase("已建钥匙，待核对指纹", "joined, fingerprint to be compared")
    case .confirmed: Phrase("已启用", "confirmed")
    }
  }

  static func conflict(_ block: ConflictBlock) -> Phrase {
    switch block {
    case .sameEmployer(let employer): Phrase("任职于 \(employer)", "employed by \(employer)")
    case .consultancy(let client): Phrase("曾为 \(client) 提供咨询", "advised \(client)")
    case .declared(let ground):
      Phrase("已声明（\(Phrase.ground(ground).zh)）", "declared (\(Phrase.ground(ground).en))")
    }
  }

  static func agenda(_ kind: AgendaKind) -> Phrase {
    switch kind {
    case .openingMeeting: Phrase("首次会议", "Opening meeting")
    case .presentation: Phrase("组织陈述", "Presentation")
    case .investigation: Phrase("现场考察", "Investigation")
    case .panelMeeting: Phrase("组内会议", "Panel meeting")
    case .closingMeeting: Phrase("末次会议", "Closing meeting")
    }
  }

  static func imported(people: Int, panels: Int, cases: Int, isDryRun: Bool) -> Phrase {
    let head = isDryRun ? Phrase("试导入", "dry run") : Phrase("已导入", "imported")
    return Phrase(
      "\(head.zh)：人员 \(people)，评审组 \(panels)，申报 \(cases)",
      "\(head.en): \(people) people, \(panels) panels, \(cases) applications")
  }
}
