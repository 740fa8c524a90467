import Foundation
import Vault

/// Why a post that lies elsewhere could not be reached.
public enum CarrierFault: Error, Sendable, Hashable {
  /// What was named is no post.
  case badAddress(String)
  /// The program that carries to it is not installed.
  case programMissing(String)
  /// The program ended with a number other than 0; the last of what it said.
  case failed(String, status: Int, words: String)
}

/// Where a post lies: here, or where a well-kept program carries files to and from.
public enum PostAddress: Sendable, Hashable {
  /// A directory of this machine: a stick, a share, what Syncthing keeps.
  case folder(String)
  /// `user@host:path`, by rsync over OpenSSH.
  case ssh(String)
  /// `remote:path` of rclone.
  case rclone(String)

  private static let rclonePrefix = "rclone:"

  /// Reads what somebody typed.
  ///
  /// - Throws: `CarrierFault.badAddress` for what a program could take for an option, and for what is
  ///   no address.
  public init(parsing text: String) throws(CarrierFault) {
    guard !text.isEmpty, !text.hasPrefix("-"),
      text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { throw .badAddress(text) }
    if text.hasPrefix(Self.rclonePrefix) {
      let remote = String(text.dropFirst(Self.rclonePrefix.count))
      guard remote.contains(":"), !remote.hasPrefix("-") else { throw .badAddress(text) }
      self = .rclone(remote)
    } else if let colon = text.firstIndex(of: ":"), text[..<colon].contains("@"),
      !text[..<colon].contains("/")
    {
      let names = text[..<colon].split(separator: "@", omittingEmptySubsequences: false)
      guard names.count == 2, names.allSatisfy(Self.isName) else { throw .badAddress(text) }
      self = .ssh(text)
    } else {
      self = .folder(text)
    }
  }

  /// Whether an account or a machine may be called so.
  private static func isName(_ name: Substring) -> Bool {
    !name.isEmpty && !name.hasPrefix("-")
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
      }
  }

  /// As it is typed.
  public var text: String {
    switch self {
    case .folder(let path): path
    case .ssh(let address): address
    case .rclone(let remote): Self.rclonePrefix + remote
    }
  }
}

/// Carries a store's folder of a post between this machine and another one.
struct Carrier {
  let address: PostAddress
  let store: String

  /// Bytes of a file that is carried: as much as a sealed one may have.
  private static let largest = "4G"

  /// Brings what is there into a folder of this machine; what is here already stays as it is.
  func fetch(into mirror: URL) throws(CarrierFault) {
    switch address {
    case .folder: break
    case .ssh(let there): try rsync(from: Self.folder(there), to: mirror.path + "/")
    case .rclone(let there): try rclone("copy", filters, from: there, to: mirror.path)
    }
  }

  /// Brings there what is here; of the copy's own receipts and drafts the newest alone stays there.
  func send(from mirror: URL, of device: String) throws(CarrierFault) {
    let own = mirror.appendingPathComponent(store).appendingPathComponent(device).path
    switch address {
    case .folder: break
    case .ssh(let there):
      try rsync(from: mirror.path + "/", to: Self.folder(there))
      try ChildProgram.run(
        "rsync",
        [
          "-r", "-s", "--delete", "--include=/seen-*.json", "--include=/drafts-*.pack",
          "--exclude=*", "--", own + "/",
          Self.folder(there) + "\(store)/\(device)/",
        ])
    case .rclone(let there):
      try rclone("copy", filters, from: mirror.path, to: there)
      try rclone(
        "sync", ["+ /seen-*.json", "+ /drafts-*.pack", "- *"], from: own,
        to: Self.folder(there) + "\(store)/\(device)")
    }
  }

  /// What is carried: the store's folder, without what is unfinished.
  private var filters: [String] { ["- *.part", "+ /\(store)/**", "- *"] }

  /// No options but ours: an address has none, and no shell looks at it, here or there.
  private func rsync(from: String, to: String) throws(CarrierFault) {
    try ChildProgram.run(
      "rsync",
      [
        "-r", "-t", "-s", "--ignore-existing", "--max-size=\(Self.largest)", "--exclude=*.part",
        "--include=/\(store)/", "--include=/\(store)/**", "--exclude=*", "--", from, to,
      ])
  }

  private func rclone(
    _ verb: String, _ filters: [String], from: String, to: String
  ) throws(CarrierFault) {
    try ChildProgram.run(
      "rclone",
      [verb, "--size-only", "--ask-password=false", "--max-size", Self.largest]
        + filters.flatMap { ["--filter", $0] } + ["--", from, to])
  }

  /// A place to which names can be put.
  private static func folder(_ there: String) -> String {
    there.hasSuffix("/") || there.hasSuffix(":") ? there : there + "/"
  }
}
