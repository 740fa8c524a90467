import Console
import Foundation
import Procedure
import Terminal

/// The one door through which the command line prints.
///
/// What a store holds may be anything: no control character of it reaches the terminal, and no line
/// of it can pass for one of ours.
enum Output {
  /// A sentence or heading: one line.
  static func line(_ text: String) { print(Visible.escaped(text)) }

  /// A row of a list: cells apart by tabs, which no cell has.
  static func row(_ cells: [String]) {
    print(cells.map(Visible.escaped).joined(separator: "\t"))
  }

  /// Lines of our own, as the help has them.
  static func page(_ text: String) { for line in text.lines { self.line(String(line)) } }

  /// JSON, in which the same characters stand as its own escapes.
  static func json(_ text: String) {
    print(
      text.unicodeScalars.reduce(into: "") { result, scalar in
        if scalar != "\n", Visible.isEscaped(scalar) {
          for unit in String(scalar).utf16 {
            let code = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
          }
        } else {
          result.unicodeScalars.append(scalar)
        }
      })
  }

  /// A sentence on stderr.
  static func complain(_ sentence: String) { ask("pingshen: \(Visible.escaped(sentence))\n") }

  /// What went wrong in several lines of our own, as wrong usage has them.
  static func complain(page: String) {
    ask("pingshen: \(page.lines.map { Visible.escaped(String($0)) }.joined(separator: "\n"))\n")
  }

  /// A question, on stderr so that output stays clean.
  static func question(_ text: String) { ask(plain(text)) }

  /// What may be shown of a text where it is shown by another hand.
  static func plain(_ text: String) -> String { Visible.escaped(text) }

  /// How far a long work is, in place of what stood in the line; nothing takes it away.
  static func progress(_ words: String) { ask("\r\u{1B}[K\(Visible.escaped(words))") }

  /// Takes what stands on the terminal away.
  static func clear() {
    fflush(nil)
    ask("\u{1B}[2J\u{1B}[3J\u{1B}[H")
  }

  /// A sentence that is read before anybody knows which signs the terminal shows: in English, then
  /// in Chinese, in the terminal's own encoding where it has one for that.
  static func both(_ phrase: Phrase, as encoding: String.Encoding) {
    ask(plain(phrase.said(in: .english)) + "\n")
    let chinese = plain(phrase.said(in: .chinese)) + "\n"
    try? FileHandle.standardError.write(contentsOf: chinese.data(using: encoding) ?? Data())
  }

  /// Writes on stderr; where that cannot be written to, nobody is there to be told.
  private static func ask(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// Words in the language of the locale.
func say(_ phrase: Phrase) -> String { phrase.said(in: Speech.language) }

/// A sentence on stderr.
func complain(_ sentence: String) { Output.complain(sentence) }
