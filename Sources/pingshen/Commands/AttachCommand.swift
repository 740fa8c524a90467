import ArgumentParser
import Console
import Criteria
import Foundation
import Intake
import Procedure
import Store

/// `pingshen attach DIR CASE FILE… --kind KIND --as PERSON`
struct AttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "attach", abstract: say(.cliAttach))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliCase), valueName: "case")) var number: String
  @Argument(help: ArgumentHelp(say(.cliAttached), valueName: "file"), transform: homePath)
  var files: [String]
  @Option(help: ArgumentHelp(say(.cliDocumentKind), valueName: "kind")) var kind: DocumentKind
  @Option(help: ArgumentHelp(say(.cliTitle), valueName: "title")) var title: String?
  @Option(help: ArgumentHelp(say(.cliItems), valueName: "items")) var items: String?
  @Option(help: ArgumentHelp(say(.cliPages), valueName: "pages")) var pages: Int?
  @Option(name: .customLong("number"), help: ArgumentHelp(say(.cliNumber), valueName: "number"))
  var ordinal: Int?
  @Flag(help: ArgumentHelp(say(.cliReplace))) var replace = false
  @OptionGroup var received: ReceiptOptions
  @OptionGroup var access: Access

  func validate() throws {
    if files.count > 1, title != nil || pages != nil || ordinal != nil {
      throw ValidationError(say(.oneTitle))
    }
    _ = try received.receipt()
  }

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let id = CaseID(number)
    // What a person's lists do not show is not there for them.
    _ = try store.queueRow(id, by: session)
    let dossier = try store.dossier(id, by: session)
    let edition = try store.cycle().edition(of: dossier.year)
    let proven = try provenItems(in: edition)
    if let ordinal, !replace,
      dossier.documents.contains(where: { $0.id == DocumentID(kind, ordinal) })
    {
      throw ValidationError(say(.stands(DocumentID(kind, ordinal))))
    }
    for path in files {
      let url = URL(fileURLWithPath: path)
      let name = url.deletingPathExtension().lastPathComponent
      var incoming = IncomingDocument(url, as: kind, titled: title ?? Names.title(name))
      (incoming.ordinal, incoming.pages, incoming.items) = (ordinal, pages, proven)
      incoming.receipt = try received.receipt()
      let without = AttachedText.fill(&incoming, for: edition)
      let document = try LongWork.run(.attaching(url.lastPathComponent)) { progress in
        try store.attach(incoming, to: id, by: session) { progress($0 >> 20, $1 >> 20) }
      }
      Output.row(DocumentRow.cells(document, in: try store.dossier(id, by: session)))
      if let without { complain(say(.attachedWithoutText(without))) }
    }
  }

  private func provenItems(in edition: Edition) throws -> [ItemID] {
    try (items ?? "").split { $0 == "," || $0 == "、" || $0 == "，" }.map { word in
      let word = word.trimmingCharacters(in: .whitespaces)
      let item = edition.items.map(\.id).first { $0.rawValue == word }
      guard let item else { throw ValidationError(say(.badItem(word))) }
      return item
    }
  }
}

extension DocumentKind: ExpressibleByArgument {
  /// A kind by its name, or by the rule that asks for it.
  public init?(argument: String) {
    let found = Self.allCases.first {
      [$0.rawValue.lowercased(), $0.rule.rawValue.lowercased()].contains(argument.lowercased())
    }
    guard let found else { return nil }
    self = found
  }
}

/// `pingshen detach DIR CASE DOCUMENT… --as PERSON`
struct DetachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "detach", abstract: say(.cliDetach))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliCase), valueName: "case")) var number: String
  @Argument(help: ArgumentHelp(say(.cliDocumentID), valueName: "document")) var documents: [String]
  @OptionGroup var access: Access

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let id = CaseID(number)
    _ = try store.queueRow(id, by: session)
    // All or none.
    try store.perform(
      documents.map { .dossier(id, .removeDocument(DocumentID($0))) }, by: session)
    for document in documents { Output.line(say(.removedDocument(DocumentID(document)))) }
  }
}
