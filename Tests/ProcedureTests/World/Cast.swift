import Procedure

/// The people of the test world.
enum Cast {
  static let office: PersonID = "p1"
  static let leader: PersonID = "p2"
  static let deputy: PersonID = "p3"
  static let third: PersonID = "p4"
  static let fourth: PersonID = "p5"
  static let fifth: PersonID = "p6"
  static let officer: PersonID = "p7"
  static let supervisor: PersonID = "p8"
  static let siteLeader: PersonID = "p9"
  static let siteDeputy: PersonID = "p10"
  static let examiner: PersonID = "p11"
  static let spare: PersonID = "p12"
  /// Secretariat and expert at once.
  static let both: PersonID = "p13"
  /// Entered, never logged in.
  static let invited: PersonID = "p14"
  static let retired: PersonID = "p15"
  static let farOfficer: PersonID = "p16"
  /// In no list at all.
  static let stranger: PersonID = "p99"

  /// The five reviewers A to E of the reference panel.
  static let reviewers = [leader, deputy, third, fourth, fifth]
  static let examiners = [siteLeader, siteDeputy, examiner]

  static let people = [
    Person(id: office, name: "赵一", roles: [.secretariat]),
    Person(id: leader, name: "钱二", roles: [.expert], employer: "浙江工业大学"),
    Person(id: deputy, name: "孙三", roles: [.expert], employer: "西溪电机（集团）有限公司"),
    Person(id: third, name: "李四", roles: [.expert]),
    Person(id: fourth, name: "周五", roles: [.expert], consultancies: ["龙井茶业 有限公司"]),
    Person(id: fifth, name: "吴六", roles: [.expert]),
    Person(id: officer, name: "郑七", roles: [.districtOfficer], district: "330106"),
    Person(id: supervisor, name: "王平", roles: [.supervisor]),
    Person(id: siteLeader, name: "冯九", roles: [.expert]),
    Person(id: siteDeputy, name: "陈十", roles: [.expert]),
    Person(id: examiner, name: "褚英", roles: [.expert]),
    Person(id: spare, name: "卫青", roles: [.expert]),
    Person(id: both, name: "蒋三", roles: [.secretariat, .expert]),
    Person(id: invited, name: "沈四", roles: [.expert]),
    Person(id: retired, name: "韩五", roles: [.expert], active: false),
    Person(id: farOfficer, name: "杨六", roles: [.districtOfficer], district: "330108"),
  ]

  static let material = Panel(
    id: "m1", name: "第一评审组", stage: .material, leader: leader, deputy: deputy,
    members: reviewers)
  /// A panel that a secretariat member leads.
  static let second = Panel(
    id: "m2", name: "第二评审组", stage: .material, leader: both, deputy: nil,
    members: [both, third, fifth])
  static let onSite = Panel(
    id: "s1", name: "现场一组", stage: .onSite, leader: siteLeader, deputy: siteDeputy,
    members: examiners)

  static func application(_ id: CaseID = World.first, name: String = "钱塘精工股份有限公司")
    -> Application
  {
    Application(
      id: id, name: name, creditCode: "91330106MA0000007Q", district: "330106",
      industry: "通用设备制造", staff: 860, founded: 2004, modelSince: 2020)
  }
}
