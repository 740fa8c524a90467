import Criteria
import Foundation
import Procedure
import Terminal

/// What a filled-in form of an act says: a command, or what is wrong with which field.
struct ActEntry {
  let form: Form
  let dossier: CaseState
  let context: Context
  private(set) var errors: [String: Phrase] = [:]
  /// What stands for a department that is written out.
  static let otherDepartment = "*"

  /// A form that was filled in.
  init(_ form: Form, _ dossier: CaseState, _ context: Context) {
    (self.form, self.dossier, self.context) = (form, dossier, context)
  }

  /// The command of an act; nil where a field cannot be read, which `errors` names.
  mutating func command(of act: CaseActName) -> CaseCommand? {
    let command = admission(act) ?? publicity(act) ?? cultivation(act)
    return errors.isEmpty ? command : nil
  }

  private mutating func admission(_ act: CaseActName) -> CaseCommand? {
    switch act {
    case .form, .figures, .controlled, .amend, .copies: return application(act)
    case .recommend:
      return day("sealedOn").map { .recommend(opinion: text("opinion"), sealedOn: $0) }
    case .sendBack: return .returnApplication(reason: text("reason"))
    case .reportChange:
      guard let occurred = day("occurred"), let reported = day("reported") else { return nil }
      return .reportChange(
        ChangeReport(
          kind: ChangeReport.Kind.allCases[place("kind")], occurred: occurred,
          reported: reported, text: text("text")))
    case .inquire, .askOpinion:
      let department = form.value("department")
      if department == nil { errors["department"] = .Act.chooseDepartment }
      return .inquire(
        act == .inquire ? .qualification : .opinion,
        department: department.flatMap { $0 == Self.otherDepartment ? nil : $0 } ?? text("other"),
        question: text("question"))
    case .answerInquiry:
      guard let inquiry = form.value("inquiry") else { return nil }
      return .answerInquiry(
        InquiryID(inquiry), answer: text("answer"), isAdverse: place("adverse") == 1)
    case .condition:
      return .decideCondition(
        Rule.decided[min(place("rule"), Rule.decided.count - 1)], isMet: place("met") == 0,
        reason: text("reason"))
    case .qualify: return .qualify(place("decision") == 0, reason: text("reason"))
    default: return nil
    }
  }

  private mutating func publicity(_ act: CaseActName) -> CaseCommand? {
    switch act {
    case .publishNotice:
      return CaseActName.nextNotice(in: dossier).map { .publishNotice($0, number: text("number")) }
    case .objection:
      return .receiveObjection(
        Objection(
          objector: text("objector"), facts: text("facts"), reasons: text("reasons"),
          evidence: text("evidence")))
    case .answerObjection:
      guard let objection = form.value("objection") else { return nil }
      return .answerObjection(
        ObjectionID(objection), isUpheld: place("upheld") == 1, answer: text("answer"))
    case .letter:
      return CaseActName.letter(in: dossier).map { .sendLetter($0, number: text("number")) }
    case .reportToMeeting: return .reportToMeeting(text("text"))
    case .entry:
      return .decideEntry(
        meeting, enters: place("decision") == 0, reason: text("reason"))
    case .proposal:
      return .decideProposal(
        meeting, isProposed: place("decision") == 0, reason: text("reason"))
    case .approve:
      return .decideApproval(
        meeting, isApproved: place("decision") == 0, reason: text("reason"))
    case .publishList: return .publishList(number: text("number"))
    default: return nil
    }
  }

  private mutating func cultivation(_ act: CaseActName) -> CaseCommand? {
    switch act {
    case .grant: return payment().map { .payGrant($0) }
    case .refund: return payment().map { .recordRefund($0) }
    case .activity:
      return day("day").map {
        .recordActivity(
          Activity(kind: ActivityKind.allCases[place("kind")], day: $0, text: text("text")))
      }
    case .yearlyReport:
      guard let year = number("year"), let day = day("day") else { return nil }
      return .receiveReport(year: year, on: day)
    case .losePlace: return .losePlace(reason: text("reason"))
    case .revoke: return .revoke(reason: text("reason"))
    case .announce: return .announceLoss(number: text("number"))
    case .assess, .assessPanel:
      let grades = Dictionary(
        uniqueKeysWithValues: SupervisionTopic.allCases.map { ($0, place($0.rawValue) + 1) })
      return .assess(
        act == .assess ? .ofApplicant : .ofPanel,
        Assessment(grades: grades, text: text("text")))
    case .end:
      return .end(
        place("ending") == 0 ? .withdrawn : .ineligible, complaint: nil, reason: text("reason"))
    default: return nil
    }
  }

  private var meeting: MeetingID { MeetingID(form.value("meeting") ?? "-") }

  private mutating func payment() -> Payment? {
    guard let amount = number("amount"), let day = day("day") else { return nil }
    return Payment(amount: amount, day: day)
  }

  // MARK: The application form

  private mutating func application(_ act: CaseActName) -> CaseCommand? {
    var filled = dossier.admission.form ?? ApplicationForm()
    switch act {
    case .form:
      takeFields(into: &filled)
      return .fillForm(filled)
    case .figures:
      filled.years = ActForm.years(of: filled, context).map { figures(of: $0.year) }
      return .fillForm(filled)
    case .controlled:
      filled.controlled = text("controlled").split(whereSeparator: \.isNewline).compactMap {
        let organisation = ControlledLine.parse(String($0))
        if organisation == nil { errors["controlled"] = .Act.badControlled(String($0)) }
        return organisation
      }
      return .fillForm(filled)
    case .amend:
      var application = dossier.application
      application.name = text("name")
      application.creditCode = CreditCode(text("creditCode")).text
      application.industry = text("industry")
      application.staff = optionalNumber("staff")
      application.founded = optionalNumber("founded")
      application.controlled = list("list")
      return .amend(application)
    default:
      var copies: [DocumentKind: CopyCount] = [:]
      for kind in DocumentKind.allCases {
        let words = text(kind.rawValue).precomposedStringWithCompatibilityMapping
          .split { !$0.isNumber }.compactMap { Int($0) }
        if words.isEmpty { continue }
        if words.count == 2 {
          copies[kind] = CopyCount(electronic: words[0], paper: words[1])
        } else {
          errors[kind.rawValue] = .Act.copiesHelp
        }
      }
      return .countCopies(copies)
    }
  }

  /// The figures of a year; a field left empty is not known.
  private mutating func figures(of year: Int) -> YearFigures {
    func whole(_ figure: YearFigure) -> Int? { optionalNumber(figure.field(of: year)) }
    func exact(_ figure: YearFigure) -> Points? {
      let field = figure.field(of: year)
      let plain = text(field).precomposedStringWithCompatibilityMapping
        .filter { !$0.isWhitespace && $0 != "," }
      let number = Points.parse(plain)
      if !plain.isEmpty, number == nil { errors[field] = .Act.twoDecimals }
      return number
    }
    return YearFigures(
      year: year, revenue: whole(.revenue), profit: whole(.profit), tax: whole(.tax),
      assets: whole(.assets), productivity: exact(.productivity),
      researchShare: exact(.researchShare), rank: whole(.rank))
  }

  private mutating func takeFields(into filled: inout ApplicationForm) {
    filled.kind = OrganisationKind.allCases[place("kind")]
    filled.address = text("address")
    filled.legalRepresentative = text("legalRepresentative")
    filled.qualityOfficer = text("qualityOfficer")
    filled.appointment = text("appointment")
    filled.contact = text("contact")
    filled.industryCode = text("industryCode")
    let size = place("size") - 1
    filled.size = SizeClass.allCases.indices.contains(size) ? SizeClass.allCases[size] : nil
    filled.modelSince = YearMonth(text("modelSince"))
    if !text("modelSince").isEmpty, filled.modelSince == nil {
      errors["modelSince"] = .Act.monthHelp
    }
    filled.group = text("group")
    filled.systems = list("systems")
    filled.awards = list("awards")
    for declaration in Declaration.allCases {
      let answer = place(declaration.rawValue)
      filled.declarations[declaration] = answer == 0 ? nil : answer == 1
    }
  }

  // MARK: Fields

  private func text(_ id: String) -> String {
    form.text(id).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func place(_ id: String) -> Int { max(0, form.choice(id) ?? 0) }

  private func list(_ id: String) -> [String] {
    text(id).split { "、，,;；".contains($0) }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private mutating func day(_ id: String) -> Day? {
    let day = Day(typed: text(id))
    if day == nil { errors[id] = .Case.noDay }
    return day
  }

  private mutating func number(_ id: String) -> Int? {
    let number = optionalNumber(id)
    if number == nil { errors[id] = .Setup.noNumber }
    return number
  }

  private mutating func optionalNumber(_ id: String) -> Int? {
    let plain = text(id).precomposedStringWithCompatibilityMapping
      .filter { !$0.isWhitespace && $0 != "," }
    let number = Int(plain)
    if !plain.isEmpty, number == nil { errors[id] = .Setup.noNumber }
    return number
  }
}

extension ActEntry {
  /// The field under which a refusal is shown.
  static func field(of act: CaseActName, _ refusal: Refusal) -> String {
    switch (act, refusal.reason) {
    case (.recommend, .badDates): "sealedOn"
    case (.recommend, _): "opinion"
    case (.reportChange, .badDates): "reported"
    case (.reportChange, _), (.reportToMeeting, _): "text"
    case (.inquire, .blank(.department)), (.askOpinion, .blank(.department)): "other"
    case (.inquire, _), (.askOpinion, _): "question"
    case (.answerInquiry, _), (.answerObjection, _): "answer"
    case (.entry, .noMeeting), (.proposal, .noMeeting), (.approve, .noMeeting),
      (.entry, .leaderAbsent), (.entry, .badDates), (.proposal, .badDates), (.approve, .badDates):
      "meeting"
    case (.entry, .blank), (.proposal, .blank), (.approve, .blank), (.qualify, .blank),
      (.qualify, .adverseAnswer), (.condition, .reasonAgainstFinding), (.sendBack, _),
      (.losePlace, _), (.revoke, _), (.end, _):
      "reason"
    case (.entry, _), (.proposal, _), (.approve, _), (.qualify, _): "decision"
    case (.condition, _): "rule"
    case (.objection, .blank(.facts)): "facts"
    case (.objection, .blank(.reason)): "reasons"
    case (.objection, .blank(.evidence)): "evidence"
    case (.objection, _): "objector"
    case (.grant, .badDates), (.activity, .badDates), (.yearlyReport, .badDates),
      (.yearlyReport, .reportLate), (.refund, .badDates):
      "day"
    case (.grant, _), (.refund, _): "amount"
    case (.activity, _), (.assess, _), (.assessPanel, _): "text"
    case (.yearlyReport, _): "year"
    case (.amend, .blank(.industry)): "industry"
    case (.amend, _): "name"
    case (.form, _): "kind"
    case (.controlled, _): "controlled"
    case (.copies, _): DocumentKind.applicationForm.rawValue
    default: "number"
    }
  }
}
