import Criteria
import Foundation
import Procedure

/// A case to be registered, with its form, its copies and its texts.
public struct ImportedCase: Codable, Sendable, Hashable {
  public var application: Application
  public var documents: [ImportedDocument]
  public var form: ApplicationForm?
  public var copies: [DocumentKind: CopyCount]?
  /// Whether it is handed in to the district's check at once.
  public var submitted: Bool
  /// The line of the list that it comes from; none in JSON.
  public var line: Int?

  /// A case to be registered.
  public init(
    _ application: Application, documents: [ImportedDocument] = [], form: ApplicationForm? = nil,
    copies: [DocumentKind: CopyCount]? = nil, submitted: Bool = false, line: Int? = nil
  ) {
    (self.application, self.documents, self.form) = (application, documents, form)
    (self.copies, self.submitted, self.line) = (copies, submitted, line)
  }

  public init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    application = Application(
      id: try fields.value(.id, or: ""), name: try fields.value(.name, or: ""),
      creditCode: CreditCode(try fields.optional(.creditCode) ?? "").text,
      district: try fields.value(.district, or: ""), industry: try fields.value(.industry, or: ""),
      exemptSector: try fields.optional(.exemptSector), encouraged: try fields.list(.encouraged),
      staff: try fields.optional(.staff), founded: try fields.optional(.founded),
      modelSince: try fields.optional(.modelSince), controlled: try fields.list(.controlled))
    documents = try fields.list(.documents)
    form = try fields.optional(.form)
    copies = try fields.optional(.copies)
    submitted = try fields.optional(.submitted) ?? false
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
    try container.encodeIfPresent(form, forKey: .form)
    try container.encodeIfPresent(copies, forKey: .copies)
    try container.encode(submitted, forKey: .submitted)
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, creditCode, district, industry, exemptSector, encouraged, staff, founded
    case modelSince, controlled, documents, form, copies, submitted
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
    let fields = try Fields(decoder, CodingKeys.self)
    kind = try fields.value(.kind, or: .evidence)
    title = try fields.value(.title, or: "")
    text = try fields.optional(.text)
    file = try fields.optional(.file)
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case kind, title, text, file }
}
