import Foundation

/// Why the gate does not do what it was asked for.
public enum GateFault: Error, Sendable, Hashable {
  /// No command of the gate's; the command, as it may be shown.
  case noCommand(String)
  /// No plain name; the name, as it may be shown.
  case noName(String)
  /// Files come through a pipe; a terminal changes them.
  case terminal
  /// Nothing of that name.
  case absent(String)
  /// A link, a device, a folder or the like lies there, or a file that lies elsewhere too.
  case notPlain(String)
  /// A file of that name is there.
  case exists(String)
  /// More than so many bytes.
  case tooLarge(limit: Int)
  /// The box holds so many files, or would hold more than so many bytes.
  case fullOfFiles(Int)
  case fullOfBytes(Int)
  /// The disk has no more room for what is brought.
  case noRoom
  /// What was being brought broke off.
  case brokenOff
  /// A folder of the boxes belongs to another account, or others may write there.
  case foreignFolder(String)
  /// A path of the host was meant, which the gate has none of.
  case noPaths
  /// The system's message.
  case system(String)

  /// Whether the person asked for what there is not, and nothing was looked at.
  public var isUsage: Bool {
    switch self {
    case .noCommand, .noName, .terminal: true
    default: false
    }
  }

  /// What the system said with a number of its errors.
  static func system(_ number: Int32) -> GateFault {
    number == ENOSPC || number == EDQUOT ? .noRoom : .system(String(cString: strerror(number)))
  }
}
