"""Plays acts on the oracle's copies as it is told on standard input, a line of JSON each.

Started as `play.py DIRECTORY`, where net.py and xsim.py of the oracle lie. Every line is answered by
one: whether an act is allowed, and at last what a copy shows.
"""
import json, sys

sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
from net import Copy, World
from xsim import Entry, rule

EXPERTS = ("L", "D", "A", "B", "M")
REVIEWERS = ("A", "B", "L")


class Play:
    def begin(self, base, nonce):
        self.world, self.posts, self.acts = World(nonce), [{}, {}], []
        first = Copy(self.world, "d0")
        act = first.act
        for person, role in [("S1", "secretariat"), ("S2", "secretariat")] + [
                (p, "expert") for p in (*EXPERTS, "Z")]:
            act("S1", "cycle", "person", person, (role,), True)
        act("S1", "cycle", "panel", "P", "L", "D", tuple(sorted(EXPERTS)))
        act("S1", "cycle", "call", 10 ** 9)
        if base != "called": act("S1", "x", "register", "x")
        if base not in ("called", "registered"):
            act("S1", "x", "qualify", True)
            act("S1", "x", "assign", "P")
        if base in ("handedIn", "opened"):
            for person in EXPERTS: act(person, "x", "declare")
            act("L", "x", "designate", REVIEWERS)
            for person in REVIEWERS: act(person, "x", "start", 1); act(person, "x", "handin", 1)
        if base == "opened":
            act("L", "x", "ask")
            act("S1", "x", "release", sheets(first.state("x")))
            act("L", "x", "open")
            for item in (2, 3): act("L", "x", "settle", item, 60)
        self.before = len(self.world.e)
        self.copies = [first] + [Copy(self.world, f"d{i}", like=first) for i in (1, 2)]
        post = {}
        first.put(post)
        for copy in self.copies[1:]: copy.take(post)

    def call(self, told):
        """The arguments of Copy.act."""
        copy, kind, by = self.copies[told["copy"]], told["kind"], told["by"]
        case = told.get("case", "x")
        state, args = copy.state(case), ()
        if kind == "person": case, args = "cycle", (told["person"], tuple(told["roles"]), told["isSo"])
        elif kind == "panel":
            case, args = "cycle", ("P", told["leader"], told["deputy"], tuple(sorted(told["people"])))
        elif kind == "closeCycle": case = "cycle"
        elif kind == "register": args = (told["text"],)
        elif kind == "qualify": args = (told["isSo"],)
        elif kind == "designate": args = (tuple(sorted(told["people"])),)
        elif kind in ("start", "handin", "withdraw"):
            revision = (state.sheet(by) or ("", 0))[1]
            args = (revision + 1 if kind == "start" else revision,)
        elif kind == "release": args = (sheets(state),)
        elif kind == "settle": args = (told["item"], told["value"])
        elif kind == "dissent": args = (told["text"],)
        elif kind == "accept": args = (self.acts[told["of"]].id,)
        return copy, case, kind, args

    def refusal(self, told):
        copy, case, kind, args = self.call(told)
        entry = Entry.make(
            stream=case, parents=(), prev="", author=told["by"], device=copy.device, number=0,
            time=copy.now, kind=kind, args=args)
        return rule(entry, copy.state(None if case == "cycle" else case))

    def play(self, told):
        copy, case, kind, args = self.call(told)
        entry = copy.act(told["by"], case, kind, *args)
        if isinstance(entry, str): raise ValueError(entry)
        self.acts.append(entry)
        copy.now += 1

    def exchange(self, copy, post):
        self.copies[copy].take(self.posts[post])
        self.copies[copy].put(self.posts[post])

    def show(self, copy, case):
        copy = self.copies[copy]
        state = copy.state(case)
        live = set(self.world.effective(self.world.mask(self.world.of(copy.m, "cycle", case)), case, copy.m))
        held = [self.world.e[i] for i in self.world.of(copy.m, "cycle", case) if i not in live]
        people = {p: state.person(p) for p in ("S1", "S2", "Z", *EXPERTS)}
        leader, deputy, members = state.panel("P")
        names = {name for name in state.values("case")}
        return {
            "items": {str(i): sorted(set(state.values("item", i))) for i in (1, 2, 3)
                      if state.values("item", i)},
            "isFinished": bool(state.values("finished")), "opening": state.opening(),
            "recused": sorted(p for p in EXPERTS if state.values("recused", p)),
            "isQualified": state.one("qualified"), "isRegistered": len(names) == 1,
            "designated": designated(state),
            "sheets": {p: state.sheet(p)[0] for p in EXPERTS if state.sheet(p)},
            "held": sorted(f"{e.kind} {e.author}" for e in held),
            "roles": {p: sorted(r) if active else [] for p, (r, active) in people.items()},
            "leader": leader, "deputy": deputy, "members": sorted(members),
            "isClosed": state.one("cycle") == "closed", "acts": len(self.world.e) - self.before,
        }


def sheets(state): return tuple((p, state.sheet(p)) for p in state.assigned())


def designated(state):
    """Whom one designation names; nobody where several met."""
    found = set(state.values("designated"))
    return sorted(found.pop()) if len(found) == 1 else []


play = Play()
for line in sys.stdin:
    told = json.loads(line)
    do, answer = told["do"], {}
    if do == "begin": play.begin(told["base"], told["nonce"])
    elif do == "ask": answer = {"refusal": play.refusal(told["act"])}
    elif do == "play": play.play(told["act"])
    elif do == "exchange": play.exchange(told["copy"], told["post"])
    elif do == "show": answer = play.show(told["copy"], told["case"])
    print(json.dumps(answer), flush=True)
