import Procedure
import Terminal

/// The quick card of one's own role, written from the help (F1) or from the list of actions.
enum CardForm {
  /// The name of the action and of the form.
  static let name = "card"
  /// The key that opens it where the help is shown.
  static let key = Printing.key

  static func sheet(_ context: Context) -> FormSheet {
    let roles = QuickCard.Role.own(context)
    return FormSheet(
      id: name, title: Phrase.Card.write.bare, lines: [.Card.means], isKept: false,
      form: Form(
        (roles.count > 1 ? [.choice("role", .Card.role, roles.map(\.title), context)] : [])
          + [.target(.Printing.file, .Card.file, help: .Card.fileHelp, context)]))
  }

  /// What follows from the form once it was filled in.
  static func filled(_ form: Form, _ context: Context) -> [Effect] {
    let roles = QuickCard.Role.own(context)
    let chosen = roles.count > 1 ? form.choice("role") ?? 0 : 0
    let path = form.trimmed(FormField.fileID)
    guard roles.indices.contains(chosen) else { return [.closeForm] }
    guard QuickCard.Kind(typed: path) != nil else {
      var sheet = sheet(context)
      sheet.form = form
      sheet.form.errors = [FormField.fileID: context.say(.Card.fileHelp)]
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    return [.writeCard(roles[chosen], path: path, replaces: false, ticket: name)]
  }
}

extension QuickCard.Role {
  /// The roles in which this person acts, what they do most first.
  static func own(_ context: Context) -> [Self] {
    guard let person = context.person else { return [] }
    let panels = context.cycle.currentPanels
    func sits(_ stage: PanelStage) -> Bool {
      panels.contains { $0.stage == stage && $0.members.contains(person) }
    }
    let leads = panels.contains { $0.leader == person || $0.deputy == person }
    let isExpert = context.acts(as: .expert)
    let roles: [(Self, Bool)] = [
      (.secretariat, context.acts(as: .secretariat)),
      (.district, context.acts(as: .districtOfficer)),
      (.supervision, context.acts(as: .supervisor)), (.leader, isExpert && leads),
      // Who sits on no panel yet prepares for what comes first.
      (.reviewer, isExpert && (sits(.material) || !sits(.onSite))),
      (.onsite, isExpert && sits(.onSite)),
    ]
    return roles.filter(\.1).map(\.0)
  }
}

extension Phrase {
  /// Words of the quick cards.
  enum Card {
    static let write = Phrase("速查卡…", "Quick card…")
    static let help = Phrase(
      "把自己身份的速查卡写成一页纸：怎么办、按哪些键（在 F1 帮助里按 Ctrl-P）",
      "writes the quick card of one's role, one page: what to do, with which keys (Ctrl-P within F1)"
    )
    static let means = Phrase("一页 A4：怎么办、按哪些键。", "One page: what to do, with which keys.")
    static let role = Phrase("身份", "Role")
    static let file = Phrase("速查卡.docx", "quick-card.docx")
    static let fileHelp = Phrase(
      "以 .docx、.html 或 .txt 结尾；已有同名文件会先问", "ends in .docx, .html or .txt; asks before replacing")
  }
}
