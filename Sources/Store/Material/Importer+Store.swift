import Criteria
import Foundation
import GRDB
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
  /// What a person should look at, in the order of the file.
  public var remarks: [ImportRemark] = []
}

/// Something in a file that was taken, and that a person should look at.
public struct ImportRemark: Sendable, Hashable {
  public var place: Place
  public var kind: Kind

  /// What it is.
  public enum Kind: Sendable, Hashable {
    /// Headings of a list under which nothing was read.
    case spareColumns([String])
    /// A credit code with something wrong about it (GB 32100).
    case doubtfulCode(String, CreditCode.Fault)
    /// A credit code under which another application of the year stands.
    case knownCode(String, CaseID)
  }
}

extension Store {
  /// Imports people, panels and cases: all of it in one transaction, or nothing.
  ///
  /// - Parameters:
  ///   - file: As `Importer.read` gives it, every document with its text.
  ///   - dryRun: Whether to do it all and then undo it, so that only the answer is left.
  /// - Throws: `ImportFault` with the place, which carries the refusal where a rule refuses; where
  ///   several things are wrong, all of them as `.several`.
  @discardableResult
  public func importFile(
    _ file: ImportFile, dryRun: Bool, by session: Session
  ) throws -> ImportReport {
    var report = ImportReport(
      invitations: [], people: file.people.count, panels: file.panels.count,
      cases: file.cases.count)
    do {
      try write(by: session) { transaction in
        report.remarks = try transaction.remarks(on: file)
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
  /// What a person should look at, before anything of the file is there.
  fileprivate func remarks(on file: ImportFile) throws -> [ImportRemark] {
    var remarks: [ImportRemark] = []
    if !file.spareColumns.isEmpty {
      remarks.append(ImportRemark(place: .file, kind: .spareColumns(file.spareColumns)))
    }
    let known = try codesOfYear()
    for (index, entry) in file.cases.enumerated() {
      for (number, organisation) in (entry.form?.controlled ?? []).enumerated() {
        let code = CreditCode(organisation.creditCode)
        guard let fault = code.fault, !code.text.isEmpty else { continue }
        let place = entry.place(index)["form"]["controlled"][number]["creditCode"]
        remarks.append(ImportRemark(place: place, kind: .doubtfulCode(code.text, fault)))
      }
      if entry.application.creditCode.isEmpty { continue }
      let code = CreditCode(entry.application.creditCode)
      let place = (entry.place(index))[file.columns["creditCode"] ?? "creditCode"]
      if let fault = code.fault {
        remarks.append(ImportRemark(place: place, kind: .doubtfulCode(code.text, fault)))
      }
      if let other = known[code.text], other != entry.application.id {
        remarks.append(ImportRemark(place: place, kind: .knownCode(code.text, other)))
      }
    }
    return remarks
  }

  /// The credit codes of the year's applications, with the first application of each.
  private func codesOfYear() throws -> [String: CaseID] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, json_extract(application, '$.creditCode') AS code FROM dossier
        WHERE year = ? ORDER BY id
        """, arguments: [cycle.value.year ?? 0])
    return try rows.reduce(into: [:]) { codes, row in
      let code = CreditCode(try row.value("code", as: String.self)).text
      if !code.isEmpty, codes[code] == nil {
        codes[code] = CaseID(try row.value("id", as: String.self))
      }
    }
  }

  fileprivate mutating func take(_ file: ImportFile) throws
    -> [(person: PersonID, code: String)]
  {
    var invitations: [(person: PersonID, code: String)] = []
    var attempt = ImportAttempt(file: file)
    for (index, person) in file.people.map(\.person).enumerated() {
      try attempt.at(.file["people"][index]) {
        let invitation = Invitation.generate()
        try perform(.cycle(.invite(person)))
        try appendKey(
          .invitationMade(person: person.id, publicKey: invitation.publicKey), to: .cycle)
        invitations.append((person.id, invitation.code))
      }
    }
    // Panels sit people down: without those that are wrong, every panel of theirs would be too.
    if attempt.isSound {
      for (index, panel) in file.panels.map(\.panel).enumerated() {
        try attempt.at(.file["panels"][index]) { try perform(.cycle(.formPanel(panel))) }
      }
    }
    for (index, entry) in file.cases.enumerated() {
      let place = entry.place(index)
      let isIn = try attempt.at(place) {
        try perform(.dossier(entry.application.id, .register(entry.application)))
      }
      if isIn { try take(entry, at: place, &attempt) }
    }
    try attempt.finish()
    return invitations
  }

  /// What comes after the registration: each part is tried, whatever is wrong with another.
  private mutating func take(
    _ entry: ImportedCase, at place: Place, _ attempt: inout ImportAttempt
  ) throws {
    let id = entry.application.id
    var isWhole = true
    for (number, document) in entry.documents.enumerated() {
      isWhole =
        try attempt.at(place["documents"][number]) {
          guard let text = document.text else { throw ImportFault(.file, .textOrFile) }
          try attach(text, as: document.kind, titled: document.title, to: id)
        } && isWhole
    }
    if let form = entry.form {
      isWhole =
        try attempt.at(place["form"]) { try perform(.dossier(id, .fillForm(form))) } && isWhole
    }
    if let copies = entry.copies {
      isWhole =
        try attempt.at(place["copies"]) { try perform(.dossier(id, .countCopies(copies))) }
        && isWhole
    }
    if entry.submitted, isWhole {
      try attempt.at(place["submitted"]) { try perform(.dossier(id, .submit)) }
    }
  }
}

/// Tries the parts of a file one by one and keeps what is wrong with each.
///
/// A refused command has written nothing: the next part can be tried.
private struct ImportAttempt {
  let file: ImportFile
  private var faults: [ImportFault]

  init(file: ImportFile) { (self.file, faults) = (file, file.faults) }

  /// Whether nothing was found wrong so far.
  var isSound: Bool { faults.isEmpty }

  /// Does a part, unless it is known to be at fault; a refusal is kept with its place.
  ///
  /// - Returns: Whether it was done.
  @discardableResult
  mutating func at(_ place: Place, _ body: () throws -> Void) throws -> Bool {
    if file.isAtFault(place) { return false }
    do {
      try body()
      return true
    } catch let refusal as Refusal {
      faults.append(ImportFault(self.place(place, refusal), .refused(refusal)))
    } catch let fault as ImportFault {
      faults.append(ImportFault(place, fault.reason))
    }
    return false
  }

  /// Throws all that is wrong, in the order of the file.
  func finish() throws(ImportFault) {
    let sorted = faults.enumerated().sorted {
      ($0.element.line?.number ?? 0, $0.offset) < ($1.element.line?.number ?? 0, $1.offset)
    }
    if let fault = ImportFault(together: sorted.map(\.element)) { throw fault }
  }

  /// The place of a refusal, with the field that it is about.
  private func place(_ place: Place, _ refusal: Refusal) -> Place {
    let field: String? =
      switch refusal.reason {
      case .numberTaken, .blank(.number): "id"
      case .unknownDistrict: "district"
      case .blank, .unseen, .tooLong, .outside: refusal.reason.field?.name.rawValue
      case .leaderNotMember: "leader"
      case .deputyNotMember, .deputyIsLeader: "deputy"
      case .panelSize, .repeatedMember, .unknownPerson, .inactive, .notExpert: "members"
      default: nil
      }
    guard let field else { return place }
    // A form's figures stand under their year.
    if let year = refusal.reason.field?.year { return place["years"]["\(year)"][field] }
    return place[file.columns[field] ?? field]
  }
}

extension ImportedCase {
  /// Where it stands in its file: in its line of a list, or at its place in JSON.
  fileprivate func place(_ index: Int) -> Place {
    line.map { Place.line($0, column: nil) } ?? .file["cases"][index]
  }
}
