import Foundation
import Procedure
import Store

/// A file of parameters on disk: another city's procedure.
enum ParametersFile {
  /// Reads and checks a file.
  ///
  /// - Throws: `StoreFault.unreadableFile`, `ParametersFault` with the place of the first fault.
  static func read(_ path: String) throws -> Parameters {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw StoreFault.unreadableFile(path)
    }
    return try Parameters.load(data)
  }
}
