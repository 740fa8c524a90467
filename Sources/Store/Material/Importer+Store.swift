import Foundation
import Procedure
import Vault

/// What an import brought into the store, or would bring.
public struct ImportReport: Sendable {
  /// The one-time codes, shown once; none after a dry run.
  public var invitations: [(person: PersonID, code: String)]
  /// How many of each.
  public var people: Int
  public var panels: Int
  public var cases: Int
}

extension Store {
  /// Imports people, panels and cases: all of it in one transaction, or nothing.
  ///
  /// - Parameters:
  ///   - file: As `Importer.read` gives it, every document with its text.
  ///   - dryRun: Whether to do it all and then undo it, so that only the answer is left.
  /// - Throws: `ImportFault` with the place, which carries the refusal where a rule refuses; of a
  ///   list all that is refused, as `.several`.
  @discardableResult
  public func importFile(
    _ file: ImportFile, dryRun: Bool, by session: Session
  ) throws -> ImportReport {
    try Importer.check(file)
    var report = ImportReport(
      invitations: [], people: file.people.count, panels: file.panels.count,
      cases: file.cases.count)
    do {
      try write(by: session) { transaction in
        report.invitations = try transaction.take(file)
        if dryRun { throw DryRun() }
      }
    } catch is DryRun {
      report.invitations = []
    }
    return report
  }
}

/// Ends a dry run: the transaction is undone with everything in it.
private struct DryRun: Error {}

extension Transaction {
  fileprivate mutating func take(_ file: ImportFile) throws
    -> [(person: PersonID, code: String)]
  {
    var invitations: [(person: PersonID, code: String)] = []
    for (index, person) in file.people.map(\.person).enumerated() {
      try at("people[\(index)]") { transaction in
        let invitation = Invitation.generate()
        try transaction.perform(.cycle(.invite(person)))
        try transaction.append(
          .key(.invitationMade(person: person.id, publicKey: invitation.publicKey)), to: .cycle)
        invitations.append((person.id, invitation.code))
      }
    }
    for (index, panel) in file.panels.map(\.panel).enumerated() {
      try at("panels[\(index)]") { try $0.perform(.cycle(.formPanel(panel))) }
    }
    var refused: [ImportFault] = []
    for (index, entry) in file.cases.enumerated() {
      guard let line = entry.line else {
        try take(entry, at: "cases[\(index)]")
        continue
      }
      // A refused command has written nothing: the next line can be tried.
      do {
        try take(entry, at: "line \(line)")
      } catch let fault as ImportFault { refused.append(fault) }
    }
    if let fault = ImportFault(together: refused) { throw fault }
    return invitations
  }

  private mutating func take(_ entry: ImportedCase, at place: String) throws {
    let id = entry.application.id
    try at(place) { try $0.perform(.file(id, .register(entry.application))) }
    for (number, document) in entry.documents.enumerated() {
      guard let text = document.text else {
        throw ImportFault("\(place).documents[\(number)]", .textOrFile)
      }
      try at("\(place).documents[\(number)]") {
        try $0.attach(text, as: document.kind, titled: document.title, to: id)
      }
    }
    if let form = entry.form {
      try at("\(place).form") { try $0.perform(.file(id, .fillForm(form))) }
    }
    if let copies = entry.copies {
      try at("\(place).copies") { try $0.perform(.file(id, .countCopies(copies))) }
    }
    if entry.submitted { try at("\(place).submitted") { try $0.perform(.file(id, .submit)) } }
  }

  /// Does a part of an import; a refusal is given its place.
  private mutating func at(
    _ place: String, _ body: (inout Transaction) throws -> Void
  ) throws {
    do {
      try body(&self)
    } catch let refusal as Refusal {
      throw ImportFault(place, .refused(refusal))
    }
  }
}
