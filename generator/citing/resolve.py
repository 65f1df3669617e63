# SPDX-License-Identifier: MIT
"""What a mention of law means in the library: provisions, an instrument, or a fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.citing.counting import read_number
from generator.citing.mentions import Mention
from generator.citing.shelf import Shelf, held, items_of, paragraph_count
from generator.citing.wording import (
    ends,
    held_nearby,
    instead,
    not_verbatim,
    place_of,
    starts,
    unknown_name,
)
from generator.model import Instrument, Provision

Fault = Literal[
    "no-name", "unknown-instrument", "unknown-number", "repealed", "not-yet",
    "named-only", "unknown-article", "unknown-part",
]  # fmt: skip


@dataclass(frozen=True)
class Resolved:
    """A mention that the library answers. Without `provisions` it names the instrument only."""

    instrument: str
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unresolved:
    """A mention that it does not answer, with words for the editor."""

    fault: Fault
    message: str
    hint: str


@dataclass(frozen=True)
class Home:
    """On whose page a text stands: 本法 and a bare 第十八条 mean this one.

    On its page a repealed law may speak of itself; elsewhere, where a text is only about it, not.
    """

    instrument: str
    article: int | None = None
    is_page: bool = True


def resolve(
    mention: Mention, shelf: Shelf, *, day: str = "", home: Home | None = None
) -> Resolved | Unresolved:
    """What `mention` means on `day` (ISO 8601; empty: the day on which each law was checked)."""
    found = _instruments(mention, shelf, home)
    if not found:
        return _no_instrument(mention, shelf)
    tried = [_in_one(mention, instrument, day, home) for instrument in found]
    return next((each for each in tried if isinstance(each, Resolved)), tried[0])


def _instruments(mention: Mention, shelf: Shelf, home: Home | None) -> tuple[Instrument, ...]:
    if mention.kind == "number":
        return shelf.numbered(mention.name)
    if mention.kind == "name":
        return shelf.called(mention.name)
    own = shelf.by_id.get(home.instrument) if home else None
    if own is None:
        return ()
    if mention.kind == "successor":
        return tuple(shelf.by_id[new] for new in own.replaced_by if new in shelf.by_id)
    return (own,)


def _no_instrument(mention: Mention, shelf: Shelf) -> Unresolved:
    if mention.kind == "number":
        return Unresolved(
            "unknown-number",
            f"法条库里没有文号“{mention.words}”。",
            "对照原文改对文号；文号没有错，就写进 law/ 里那一部的 number。",
        )
    if mention.kind != "name":
        return Unresolved(
            "no-name",
            f"“{mention.words}”没有写明是哪一部法律。",
            "在它前面写上名字，例如“消费者权益保护法第二十四条”。",
        )
    return Unresolved(
        "unknown-instrument", f"法条库里没有《{mention.name}》。", unknown_name(mention.name, shelf)
    )


def _in_one(
    mention: Mention, instrument: Instrument, day: str, home: Home | None
) -> Resolved | Unresolved:
    """What `mention` means in `instrument`."""
    name = str(instrument.instrument)
    is_own = home is not None and home.is_page and home.instrument == name
    if not is_own and (fault := _not_in_force(instrument, day)):
        return fault
    article = mention.article
    if mention.kind == "own_article":
        article = home.article if home else None
    if article is None:
        return Resolved(name)
    if instrument.grade == "named":
        return Unresolved("named-only", *not_verbatim(instrument))
    return _article(mention, instrument, article, "" if is_own else day)


def _not_in_force(instrument: Instrument, day: str) -> Unresolved | None:
    today = day or instrument.checked_on
    end, begin = instrument.effective_to, instrument.effective_from
    # A page may be older than the repeal; without its day, what the library says now decides.
    is_gone = end <= today if end is not None else instrument.status == "repealed"
    if is_gone or (not day and instrument.status == "repealed"):
        return Unresolved("repealed", ends(instrument), instead(instrument))
    if begin is not None and begin > today:
        return Unresolved("not-yet", starts(instrument), "写现在有效的规定；施行以后再改。")
    return None


def _article(
    mention: Mention, instrument: Instrument, article: int, day: str
) -> Resolved | Unresolved:
    parts = {} if mention.inserted else held(instrument, article)
    if not parts:
        where = place_of(article, mention.inserted)
        message = f"法条库里的《{instrument.short}》没有{where}。"
        return Unresolved("unknown-article", message, held_nearby(instrument, article))
    today = {k: p for k, p in parts.items() if _holds(p, day or instrument.checked_on)}
    if not today:
        message = f"《{instrument.short}》{place_of(article)}的这个版本现在不适用。"
        return Unresolved("repealed", message, held_nearby(instrument, article))
    fitting = [k for k, p in today.items() if _fits(mention, p)]
    if not fitting:
        where = place_of(article, None, mention.paragraph, mention.item)
        message = f"法条库里的《{instrument.short}》没有{where}。"
        return Unresolved("unknown-part", message, held_nearby(instrument, article))
    return Resolved(str(instrument.instrument), tuple(fitting))


def _holds(provision: Provision, day: str) -> bool:
    begin, end = provision.effective_from, provision.effective_to
    return (begin is None or begin <= day) and (end is None or end > day)


def _fits(mention: Mention, provision: Provision) -> bool:
    """Whether `provision` is the part that `mention` names, or holds it, or is a piece of it."""
    return _fits_paragraph(mention, provision) and _fits_item(mention, provision)


def _fits_paragraph(mention: Mention, provision: Provision) -> bool:
    wanted, cut = mention.paragraph, provision.paragraph
    if wanted is None:
        return True
    if cut is None:
        # An item cut out of an article of one paragraph says nothing of its paragraphs.
        return wanted == 1 if provision.item else 1 <= wanted <= paragraph_count(provision)
    return wanted == cut


def _fits_item(mention: Mention, provision: Provision) -> bool:
    wanted = mention.item
    if wanted is None:
        return True
    if provision.item is not None:
        return wanted == provision.item
    within = mention.paragraph if provision.paragraph is None else None
    return wanted in map(read_number, items_of(provision, within))
