/// How the recipients of wraps are spelt.
public enum Recipient {
  /// A person, for example `person/p3`.
  public static func person(_ id: String) -> String { "person/" + id }

  /// A group, for example `group/secretariat`.
  public static func group(_ id: String) -> String { "group/" + id }

  /// The two recovery halves together.
  public static let recovery = "recovery"
}
