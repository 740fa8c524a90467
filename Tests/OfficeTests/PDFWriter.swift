import Foundation

/// A PDF of lines in a Chinese font that no file has to carry.
enum PDFWriter {
  static func pdf(_ pages: [[String]]) -> Data {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 3 0 R /DW 1000 >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    ]
    var kids: [String] = []
    for lines in pages {
      var drawn = "BT /F1 12 Tf 16 TL 60 800 Td\n"
      for line in lines {
        let units = line.utf16.map { String(format: "%04x", $0) }.joined()
        drawn += "<\(units)> Tj T*\n"
      }
      drawn += "ET"
      objects.append("<< /Length \(drawn.utf8.count) >>\nstream\n\(drawn)\nendstream")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 4000 842] /Contents \(objects.count) 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
      )
      kids.append("\(objects.count) 0 R")
    }
    objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>"
    var file = "%PDF-1.4\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      table += String(format: "%010d 00000 n \n", file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n\(table)"
    file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(file.utf8)
  }
}
