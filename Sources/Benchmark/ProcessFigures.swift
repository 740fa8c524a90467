import Foundation

/// What the kernel says of a running process.
struct ProcessFigures {
  /// Ticks of the processor's time used so far, in user mode and in the kernel.
  let ticks: Int
  /// Memory held now, in MiB.
  let resident: Double
  /// The most memory ever held, in MiB.
  let peak: Double

  /// Reads the figures; nil when the process is gone.
  init?(of pid: pid_t) {
    guard let stat = Machine.text("/proc/\(pid)/stat"), let name = stat.lastIndex(of: ")") else {
      return nil
    }
    // Fields are counted from behind the name, which may hold anything: utime and stime are the
    // 14th and 15th of all, the 12th and 13th from there.
    let fields = stat[stat.index(after: name)...].split(separator: " ")
    guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]),
      let resident = Self.mebibytes("VmRSS", of: pid), let peak = Self.mebibytes("VmHWM", of: pid)
    else { return nil }
    ticks = user + system
    self.resident = resident
    self.peak = peak
  }

  private static func mebibytes(_ name: String, of pid: pid_t) -> Double? {
    let value = Machine.field(name, of: "/proc/\(pid)/status", separator: ":")
    return value?.split(separator: " ").first.flatMap { Double($0) }.map { $0 / 1024 }
  }
}
