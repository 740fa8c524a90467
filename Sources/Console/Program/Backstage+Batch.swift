import Foundation
import Procedure
import Store

/// A refusal among several commands that were asked for together, with the case it stands on.
struct BatchRefusal: Error, Sendable, Hashable {
  let dossier: CaseID
  let name: String
  let refusal: Refusal
}

extension Backstage {
  /// Carries out several commands, all or none.
  ///
  /// - Throws: `BatchRefusal` where one is refused and it can be said on which case.
  func performTogether(_ commands: [Command], by session: Session) throws {
    do {
      try store.perform(commands, by: session)
    } catch let refusal as Refusal {
      // Nothing was changed: asked one by one, the command that stood in the way refuses again.
      for case .dossier(let id, let command) in commands {
        guard let dossier = try? store.dossier(id, by: session),
          console.context.refusal(of: command, in: dossier) == refusal
        else { continue }
        throw BatchRefusal(dossier: id, name: dossier.application.name, refusal: refusal)
      }
      throw refusal
    }
  }
}
