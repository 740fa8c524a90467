import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A program that goes on beside this one, without its terminal.
enum Aside {
  /// Starts a program, found by `PATH` where its name is no path; it goes on where this one ends.
  ///
  /// - Parameter words: Its arguments, its own name first.
  @discardableResult
  static func start(_ program: String, _ words: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawnp(&child, program, &actions, nil, arguments, environ) == 0 else {
      return false
    }
    // It must not stay behind as a dead process.
    Thread.detachNewThread { [child] in waitpid(child, nil, 0) }
    return true
  }

  /// Shows a file with the person's own program.
  static func view(_ file: URL) -> Bool {
    let asked = Started.surroundings.environment["PINGSHEN_VIEWER"] ?? ""
    let viewer = asked.isEmpty ? "xdg-open" : asked
    return start(viewer, [viewer, file.path])
  }
}
