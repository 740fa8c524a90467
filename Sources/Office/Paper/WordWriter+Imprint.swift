extension WordWriter {
  /// 版记: at the foot of the last page, between two strong lines with a fine one.
  ///
  /// It stands in a box that is tied to the foot: tables and frames that float are set into the text by
  /// programs that print as well as others.
  mutating func imprint(_ copies: String, _ office: String, _ date: String) {
    let width = paper.layout.textWidth
    let one = PageLayout.characters(14.0 / 16)
    func rule(_ side: String, _ size: Int) -> String {
      "<w:\(side) w:val=\"single\" w:sz=\"\(size)\" w:space=\"0\" w:color=\"000000\"/>"
    }
    var table =
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/><w:tblBorders>"
      + rule("top", 8) + rule("bottom", 8) + rule("insideH", 6)
      + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
      + "<w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/>"
      + "</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"\(width)\"/></w:tblGrid>"
    let copies = Markup.line(copies)
    if !copies.isEmpty {
      let hanging = "<w:ind w:left=\"\(one * 4)\" w:right=\"\(one)\" w:hanging=\"\(one * 3)\"/>"
      let text = paragraphXML("Imprint", Words("抄送：\(copies)。"), hanging)
      table += "<w:tr>\(Self.cell(width, "", text))</w:tr>"
    }
    let tabs = "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(width - one)\"/></w:tabs>"
    let line =
      "<w:p><w:pPr><w:pStyle w:val=\"Imprint\"/>\(tabs)<w:ind w:left=\"\(one)\"/></w:pPr>"
      + Self.runs(Words(Markup.line(office))) + "<w:r><w:tab/></w:r>"
      + Self.runs(Words("\(Markup.line(date))印发")) + "</w:p>"
    table += "<w:tr>\(Self.cell(width, "", line))</w:tr></w:tbl>"
    body += box(table + paragraphXML("Gap", ""), lines: copies.isEmpty ? 1 : 2)
  }

  private func box(_ contents: String, lines: Int) -> String {
    // In the measure of drawings, where a point is 12,700.
    let width = paper.layout.textWidth * 635
    let height = (lines * 22 + 8) * 12_700
    let shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    let margins = ["lIns", "tIns", "rIns", "bIns"].map { "\($0)=\"0\"" }.joined(separator: " ")
    return """
      <w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr><w:r><mc:AlternateContent>\
      <mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" \
      simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">\
      <wp:simplePos x="0" y="0"/>\
      <wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>\
      <wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>\
      <wp:extent cx="\(width)" cy="\(height)"/><wp:wrapTopAndBottom/>\
      <wp:docPr id="1000" name="版记"/><wp:cNvGraphicFramePr/>\
      <a:graphic><a:graphicData uri="\(shape)"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>\
      <a:xfrm><a:off x="0" y="0"/><a:ext cx="\(width)" cy="\(height)"/></a:xfrm>\
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>\
      <wps:txbx><w:txbxContent>\(contents)</w:txbxContent></wps:txbx>\
      <wps:bodyPr \(margins) anchor="b"><a:spAutoFit/></wps:bodyPr></wps:wsp></a:graphicData>\
      </a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>
      """
  }
}
