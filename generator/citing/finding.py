# SPDX-License-Identifier: MIT
"""The mentions of a text that the library does not answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.citing.mentions import Mention, mentions
from generator.citing.resolve import Home, Unresolved, resolve
from generator.citing.shelf import Shelf


@dataclass(frozen=True)
class Unanswered:
    """A mention and what is wrong with it."""

    mention: Mention
    fault: Unresolved

    @property
    def message(self) -> str:
        """What is wrong, with the words as they stand in the text."""
        return f"提到的“{self.mention.words}”对不上：{self.fault.message}"


def unanswered(
    text: str, shelf: Shelf, *, day: str = "", home: Home | None = None
) -> Iterator[Unanswered]:
    """Every mention in `text` that does not resolve on `day`, in order."""
    told = set[tuple[int, str]]()
    for mention in mentions(text, shelf.names, home=home is not None):
        found = resolve(mention, shelf, day=day, home=home)
        # 第（二）（四）项 of an unknown article is one fault, not two.
        if isinstance(found, Unresolved) and (mention.end, found.message) not in told:
            told.add((mention.end, found.message))
            yield Unanswered(mention, found)
