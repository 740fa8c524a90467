import Foundation
import Procedure
import Store
import Terminal

/// What the pages list, and what is selected.
extension TermsScreen {
  var list: ListState { lists[part] ?? ListState() }

  /// Rows of the page's list.
  func count(_ context: Context) -> Int {
    switch part {
    case .terms: total
    case .notices: batches(context).count
    case .meetings: meetings(context).count
    case .letters: letters.total
    }
  }

  /// A row by what it is, wherever it stands in the list.
  enum ChosenRow: Sendable, Hashable {
    case batch(NoticeBatch.Kind)
    case meeting(MeetingPage.Row)
  }

  /// The selected row of the pages that are made of what was read, by what it is.
  func chosenRow(_ context: Context) -> ChosenRow? {
    selectedBatch(context).map { .batch($0.kind) }
      ?? selectedMeeting(context).map(ChosenRow.meeting)
  }

  /// Where a row stands now; nil where it is there no more.
  func place(of row: ChosenRow, _ context: Context) -> Int? {
    switch row {
    case .batch(let kind): batches(context).firstIndex { $0.kind == kind }
    case .meeting(let row): meetings(context).firstIndex(of: row)
    }
  }

  func row(_ index: Int) -> TermRow? {
    rows.indices.contains(index - offset) ? rows[index - offset] : nil
  }

  /// What can be published, what is on notice, what is published; readers see what is public.
  func batches(_ context: Context) -> [NoticeBatch] {
    (context.acts(as: .secretariat) ? NoticeBatch.ready(stages) : [])
      + NoticeBatch.running(running)
      + NoticeBatch.listed(listed, year: context.cycle.year)
  }

  func meetings(_ context: Context) -> [MeetingPage.Row] { MeetingPage.rows(context.cycle) }

  /// The cases in which a kind of meeting decides next.
  func waiting(for kind: Meeting.Kind, _ context: Context) -> [NoticeBatch.Member] {
    let rows = stages[kind.stage] ?? []
    let isOffice = context.acts(as: .secretariat)
    return rows.filter { !isOffice || $0.duties.contains(kind.duty) }.map(NoticeBatch.Member.init)
  }

  /// A letter by its place among all, once its window was read.
  func letter(_ place: Int) -> LetterRow? {
    let index = place - letters.offset
    return letters.rows.indices.contains(index) ? letters.rows[index] : nil
  }

  func selectedBatch(_ context: Context) -> NoticeBatch? {
    let batches = part == .notices ? batches(context) : []
    return batches.indices.contains(list.selection) ? batches[list.selection] : nil
  }

  func selectedMeeting(_ context: Context) -> MeetingPage.Row? {
    let rows = part == .meetings ? meetings(context) : []
    return rows.indices.contains(list.selection) ? rows[list.selection] : nil
  }

  /// The cases of what is selected in the list.
  func members(_ context: Context) -> [NoticeBatch.Member] {
    switch part {
    case .notices: selectedBatch(context)?.members ?? []
    case .meetings: selectedMeeting(context).map { waiting(for: $0.kind, context) } ?? []
    case .terms, .letters: []
    }
  }

  func selectedMember(_ context: Context) -> NoticeBatch.Member? {
    let members = members(context)
    return isOnCases && members.indices.contains(caseList.selection)
      ? members[caseList.selection] : nil
  }

  var selectedLetter: LetterRow? { part == .letters ? letter(list.selection) : nil }

  /// The case that Enter opens.
  func selectedCase(_ context: Context) -> CaseID? {
    switch part {
    case .terms: row(list.selection)?.dossier
    case .notices, .meetings: selectedMember(context)?.dossier
    case .letters: selectedLetter?.dossier
    }
  }
}
