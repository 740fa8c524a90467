import Foundation
import Testing

@testable import Vault

@Suite("Invitations")
struct InvitationTests {
  @Test("A code has sixteen characters in groups of four and comes back")
  func code() throws {
    for _ in 0..<50 {
      let invitation = Invitation.generate()
      #expect(
        invitation.code.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/) != nil)
      #expect(try Invitation(parsing: invitation.code).publicKey == invitation.publicKey)
    }
    #expect(Set((0..<100).map { _ in Invitation.generate().code }).count == 100)
  }

  @Test(
    "A code is understood however it is typed",
    arguments: [
      "ABCD-EFGH-JKMN-PQ01", "abcd-efgh-jkmn-pq01", "ABCDEFGHJKMNPQ01", " abcd efgh\tjkmn pq01\n",
      "ＡＢＣＤ－ＥＦＧＨ－ＪＫＭＮ－ＰＱ０１", "ａｂｃｄ　ｅｆｇｈ　ｊｋｍｎ　ｐｑ０１", "ABCD—EFGH–JKMN−PQ01",
      "ABCD——EFGH——JKMN——PQ01", "abcd-efgh-jkmn-pqoi", "ABCD-EFGH-JKMN-PQOL",
      "ABCDーEFGHーJKMNーPQ01", "\u{FEFF}ABCD-EFGH\u{200B}-JKMN-PQ01", "ABCD_EFGH_JKMN_PQ01",
    ])
  func forgiving(text: String) throws {
    #expect(try Invitation(parsing: text).code == "ABCD-EFGH-JKMN-PQ01")
  }

  @Test(
    "Anything else is no code",
    arguments: [
      "", "----", "ABCD-EFGH-JKMN-PQ0", "ABCD-EFGH-JKMN-PQ011", "ABCD-EFGH-JKMN-PQU1",
      "ABCD-EFGH-JKMN-PQ0!", "评审评审评审评审评审评审评审评审", "ABCD.EFGH.JKMN.PQ01",
      "e\u{301}BCD-EFGH-JKMN-PQ01",
      "ABCD-EFGH-JKMN-PQ0\0",
    ])
  func refused(text: String) {
    #expect(throws: VaultFault.badInvitation) { try Invitation(parsing: text) }
  }

  @Test("The key of a known code stays as it is: issued invitations must stay good")
  func vector() throws {
    let invitation = try Invitation(parsing: "ABCD-EFGH-JKMN-PQRS")
    #expect(
      Hex.encode(invitation.publicKey)
        == "21ed3ec8d9907e698e5104dee5af7ccb351c8d1392b668364a9d457a033f92cd")
  }

  @Test("The signature binds the invitation, both keys and the person")
  func signature() {
    let invitation = Invitation.generate()
    let keys = PersonKeys.generate().publicKeys
    let signature = invitation.sign(keys, person: "p3")
    func verify(_ signature: Data, _ publicKey: Data, _ keys: PublicKeys, _ person: String) -> Bool
    {
      Invitation.verify(signature: signature, publicKey: publicKey, keys: keys, person: person)
    }
    let swapped = PublicKeys(signing: keys.agreement, agreement: keys.signing)
    #expect(verify(signature, invitation.publicKey, keys, "p3"))
    #expect(!verify(signature, invitation.publicKey, keys, "p4"))
    #expect(!verify(signature, invitation.publicKey, swapped, "p3"))
    #expect(!verify(signature, Invitation.generate().publicKey, keys, "p3"))
    #expect(!verify(signature, Data(), keys, "p3"))
    for altered in Tampering.flips(of: signature) + Tampering.cuts(of: signature) {
      #expect(!verify(altered, invitation.publicKey, keys, "p3"))
    }
  }
}
