import Criteria
import Procedure
import Reports

/// A department as a letter asks it (Q2, P1).
struct AskedDepartment: Sendable, Hashable {
  let purpose: InquiryPurpose
  let name: String
  /// The number recorded with the question: all cases asked about under it stand on one letter; nil
  /// where none was, and the letter is about its own case.
  let number: String?
  /// The how manieth letter to the department in its case, from 1.
  let ordinal: Int

  /// By what it is asked for beside the name of the paper.
  var key: String { ordinal == 1 ? name : "\(name)-\(ordinal)" }

  /// Whether a letter of another case is the same sheet of paper.
  func isShared(with other: AskedDepartment) -> Bool {
    number != nil && (purpose, name, number) == (other.purpose, other.name, other.number)
  }
}

/// A letter to a department: what one case asks in it.
struct InquiryLetter: Sendable {
  let dossier: CaseID
  let department: AskedDepartment
  /// What is asked; several where one number was recorded for several questions.
  var records: [InquiryRecord]
}

extension CaseState {
  /// The case's letters to departments for a purpose, as far as what they ask is open, in the order in
  /// which they were sent.
  func inquiryLetters(for purpose: InquiryPurpose) -> [InquiryLetter] {
    var letters: [InquiryLetter] = []
    for (_, record) in admission.inquiries(for: purpose) {
      guard let name = record.content?.department else { continue }
      let earlier = letters.indices.filter { letters[$0].department.name == name }
      let same = earlier.first { letters[$0].department.number == record.number }
      if let same, record.number != nil {
        letters[same].records.append(record)
      } else {
        let department = AskedDepartment(
          purpose: purpose, name: name, number: record.number, ordinal: earlier.count + 1)
        letters.append(InquiryLetter(dossier: id, department: department, records: [record]))
      }
    }
    return letters
  }
}

extension PaperOrder {
  /// The letter to a department, under its number where one was recorded.
  init(_ letter: InquiryLetter) {
    self.init(
      Paper(letter.department.purpose), of: [letter.dossier],
      number: letter.department.number ?? "")
    (department, about) = (letter.department, .plain(letter.department.name))
  }
}

extension Paper {
  /// The paper that asks departments.
  fileprivate init(_ purpose: InquiryPurpose) {
    switch purpose {
    case .qualification: self = .letterInquiry
    case .opinion: self = .letterOpinion
    }
  }
}

extension PaperFacts {
  /// The letter to a department: about the case it is printed from, and those that it was asked about
  /// under the same number.
  ///
  /// - Throws: `PaperFault.closed` where it is not among the papers that this person can print.
  func fill(
    _ content: inout PaperContent, inquiryOf first: CaseState, _ parameters: Parameters
  ) throws(PaperFault) {
    let desk = PaperDesk(dossier: first, person: person, cycle: cycle)
    guard let department = order.department,
      desk.orders.contains(where: { $0.isSame(as: order) })
    else { throw .closed(order.paper) }
    let asked = dossiers.compactMap { dossier in
      dossier.inquiryLetters(for: department.purpose).first {
        dossier.id == first.id
          ? $0.department == department : $0.department.isShared(with: department)
      }.map { (dossier, $0.records) }
    }
    content.date = asked.first?.1.first?.asked ?? content.date
    (content.recipient, content.last) = (department.name, order.replyBy)
    let questions = asked.flatMap(\.1).compactMap(\.content?.question).filter { !$0.isBlank }
    content.reason = questions.reduce(into: [String]()) { told, question in
      if !told.contains(question) { told.append(question) }
    }.joined(separator: "\n")
    content.rows = asked.map(\.0).sorted { $0.id < $1.id }.map { row($0, parameters) }
  }
}
