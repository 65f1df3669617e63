# SPDX-License-Identifier: MIT
"""Small random libraries with invariants, sound by construction, the same for the same seed.

Every question leads forward, and cases split the answers of one earlier fact (`unasked` among
them), so that each situation has exactly one outcome; conditions of parts and invariants are
drawn without any care.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random
from typing import Any

from generator.catalogue import catalogue
from generator.diagram import always_asked, ever_asked
from generator.parse import parse
from generator.program import flatten
from generator.rules.subject import Proved
from generator.specialise import specialise

OPTIONS = ("a", "b", "c", "d")
CLASS = "ab"
TREES = ("first", "second")
PIECES = {
    "action": ("a0", "a1", "a2"),
    "evidence": ("e0", "e1"),
    "letter": ("l0", "l1"),
    "warning": ("w0", "w1"),
    "sum": ("s0", "s1"),
    "provision": ("p0", "p1"),
}
_SECTIONS = {
    "action": ("today", "road"),
    "evidence": ("evidence",),
    "letter": ("letters",),
    "warning": ("warnings",),
    "sum": ("sums",),
    "provision": ("provisions",),
}
_TONES = ("good", "open", "hard", "danger")

Json = dict[str, Any]


def proved(seed: int, *, hand_overs: bool = True) -> Proved:
    """The library of `seed` with its diagram, as the rules see it.

    With `hand_overs` some ways of the first tree may go on in the second.
    """
    files = Draw(seed, hand_overs).files()
    parsed = parse({path: json.dumps(data).encode() for path, data in files.items()})
    assert parsed.problems == (), parsed.problems
    facts = catalogue(parsed.library.facts)
    result = specialise(flatten(parsed.library, facts), facts)
    assert result.diagram is not None, result.faults
    asked = always_asked(result.diagram), ever_asked(result.diagram)
    return Proved(parsed.library, facts, result, result.diagram, *asked)


class Draw:
    """Draws one library."""

    def __init__(self, seed: int, hand_overs: bool) -> None:
        self.chance = Random(seed)
        self.hand_over = 0.2 if hand_overs and self.chance.random() < 0.5 else 0.0
        self.tree = ""
        self.options: dict[str, tuple[str, ...]] = {}
        self.classed: set[str] = set()
        self.multi = self.chance.random() < 0.3
        self.conditional = self.chance.choice((0.7, 0.1))
        self.outcomes = [f"o{n}" for n in range(self.chance.randint(3, 5))]
        self.verdicts = [f"v{n}" for n in range(self.chance.randint(3, 4))]

    def files(self) -> dict[str, Json]:
        """The files of the library as JSON, which is YAML."""
        return {
            "facts/f.yaml": {"facts": self._facts()},
            "verdicts.yaml": {"verdicts": self._verdicts()},
            "outcomes/o.yaml": {"outcomes": {name: self._outcome() for name in self.outcomes}},
            **{f"trees/{name}.yaml": self._tree(name) for name in TREES},
            "invariants.yaml": {"invariants": [self._invariant(n) for n in range(10)]},
            **_pieces(),
        }

    # ---- facts, verdicts, trees ----------------------------------------------------------------

    def _facts(self) -> Json:
        drawn: Json = {}
        for n in range(self.chance.randint(2, 3 if self.multi else 4)):
            names = OPTIONS[: self.chance.randint(2, 4)]
            self.options[f"f{n}"] = names
            drawn[f"f{n}"] = {"label": f"F{n}", "question": "?", "options": _labels(names)}
            if len(names) > 2 and self.chance.random() < 0.5:
                self.classed.add(f"f{n}")
                drawn[f"f{n}"]["classes"] = {CLASS: "?"}
                for name in names[:2]:
                    drawn[f"f{n}"]["options"][name]["class"] = CLASS
        if self.multi:
            drawn["m"] = {
                "label": "M", "question": "?", "kind": "multi", "none": "-",
                "options": _labels(("x", "y")),
            }  # fmt: skip
            self.options.update({"m.x": ("yes", "no"), "m.y": ("yes", "no")})
        return drawn

    def _verdicts(self) -> Json:
        drawn = {}
        for n, name in enumerate(self.verdicts):
            below = [worse for worse in self.verdicts[n + 1 :] if self.chance.random() < 0.4]
            tone = self.chance.choice(_TONES)
            drawn[name] = {"label": name, "meaning": "?", "tone": tone, "better_than": below}
        return drawn

    def _tree(self, name: str) -> Json:
        self.tree = name
        asked = [fact for fact in self.options if not fact.startswith("m.")]
        asked += ["m"] if self.multi else []
        order = self._some(asked, least=min(2, len(asked)))
        self.chance.shuffle(order)
        return {
            "tree": name, "title": "?", "summary": "?", "review_by": "2027-01-01", "start": "q0",
            "questions": {f"q{n}": self._question(n, order) for n in range(len(order))},
        }  # fmt: skip

    def _question(self, n: int, order: list[str]) -> Json:
        fact = order[n]
        drawn: Json = {"ask": fact, **self._onward(n, order)}
        if fact != "m":
            some = self._some(self.options[fact], least=0)
            drawn["options"] = {option: self._end(n, order) for option in some}
            if some and self.chance.random() < 0.5:
                drawn["options"][some[0]] = self._cases(n, order)
        return drawn

    def _onward(self, n: int, order: list[str]) -> Json:
        if self.chance.random() < 0.5:
            return {"next": self._end(n, order)}
        return self._cases(n, order)

    def _cases(self, n: int, order: list[str]) -> Json:
        earlier = [f for f in self.options if f.partition(".")[0] in order[: n + 1]]
        fact = self.chance.choice(earlier)
        values = [*self.options[fact], "unasked"]
        self.chance.shuffle(values)
        cut = self.chance.randint(1, len(values) - 1)
        groups = (values[:cut], values[cut:])
        return {"cases": [{"when": {fact: g}, "next": self._end(n, order)} for g in groups]}

    def _end(self, n: int, order: list[str]) -> str:
        if n + 1 < len(order) and self.chance.random() < 0.65:
            return f"q{self.chance.choice(range(n + 1, len(order)))}"
        if self.tree == TREES[0] and self.chance.random() < self.hand_over:
            return f"tree/{TREES[1]}"
        return f"outcome/{self.chance.choice(self.outcomes)}"

    # ---- conditions, outcomes ------------------------------------------------------------------

    def condition(self, without: str = "", depth: int = 2) -> Json:
        """Any condition over all facts but one."""
        kind = self.chance.choice(("is", "is", "not", "all", "any")) if depth else "is"
        if kind == "not":
            return {"not": self.condition(without, depth - 1)}
        if kind in ("all", "any"):
            return {kind: [self.condition(without, depth - 1) for _ in range(2)]}
        fact = self.chance.choice([name for name in self.options if name != without])
        names = [*self.options[fact], *([CLASS] if fact in self.classed else [])]
        values = self._some(names, least=1)[: self.chance.randint(1, 3)]
        return {fact: [*values, "unasked"] if self.chance.random() < 0.3 else values}

    def _outcome(self) -> Json:
        drawn: Json = {
            "title": "?", "verdict": self.chance.choice(self.verdicts), "summary": "?",
            "reasons": [self._part({"text": "?", "provisions": ["p0"]})],
            "today": [], "evidence": [], "provisions": [],
        }  # fmt: skip
        for kind, sections in _SECTIONS.items():
            for piece in self._some(PIECES[kind], least=0):
                section = drawn.setdefault(self.chance.choice(sections), [])
                section.append(self._part({kind: piece}))
        return drawn

    def _part(self, part: Json) -> Json:
        conditional = self.chance.random() < self.conditional
        return {**part, "when": self.condition()} if conditional else part

    # ---- invariants ----------------------------------------------------------------------------

    def _invariant(self, n: int) -> Json:
        kind = ("never", "always", "only", "monotone", "irrelevant")[n % 5]
        drawn: Json = {"name": f"i{n}", "says": f"{kind}?"}
        fact = self.chance.choice(list(self.options)) if n % 5 > 2 else ""
        drawn[kind] = {"monotone": self._monotone, "irrelevant": self._irrelevant}.get(
            kind, lambda _: self._claim()
        )(fact)
        if kind == "only" or self.chance.random() < 0.6:
            drawn["when"] = self.condition(without=fact)
        if self.chance.random() < 0.3:
            drawn["trees"] = [self.chance.choice(TREES)]
        return drawn

    def _claim(self) -> Json:
        drawn: Json = {}
        for key in self._some(("outcome", "verdict", "at_least", "at_most", *PIECES), least=1)[:2]:
            if key in ("at_least", "at_most"):
                drawn[key] = self.chance.choice(self.verdicts)
            else:
                names = {"outcome": self.outcomes, "verdict": self.verdicts, **PIECES}[key]
                drawn[key] = self._some(names, least=1)
        return drawn

    def _monotone(self, fact: str) -> Json:
        names = list(self.options[fact])
        self.chance.shuffle(names)
        cut = self.chance.randint(1, len(names) - 1)
        sides = (self._named(fact, names[:cut]), self._named(fact, names[cut:]))
        return {"fact": fact, "worse": sides[0], "better": sides[1]}

    def _irrelevant(self, fact: str) -> Json:
        among = self._some(self.options[fact], least=2) if self.chance.random() < 0.5 else []
        to = self.chance.choice(("outcome", "verdict"))
        drawn = {"fact": fact, "to": to}
        return {**drawn, "among": self._named(fact, among)} if among else drawn

    def _named(self, fact: str, names: list[str]) -> list[str]:
        """`names`, where the fact has a class perhaps by its name."""
        if fact in self.classed and {"a", "b"} <= {*names} and self.chance.random() < 0.7:
            return [CLASS, *(name for name in names if name not in ("a", "b"))]
        return names

    def _some(self, names: Sequence[str], least: int) -> list[str]:
        return self.chance.sample(names, self.chance.randint(least, len(names)))


def _labels(names: Sequence[str]) -> Json:
    return {name: {"label": name.upper()} for name in names}


def _pieces() -> dict[str, Json]:
    stages = dict(zip(PIECES["action"], ("police", "self_check", "negotiate"), strict=True))
    actions = {name: {"title": "?", "stage": s, "steps": ["?"]} for name, s in stages.items()}
    letter = {"title": "?", "to": "?", "body": "?"}
    total = {
        "title": "?", "method": "renewals", "kind": "custom", "note": "?", "limits": "?",
        "example": {"price": "15.00", "charges": "4"},
    }  # fmt: skip
    provision = {"article": 1, "text": "?", "plain": "?", "use": "?"}
    return {
        "actions/a.yaml": {"actions": actions},
        "evidence/e.yaml": {
            "evidence": {name: {"title": "?", "how": "?"} for name in PIECES["evidence"]}
        },
        "letters/l.yaml": {"letters": dict.fromkeys(PIECES["letter"], letter)},
        "warnings/w.yaml": {
            "warnings": {w: {"tone": "care", "text": "?"} for w in PIECES["warning"]}
        },
        "sums/s.yaml": {"sums": dict.fromkeys(PIECES["sum"], total)},
        "law/l.yaml": {
            "instrument": "law", "title": "?", "short": "?", "kind": "law", "issuer": "?",
            "version": "?", "effective_from": "2020-01-01", "status": "in_force", "official": "?",
            "grade": "B", "verified": "?", "checked_on": "2026-11-21", "review_by": "2027-02-21",
            "provisions": dict.fromkeys(PIECES["provision"], provision),
        },
    }  # fmt: skip
