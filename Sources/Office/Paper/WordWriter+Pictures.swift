extension WordWriter {
  /// A picture in the middle, with its caption under it.
  mutating func write(_ picture: Picture) {
    pictures.append(picture)
    let number = pictures.count
    // Millimetres in the measure of drawings.
    let (width, height) = (picture.width * 36_000, picture.height * 36_000)
    let caption = Markup.escaped(Markup.line(picture.caption))
    let drawing = """
      <w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">\
      <wp:extent cx="\(width)" cy="\(height)"/>\
      <wp:docPr id="\(number)" name="图 \(number)" descr="\(caption)"/>\
      <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:pic><pic:nvPicPr><pic:cNvPr id="\(number)" name="图 \(number)"/><pic:cNvPicPr/>\
      </pic:nvPicPr><pic:blipFill><a:blip r:embed="picture\(number)"/>\
      <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>\
      <a:xfrm><a:off x="0" y="0"/><a:ext cx="\(width)" cy="\(height)"/></a:xfrm>\
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
      </a:graphicData></a:graphic></wp:inline></w:drawing>
      """
    gap()
    body +=
      "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/><w:keepNext/></w:pPr><w:r>\(drawing)</w:r></w:p>"
    if !caption.isEmpty { paragraph("Caption", Words(Markup.line(picture.caption))) }
  }
}
