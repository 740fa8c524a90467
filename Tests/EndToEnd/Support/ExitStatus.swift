/// How a program ended.
enum ExitStatus: Equatable, Sendable {
  /// By itself, with this status.
  case code(Int32)
  /// By a signal.
  case signal(Int32)
}
