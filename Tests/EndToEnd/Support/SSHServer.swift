import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A real sshd in front of a store: one for each connection, started by the client itself, so that no
/// port is taken and nothing has to be waited for.
final class SSHServer {
  /// Whether there is an sshd that this process can start and log in at as itself.
  static let isHere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/sbin/sshd"),
      let folder = try? TemporaryDirectory(), let server = try? SSHServer(folder, command: "true"),
      let run = try? runCommand(server.arguments(), program: "/usr/bin/ssh")
    else { return false }
    return run.status == .code(0)
  }()

  private let folder: TemporaryDirectory

  /// Makes keys, and the line of `authorized_keys` as an administrator writes it.
  init(_ folder: TemporaryDirectory, command: String) throws {
    self.folder = folder
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    for name in ["host", "client"] {
      try runCommand(
        ["-q", "-t", "ed25519", "-N", "", "-f", folder.path(name)], program: "/usr/bin/ssh-keygen")
    }
    let key = try String(contentsOfFile: folder.path("client.pub"), encoding: .utf8)
    try write("authorized_keys", "restrict,pty,command=\"\(command)\" \(key)")
    try write(
      "config",
      """
      HostKey \(folder.path("host"))
      AuthorizedKeysFile \(folder.path("authorized_keys"))
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      PermitRootLogin prohibit-password
      AcceptEnv *
      Subsystem sftp internal-sftp
      LogLevel ERROR

      """)
  }

  /// The gate of a person's store.
  convenience init(_ folder: TemporaryDirectory, _ store: GateStore, as person: String) throws {
    let words = [try Program.pingshen()] + store.arguments(as: person)
    try self.init(folder, command: words.joined(separator: " "))
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
  }

  /// What every client is told.
  var options: [String] {
    [
      "-q", "-F", "none", "-i", folder.path("client"), "-o", "IdentitiesOnly=yes", "-o",
      "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o",
      "ProxyCommand=/usr/sbin/sshd -i -f \(folder.path("config"))",
    ]
  }

  private var account: String {
    getpwuid(getuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "root"
  }

  /// The arguments of a client.
  func arguments(_ more: [String] = [], _ command: String? = nil) -> [String] {
    options + more + ["\(account)@gate"] + (command.map { [$0] } ?? [])
  }

  /// Asks the gate for something, in a shell that has the client's words in `$@`.
  func run(_ command: String, _ shell: String = "ssh \"$@\"") throws -> CommandRun {
    try runCommand(["-c", shell, "sh"] + arguments([], command), program: "/bin/sh")
  }
}
