import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("The examples in fixtures/import come in")
struct ImportFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("fixtures/import")

  /// A store with the secretariat and these people, and what a file brought.
  private func imported(
    _ name: String, people: [Person]
  ) throws -> (StoreWorld, ImportReport) {
    let world = try StoreWorld(people: people)
    let file = try Importer.read(Self.folder.appendingPathComponent(name))
    return (world, try world.store.importFile(file, dryRun: false, by: world.office))
  }

  @Test("I3: one JSON file holds one whole application: form, copies, texts, handed in")
  func application() throws {
    let officer = Person(id: "p4", name: "西湖员", roles: [.districtOfficer], district: "330106")
    let (world, report) = try imported("application.json", people: [officer])
    #expect((report.people, report.panels, report.cases) == (0, 0, 1))
    let id: CaseID = "HZ26-0102"
    let state = try world.state(id, "p4")
    #expect(state.stage == .districtCheck)
    let cycle = try world.store.cycle()
    let findings = materialFindings(
      of: state, parameters: cycle.parameters, edition: cycle.edition)
    #expect(findings == [])
    let conditions = conditionFindings(
      state.application, form: state.admission.form, parameters: cycle.parameters,
      on: StoreWorld.callEnd)
    #expect(conditions.allSatisfy { $0.judgement == .met }, "\(conditions)")
    let text = try world.store.text(of: state.documents[1], in: id, by: world["p4"])
    #expect(text.contains("杭州湖畔封装测试有限公司"))
    try world.store.perform(
      .recommend(opinion: "同意推荐", sealedOn: StoreWorld.start.day), in: id, by: world["p4"])
    #expect(try world.state(id).stage == .qualification)
    #expect(try world.store.check(by: world["p4"]).findings == [])
  }

  @Test("I3: people, a panel and an application: the officer joins and recommends")
  func panel() throws {
    let (world, report) = try imported("panel.json", people: [])
    #expect((report.people, report.panels, report.cases) == (4, 1, 1))
    let id: CaseID = "HZ26-0101"
    let invitation = report.invitations.first { $0.person == "shenbin" }!
    let officer = try world.store.join(
      "shenbin", invitation: invitation.code, passphrase: "demo")
    let print = try world.store.cycle().fingerprints["shenbin"]!
    try world.store.perform(.cycle(.confirm("shenbin", fingerprint: print)), by: world.office)
    try world.store.settleKeys(by: world.office)
    try world.store.perform(
      .recommend(opinion: "同意推荐", sealedOn: StoreWorld.start.day), in: id, by: officer)
    try world.qualify(id)
    try world.publish(.qualification, id)
    try world.close(.qualification, id)
    try world.store.perform(.assignPanel("m1"), in: id, by: world.office)
    #expect(try world.state(id).stage == .independentReview)
    #expect(try world.store.check(by: world.office).findings == [])
  }

  @Test("I3: a list as spreadsheets write it")
  func list() throws {
    let (world, report) = try imported("list.csv", people: [])
    #expect((report.people, report.panels, report.cases) == (0, 0, 5))
    let group = try world.state("HZ26-0202").application
    #expect(group.controlled == ["杭州良渚乳业有限公司", "杭州良渚冷链有限公司"])
    #expect(group.encouraged == [.brandMark] && group.district == "330110")
    let quoted = try world.state("HZ26-0203").application
    #expect(quoted.name == "杭州湘湖阀门有限公司（原\"湘湖阀门厂\"）" && quoted.industry == "通用设备,阀门")
    #expect(try world.state("HZ26-0201").application.exemptSector == .digitalEconomy)
    let counts = try world.store.counts(by: world.office)
    #expect(counts.stages == [.registered: 5])
  }
}
