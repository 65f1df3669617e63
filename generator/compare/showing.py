# SPDX-License-Identifier: MIT
"""People who come to the same outcome and are shown something else there."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Set

from generator.catalogue import holds
from generator.check import CheckedLibrary
from generator.compare.names import Names
from generator.compare.results import Asking, Showing
from generator.compare.routes import Pair, Side
from generator.compare.titles import part_words
from generator.diagram import always_asked, ever_asked
from generator.forest import Forest
from generator.guards import Guard, atoms
from generator.labelling import Answers, labelled
from generator.model import Outcome
from generator.rules.subject import PARTS

_Whens = tuple[Guard | None, ...]

_Asked = tuple[Mapping[str, Set[str]], Mapping[str, Set[str]]]
"""By outcome the facts that every way to it asks, and those that some way asks."""

_Uses = dict[tuple[str, str], _Whens]
"""By section and what a part names or says: the conditions under which it is shown."""


def showing(pair: Pair, asked: tuple[Asking, ...]) -> Iterator[Showing]:
    """Every part that some situation gains or loses while its outcome stays the same."""
    reasked = {change.fact for change in asked}
    remade = _new_options(pair)
    known = _known(pair) if reasked else ()
    libraries = (pair.new.checked.library, pair.old.checked.library)
    for was, now in _kept(pair):
        before = _renamed(uses(pair.old.checked.library.outcomes[was]), pair.names)
        after = uses(pair.new.checked.library.outcomes[now])
        unsettled = reasked - _settled(pair, known, was, now) if reasked else set()
        counted: dict[tuple[_Whens, _Whens], tuple[int, int]] = {}
        for section, part in {**before, **after}:
            old, new = before.get((section, part), ()), after.get((section, part), ())
            if old == new and not _may_differ(new, unsettled, remade):
                continue
            if (old, new) not in counted:
                counted[old, new] = _counts(pair, (was, old), (now, new))
            gained, lost = counted[old, new]
            if gained or lost:
                title = str(pair.new.checked.library.outcomes[now].title)
                words = part_words(section, part, *libraries)
                yield Showing(now, title, section, part, words, gained, lost)


def _known(pair: Pair) -> tuple[_Asked, ...]:
    """What the ways to each outcome ask, in the old version and in the new one."""
    diagrams = (side.checked.diagram for side in (pair.old, pair.new))
    return tuple((always_asked(diagram), ever_asked(diagram)) for diagram in diagrams)


def _settled(pair: Pair, known: tuple[_Asked, ...], was: str, now: str) -> set[str]:
    """Facts that every way to the outcome asks, or none does, in both versions alike."""
    sides = ((pair.old, known[0], was), (pair.new, known[1], now))
    always, ever = (
        [{side.words.fact(fact) for fact in asked[n][outcome]} for side, asked, outcome in sides]
        for n in (0, 1)
    )
    everything = set(pair.names.options)
    return (always[0] & always[1]) | (everything - ever[0] - ever[1])


def uses(outcome: Outcome) -> _Uses:
    """Every part of `outcome`; the provisions of reasons count as shown with them."""
    found: dict[tuple[str, str], list[Guard | None]] = {}
    for section in PARTS:
        for part in getattr(outcome, section):
            own = next(field for field in type(part).model_fields if field != "when")
            found.setdefault((section, str(getattr(part, own))), []).append(part.when)
            for provision in getattr(part, "provisions", ()):
                found.setdefault(("grounds", str(provision)), []).append(part.when)
    return {key: tuple(whens) for key, whens in found.items()}


def _renamed(old: _Uses, names: Names) -> _Uses:
    found: _Uses = {}
    for (section, part), whens in old.items():
        key = (section, names.piece(section, part))
        found[key] = (*found.get(key, ()), *whens)
    return found


def _kept(pair: Pair) -> Iterator[tuple[str, str]]:
    new = _reached(pair.new)
    for was in _reached(pair.old):
        now = pair.names.outcome(was)
        if now in new:
            yield was, now


def _reached(side: Side) -> list[str]:
    diagram = side.checked.diagram
    start = diagram.starts[side.tree]
    ends = [start] if start < 0 else []
    ends += [e.to for i in diagram.reachable(start) for e in diagram.nodes[i].edges if e.to < 0]
    return list(dict.fromkeys(diagram.outcome(to) for to in ends))


def _new_options(pair: Pair) -> set[str]:
    """Facts whose options or classes are not the same in both versions."""
    old, new = pair.old.checked.facts.facts, pair.new.checked.facts.facts
    return {
        pair.old.words.fact(name)
        for name, info in old.items()
        if (other := new.get(pair.old.words.fact(name))) is None
        or (info.options, info.classes) != (other.options, other.classes)
    }


def _may_differ(whens: _Whens, unsettled: set[str], remade: set[str]) -> bool:
    """Whether the same conditions can come out differently in the two versions.

    A condition that hangs on a fact that was not asked does not hold, whether it says `unasked`
    or not: an older version need not be proved free of those.
    """
    found = (atom for when in whens if when is not None for atom in atoms(when))
    return any(str(atom.fact) in remade or str(atom.fact) in unsettled for atom in found)


def _counts(
    pair: Pair,
    old: tuple[str, _Whens],
    new: tuple[str, _Whens],
) -> tuple[int, int]:
    before = _shows(pair.forest, pair.old, *old)
    after = _shows(pair.forest, pair.new, *new)
    found = {(d.before, d.after): d.count for d in pair.differences(before, after, _both_here)}
    return found.get((False, True), 0), found.get((True, False), 0)


def _both_here(old: Hashable, new: Hashable) -> bool:
    return isinstance(old, bool) and isinstance(new, bool)


def _shows(forest: Forest, side: Side, outcome: str, whens: _Whens) -> int:
    """Whether a situation that ends at `outcome` is shown the part; None if it ends elsewhere."""

    def label(end: str, answers: Answers) -> Hashable:
        if end != outcome:
            return None
        return any(w is None or _true(w, answers, side.checked) for w in whens)

    conditions = {outcome: [when for when in whens if when is not None]}
    diagram = side.checked.diagram
    return labelled(forest, diagram, side.tree, label, conditions, side.words)


def _true(when: Guard, answers: Answers, checked: CheckedLibrary) -> bool:
    return bool(holds(when, answers, checked.facts))
