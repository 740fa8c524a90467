import Foundation
import GRDB
import Procedure

#if canImport(Glibc)
  import Glibc
#endif

/// Sealed files that nothing refers to: what programs that were killed, or lost their power, left.
extension Files {
  /// Removes what was left unfinished; the young and the locked may be another's, being written.
  func clear() {
    for name in (try? names()) ?? [] where name.hasSuffix(".part") && isForgotten(name) {
      remove(name)
    }
  }

  /// Whether nobody is writing a file or is about to write its entry.
  func isForgotten(_ name: String) -> Bool {
    guard let age = try? age(of: name), age > Self.partAge else { return false }
    return !isLocked(name)
  }

  /// Whether somebody works at files of which no entry speaks yet.
  func isAwaitingEntries() throws -> Bool {
    try names().contains { $0.hasSuffix(".part") && isLocked($0) }
  }

  private func isLocked(_ name: String) -> Bool {
    let descriptor = Glibc.open(url(name).path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    // A link is none that a program of ours is writing; what else cannot be opened may be one.
    guard descriptor >= 0 else { return errno != ELOOP }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }

  /// Whether a name is one that sealed files have.
  static func isName(_ name: String) -> Bool {
    name.utf8.count == 64
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension Store {
  /// Removes what programs that were killed left unfinished among the sealed files.
  public func clearUnfinished() { Files(directory: directory).clear() }

  /// Removes sealed files that no entry speaks of: their program ended before it wrote the entry.
  ///
  /// - Returns: How many.
  @discardableResult
  public func sweepFiles() throws -> Int {
    let files = Files(directory: directory)
    files.clear()
    let names = try files.names().filter(Files.isName)
    let strangers = Set(names).subtracting(try filesSpokenOf())
      .filter(files.isForgotten)
    guard !strangers.isEmpty, try !files.isAwaitingEntries() else { return 0 }
    // Whose lock was free has written its entries by now, or never will.
    let lost = strangers.subtracting(try filesSpokenOf())
    for name in lost { files.remove(name) }
    return lost.count
  }

  /// Removes sealed files of entries whose bodies were given up, unless another entry speaks of them.
  ///
  /// What cannot be removed now stays for ``sweepFiles()``: what was written is durable already.
  func removeFiles(_ givenUp: [String]) {
    guard !givenUp.isEmpty, let spoken = try? filesSpokenOf() else { return }
    let files = Files(directory: directory)
    for name in Set(givenUp).subtracting(spoken) { files.remove(name) }
  }

  private func filesSpokenOf() throws -> Set<String> {
    Set(try spokenFiles().map(\.file.name))
  }
}
