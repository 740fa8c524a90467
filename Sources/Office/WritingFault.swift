/// Why a document cannot be written.
public enum WritingFault: Error, Hashable, Sendable {
  /// The library that writes it is not on this machine.
  case missing(Helper)
  /// The library could not: no memory, no room.
  case failed
  /// A sheet has a name that no workbook takes, or one twice.
  case sheetName(String)
  /// A cell holds more than a workbook takes, by sheet and place such as D7.
  case cell(sheet: String, place: String)
}
