import Foundation
import Procedure

/// What can go wrong with a store that is neither a refusal by a rule nor a wrong key.
public enum StoreFault: Error, Sendable, Hashable {
  /// Nothing there that is a store.
  case notAStore(String)
  /// The directory for a new store is not empty.
  case notEmpty(String)
  /// Written by a newer program; left untouched.
  case newerProgram
  /// The file that was named is a document of another program.
  case document(String, FileKind)
  /// The machine's clock is more than ten minutes behind the last entry that was made here.
  case clockBehind(now: Moment, last: Moment)
  /// The machine's clock is more than a day ahead of the last entry that was made here: to be asked.
  case clockAhead(now: Moment, last: Moment)
  /// The last entry that was made here is not ahead of the clock: there is nothing to correct.
  case clockIsRight
  /// What was to be written would have no effect; the reason.
  case notBelieved(EntryFault)
  /// Made by a version from before the log's form was frozen, which this one does not read.
  case trialVersion
  /// The database refused: full disk, read-only, gone; its message.
  case database(String)
  /// This account may not write to the store, or its disk is mounted for reading alone.
  case readOnly
  /// Another program held the store for too long.
  case busy
  /// A part of the store is not what it should be.
  case damaged(Part)
  /// Nobody of that name.
  case unknownPerson(String)
  case unknownCase(String)
  /// The person has already made their keys.
  case alreadyJoined
  /// The keys of this login were replaced since: a new login is needed.
  case keysReplaced
  /// The passphrase was the person's until then; it was changed, or the keys were replaced or
  /// recovered.
  case formerPassphrase(until: Moment, KeyChange)
  /// These reviewers have not come by since another leader took over, so that their sheets' halves
  /// are not there yet (R4).
  case halvesAwaited([PersonID])
  /// The recovery halves are those of another store.
  case recoveryOfOther
  /// New keys are for people who were confirmed.
  case notConfirmed
  /// Somebody is no member of the secretariat, whose place alone a successor can take.
  case notOfOffice(String)
  /// The person has not made their keys yet.
  case notJoined
  /// The material is not open to this person.
  case notReadable
  /// There is no such file, or it is a folder or a device.
  case noFile(String)
  /// Nothing can be read of a document: its title.
  case noText(String)
  /// A document was typed or imported as a text and came as no file: its title.
  case noOriginal(String)
  /// A file has more bytes than one may have.
  case fileTooLarge(String, limit: Int)
  /// A file has become another since it was looked at.
  case fileChanged(String)
  /// Something lies where a file is to be written.
  case fileExists(String)
  /// A file to be read could not be.
  case unreadableFile(String)
  /// `PINGSHEN_NOW` holds no time.
  case noTime(String)
  /// A long work was stopped by the person.
  case stopped
  /// Another program is making a backup in the same place.
  case backupUnderWay
  /// A file that this account may not read.
  case noAccess(String)
  /// Root may not write into the store of this account: the account could not any more.
  case ofAccount(String)
  /// A directory that is not there.
  case noFolder(String)
  /// Backups of several stores; the folder of each.
  case severalStores([String])
  /// A disk has too little room, in bytes.
  case noSpace(String, needed: Int, free: Int)
  /// A key that the act needs has not been given to this person yet.
  case keyMissing(String)

  /// What ended a passphrase.
  public enum KeyChange: String, Sendable, Hashable {
    case passphrase, replaced, recovered
  }

  /// Parts that can be damaged.
  public enum Part: String, Sendable, Hashable {
    case body, attachment, draft, keys, schema
  }
}
