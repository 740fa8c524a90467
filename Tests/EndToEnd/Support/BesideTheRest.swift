import Testing

/// Begins a suite at once, beside the other suites: in their line it would wait for all of them, and
/// then run alone, one test after the other, while the other processors have nothing to do.
struct BesideTheRest: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withoutActuallyEscaping(function) { function in
      try await Task(priority: .high) { try await function() }.value
    }
  }
}
