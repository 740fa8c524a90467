import CNcurses

/// The terminal's echo while something is asked that nobody may read, or nothing is.
public enum Echo {
  /// Asks on stderr and reads, or works, without what is typed being shown; what was not read by the
  /// end is dropped.
  ///
  /// Whatever ends or stops the process meanwhile, the echo is there again before; brought to the
  /// front again it asks anew.
  public static func hidden<Result>(
    whileAsking question: String = "", _ body: () throws -> Result
  ) rethrows -> Result {
    cn_hide_echo(question)
    defer { cn_show_echo() }
    return try body()
  }
}
