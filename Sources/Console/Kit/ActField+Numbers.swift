import Foundation
import Procedure
import Terminal

extension ActField where Value == Int {
  /// A whole number, as a year.
  static func number(
    _ name: String, _ label: Phrase, _ value: Int? = nil, in unit: TypedNumber.Unit,
    probes: [Int] = [1], refused: Refused
  ) -> ActField {
    .line(
      name, label, value?.description ?? "", isRequired: true, probes: probes, refused: refused
    ) { text throws(Wrong) in
      guard let number = try unit.whole(text) else { throw Wrong(why: .mustBeFilled) }
      return number
    } saying: { number, _ in
      .plain("\(number)")
    }
  }
}

extension ActField where Value == Amount {
  /// An amount in yuan.
  static func yuan(
    _ name: String, _ label: Phrase, _ value: Amount? = nil, refused: Refused
  ) -> ActField {
    .line(
      name, label, value?.grouped ?? "", isRequired: true, help: .yuanHelp, probes: [value ?? 1],
      refused: refused
    ) { text throws(Wrong) in
      guard let amount = try TypedNumber.Unit.yuan.amount(text) else {
        throw Wrong(why: .mustBeFilled)
      }
      return amount
    } saying: { amount, _ in
      .yuan(amount)
    }
  }
}

extension ActField where Value: Identifier {
  /// The number by which something is known.
  static func number(_ name: String, _ label: Phrase, help: Phrase, refused: Refused) -> ActField {
    ActField<String>.text(name, label, help: help, refused: refused).map { Value(Form.plain($0)) }
  }
}

extension ActField where Value == String {
  /// A number or code as an authority wrote it: its figures and letters in half width, the rest as it
  /// was typed.
  static func code(
    _ name: String, _ label: Phrase, _ value: String = "", isRequired: Bool = true,
    help: Phrase = .plain(""), refused: Refused
  ) -> ActField {
    text(name, label, value, isRequired: isRequired, help: help, refused: refused).map(
      Form.halfWidth)
  }

  /// The number under which a paper goes out: the next of the bureau's own, unless another is typed.
  ///
  /// - Parameter next: The next of the series that it belongs to.
  static func paperNumber(
    _ label: Phrase, isRequired: Bool = true, help: Phrase? = nil, refused: Refused = .paperNumber,
    next: @escaping @Sendable (Context) -> String? = \.nextNumber
  ) -> ActField {
    @Sendable func known(_ context: Context) -> ActField {
      let number = next(context)
      let means: Phrase = number == nil ? .NextNumber.unknown : .NextNumber.proposed
      return .code(
        "number", label, number ?? "", isRequired: isRequired,
        help: help.map { $0 + .NextNumber.apart + means } ?? means, refused: refused)
    }
    let plain = ActField.code("number", label, isRequired: isRequired, refused: refused)
    return ActField(
      fields: { known($0).fields($0) }, read: plain.read, probes: plain.probes,
      refused: plain.refused)
  }

  /// A unified social credit code; a doubtful one is asked about once, where it was typed.
  static func creditCode(_ known: String = "") -> ActField {
    .line(
      "creditCode", .Case.creditCode, known, help: .Setup.codeHelp, probes: [known],
      refused: .about(.creditCode)
    ) { text throws(Wrong) in
      CreditCode(text).text
    } saying: { code, _ in
      .plain(code)
    } doubting: { code in
      code == CreditCode(known).text ? nil : CreditCode(code).doubt
    }
  }
}

extension ActField where Value == Int? {
  /// A whole number, or nothing where it is not known.
  static func number(
    orNone name: String, _ label: Phrase, _ value: Int?, in unit: TypedNumber.Unit,
    help: Phrase = .plain(""), refused: Refused
  ) -> ActField {
    .line(
      name, label, value?.description ?? "", help: help, probes: [nil], refused: refused
    ) { text throws(Wrong) in try unit.whole(text) }
  }
}

extension CreditCode {
  /// What is asked before it counts; nil for a code without fault and for none.
  var doubt: [Phrase]? {
    text.isEmpty ? nil : fault.map { [.plain(text), .Setup.codeWarning($0)] }
  }
}
