import Criteria
import Foundation
import Procedure

/// A case to be registered, with its texts, its panel and the stage it is passed on to.
public struct ImportedCase: Codable, Sendable, Hashable {
  public var application: Application
  public var documents: [ImportedDocument]
  /// Assigned last.
  public var panel: PanelID?
  /// Reached from the registration by plain steps; registered where nil.
  public var stage: Stage?
  /// The note of every step; needed where a step asks for a reason.
  public var note: String

  /// A case to be registered.
  public init(
    _ application: Application, documents: [ImportedDocument] = [], panel: PanelID? = nil,
    stage: Stage? = nil, note: String = ""
  ) {
    self.application = application
    self.documents = documents
    self.panel = panel
    self.stage = stage
    self.note = note
  }

  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func list<T: Decodable>(_ key: CodingKeys) throws -> [T] {
      try container.decodeIfPresent([T].self, forKey: key) ?? []
    }
    application = Application(
      id: try container.decode(CaseID.self, forKey: .id),
      name: try container.decode(String.self, forKey: .name),
      creditCode: try container.decodeIfPresent(String.self, forKey: .creditCode) ?? "",
      district: try container.decode(DistrictCode.self, forKey: .district),
      industry: try container.decode(String.self, forKey: .industry),
      exemptSector: try container.decodeIfPresent(ExemptSector.self, forKey: .exemptSector),
      encouraged: try list(.encouraged),
      staff: try container.decodeIfPresent(Int.self, forKey: .staff),
      founded: try container.decodeIfPresent(Int.self, forKey: .founded),
      modelSince: try container.decodeIfPresent(Int.self, forKey: .modelSince),
      controlled: try list(.controlled))
    documents = try list(.documents)
    panel = try container.decodeIfPresent(PanelID.self, forKey: .panel)
    stage = try container.decodeIfPresent(Stage.self, forKey: .stage)
    note = try container.decodeIfPresent(String.self, forKey: .note) ?? ""
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(application.id, forKey: .id)
    try container.encode(application.name, forKey: .name)
    try container.encode(application.creditCode, forKey: .creditCode)
    try container.encode(application.district, forKey: .district)
    try container.encode(application.industry, forKey: .industry)
    try container.encodeIfPresent(application.exemptSector, forKey: .exemptSector)
    try container.encode(application.encouraged, forKey: .encouraged)
    try container.encodeIfPresent(application.staff, forKey: .staff)
    try container.encodeIfPresent(application.founded, forKey: .founded)
    try container.encodeIfPresent(application.modelSince, forKey: .modelSince)
    try container.encode(application.controlled, forKey: .controlled)
    try container.encode(documents, forKey: .documents)
    try container.encodeIfPresent(panel, forKey: .panel)
    try container.encodeIfPresent(stage, forKey: .stage)
    try container.encode(note, forKey: .note)
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, creditCode, district, industry, exemptSector, encouraged, staff, founded
    case modelSince, controlled, documents, panel, stage, note
  }
}

/// A text of a case: written out, or a text file beside the JSON.
public struct ImportedDocument: Codable, Sendable, Hashable {
  public var kind: DocumentKind
  public var title: String
  /// The text; `Importer.read` fills it from `file`.
  public var text: String?
  /// A path relative to the JSON's directory and inside it.
  public var file: String?

  /// A text of a case.
  public init(kind: DocumentKind, title: String, text: String? = nil, file: String? = nil) {
    (self.kind, self.title, self.text, self.file) = (kind, title, text, file)
  }

  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decode(DocumentKind.self, forKey: .kind)
    title = try container.decode(String.self, forKey: .title)
    text = try container.decodeIfPresent(String.self, forKey: .text)
    file = try container.decodeIfPresent(String.self, forKey: .file)
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case kind, title, text, file }
}
