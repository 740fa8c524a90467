import Foundation
import Procedure
import Store

/// What each effect does to the store, the disk and the clock.
extension Backstage {
  func carryOut(_ effect: Effect) {
    switch effect {
    case .load(let request): load(request)
    case .signIn(let person, let passphrase): signIn(person, passphrase)
    case .join(let person, let invitation, let passphrase):
      attempt(ticket: "") {
        enter(try store.join(person, invitation: invitation, passphrase: passphrase))
      }
    case .dropKeys: dropKeys()
    case .acceptClock:
      store.acceptClock()
      goOnWithHeld()
    case .startTimer(let name, let milliseconds): timers[name] = uptime() + milliseconds
    case .stopTimer(let name): timers[name] = nil
    case .keepForm(let form, let milliseconds): keep(form, waiting: milliseconds)
    case .forgetForm(let form): forget(form)
    case .reopen(let form): reopen(form)
    case .offerFiles: offerFiles()
    case .perform(let commands, let ticket):
      change(ticket) { session in
        if commands.count == 1 { return try store.perform(commands[0], by: session) }
        try performTogether(commands, by: session)
        return []
      }
    case .startReview(let id, let ticket):
      change(ticket) { session in
        try store.startReview(of: id, by: session)
        return []
      }
    case .saveDraft(let id, let slots, let sheet, let others, let base, let besides, let ticket):
      changeDraft(id, ticket) {
        try store.save(
          slots, of: sheet, others: others, over: base, besides: besides, in: id, by: $0)
      }
    case .keepReading(let id, let reading):
      guard let session else { return }
      attempt(ticket: nil) { try store.keep(reading, in: id, by: session) }
    case .handIn(let id, let sheet, let ticket):
      changeDraft(id, ticket) { try store.handIn(sheet, in: id, by: $0) }
    case .changePassphrase(let present, let new, let replacesKeys):
      changePassphrase(from: present, to: new, replacesKeys: replacesKeys)
    case .correctClock(let reason, let ticket):
      change(ticket) { session in
        try store.correctClock(reason: reason, by: session)
        return []
      }
    case .invite(let person, let ticket):
      change(ticket) { session in
        let invitation = try store.invite(person, by: session)
        console.context.cycle = try store.cycle()
        take(.screen(.loaded(.invitation(person.id, code: invitation.code))))
        return []
      }
    case .inviteAgain(let person, let ticket):
      change(ticket) { session in
        let invitation = try store.inviteAgain(person, by: session)
        take(.screen(.loaded(.invitation(person, code: invitation.code))))
        return []
      }
    case .attach(let id, let kind, let title, let text, let ticket):
      change(ticket) { session in
        try store.attach(text, as: kind, titled: title, to: id, by: session)
        return []
      }
    case .attachFile(let id, let file, let ticket): attach(file, to: id, ticket: ticket)
    case .writeOut(let id, let document, let path, let ticket):
      writeOut(document, of: id, path: path, ticket: ticket)
    case .view(let id, let document): view(document, of: id)
    case .readCalendar(let path, let ticket):
      attempt(ticket: ticket) {
        take(.screen(.loaded(.calendar(text: try folders.text(path, as: .table)))))
      }
    case .adoptParameters(let path, let ticket):
      change(ticket) { session in
        try store.perform(
          .cycle(.adopt(try ProcedureFile.parameters(in: try folders.text(path)))), by: session)
      }
    case .backUp(let ticket): backUp(ticket: ticket)
    case .setSecondPlace(let path, let ticket): setSecondPlace(path, ticket: ticket)
    case .exchange(let post, let ticket): exchange(post, ticket: ticket)
    case .makeCopy(let path, let people, let ticket):
      makeCopy(path, for: people, ticket: ticket)
    case .restore(let backup, let path, let ticket):
      restore(backup, path: path, ticket: ticket)
    case .writePaper(let order, let path, let replaces, let ticket):
      writePaper(order, path: path, replaces: replaces, ticket: ticket)
    case .writeKept(let row, let path, let replaces, let ticket):
      writeKept(row, path: path, replaces: replaces, ticket: ticket)
    case .writeList(let order, let path, let replaces, let ticket):
      writeList(order, path: path, replaces: replaces, ticket: ticket)
    case .writeCard(let role, let path, let replaces, let ticket):
      writeCard(role, path: path, replaces: replaces, ticket: ticket)
    case .writeSheet(let id, let path, let replaces, let ticket):
      writeSheet(id, path: path, replaces: replaces, ticket: ticket)
    case .readSheet(let id, let path, let ticket): readSheet(id, path: path, ticket: ticket)
    case .importFile(let path, let isDryRun, let ticket):
      importFile(path, isDryRun: isDryRun, ticket: ticket)
    case .lookInto(let path, let only, let receipt, let ticket):
      lookInto(path, for: only, receipt, ticket: ticket)
    case .takeStick(let ticket): takeStick(ticket: ticket)
    case .putStickAway: stick = nil
    case .go, .goBack, .begin, .ask, .open, .revise, .endForm, .closeForm, .say,
      .sayWhenDone, .markUnsaved:
      preconditionFailure("the model keeps this to itself: \(effect)")
    }
  }

  /// Writes a draft; one that another window changed meanwhile comes to the screen as it stands.
  private func changeDraft(_ id: CaseID, _ ticket: String, _ body: (Session) throws -> Void) {
    guard let session else { return }
    attempt(ticket: nil) {
      do {
        try body(session)
        take(.saved(store.clock.now()))
        take(.draft(.done(ticket, [])))
      } catch let conflict as DraftConflict {
        take(.draft(.loaded(.draftConflict(id, conflict))))
      } catch {
        take(.draft(.failed(ticket)))
        throw error
      }
    }
  }

  private func changePassphrase(from present: String, to new: String, replacesKeys: Bool) {
    change(PassphraseForm.name) { session in
      try store.changePassphrase(from: present, to: new, replacesKeys: replacesKeys, by: session)
      let words = replacesKeys ? .Keys.replaced(session.fingerprint) : Phrase.passphraseChanged
      take(.notice(Notice(.good, words)))
      return []
    }
  }
}
