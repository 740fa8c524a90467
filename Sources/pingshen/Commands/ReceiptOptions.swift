import ArgumentParser
import Console
import Procedure

/// When the district received what is entered after the closing day, and who received it (M7).
struct ReceiptOptions: ParsableArguments {
  @Option(
    name: .customLong("received"), help: ArgumentHelp(say(.cliReceivedOn), valueName: "day"))
  var receivedOn: String?
  @Option(
    name: .customLong("received-by"), help: ArgumentHelp(say(.cliReceivedBy), valueName: "name"))
  var receivedBy: String?

  /// - Throws: `ValidationError` where one of the two is missing, or the day is none.
  func receipt() throws -> LateReceipt? {
    guard (receivedOn == nil) == (receivedBy == nil) else {
      throw ValidationError(say(.bothOfReceipt))
    }
    guard let receivedOn, let receivedBy else { return nil }
    guard let day = Day(receivedOn) else { throw ValidationError(say(.badDay(receivedOn))) }
    return LateReceipt(on: day, by: receivedBy)
  }
}
