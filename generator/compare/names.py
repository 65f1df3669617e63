# SPDX-License-Identifier: MIT
"""One set of names for two versions: what was renamed (`formerly`) is the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.check import CheckedLibrary
from generator.forest import Options
from generator.labelling import Words
from generator.model import Library, Provision


@dataclass(frozen=True)
class Names:
    """The new version's names, and how the old version's read in them."""

    options: Options
    old: Words
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
    words = _words(new.library)
    return Names(
        _options(old.facts, new.facts, words),
        words,
        _renamed(new.library.outcomes, old.library.outcomes),
        _renamed(new.library.trees, old.library.trees),
        _renamed(new.library.verdicts, old.library.verdicts),
        _pieces(new.library, old.library),
    )


def _pieces(new: Library, old: Library) -> dict[str, dict[str, str]]:
    provisions = _renamed(_provisions(new), _provisions(old))
    actions = _renamed(new.actions, old.actions)
    return {
        "today": actions,
        "road": actions,
        "evidence": _renamed(new.evidence, old.evidence),
        "letters": _renamed(new.letters, old.letters),
        "deadlines": _renamed(new.deadlines, old.deadlines),
        "provisions": provisions,
        "grounds": provisions,
    }


def _provisions(library: Library) -> dict[str, Provision]:
    laws = library.instruments.values()
    return {str(name): entry for law in laws for name, entry in law.provisions.items()}


def _renamed(new: Mapping[Any, Any], old: Mapping[Any, Any]) -> dict[str, str]:
    return {
        str(former): str(name)
        for name, entry in new.items()
        for former in entry.formerly
        if former in old and former not in new
    }


def _words(library: Library) -> Words:
    facts: dict[str, str] = {}
    options: dict[tuple[str, str], str] = {}
    for name, fact in library.facts.items():
        for was in (str(name), *map(str, fact.formerly)):
            if fact.kind != "multi" and was != name:
                facts[was] = str(name)
            for option, entry in fact.options.items():
                for former in (str(option), *map(str, entry.formerly)):
                    if fact.kind == "multi":
                        facts[f"{was}.{former}"] = f"{name}.{option}"
                    elif former != option:
                        options[was, former] = str(option)
    return Words(facts, options)


def _options(old: Catalogue, new: Catalogue, words: Words) -> Options:
    joint = {name: list(info.options) for name, info in new.facts.items()}
    for name, info in old.facts.items():
        known = joint.setdefault(words.fact(name), [])
        renamed = [words.option(name, option) for option in info.options]
        known += [option for option in renamed if option not in known]
    return {name: tuple(options) for name, options in joint.items()}
