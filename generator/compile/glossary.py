# SPDX-License-Identifier: MIT
"""The page of the glossary: every entry under the first letter of its pinyin.

An entry's id is its pinyin, so ids give the order that readers know from a dictionary.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from generator.model import Term
from generator.views import GlossaryView, TermGroup, TermView


def glossary_view(glossary: Mapping[Any, Term], url: str) -> GlossaryView:
    """The page at `url`."""
    terms = sorted((term_view(str(name), term) for name, term in glossary.items()), key=_order)
    groups = groupby(terms, key=lambda term: term.anchor[0].upper())
    return GlossaryView(url, tuple(TermGroup(letter, tuple(some)) for letter, some in groups))


def term_view(name: str, term: Term) -> TermView:
    """A word of the glossary as templates show it."""
    return TermView(name, str(term.term), str(term.plain), tuple(map(str, term.also)))


def _order(term: TermView) -> str:
    return term.anchor
