# SPDX-License-Identifier: MIT
"""Random small libraries and random edits of them, as plain data; JSON is YAML.

Every rename is noted, so that a test knows what is called what without asking the program.

Longer than other files because eighteen kinds of edit share one small world of names.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Any

from tests.libraries import BASE

OPTIONS = "abcd"
VERDICTS = {"strong": ["weak"], "middle": ["weakest"], "weak": ["middle"], "weakest": [], "odd": []}


@dataclass
class Draft:
    """A library with one tree, and what its ids were called before (`new name → old name`)."""

    facts: dict[str, Any] = field(default_factory=dict)
    questions: dict[str, Any] = field(default_factory=dict)
    outcomes: dict[str, Any] = field(default_factory=dict)
    verdicts: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, Any] = field(default_factory=dict)
    tree: str = "demo"
    was: dict[str, str] = field(default_factory=dict)

    def sources(self) -> dict[str, bytes]:
        tree = {
            "tree": self.tree, "title": "演示", "summary": "随机的树。", "review_by": "2027-01-01",
            "formerly": [self.was[self.tree]] if self.tree in self.was else [],
            "start": "q0", "questions": self.questions,
        }  # fmt: skip
        files = {
            "verdicts": {"verdicts": self.verdicts},
            "facts/f": {"facts": self.facts},
            "trees/t": tree,
            "outcomes/o": {"outcomes": self.outcomes},
            "evidence/e": {"evidence": self.evidence},
        }
        texts = {f"{path}.yaml": json.dumps(data).encode() for path, data in files.items()}
        kept = ("actions/a.yaml", "law/demo.yaml")
        return texts | {path: dedent(BASE[path]).encode() for path in kept}


Edit = Callable[[Draft, random.Random], None]


def draft(chance: random.Random) -> Draft:
    made = Draft()
    count = chance.randint(2, 5)
    for n in range(count):
        made.facts[f"f{n}"] = _fact(chance, 3 if count > 4 else 4)
    if chance.random() < 0.3:
        made.facts[f"f{chance.randrange(1, count)}"] = _multi("p", "q")
    made.verdicts = {
        name: {"label": f"种类 {name}", "meaning": "意思。", "tone": "open", "better_than": worse}
        for name, worse in VERDICTS.items()
    }
    made.evidence = {f"e{n}": {"title": f"证据{n}", "how": "截图。"} for n in range(3)}
    for n in range(3):
        made.outcomes[f"o{n}"] = _outcome(made, chance, n)
    made.questions = {f"q{n}": {} for n in range(count)}
    for n in range(count):
        made.questions[f"q{n}"] = _question(made, chance, n, f"f{n}")
    return made


def edited(old: Draft, chance: random.Random, edits: Sequence[Edit] = ()) -> Draft:
    """A copy with one to three random edits, or with all of `edits`."""
    new = deepcopy(old)
    for edit in edits or chance.choices(EDITS, k=chance.choice([1, 1, 2, 3])):
        edit(new, chance)
    return new


# ---- making ------------------------------------------------------------------------------------


def _fact(chance: random.Random, most: int) -> dict[str, Any]:
    options: dict[str, Any] = {o: {"label": f"选{o}"} for o in OPTIONS[: chance.randint(2, most)]}
    made: dict[str, Any] = {"label": "事实", "question": "选哪个？", "options": options}
    if chance.random() < 0.4:
        made["classes"] = {"k": "一类"}
        for option in chance.sample(list(options), 2):
            options[option]["class"] = "k"
    if chance.random() < 0.2:
        options["unsure"] = {"label": "不确定"}
    return made


def _multi(*members: str) -> dict[str, Any]:
    options = {member: {"label": member} for member in members}
    common = {"label": "多选", "question": "有哪些？", "kind": "multi", "none": "都没有"}
    return {**common, "options": options}


def _outcome(made: Draft, chance: random.Random, n: int) -> dict[str, Any]:
    evidence = ["e0", {"evidence": "e1", "when": _guard(made, chance)}]
    if chance.random() < 0.5:
        evidence.append({"evidence": chance.choice(["e1", "e2"]), "when": _guard(made, chance)})
    reason = {"text": "有时候。", "when": _guard(made, chance), "provisions": ["demo-1"]}
    return {
        "title": f"结论{n}", "verdict": chance.choice(list(VERDICTS)), "summary": "一句话。",
        "reasons": ["因为这样。", reason], "today": ["first-step"], "evidence": evidence,
        "provisions": ["demo-1"], "avoid": [{"text": "别这样。", "when": _guard(made, chance)}],
    }  # fmt: skip


def _guard(made: Draft, chance: random.Random, deep: int = 2) -> dict[str, Any]:
    if deep and chance.random() < 0.35:
        inner = [_guard(made, chance, deep - 1) for _ in range(2)]
        return chance.choice([{"all": inner}, {"any": inner}, {"not": inner[0]}])
    fact = chance.choice(list(made.facts))
    if made.facts[fact].get("kind") == "multi":
        member = chance.choice(list(made.facts[fact]["options"]))
        return {f"{fact}.{member}": ["yes", "unasked"] if chance.random() < 0.5 else ["yes"]}
    names = [*made.facts[fact]["options"], *made.facts[fact].get("classes", ())]
    values = chance.sample(names, chance.randint(1, 2))
    return {fact: [*values, "unasked"] if chance.random() < 0.5 else values}


def _target(made: Draft, chance: random.Random, above: int) -> str:
    onward = [name for name in _numbered(made) if _index(name) > above]
    ends = [f"outcome/{name}" for name in made.outcomes]
    return chance.choice([*onward, *onward[:2], *onward[:2], *ends])


def _question(made: Draft, chance: random.Random, n: int, fact: str) -> dict[str, Any]:
    asked: dict[str, Any] = {"ask": fact}
    steady = [f for f in list(made.facts)[:n] if "unsure" not in made.facts[f]["options"]]
    plain = [f for f in steady if made.facts[f].get("kind") != "multi"]
    if plain and chance.random() < 0.4:
        tested = chance.choice(plain)
        when = {tested: [chance.choice(list(made.facts[tested]["options"])), "unasked"]}
        asked["cases"] = [{"when": when, "next": _target(made, chance, n)}]
        asked["otherwise"] = _target(made, chance, n)
    else:
        asked["next"] = _target(made, chance, n)
    if made.facts[fact].get("kind") != "multi":
        chosen = [o for o in made.facts[fact]["options"] if chance.random() < 0.45]
        asked["options"] = {option: _target(made, chance, n) for option in chosen}
    return asked


# ---- editing -----------------------------------------------------------------------------------


def _choices(made: Draft) -> list[str]:
    return [name for name, fact in made.facts.items() if fact.get("kind") != "multi"]


def _numbered(made: Draft) -> list[str]:
    return [name for name in made.questions if name != "extra"]


def _index(name: str) -> int:
    return int(name.removeprefix("q"))


def _swap_questions(made: Draft, chance: random.Random) -> None:
    """Two facts are asked in the other order, and what follows each goes with the place."""
    first, second = chance.sample([*_numbered(made), *_numbered(made)], 2)
    a, b = made.questions[first], made.questions[second]
    a["ask"], b["ask"] = b["ask"], a["ask"]
    for question in (a, b):
        known = made.facts[question["ask"]]
        entries = {o: t for o, t in question.get("options", {}).items() if o in known["options"]}
        question["options"] = {} if known.get("kind") == "multi" else entries


def _drop_question(made: Draft, chance: random.Random) -> None:
    if len(_numbered(made)) < 2:
        return
    name = chance.choice(_numbered(made)[1:])
    _replace(made.questions, name, _target(made, chance, _index(name)))
    del made.questions[name]


def _add_question(made: Draft, chance: random.Random) -> None:
    if len(made.facts) > 4 or "extra" in made.questions:
        return
    made.facts["g0"] = _fact(chance, 3)
    name = chance.choice(_numbered(made))
    target = _target(made, chance, _index(name))
    _replace(made.questions, target, "extra")
    first = next(iter(made.facts["g0"]["options"]))
    elsewhere = f"outcome/{chance.choice(list(made.outcomes))}"
    made.questions["extra"] = {"ask": "g0", "next": target, "options": {first: elsewhere}}


def _drop_option(made: Draft, chance: random.Random) -> None:
    name = chance.choice(_choices(made))
    options = made.facts[name]["options"]
    if len(options) < 3:
        return
    gone = chance.choice([o for o in options if o != "unsure"])
    del options[gone]
    _unsay(made.questions, name, gone)
    _unsay(made.outcomes, name, gone)
    for question in made.questions.values():
        if question["ask"] == name:
            question["options"].pop(gone, None)


def _add_option(made: Draft, chance: random.Random) -> None:
    name = chance.choice(_choices(made))
    fact = made.facts[name]
    more = {"label": "新的", "class": "k"} if fact.get("classes") else {"label": "新的"}
    fact["options"] = {"fresh": more, **fact["options"]}


def _add_member(made: Draft, chance: random.Random) -> None:
    for fact in made.facts.values():
        if fact.get("kind") == "multi":
            fact["options"]["r"] = {"label": "r"}


def _change_target(made: Draft, chance: random.Random) -> None:
    name = chance.choice(_numbered(made))
    question = made.questions[name]
    key = chance.choice([*question.get("options", {}), "next", "next", "otherwise"])
    to = _target(made, chance, _index(name))
    if key in question:
        question[key] = to
    elif key in question.get("options", {}):
        question["options"][key] = to


def _change_verdict(made: Draft, chance: random.Random) -> None:
    made.outcomes[chance.choice(list(made.outcomes))]["verdict"] = chance.choice([*made.verdicts])


def _change_condition(made: Draft, chance: random.Random) -> None:
    outcome = chance.choice(list(made.outcomes.values()))
    part = chance.choice([outcome["reasons"][1], outcome["avoid"][0], outcome["evidence"][1]])
    part["when"] = _guard(made, chance)


def _drop_part(made: Draft, chance: random.Random) -> None:
    outcome = chance.choice(list(made.outcomes.values()))
    outcome["evidence"].pop()


def _move_class(made: Draft, chance: random.Random) -> None:
    for name in _choices(made):
        options = [o for key, o in made.facts[name]["options"].items() if key != "unsure"]
        if made.facts[name].get("classes"):
            for option in options:
                option.pop("class", None)
            options[chance.randrange(len(options))]["class"] = "k"


def _rename_fact(made: Draft, chance: random.Random) -> None:
    name = chance.choice(list(made.facts))
    if not name.startswith("f"):
        return
    now = f"renamed-{name}"
    made.facts = {now if key == name else key: fact for key, fact in made.facts.items()}
    made.facts[now]["formerly"] = [name]
    for option in made.facts[now]["options"]:
        made.was[f"{now}.{option}"] = f"{name}.{made.was.get(f'{name}.{option}', option)}"
    made.was[now] = name
    for place in (made.questions, made.outcomes):
        _rekey(place, name, now)


def _rename_option(made: Draft, chance: random.Random) -> None:
    name = chance.choice(list(made.facts))
    fact = made.facts[name]
    option = chance.choice(list(fact["options"]))
    if option in ("unsure", "fresh", "r") or option.startswith("new-") or name == "g0":
        return
    now = f"new-{option}"
    fact["options"] = {now if key == option else key: o for key, o in fact["options"].items()}
    fact["options"][now]["formerly"] = [option]
    made.was[f"{name}.{now}"] = f"{made.was.get(name, name)}.{option}"
    for place in (made.questions, made.outcomes):
        _revalue(place, name, option, now)
        _rekey(place, f"{name}.{option}", f"{name}.{now}")
    for question in made.questions.values():
        if question["ask"] == name and option in question.get("options", {}):
            question["options"][now] = question["options"].pop(option)


def _rename_outcome(made: Draft, chance: random.Random) -> None:
    name = chance.choice(list(made.outcomes))
    if name.startswith("o"):
        now = f"renamed-{name}"
        made.outcomes = {now if k == name else k: o for k, o in made.outcomes.items()}
        made.outcomes[now]["formerly"] = [name]
        made.was[now] = name
        _replace(made.questions, f"outcome/{name}", f"outcome/{now}")


def _rename_verdict(made: Draft, chance: random.Random) -> None:
    name = chance.choice(list(VERDICTS))
    if name in made.verdicts:
        now = f"renamed-{name}"
        made.verdicts = {now if k == name else k: v for k, v in made.verdicts.items()}
        made.verdicts[now]["formerly"] = [name]
        made.was[now] = name
        _replace(made.verdicts, name, now)
        _replace(made.outcomes, name, now)


def _rename_evidence(made: Draft, chance: random.Random) -> None:
    if "e1" in made.evidence:
        made.evidence["renamed-e1"] = {**made.evidence.pop("e1"), "formerly": ["e1"]}
        made.was["renamed-e1"] = "e1"
        _replace(made.outcomes, "e1", "renamed-e1")


def _rename_tree(made: Draft, chance: random.Random) -> None:
    made.tree, made.was["renamed-demo"] = "renamed-demo", "demo"


RENAMES: tuple[Edit, ...] = (
    _rename_fact, _rename_option, _rename_outcome, _rename_verdict, _rename_evidence, _rename_tree,
)  # fmt: skip
EDITS: tuple[Edit, ...] = (
    _swap_questions, _swap_questions, _drop_question, _add_question, _drop_option, _add_option,
    _add_member, _change_target, _change_target, _change_verdict, _change_condition, _drop_part,
    _move_class, *RENAMES,
)  # fmt: skip


def _replace(place: Any, old: str, new: str) -> None:
    """Write `new` for the value `old` anywhere inside `place` (not in `formerly`)."""
    entries = place.items() if isinstance(place, dict) else enumerate(place)
    for key, value in list(entries):
        if value == old:
            place[key] = new
        elif isinstance(value, dict | list) and key != "formerly":
            _replace(value, old, new)


def _rekey(place: Any, old: str, new: str) -> None:
    """Call the fact `old` (or a member of it) `new` in conditions and questions."""
    if isinstance(place, dict):
        for key in list(place):
            if key == old or key.startswith(f"{old}."):
                place[new + key.removeprefix(old)] = place.pop(key)
        if place.get("ask") == old:
            place["ask"] = new
    for value in place.values() if isinstance(place, dict) else place:
        if isinstance(value, dict | list):
            _rekey(value, old, new)


def _revalue(place: Any, fact: str, old: str, new: str) -> None:
    if isinstance(place, dict) and isinstance(place.get(fact), list):
        place[fact] = [new if value == old else value for value in place[fact]]
    for value in place.values() if isinstance(place, dict) else place:
        if isinstance(value, dict | list):
            _revalue(value, fact, old, new)


def _unsay(place: Any, fact: str, gone: str) -> None:
    """Take an option out of every condition; one that names nothing else tests `unasked`."""
    if isinstance(place, dict) and isinstance(place.get(fact), list):
        place[fact] = [value for value in place[fact] if value != gone] or ["unasked"]
    for value in place.values() if isinstance(place, dict) else place:
        if isinstance(value, dict | list):
            _unsay(value, fact, gone)
