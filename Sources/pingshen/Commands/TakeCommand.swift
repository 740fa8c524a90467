import ArgumentParser
import Console
import Criteria
import Foundation
import Intake
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
      let stick = try read(unpackingInto: scratch)
      let plan = try LongWork.run(.looking) {
        try TakePlan(stick, for: number.map { CaseID($0) }, in: store, by: session, progress: $0)
      }
      for line in TakeReport(plan).lines { Output.line(line) }
      if dryRun { return Output.line(say(.takeNotTaken)) }
      let shares = plan.shares.filter { $0.new > 0 }
      if shares.isEmpty { return Output.line(say(.takeNothing)) }
      let isWanted =
        try yes
        || PrivateFolder.asking(beside: scratch) { try Prompt.isYes(say(.takeAsk)) }
      guard isWanted else { return Output.line(say(.takeNotTaken)) }
      for share in shares {
        let taken = try LongWork.run(.taking(share.id)) { progress in
          try TakePlan.take(share, receipt: received.receipt(), in: store, by: session) {
            progress($0 >> 20, $1 >> 20)
          }
        }
        Output.line(say(.takeTaken(share.id, taken.count)))
      }
    }
  }
}

extension TakeCommand {
  private func read(unpackingInto scratch: URL) throws -> Stick {
    do {
      return try LongWork.run(.looking) { progress in
        try Stick(URL(fileURLWithPath: source), unpackingInto: scratch) { progress($0, $0 + 1) }
      }
    } catch is CancellationError {
      throw StoreFault.stopped
    }
  }
}

/// What was made of a stick, in lines: of each application the doubts first.
struct TakeReport {
  private(set) var lines: [String] = []

  init(_ plan: TakePlan) {
    for share in plan.shares {
      lines.append(
        say(.takeShare(share.id, share.name, files: share.items.count, new: share.new)))
      for item in share.items { add(item) }
      if let missing = share.missing, !missing.isEmpty {
        lines.append("  ! " + say(.takeMissing(missing)))
      }
      if let form = share.form { add(form) }
    }
    lines += plan.unowned.map { "! " + say(.takeUnowned($0)) }
    lines += plan.unread.map { "! " + say(.takeUnread($0)) }
    lines += plan.rubbish.map { say(.takeRubbish($0)) }
  }

  private mutating func add(_ item: TakePlan.Item) {
    let name = item.found.name
    var cells = [say(.documentKind(item.found.kind)), name.number ?? "", name.title]
    cells.append(name.items.map(\.rawValue).joined(separator: " "))
    cells.append(say(.fileSize(item.found.file.size)))
    cells.append(item.characters.map { say(.takeCharacters($0)) } ?? "")
    cells.append(item.found.file.path.joined(separator: "/"))
    if item.isThere { cells.append(say(.takeDone)) }
    lines.append("  " + cells.filter { !$0.isEmpty }.joined(separator: "  "))
    if item.isThere { return }
    lines += item.found.doubts.map { "    ! " + say(.takeDoubt($0)) }
    if let fault = item.fault { lines.append("    ! " + say(.reading(fault))) }
  }

  private mutating func add(_ form: FormReading) {
    if form.fields.isEmpty && form.years.isEmpty { return }
    lines.append("  " + say(.takeForm))
    for label in FormLabel.allCases {
      guard let found = form.fields[label] else { continue }
      lines.append("    \(say(.formLabel(label)))  \(found.text)")
    }
    for (year, figures) in form.years.sorted(by: { $0.key < $1.key }) {
      let texts = FigureLabel.allCases.compactMap { label in
        figures[label].map { "\(say(.figureLabel(label))) \($0.text)" }
      }
      lines.append("    \(year)  " + texts.joined(separator: "  "))
    }
    lines += form.contradictions.sorted { $0.rawValue < $1.rawValue }.map {
      "    ! " + say(.takeContradiction($0))
    }
  }
}
