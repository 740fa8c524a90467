import Criteria
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

  /// How the names of lists end; every other file is JSON.
  private static let listNames = [".csv", ".tsv", ".txt"]

  /// Reads a file and the texts beside it, or a list of applications where it ends in `.csv`.
  ///
  /// - Parameter districts: What a list may name a district by, beside its code.
  /// - Returns: The file with every document's text filled in, and all that is wrong with it.
  /// - Throws: What keeps the file from being read at all.
  public static func read(
    _ url: URL, districts: [District] = Parameters.hangzhou.districts
  ) throws(ImportFault) -> ImportFile {
    try read(
      url.lastPathComponent, in: .folder(url.deletingLastPathComponent()), districts: districts)
  }

  /// Reads a file that somebody brought through the gate; the texts that it names lie beside it.
  ///
  /// - Throws: What keeps the file from being read at all.
  public static func read(
    _ name: String, in box: Box, districts: [District]
  ) throws(ImportFault) -> ImportFile {
    try read(name, in: .box(box), districts: districts)
  }

  private static func read(
    _ name: String, in folder: ImportFolder, districts: [District]
  ) throws(ImportFault) -> ImportFile {
    let data = try folder.bytes(of: name, limit: longestFile, place: .file)
    if listNames.contains(where: name.lowercased().hasSuffix) { return try list(data, districts) }
    if let kind = FileKind(data) { throw ImportFault(.file, .document(kind)) }
    var file = try json(data)
    try checkSize(of: file)
    checkNumbers(of: &file)
    for index in file.cases.indices {
      for number in file.cases[index].documents.indices {
        let place = Place.file["cases"][index]["documents"][number]
        if file.isAtFault(place) { continue }
        do throws(ImportFault) {
          file.cases[index].documents[number].text = try text(
            of: file.cases[index].documents[number], in: folder, place: place)
        } catch {
          file.faults.append(error)
        }
      }
    }
    return file
  }

  /// The file as it is decoded, with every field at fault.
  private static func json(_ data: Data) throws(ImportFault) -> ImportFile {
    do throws(JSONFault) {
      let (source, log) = (try JSONSource(data), FaultLog())
      var file = try source.decode(
        ImportFile.self, userInfo: CodingUserInfoKey.faultLog.map { [$0: log] } ?? [:])
      var faults = log.all.map { source.fault(for: $0) }
      // A form is read whole, since the log has it so: its fields are looked at one by one here.
      for (index, form) in source.parts(of: "cases", under: "form").enumerated() {
        guard let form else { continue }
        let place = Place.file["cases"][index]["form"]
        let found = Self.faults(of: form).map { JSONFault(place.place(of: $0.place), $0.problem) }
        if !found.isEmpty { faults.removeAll { $0.place.lies(within: place) } }
        faults += found
      }
      file.faults = faults.map(ImportFault.init)
      return file
    } catch {
      throw ImportFault(error)
    }
  }

  private static func faults(of form: JSONSource) -> [JSONFault] {
    form.pieces.flatMap { piece -> [JSONFault] in
      do throws(JSONFault) {
        let value = try piece.source.decode(ApplicationForm.self)
        return piece.source.strangers(to: value).map { JSONFault(piece.place($0), .unknownKey) }
      } catch {
        return [JSONFault(piece.place(error.place), error.problem)]
      }
    }
  }

  private static func list(
    _ data: Data, _ districts: [District]
  ) throws(ImportFault) -> ImportFile {
    let text: String
    do throws(TextFault) { text = try TextTable.decode(data) } catch {
      throw ImportFault(.file, text: error)
    }
    let table = TextTable(text, limit: mostCases + 1)
    if table.isCut { throw ImportFault(.file, .tooLarge(limit: mostCases)) }
    let list = ApplicationList(table, districts: districts)
    var file = ImportFile(cases: list.cases)
    (file.faults, file.columns, file.spareColumns) = (list.faults, list.names, list.spare)
    return file
  }

  private static func checkSize(of file: ImportFile) throws(ImportFault) {
    for (name, count, limit) in [
      ("people", file.people.count, mostPeople), ("panels", file.panels.count, mostPanels),
      ("cases", file.cases.count, mostCases),
    ] where count > limit { throw ImportFault(.file[name], .tooLarge(limit: limit)) }
  }

  /// Notes numbers that stand twice.
  private static func checkNumbers(of file: inout ImportFile) {
    note(file.people.map(\.person.id.rawValue), in: &file, at: { .file["people"][$0]["id"] })
    note(file.panels.map(\.panel.id.rawValue), in: &file, at: { .file["panels"][$0]["id"] })
    note(file.cases.map(\.application.id.rawValue), in: &file, at: { .file["cases"][$0]["id"] })
    for (index, entry) in file.cases.enumerated() {
      note(
        entry.documents.map(\.kind.rawValue), in: &file,
        at: { .file["cases"][index]["documents"][$0]["kind"] })
    }
  }

  private static func note(
    _ names: [String], in file: inout ImportFile, at place: (Int) -> Place
  ) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated()
    where !file.isAtFault(place(index)) && !seen.insert(name).inserted {
      file.faults.append(ImportFault(place(index), .repeated))
    }
  }

  private static func text(
    of document: ImportedDocument, in folder: ImportFolder, place: Place
  ) throws(ImportFault) -> String {
    switch (document.text, document.file) {
    case (let text?, nil):
      if text.utf8.count > longestText {
        throw ImportFault(place["text"], .tooLarge(limit: longestText))
      }
      return text
    case (nil, let path?):
      let place = place["file"]
      try folder.requireInside(path, place: place)
      let data = try folder.bytes(of: path, limit: longestText, place: place)
      do throws(TextFault) { return try String(plain: data) } catch {
        throw ImportFault(place, text: error)
      }
    default: throw ImportFault(place, .textOrFile)
    }
  }
}
