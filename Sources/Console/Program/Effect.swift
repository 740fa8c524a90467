import Criteria
import Foundation
import Procedure
import Reports
import Splitting
import Store
import Terminal

/// What a screen asks for; plain data, so that tests compare it.
public enum Effect: Sendable, Hashable {
  // Reading; answers come as `.loaded`.
  case load(Request)
  // Writing; answers come as `.done` or `.failed` with the ticket.
  case perform([Command], ticket: String)
  case startReview(CaseID, ticket: String)
  /// Stores slots of a draft, with what stands beside them, over what was read or stored last.
  case saveDraft(
    CaseID, Set<DraftSlot>, Sheet, others: OtherSides = [:], over: Sheet,
    besides: OtherSides = [:], ticket: String)
  /// Writes how far one has read in a case.
  case keepReading(CaseID, Reading)
  /// Seals the sheet that the person saw and confirmed.
  case handIn(CaseID, Sheet, ticket: String)
  case invite(Person, ticket: String)
  case inviteAgain(PersonID, ticket: String)
  case attach(CaseID, DocumentKind, title: String, text: String, ticket: String)
  /// Attaches a file, and what can be read of it.
  case attachFile(CaseID, FileToAttach, ticket: String)
  /// Writes a document's original to a new file.
  case writeOut(CaseID, Document, path: String, ticket: String)
  /// Opens a document's original in the person's own viewer.
  case view(CaseID, Document)
  case importFile(path: String, isDryRun: Bool, ticket: String)
  /// Looks into a folder or an archive, for all applications or one; what is there comes as `.stick`.
  /// Where the call is over it is taken with a receipt (M7).
  case lookInto(path: String, for: CaseID?, LateReceipt?, ticket: String)
  /// Takes what was looked into last.
  case takeStick(ticket: String)
  /// Forgets what was looked into.
  case putStickAway
  /// Reads a file of holidays and make-up days (W); its text comes as `.calendar`.
  case readCalendar(path: String, ticket: String)
  /// Writes a list as a table; a file that is there is replaced only if told, after a question.
  case writeList(ListOrder, path: String, replaces: Bool, ticket: String)
  /// Writes the score sheet of one's own review; a file that is there is replaced only if told.
  case writeSheet(CaseID, path: String, replaces: Bool, ticket: String)
  /// Reads a score sheet that came back; it comes as `.scoreSheet`, nothing of it being taken.
  case readSheet(CaseID, path: String, ticket: String)
  /// Takes another city's parameters, before a cycle is open.
  case adoptParameters(path: String, ticket: String)
  /// Writes a paper as text and as a page beside it; a file that is there is replaced only if told.
  case writePaper(PaperOrder, path: String, replaces: Bool, ticket: String)
  /// Writes the files of a kept paper once more.
  case writeKept(KeptPaperRow, path: String, replaces: Bool, ticket: String)
  /// Makes a backup in each place that is there.
  case backUp(ticket: String)
  /// Sets where backups go too; none where nothing was typed.
  case setSecondPlace(String, ticket: String)
  /// Meets other copies through a post; what came of it comes as `.exchanged`.
  case exchange(at: String, ticket: String)
  /// Makes a copy to take along for these people; what it holds comes as `.copied`.
  case makeCopy(path: String, for: [PersonID], ticket: String)
  /// Makes another store from a backup, in an empty directory.
  case restore(Backup, path: String, ticket: String)
  // Coming and going.
  case signIn(PersonID, passphrase: String)
  case join(PersonID, invitation: String, passphrase: String)
  /// Writes a quick card to a file.
  case writeCard(QuickCard.Role, path: String, replaces: Bool, ticket: String)
  /// Changes the passphrase of the person at work, and their keys where asked.
  case changePassphrase(from: String, to: String, replacesKeys: Bool)
  /// A person said that the machine's clock is right.
  case acceptClock
  /// The secretariat notes that the time of the last entry made here was wrong.
  case correctClock(reason: String, ticket: String)
  /// Forgets the keys and what was opened with them, until the passphrase is typed again.
  case dropKeys
  /// Does an action of the screen in front, as its key would.
  case begin(String)
  /// Goes to a screen, on a case where the screen is of one.
  case go(ScreenID, CaseID?)
  /// Goes back to the screen from which one came, else to the queue.
  case goBack
  // What the screen shows over itself.
  case ask(Question)
  case open(FormSheet)
  /// Changes the form that is open, as to name errors in its fields.
  case revise(FormSheet)
  /// Closes the form, which is done.
  case endForm
  /// Closes the form, what it was for being gone; what was put in is offered at the next login.
  case closeForm
  /// Writes the form that is open, waiting so many milliseconds for other writers at most.
  case keepForm(UnfinishedForm, waiting: Int)
  /// Takes a form away that was kept.
  case forgetForm(UnfinishedForm)
  /// Opens a form anew that was left unfinished, where it stood.
  case reopen(UnfinishedForm)
  /// Looks for the files that the form which is open can choose among.
  case offerFiles
  case say(Notice)
  /// Says so once what was asked for under the ticket is durable, and not where it is refused.
  case sayWhenDone(Phrase, ticket: String)
  /// Nothing is unsaved, or something is.
  case markUnsaved
  /// Sends `.timer` after so many milliseconds; the same name again starts it anew.
  case startTimer(String, milliseconds: Int)
  case stopTimer(String)
}

/// Something read from the store.
public enum Request: Sendable, Hashable {
  case accounts
  case queue(QueueQuery, offset: Int, limit: Int)
  case counts
  /// The applications that are still under way.
  case underWay
  case row(CaseID)
  case dossier(CaseID)
  /// Several cases that something is to be done with at once.
  case dossiers([CaseID])
  case draft(CaseID)
  /// What was written here beside a sheet that was handed in elsewhere.
  case leftBeside(CaseID)
  /// How far the person has read.
  case reading(CaseID)
  case progress(CaseID)
  /// The text of a document of the material.
  case document(CaseID, Document)
  /// The lines of a document that came in as a file, of which its parts are made.
  case manuscript(CaseID, Document)
  case history(HistoryQuery, before: Int?, limit: Int)
  /// Running terms of these kinds, of all where nil.
  case terms(Set<TermKind>?, offset: Int, limit: Int)
  case letters(offset: Int, limit: Int)
  /// The papers that were kept, newest first.
  case papers(limit: Int)
  case board
  case scores
  case supervision
  /// How the copies of the store stand to each other.
  case copies
  /// The minutes of the meetings, where this person may read them.
  case minutes
  /// What was decided of the cases at a meeting, where this person may read its minutes.
  case decisions(MeetingID)
  /// So many cases after one are looked through for what is unusual.
  case watch(after: CaseID?, limit: Int)
}

/// The answer to a request.
public enum Reply: Sendable {
  case accounts([Account], StoreTitle)
  case queue(QueueQuery, offset: Int, rows: [QueueRow], total: Int)
  case counts(QueueCounts)
  case underWay([CaseID])
  /// All that is wrong with a file that was brought.
  case fileFaults([Phrase])
  case row(QueueRow)
  case dossier(CaseState)
  case dossiers([CaseState])
  case draft(CaseID, DraftCopy)
  case leftBeside(CaseID, OtherSides)
  case reading(CaseID, Reading)
  /// A draft that was to be written is another in the store by now.
  case draftConflict(CaseID, DraftConflict)
  case progress(CaseID, [PersonID: Int])
  case document(CaseID, DocumentID, MaterialText)
  case manuscript(CaseID, DocumentID, Manuscript)
  case history(HistoryQuery, before: Int?, rows: [HistoryRow])
  case terms(Set<TermKind>?, offset: Int, rows: [TermRow], total: Int)
  /// Letters, how many there are in all, and how many of them are due.
  case letters(offset: Int, rows: [LetterRow], total: Int, due: Int)
  case papers([KeptPaperRow])
  case board(Board)
  case scores([ScoreRow])
  case supervision(SupervisionState)
  case copies(CopiesState)
  /// What came of an exchange with a post.
  case exchanged(ExchangeReport, at: String)
  /// What a copy holds that was made in a directory.
  case copied(CopyReport, at: String)
  case minutes([MeetingID: Minutes])
  case decisions(MeetingID, [DecidedAtMeeting])
  /// What was found, the last case looked at (nil at the end), and how many cases there are.
  case watch(after: CaseID?, rows: [WatchRow], last: CaseID?, total: Int)
  /// What was asked for is not open to this person or is not there; the screen shows why.
  case unavailable(Request, Phrase)
  /// The code of an invitation just made, to be shown once.
  case invitation(PersonID, code: String)
  /// The text of a file of holidays and make-up days, nothing of it being loaded yet.
  case calendar(text: String)
  /// What an import brought, with the codes of its invitations; of a dry run what it would bring.
  case imported(ImportReport, isDryRun: Bool)
  /// What a stick holds, nothing of it being taken yet.
  case stick(TakeReport)
  /// What became of each application's part of a stick.
  case taken([TakeOutcome])
  /// A score sheet that came back, with its form.
  case scoreSheet(CaseID, ScoreSheet, ScoreSheetReading)
}

/// A sentence on the line above the bottom line.
public struct Notice: Sendable, Hashable {
  /// How it is meant.
  public enum Kind: Sendable, Hashable {
    case info
    case good
    case warning
    case refusal
  }

  public var kind: Kind
  public var text: Phrase

  /// A notice.
  public init(_ kind: Kind, _ text: Phrase) {
    self.kind = kind
    self.text = text
  }
}

/// A question over the screen; each answer carries what follows from it.
public struct Question: Sendable, Hashable {
  public var id: String
  public var title: Phrase
  public var lines: [Phrase]
  /// The answers; the one that asked is never the key that confirms.
  public var choices: [Choice]
  /// Whether the answers stand under one another, to be chosen among.
  public var isList: Bool

  /// One answer.
  public struct Choice: Sendable, Hashable {
    public var id: String
    public var title: Phrase
    public var key: Key
    public var keyName: String
    /// Whether Enter does not take it: for what cannot be undone.
    public var needsOwnKey: Bool
    /// What follows from it.
    public var then: [Effect]

    /// An answer with its key.
    public init(
      _ id: String, _ title: Phrase, key: Key, keyName: String, needsOwnKey: Bool = false,
      then: [Effect] = []
    ) {
      self.then = then
      self.id = id
      self.title = title
      self.key = key
      self.keyName = keyName
      self.needsOwnKey = needsOwnKey
    }
  }

  /// A question with its answers.
  public init(
    id: String, title: Phrase, lines: [Phrase], choices: [Choice], isList: Bool = false
  ) {
    self.id = id
    self.title = title
    self.lines = lines
    self.choices = choices
    self.isList = isList
  }

  /// A question whether to go on with something that cannot be undone: F8 does it, Esc does not.
  public static func confirm(
    id: String, title: Phrase, lines: [Phrase], yes: Phrase, then: [Effect] = []
  ) -> Question {
    Question(
      id: id, title: title, lines: lines,
      choices: [
        Choice("no", .back, key: .escape, keyName: "Esc"),
        Choice("yes", yes, key: .function(8), keyName: "F8", needsOwnKey: true, then: then),
      ])
  }
}

/// A form over the screen; F5 or Enter in the last field fills it in.
public struct FormSheet: Sendable, Hashable {
  public var id: String
  public var title: Phrase
  /// Words over the fields.
  public var lines: [Phrase]
  /// What it is about beside the case: an item, a person, a line; empty where its id says it.
  public var about: String
  /// Whether what is put in is kept over the end of the program; not what only narrows a list or
  /// names a file.
  public var isKept: Bool
  public var form: Form
  /// What it stands on and no field of it shows; its fields too, for another one asks for others.
  public var ground: [String]

  /// A form with its fields.
  public init(
    id: String, title: Phrase, lines: [Phrase] = [], about: String = "", isKept: Bool = true,
    form: Form, ground: [String] = []
  ) {
    self.id = id
    self.title = title
    self.lines = lines
    self.about = about
    self.isKept = isKept
    self.form = form
    self.ground = ground + form.fields.map(\.id)
  }
}
