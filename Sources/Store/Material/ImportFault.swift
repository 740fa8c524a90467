import Criteria
import Foundation
import Procedure

/// Why an import is refused, and where in its file; nothing was imported.
public struct ImportFault: Error, Sendable, Hashable {
  public var place: Place
  public var reason: Reason

  /// A fault at a place.
  public init(_ place: Place, _ reason: Reason) {
    (self.place, self.reason) = (place, reason)
  }

  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// The file, or a text file that it names, cannot be read.
    case unreadable(String)
    /// More than so many bytes, people, panels, cases or documents.
    case tooLarge(limit: Int)
    /// No JSON, a key twice, or another kind of value than is wanted.
    case json(JSONFault.Problem)
    /// The file, or a text file that it names, is not UTF-8.
    case notText
    /// The file, or a text file that it names, is a document of another program.
    case document(FileKind)
    case missing
    case unknownKey
    /// The number stands in the file twice.
    case repeated
    /// A text file outside the JSON's directory.
    case outside(String)
    /// A document has both a text and a file, or neither.
    case textOrFile
    case refused(Refusal)
    /// A field, or a cell of a list, holds what is not known there.
    case unknownValue(String)
    /// A spreadsheet made a number of a code, of which digits are lost; what stands there.
    case rounded(String)
    /// The first row of a list lacks a column, has one twice, or names one that lists do not have
    /// where another is missing.
    case unknownColumn
    case repeatedColumn
    case missingColumn
    /// A row of a list has more or fewer cells than the first.
    case cellCount(found: Int, wanted: Int)
    /// Quotes are left open in a row of a list, or closed before the cell ends.
    case quotes
    /// All that is wrong with a file, in its order.
    case several([ImportFault])
  }
}

extension ImportFault {
  /// A fault in a line of a list, and in a cell of it where a column is named.
  public init(line: Int, _ column: String?, _ reason: Reason) {
    self.init(.line(line, column: column), reason)
  }

  /// Several faults as one; a single one stays as it is.
  init?(together faults: [ImportFault]) {
    guard let first = faults.first else { return nil }
    self = faults.count == 1 ? first : ImportFault(.file, .several(faults))
  }

  /// The faults one by one, in the order of the file.
  public var parts: [ImportFault] {
    if case .several(let faults) = reason { faults } else { [self] }
  }

  /// The line of a list, and the column where the fault is about one cell; nil for JSON.
  public var line: (number: Int, column: String?)? {
    guard case .line(let number, let column) = place else { return nil }
    return (number, column)
  }

  /// A file that is no text.
  init(_ place: Place, text fault: TextFault) {
    switch fault {
    case .notText: self.init(place, .notText)
    case .document(let kind): self.init(place, .document(kind))
    }
  }

  /// A fault of a JSON file.
  init(_ fault: JSONFault) {
    switch fault.problem {
    case .missing: self.init(fault.place, .missing)
    case .unknownKey: self.init(fault.place, .unknownKey)
    case .unknownValue(let value): self.init(fault.place, .unknownValue(value))
    case .notText: self.init(fault.place, .notText)
    case .broken, .cutOff, .repeatedKey, .wanted: self.init(fault.place, .json(fault.problem))
    }
  }
}
