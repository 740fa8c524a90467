import Demo
import Procedure

@testable import Console

/// Where each form is tried: a form that is reached no more fails, and one that is tried nowhere.
enum KeptForms {
  static let tours = [
    Tour(
      stage: .application, person: "shenbin",
      tries: [
        "dossier/recommend", "dossier/sendBack", "dossier/copies", "dossier/complain",
        "dossier/reportChange", "queue/complain", "queue/several/recommend", "history/filter",
        "terms/filter", "queue/printList",
      ]),
    Tour(
      stage: .qualification, person: "chenmi",
      tries: [
        "dossier/publishNotice", "dossier/qualify", "dossier/end", "terms/publish", "terms/meeting",
        "setup/attach", "setup/panel", "setup/person", "setup/printList", "terms/printList",
        "queue/several/publishNotice",
        "queue/several/answerInquiry", "queue/several/condition", "queue/several/inquire",
        "queue/several/qualify",
      ]),
    Tour(
      stage: .fresh, person: "chenmi",
      tries: ["dossier/assignPanel", "dossier/letter", "queue/several/assignPanel"]),
    Tour(
      stage: .fresh, person: "zhaoyi",
      tries: ["dossier/designate", "review/recuse", "review/print"]),
    Tour(
      stage: .consensus, person: "zhaoyi",
      tries: [
        "consensus/attendance", "consensus/discuss", "consensus/discussFirst", "consensus/dissent",
        "consensus/edit", "consensus/settle", "consensus/print",
      ]),
    Tour(
      stage: .scored, person: "zhengqi",
      tries: [
        "dossier/assess", "onSite/addCheck", "onSite/addLine", "onSite/editLine", "onSite/reason",
        "onSite/recuse", "onSite/tick", "onSite/print",
      ]),
    Tour(
      stage: .scored, person: "wuliu", tries: ["onSite/reason", "dossier/reportToMeeting"]),
    Tour(
      stage: .proposed, person: "chenmi",
      tries: [
        "dossier/answerObjection", "dossier/approve", "dossier/arrangeVisit",
        "dossier/correctPaper", "terms/minutes",
        "onSite/arrangeVisit", "dossier/askOpinion", "dossier/entry", "dossier/objection",
        "dossier/proposal", "terms/print", "terms/decisions", "board/printList",
        "board/scoreTable", "dossier/print",
        "queue/several/approve", "queue/several/askOpinion", "queue/several/entry",
        "queue/several/correctPaper", "cultivation/several/correctPaper", "queue/several/letter",
        "queue/several/proposal",
        "cultivation/several/letter",
        "queue/several/activity", "cultivation/several/activity",
      ]),
    Tour(
      stage: .listed, person: "hejian",
      tries: [
        "dossier/assessPanel", "supervision/filter", "supervision/lodge", "supervision/print",
      ]),
  ]

  static let benches: [Bench: Set<String>] = [
    .registered: [
      "dossier/amend", "dossier/attach", "dossier/controlled", "dossier/figures", "dossier/form",
      "dossier/look",
    ],
    .undeclared: ["dossier/interest", "dossier/recuse", "review/interest"],
    .approved: ["dossier/publishList"],
    .papers: ["terms/print"],
    .cycle: ["setup/call"],
    .proposal: ["setup/proposal"],
    .opened: ["dossier/answerInquiry", "dossier/condition", "dossier/inquire"],
    .letters: ["dossier/answerObjection", "dossier/deliverAnswer", "dossier/letter"],
    .cultivation: [
      "dossier/activity", "dossier/grant", "dossier/losePlace", "dossier/revoke",
      "dossier/yearlyReport",
    ],
    .revoked: ["dossier/announce", "dossier/letter", "dossier/refund"],
    .material: ["consensus/attendance", "consensus/dissent"],
    .settled: ["consensus/conclusion"],
    .finished: ["consensus/reopen"],
    .marks: ["onSite/reason"],
    .visit: ["onSite/tick"],
    .submitting: ["onSite/opinion"],
    .unmarked: ["review/abstain", "review/readSheet", "review/writeSheet"],
    .handedIn: ["review/withdraw"],
    .newCycle: [
      "setup/adopt", "setup/calendar", "setup/clock", "setup/cycle", "setup/import",
      "setup/letterhead", "setup/look", "setup/register", "setup/tryImport",
    ],
    .backups: ["setup/restore", "setup/second"],
    .copies: ["setup/copy", "setup/meet"],
    .entry: ["history/accept", "history/note"],
    .complaints: [
      "supervision/conclude", "supervision/fraud", "supervision/note", "supervision/sanction",
    ],
  ]

  /// Every form that is tried.
  static let all: Set<String> = Set(tours.flatMap(\.tries) + benches.values.flatMap { $0 })
}
