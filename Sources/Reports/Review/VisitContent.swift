import Criteria
import Office
import Procedure

/// A check with what was found on it, in the words of a paper.
public struct PaperCheck: Sendable, Hashable {
  /// Its running number, its item, and what is checked.
  public var ordinal: Int
  public var item: ItemID
  public var text: String
  public var method: String
  /// What was found; empty before.
  public var outcome = ""
  public var evidence = ""
  public var place = ""
  public var asked = ""
  /// Whether somebody was asked in depth, and not papers read or places viewed.
  public var isInquiry = false
  /// Who looked, and on which day.
  public var by = ""
  public var day = ""

  /// A check that nobody has looked into.
  public init(ordinal: Int, item: ItemID, text: String, method: String) {
    (self.ordinal, self.item, self.text, self.method) = (ordinal, item, text, method)
  }
}

/// A line of the agenda in the words of a paper.
public struct PaperAgendaLine: Sendable, Hashable {
  public var day: Day
  public var time: String
  public var kind: String
  public var title: String
  /// The department that is visited, where, and who accompanies the panel; each may be empty.
  public var department: String
  public var place: String
  public var escort: String
  public var isHeld: Bool

  /// A line.
  public init(
    day: Day, time: String, kind: String, title: String, department: String = "",
    place: String = "", escort: String = "", isHeld: Bool
  ) {
    (self.day, self.time, self.kind) = (day, time, kind)
    (self.department, self.place, self.escort) = (department, place, escort)
    (self.title, self.isHeld) = (title, isHeld)
  }
}

/// A visit on paper: its plan, its lists, its record and the report (S1 to S5).
public struct VisitContent: PaperContents {
  public var subject: PaperCase
  /// The criteria of the year.
  public var edition: Edition
  /// The panel's name and members, and the days on site.
  public var panel: String
  public var members: [PaperPerson]
  public var from: Day
  public var until: Day
  public var agenda: [PaperAgendaLine] = []
  public var checks: [PaperCheck] = []
  /// The percentages before and after, and why they differ.
  public var before: [ItemID: Percentage] = [:]
  public var after: [ItemID: Percentage] = [:]
  public var reasons: [ItemID: String] = [:]
  /// The comments of the consensus, where the reader may know them.
  public var comments: [ItemID: [Comment]] = [:]
  /// The panel's opinion (S5), the total, and the tier that it reaches.
  public var opinion = ""
  public var total: Points?
  public var tier = ""
  public var submitted: Day?

  /// A visit that was arranged.
  public init(
    _ subject: PaperCase, _ edition: Edition, panel: String, members: [PaperPerson],
    from: Day, until: Day
  ) {
    (self.subject, self.edition, self.panel) = (subject, edition, panel)
    (self.members, self.from, self.until) = (members, from, until)
  }

  public var fill: PaperFill {
    let total = total ?? Scorecard(after, edition: edition).total
    return subject.fill(
      [
        "panel": panel, "from": PaperFill.written(from), "until": PaperFill.written(until),
        "leader": members.first?.name ?? "", "checkCount": "\(checks.count)",
        "doneCount": "\(checks.count { !$0.outcome.isEmpty })",
        "submitted": submitted.map(PaperFill.written) ?? "",
        "materialTotal": Scorecard(before, edition: edition).total?.fixed ?? "",
        "total": total?.fixed ?? "", "possible": "\(edition.totalPoints)", "tier": tier,
        "criteria": edition.title.zh,
      ],
      [
        "members": membersTable, "agenda": agendaTable(withHeld: false),
        "agendaKept": agendaTable(withHeld: true), "plan": plan, "signIn": signIn,
        "checks": checkTables, "documents": listed(\.evidence, where: { !$0.isInquiry }),
        "people": listed(\.asked, where: { !$0.asked.isEmpty }), "issues": issues,
        "changes": changes, "chart": chart, "reasons": reasonLines,
        "strengths": comments(.strength), "opportunities": comments(.opportunity),
        "opinion": Composition.said(opinion),
        "signatures": [
          .signatureLines(members.filter { !$0.stepsBack }.map { "\($0.post) \($0.name)" })
        ],
        "recordSignatures": [.signatureLines(["核查人", "陪同人"])],
        "planSignatures": [.signatureLines(["评审组长", "受评组织"])],
      ])
  }

  // MARK: Before the visit

  private var membersTable: [Composition.Block] {
    [
      .table(
        Table(
          [.init(3, .centre), .init(3, .centre), .init(9)],
          head: [["姓名", "职责", "单位"].map { Table.Cell(head: $0) }],
          rows: members.map { [$0.name, $0.post, $0.unit].map { Table.Cell(Words($0)) } }))
    ]
  }

  private func agendaTable(withHeld: Bool) -> [Composition.Block] {
    let lines = agenda.sorted { ($0.day, $0.time) < ($1.day, $1.time) }
    guard !lines.isEmpty else { return [.paragraph("（尚未排定）")] }
    let last = withHeld ? "执行情况" : "陪同人员"
    return [
      .table(
        Table(
          [
            .init(4, .centre), .init(3, .centre), .init(4, .centre), .init(5), .init(4), .init(4),
            .init(3, .centre),
          ],
          head: [
            ["日期", "时间", "环节", "内容", "受访部门", "地点", last].map { Table.Cell(head: $0) }
          ],
          rows: lines.map { line in
            [
              "\(line.day.month)月\(line.day.day)日", line.time, line.kind, Markup.line(line.title),
              Markup.line(line.department), Markup.line(line.place),
              withHeld ? (line.isHeld ? "已进行" : "未进行") : Markup.line(line.escort),
            ].map { Table.Cell(Words($0)) }
          }))
    ]
  }

  /// Who looks into which items where: what the store lacks is written by hand.
  private var plan: [Composition.Block] {
    let rows = edition.categories.map { category -> [Table.Cell] in
      let found = checks.filter { check in category.items.contains { $0.id == check.item } }
      var methods: [String] = []
      for check in found where !methods.contains(check.method) { methods.append(check.method) }
      let items = category.items.filter { item in found.contains { $0.item == item.id } }
      return [
        "", "", "", Table.Cell(Words("\(category.id) \(category.name.zh)")),
        Table.Cell(Words(items.map(\.id.rawValue).joined(separator: "\n"))),
        Table.Cell(Words("\(found.count)")),
        Table.Cell(Words(methods.joined(separator: "\n"))), "", "",
      ]
    }
    return [
      .table(
        Table(
          [
            .init(2, .centre), .init(3, .centre), .init(3, .centre), .init(4), .init(4),
            .init(2, .centre), .init(4), .init(3), .init(3, .centre),
          ],
          head: [
            ["组别", "时间", "受访部门", "类目", "条款", "要点", "方式", "地点", "陪同"].map {
              Table.Cell(head: $0)
            }
          ], rows: rows, rowHeight: 14))
    ]
  }

  /// Who was there, to be signed: the panel by name, the organisation by hand.
  private var signIn: [Composition.Block] {
    let columns: [Table.Column] = [
      .init(2, .centre), .init(4, .centre), .init(7), .init(4), .init(5),
    ]
    let head = [["序号", "姓名", "单位", "职务", "签名"].map { Table.Cell(head: $0) }]
    func rows(_ people: [PaperPerson], upTo count: Int) -> [[Table.Cell]] {
      (0..<max(count, people.count)).map { index in
        let person = people.indices.contains(index) ? people[index] : PaperPerson(name: "")
        return ["\(index + 1)", person.name, person.unit, person.post, ""].map {
          Table.Cell(Words($0))
        }
      }
    }
    return [
      .heading(1, "评审组"),
      .table(Table(columns, head: head, rows: rows(members, upTo: 0), rowHeight: 11)),
      .heading(1, "受评组织"),
      .table(Table(columns, head: head, rows: rows([], upTo: 15), rowHeight: 11)),
    ]
  }

  // MARK: On site

  /// The checks, category by category, with what was found or the room for it.
  private var checkTables: [Composition.Block] {
    let blocks = edition.categories.flatMap { category -> [Composition.Block] in
      let found = checks.filter { check in category.items.contains { $0.id == check.item } }
      guard !found.isEmpty else { return [] }
      return [
        .heading(2, "\(category.id) \(category.name.zh)"),
        .table(
          Table(
            [
              .init(2, .centre), .init(3, .centre), .init(6), .init(3, .centre), .init(4),
              .init(9), .init(3, .centre),
            ],
            head: [
              ["序号", "条款", "核查内容", "方式", "地点和对象", "所见所闻", "结果"].map {
                Table.Cell(head: $0)
              }
            ],
            rows: found.map { check in
              let places = [check.place, check.asked].filter { !$0.isBlank }
              let by = [check.by, check.day].filter { !$0.isEmpty }.joined(separator: " ")
              let seen = [check.evidence, by.isEmpty ? "" : "（\(by)）"].filter { !$0.isBlank }
              return [
                "\(check.ordinal)", check.item.rawValue, Markup.line(check.text), check.method,
                places.map(Markup.line).joined(separator: "\n"),
                seen.map(Markup.line).joined(separator: "\n"), check.outcome,
              ].map { Table.Cell(Words($0)) }
            }, rowHeight: checks.contains { !$0.outcome.isEmpty } ? 8 : 18)),
      ]
    }
    return blocks.isEmpty ? [.paragraph("（没有核查项）")] : blocks
  }

  /// What checks say of one thing, each once.
  private func listed(
    _ part: KeyPath<PaperCheck, String>, where isIt: (PaperCheck) -> Bool
  ) -> [Composition.Block] {
    var seen: Set<String> = []
    let lines = checks.filter(isIt).map { Markup.line($0[keyPath: part]) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
    return Composition.numbered(lines)
  }

  /// What was not simply found as it was written.
  private var issues: [Composition.Block] {
    let rows = checks.map { check -> [Table.Cell] in
      [
        check.item.rawValue, Markup.line(check.text),
        check.outcome.isEmpty ? "未核查" : check.outcome,
        Markup.line(check.evidence),
      ].map { Table.Cell(Words($0)) }
    }
    guard !rows.isEmpty else { return [.paragraph("（没有核查项）")] }
    return [
      .table(
        Table(
          [.init(3, .centre), .init(7), .init(3, .centre), .init(9)],
          head: [["条款", "核实或澄清的问题", "结果", "依据"].map { Table.Cell(head: $0) }], rows: rows))
    ]
  }
}
