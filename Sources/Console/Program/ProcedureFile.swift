import Foundation
import Procedure
import Reports
import Store

/// A file of parameters on disk: another city's procedure, with its letters.
public enum ProcedureFile {
  /// Reads and checks a file.
  ///
  /// - Throws: `StoreFault.unreadableFile`, `ParametersFault` with the place of the first fault.
  public static func read(_ path: String) throws -> Parameters {
    try parameters(in: try TextFile.read(path))
  }

  /// Checks the text of such a file.
  ///
  /// - Throws: `ParametersFault` with the place of the first fault.
  static func parameters(in text: String) throws -> Parameters {
    let parameters = try Parameters.load(Data(text.utf8))
    do throws(TemplateFault) {
      _ = try PaperTemplates(overriding: parameters.letters)
    } catch {
      throw ParametersFault(.file["letters"][error.place], .letter(error.detail))
    }
    return parameters
  }
}
