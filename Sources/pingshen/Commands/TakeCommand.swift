import ArgumentParser
import Console
import Criteria
import Foundation
import Office
import Procedure
import Store

/// `pingshen take DIR FOLDER|ARCHIVE --as PERSON`
struct TakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "take", abstract: say(.cliTake))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliStick), valueName: "folder"), transform: homePath)
  var source: String
  @Option(name: .customLong("case"), help: ArgumentHelp(say(.cliTakeFor), valueName: "case"))
  var number: String?
  @Flag(help: ArgumentHelp(say(.cliTakeDry))) var dryRun = false
  @Flag(name: .shortAndLong, help: ArgumentHelp(say(.cliYes))) var yes = false
  @OptionGroup var received: ReceiptOptions
  @OptionGroup var access: Access

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    try PrivateFolder.within { scratch in
      let stick = try LongWork.run(.looking) {
        try TakePlan.look(
          at: URL(fileURLWithPath: source), unpackingInto: scratch.files, progress: $0)
      }
      let plan = try LongWork.run(.looking) {
        try TakePlan(stick, for: number.map { CaseID($0) }, in: store, by: session, progress: $0)
      }
      for row in TakeReport(plan).rows { Output.line(row.text) }
      if dryRun { return Output.line(say(.takeNotTaken)) }
      let shares = plan.shares.filter { $0.new > 0 }
      if shares.isEmpty { return Output.line(say(.takeNothing)) }
      let isWanted =
        try yes
        || scratch.asking { try Prompt.isYes(say(.takeAsk)) }
      guard isWanted else { return Output.line(say(.takeNotTaken)) }
      var isRefused = false
      for share in shares {
        do {
          let taken = try LongWork.run(.taking(share.id)) { progress in
            try TakePlan.take(share, receipt: received.receipt(), in: store, by: session) {
              progress($0 >> 20, $1 >> 20)
            }
          }
          Output.line(say(.takeTaken(share.id, taken.count)))
        } catch let refusal as Refusal {
          // What is refused of one application leaves the others, as in the console.
          Output.complain("\(share.id)  \(say(Notices.sentence(refusal, Speech.context)))")
          isRefused = true
        }
      }
      if isRefused { throw ExitCode(1) }
    }
  }
}

extension TakeReport.Row {
  /// The line as the command line has it: a doubt begins with a sign.
  fileprivate var text: String {
    let sign = kind == .doubt ? "! " : ""
    return String(repeating: "  ", count: depth) + sign + say(words)
  }
}
