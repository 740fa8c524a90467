/// The styles of a paper in Word, after GB/T 9704.
struct WordPaperStyle {
  /// The typefaces; none is embedded, every office of the state has them.
  enum Face: String {
    case songTitle = "方正小标宋简体"
    case fangSong = "仿宋"
    case heiTi = "黑体"
    case kaiTi = "楷体"
    case song = "宋体"

    /// What takes its place where it is not installed.
    var otherwise: String {
      switch self {
      case .songTitle: "小标宋"
      case .fangSong: "仿宋_GB2312"
      case .heiTi: "SimHei"
      case .kaiTi: "楷体_GB2312"
      case .song: "SimSun"
      }
    }
  }

  let id: String
  let name: String
  var face = Face.fangSong
  /// Points.
  var size = 16
  var alignment = "both"
  var isIndented = false
  var level: Int?
  var isRed = false
  var isTight = false
  var keepsWithNext = false
  var before = 0
  var after = 0

  /// All of them; the first is what every paragraph has that names none.
  static let all: [WordPaperStyle] = [
    WordPaperStyle(id: "Normal", name: "Normal"),
    WordPaperStyle(id: "PaperText", name: "公文正文", isIndented: true),
    WordPaperStyle(
      id: "Title", name: "Title", face: .songTitle, size: 22, alignment: "center",
      keepsWithNext: true, after: PageLayout.line),
    WordPaperStyle(
      id: "Heading1", name: "heading 1", face: .heiTi, isIndented: true, level: 1,
      keepsWithNext: true),
    WordPaperStyle(
      id: "Heading2", name: "heading 2", face: .kaiTi, isIndented: true, level: 2,
      keepsWithNext: true),
    WordPaperStyle(
      id: "Heading3", name: "heading 3", isIndented: true, level: 3, keepsWithNext: true),
    WordPaperStyle(
      id: "Heading4", name: "heading 4", isIndented: true, level: 4, keepsWithNext: true),
    WordPaperStyle(
      id: "Letterhead", name: "公文发文机关标志", face: .songTitle, size: 48, alignment: "center",
      isRed: true, isTight: true, after: PageLayout.line),
    WordPaperStyle(id: "PaperNumber", name: "公文发文字号", alignment: "center"),
    WordPaperStyle(id: "Recipient", name: "公文主送机关"),
    WordPaperStyle(id: "Attachments", name: "公文附件说明"),
    WordPaperStyle(id: "Signature", name: "公文署名", alignment: "right"),
    WordPaperStyle(id: "SigningLine", name: "公文签名行", alignment: "left", before: 290),
    WordPaperStyle(id: "TableText", name: "公文表格", size: 12, alignment: "left", isTight: true),
    WordPaperStyle(
      id: "TableHead", name: "公文表头", face: .heiTi, size: 12, alignment: "center", isTight: true),
    WordPaperStyle(id: "Gap", name: "公文表后", size: 5, isTight: true),
    WordPaperStyle(
      id: "Fine", name: "公文小字", size: 10, alignment: "left", isTight: true, before: 120),
    WordPaperStyle(id: "Imprint", name: "公文版记", size: 14, alignment: "left", isTight: true),
    WordPaperStyle(
      id: "Caption", name: "caption", size: 12, alignment: "center", isTight: true, after: 120),
    WordPaperStyle(
      id: "Header", name: "header", face: .song, size: 10, alignment: "center", isTight: true),
    WordPaperStyle(
      id: "Footer", name: "footer", face: .song, size: 14, alignment: "left", isTight: true),
  ]

  /// The style as Word reads it.
  var xml: String {
    let standard = id == "Normal" ? " w:default=\"1\"" : ""
    let based = id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>"
    return """
      <w:style w:type="paragraph"\(standard) w:styleId="\(id)"><w:name w:val="\(name)"/>\
      \(based)<w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
      """
  }

  private var paragraph: String {
    // The page says its grid, the styles keep it: not every program sets characters of 16 points into
    // cells that are a little narrower.
    // Nor does an official paper leave gaps between characters and figures.
    var xml = keepsWithNext ? "<w:keepNext/>" : ""
    for property in ["autoSpaceDE", "autoSpaceDN", "snapToGrid"] {
      xml += "<w:\(property) w:val=\"0\"/>"
    }
    let line =
      isTight
      ? "w:line=\"240\" w:lineRule=\"auto\""
      : "w:line=\"\(PageLayout.line)\" w:lineRule=\"exact\""
    xml += "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" \(line)/>"
    if isIndented {
      let two = PageLayout.characters(2)
      xml += "<w:ind w:firstLineChars=\"200\" w:firstLine=\"\(two)\"/>"
    }
    xml += "<w:jc w:val=\"\(alignment)\"/>"
    if let level { xml += "<w:outlineLvl w:val=\"\(level - 1)\"/>" }
    return xml
  }

  private var run: String {
    let face = face.rawValue
    let fonts =
      "<w:rFonts w:ascii=\"\(face)\" w:eastAsia=\"\(face)\" w:hAnsi=\"\(face)\" w:cs=\"\(face)\"/>"
    let colour = isRed ? "<w:color w:val=\"FF0000\"/>" : ""
    let spacing = size == 16 ? "<w:spacing w:val=\"\(PageLayout.closeness)\"/>" : ""
    return fonts + colour + spacing + "<w:sz w:val=\"\(size * 2)\"/><w:szCs w:val=\"\(size * 2)\"/>"
  }
}

extension WordPaperStyle.Face: CaseIterable {}
