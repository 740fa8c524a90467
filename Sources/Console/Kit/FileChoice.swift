import Terminal

/// Files in forms: a path that is typed, or at the gate a choice among what lies in the inbox.
extension FormField {
  /// The name of the field that takes a file, in every form that has one.
  static let fileID = "path"

  /// A file to be read.
  static func file(
    _ text: String = "", isRequired: Bool = false, help: Phrase = .plain(""), _ context: Context
  ) -> FormField {
    guard context.surroundings.isGate else {
      return .line(fileID, .Case.path, text, isRequired: isRequired, help: help, context)
    }
    var field = FormField(
      id: fileID, label: context.say(Phrase.Gate.file),
      kind: .choice(options: [""], selected: 0), isRequired: isRequired)
    field.offer(text.isEmpty ? [] : [text], context)
    field.select(text)
    return field
  }

  /// A file to be written, by a path or at the gate by its name alone.
  static func target(
    _ label: Phrase, _ name: Phrase, help: Phrase, _ context: Context
  ) -> FormField {
    let isGate = context.surroundings.isGate
    return .line(
      fileID, isGate ? .Gate.file : label, context.say((isGate ? .plain("") : .plain("~/")) + name),
      isRequired: true, help: isGate ? .Gate.nameHelp : help, context)
  }

  /// Whether the field is a choice among files.
  var choosesFile: Bool { if case .choice = kind { id == Self.fileID } else { false } }

  /// Offers these files, the one that was chosen among them where it is still there.
  mutating func offer(_ files: [String], _ context: Context) {
    let chosen = text
    kind = .choice(options: [""] + files, selected: 0)
    select(chosen)
    help = context.say(files.isEmpty ? Phrase.Gate.empty : .Gate.choose)
  }

  private mutating func select(_ file: String) {
    guard case .choice(let options, _) = kind else { return }
    kind = .choice(options: options, selected: options.firstIndex(of: file) ?? 0)
  }
}

extension Console {
  /// Whether a form is open that chooses a file.
  var takesFile: Bool {
    if case .form(let sheet) = overlay {
      sheet.form.fields.contains(where: \.choosesFile)
    } else {
      false
    }
  }

  /// Whether a form is open that asks for material as it came, by a path that nobody gave yet.
  var wantsStick: Bool {
    guard case .form(let sheet) = overlay, sheet.id == TakePane.look else { return false }
    return sheet.form[FormField.fileID].map { !$0.choosesFile && $0.text.isEmpty } ?? false
  }

  /// Offers files to the form that is open: for a path the first of them, which what is typed replaces.
  mutating func offer(_ files: [String]) {
    let wantsStick = wantsStick
    guard case .form(var sheet) = overlay else { return }
    if wantsStick, let stick = files.first, var field = sheet.form[FormField.fileID],
      case .text(var text) = field.kind
    {
      text.propose(stick)
      field.kind = .text(text)
      sheet.form[FormField.fileID] = field
    }
    for index in sheet.form.fields.indices where sheet.form.fields[index].choosesFile {
      sheet.form.fields[index].offer(files, context)
    }
    overlay = .form(sheet)
  }
}
