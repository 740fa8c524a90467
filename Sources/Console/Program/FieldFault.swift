/// What went wrong with what stands in one field of a form.
struct FieldFault: Error {
  let field: String
  let error: any Error

  /// Does something with what a field says; what goes wrong is the field's.
  static func of<Result>(_ field: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw FieldFault(field: field, error: error)
    }
  }
}
