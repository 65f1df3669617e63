# SPDX-License-Identifier: MIT
"""What every page is made from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.check import CheckedLibrary
from generator.compile.addresses import Addresses, addresses
from generator.compile.citations import Law, law
from generator.diagram import census
from generator.scenarios import given


@dataclass(frozen=True)
class Context:
    """A checked library, where its pages are, its law, and which guides lead to each outcome."""

    checked: CheckedLibrary
    places: Addresses
    law: Law
    leading: dict[str, tuple[str, ...]]


def context(checked: CheckedLibrary, *, directories: bool) -> Context:
    """Prepare `checked` for compiling; `directories` chooses the form of addresses."""
    places = addresses(checked.diagram, directories=directories, entries=checked.entries)
    leading: dict[str, tuple[str, ...]] = {}
    for name, tree in checked.library.trees.items():
        for outcome in census(checked.diagram, str(name), given(tree)).by_outcome:
            leading[outcome] = (*leading.get(outcome, ()), str(name))
    return Context(checked, places, law(checked.library, places), leading)
