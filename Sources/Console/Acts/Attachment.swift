import Criteria
import Foundation
import Procedure
import Terminal

/// A file that is to be attached, as a form says.
public struct FileToAttach: Sendable, Hashable {
  /// As it was typed, or chosen at the gate.
  public var path: String
  public var kind: DocumentKind
  /// The file's name stands for none.
  public var title: String?
  /// Its number among those of its kind; the next that is free where nil.
  public var ordinal: Int?
  /// The items that it proves.
  public var items: [ItemID] = []
  /// When the district received it, where the call is over (M7).
  public var receipt: LateReceipt?
  /// Whether it takes the place of the one of its number.
  public var replaces = false
}

/// What the form of something for the material says.
enum Attachment: Sendable, Hashable {
  case file(FileToAttach)
  case text(DocumentKind, title: String, text: String)
  /// With which it is asked whether anything can be attached.
  case sample(CaseCommand)

  /// What is to be done to attach it to a case.
  func effects(on id: CaseID, ticket: String) -> [Effect] {
    switch self {
    case .file(let file): [.attachFile(id, file, ticket: ticket)]
    case .text(let kind, let title, let text):
      [.attach(id, kind, title: title, text: text, ticket: ticket)]
    case .sample(let command): [.perform([.dossier(id, command)], ticket: ticket)]
    }
  }

  /// Something that would come in now, late where the call is over (M7).
  static func sample(_ context: Context) -> CaseCommand {
    let document = Document(
      kind: .evidence, ordinal: 9_999, title: "-",
      original: Original(
        name: "-", bytes: 0, hash: "-", file: "-", binding: "-", piece: 1, sealedKey: Data()))
    guard context.isLate, let call = context.call else { return .attach(document) }
    return .enterLate(document, LateReceipt(on: call.until, by: "-"))
  }
}

extension ActField where Value == Attachment {
  /// A file with what its index says, or a text written out, exactly one of both; a text without a
  /// title is called as its kind is, a file as it is called.
  ///
  /// - Parameter replaced: The document in whose place it comes; kind and number are its then.
  static func attachment(replacing replaced: Document? = nil, _ context: Context) -> ActField {
    let number = ActField<Int?>.number(
      orNone: "number", .Material.number, nil, in: .ordinal, help: .Material.numberHelp,
      refused: .never)
    let items = ActField<[ItemID]>.proven(replaced?.items ?? [], context)
    let receipt = ActField<LateReceipt?>.receipt(context)
    let takesText = replaced == nil && !context.isLate
    return ActField(
      fields: { _ in
        let kinds = DocumentKind.allCases.map(Phrase.document)
        let first = replaced == nil ? [FormField.choice("kind", .Case.kind, kinds, context)] : []
        let path = FormField.file(isRequired: !takesText, help: .Material.pathHelp, context)
        let title = FormField.text(
          "title", .Case.titleField, replaced?.title ?? "", rows: 1, isRequired: false,
          help: .Material.titleHelp, limit: 100, context)
        let text = FormField.text(
          "text", .Case.pasted, "", rows: 6, isRequired: false, help: .Case.pastedHelp,
          limit: 200_000, context)
        return first + [path, title] + (replaced == nil ? number.fields(context) : [])
          + items.fields(context) + receipt.fields(context) + (takesText ? [text] : [])
      },
      read: { form, box in
        let kinds = DocumentKind.allCases
        let kind =
          replaced?.kind ?? kinds[min(max(0, form.choice("kind") ?? 0), kinds.count - 1)]
        let ordinal = replaced.map { Int??.some($0.ordinal) } ?? number.read(form, box)
        guard let ordinal, let items = items.read(form, box), let receipt = receipt.read(form, box)
        else { return nil }
        let (path, text) = (form.trimmed(FormField.fileID), form.text("text"))
        let title = form.trimmed("title")
        switch (path.isEmpty, text.isBlank) {
        case (true, true): return box.fault(FormField.fileID, .Case.pathOrText)
        case (false, false): return box.fault("text", .Case.pathOrText)
        case (false, true):
          return .file(
            FileToAttach(
              path: path, kind: kind, title: title.isEmpty ? nil : title, ordinal: ordinal,
              items: items, receipt: receipt, replaces: replaced != nil))
        case (true, false):
          if ordinal != nil { return box.fault("number", .Material.noNumber) }
          return .text(
            kind, title: title.isEmpty ? context.say(.document(kind)) : title, text: text)
        }
      },
      probes: [.sample(Attachment.sample(context))],
      refused: [
        ("kind", .never), ("title", .never), (FormField.fileID, .otherwise), ("text", .never),
      ] + number.refused + items.refused + receipt.refused)
  }
}

extension ActField where Value == [ItemID] {
  /// The items of the criteria that evidence proves, in one line.
  fileprivate static func proven(_ known: [ItemID], _ context: Context) -> ActField {
    let all = Set(context.edition.items.map(\.id))
    return .line(
      "items", .Material.items, known.map(\.rawValue).joined(separator: " "),
      help: .Material.itemsHelp, probes: [[]], refused: .never
    ) { text throws(Wrong) in
      var items: [ItemID] = []
      let plain = text.precomposedStringWithCompatibilityMapping
      for word in plain.split(whereSeparator: { " ,、;\t".contains($0) }) {
        let item = ItemID(String(word))
        guard all.contains(item) else { throw Wrong(why: .badItem(String(word))) }
        if !items.contains(item) { items.append(item) }
      }
      return items
    }
  }
}
