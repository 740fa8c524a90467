import Foundation
import Procedure

/// What a check of a store found.
public struct CheckReport: Sendable {
  /// Entries looked at.
  public var entries: Int
  /// What is wrong, each thing once, in the order in which it was found.
  public var findings: [Finding]
  /// Whether nothing is wrong.
  public var isSound: Bool { findings.isEmpty }

  /// A report; empty unless parts are given.
  public init(entries: Int = 0, findings: [Finding] = []) {
    (self.entries, self.findings) = (entries, findings)
  }
}

extension CheckReport {
  /// Something in a store that is not what it should be.
  public enum Finding: Sendable, Hashable {
    /// SQLite's own check, or a part that it cannot read; its words.
    case database(String)
    /// A table, index or trigger is not the one this program makes: the log may not be append-only.
    case schemaDiffers(String)
    /// What the store notes of itself outside the log is damaged.
    case noteDamaged(String)
    /// No entries stand at these positions: deleted, or moved elsewhere.
    case entriesMissing(from: Int, through: Int)
    /// The chain of arrival breaks here: an entry before was deleted, swapped, inserted or changed.
    case chainBroken(at: Int)
    /// The entry's id does not belong to its contents: a field was changed.
    case changed(at: Int)
    /// The author did not sign this.
    case signatureWrong(at: Int)
    /// The author has no keys in the log up to here.
    case authorUnknown(at: Int, PersonID)
    /// A parent is not an earlier entry of the stream, or none is named where there are some.
    case parentUnknown(at: Int)
    /// The device's running number leaves some out: entries of it were deleted.
    case numberMissing(device: String, number: Int, at: Int)
    /// The device's running number came before: an equivocation, or swapped or inserted entries.
    case numberRepeated(device: String, number: Int, at: Int)
    /// The store remembers another end of the log: the tail was cut, or written past the program.
    case tailCut(noted: Int, found: Int)
    /// The row or its body cannot be read, though the key is held or none is needed.
    case unreadable(at: Int)
    /// The author was not entitled to it: kept, shown, without effect.
    case notEntitled(at: Int, PersonID)
    /// The keys are not signed with the person's invitation.
    case keysNotVouched(at: Int, PersonID)
    /// A table made from the log says something else than the log; `rebuild` makes it anew.
    case projectionDiffers(table: String, key: String)
    /// A document's sealed file is not there.
    case attachmentMissing(CaseID, String)
    /// A sealed file is not what its name says.
    case attachmentDamaged(String)
    /// A file that was never finished; nothing refers to it and it can be removed.
    case partLeft(String)
    /// A key wrapped for this person or a group of theirs does not open.
    case wrapUnreadable(scope: String)
    /// An unfinished sheet lacks slots, does not open, or is not what its progress figure says.
    case draftDamaged(CaseID, PersonID)
  }
}
