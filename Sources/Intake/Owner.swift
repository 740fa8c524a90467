import Procedure

/// An application that files may belong to.
public struct Applicant: Sendable, Hashable {
  public var id: CaseID
  public var name: String
  public var creditCode: String

  /// An application by what folders are called after.
  public init(id: CaseID, name: String, creditCode: String) {
    (self.id, self.name, self.creditCode) = (id, name, creditCode)
  }

  /// An application as lists have it.
  public init(_ application: Application) {
    self.init(id: application.id, name: application.name, creditCode: application.creditCode)
  }
}

/// Whose files are called how: numbers, names and credit codes of applications.
struct Owners {
  private struct Signs {
    var id: CaseID
    var exact: [String]
    var core: String
  }

  private let signs: [Signs]

  init(_ applicants: [Applicant]) {
    signs = applicants.map { applicant in
      let code = CreditCode(applicant.creditCode)
      let exact = [applicant.id.rawValue, applicant.name, code.text.count == 18 ? code.text : ""]
      return Signs(
        id: applicant.id, exact: exact.map(Names.key).filter { !$0.isEmpty },
        core: Names.core(applicant.name))
    }
  }

  /// Whose a file is: the folder nearest to it that names an application, else its own name.
  ///
  /// More than one where the name is of several, as two applications may share a word.
  func owners(of file: StickFile) -> [CaseID] {
    for part in file.path.dropLast().reversed() + [file.stem] {
      let key = Names.key(part)
      let named = signs.filter { sign in sign.exact.contains { key.contains($0) } }
      if !named.isEmpty { return longest(named, in: key) }
      // A folder is often called by a short name: 钱江精密 for 杭州钱江精密机械有限公司.
      let short = signs.filter { sign in
        sign.core.count >= 2 && (key.contains(sign.core) || isShort(key, of: sign.core))
      }
      if !short.isEmpty { return short.map(\.id) }
    }
    return []
  }

  private func isShort(_ key: String, of core: String) -> Bool {
    key.count >= 3 && core.hasPrefix(key)
  }

  /// Of names one of which stands in the other, the longer: 杭州一 and 杭州一二.
  private func longest(_ named: [Signs], in key: String) -> [CaseID] {
    func length(_ sign: Signs) -> Int {
      sign.exact.filter { key.contains($0) }.map(\.count).max() ?? 0
    }
    let most = named.map(length).max() ?? 0
    return named.filter { length($0) == most }.map(\.id)
  }
}
