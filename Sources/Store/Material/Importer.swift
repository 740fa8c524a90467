import Foundation
import Procedure

/// Reads an import file with the texts that it names.
public enum Importer {
  /// The JSON itself and each text, in bytes.
  public static let longestFile = 64 << 20
  public static let longestText = 8 << 20
  /// People, panels and cases in one file.
  public static let mostPeople = 10_000
  public static let mostPanels = 2_000
  public static let mostCases = 10_000

  /// Reads a file and the texts beside it, or a list of applications where it ends in `.csv`.
  ///
  /// - Parameter districts: What a list may name a district by, beside its code.
  /// - Returns: The file with every document's text filled in.
  /// - Throws: The first fault with its place; of a list all, as `.several`.
  public static func read(
    _ url: URL, districts: [District] = Parameters.hangzhou.districts
  ) throws(ImportFault) -> ImportFile {
    let data = try bytes(of: url, limit: longestFile, place: "")
    if url.pathExtension.lowercased() == "csv" { return try list(data, districts) }
    var file: ImportFile
    do {
      file = try JSONDecoder().decode(ImportFile.self, from: data)
    } catch let error as DecodingError {
      throw ImportFault(error)
    } catch {
      throw ImportFault("", .notJSON)
    }
    try check(file)
    let folder = url.deletingLastPathComponent()
    for index in file.cases.indices {
      for number in file.cases[index].documents.indices {
        let place = "cases[\(index)].documents[\(number)]"
        file.cases[index].documents[number].text = try text(
          of: file.cases[index].documents[number], in: folder, place: place)
      }
    }
    return file
  }

  private static func list(
    _ data: Data, _ districts: [District]
  ) throws(ImportFault) -> ImportFile {
    guard let text = TableText.decode(data) else { throw ImportFault("", .notText) }
    let table = TableText(text, limit: mostCases + 1)
    if table.isCut { throw ImportFault("", .tooLarge(limit: mostCases)) }
    let list = ApplicationList(table, districts: districts)
    if let fault = ImportFault(together: list.faults) { throw fault }
    return ImportFile(cases: list.cases)
  }

  /// Checks sizes, and that no number stands twice.
  static func check(_ file: ImportFile) throws(ImportFault) {
    try check(file.people.map(\.person.id.rawValue), "people", limit: mostPeople)
    try check(file.panels.map(\.panel.id.rawValue), "panels", limit: mostPanels)
    try check(file.cases.map(\.application.id.rawValue), "cases", limit: mostCases)
    for (index, entry) in file.cases.enumerated() {
      let kinds = entry.documents.map(\.kind.rawValue)
      var seen: Set<String> = []
      for (number, kind) in kinds.enumerated() where !seen.insert(kind).inserted {
        throw ImportFault("cases[\(index)].documents[\(number)].kind", .repeated)
      }
    }
  }

  private static func check(
    _ ids: [String], _ list: String, limit: Int
  ) throws(ImportFault) {
    if ids.count > limit { throw ImportFault(list, .tooLarge(limit: limit)) }
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      throw ImportFault("\(list)[\(index)].id", .repeated)
    }
  }

  private static func text(
    of document: ImportedDocument, in folder: URL, place: String
  ) throws(ImportFault) -> String {
    switch (document.text, document.file) {
    case (let text?, nil):
      if text.utf8.count > longestText {
        throw ImportFault("\(place).text", .tooLarge(limit: longestText))
      }
      return text
    case (nil, let path?):
      let url = folder.appendingPathComponent(path).resolvingSymlinksInPath().standardizedFileURL
      let root = folder.resolvingSymlinksInPath().standardizedFileURL.path
      guard !path.hasPrefix("/"), url.path.hasPrefix(root.hasSuffix("/") ? root : root + "/")
      else { throw ImportFault("\(place).file", .outside(path)) }
      let data = try bytes(of: url, limit: longestText, place: "\(place).file")
      guard let text = String(bytes: data, encoding: .utf8) else {
        throw ImportFault("\(place).file", .notText)
      }
      return text
    default: throw ImportFault(place, .textOrFile)
    }
  }

  private static func bytes(
    of url: URL, limit: Int, place: String
  ) throws(ImportFault) -> Data {
    do {
      // A directory or a device is no file; the size is looked at before the bytes.
      let attributes = try FileManager.default.attributesOfItem(
        atPath: url.resolvingSymlinksInPath().path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw ImportFault(place, .unreadable(url.lastPathComponent))
      }
      guard let size = attributes[.size] as? Int, size <= limit else {
        throw ImportFault(place, .tooLarge(limit: limit))
      }
      return try Data(contentsOf: url)
    } catch let fault as ImportFault {
      throw fault
    } catch {
      throw ImportFault(place, .unreadable(url.lastPathComponent))
    }
  }
}
