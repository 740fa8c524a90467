/// The numbers of headings as official papers write them.
public enum HeadingNumber {
  /// 一、 · （一） · 1. · （1）, by rank.
  public static func text(_ number: Int, rank: Int) -> String {
    let chinese = WordNumbers.text(number, "chineseCounting")
    return switch rank {
    case ...1: "\(chinese)、"
    case 2: "（\(chinese)）"
    case 3: "\(number). "
    default: "（\(number)）"
    }
  }
}
