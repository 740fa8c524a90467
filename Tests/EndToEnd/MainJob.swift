/// The marks of the three sheets and what the panel makes of them; every total by whole numbers.
enum MainJob {
  static let number = "HZ26-0101"
  static let organisation = "钱江精密机械有限公司"
  /// The items of the 2012 edition with their points (GB/T 19580-2012, table).
  static let items: [(id: String, points: Int)] = [
    ("4.1.2", 50), ("4.1.3", 30), ("4.1.4", 30), ("4.2.2", 40), ("4.2.3", 50), ("4.3.2", 40),
    ("4.3.3", 50), ("4.4.2", 60), ("4.4.3", 15), ("4.4.4", 20), ("4.4.5", 15), ("4.4.6", 10),
    ("4.4.7", 10), ("4.5.2", 50), ("4.5.3", 50), ("4.6.2", 40), ("4.6.3", 40), ("4.7.2", 80),
    ("4.7.3", 80), ("4.7.4", 80), ("4.7.5", 60), ("4.7.6", 50), ("4.7.7", 50),
  ]
  /// The item on which the sheets differ by 35 points.
  static let disputed = 4
  /// The first of the result items, which the visit raises to 70.
  static let firstResult = 17

  /// A sheet's percentages; the three lie within one band but for the disputed item.
  static func sheet(_ reviewer: Int) -> [Int] {
    items.indices.map { item in
      item == disputed ? [35, 70, 50][reviewer] : [50, 55, 60, 65][(item + reviewer) % 4]
    }
  }

  /// What the panel settles, within the range of the sheets.
  static let settled = items.indices.map { [60, 55, 65, 50][$0 % 4] }
  /// What the visit settles.
  static let onSite = items.indices.map { $0 < firstResult ? settled[$0] : 70 }

  /// Points × percent are hundredths of a point.
  static func total(_ percentages: [Int]) -> String {
    fixed(zip(items, percentages).map { $0.points * $1 }.reduce(0, +))
  }

  static func points(_ item: Int, _ percentage: Int) -> String {
    fixed(items[item].points * percentage)
  }

  private static func fixed(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// What is imported: two more experts, an officer, a supervisor, and the panel on site.
  static let importFile = """
    {"people": [
      {"id": "qianer", "name": "钱二", "roles": ["expert"]},
      {"id": "sunsan", "name": "孙三", "roles": ["expert"]},
      {"id": "shenbin", "name": "沈滨", "roles": ["districtOfficer"], "district": "330108"},
      {"id": "hejian", "name": "何监", "roles": ["supervisor"]}],
     "panels": [
      {"id": "o1", "name": "现场一组", "stage": "onSite", "leader": "zhaoyi",
       "members": ["zhaoyi", "qianer", "sunsan"]}]}
    """

  /// The texts of the application, in the order of their kinds after the form.
  static let texts = [
    ("profile", "# B.1.1 环境\n公司生产精密减速器。"),
    ("selfEvaluation", "# 4.1.2 高层领导的作用\n## 4.1.2.1 使命\n公司每年八月启动战略研讨。"),
    ("summary", "2019 年导入卓越绩效模式。"), ("evidence", "首席质量官任命文件一份，组织机构图一份。"),
  ]
}
