import Criteria
import Office
import Procedure

extension Letterhead {
  /// With nothing left out; openly made up.
  public static let sample: Letterhead = {
    var head = Letterhead()
    (head.issuer, head.signer, head.prefix) = ("示例市市场监督管理局", "示例市市场监督管理局", "示市监质")
    (head.contact, head.telephone) = ("示例", "0000-00000000")
    (head.address, head.postcode, head.mailbox) = ("示例路1号", "000000", "a@example.org")
    (head.copiesTo, head.printer) = (["示例单位"], "示例市市场监督管理局办公室")
    head.refundAccount = "户名示例，开户行示例银行，账号 0000"
    return head
  }()

  /// The values that every paper of a city may name.
  func values(in city: String) -> [String: FieldValue] {
    [
      "issuer": .text(issuer), "body": .text(signer), "contact": .text(contact),
      "telephone": .text(telephone), "address": .text(address), "postcode": .text(postcode),
      "mail": .text(mailbox), "copies": .text(copiesTo.joined(separator: "，")),
      "office": .text(printer), "account": .text(refundAccount),
      "method": .text("《\(methodTitle(in: Bilingual(zh: city, en: city)))》"),
      "hasContact": .flag(![contact, telephone, address, mailbox].allSatisfy(\.isEmpty)),
    ]
  }

  /// The head of a paper: in red where there is one, number and title.
  func heading(title: String, number: String) -> [Composition.Block] {
    if !issuer.isEmpty { return [.letterhead(issuer: issuer, number: number), .title(title)] }
    return [.title(title)] + (number.isEmpty ? [] : [.number(number)])
  }

  /// Who signs and when.
  func signature(_ date: Day) -> [Composition.Block] {
    [.signature(signer: signer, date: PaperFill.written(date))]
  }

  /// Who gets a copy and who printed it, of papers with a red head.
  ///
  /// - Parameter isCopied: Whether others get it than whom it is for: what somebody objected and what an
  ///   applicant is told of its review go to nobody else.
  func imprint(_ date: Day, isCopied: Bool) -> [Composition.Block] {
    issuer.isEmpty
      ? []
      : [
        .imprint(
          copies: isCopied ? copiesTo.joined(separator: "，") : "",
          office: printer.isEmpty ? signer : printer,
          date: PaperFill.written(date))
      ]
  }
}
