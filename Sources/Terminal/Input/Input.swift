/// What comes from outside: keys, pasted text, the terminal, signals, other parts of the program.
public enum Input: Hashable, Sendable {
  /// The signals that the program answers.
  public enum Signal: Hashable, Sendable {
    /// SIGTERM: finish now.
    case terminate
    /// SIGHUP, or the end of the input: the terminal is gone.
    case hangup
    /// SIGINT from outside; Ctrl-C is the key `.control("c")`.
    case interrupt
    /// SIGTSTP from outside: the answer is `suspend()`; Ctrl-Z is the key `.control("z")`.
    case suspend
    /// SIGCONT: the program runs again; the screen has been put back already.
    case resumed
  }

  /// A key was pressed.
  case key(Key)
  /// Text was pasted, as one piece; it never means a command.
  case paste(String)
  /// The paste before this was longer than is taken; so many bytes of it were left out.
  case pasteCut(bytes: Int)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// The window has another size.
  case resize(Size)
  /// A watched file descriptor can be read, or another thread called `Waker.wake`.
  case wake(channel: UInt8)
  /// A signal came.
  case signal(Signal)
  /// The time given to `wait` is over and nothing came.
  case timeout
}
