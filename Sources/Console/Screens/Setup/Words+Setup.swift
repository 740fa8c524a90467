import Criteria
import Foundation
import Procedure

/// Words of the set-up.
extension Phrase {
  enum Setup {
    static func part(_ part: SetupScreen.Part) -> Phrase {
      switch part {
      case .cycle: Phrase("年度", "Cycle")
      case .people: Phrase("人员", "People")
      case .panels: Phrase("评审组", "Panels")
      case .cases: Phrase("申报", "Applications")
      case .importing: Phrase("导入", "Import")
      case .parameters: Phrase("参数", "Parameters")
      case .letterhead: Phrase("文头", "Letterhead")
      case .exchange: .Exchange.title
      case .backups: Phrase("备份", "Backups")
      }
    }
    static let parts = Phrase("换页", "part")
    static let partsHelp = Phrase(
      "在年度、人员、评审组、申报、文头、导入、参数、交换、备份之间切换",
      "between cycle, people, panels, applications, letterhead, import, parameters, exchange, backups"
    )

    // MARK: Cycle

    static let openCycle = Phrase("开启年度…", "Open cycle…")
    static let openCycleHelp = Phrase(
      "写明年度和名称，从此可以登记申报", "names year and title; applications can then come in")
    static func cycleMeans(_ city: Bilingual) -> Phrase {
      Phrase(
        "采用\(city.zh)的参数；开启后不能更改", "with the parameters of \(city.en); cannot be changed once open")
    }
    static let noCycleYet = Phrase(
      "年度尚未开启（Enter 开启）。以下为将采用的参数：", "No cycle is open (Enter opens one). Its parameters will be:")
    static let year = Phrase("年度", "Year")
    static let cycleTitle = Phrase("名称", "Title")
    static func cycleTitle(_ year: Int) -> Phrase { Phrase("\(year) 年度培育", "Cultivation \(year)") }
    static let city = Phrase("适用", "City")
    static let edition = Phrase("评审标准", "Criteria")
    static let call = Phrase("申报受理期", "Applications")
    static let noCall = Phrase("尚未发布申报通知（F4）", "no call yet (F4)")
    static let state = Phrase("状态", "State")
    static func isOpen(_ year: Int) -> Phrase { Phrase("进行中", "under way") }
    static func isClosed(_ year: Int) -> Phrase {
      Phrase("\(year) 年度已关闭，可开启下一年度", "\(year) is closed; the next can be opened")
    }
    static let calendarYears = Phrase("工作日历", "Calendar")
    static let announceCall = Phrase("发布申报通知…", "Announce the call…")
    static let announceCallHelp = Phrase(
      "确定申报受理的起止日期（M7）", "the days within which applications come in (M7)")
    static let callFrom = Phrase("开始日期", "From")
    static let callUntil = Phrase("截止日期", "Until")
    static let callMeans = Phrase(
      "截止日 24 时后不再接受申报、补充或更改；截止日只能延后。",
      "After the last day nothing is added or changed; it can only be made later.")
    static let loadCalendar = Phrase("载入工作日历…", "Load calendar…")
    static let loadCalendarHelp = Phrase(
      "载入国务院公布的后续年度节假日（W）", "holidays of further years (W)")
    static let calendarMeans = Phrase(
      "CSV 文件：date,kind,name；kind 为 holiday 或 workday。已有的年度不能更改。",
      "A CSV file: date,kind,name; kind is holiday or workday. Known years stay.")
    static func notTaken(_ count: Int) -> Phrase {
      Phrase("未采用：\(count) 处有误（↑↓ 查看）", "not taken: \(count) faults (↑↓)")
    }
    static let inactiveMark = Phrase("（停用）", " (inactive)")
    static func leads(_ panel: String) -> Phrase { Phrase("\(panel)：组长", "\(panel): leader") }
    static func sits(in panel: String) -> Phrase { Phrase("\(panel)：成员", "\(panel): member") }
    static let changePanelsToo = Phrase(
      "请另在“评审组”中更换，否则这些组的工作会停下。", "Change these panels too, or their work stands still.")
    static let correctClock = Phrase("时钟更正…", "Correct the clock…")
    static let correctClockHelp = Phrase(
      "本机上一条记录的时间记错（晚于现在）时，注明理由后可继续办理（V5）",
      "where the last entry made here bears a time that lies ahead: noted with a reason (V5)")
    static let correctClockMeans = Phrase(
      "上一条记录的时间晚于现在、且现在的时钟无误时才用；历史和核对都会列出。",
      "Only where that entry's time lies ahead and the clock is right now; history and check name it."
    )
    static let closeCycle = Phrase("关闭年度…", "Close the cycle…")
    static let closeCycleHelp = Phrase(
      "全部申报办结后关闭，培育名单和人员转入以后年度", "once all is settled; places and people carry over")
    static let closeMeans = Phrase(
      "培育名单和人员保留；此后可以开启下一年度。", "Places and people stay; the next year can be opened.")
    static let adopt = Phrase("采用参数文件…", "Take a parameter file…")
    static let adoptHelp = Phrase(
      "年度开启前采用另一城市或省的程序参数", "another city's procedure, before a cycle is open")
    static let adoptMeans = Phrase(
      "JSON 文件；有误时指明位置，不作改动。", "A JSON file; a fault is named by its place.")
    static let propose = Phrase("分配建议…", "Propose panels…")
    static let proposeHelp = Phrase(
      "按回避、专长和均衡为待分配的申报建议评审组，可逐一改动（R1、R5）",
      "a panel for each case by conflicts, expertise and load; to be changed freely (R1, R5)")
    static let proposalMeans = Phrase(
      "←→ 改动；F5 一并分配。括号内：熟悉行业的人数，须回避的人数。",
      "←→ changes; F5 assigns all. In brackets: members who know the trade, members in conflict.")
    static let notAssigned = Phrase("暂不分配", "not yet")
    static let nothingToPropose = Phrase("没有待分配评审组的申报", "no application waits for a panel")

    // MARK: People

    static let name = Phrase("名称", "Name")
    static let personName = Phrase("姓名", "Name")
    static let roles = Phrase("身份", "Roles")
    static let standing = Phrase("状态", "Standing")
    static let fingerprint = Phrase("指纹", "Fingerprint")
    static let employer = Phrase("单位", "Employer")
    static let employerHelp = Phrase(
      "与申报组织相同者须回避（R5）", "the applicant's own people must step back (R5)")
    static let consultancies = Phrase("咨询对象", "Consultancies")
    static let expertise = Phrase("专长", "Expertise")
    static let listHelp = Phrase("多个之间用 、 隔开", "several apart by commas")
    static let personIDHelp = Phrase(
      "字母、数字和横线，如 zhaoyi；以后不能更改", "letters, digits, hyphens; stays for good")
    static let districtHelp = Phrase("区县局人员须选所在区县", "a district officer's district")
    static let confirmed = Phrase("✓ 已启用", "✓ confirmed")
    static let joined = Phrase("● 待核对指纹", "● to be compared")
    static let invited = Phrase("○ 已邀请，未登录", "○ invited")
    static let inactive = Phrase("– 已停用", "– inactive")
    static func toCompare(_ count: Int) -> Phrase { Phrase("\(count) 人待核对", "\(count) to compare") }
    static let nobody = Phrase("没有选中人员", "nobody is selected")
    static func standsElsewhere(_ standing: Standing) -> Phrase {
      Phrase("此人\(Phrase.standing(standing).zh)", "this person is \(Phrase.standing(standing).en)")
    }
    static let personNextHelp = Phrase(
      "按此人状态办理下一步：再发邀请、核对指纹或修改", "what is next: another invitation, the fingerprint, or changes")
    static let invite = Phrase("新增人员…", "New person…")
    static let inviteHelp = Phrase(
      "登记人员并生成一次性邀请码", "enters a person and makes a one-time invitation")
    static let inviteMeans = Phrase(
      "完成后显示一次性邀请码，请当面或电话交给本人", "a one-time invitation code is shown afterwards")
    static let inviteAgain = Phrase("再发邀请…", "Invite again…")
    static let inviteAgainHelp = Phrase("原邀请码作废，生成新的", "makes a new code; the earlier one ends")
    static let earlierEnds = Phrase("原邀请码立即作废。", "The earlier code ends at once.")
    static func invitation(_ name: String) -> Phrase {
      Phrase("\(name) 的邀请码", "Invitation of \(name)")
    }
    static let invitationOnce = Phrase(
      "只显示这一次，请抄下并交给本人；遗失可再发。",
      "Shown this once: write it down and hand it over. Lost ones can be made anew.")
    static let noted = Phrase("已抄下", "Noted")
    static let compare = Phrase("核对指纹并启用…", "Compare fingerprint…")
    static let compareHelp = Phrase(
      "逐组核对指纹，一致后启用此人", "compares the groups; the person is then confirmed")
    static let compareMeans = Phrase(
      "请当面或电话请本人念出指纹，八组全部一致才能启用。", "Let the person read it out: all eight groups must agree.")
    static let compareSeveral = Phrase("一并核对指纹…", "Compare the marked…")
    static let compareSeveralHelp = Phrase(
      "标记的人员的指纹列在一起，都核对一致后一次启用", "the groups of all marked people; one answer confirms them")
    static let markPersonHelp = Phrase("标记待核对指纹的人员", "marks who waits to be compared")
    static let nobodyMarked = Phrase("先用空格标记待核对的人员", "mark who waits with space first")
    static func peopleConfirmed(_ names: [String]) -> Phrase {
      Phrase("已启用 \(names.count) 人：", "\(names.count) confirmed: ")
        + .Several.named(names.map { .plain($0) }, of: names.count)
    }
    static let groupsAgree = Phrase("一致，启用", "All agree")
    static let changePerson = Phrase("修改人员…", "Change person…")
    static let changePersonHelp = Phrase(
      "修改名称、身份、单位等；原记录保留", "changes name, roles, employer; the earlier record stays")
    static let deactivate = Phrase("停用…", "Deactivate…")
    static let activate = Phrase("重新启用…", "Activate…")
    static let deactivateHelp = Phrase("停用或重新启用此人", "takes a person out of work, or back")
    static let deactivateMeans = Phrase(
      "不再能办理任何事项；已做的记录保留。", "Can do nothing more; what was done stays.")
    static let activateMeans = Phrase("恢复办理权限。", "May work again.")

    // MARK: Panels

    static let formPanel = Phrase("新建评审组…", "New panel…")
    static let formPanelHelp = Phrase(
      "组成材料或现场评审组（R1、S1）", "forms a panel for material or on-site review (R1, S1)")
    static let changePanel = Phrase("调整评审组…", "Change panel…")
    static let changePanelHelp = Phrase("调整名称、成员、组长", "changes name, members, leader")
    static let panelIDHelp = Phrase("如 m1、s1；以后不能更改", "such as m1; stays for good")
    static let panelStage = Phrase("用于", "For")
    static let members = Phrase("成员", "Members")
    static let memberCount = Phrase("人数", "Size")
    static let noPanels = Phrase("尚未组成评审组（F4 新建）", "no panel yet (F4)")
    static let noExperts = Phrase("还没有已启用的评审专家", "there is no expert yet")
    static func panelSizes(_ material: ClosedRange<Int>, _ onSite: ClosedRange<Int>) -> Phrase {
      let (m, s) = (
        "\(material.lowerBound)–\(material.upperBound)", "\(onSite.lowerBound)–\(onSite.upperBound)"
      )
      return Phrase("材料评审组 \(m) 人，现场评审组 \(s) 人", "material \(m) members, on site \(s)")
    }

    // MARK: Applications

    static let register = Phrase("登记申报…", "Register…")
    static let registerHelp = Phrase("登记一份申报（M1、M7）", "enters an application (M1, M7)")
    static func nextNumber(_ next: CaseID) -> Phrase {
      Phrase("留空取下一个编号 \(next)", "empty takes the next number, \(next)")
    }
    static let caseIDHelp = Phrase("如 HZ26-0031", "such as HZ26-0031")
    static let codeHelp = Phrase(
      "18 位；校验不符只提醒", "18 characters; a wrong check digit is only warned of")
    static func codeFault(_ fault: CreditCode.Fault) -> Phrase {
      switch fault {
      case .length(let count): Phrase("应为 18 位，现为 \(count) 位", "\(count) characters, 18 wanted")
      case .characters: Phrase("含有信用代码没有的字符", "holds characters that codes do not have")
      case .check: Phrase("校验位不符", "the check digit differs")
      }
    }
    static func codeWarning(_ fault: CreditCode.Fault) -> Phrase {
      codeFault(fault)
        + Phrase("，请核对；确实如此再登记", ": look again; register it if it is so")
    }
    static let sectorHelp = Phrase(
      "豁免三年导入年限的产业（E2）", "sectors exempt from three years of practice (E2)")
    static let staff = Phrase("人数", "Staff")
    static let founded = Phrase("成立年份", "Founded")
    static let modelSince = Phrase("导入年份", "Model since")
    static let yearHelp = Phrase("四位年份", "four digits")

    // MARK: Import

    static let tryImport = Phrase("试导入…", "Dry run…")
    static let tryImportHelp = Phrase("检查文件能否导入，不写入任何内容", "checks the file; nothing is written")
    static let importFile = Phrase("导入…", "Import…")
    static let importHelp = Phrase(
      "导入人员、评审组和申报：全部成功或全不写入", "people, panels and applications: all of it or nothing")
    static let importPathHelp = Phrase("JSON 或 CSV 文件的路径，可用 ~", "the path of a JSON or CSV file")
    static let importMeans = Phrase(
      "导入后不能撤回；人员的邀请码随后显示一次。", "Cannot be taken back; the invitation codes are shown once.")
    static let importExplains = Phrase(
      "从一个 JSON 文件导入人员、评审组和申报，或从 CSV 清单（.csv）导入申报（格式见 fixtures/import）。先试导入：有误时逐处列出，什么也不写入；无误再导入。",
      "Imports people, panels and applications from a JSON file, or applications from a CSV list (.csv; formats: fixtures/import). Try it first: every fault is listed and nothing is written."
    )
    static let codesOnce = Phrase(
      "以下邀请码只在这里显示，程序不保存；用 F7 存成表格发给本人：",
      "These codes are shown here alone and kept nowhere; F7 saves them as a table:")
    static let saveCodes = Phrase("保存邀请码…", "Save the codes…")
    static let saveCodesHelp = Phrase(
      "把刚生成的邀请码写成表格，发出后请删除", "writes the codes as a table; delete it once they are handed out")
    static let codesMean = Phrase(
      "文件里的邀请码谁拿到都能用：交给本人后请删除文件。",
      "Whoever has the file can use the codes: delete it once they are handed out.")
    static let forgetCodes = Phrase("清除邀请码", "Drop the codes")
    static let forgetCodesHelp = Phrase(
      "邀请码已交给本人，不再显示", "they were handed out and are shown no more")
    static func codesLeft(_ count: Int) -> Phrase {
      Phrase("还有 \(count) 个邀请码在屏幕上", "\(count) invitation codes are on the screen")
    }
    static let codesOnlyNow = Phrase(
      "邀请码只在 设置 → 导入 显示，离开后看不到了（遗失只能逐人再发邀请）。先保存，或者确认不再需要。",
      "They are shown here alone and are gone once you leave. Save them first, or say that you need them no more."
    )
    static let leaveCodes = Phrase("不再需要，离开", "Leave without them")
    static let toCodes = Phrase("看邀请码", "See the codes")
    static let toCodesHelp = Phrase(
      "换到导入页，刚生成的邀请码在那里", "to the page with the codes that were just made")
    static let toPeople = Phrase("核对新人员", "Compare new people")
    static let toPeopleHelp = Phrase(
      "换到人员页，首次登录后等待核对指纹的人在最前", "to the people; who waits to be compared stands first")
    static let nobodyWaits = Phrase("没有人等待核对指纹", "nobody waits to be compared")
  }
}
