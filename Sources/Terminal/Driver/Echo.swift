import CNcurses

/// The terminal's echo while something is asked that nobody may read.
public enum Echo {
  /// Asks on stderr and reads without what is typed being shown.
  ///
  /// Whatever ends or stops the process meanwhile, the echo is there again before; brought to the
  /// front again it asks anew.
  public static func hidden(whileAsking question: String, _ read: () -> String) -> String {
    cn_hide_echo(question)
    defer { cn_show_echo() }
    return read()
  }
}
