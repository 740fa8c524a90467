import Criteria
import Foundation
import Procedure

/// What stands in the way of a command, in words that a reviewer knows.
extension Phrase {
  static func reason(_ reason: Refusal.Reason, _ context: Context) -> Phrase {
    let name = { (person: PersonID) in context.name(person) }
    let names = { (people: [PersonID]) in people.map(context.name).joined(separator: "、") }
    switch reason {
    case .needsRole(let role):
      return Phrase(
        "只有\(Phrase.role(role).zh)可以这样做", "only the \(Phrase.role(role).en) may do this")
    case .needsLeader(let leader):
      let who = leader.map(name) ?? "—"
      return Phrase("只有组长（\(who)）可以这样做", "only the panel leader (\(who)) may do this")
    case .needsMembership: return Phrase("你不是本组成员", "you are not a member of this panel")
    case .notReady(let person):
      return Phrase(
        "\(name(person)) 尚待秘书处核对指纹后启用", "\(name(person)) is not confirmed by the secretariat yet")
    case .unknownPerson(let person):
      return Phrase("人选不在名单内：\(name(person))", "not among those in question: \(name(person))")
    case .inactive(let person):
      return Phrase("\(name(person)) 已停用", "\(name(person)) is inactive")
    case .notExpert(let person):
      return Phrase("\(name(person)) 不是评审专家", "\(name(person)) is not an expert")
    case .lastOfRole(let role):
      return Phrase(
        "\(Phrase.role(role).zh)只剩这一人，停用后再没有人能办理；请先增加一人并核对指纹",
        "the last one acting as \(Phrase.role(role).en): let another in first")
    case .notYourself:
      return Phrase("组长与秘书处须为两人，不能由同一人启封", "leader and secretariat must be two people")
    case .noCycle:
      return Phrase("请秘书处先开启年度（设置 → 年度）", "the secretariat opens a cycle first (set-up, cycle)")
    case .cycleOpen: return Phrase("年度已开启", "a cycle is open already")
    case .unknownCase: return Phrase("没有这份申报", "no such application")
    case .unknownPanel: return Phrase("没有这个评审组", "no such panel")
    case .unknownItem: return Phrase("标准中没有这个条款", "no such item in the criteria")
    case .unknownCheck: return Phrase("没有这个检查项", "no such check")
    case .unknownDistrict: return Phrase("区县不对或不在你的辖区", "wrong district, or not yours")
    case .nothingHeld: return Phrase("没有指明暂缓的记录", "no entry that is held is named")
    case .actsMeet(let records):
      let zh = records.map { Phrase.record($0).zh }.joined(separator: "、")
      let en = records.map { Phrase.record($0).en }.joined(separator: ", ")
      return Phrase(
        "两处各办了一次、尚未定夺：\(zh)；请先重新办理一次",
        "done apart on two copies and not settled: \(en); do it once more first")
    case .copiesUnheard(let copies):
      let names = copies.prefix(5).map { copy in
        let who = copy.people.map(context.name).joined(separator: "、")
        return "\(Phrase.copy(copy.copy))" + (who.isEmpty ? "" : "（\(who)）")
      }.joined(separator: "、")
      return Phrase(
        "还没有收到这几份副本的消息：\(names)；请先与它们交换，或在交换页登记停用（F8）",
        "copies were not heard from: \(names); exchange with them first, or retire them (F8 there)")
    case .numberTaken: return Phrase("编号已被使用", "the number is taken")
    case .numberUsed(let used):
      let place = used.dossier.map { "（\($0)）" } ?? ""
      return Phrase(
        "文号 \(used.number) 已于 \(used.day) 使用：\(Phrase.use(used.use).zh)\(place)",
        "\(used.number) went out on \(used.day): \(Phrase.use(used.use).en)"
          + (used.dossier.map { " (\($0))" } ?? ""))
    case .badNumber(let example):
      return Phrase(
        "文号格式不对或年份不是今年，应如 \(example)：年份用六角括号，序号不加「第」、不补零",
        "not a number of this year such as \(example)")
    case .nothingToCorrect:
      return Phrase(
        "没有这份发出的文件，或更正前后相同", "no such paper went out, or nothing would be another")
    case .notReadable:
      return Phrase("你读不到这里的内容，不能在此留存文件", "you cannot read what is kept there")
    case .blank(let field):
      return Phrase("请填写\(Phrase.field(field).zh)", "fill in: \(Phrase.field(field).en)")
    case .unseen(let field, let sign):
      let code = String(sign, radix: 16, uppercase: true)
      let shown = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
      return Phrase(
        "\(Phrase.field(field).zh)里有看不见的字符（\(shown)），请删去重新输入",
        "\(Phrase.field(field).en): holds a character that is not seen (\(shown)); type it again")
    case .tooLong(let field, let limit):
      return Phrase(
        "\(Phrase.field(field).zh)过长，至多 \(limit) 个字",
        "\(Phrase.field(field).en): too long, \(limit) characters at most")
    case .tooMany(let field, let limit):
      return Phrase(
        "\(Phrase.field(field).zh)过多，至多 \(limit) 个",
        "\(Phrase.field(field).en): too many, \(limit) at most")
    case .badPrefix:
      return Phrase(
        "代字不能含空格或〔〕，如「杭市监质」", "no blanks or 〔〕 in the office's sign, such as 杭市监质")
    case .badClause(let rule):
      return Phrase(
        "「\(rule)」不是办法中的规则，或条款为空、超过 40 字",
        "«\(rule)» is no rule of the method, or its clause is blank or too long")
    case .outside(let field, let year, let range):
      let of = year.map { "\($0) " } ?? ""
      return Phrase(
        "\(of)\(Phrase.field(field).zh)须在 \(range.lowerBound) 到 \(range.upperBound) 之间",
        "\(of)\(Phrase.field(field).en): from \(range.lowerBound) to \(range.upperBound)")
    case .badYear: return Phrase("年份不对", "wrong year")
    case .badEdition(let fault):
      return Phrase("标准文件在 \(fault.place) 处有误", "the criteria file is wrong at \(fault.place)")
    case .wrongStanding(let standing):
      return Phrase(
        "此人目前状态：\(Phrase.standing(standing).zh)", "this person is: \(Phrase.standing(standing).en)")
    case .wrongFingerprint:
      return Phrase("指纹不一致，请当面核对", "the fingerprint differs; compare it face to face")
    case .wrongStage(let stage):
      return Phrase(
        "目前处于「\(Phrase.stage(stage).zh)」阶段，不能这样做",
        "not possible in stage «\(Phrase.stage(stage).en)»")
    case .frozen:
      return Phrase("申报截止后不再增补或更改材料", "after closing nothing is added or changed")
    case .belowLine(let total, let line):
      return Phrase("得分 \(total.fixed) 未达到 \(line)", "the score \(total.fixed) is below \(line)")
    case .totalUnknown: return Phrase("得分尚未对你开放", "the score is not open to you")
    default: return later(reason, context, name: name, names: names)
    }
  }

  private static func later(
    _ reason: Refusal.Reason, _ context: Context, name: (PersonID) -> String,
    names: ([PersonID]) -> String
  ) -> Phrase {
    switch reason {
    case .panelSize(let count, let range):
      return Phrase(
        "评审组须 \(range.lowerBound)–\(range.upperBound) 人，现为 \(count) 人",
        "a panel has \(range.lowerBound) to \(range.upperBound) members, this one \(count)")
    case .leaderNotMember: return Phrase("组长须是本组成员", "the leader must be a member")
    case .deputyNotMember: return Phrase("副组长须是本组成员", "the deputy must be a member")
    case .deputyIsLeader: return Phrase("副组长不能与组长同一人", "the deputy must not be the leader")
    case .repeatedMember(let person):
      return Phrase("\(name(person)) 重复", "\(name(person)) is named twice")
    case .wrongPanelStage: return Phrase("评审组的阶段不对", "the panel is for another stage")
    case .noPanel: return Phrase("尚未分配评审组", "no panel is assigned")
    case .panelInUse: return Phrase("核查已开始，不能再换组", "the checks have begun; the panel stays")
    case .conflict(let person, let block):
      let why = Phrase.conflict(block)
      return Phrase("\(name(person)) 须回避：\(why.zh)", "\(name(person)) must step back: \(why.en)")
    case .notDeclared:
      return Phrase("请先签署回避声明", "sign the declaration of interests first")
    case .alreadyDeclared: return Phrase("声明已签署", "the declaration is signed already")
    case .alreadyRecused: return Phrase("已回避，不能再参与", "has stepped back and takes no further part")
    case .tooFewReviewers(let count, let minimum):
      return Phrase(
        "独立评审至少 \(minimum) 人，现为 \(count) 人", "at least \(minimum) reviewers, now \(count)")
    case .workBegun(let person):
      return Phrase(
        "\(name(person)) 已开始评审，不能撤换", "\(name(person)) has begun and cannot be replaced")
    case .notDesignated:
      return Phrase("组长没有指定你评审此申报", "you are not designated for this application")
    case .alreadyStarted: return Phrase("评审已开始", "the review has been started already")
    case .notStarted: return Phrase("尚未开始评审", "the review has not been started")
    case .alreadyHandedIn: return Phrase("评审表已提交", "the sheet is handed in")
    case .notHandedIn: return Phrase("评审表尚未提交", "the sheet is not handed in")
    case .alreadyOpened: return Phrase("评审表已启封", "the sheets are opened")
    case .incomplete(let gaps):
      return Phrase(
        "评审表还缺 \(gaps.count) 处（F5 查看）", "\(gaps.count) parts of the sheet are missing (F5)")
    case .outstanding(let people):
      return Phrase("尚未提交：\(names(people))", "not handed in yet: \(names(people))")
    case .leaderFirst(let leader):
      return Phrase("组长 \(name(leader)) 须先提交本人的评审表", "the leader \(name(leader)) hands in first")
    case .alreadyAsked: return Phrase("已经办理", "done already")
    case .notAsked: return Phrase("组长尚未申请启封", "the leader has not asked to open yet")
    case .notReleased: return Phrase("秘书处尚未交出启封钥匙", "the secretariat has not released its half yet")
    case .sheetsUnread(let people):
      return Phrase("未能读到评审表：\(names(people))", "sheets could not be read: \(names(people))")
    default: return last(reason, context, name: name, names: names)
    }
  }

  private static func last(
    _ reason: Refusal.Reason, _ context: Context, name: (PersonID) -> String,
    names: ([PersonID]) -> String
  ) -> Phrase {
    switch reason {
    case .discussionNeeded(let item, let range, let limit, let bands):
      if range > limit {
        return Phrase(
          "\(item) 极差 \(range) 个百分点，超过 \(limit)，先记录讨论意见再定分（F7 记录）",
          "\(item): range \(range) points exceeds \(limit); record the discussion first (F7)")
      }
      return Phrase(
        "\(item) 评分相差 \(bands) 档，先记录讨论意见再定分（F7 记录）",
        "\(item): the marks lie \(bands) bands apart; record the discussion first (F7)")
    case .reasonOutsideRange(let low, let high):
      return Phrase(
        "定分在各评审员 \(low)–\(high) 之外，请写明理由", "outside the reviews' \(low)–\(high): give the reason")
    case .reasonForCorrection:
      return Phrase("更改已定得分率须写明理由", "correcting a settled percentage needs a reason")
    case .reasonWithoutMarks:
      return Phrase("各评审员均未评分，请写明定分理由", "nobody marked this item: give the reason")
    case .authorsChanged: return Phrase("合并意见须保留原作者", "a merge keeps who contributed")
    case .commentLost: return Phrase("不采用的意见要保留在列表中", "comments not used stay listed")
    case .absenceWithoutReason(let people):
      return Phrase("缺席须注明原因：\(names(people))", "say why absent: \(names(people))")
    case .attendanceMissing: return Phrase("请先登记到会人员", "record who is present first")
    case .noQuorum(let present, let needed):
      return Phrase(
        "到会 \(present) 人，合议至少须到会 \(needed) 人（F4 登记到会）",
        "\(present) present, a consensus needs \(needed) (F4 records who is there)")
    case .nobodyLeads:
      return Phrase("组长或副组长须到会", "the leader or the deputy must be there")
    case .unsettled(let items):
      return Phrase(
        "还有 \(items.count) 个条款未定分：\(items.prefix(5).map(\.description).joined(separator: " "))",
        "\(items.count) items are not settled: \(items.prefix(5).map(\.description).joined(separator: " "))"
      )
    case .consensusFinished: return Phrase("合议已完成", "the consensus is finished")
    case .consensusNotFinished: return Phrase("合议尚未完成", "the consensus is not finished")
    case .badDates(let fault): return dayFault(fault)
    case .reasonForChange(let from):
      return Phrase(
        "与材料评审的 \(from)% 不同，请写明理由", "differs from the material's \(from)%: give the reason")
    case .untickedChecks(let count):
      return Phrase("还有 \(count) 个检查项未核查", "\(count) checks have not been looked into")
    case .agendaOpen(let kinds):
      let zh = kinds.map { Phrase.agenda($0).zh }.joined(separator: "、")
      let en = kinds.map { Phrase.agenda($0).en }.joined(separator: ", ")
      return Phrase("议程尚未完成：\(zh)", "not held yet: \(en)")
    case .alreadySubmitted: return Phrase("现场评审已提交", "the on-site review is submitted")
    case .dayOutsideVisit: return Phrase("日期不在现场评审期间", "the day lies outside the visit")
    case .panelElsewhere(let visit):
      return Phrase(
        "该组 \(visit.from) 至 \(visit.until) 在 \(visit.dossier) 现场，同一天不能在两处",
        "the panel is on site at \(visit.dossier) from \(visit.from) to \(visit.until)")
    case .visitNotOver(let last):
      return Phrase("现场评审到 \(last) 为止，当天起才能提交", "the visit lasts until \(last); submit then")
    case .undeclared(let people):
      return Phrase(
        "尚未签署回避声明：\(names(people))", "have not signed the declaration: \(names(people))")
    case .withoutWork(let people):
      return Phrase(
        "还没有核查或评分：\(names(people))；不参加的，请本人回避或由秘书处调整评审组",
        "have neither checked nor scored: \(names(people)); who takes no part steps back or leaves the panel"
      )
    default: return frameReason(reason, context) ?? .notPossible
    }
  }

  static let notPossible = Phrase("不能这样做", "not possible")
}
