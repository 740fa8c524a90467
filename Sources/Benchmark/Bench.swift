import Foundation
import Procedure

/// What every measure works with: the program, its demo stores and the number of rounds.
struct Bench {
  let options: Options
  let stores: DemoStores

  var home: String { stores.directory.path }

  /// Starts the program on a store and waits for the login screen.
  func start(stage: String, person: String) throws -> (TimedTerminal, TimedTerminal.Burst) {
    try start(at: stores.path(stage: stage), person: person)
  }

  private func start(
    at store: String, person: String
  ) throws -> (TimedTerminal, TimedTerminal.Burst) {
    let terminal = try TimedTerminal(
      options.binary, ["open", store, "--as", person], home: home)
    let burst = terminal.read(
      until: Scripts.loginShows, gap: TimedTerminal.startGap, limit: .seconds(10))
    try check(burst, shows: Scripts.loginShows, after: "the start as \(person)")
    return (terminal, burst)
  }

  /// Starts, types the passphrase and waits for the queue.
  /// - Returns: the terminal, and the time from Enter to the last byte of the queue.
  func login(stage: String, person: String) throws -> (terminal: TimedTerminal, time: Duration) {
    try login(at: stores.path(stage: stage), person: person)
  }

  /// The same on a store of its own.
  func login(at store: String, person: String) throws -> (terminal: TimedTerminal, time: Duration) {
    let (terminal, _) = try start(at: store, person: person)
    for stroke in Stroke.text(Scripts.passphrase) { _ = try terminal.press(stroke) }
    let sent = try terminal.send(.enter)
    let burst = terminal.read(
      until: Scripts.queueShows, gap: TimedTerminal.startGap, limit: .seconds(10))
    try check(burst, shows: Scripts.queueShows, after: "the passphrase of \(person)")
    return (terminal, sent.duration(to: burst.last ?? sent))
  }

  /// Follows the steps of a script.
  func follow(_ steps: [Scripts.Step], in terminal: TimedTerminal) throws {
    for step in steps {
      var burst = TimedTerminal.Burst()
      for (number, stroke) in step.strokes.enumerated() {
        if number < step.strokes.count - 1 {
          _ = try terminal.press(stroke)
        } else {
          _ = try terminal.send(stroke)
          burst = terminal.read(
            until: step.shows, gap: TimedTerminal.startGap, limit: .seconds(5))
        }
      }
      try check(burst, shows: step.shows, after: step.strokes.map(\.name).joined(separator: " "))
    }
  }

  /// Starts vim on a long file, without the swap file that a killed vim would leave behind.
  func vim() throws -> TimedTerminal {
    let terminal = try TimedTerminal(
      "/usr/bin/vim", ["-u", "NONE", "-N", "-n", try page()], home: home)
    _ = terminal.read(gap: TimedTerminal.startGap, limit: .seconds(5))
    return terminal
  }

  /// A text file of a thousand lines for the anchors.
  func page() throws -> String {
    let path = stores.directory.appendingPathComponent("page.txt").path
    if !FileManager.default.fileExists(atPath: path) {
      let lines = (1...1000).map { "\($0) 战略部署与过程管理 strategy and processes\n" }
      try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
    }
    return path
  }

  /// Waits until the processor is left alone for a second.
  ///
  /// - Returns: How long the program was at work since its start, and what it holds.
  func rest(_ terminal: TimedTerminal) throws -> (Duration, ProcessFigures) {
    var last: ProcessFigures?
    while let now = ProcessFigures(of: terminal.pid) {
      if now.ticks == last?.ticks {
        return (terminal.started.duration(to: .now) - .seconds(1), now)
      }
      last = now
      _ = terminal.read(gap: .seconds(1), limit: .seconds(1))
    }
    throw TimedTerminal.Failure(description: "the program ended while it verified")
  }

  private func check(_ burst: TimedTerminal.Burst, shows text: String, after: String) throws {
    let plain = TimedTerminal.plain(burst.bytes)
    guard plain.contains(text) else {
      throw TimedTerminal.Failure(
        description: "after \(after) the screen never showed «\(text)»; last written: «"
          + plain.suffix(200).onOneLine + "»")
    }
  }
}
