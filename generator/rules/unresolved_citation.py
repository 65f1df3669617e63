# SPDX-License-Identifier: MIT
"""A text mentions law that the library does not hold.

## Why
Whoever copies a letter with an article that does not exist, or no longer does, loses the argument
at once. Every mention must therefore lead to a text that was checked. Wrong claims are told, and
refuted, in misquotes.yaml: there only `right` is looked at.

## Fails
    summary: 依据《消费者权益保护法》第二百条，可以要求退款。

## Passes
    summary: 依据《消费者权益保护法》第二十四条第一款，可以要求退款。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.citing.finding import unanswered
from generator.citing.resolve import Home
from generator.citing.shelf import shelf
from generator.located import Located
from generator.model import Instrument, Library, Misquote
from generator.problems import Span
from generator.rules.subject import Finding, Subject
from generator.rules.texts import own_texts

CODE, NAME = "CIT006", "unresolved-citation"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every mention of law, in whatever we say, that does not resolve."""
    index = shelf(subject.library)
    for text, home in texts_and_homes(subject.library):
        for found in unanswered(text, index, day=subject.today, home=home):
            yield Finding(_place(text, found.mention.start), found.message, found.fault.hint)


def texts_and_homes(library: Library) -> Iterator[tuple[Located, Home | None]]:
    """Every text that is looked at, and the law that it is about without saying so."""
    pages = {i.instrument.span.file: i for i in library.instruments.values()}
    for text in _texts(library):
        yield text, _home(text, pages)
    for misquote in library.misquotes.values():
        yield misquote.right, _cited(misquote, library)


def _texts(library: Library) -> Iterator[Located]:
    """What is looked at: neither wrong claims, nor tombstones, nor the history of a text.

    The history (`note`, `verified`, `amended_by`) tells which articles may not be quoted and why.
    """
    skipped = {span.file for span in _tombstones(library)}
    skipped |= {str(misquote.claim.span.file) for misquote in library.misquotes.values()}
    history = {text.span for i in library.instruments.values() for text in _history(i)}
    for shown in own_texts(library):
        if shown.text.span.file not in skipped and shown.text.span not in history:
            yield shown.text
    yield from (scenario.story for scenario in library.scenarios)


def _tombstones(library: Library) -> Iterator[Span]:
    for instrument in library.instruments.values():
        if instrument.status == "repealed" and not instrument.provisions:
            yield instrument.instrument.span


def _history(instrument: Instrument) -> Iterator[Located]:
    yield from (text for text in (instrument.note, instrument.verified) if text is not None)
    yield from instrument.amended_by


def _home(text: Located, pages: dict[str, Instrument]) -> Home | None:
    """The law on whose page `text` stands, and the article that it explains."""
    instrument = pages.get(text.span.file)
    if instrument is None:
        return None
    above = [
        provision.article
        for name, provision in instrument.provisions.items()
        if name.span.line <= text.span.line
    ]
    return Home(str(instrument.instrument), above[-1] if above else None)


def _cited(misquote: Misquote, library: Library) -> Home | None:
    """The law of the provisions beside a misquote, if it is only one."""
    cited = {
        str(instrument.instrument)
        for instrument in library.instruments.values()
        if instrument.provisions.keys() & set(misquote.provisions)
    }
    return Home(cited.pop(), is_page=False) if len(cited) == 1 else None


def _place(text: Located, offset: int) -> Span:
    """The place of a mention where the text stands on one line as it is; else that of the text."""
    span = text.span
    quotes = span.end_col - span.col - len(text)
    if span.line != span.end_line or quotes not in (0, 2):
        return span
    return Span(span.file, span.line, span.col + quotes // 2 + offset)
