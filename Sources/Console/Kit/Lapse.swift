import Procedure

/// What became of a term whose last day is over.
enum Lapse: Sendable {
  /// Something was to be done by then and was not.
  case missed
  /// It has had its time, and nobody is late.
  case over
}

extension Context {
  /// What became of a term that lasts until a day; nil while it runs.
  func lapse(of day: Day, canBeMissed: Bool) -> Lapse? {
    day < now.day ? canBeMissed ? .missed : .over : nil
  }
}
