# SPDX-License-Identifier: MIT
"""Every mention of law in a Chinese text, in the ways people write them.

The name may stand in 《》 or not, may be short, or be left out after an earlier mention (同法,
该条例, or just 第二十五条 after 和). Numbers may be Chinese, Arabic or of full width. What is only
counted (第三条建议), and what belongs to a contract or a shop's own rules, is no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.citing.heads import (
    CITED,
    CITES,
    COUNTED,
    DOCUMENT_NUMBER,
    GAP,
    LINKED,
    PRIVATE,
    QUOTES,
    heads,
    trigger,
)
from generator.citing.names import WELL_KNOWN, looks_like_law, plain_name
from generator.citing.pinpoints import Pinpoint, pinpoints

Kind = Literal["name", "number", "own", "own_article", "successor"]


@dataclass(frozen=True)
class Mention:
    """Words that name a law, or a place in one.

    `name` is the law as written, without 《》. It is empty where the text does not say which:
    `kind` is then `own` (本法, or a bare 第十八条: the law whose page it is) or `own_article`
    (本条第二款). `number` is one known by its number only (国务院令第778号), `successor` the one
    that replaced the law whose page it is (新办法). Places are those of a `Pinpoint`.
    """

    start: int
    end: int
    words: str
    name: str
    kind: Kind = "name"
    article: int | None = None
    inserted: int | None = None
    paragraph: int | None = None
    item: int | None = None


def mentions(
    text: str, names: frozenset[str] = frozenset(), *, home: bool = False
) -> Iterator[Mention]:
    """Every mention of law in `text`, in order.

    `names` are the names by which laws are known without 《》. With `home` the text stands on the
    page of a law, so that a bare 第十八条 is one of its own.
    """
    if not trigger(names).search(text):
        return
    last = _NONE
    at = 0
    pattern = heads(text, names)
    while head := pattern.search(text, at):
        found = tuple(_from(text, head, last, home, names))
        yield from found
        at = max(head.end(), max((mention.end for mention in found), default=0))
        if head.lastgroup == "title" and not found:
            at, last = _past_private(text, head), _NONE
        for mention in found:
            name, kind = (mention.name, mention.kind) if mention.name else last[:2]
            last = _Last(name, kind, mention.end)


class _Last(NamedTuple):
    """The law that was named last, which 同法 and a bare article mean, and where that ended."""

    name: str
    kind: Kind
    end: int = 0


# Far enough for every word that leads to an article.
_LOOK_BACK = 30
_NONE = _Last("", "own")


def _from(
    text: str, head: re.Match[str], last: _Last, home: bool, names: frozenset[str]
) -> Iterator[Mention]:
    """The mentions that begin at `head`: one per place, or one without a place."""
    match head.lastgroup:
        case "title":
            title = re.sub(r"\A([^《]*)《(.*)》\Z", r"\1\2", head[0], flags=re.DOTALL)
            yield from _named(text, head, title) if _is_law(title, names) else ()
        case "number":
            yield from _named(text, head, head[0], "number")
        case "same":
            yield from _places(text, head, last.name, last.kind)
        case "successor":
            yield from _places(text, head, head[0], "successor")
        case "own" if home:
            yield from _places(text, head, "", "own")
        case "ownpart":
            yield from _parts_of_own_article(text, head, home)
        case "known" | "shape" | "republic" | "official":
            yield from _named(text, head, head[0]) if not _is_private(text, head) else ()
        case "bare":
            yield from _bare(text, head, last, home)


def _is_law(title: str, names: frozenset[str]) -> bool:
    return looks_like_law(title) or plain_name(title) in _plain(names)


@lru_cache(maxsize=8)
def _plain(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(plain_name, (*names, *WELL_KNOWN)))


def _named(text: str, head: re.Match[str], name: str, kind: Kind = "name") -> Iterator[Mention]:
    """A law by its name or number, with the places that follow."""
    found = tuple(_places(text, head, name, kind))
    if found:
        for number in DOCUMENT_NUMBER.finditer(text, head.end(), _after_gap(text, head.end())):
            yield Mention(number.start(), number.end(), number[0], number[0], "number")
        yield from found
    else:
        yield Mention(head.start(), head.end(), head[0], name, kind)


def _after_gap(text: str, at: int) -> int:
    gap = GAP.match(text, at)
    return gap.end() if gap else at


def _places(text: str, head: re.Match[str], name: str, kind: Kind) -> Iterator[Mention]:
    for number, place in enumerate(pinpoints(text, _after_gap(text, head.end()))):
        start = place.start if number else head.start()
        yield _at(text, place, name, kind, start)


def _at(text: str, place: Pinpoint, name: str, kind: Kind, start: int) -> Mention:
    return Mention(
        start, place.end, text[start : place.end], name, kind,
        place.article, place.inserted, place.paragraph, place.item,
    )  # fmt: skip


def _parts_of_own_article(text: str, head: re.Match[str], home: bool) -> Iterator[Mention]:
    """本条第二款 on the page of a law."""
    if home:
        for place in pinpoints(text, head.end(), named=False):
            yield _at(text, place, "", "own_article", place.start)


def _bare(text: str, head: re.Match[str], last: _Last, home: bool) -> Iterator[Mention]:
    """第十八条 without a name: of the law named before, or of the law whose page it is."""
    before = text[max(0, head.start() - _LOOK_BACK) : head.start()]
    if PRIVATE.search(before) or COUNTED.match(text, head.end()):
        return
    cites = CITES.search(before) or CITED.match(text, head.end())
    quotes = last.name and (
        QUOTES.search(before) or LINKED.fullmatch(text[last.end : head.start()][-_LOOK_BACK:])
    )
    if not (home or cites or quotes):
        return
    for place in pinpoints(text, head.start(), named=False):
        yield _at(text, place, last.name, last.kind, place.start)


def _is_private(text: str, head: re.Match[str]) -> bool:
    """A shop's 退款管理规定 is no law."""
    return bool(PRIVATE.search(head[0])) and head.lastgroup != "known"


def _past_private(text: str, head: re.Match[str]) -> int:
    """The end of the places in something in 《》 that is no law."""
    found = pinpoints(text, _after_gap(text, head.end()))
    return max((place.end for place in found), default=head.end())
