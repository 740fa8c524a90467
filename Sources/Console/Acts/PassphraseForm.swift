import Procedure
import Terminal

/// Another passphrase for the person at work, and other keys where they ask for them; from
/// everywhere.
enum PassphraseForm {
  /// The name of the action and of the form.
  static let name = "passphrase"

  static func sheet(_ context: Context) -> FormSheet {
    func secret(_ id: String, _ label: Phrase, _ help: Phrase = .plain("")) -> FormField {
      FormField(
        id: id, label: context.say(label), kind: .text(TextField(isSecret: true)),
        isRequired: true, help: context.say(help))
    }
    var keys = FormField.choice(
      "keys", .Keys.keys, [.Keys.keepKeys, .Keys.replaceKeys], context)
    keys.help = context.say(.Keys.keysHelp)
    return FormSheet(
      id: name, title: Phrase.Keys.change.bare, lines: [.Keys.oldStillOpens, .Keys.newKeysHelp],
      isKept: false,
      form: Form([
        secret("present", .Keys.present), secret("new", .newPassphrase, .newPassphraseHelp),
        secret("again", .again), keys,
      ]))
  }

  /// What follows from the form once it was filled in.
  static func filled(_ form: Form, _ context: Context) -> [Effect] {
    guard form.text("new") == form.text("again") else {
      var sheet = sheet(context)
      sheet.form = form
      sheet.form.errors = ["again": context.say(.passphrasesDiffer)]
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    return [
      .changePassphrase(
        from: form.text("present"), to: form.text("new"), replacesKeys: form.choice("keys") == 1)
    ]
  }
}

extension FormSheet {
  /// Whether something is typed in it that nobody may see, so that nothing of it is kept.
  var isSecret: Bool { form.fields.contains(where: \.isSecret) }
}
