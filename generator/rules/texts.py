# SPDX-License-Identifier: MIT
"""Every text that the site says in its own words, with its place, for the rules on wording.

Statutes and official titles are left out (not a letter of them may change), so are search words
(they are the readers') and the stories of scenarios (they stand on no page).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from generator.located import Located
from generator.model import Instrument, Library, Model, Provision, Term, Text

_SHELVES = (
    "facts", "trees", "subtrees", "verdicts", "outcomes", "actions", "evidence", "letters",
    "deadlines", "replies", "warnings", "sums", "instruments", "misquotes", "channels",
    "topics", "front",
)  # fmt: skip
_SEARCH_WORDS = frozenset({"synonyms", "keywords", "aliases", "also"})
# What they say, and what is said of them while it is refuted.
_THEIRS = frozenset({"they_say", "twist", "claim", "heard", "wrong"})
_OFFICIAL: dict[type[Model], frozenset[str]] = {
    Instrument: frozenset({"title", "short", "issuer", "number", "version", "official"}),
    Provision: frozenset({"lead", "text"}),
}

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]*[”』）]*")
_QUOTATION = re.compile(r"“[^”]*”")
_TITLE = re.compile(r"《[^》]*》")


@dataclass(frozen=True)
class ShownText:
    """A text of an editor. `is_theirs`: it says what the other side says, not what we say."""

    text: Located
    is_theirs: bool = False


def own_texts(library: Library) -> Iterator[ShownText]:
    """Everything that editors wrote for readers, the glossary last."""
    for shelf in (*_SHELVES, "glossary"):
        for entry in getattr(library, shelf).values():
            yield from _of_entry(entry)


def texts_to_explain(library: Library) -> Iterator[Located]:
    """Where a word of the glossary may stand: everything but the glossary itself.

    Statutes and search words count, since readers meet them too.
    """
    for shelf in _SHELVES:
        for entry in getattr(library, shelf).values():
            yield from _every_text(entry)


def sentences(text: str) -> Iterator[str]:
    """`text` cut after 。！？ (and closing quotes) and at line breaks."""
    yield from (found.strip() for found in _SENTENCE.findall(text) if found.strip())


def without_quotations(text: str) -> str:
    """`text` with every quotation emptied: “…” is what somebody else says."""
    return _emptied(text, _QUOTATION, "“”")


def in_our_voice(text: str) -> str:
    """`text` with every quotation and every title emptied."""
    return _emptied(without_quotations(text), _TITLE, "《》")


def _emptied(text: str, pattern: re.Pattern[str], pair: str) -> str:
    # What opens behind the last closing sign never closes; trying each would take n² steps.
    end = text.rfind(pair[1]) + 1
    return pattern.sub(pair, text[:end]) + text[end:]


def words_of(term: Term) -> tuple[str, ...]:
    """The words that a glossary entry explains."""
    return (str(term.term), *map(str, term.also))


def _of_entry(entry: Model) -> Iterator[ShownText]:
    for name, is_text in _fields(type(entry)).items():
        value = getattr(entry, name)
        if not is_text:
            for inner in _leaves(value, Model):
                yield from _of_entry(inner)
        elif name not in _SEARCH_WORDS | _OFFICIAL.get(type(entry), frozenset()):
            yield from (ShownText(text, name in _THEIRS) for text in _leaves(value, Located))


def _every_text(entry: Model) -> Iterator[Located]:
    for name, is_text in _fields(type(entry)).items():
        if is_text:
            yield from _leaves(getattr(entry, name), Located)
        else:
            for inner in _leaves(getattr(entry, name), Model):
                yield from _every_text(inner)


def _leaves(value: Any, kind: type) -> Iterator[Any]:
    if isinstance(value, kind):
        yield value
    elif isinstance(value, dict | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner, kind)


@cache
def _fields(shape: type[Model]) -> dict[str, bool]:
    """The fields of `shape`, each with whether it holds texts (and not ids, dates, models)."""
    hints = get_type_hints(shape, include_extras=True)
    return {name: _holds_text(hints[name]) for name in shape.model_fields}


def _holds_text(hint: Any) -> bool:
    return hint == Text or any(_holds_text(inner) for inner in get_args(hint))
