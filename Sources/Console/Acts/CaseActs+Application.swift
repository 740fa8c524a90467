import Criteria
import Foundation
import Procedure

/// How an application comes in (M, Q1).
extension CaseAct {
  private static let open: ClosedRange<Stage> = .registered ... .registered

  static let form = CaseAct(
    Phrase("填申报表…", "Fill in the form…"),
    Phrase("填写申报表的各项和声明（M1）", "the fields and declarations of the form (M1)"),
    by: .officeOrOfficer, in: open, canBeRedone: true
  ) { scene in
    Asks(.applicationForm(scene.form)) { .fillForm($0) }
  }

  static let figures = CaseAct(
    Phrase("填三年指标…", "Figures of three years…"),
    Phrase("近三年收入、利润、税收等和行业位次（E2）", "revenue, profit, tax and rank of three years (E2)"),
    by: .officeOrOfficer, in: open, canBeRedone: true
  ) { scene in
    Asks(.figures(of: scene), lines: [.Act.figuresMeans]) { .fillForm($0) }
  }

  static let controlled = CaseAct(
    Phrase("填控股组织…", "Controlled organisations…"),
    Phrase("集团的控股组织及其条件（E6）", "the group's organisations and their conditions (E6)"),
    by: .officeOrOfficer, in: open,
    while: \.isGroup, canBeRedone: true
  ) { scene in
    Asks(.controlled(of: scene), lines: [.Act.controlledMeans]) { .fillForm($0) }
  }

  static let amend = CaseAct(
    Phrase("改申报信息…", "Amend the application…"),
    Phrase(
      "更正登记的各项，区县推荐前均可（M7）",
      "corrects what was registered, until the district recommends (M7)"),
    by: .officeOrOfficer, in: .registered ... .districtCheck, canBeRedone: true
  ) { scene in
    Asks(.application(scene.dossier.application, scene.context.parameters.districts)) {
      .amend($0)
    }
  }

  static let attach = CaseAct(
    Phrase("附材料…", "Attach material…"),
    Phrase(
      "附上一个文件或一段文字；提交或截止后不再增补，受理期内收到的可补录（M7）",
      "adds a file or a text; not after closing, but for what the district received in time (M7)"),
    by: .officeOrOfficer, in: .registered ... .districtCheck,
    while: { $0.dossier.stage == .registered || $0.context.isLate },
    way: .form { scene in
      let id = scene.dossier.id
      return Asks(.attachment(scene.context), lines: [.attaching(scene.context.surroundings)]) {
        attachment in
        if case .sample(let command) = attachment { return .commands([command]) }
        return .effects(attachment.effects(on: id, ticket: CaseScene.ticket))
      }
    })

  static let copies = CaseAct(
    Phrase("清点份数…", "Count the copies…"),
    Phrase("登记收到的电子和纸质份数（M6）", "electronic and paper copies that came in (M6)"),
    by: .officeOrOfficer, in: .registered ... .districtCheck, canBeRedone: true
  ) { scene in
    let parameters = scene.context.parameters
    return Asks(
      .copies(scene.dossier.admission.copies),
      lines: [.Act.copiesMeans(parameters.copies, parameters.evidenceCopies)]
    ) { .countCopies($0) }
  }

  static let submit = CaseAct(
    Phrase("提交申报…", "Hand in…"),
    Phrase("材料齐全后提交区县初审（M1–M7）", "to the district's check once complete (M1–M7)"),
    by: .officeOrOfficer, in: open, does: [.submit], isForSeveral: true,
    way: .question { _ in ([.submit], [.Act.submitting]) })

  static let recommend = CaseAct(
    Phrase("推荐…", "Recommend…"),
    Phrase("签署推荐意见和盖章日期，报市局（Q1）", "opinion and seal date, to the city (Q1)"),
    by: .officer, in: .districtCheck ... .districtCheck, does: .recommend, isForSeveral: true
  ) { scene in
    Asks(
      .text("opinion", .Act.opinion, rows: 3, refused: .otherwise),
      .day("sealedOn", .Act.sealedOn, scene.today)
        .probing([scene.dossier.admission.submitted ?? scene.today])
    ) { .recommend(opinion: $0, sealedOn: $1) }
  }

  static let sendBack = CaseAct(
    Phrase("退回…", "Return…"),
    Phrase("不符合条件的退回并说明理由（Q1）", "back to the applicant with the reason (Q1)"),
    by: .officer, in: .districtCheck ... .districtCheck
  ) { _ in
    Asks(.text("reason", .reason, rows: 3, refused: .otherwise)) { .returnApplication(reason: $0) }
  }

  static let resume = CaseAct(
    Phrase("重新受理…", "Take up again…"),
    Phrase("退回后在截止前补正再报（M7）", "mended and handed in again before closing (M7)"),
    by: .officeOrOfficer, in: .returned ... .returned,
    way: .question { _ in ([.resume], [.Act.resuming]) })

  static let reportChange = CaseAct(
    Phrase("登记变更报告…", "Change report…"),
    Phrase("评审期间的变更须 5 个工作日内报告（M8）", "changes under review, within 5 working days (M8)"),
    by: .officeOrOfficer, in: .districtCheck ... .approval
  ) { scene in
    Asks(
      .choice("kind", .Case.kind, each: Phrase.change),
      .day("occurred", .Act.occurred, scene.today, refused: .never),
      .day("reported", .Act.reported, scene.today),
      .text("text", .Act.text, rows: 3, refused: .otherwise)
    ) { .reportChange(ChangeReport(kind: $0, occurred: $1, reported: $2, text: $3)) }
  }
}

extension CaseScene {
  /// The ticket of what an act asks to be done.
  static let ticket = "act"

  /// Whether there are, or may be, controlled organisations.
  fileprivate var isGroup: Bool {
    !dossier.application.controlled.isEmpty || dossier.admission.form?.group.isBlank == false
  }

  /// The application form as far as it is filled in.
  var form: ApplicationForm { dossier.admission.form ?? ApplicationForm() }
}
