import Foundation

/// What the command line asked for.
struct Options {
  /// A word on the command line that is not understood.
  struct Misuse: Error, CustomStringConvertible {
    let description: String
  }

  static let usage = """
    usage: pingshen-benchmark [--quick] [--rounds N] [--large N] [--province [--entries N]]
             [--taking N] [--binary PATH]
      --quick        few rounds and 5 s of idling instead of 60
      --rounds N     rounds of each start; keys are pressed five times as often (default 40)
      --large N      measures a store grown by N entries instead, which takes minutes to make
      --province     measures a store of 10,000 applications and 400 people instead
      --entries N    how many entries it has in all (default: 40000; 1000000 takes an hour to make)
      --taking N     measures how a copy takes N entries about 10,000 applications, 30,000 at least
      --binary PATH  the program to measure (default: the pingshen beside this program)
    """

  /// How often each start is measured, alternating with its anchors.
  var rounds = 40
  /// How long the program idles while its ticks are counted.
  var idle: Duration = .seconds(60)
  /// By how many entries a store is to grow; none for the demo stores as they are.
  var large: Int?
  /// Whether a province's year is measured instead, and how many entries it has.
  var isProvince = false
  var entries = 40_000
  /// How many entries a copy takes; nil where that is not measured.
  var taking: Int?
  /// The program to measure.
  var binary: String
  /// Whether only the usage was asked for.
  var help = false

  /// - Throws: `Misuse`.
  init(_ arguments: [String]) throws {
    let own = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    binary = own.deletingLastPathComponent().appendingPathComponent("pingshen").path
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--quick":
        rounds = 8
        idle = .seconds(5)
      case "--rounds":
        guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
          throw Misuse(description: "--rounds needs a number above 0")
        }
        rounds = number
      case "--large":
        guard let number = rest.popFirst().flatMap({ Int($0) }), number >= 8 else {
          throw Misuse(description: "--large needs a number from 8")
        }
        large = number
      case "--province": isProvince = true
      case "--entries":
        guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
          throw Misuse(description: "--entries needs a number above 0")
        }
        entries = number
      case "--taking":
        guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
          throw Misuse(description: "--taking needs a number above 0")
        }
        taking = number
      case "--binary":
        guard let path = rest.popFirst() else { throw Misuse(description: "--binary needs a path") }
        binary = path
      case "--help", "-h": help = true
      default: throw Misuse(description: "«\(word)» is not understood")
      }
    }
    guard help || FileManager.default.isExecutableFile(atPath: binary) else {
      throw Misuse(description: "no program at \(binary): build it, or give --binary PATH")
    }
  }
}
