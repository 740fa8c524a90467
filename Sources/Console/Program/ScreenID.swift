import Procedure

/// The screens there are, in the order of their tabs; each has snapshots.
///
/// All that the program knows of a screen stands here: its name, who has it, whether it is of a case.
public enum ScreenID: String, Sendable, CaseIterable {
  case login
  case queue
  case review
  case consensus
  case onSite
  case dossier
  case terms
  case board
  case cultivation
  case supervision
  case history
  case setup
  case exchange

  /// The screens that are tabs; Alt-1 is the first that a person has. The exchange is led to by F2.
  public static let tabs = allCases.filter { $0 != .login && $0 != .exchange }

  /// Whether the screen shows one case, the one that was chosen last.
  public var isOfCase: Bool {
    switch self {
    case .review, .consensus, .onSite, .dossier: true
    case .login, .queue, .terms, .board, .cultivation, .supervision, .history, .setup, .exchange:
      false
    }
  }

  var title: Phrase {
    switch self {
    case .login: Phrase("登录", "Login")
    case .queue: Phrase("队列", "Queue")
    case .review: Phrase("独立评审", "Review")
    case .consensus: Phrase("合议", "Consensus")
    case .onSite: Phrase("现场", "On site")
    case .dossier: Phrase("案卷", "Case")
    case .terms: Phrase("期限", "Terms")
    case .board: Phrase("总览", "Overview")
    case .cultivation: Phrase("培育", "Cultivation")
    case .supervision: Phrase("监督", "Supervision")
    case .history: Phrase("历史", "History")
    case .setup: Phrase("设置", "Set-up")
    case .exchange: .Exchange.title
    }
  }

  /// The screen as the person at work has it; nil where it is not theirs.
  func screen(_ context: Context) -> (any Screen)? {
    let isOffice = context.acts(as: .secretariat)
    let watches = isOffice || context.acts(as: .supervisor)
    let isExpert = context.acts(as: .expert)
    let isOfficer = context.acts(as: .districtOfficer)
    return switch self {
    case .login: nil
    case .queue: QueueScreen()
    case .dossier: DossierScreen()
    case .history: HistoryScreen()
    case .exchange: ExchangeScreen()
    case .review: isExpert ? ReviewScreen() : nil
    case .consensus: isExpert || watches ? ConsensusScreen() : nil
    case .onSite: isExpert || watches ? OnSiteScreen() : nil
    case .setup: isOffice ? SetupScreen() : nil
    case .terms: watches || isOfficer ? TermsScreen() : nil
    case .board: watches ? BoardScreen() : nil
    case .cultivation: watches || isOfficer ? CultivationScreen() : nil
    case .supervision: context.acts(as: .supervisor) ? SupervisionScreen() : nil
    }
  }
}
