# SPDX-License-Identifier: MIT
"""Answers in words, screen by screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.asking.answers import NONE
from generator.asking.results import Said
from generator.catalogue import YES
from generator.check import CheckedLibrary


def in_screens(
    checked: CheckedLibrary, answers: Mapping[str, str], facts: Iterable[str]
) -> tuple[Said, ...]:
    """What `answers` say to `facts`, in the given order; members of a multi-select together."""
    screens: dict[str, list[tuple[str, str]]] = {}
    for fact in facts:
        key = checked.facts.facts[fact].group or fact
        screens.setdefault(key, []).append((fact, answers[fact]))
    return tuple(_said(checked, key, tuple(pairs)) for key, pairs in screens.items())


def _said(checked: CheckedLibrary, key: str, pairs: tuple[tuple[str, str], ...]) -> Said:
    label = str(checked.library.facts[key].label)
    typed = " ".join(f"{fact}={option}" for fact, option in pairs)
    if key not in checked.facts.groups:
        words = checked.facts.facts[key].option_labels[pairs[0][1]]
        return Said(key, label, pairs, words, typed)
    ticked = [fact for fact, option in pairs if option == YES]
    if len(pairs) == len(checked.facts.groups[key]):
        words = _names(checked, ticked) or str(checked.library.facts[key].none)
        short = ",".join(fact.removeprefix(f"{key}.") for fact in ticked) or NONE
        return Said(key, label, pairs, words, f"{key}={short}")
    missing = [fact for fact, option in pairs if option != YES]
    named = (("有", _names(checked, ticked)), ("没有", _names(checked, missing)))
    return Said(key, label, pairs, "；".join(f"{w}{n}" for w, n in named if n), typed)


def _names(checked: CheckedLibrary, facts: Iterable[str]) -> str:
    return "、".join(checked.facts.facts[fact].label for fact in facts)
