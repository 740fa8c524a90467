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
      if plan.shares.allSatisfy({ $0.new == 0 }) { return Output.line(say(.takeNothing)) }
      let isWanted = try yes || Prompt.isYes(say(.takeAsk), else: "--yes")
      guard isWanted else { return Output.line(say(.takeNotTaken)) }
      try take(plan, try received.receipt(), store, session)
    }
  }

  /// Takes what the plan holds, application by application, and names those that were refused.
  ///
  /// - Throws: `ExitCode` 1 where one was.
  private func take(
    _ plan: TakePlan, _ receipt: LateReceipt?, _ store: Store, _ session: Session
  ) throws {
    var (count, refused): (Int, [CaseID]) = (0, [])
    try plan.takeEach(try Speech.context(of: session, in: store)) { share in
      try LongWork.run(.taking(share.id)) { progress in
        try TakePlan.take(share, receipt: receipt, in: store, by: session) {
          progress($0 >> 20, $1 >> 20)
        }
      }
    } told: { outcome in
      count += 1
      if let count = outcome.count { Output.line(say(.takeTaken(outcome.dossier, count))) }
      guard let why = outcome.refusal else { return }
      refused.append(outcome.dossier)
      complain(say(.takeRefused(outcome.dossier, why)))
    }
    guard refused.isEmpty else {
      complain(say(.takeSomeRefused(refused, of: count)))
      throw ExitCode(1)
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
