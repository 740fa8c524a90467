import Criteria
import Foundation
import Procedure

/// Words of the application, its conditions and its material (E, M, Q).
extension Phrase {
  static func judgement(_ judgement: Judgement) -> Phrase {
    switch judgement {
    case .met: Phrase("符合", "met")
    case .notMet: Phrase("不符合", "not met")
    case .open: Phrase("须人工判断", "a person must decide")
    }
  }

  /// What a condition asks, in a word (E1–E6).
  static func condition(_ rule: Rule) -> Phrase {
    switch rule {
    case .E1: Phrase("守法诚信", "lawful and honest")
    case .E2: Phrase("推行年限与行业位次", "years of practice, place in the trade")
    case .E3: Phrase("近三年无重大问题", "nothing serious in three years")
    case .E4: Phrase("鼓励申报", "encouraged")
    case .E5: Phrase("可以申报的组织", "may apply")
    case .E6: Phrase("集团控股组织", "controlled organisations")
    default: .plain(rule.rawValue)
    }
  }

  static func organisation(_ kind: OrganisationKind) -> Phrase {
    switch kind {
    case .enterprise: Phrase("企业", "enterprise")
    case .school: Phrase("学校", "school")
    case .hospital: Phrase("医院", "hospital")
    case .otherInstitution: Phrase("其他组织", "other institution")
    case .publicBody: Phrase("参照公务员法管理的组织", "public body")
    }
  }

  static func size(_ size: SizeClass) -> Phrase {
    switch size {
    case .large: Phrase("大型", "large")
    case .medium: Phrase("中型", "medium")
    case .small: Phrase("小型", "small")
    case .micro: Phrase("微型", "micro")
    }
  }

  static func declaration(_ declaration: Declaration) -> Phrase {
    switch declaration {
    case .truthful: Phrase("申报表如实、完整", "the form is complete and truthful")
    case .lawful: Phrase("遵纪守法、依法诚信经营", "keeps the law, operates honestly")
    case .credit: Phrase("信用记录和社会信誉良好", "good credit and reputation")
    case .inFront: Phrase("主要指标居同行业（同类型）前列", "main indicators in front")
    case .inspections: Phrase("各级质量安全监督检查合格", "inspections passed")
    case .noAccident: Phrase("无重大质量、安全、环保事故", "no major accident")
    case .noComplaint: Phrase("无重大有效投诉", "no major valid complaint")
    case .notListed: Phrase("未列入严重失信名单", "not on the dishonesty list")
    case .noViolation: Phrase("无其他严重违法违规", "no other serious violation")
    }
  }

  static func conditionReason(_ reason: ConditionReason) -> Phrase {
    switch reason {
    case .noForm: Phrase("申报表未填", "the form is not filled in")
    case .declared: Phrase("申报表已声明，待核实", "declared on the form, to be checked")
    case .notAnswered(let item): Phrase("未答：", "not answered: ") + declaration(item)
    case .declaredNo(let item): Phrase("声明为否：", "declared no: ") + declaration(item)
    case .practised(let months): practice(months)
    case .practiceShort(let months, let years):
      practice(months) + Phrase("，不满 \(years) 年", ", short of \(years) years")
    case .practiceUnknown: Phrase("未填导入年月", "month of introduction missing")
    case .exempt(let sector): sectorExempt(sector)
    case .noTradeRank: Phrase("无行业位次，与同类型组织比较", "no trade rank; compare with its kind")
    case .rankMissing: Phrase("行业位次未填全", "rank in the trade missing")
    case .kindMayApply(let kind): organisation(kind)
    case .publicBody: Phrase("按（参照）公务员法管理，不得申报", "managed under the civil-servant law")
    case .encouragement(let marks):
      Phrase(
        marks.map { encouragement($0).zh }.joined(separator: "、"),
        marks.map { encouragement($0).en }.joined(separator: ", "))
    case .neverCondition: Phrase("仅为标记，不作条件", "a mark, never a condition")
    case .noGroup: Phrase("非集团申报", "not a group")
    case .groupIncomplete: Phrase("控股组织情况未填全", "controlled organisations incomplete")
    case .controlled(let name, let rule):
      Phrase("\(name) 不符合 \(rule.rawValue)", "\(name) fails \(rule.rawValue)")
    case .controlledMeet(let count):
      Phrase("\(count) 家控股组织均符合", "all \(count) controlled organisations meet them")
    }
  }

  private static func practice(_ months: Int) -> Phrase {
    let (years, rest) = (months / 12, months % 12)
    guard rest > 0 else { return Phrase("已推行 \(years) 年", "practised \(years) years") }
    return Phrase("已推行 \(years) 年 \(rest) 个月", "practised \(years) years \(rest) months")
  }

  private static func sectorExempt(_ sector: ExemptSector) -> Phrase {
    Phrase(
      "\(Phrase.sector(sector).zh)，年限不作要求", "\(Phrase.sector(sector).en): exempt from the years")
  }

  static func materialFinding(_ finding: MaterialFinding) -> Phrase {
    switch finding {
    case .formIncomplete(let gaps):
      Phrase("申报表缺 \(gaps.count) 项：", "the form lacks \(gaps.count): ")
        + gaps.prefix(3).map(formGap).enumerated().reduce(Phrase("", "")) { text, next in
          text + (next.offset > 0 ? Phrase("、", ", ") : .plain("")) + next.element
        } + (gaps.count > 3 ? Phrase("等", " and others") : .plain(""))
    case .missing(let kind): Phrase("缺", "missing: ") + document(kind)
    case .overLimit(let kind, let count, let limit):
      document(kind)
        + Phrase(" \(count) 字，超过 \(limit) 字", " has \(count) characters, over \(limit)")
    case .copiesShort(let kind, let copies, let paper):
      document(kind)
        + Phrase(
          "须电子 1 份、纸质 \(paper) 份，现为 \(copies.electronic)、\(copies.paper)",
          ": 1 electronic and \(paper) on paper wanted, now \(copies.electronic) and \(copies.paper)"
        )
    case .sectionsMissing(let kind, let sections):
      document(kind)
        + Phrase(
          "缺 \(sections.count) 节：\(sections.prefix(4).joined(separator: " "))",
          " lacks \(sections.count) parts: \(sections.prefix(4).joined(separator: " "))")
    case .notCovered(let names):
      Phrase("自评未涉及：", "self-evaluation does not cover: ")
        + .plain(names.prefix(3).joined(separator: "、"))
    }
  }

  static func formGap(_ gap: FormGap) -> Phrase {
    switch gap {
    case .address: Phrase("地址", "address")
    case .legalRepresentative: Phrase("法定代表人", "legal representative")
    case .qualityOfficer: Phrase("首席质量官", "chief quality officer")
    case .contact: Phrase("联系人", "contact")
    case .industryCode: Phrase("行业代码", "industry code")
    case .modelSince: Phrase("导入年月", "month of introduction")
    case .years: Phrase("近三年指标", "figures of three years")
    case .declaration(let item): declaration(item)
    }
  }

  static func change(_ kind: ChangeReport.Kind) -> Phrase {
    switch kind {
    case .rename: Phrase("变更名称", "change of name")
    case .merger: Phrase("兼并", "merger")
    case .restructuring: Phrase("重组", "restructuring")
    case .condition: Phrase("出现第（三）项情形", "a fact under E3")
    }
  }

  static func purpose(_ purpose: InquiryPurpose) -> Phrase {
    switch purpose {
    case .qualification: Phrase("合法经营与信用核实", "lawful operation and credit")
    case .opinion: Phrase("对拟纳入名单的意见", "opinion on the proposed list")
    }
  }
}
