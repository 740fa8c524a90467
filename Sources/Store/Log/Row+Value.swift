import Foundation
import GRDB

extension Row {
  /// The value of a column, in the type that is asked for.
  ///
  /// GRDB's subscript ends the program where the value has another type; a damaged file must not.
  /// - Throws: `RowDecodingError`, which the store's doors turn into `StoreFault.damaged(.schema)`.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String, as type: Value.Type = Value.self
  ) throws -> Value {
    try decode(Value.self, forColumn: column)
  }

  /// The value of a column by its place, counted from 0: names are looked for in every row.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    at place: Int, as type: Value.Type = Value.self
  ) throws -> Value {
    try decode(Value.self, atIndex: place)
  }
}
