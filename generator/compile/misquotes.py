# SPDX-License-Identifier: MIT
"""The page of wrong claims: grouped by what is wrong with them, each with what is right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.compile.citations import Law
from generator.compile.formerly import old_names
from generator.model import Misquote
from generator.views import MisquoteGroup, MisquotesView, MisquoteView

KINDS = {
    "invented": ("查不到出处", "法条里没有这样的规定，或者名字就是编的。"),
    "repealed": ("已经作废或改过", "从前有，现在已经废止，或者数字改了。"),
    "misread": ("有这条，意思不对", "真有这条规定，但说的是别的事，或者漏了半句。"),
    "practice": ("是平台自己定的", "平台规则可以这样写，它不是法律，各家也不一样。"),
}
"""Each kind of error with its heading and what it means, in the order of the page."""


def misquotes_view(misquotes: Mapping[Any, Misquote], law: Law, url: str) -> MisquotesView:
    """The page at `url`; kinds without a claim are left out."""
    groups = []
    for kind, (title, meaning) in KINDS.items():
        found = tuple(
            _misquote(str(name), misquote, misquotes, law)
            for name, misquote in misquotes.items()
            if misquote.kind == kind
        )
        if found:
            groups.append(MisquoteGroup(kind, title, meaning, found))
    return MisquotesView(url, tuple(groups))


def _misquote(
    name: str, misquote: Misquote, shelf: Mapping[Any, Misquote], law: Law
) -> MisquoteView:
    return MisquoteView(
        anchor=name,
        claim=str(misquote.claim),
        heard=tuple(map(str, misquote.heard)),
        wrong=str(misquote.wrong),
        right=str(misquote.right),
        citations=law.cite(misquote.provisions),
        formerly=old_names(misquote.formerly, shelf),
    )
