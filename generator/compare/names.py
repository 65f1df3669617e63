# SPDX-License-Identifier: MIT
"""One set of names for two versions: what was renamed (`formerly`) is the same thing.

What was merged is not: where several old things became one, only one of them (the one that bore
the id already, or else the first) is the same thing as the new one. The others keep their old
names beside it, so that what happened to them is a change and is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.check import CheckedLibrary
from generator.forest import Options
from generator.labelling import Words
from generator.model import Fact, Library, Provision


@dataclass(frozen=True)
class Names:
    """The new version's names, and how both versions read in them."""

    options: Options
    old: Words
    new: Words
    outcomes: Mapping[str, str]
    trees: Mapping[str, str]
    verdicts: Mapping[str, str]
    pieces: Mapping[str, Mapping[str, str]]
    """By section of an outcome."""

    def outcome(self, name: str) -> str:
        """The new id of an old outcome."""
        return self.outcomes.get(name, name)

    def tree(self, name: str) -> str:
        """The new id of an old tree."""
        return self.trees.get(name, name)

    def verdict(self, name: str) -> str:
        """The new id of an old verdict."""
        return self.verdicts.get(name, name)

    def piece(self, section: str, name: str) -> str:
        """The new id of what an old outcome showed in `section`; texts stand for themselves."""
        return self.pieces.get(section, {}).get(name, name)


def names(old: CheckedLibrary, new: CheckedLibrary) -> Names:
    """Join the facts of both versions; each fact has the options of both, the new ones first."""
    facts = renamed(new.library.facts, old.library.facts)
    before = _before(old.library, new.library, facts)
    return Names(
        _options(old.facts, new.facts, before),
        before,
        Words(options=dict(_merged(old.library, new.library, facts))),
        renamed(new.library.outcomes, old.library.outcomes),
        renamed(new.library.trees, old.library.trees),
        renamed(new.library.verdicts, old.library.verdicts),
        _pieces(new.library, old.library),
    )


def renamed(new: Mapping[Any, Any], old: Mapping[Any, Any]) -> dict[str, str]:
    """By old id the new one, for each entry of `old` that is in `new` under another id."""
    found: dict[str, str] = {}
    for name, entry in new.items():
        former = (was for was in entry.formerly if was in old and was not in new)
        first = next((str(was) for was in former if was not in found), None)
        if name not in old and first is not None:
            found[first] = str(name)
    return found


def _pieces(new: Library, old: Library) -> dict[str, dict[str, str]]:
    provisions = renamed(_provisions(new), _provisions(old))
    actions = renamed(new.actions, old.actions)
    return {
        "today": actions,
        "road": actions,
        "evidence": renamed(new.evidence, old.evidence),
        "letters": renamed(new.letters, old.letters),
        "sums": renamed(new.sums, old.sums),
        "deadlines": renamed(new.deadlines, old.deadlines),
        "provisions": provisions,
        "grounds": provisions,
    }


def _provisions(library: Library) -> dict[str, Provision]:
    laws = library.instruments.values()
    return {str(name): entry for law in laws for name, entry in law.provisions.items()}


_Pairs = Iterator[tuple[str, Fact, str, Fact]]


def _same_facts(old: Library, new: Library, facts: Mapping[str, str]) -> _Pairs:
    """Every fact that both versions have, as it was and as it is; the kinds agree on members."""
    for was, before in old.facts.items():
        now = facts.get(str(was), str(was))
        after = new.facts.get(now)
        if after is not None and (before.kind == "multi") == (after.kind == "multi"):
            yield str(was), before, now, after


def _before(old: Library, new: Library, facts: Mapping[str, str]) -> Words:
    called: dict[str, str] = {}
    options: dict[tuple[str, str], str] = {}
    for was, before, now, after in _same_facts(old, new, facts):
        moved = renamed(after.options, before.options)
        if before.kind == "multi":
            known = [option for option in before.options if option in after.options]
            moved = {**{str(option): str(option) for option in known}, **moved}
            called |= {f"{was}.{one}": f"{now}.{other}" for one, other in moved.items()}
        else:
            called[was] = now
            options |= {(was, other): one for one, other in moved.items()}
    return Words({was: now for was, now in called.items() if was != now}, options)


def _merged(
    old: Library, new: Library, facts: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str], str]]:
    """By new fact and an old option that stays apart, the new option it went into."""
    for _, before, now, after in _same_facts(old, new, facts):
        if after.kind == "multi":
            continue
        moved = renamed(after.options, before.options)
        claimed: set[str] = set()
        for name, entry in after.options.items():
            for was in map(str, entry.formerly):
                apart = was in before.options and was not in after.options and was not in moved
                if apart and was not in claimed:
                    claimed.add(was)
                    yield (now, was), str(name)


def _options(old: Catalogue, new: Catalogue, before: Words) -> Options:
    joint = {name: list(info.options) for name, info in new.facts.items()}
    for name, info in old.facts.items():
        fact = before.fact(name)
        known = joint.setdefault(fact, [])
        taken = {before.own(name, option) for option in known}
        known += [option for option in info.options if option not in taken]
    return {name: tuple(options) for name, options in joint.items()}
