import CNcurses

/// What commands print, beside the screen.
public enum StandardOutput {
  /// Writes out what was printed.
  ///
  /// - Returns: Nil, or the number of the error for which some of it is lost: a full disk, a device
  ///   that is gone.
  public static func flush() -> Int32? {
    let error = cn_flush_stdout()
    return error == 0 ? nil : error
  }
}
