import Foundation
import Procedure

/// What came of an exchange with a post.
public struct ExchangeReport: Sendable, Hashable {
  /// Entries that were written there, and in how many packs.
  public var given = 0
  public var packs = 0
  /// Entries that were taken here.
  public var taken = 0
  /// What lies there and has to wait for what is not here yet, by copies.
  public var waiting: [Waiting] = []
  /// What can never become good.
  public var refused: [Refused] = []
  /// Names there that no program of ours gave.
  public var strangers = 0
  /// Sealed files that were taken, written there, and are not there either.
  public var filesTaken = 0
  public var filesGiven = 0
  public var filesMissing = 0
  /// What came of the unfinished sheets of the person at work.
  public var drafts = DraftsReport()
  /// Names of sealed files that are not what their name says.
  public var filesRefused: [String] = []
  /// The id that this copy was given since the post, or somebody's receipt, knew more of it than it
  /// did itself: it was turned back; nil where it was not.
  public var newDevice: String?
  /// Why keys that are owed after it could not be given; nil where they were.
  public var keysFault: StoreFault?
  /// The newest receipt of every copy that lay there before, this one's own among them.
  public var receipts: [Receipt] = []
  /// The head that came of it.
  public var head = ""
  /// The receipt that was written; nil at a trial.
  public var receipt: Receipt?

  /// Entries of a copy that wait.
  public struct Waiting: Codable, Sendable, Hashable {
    /// Whose they are, and their numbers.
    public var device: String
    public var numbers: [ClosedRange<Int>]
    /// What they wait for.
    public var lacks: [Lack]
  }

  /// What is not here.
  public enum Lack: Codable, Sendable, Hashable {
    /// These numbers of a copy.
    case numbers(device: String, ClosedRange<Int>)
    /// An entry of which nothing is known but its id.
    case entry(String)
  }

  /// What was refused, and why.
  public struct Refused: Sendable, Hashable {
    /// The pack, by its copy and name.
    public var device: String
    public var pack: String
    public var fault: PackFault
    /// The entry's number, where it is one entry of the pack.
    public var number: Int?
  }

  /// Nothing yet.
  public init() {}

  /// Whether something was not as it should be.
  public var isSound: Bool { refused.isEmpty && filesRefused.isEmpty && keysFault == nil }
}
