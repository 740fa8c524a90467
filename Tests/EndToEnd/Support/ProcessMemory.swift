import Foundation

/// The memory of a running program, as root reads it.
struct ProcessMemory {
  /// The memory cannot be read: the tests do not run as root.
  struct Closed: Error {}

  private let pid: pid_t

  /// The memory of a program; it is read at each search.
  init(of pid: pid_t) { self.pid = pid }

  /// Whether this process may read another's memory though that is closed.
  static var isReadable: Bool { geteuid() == 0 }

  /// Which of the texts lie in any page that can be read.
  ///
  /// - Parameter wanted: bytes under the names by which a report calls them.
  func find(_ wanted: [String: Data]) throws -> Set<String> {
    let memory = open("/proc/\(pid)/mem", O_RDONLY | O_CLOEXEC)
    guard memory >= 0 else { throw Closed() }
    defer { close(memory) }
    var found: Set<String> = []
    for region in try regions() {
      var bytes = [UInt8](repeating: 0, count: region.count)
      // Pages that are no memory, as those of devices, cannot be read.
      let count = pread(memory, &bytes, bytes.count, off_t(region.lowerBound))
      guard count > 0 else { continue }
      for (name, text) in wanted where Self.holds(bytes.prefix(count), text) { found.insert(name) }
    }
    return found
  }

  private static func holds(_ bytes: ArraySlice<UInt8>, _ text: Data) -> Bool {
    let wanted = [UInt8](text)
    guard let first = wanted.first else { return false }
    return bytes.withUnsafeBytes { room -> Bool in
      guard var place = room.baseAddress else { return false }
      let end = place + room.count
      // From one place where it may begin to the next.
      while let start = memchr(place, Int32(first), end - place).map({ UnsafeRawPointer($0) }),
        end - start >= wanted.count
      {
        if memcmp(start, wanted, wanted.count) == 0 { return true }
        place = start + 1
      }
      return false
    }
  }

  /// The stretches that can be read, without those of the kernel's own.
  private func regions() throws -> [Range<Int>] {
    let map = try String(contentsOfFile: "/proc/\(pid)/maps", encoding: .utf8)
    return map.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
      guard ends.count == 2, fields[1].hasPrefix("r"), fields.last?.hasPrefix("[v") != true else {
        return nil
      }
      return ends[0]..<ends[1]
    }
  }
}
