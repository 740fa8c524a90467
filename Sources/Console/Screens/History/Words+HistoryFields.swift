import Criteria
import Foundation
import Procedure
import Store

/// The words of what stands in an entry: its fields, rooms and readers.
extension Phrase.History {
  /// The meeting of a number, by kind and day where it is known.
  static func meeting(_ id: MeetingID, _ context: Context) -> Phrase {
    guard let meeting = context.cycle.meetings[id] else {
      return Phrase("会议 \(id)", "meeting \(id)")
    }
    return .meeting(meeting.kind) + .plain(" \(meeting.day)")
  }

  /// A report or complaint by its number.
  static func complaint(_ id: ComplaintID) -> Phrase {
    Phrase("线索", "complaint") + .plain(" " + id.rawValue.drop { $0.isLetter })
  }

  /// A room by what lies in it.
  static func room(_ room: RoomID, _ context: Context) -> Phrase {
    switch room {
    case .material(let dossier): Phrase("申报材料（\(dossier)）", "material (\(dossier))")
    case .draft(let dossier, let person), .sheet(let dossier, let person, _):
      Phrase(
        "\(context.name(person)) 的评审表（\(dossier)）", "sheet of \(context.name(person)) (\(dossier))")
    case .consensus(let dossier): Phrase("合议（\(dossier)）", "consensus (\(dossier))")
    case .onSite(let dossier): Phrase("现场评审（\(dossier)）", "on-site review (\(dossier))")
    case .proposal(let dossier, let person):
      Phrase(
        "\(context.name(person)) 的现场提议（\(dossier)）",
        "proposals of \(context.name(person)) (\(dossier))")
    case .result(let year): Phrase("\(year) 年度评审结果", "results of \(year)")
    case .office(let dossier): Phrase("市局内部（\(dossier)）", "the bureau (\(dossier))")
    case .supervision: Phrase("监督组", "supervision")
    case .bureau: Phrase("市局内部", "the bureau")
    }
  }

  /// A group of people who share a key.
  static func group(_ group: GroupID, _ context: Context) -> Phrase {
    switch group {
    case .secretariat: Phrase("秘书处", "the secretariat")
    case .supervision: Phrase("监督组", "supervision")
    case .district(let code):
      .plain(context.shortName(of: code)) + Phrase("区县局", " district bureau")
    case .results(let year): Phrase("\(year) 年度结果查阅人", "readers of the results of \(year)")
    case .bureau: Phrase("秘书处和监督组", "secretariat and supervision")
    }
  }

  /// Whom a key is for.
  static func reader(_ reader: Reader, _ context: Context) -> Phrase {
    switch reader {
    case .person(let person): .plain(context.name(person))
    case .group(let group): self.group(group, context)
    case .recovery: Phrase("恢复钥匙", "the recovery key")
    }
  }

  /// What a key opens: a room, or what a group has.
  static func scope(_ scope: String, _ context: Context) -> Phrase {
    RoomID(rawValue: scope).map { room($0, context) }
      ?? Reader(rawValue: scope).map { reader($0, context) }
      ?? GroupID(rawValue: scope).map { group($0, context) } ?? .plain(scope)
  }

  /// The words of a field of the log; the log's own name where there are none.
  static func field(_ name: String) -> Phrase {
    fields[name] ?? EntryWords.field(name) ?? .plain(name)
  }

  private static let fields: [String: Phrase] = [
    "person": Phrase("人员", "person"), "reviewer": Phrase("评审员", "reviewer"),
    "reviewers": Phrase("评审员", "reviewers"), "name": Phrase("名称", "name"),
    "roles": Phrase("身份", "roles"), "district": Phrase("区县", "district"),
    "employer": Phrase("单位", "employer"), "consultancies": Phrase("咨询对象", "consultancies"),
    "expertise": Phrase("专长", "expertise"), "active": Phrase("启用", "active"),
    "fingerprint": Phrase("指纹", "fingerprint"), "panel": Phrase("评审组", "panel"),
    "leader": Phrase("组长", "leader"), "deputy": Phrase("副组长", "deputy"),
    "members": Phrase("成员", "members"), "stage": Phrase("阶段", "stage"),
    "application": Phrase("申报", "application"), "document": Phrase("材料", "document"),
    "title": Phrase("标题", "title"), "kind": Phrase("种类", "kind"),
    "characters": Phrase("字数", "characters"), "file": Phrase("文件", "file"),
    "dossier": Phrase("所涉申报", "about the case"),
    "to": Phrase("发给", "to"), "note": Phrase("说明", "note"), "due": Phrase("期限", "due"),
    "interest": Phrase("利益关系", "interest"), "ground": Phrase("事由", "ground"),
    "revision": Phrase("第几次", "revision"), "sheet": Phrase("评审表", "sheet"),
    "items": Phrase("条款", "items"), "item": Phrase("条款", "item"),
    "mark": Phrase("得分", "mark"), "percentage": Phrase("得分率", "percentage"),
    "percentages": Phrase("得分率", "percentages"), "reason": Phrase("理由", "reason"),
    "comments": Phrase("意见", "comments"), "text": Phrase("内容", "text"),
    "evidence": Phrase("证据", "evidence"), "threshold": Phrase("极差界限", "threshold"),
    "present": Phrase("到会", "present"), "absences": Phrase("缺席", "absences"),
    "conclusion": Phrase("结论", "conclusion"), "total": Phrase("总分", "total"),
    "tier": Phrase("层级", "tier"), "from": Phrase("起始日期", "from"),
    "until": Phrase("截止日期", "until"),
    "checks": Phrase("检查项", "checks"), "check": Phrase("检查项", "check"),
    "agenda": Phrase("议程", "agenda"), "finding": Phrase("核查", "finding"),
    "outcome": Phrase("结果", "outcome"), "method": Phrase("方法", "method"),
    "place": Phrase("地点", "place"), "escort": Phrase("陪同人员", "escort"),
    "asked": Phrase("对象", "asked"),
    "opinion": Phrase("意见", "opinion"), "material": Phrase("材料得分率", "material"),
    "year": Phrase("年度", "year"), "id": Phrase("编号", "id"),
    "industry": Phrase("行业", "trade"), "creditCode": Phrase("信用代码", "credit code"),
    "staff": Phrase("人数", "staff"), "founded": Phrase("成立", "founded"),
    "modelSince": Phrase("导入模式", "model since"), "encouraged": Phrase("鼓励申报", "encouraged"),
    "controlled": Phrase("控股组织", "controlled"), "authors": Phrase("作者", "authors"),
    "comment": Phrase("意见", "comment"), "used": Phrase("采用", "used"),
    "parameters": Phrase("参数", "parameters"), "points": Phrase("核实点", "points"),
    "complaint": Phrase("举报投诉", "complaint"), "topic": Phrase("方面", "topic"),
    "source": Phrase("来源", "source"), "measure": Phrase("处理", "measure"),
    "sanction": Phrase("人员处理", "sanction"), "direction": Phrase("谁评谁", "direction"),
    "assessment": Phrase("互评", "assessment"), "grades": Phrase("评分", "grades"),
    "number": Phrase("文号", "number"), "notice": Phrase("公示", "notice"),
    "letter": Phrase("函件", "letter"), "meeting": Phrase("会议", "meeting"),
    "enters": Phrase("进入现场", "enters"), "isProposed": Phrase("列入名单", "proposed"),
    "isApproved": Phrase("审定通过", "approved"), "objection": Phrase("异议", "objection"),
    "content": Phrase("内容", "content"), "objector": Phrase("异议人", "objector"),
    "facts": Phrase("事实", "facts"), "reasons": Phrase("理由", "reasons"),
    "answer": Phrase("答复", "answer"), "isUpheld": Phrase("成立", "upheld"),
    "on": Phrase("日期", "on"), "day": Phrase("日期", "day"), "sent": Phrase("发出", "sent"),
    "published": Phrase("发布", "published"), "last": Phrase("最后一日", "last day"),
    "provisional": Phrase("暂定", "provisional"), "days": Phrase("工作日", "working days"),
    "holds": Phrase("期满后继续", "what follows waits"), "payment": Phrase("款项", "payment"),
    "amount": Phrase("金额（元）", "amount (yuan)"), "activity": Phrase("活动", "activity"),
    "by": Phrase("原因", "by"), "refundDue": Phrase("退款期限", "refund due"),
    "about": Phrase("关于", "about"), "inquiry": Phrase("征询", "inquiry"),
    "purpose": Phrase("用途", "purpose"), "department": Phrase("部门", "department"),
    "question": Phrase("征询内容", "question"), "isAdverse": Phrase("有不利情况", "speaks against"),
    "rule": Phrase("规则", "rule"), "isMet": Phrase("符合", "met"),
    "isQualified": Phrase("资格符合", "qualified"), "form": Phrase("申报表", "form"),
    "copies": Phrase("份数", "copies"), "electronic": Phrase("电子", "electronic"),
    "paper": Phrase("纸质", "paper"), "report": Phrase("变更报告", "report"),
    "occurred": Phrase("发生日期", "happened on"), "reported": Phrase("报告日期", "reported on"),
    "sealedOn": Phrase("盖章日期", "sealed on"), "years": Phrase("三年指标", "figures"),
    "declarations": Phrase("声明", "declarations"), "address": Phrase("地址", "address"),
    "legalRepresentative": Phrase("法定代表人", "legal representative"),
    "qualityOfficer": Phrase("首席质量官", "quality officer"), "contact": Phrase("联系人", "contact"),
    "size": Phrase("规模", "size"), "group": Phrase("集团", "group"),
    "systems": Phrase("已获认证体系", "systems"), "awards": Phrase("所获奖项", "awards"),
    "appointment": Phrase("任命文号", "appointment"),
    "industryCode": Phrase("行业代码", "trade code"),
    "exemptSector": Phrase("豁免行业", "exempt sector"), "sections": Phrase("章节", "sections"),
    "mentions": Phrase("提及的控股组织", "controlled named"), "edition": Phrase("评审标准", "criteria"),
    "isInCity": Phrase("在本市", "in the city"), "revenue": Phrase("收入（万元）", "revenue"),
    "profit": Phrase("利润（万元）", "profit"), "tax": Phrase("税收（万元）", "tax"),
    "assets": Phrase("资产（万元）", "assets"), "productivity": Phrase("人均产值", "productivity"),
    "researchShare": Phrase("研发占比 %", "research %"), "rank": Phrase("行业位次", "rank"),
    "head": Phrase("整体意见", "overall part"), "findings": Phrase("总体判断", "findings"),
    "verdict": Phrase("判断", "verdict"), "keyFactors": Phrase("关键因素", "key factors"),
    "overall": Phrase("总体评价", "overall"), "hours": Phrase("用时（小时）", "hours"),
    "bands": Phrase("档位", "bands"), "sitePoints": Phrase("现场核实点", "site points"),
    "point": Phrase("核实点", "point"), "dimension": Phrase("维度", "dimension"),
    "doubled": Phrase("特别突出", "doubled"), "abstained": Phrase("弃权", "abstained"),
    "origin": Phrase("出处", "origin"), "time": Phrase("时间", "time"), "done": Phrase("已进行", "held"),
    "signing": Phrase("签名公钥", "signing key"), "agreement": Phrase("加密公钥", "agreement key"),
    "keys": Phrase("钥匙", "keys"), "key": Phrase("钥匙", "key"), "room": Phrase("房间", "room"),
    "format": Phrase("记录格式", "form of the log"), "version": Phrase("版本", "version"),
    "suite": Phrase("密码套件", "cipher suite"),
    "locked": Phrase("口令锁住的私钥", "locked keys"),
    "sealed": Phrase("密文", "sealed"), "salt": Phrase("盐", "salt"), "cost": Phrase("口令运算量", "cost"),
    "n": Phrase("内存参数", "n"), "r": Phrase("块参数", "r"), "p": Phrase("并行参数", "p"),
    "invitation": Phrase("邀请码签名", "invitation"), "publicKey": Phrase("公钥", "public key"),
    "scope": Phrase("范围", "scope"), "digest": Phrase("钥匙摘要", "key's digest"),
    "wraps": Phrase("封装的钥匙", "wraps"),
    "wrap": Phrase("封装的钥匙", "wrap"), "enc": Phrase("临时公钥", "one-time key"),
    "box": Phrase("密文", "box"), "halves": Phrase("钥匙半份", "halves"),
    "secretariat": Phrase("秘书处半份", "secretariat's half"),
    "recovery": Phrase("恢复公钥", "recovery key"), "demo": Phrase("演示库", "demo"),
    "ordinal": Phrase("序号", "number"), "pages": Phrase("页数", "pages"),
    "original": Phrase("原件", "original"), "bytes": Phrase("字节", "bytes"),
    "hash": Phrase("原件摘要", "digest of the original"),
    "binding": Phrase("封存标记", "seal's mark"), "piece": Phrase("每块字节", "bytes of a piece"),
    "sealedKey": Phrase("文件钥匙（已封）", "file's key, sealed"),
    "receipt": Phrase("接收", "receipt"), "receivedOn": Phrase("收到日期", "received on"),
    "receivedBy": Phrase("接收人", "received by"),
    "corrections": Phrase("更正", "corrections"), "line": Phrase("行", "line"),
    "category": Phrase("类目", "category"), "assign": Phrase("归入条款", "assigned to items"),
    "assignCategory": Phrase("归入类目", "assigned to a category"),
    "letterhead": Phrase("文头", "letterhead"), "issuer": .field(.issuer),
    "signer": .field(.signer), "prefix": .field(.prefix), "telephone": .field(.telephone),
    "postcode": .field(.postcode), "mailbox": .field(.mailbox), "printer": .field(.printer),
    "refundAccount": .field(.refundAccount),
    "clauses": .field(.clauses), "copiesTo": .field(.copies), "methodName": .field(.method),
    "minutes": Phrase("纪要", "minutes"), "decisions": Phrase("决定", "decisions"),
    "grounds": Phrase("理由", "grounds"), "correction": Phrase("更正", "correction"),
    "part": Phrase("更正之处", "part"), "former": Phrase("原文", "what stood there"),
    "right": Phrase("应为", "what is right"), "delivery": Phrase("送达", "delivery"),
    "means": Phrase("送达方式", "means"), "chair": .field(.chair), "recorder": .field(.recorder),
    "guests": .field(.guests), "unit": .field(.unit),
    "files": Phrase("文件", "files"), "fileKey": Phrase("文件钥匙", "file's key"),
    "release": Phrase("不归入", "belongs nowhere"), "cut": Phrase("由此另起", "begins here"),
    "join": Phrase("并入上一段", "goes on with the part before"),
  ]
}
