import ArgumentParser
import Console
import Foundation
import Procedure
import Store

/// `pingshen exchange DIR POST --as PERSON [--dry-run] [--json]`
struct ExchangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange", abstract: say(.cliExchange))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliPost), valueName: "post"), transform: homePath)
  var post: String
  @OptionGroup var access: Access
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(say(.cliExchangeTrial)))
  var isTrial = false
  @Flag(help: ArgumentHelp(say(.cliJSON))) var json = false

  func run() throws {
    let address = try PostAddress(parsing: post)
    let store = try place.open()
    let session = try access.session(in: store)
    let report = try LongWork.run(.exchanging) { progress in
      try store.exchange(at: address, by: session, isTrial: isTrial, progress: progress)
    }
    if json {
      try JSONOutput.write(JSONOutput.Exchange(report))
    } else {
      for line in Phrase.exchanged(report) { Output.line(say(line)) }
      Output.line(say(.headIs(report.head)))
      if let receipt = report.receipt { Output.line(say(.receiptWritten(receipt))) }
    }
    guard !report.isSound else { return }
    for line in Phrase.refusals(report) { complain(say(line)) }
    let refused = report.refused.count + report.filesRefused.count
    if refused > 0 { complain(say(.refusedInAll(refused))) }
    if let fault = report.keysFault { complain(say(Notices.sentence(fault, Speech.context))) }
    throw ExitCode(1)
  }
}

extension JSONOutput {
  /// What came of an exchange.
  struct Exchange: Encodable {
    let taken: Int
    let given: Int
    let packs: Int
    let filesTaken: Int
    let filesGiven: Int
    let filesMissing: Int
    let filesRefused: [String]
    let waiting: [Waiting]
    let refused: [Refused]
    let strangers: Int
    let drafts: Drafts
    let newDevice: String?
    let head: String
    let receipt: Int?

    struct Drafts: Encodable {
      let taken: [String]
      let twice: [String]
      let apart: [String]
      let refused: Int
    }

    struct Waiting: Encodable {
      let device: String
      let numbers: [[Int]]
      let lacks: [Lack]
    }

    struct Lack: Encodable {
      var device: String?
      var numbers: [Int]?
      var entry: String?
    }

    struct Refused: Encodable {
      let device: String
      let pack: String
      let number: Int?
      let reason: String
    }

    init(_ report: ExchangeReport) {
      (taken, given, packs) = (report.taken, report.given, report.packs)
      (filesTaken, filesGiven) = (report.filesTaken, report.filesGiven)
      (filesMissing, filesRefused) = (report.filesMissing, report.filesRefused)
      waiting = report.waiting.map { waiting in
        Waiting(
          device: waiting.device, numbers: waiting.numbers.map { [$0.lowerBound, $0.upperBound] },
          lacks: waiting.lacks.map { lack in
            switch lack {
            case .numbers(let device, let range):
              Lack(device: device, numbers: [range.lowerBound, range.upperBound])
            case .entry(let id): Lack(entry: id)
            }
          })
      }
      refused = report.refused.map {
        Refused(device: $0.device, pack: $0.pack, number: $0.number, reason: $0.fault.rawValue)
      }
      (strangers, newDevice, head) = (report.strangers, report.newDevice, report.head)
      drafts = Drafts(
        taken: report.drafts.taken.map(\.rawValue), twice: report.drafts.twice.map(\.rawValue),
        apart: report.drafts.apart.map(\.rawValue), refused: report.drafts.refused)
      receipt = report.receipt?.number
    }
  }
}

/// `pingshen copy DIR TARGET [--for PERSON]…`
struct CopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "copy", abstract: say(.cliCopy))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliCopyTarget), valueName: "target"), transform: homePath)
  var target: String
  @Option(
    name: .customLong("for"), parsing: .singleValue,
    help: ArgumentHelp(say(.cliCopyFor), valueName: "person"))
  var people: [String] = []

  func run() throws {
    let store = try place.open()
    let report = try LongWork.run(.copying) {
      try CopyToTake.make(
        of: store, at: target, for: people.map { PersonID($0) }, progress: $0)
    }
    Output.line(say(.copyMade(report, at: target)))
    guard report.missing.isEmpty else {
      complain(say(.filesMissing(report.missing.count)))
      throw ExitCode(1)
    }
  }
}
