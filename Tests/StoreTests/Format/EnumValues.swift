/// All values of an enum without payload, for those that are not `CaseIterable`: above all the
/// coding keys that Swift synthesises, which are the labels as they stand in the log.
///
/// They are counted in the type's own description, whose form is fixed by Swift's ABI
/// (`docs/ABI/TypeMetadata.rst`): such an enum's value is the number of its case, in the fewest
/// bytes that hold it. A test compares the result with `allCases`.
enum EnumValues {
  /// The values in the order of their declaration; nil where the type is no enum or has payloads.
  static func all<Value>(of type: Value.Type) -> [Value]? {
    let metadata = unsafeBitCast(type, to: UnsafeRawPointer.self)
    guard metadata.load(as: UInt.self) == 0x201 else { return nil }
    let description = metadata.load(fromByteOffset: 8, as: UnsafeRawPointer.self)
    let payloads = description.load(fromByteOffset: 20, as: UInt32.self) & 0xFF_FFFF
    let count = Int(description.load(fromByteOffset: 24, as: UInt32.self))
    guard payloads == 0, MemoryLayout<Value>.size <= 2 else { return nil }
    return (0..<count).map { number in
      var bytes = UInt16(number).littleEndian
      return withUnsafeBytes(of: &bytes) { $0.loadUnaligned(as: type) }
    }
  }
}
