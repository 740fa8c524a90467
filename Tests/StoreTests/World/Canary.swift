import Foundation
import Vault

/// A text that must be nowhere, with every form it could be in.
struct Canary {
  let text: String

  static func ascii() -> Canary {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789")
    return Canary(text: String((0..<24).map { _ in letters.randomElement()! }))
  }

  static func han() -> Canary {
    let scalars = (0..<12).map { _ in Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA0))! }
    return Canary(text: String(String.UnicodeScalarView(scalars)))
  }

  /// The forms in which the text is found in these bytes.
  func forms(in data: Data) -> [String] {
    var forms: [(String, Data)] = [("UTF-8", Data(text.utf8))]
    forms.append(("UTF-16LE", text.data(using: .utf16LittleEndian)!))
    forms.append(("UTF-16BE", text.data(using: .utf16BigEndian)!))
    let hex = Hex.encode(Data(text.utf8))
    forms.append(("hex", Data(hex.utf8)))
    forms.append(("HEX", Data(hex.uppercased().utf8)))
    for shift in 0..<3 {
      let base64 = (Data(count: shift) + Data(text.utf8)).base64EncodedString()
      // Characters that bytes before or behind the text have a part in are left out.
      let inner = base64.dropFirst([0, 2, 3][shift]).dropLast(4)
      forms.append(("base64 +\(shift)", Data(inner.utf8)))
    }
    return forms.filter { data.range(of: $0.1) != nil }.map(\.0)
  }
}
