import Procedure

/// Values whose copy can be changed in one place.
protocol Changeable {}

extension Changeable {
  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Person: Changeable {}
extension Panel: Changeable {}
extension Meeting: Changeable {}
extension Letterhead: Changeable {}
extension KeptPaper: Changeable {}
extension Minutes: Changeable {}
extension PaperCorrection: Changeable {}
extension Complaint: Changeable {}
extension Application: Changeable {}
extension Document: Changeable {}
extension ChangeReport: Changeable {}
extension Inquiry: Changeable {}
extension Objection: Changeable {}
extension PublicNotice: Changeable {}
extension LetterRecord: Changeable {}
extension Payment: Changeable {}
extension Activity: Changeable {}
extension Assessment: Changeable {}
extension AgendaLine: Changeable {}
extension CheckPoint: Changeable {}
extension CheckFinding: Changeable {}
