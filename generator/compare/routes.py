# SPDX-License-Identifier: MIT
"""Situations that end elsewhere now: classes, exact counts, the plainest example of each."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import prod

from generator.catalogue import YES
from generator.check import CheckedLibrary
from generator.compare.names import Names
from generator.compare.results import Answers, Change, Direction, End, Example
from generator.compile.addresses import addresses
from generator.diagram import census
from generator.forest import Difference, Forest, Options, differences, situations
from generator.labelling import NOT_OFFERED, Words, labelled
from generator.verdicts import worse_than

_ORDER: tuple[Direction, ...] = ("weaker", "unlike", "gone", "new", "same", "stronger")


@dataclass(frozen=True)
class Side:
    """One version of a guide: its library, the id of the tree, and its names."""

    checked: CheckedLibrary
    tree: str
    words: Words

    def function(self, forest: Forest, label: Callable[[str], Hashable]) -> int:
        """The guide as a function from situations to `label(outcome)`."""
        return labelled(
            forest, self.checked.diagram, self.tree, lambda o, _: label(o), words=self.words
        )


class Pair:
    """Both versions of one guide over their joint answer space."""

    def __init__(self, old: Side, new: Side, names: Names, forest: Forest) -> None:
        self.old, self.new, self.names, self.forest = old, new, names, forest
        self.asked = _asked(old) | _asked(new)
        self.situations = prod(len(names.options[fact]) for fact in self.asked)
        """One option for each fact that either version can ask."""

    def differences(
        self, before: int, after: int, matters: Callable[[Hashable, Hashable], bool]
    ) -> list[Difference]:
        """Like `generator.forest.differences`, counted over all situations of the pair."""
        scale = self.situations // situations(self.forest, before, after)
        return [
            Difference(d.before, d.after, d.count * scale, d.example)
            for d in differences(self.forest, before, after, matters)
        ]

    def changes(self) -> list[Change]:
        """Every class of situations with another outcome or verdict, the weightiest first."""
        before = self.old.function(self.forest, lambda o: self._end(self.old, o))
        after = self.new.function(self.forest, lambda o: self._end(self.new, o))
        found = self.differences(before, after, lambda old, new: _key(old) != _key(new))
        worse = worse_than(self.new.checked.library.verdicts)
        made = [self._change(difference, worse) for difference in found]
        return sorted(made, key=lambda c: (_ORDER.index(c.direction), -c.count, _names(c)))

    def _end(self, side: Side, outcome: str) -> End:
        entry = side.checked.library.outcomes[outcome]
        name, verdict = outcome, str(entry.verdict)
        if side is self.old:
            name, verdict = self.names.outcome(name), self.names.verdict(verdict)
        label = str(side.checked.library.verdicts[entry.verdict].label)
        return End(name, verdict, str(entry.title), label)

    def _change(self, found: Difference, worse: dict[str, frozenset[str]]) -> Change:
        before = found.before if isinstance(found.before, End) else None
        after = found.after if isinstance(found.after, End) else None
        direction = _direction(before, after, worse)
        return Change(before, after, direction, found.count, self.example(found.example))

    def example(self, answers: Answers) -> Example:
        """`answers` (in joint names) in words and as addresses of both versions."""
        whole = self._completed(answers)
        return Example(
            answers,
            "，".join(self._words(fact, option) for fact, option in answers),
            _address(self.old, self.names.options, whole),
            _address(self.new, self.names.options, whole),
        )

    def _completed(self, answers: Answers) -> Answers:
        """`answers` and, for what else either version asks, an option that both have."""
        whole = dict(answers)
        for side in (self.old, self.new):
            back = _back(side, self.names.options)
            diagram = side.checked.diagram
            while True:
                own = dict(back[answer] for answer in whole.items() if answer in back)
                at, _ = diagram.walk(diagram.starts[side.tree], own)
                fact = side.words.fact(diagram.nodes[at].fact) if at >= 0 else ""
                if not fact or fact in whole:
                    break
                whole[fact] = self._common(fact)
        return tuple(whole.items())

    def _common(self, fact: str) -> str:
        backs = [_back(side, self.names.options) for side in (self.old, self.new)]
        options = self.names.options[fact]
        both = (o for o in options if all((fact, o) in back for back in backs))
        return next(both, options[0])

    def _words(self, fact: str, option: str) -> str:
        info = self.new.checked.facts.facts.get(fact)
        if info is None or option not in info.options:
            back = _back(self.old, self.names.options)
            was, gone = back.get((fact, option), (fact, option))
            info = self.old.checked.facts.facts[was]
            return f"{info.label}＝{info.option_labels[gone]}"
        return f"{info.label}＝{info.option_labels[option]}"


def _asked(side: Side) -> set[str]:
    counted = census(side.checked.diagram, side.tree)
    return {side.words.fact(fact) for fact in counted.facts}


def _key(label: Hashable) -> Hashable:
    return (label.outcome, label.verdict) if isinstance(label, End) else NOT_OFFERED


def _names(change: Change) -> tuple[str, str]:
    before, after = change.before, change.after
    return before.outcome if before else "", after.outcome if after else ""


def _direction(
    before: End | None, after: End | None, worse: dict[str, frozenset[str]]
) -> Direction:
    if before is None or after is None:
        return "new" if before is None else "gone"
    if before.verdict == after.verdict:
        return "same"
    if after.verdict in worse.get(before.verdict, ()):
        return "weaker"
    return "stronger" if before.verdict in worse.get(after.verdict, ()) else "unlike"


def _back(side: Side, options: Options) -> dict[tuple[str, str], tuple[str, str]]:
    """By joint fact and option the own ones; several joint options may be one of ours."""
    return {
        (joint, option): (fact, side.words.own(fact, option))
        for fact, info in side.checked.facts.facts.items()
        for joint in (side.words.fact(fact),)
        for option in options[joint]
        if side.words.own(fact, option) in info.options
    }


def _address(side: Side, options: Options, answers: Answers) -> str:
    """The address that restores `answers`; empty if they lead to no outcome in this version."""
    back = _back(side, options)
    own = dict(back[answer] for answer in answers if answer in back)
    diagram = side.checked.diagram
    at, used = diagram.walk(diagram.starts[side.tree], own)
    if at >= 0:
        return ""
    page = addresses(diagram, directories=False).guide(side.tree)
    return f"{page}#{_fragment({fact: own[fact] for fact in used}, side)}"


def _fragment(own: dict[str, str], side: Side) -> str:
    """Answers as the page writes them: a multi-select lists what was ticked; see page-data.md."""
    said: dict[str, list[str]] = {}
    for fact, option in own.items():
        group = side.checked.facts.facts[fact].group
        ticked = said.setdefault(group or fact, [])
        if not group:
            ticked.append(option)
        elif option == YES:
            ticked.append(fact.removeprefix(f"{group}."))
    return "&".join(f"{key}={','.join(values) or 'none'}" for key, values in said.items())
