# SPDX-License-Identifier: MIT
"""Law pages: instruments, and the index of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.compile.citations import Law
from generator.compile.provisions import GRADES, IN_FORCE, provision_views, status
from generator.model import Instrument, Topic
from generator.views import (
    AskedView,
    InstrumentView,
    LawIndexView,
    ProvisionView,
    SuccessorView,
    TopicView,
)

KINDS = {
    "law": "法律",
    "administrative_regulation": "行政法规",
    "judicial_interpretation": "司法解释",
    "departmental_rule": "部门规章",
    "platform_rule": "平台规则",
}
FIRST = ("xiaobaofa", "xiaobaotiaoli", "minfadian", "dianshangfa", "wangxiao", "tousu")
"""Laws that come before others of their kind: those that people with our questions need first."""


def instrument_views(instruments: Mapping[Any, Instrument], law: Law) -> Iterator[InstrumentView]:
    """The page of each law, in the order of the library."""
    return (_instrument(instrument, instruments, law) for instrument in instruments.values())


def _instrument(
    instrument: Instrument, instruments: Mapping[Any, Instrument], law: Law
) -> InstrumentView:
    begin, end = str(instrument.effective_from or ""), str(instrument.effective_to or "")
    checked = str(instrument.checked_on)
    return InstrumentView(
        id=str(instrument.instrument),
        title=str(instrument.title),
        short=str(instrument.short),
        url=law.places.instrument(str(instrument.instrument)),
        kind=KINDS[instrument.kind],
        issuer=str(instrument.issuer),
        number=str(instrument.number or ""),
        version=str(instrument.version),
        effective_from=begin,
        effective_to=end,
        status=status(instrument, begin, end, checked),
        official=str(instrument.official),
        grade=instrument.grade,
        grade_meaning=GRADES[instrument.grade],
        verified=str(instrument.verified),
        checked_on=checked,
        review_by=str(instrument.review_by),
        provisions=provision_views(instrument, law),
        aliases=tuple(map(str, instrument.aliases)),
        promulgated=str(instrument.promulgated or ""),
        amended_by=tuple(map(str, instrument.amended_by)),
        note=str(instrument.note or ""),
        is_repealed=instrument.status == "repealed",
        is_named=instrument.grade == "named",
        replaced_by=tuple(_successors(instrument, instruments, law)),
    )


def _successors(
    instrument: Instrument, instruments: Mapping[Any, Instrument], law: Law
) -> Iterator[SuccessorView]:
    for name in instrument.replaced_by:
        new = instruments[name]
        since = str(new.effective_from or "")
        yield SuccessorView(str(new.title), law.places.instrument(str(name)), since)


def law_index(instruments: Iterable[InstrumentView], topics: Mapping[Any, Topic]) -> LawIndexView:
    """All instruments: what holds by kind, statutes first; tombstones and mere names apart."""
    shelf = sorted(instruments, key=_rank)
    repealed = tuple(view for view in shelf if view.is_repealed)
    named = tuple(view for view in shelf if view.is_named and not view.is_repealed)
    standing = tuple(view for view in shelf if not view.is_named and not view.is_repealed)
    groups = ((k, tuple(view for view in standing if view.kind == k)) for k in KINDS.values())
    return LawIndexView(
        groups=tuple((kind, members) for kind, members in groups if members),
        topics=tuple(_topics(_asked(standing), topics)),
        repealed=repealed,
        named=named,
    )


def _rank(view: InstrumentView) -> tuple[int, int]:
    first = FIRST.index(view.id) if view.id in FIRST else len(FIRST)
    return list(KINDS.values()).index(view.kind), first


def _topics(asked: Mapping[str, AskedView], topics: Mapping[Any, Topic]) -> Iterator[TopicView]:
    """Questions by topic, in the order of the topics; without topics, all in one."""
    if not topics and asked:
        yield TopicView("", "", tuple(asked.values()))
    for name, topic in topics.items():
        found = tuple(asked[str(q)] for q in topic.questions if str(q) in asked)
        if found:
            yield TopicView(str(name), str(topic.title), found)


def _asked(instruments: Iterable[InstrumentView]) -> dict[str, AskedView]:
    """Every question that a provision in force answers, with all that answer it."""
    found: dict[str, list[ProvisionView]] = {}
    for view in (p for i in instruments for p in i.provisions if p.status == IN_FORCE):
        for question in view.answers:
            found.setdefault(question, []).append(view)
    return {question: AskedView(question, tuple(views)) for question, views in found.items()}
