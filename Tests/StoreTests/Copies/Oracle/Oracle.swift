import Foundation
import Testing

/// The toy of copies that meet, which the plan was tried on (`tools/exchange-oracle`): not part of
/// this repository, so it is asked where it lies beside it.
final class Oracle {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  /// `../shared/tools/exchange-oracle`, seen from the top of the project.
  private static let home = here.appending(path: "../../../../../shared/tools/exchange-oracle")
    .standardizedFileURL
  private static let python = "/usr/bin/python3"

  /// Whether there is an oracle, and a Python to run it.
  static let isThere =
    FileManager.default.fileExists(atPath: home.appending(path: "net.py").path)
    && FileManager.default.isExecutableFile(atPath: python)
  static let without: Comment =
    "left out: ../shared/tools/exchange-oracle or /usr/bin/python3 is missing"

  /// What both have before anybody works apart.
  enum Base: String, Encodable, CaseIterable {
    /// People, a panel, the call.
    case called
    /// One application, not yet qualified.
    case registered
    /// …qualified and given to the panel.
    case assigned
    /// …everybody declared, three designated, their sheets in.
    case handedIn
    /// …opened, all items but the first settled at 60.
    case opened
  }

  /// An act, as both sides play it.
  struct Act: Encodable, CustomStringConvertible {
    var kind: Kind
    var copy: Int
    var by: String
    var `case` = "x"
    var person: String?
    var people: [String]?
    var roles: [String]?
    var leader: String?
    var deputy: String?
    var item: Int?
    var value: Int?
    var text: String?
    var isSo: Bool?
    /// An act of before, by its place among those that were played.
    var of: Int?

    var description: String {
      let rest = [
        person, people?.joined(separator: ","), leader, deputy, item.map { "item \($0)" },
        value.map { "\($0) %" }, isSo.map { "\($0)" }, of.map { "of #\($0)" },
      ].compactMap { $0 }
      return "\(by) \(kind) on \(copy): \(rest.joined(separator: " "))"
    }
  }

  enum Kind: String, Encodable {
    case person, panel, closeCycle, register, qualify, declare, designate, recuse, start, handin
    case withdraw, ask, release, open, settle, finish, dissent, accept
  }

  /// What a copy shows in the end.
  struct Shown: Decodable, Equatable {
    /// The percentages that stand against each other, by the number of the item.
    var items: [String: [Int]]
    var isFinished: Bool
    var opening: String
    var recused: [String]
    var isQualified: Bool?
    var isRegistered: Bool
    var designated: [String]
    var sheets: [String: String]
    /// Kinds and authors of what has no effect.
    var held: [String]
    var roles: [String: [String]]
    var leader: String?
    var deputy: String?
    var members: [String]
    var isClosed: Bool
  }

  private struct Told: Encodable {
    var `do`: String
    var base: Base?
    var nonce: Int?
    var act: Act?
    var copy: Int?
    var post: Int?
    var `case`: String?
  }

  private struct Answer: Decodable { var refusal: String? }

  private let process = Process()
  private let (questions, answers) = (Pipe(), Pipe())

  init() throws {
    process.executableURL = URL(filePath: Self.python)
    process.arguments = ["-B", Self.here.appending(path: "play.py").path, Self.home.path]
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
  }

  deinit {
    try? questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Begins anew.
  ///
  /// - Parameter nonce: A number that gives every entry another id.
  func begin(_ base: Base, nonce: Int) throws {
    _ = try ask(Told(do: "begin", base: base, nonce: nonce))
  }

  /// Why an act would not be allowed on its copy; nil where it is.
  func refusal(of act: Act) throws -> String? {
    let answer = try ask(Told(do: "ask", act: act))
    return try JSONDecoder().decode(Answer.self, from: answer).refusal
  }

  func play(_ act: Act) throws { _ = try ask(Told(do: "play", act: act)) }

  func exchange(_ copy: Int, over post: Int) throws {
    _ = try ask(Told(do: "exchange", copy: copy, post: post))
  }

  func shown(_ id: String) throws -> Shown {
    try JSONDecoder().decode(Shown.self, from: ask(Told(do: "show", copy: 0, case: id)))
  }

  private func ask(_ told: Told) throws -> Data {
    try questions.fileHandleForWriting.write(
      contentsOf: JSONEncoder().encode(told) + Data("\n".utf8))
    var line = Data()
    while line.last != 0x0A {
      guard let piece = try answers.fileHandleForReading.read(upToCount: 1), !piece.isEmpty
      else { throw Ended() }
      line += piece
    }
    return line
  }

  /// The oracle ended; why stands among the messages of the tests.
  private struct Ended: Error {}
}
