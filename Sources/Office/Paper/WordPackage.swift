/// The parts of a document of words around its text.
struct WordPackage {
  private let writer: WordWriter
  private var layout: PageLayout { writer.paper.layout }

  init(_ writer: WordWriter) { self.writer = writer }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let main =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  /// The parts by name; what says what the others are comes first.
  var parts: [(String, String)] {
    [
      ("[Content_Types].xml", types), ("_rels/.rels", relations),
      ("docProps/core.xml", properties), ("word/document.xml", document),
      ("word/_rels/document.xml.rels", documentRelations), ("word/styles.xml", styles),
      ("word/settings.xml", settings), ("word/fontTable.xml", fonts),
      ("word/header1.xml", header), ("word/footer1.xml", footer(isEven: false)),
      ("word/footer2.xml", footer(isEven: true)),
    ].map { ($0, Self.declaration + $1) }
  }

  private var types: String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let named = [
      ("word/document.xml", "\(word).document.main+xml"), ("word/styles.xml", "\(word).styles+xml"),
      ("word/settings.xml", "\(word).settings+xml"),
      ("word/fontTable.xml", "\(word).fontTable+xml"), ("word/header1.xml", "\(word).header+xml"),
      ("word/footer1.xml", "\(word).footer+xml"), ("word/footer2.xml", "\(word).footer+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ].map { "<Override PartName=\"/\($0)\" ContentType=\"\($1)\"/>" }.joined()
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Default Extension=\"png\" ContentType=\"image/png\"/>\(named)</Types>"
  }

  private func relations(_ targets: [(id: String, type: String, target: String)]) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + targets.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>"
      }
      .joined() + "</Relationships>"
  }

  private var relations: String {
    relations([
      ("main", "\(Self.office)/relationships/officeDocument", "word/document.xml"),
      (
        "core",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml"
      ),
    ])
  }

  private var documentRelations: String {
    var targets = [
      ("styles", "styles", "styles.xml"), ("settings", "settings", "settings.xml"),
      ("fonts", "fontTable", "fontTable.xml"), ("header", "header", "header1.xml"),
      ("footerOdd", "footer", "footer1.xml"), ("footerEven", "footer", "footer2.xml"),
    ]
    for index in writer.pictures.indices {
      targets.append(("picture\(index + 1)", "image", "media/image\(index + 1).png"))
    }
    return relations(targets.map { ($0, "\(Self.office)/relationships/\($1)", $2) })
  }

  /// Without a date: the same paper is the same file.
  private var properties: String {
    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      + "<dc:title>\(Markup.escaped(Markup.line(writer.paper.title)))</dc:title></cp:coreProperties>"
  }

  private var document: String {
    let spaces =
      "\(Self.main) xmlns:r=\"\(Self.office)/relationships\""
      + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
      + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
      + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    return "<w:document \(spaces)><w:body>\(writer.body)\(section)</w:body></w:document>"
  }

  private var section: String {
    let (size, margins) = (layout.size, layout.margins)
    let landscape = layout == .landscape ? " w:orient=\"landscape\"" : ""
    let kinds = [
      ("header", "default", "header"), ("header", "even", "header"),
      ("footer", "default", "footerOdd"), ("footer", "even", "footerEven"),
    ].map { "<w:\($0)Reference w:type=\"\($1)\" r:id=\"\($2)\"/>" }.joined()
    let twips = PageLayout.twips
    // The dash of the page number stands 7 mm under the text.
    let foot = twips(margins.bottom) - twips(7) - 170
    return "<w:sectPr>\(kinds)<w:pgSz w:w=\"\(size.width)\" w:h=\"\(size.height)\"\(landscape)/>"
      + "<w:pgMar w:top=\"\(twips(margins.top))\" w:right=\"\(twips(margins.right))\""
      + " w:bottom=\"\(twips(margins.bottom))\" w:left=\"\(twips(margins.left))\""
      + " w:header=\"\(twips(15))\" w:footer=\"\(foot)\" w:gutter=\"0\"/>"
      + "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"\(PageLayout.line)\""
      + " w:charSpace=\"\(PageLayout.characterSpace)\"/></w:sectPr>"
  }

  private var styles: String {
    let language = "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>"
    return "<w:styles \(Self.main)><w:docDefaults><w:rPrDefault><w:rPr>\(language)</w:rPr>"
      + "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
      + WordPaperStyle.all.map(\.xml).joined() + "</w:styles>"
  }

  private var settings: String {
    let compatibility =
      "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
    return "<w:settings \(Self.main)><w:evenAndOddHeaders/>"
      + "<w:characterSpacingControl w:val=\"doNotCompress\"/>"
      + "<w:compat><w:useFELayout/>\(compatibility)</w:compat></w:settings>"
  }

  private var fonts: String {
    let fonts = WordPaperStyle.Face.allCases.map { face in
      "<w:font w:name=\"\(face.rawValue)\"><w:altName w:val=\"\(face.otherwise)\"/></w:font>"
    }
    return "<w:fonts \(Self.main)>\(fonts.joined())</w:fonts>"
  }

  private var header: String {
    let paper = writer.paper
    let text = [paper.isDraft ? "草　稿" : "", Markup.line(paper.header)].filter { !$0.isEmpty }
      .joined(separator: "　　")
    return "<w:hdr \(Self.main)>\(writer.paragraphXML("Header", Words(text)))</w:hdr>"
  }

  /// Outside: on the right of odd pages, on the left of even ones, one character in.
  private func footer(isEven: Bool) -> String {
    let side = isEven ? "left" : "right"
    let one = PageLayout.characters(14.0 / 16)
    func field(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
    let page =
      field("begin") + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
      + field("separate") + "<w:r><w:t>1</w:t></w:r>" + field("end")
    return "<w:ftr \(Self.main)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>"
      + "<w:ind w:\(side)=\"\(one)\"/><w:jc w:val=\"\(side)\"/></w:pPr>"
      + "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r>\(page)"
      + "<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>"
  }
}
