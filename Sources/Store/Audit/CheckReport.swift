import Foundation
import Procedure

/// What a check of a store found.
public struct CheckReport: Sendable {
  /// Entries looked at.
  public var entries: Int
  /// What is wrong, each thing once, in the order in which it was found.
  public var findings: [Finding]
  /// What is worth knowing and not wrong by itself: clocks that jumped or were corrected, proposals that
  /// stayed sealed.
  public var remarks: [Remark] = []
  /// Entries of which the frame was checked and the sealed content was not, for want of a key.
  public var unread = 0
  /// Sealed bodies that were given up when the years of keeping were over.
  public var givenUp = 0
  /// Sealed files that entries speak of and that are there, and their bytes.
  public var files = 0
  public var bytes = 0
  /// Unfinished sheets that nobody's key opened here: their writers' programs check them.
  public var drafts = 0
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
    /// What the store notes of itself outside the log is damaged, or is none of its notes.
    case noteDamaged(String)
    /// Rows outside of the order of arrival: nobody's program puts any there.
    case outsideOrder(Int)
    /// No entries stand at these positions: deleted, or moved elsewhere.
    case entriesMissing(from: Int, through: Int)
    /// The chain of arrival breaks here: an entry before was deleted, swapped, inserted or changed.
    case chainBroken(at: Int)
    /// An entry has no effect: kept, shown, named.
    case entry(at: Int, PersonID?, EntryFault)
    /// The device's running number leaves some out: entries of it were deleted.
    case numberMissing(device: String, number: Int, at: Int)
    /// The device's running number came before: an equivocation, or swapped or inserted entries.
    case numberRepeated(device: String, number: Int, at: Int)
    /// It does not name the entry before it on its own copy.
    case previousWrong(at: Int)
    /// It was made here, and is said to have arrived at another time.
    case arrivalWrong(at: Int)
    /// The store remembers another end of the log: the tail was cut, or written past the program.
    case tailCut(noted: Int, found: Int)
    /// A table made from the log says something else than the log; `rebuild` makes it anew.
    case projectionDiffers(table: String, key: String)
    /// A sealed file that an entry speaks of is not there.
    case attachmentMissing(at: Int, String)
    /// A document of a case, by its title, does not open to what its entry says.
    case documentDamaged(CaseID, String)
    /// A file of a kept paper, by its name, does not open to what its entry says.
    case paperDamaged(at: Int, String)
    /// A sealed file is not what its name says.
    case attachmentDamaged(String)
    /// This account may not read it, so that nothing is known of it.
    case attachmentClosed(String)
    /// A file that no entry speaks of, or that is none of a store's.
    case fileForeign(String)
    /// A file that was never finished; nothing refers to it and it can be removed.
    case partLeft(String)
    /// A key wrapped for this person or a group of theirs does not open.
    case wrapUnreadable(scope: String)
    /// An unfinished sheet lacks slots, does not open, or is not what its progress figure says.
    case draftDamaged(CaseID, PersonID)
    /// An unfinished sheet is not as its writer's program left it: turned back, or slots exchanged.
    case draftTurnedBack(CaseID, PersonID)
    /// The rows of a person's unfinished forms are not all there, or not as they were written.
    case unfinishedDamaged(PersonID)
  }

  /// Something that people should know.
  public enum Remark: Sendable, Hashable {
    /// A copy's entry is so many seconds earlier than the one before it there.
    case clockBack(at: Int, seconds: Int)
    /// So often a copy's entry was more than a day later than the one before it there; the longest.
    case clockAhead(count: Int, at: Int, seconds: Int)
    /// An entry without effect that secretariat and supervision have noted (V5).
    case noted(at: Int, PersonID?, EntryFault)
    /// So many proposals on site were not shared with the panel when the visit was concluded (S4).
    case proposalsUnshared(CaseID, count: Int)
    /// The years of keeping are over and so many sealed bodies of the case are still here.
    case contentsLeft(CaseID, count: Int)
    /// So many attachments are not on this copy, which was made for people who may not open them.
    case attachmentsElsewhere(Int)
    /// The secretariat noted that a clock was wrong.
    case clockCorrected(at: Int, PersonID)
  }
}
