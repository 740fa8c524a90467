import Foundation

/// Reads the bodies of the log: JSON as we write it, and nothing beside what its type asks for.
///
/// Foundation's decoder passes over keys that it does not know, so that an entry of a newer
/// program would be read as if it said less than it does; it also takes a key that stands twice.
/// Here every value must have been asked for. It is several times faster, too: replay reads
/// every body of the log.
///
/// Space between values is passed over; after the body nothing may stand. Bytes are base64. A
/// whole number is digits alone, never `1.0`.
enum LogDecoder {
  /// Reads a body.
  ///
  /// - Throws: ``LogFormatFault`` for the first thing that is wrong, with its place.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from data: Data
  ) throws(LogFormatFault) -> Value {
    let tree = try LogParser.tree(of: data)
    tree.ask(0)
    let value: Value
    do {
      value = try LogValue(tree: tree, node: 0).read(type)
    } catch {
      throw LogFormatFault(error)
    }
    if let stranger = tree.stranger { throw .unknownKey(tree.place(of: stranger)) }
    return value
  }
}
