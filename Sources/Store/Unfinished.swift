import Foundation
import Procedure
import Vault

/// A form that stood open over a screen, with what was put in.
public struct UnfinishedForm: Codable, Hashable, Sendable {
  /// What was put into a field.
  public struct Field: Codable, Hashable, Sendable {
    public var id: String
    /// The words before the field.
    public var label: String
    public var text: String

    /// A field with its text; of a choice the chosen option.
    public init(id: String, label: String, text: String) {
      (self.id, self.label, self.text) = (id, label, text)
    }
  }

  /// Where it stood: the screen, the form's own name, the case, and what it was about.
  public struct Place: Codable, Hashable, Sendable {
    public var screen: String
    public var form: String
    public var dossier: CaseID?
    public var about: String

    /// A place.
    public init(screen: String, form: String, dossier: CaseID?, about: String) {
      (self.screen, self.form, self.dossier, self.about) = (screen, form, dossier, about)
    }
  }

  public var place: Place
  /// Its title, in the language of its screen.
  public var title: String
  /// When it was written last.
  public var time: Moment
  public var fields: [Field]
  /// By which it is told from the form of another window, drawn when it is first written; and how
  /// often it was written.
  private(set) var id = Data()
  private(set) var count = 0

  /// A form that was never written.
  public init(place: Place, title: String, time: Moment, fields: [Field]) {
    (self.place, self.title, self.time, self.fields) = (place, title, time, fields)
  }

  /// The same form with what stands in it now.
  public func with(_ fields: [Field], at time: Moment) -> UnfinishedForm {
    var form = self
    (form.fields, form.time) = (fields, time)
    return form
  }

  /// Whether it was written, by this window, as it lies in the store.
  func isSame(as other: UnfinishedForm) -> Bool {
    id == other.id && count == other.count
  }

  /// The form as it is written next.
  func next(isNew: Bool) -> UnfinishedForm {
    var form = self
    if isNew { (form.id, form.count) = (Bytes.random(16), 0) }
    form.count += 1
    return form
  }
}

/// Why a form is not kept.
public enum UnfinishedFault: Error, Sendable, Hashable {
  /// It is longer than the row that would hold it.
  case tooLong
  /// Forms of other windows, or of earlier logins, hold every row.
  case noRoom
}

extension Store {
  /// The forms that this person left unfinished, the latest first.
  public func unfinished(by session: Session) throws -> [UnfinishedForm] {
    try read { db in
      try UnfinishedSlots(db, session).all().compactMap(\.form).sorted { $0.time > $1.time }
    }
  }

  /// Writes a form, in place, over what this window wrote of it before.
  ///
  /// What another window wrote stays: this one's then goes into a row of its own.
  ///
  /// - Parameter milliseconds: How long to wait for other writers.
  /// - Returns: The form as it lies there, to be written over next time.
  /// - Throws: `UnfinishedFault`; `StoreFault.busy`, `.readOnly`.
  public func keep(
    _ form: UnfinishedForm, waiting milliseconds: Int, by session: Session
  ) throws -> UnfinishedForm {
    try overwrite(waiting: milliseconds, by: session) { db in
      let slots = UnfinishedSlots(db, session)
      let all = try slots.all()
      let own = all.firstIndex { $0.form?.isSame(as: form) == true }
      let free =
        all.firstIndex { if case .nothing = $0 { true } else { false } }
        ?? all.firstIndex { if case .unreadable = $0 { true } else { false } }
      guard let slot = own ?? free else { throw UnfinishedFault.noRoom }
      let written = form.next(isNew: own == nil)
      try slots.put(written, at: slot)
      return written
    }
  }

  /// Whether a form lies there as this window wrote it.
  public func isKept(_ form: UnfinishedForm, by session: Session) throws -> Bool {
    try read { db in
      try UnfinishedSlots(db, session).all().contains { $0.form?.isSame(as: form) == true }
    }
  }

  /// Takes a form away that was finished or dropped, unless another window went on with it.
  ///
  /// - Throws: `StoreFault.busy`, `.readOnly`.
  public func forget(
    _ form: UnfinishedForm, waiting milliseconds: Int, by session: Session
  ) throws {
    try overwrite(waiting: milliseconds, by: session) { db in
      let slots = UnfinishedSlots(db, session)
      guard let slot = try slots.all().firstIndex(where: { $0.form?.isSame(as: form) == true })
      else { return }
      try slots.put(nil, at: slot)
    }
  }
}

extension Transaction {
  /// Makes the rows in which the acting person's unfinished forms will lie, empty.
  func makeUnfinished() throws {
    let slots = UnfinishedSlots(db, session)
    for slot in 0..<UnfinishedSlots.count { try slots.put(nil, at: slot) }
  }

  /// Takes the acting person's forms along to keys that replace the present ones.
  func carryUnfinished(_ replace: () -> Void) throws {
    let forms = try UnfinishedSlots(db, session).all().map(\.form)
    replace()
    let slots = UnfinishedSlots(db, session)
    for (slot, form) in forms.enumerated() { try slots.put(form, at: slot) }
  }
}
