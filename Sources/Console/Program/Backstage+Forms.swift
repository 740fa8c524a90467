import Store
import Terminal

/// Forms that are kept over the end of the program.
extension Backstage {
  /// Writes the form that is open; the act it is for goes on whatever comes of it.
  func keep(_ form: UnfinishedForm, waiting milliseconds: Int) {
    guard let session else { return }
    do {
      take(.formKept(try store.keep(form, waiting: milliseconds, by: session)))
    } catch UnfinishedFault.tooLong {
      take(.formNotKept(.formTooLong, triesAgain: false))
    } catch UnfinishedFault.noRoom {
      take(.formNotKept(.formHasNoRoom, triesAgain: false))
    } catch {
      take(.formNotKept(Notices.sentence(error, console.context), triesAgain: true))
    }
  }

  /// Writes the form that is open anew where another window took away what was written of it.
  func lookAtForm(_ session: Session) {
    guard let form = console.keeping.stored, (try? store.isKept(form, by: session)) == false
    else { return }
    carryOut(console.formWasTaken())
  }

  /// Takes a form away; where that fails it is offered at the next login, which loses nothing.
  func forget(_ form: UnfinishedForm) {
    guard let session else { return }
    try? store.forget(form, waiting: Console.longPatience, by: session)
  }

  /// Goes where a form stood and opens it there as a person would; the screen's own answer first.
  func reopen(_ form: UnfinishedForm) {
    carryOut(console.goWhere(form))
    carryOut(console.openAnew(form))
    console.putBack(form)
  }
}
